package pdf_test

import (
	"bytes"
	"strings"
	"testing"

	"lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/internal/raster"
	"lanyard/internal/typeset"
)

// FuzzText sets any text into a small box and prints and previews it: nothing breaks, and no line is wider than its box.
func FuzzText(f *testing.F) {
	for _, name := range names {
		f.Add(name, uint8(0), false)
	}
	f.Add("a\x00\u202e\u200b\U0010ffff\xff", uint8(3), true)
	f.Add(strings.Repeat("Ə", 400), uint8(1), true)
	setter := typeset.New()
	f.Fuzz(func(t *testing.T, text string, lines uint8, bold bool) {
		box := page.Text{X: 5, Y: 5, W: 40, H: 12, Content: text, MaxLines: int(lines % 5), Style: page.Style{Size: 14, MinSize: 6, Bold: bold}}
		block := setter.Set(box)
		for _, l := range block.Lines {
			if l.Width > box.W+1e-3 {
				t.Errorf("a line of %.3f mm in a box of %.0f mm: %q", l.Width, box.W, l.Text)
			}
		}
		doc := &page.Document{Title: text, Author: text, Created: made}
		p := doc.NewPage(page.A6)
		p.Add(box)
		var out bytes.Buffer
		if err := pdf.Write(&out, setter, doc); err != nil {
			t.Error(err)
		}
		if _, err := raster.Render(setter, p, 40); err != nil {
			t.Error(err)
		}
	})
}
