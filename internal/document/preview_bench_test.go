package document_test

import (
	"fmt"
	"testing"

	"lanyard/internal/raster"
	"lanyard/internal/typeset"
)

// BenchmarkPreview makes and paints a page of every shipped template, as a window shows it, 500 pixels high, and at the 150
// dots per inch at which it is held against the print. A window has 16 ms for it.
func BenchmarkPreview(b *testing.B) {
	for _, tpl := range shippedTemplates() {
		for _, dpi := range []float64{500 / tpl.Size.H * 25.4, 150} {
			b.Run(fmt.Sprintf("%s/%.0fdpi", tpl.ID, dpi), func(b *testing.B) {
				setter := typeset.New()
				people := sitters()[7:] // with a photo, in two scripts
				_, draw := posing(b, tpl, people, "en", setter)
				for b.Loop() {
					doc, _ := draw()
					if _, err := raster.Render(setter, doc.Pages[0], dpi); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
