package document_test

import (
	"image"
	"image/draw"
	"reflect"
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/page"
	"lanyard/internal/raster"
	"lanyard/internal/typeset"
)

// What a designer sees is what prints: the proof is the page of the badge, and its elements laid over each other look like it.
func TestAProofIsThePageThatPrints(t *testing.T) {
	b := newStage(t, "en").badges(1)[0]
	o := document.Options{Setter: typeset.New(), Side: document.Both}
	made := document.Standard(template.Badge)
	doc, _ := document.Badges([]document.Badge{b}, o)
	for side, want := range doc.Pages {
		proof := document.ProveBadge(made, b, side == 1, o)
		if got := proof.Page(); !reflect.DeepEqual(got.Items, want.Items) {
			t.Errorf("side %d: %d instructions, want the %d of the badge", side, len(got.Items), len(want.Items))
		}
		if len(proof.Elements) != len(made.Side(side == 1)) {
			t.Errorf("side %d: %d elements", side, len(proof.Elements))
		}
		whole, err := raster.Render(o.Setter, want, 150)
		if err != nil {
			t.Fatal(err)
		}
		laid, err := raster.Render(o.Setter, page.New(proof.Size), 150)
		if err != nil {
			t.Fatal(err)
		}
		for _, items := range append(proof.Elements, proof.Folds) {
			one, err := raster.Layer(o.Setter, items, page.Rect{W: proof.Size.W, H: proof.Size.H}, 150)
			if err != nil {
				t.Fatal(err)
			}
			draw.Draw(laid, laid.Bounds(), one, image.Point{}, draw.Over)
		}
		if n := unlike(whole, laid); n > whole.Bounds().Dx()*whole.Bounds().Dy()/1000 {
			t.Errorf("side %d: %d pixels differ once its elements are laid over each other", side, n)
		}
	}
}

// unlike counts the pixels that differ by more than a hair.
func unlike(a, b *image.RGBA) int {
	n := 0
	for i := 0; i < len(a.Pix); i += 4 {
		for c := range 3 {
			if d := int(a.Pix[i+c]) - int(b.Pix[i+c]); d > 24 || d < -24 {
				n++
				break
			}
		}
	}
	return n
}
