package designerpage_test

import (
	"context"
	"image/color"
	"testing"

	"lanyard/internal/document/template"
	"lanyard/internal/document/template/edit"
	"lanyard/ui/uitest"
)

func TestTheLogoOfTheSeminarIsOnThePage(t *testing.T) {
	s, p := open(t, uitest.Options{})
	one := edit.Default(template.Image, template.Badge, p.Editor().Template().Size, "")
	one.Source, one.Place = template.Logo, template.Place{X: 5, Y: 5, W: 20, H: 20}
	p.Editor().Add(one)
	// What the window looks like is no measure: the toolkit's test driver forgets how widgets are laid out where the last picture
	// of a window was taken more than a minute ago, as it is on a slow machine.
	red := func() int {
		n, img := 0, p.Shown()
		for x := range img.Bounds().Dx() {
			for y := range img.Bounds().Dy() {
				if color.NRGBAModel.Convert(img.At(x, y)) == (color.NRGBA{255, 0, 0, 255}) {
					n++
				}
			}
		}
		return n
	}
	s.Changed()
	if n := red(); n != 0 {
		t.Fatalf("%d red pixels without a logo", n)
	}
	_, err := s.Desk.SetSeminarPicture(context.Background(), s.Of, template.Logo,
		[]byte(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="#ff0000"/></svg>`))
	s.No(err)
	s.Changed()
	if n := red(); n < 100 {
		t.Errorf("%d red pixels with a red logo", n)
	}
}

// What is put on the page and draws nothing says why.
func TestAPictureThatTheSeminarLacksSaysSo(t *testing.T) {
	s, p := open(t, uitest.Options{})
	one := edit.Default(template.Image, template.Badge, p.Editor().Template().Size, "")
	one.Source = template.Logo
	p.Editor().Add(one)
	again(p)
	if !s.Says(s.Lang.T("designer.absent.picture")) {
		t.Error("nothing says why no logo is seen")
	}
	p.Editor().Select("code")
	if again(p); s.Says(s.Lang.T("designer.absent.picture")) || s.Says(s.Lang.T("designer.absent")) {
		t.Error("the code is seen")
	}
}
