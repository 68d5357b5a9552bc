package pdf_test

import (
	"os"
	"strings"
	"testing"

	"lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/internal/raster"
	"lanyard/internal/typeset"
)

// TestForeignFontsArePrinted sets names in fonts that are not embedded in the program: the PDF has their outlines, and the
// preview shows the same.
func TestForeignFontsArePrinted(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	setter := typeset.WithSystem()
	doc := &page.Document{Title: "Names", Created: made}
	p := doc.NewPage(page.A6)
	names := []string{"王小明", "田中 さくら", "김민준 (VIP)", "Wáng 王"}
	for i, name := range names {
		p.Add(page.Text{X: 5, Y: 5 + 20*float64(i), W: 95, H: 18, Content: name, Style: page.Style{Size: 30, Bold: i%2 == 1}})
		if missing := setter.Missing(name); len(missing) > 0 {
			t.Fatalf("%q is missing: apt-get install fonts-wqy-microhei", string(missing))
		}
	}
	stem := strings.TrimSuffix(file(t, setter, doc), ".pdf")
	run(t, "pdftoppm", "-r", "150", "-png", "-singlefile", stem+".pdf", stem)
	printed := open(t, stem+".png")
	shown, err := raster.Render(setter, p, 150)
	if err != nil {
		t.Fatal(err)
	}
	if stray, ink := strayInk(shown, printed); stray > 0 || ink < 5000 {
		t.Errorf("%d of %d dark pixels of the preview are not in print", stray, ink)
	}
	if stray, ink := strayInk(printed, shown); stray > 0 || ink < 5000 {
		t.Errorf("%d of %d dark pixels of the print are not in the preview", stray, ink)
	}
	text := readBack(t, stem+".pdf")
	for _, name := range names {
		if !strings.Contains(text, name) {
			t.Errorf("%q is not in the text %q", name, text)
		}
	}
}

// file writes a document with a setter of its own.
func file(t *testing.T, setter *typeset.Setter, doc *page.Document) string {
	t.Helper()
	out, err := os.CreateTemp(t.TempDir(), "*.pdf")
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	if err := pdf.Write(out, setter, doc); err != nil {
		t.Fatal(err)
	}
	return out.Name()
}
