package pdf_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/internal/typeset"
)

// copied prints names, a page each, and gives the text that a reader copies from each page.
func copied(t *testing.T, setter *typeset.Setter, names []string, read func(file string) string) []string {
	t.Helper()
	doc := &page.Document{Title: "Names", Created: made}
	for _, name := range names {
		doc.NewPage(page.A6).Add(page.Text{X: 5, Y: 10, W: 95, H: 20, Content: name, MaxLines: 1, Style: page.Style{Size: 20, MinSize: 8}})
	}
	var out bytes.Buffer
	if err := pdf.Write(&out, setter, doc); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "names.pdf")
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	pages := strings.Split(read(file), "\f")
	if len(pages) < len(names) {
		t.Fatalf("%d pages of %d are read back", len(pages), len(names))
	}
	for i := range pages {
		pages[i] = strings.TrimSpace(pages[i])
	}
	return pages
}

// TestNamesAreCopied prints names of twelve scripts and reads them back with poppler (Evince, Okular) and MuPDF: a name
// comes as it was typed, in logical order. MuPDF does not put right-to-left letters back into their order, as poppler and
// browsers do: it gives every text as it stands from left to right.
func TestNamesAreCopied(t *testing.T) {
	setter := typeset.New()
	const collection = "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"
	font, err := os.ReadFile(collection)
	if err != nil {
		t.Fatal("this test needs: apt-get install fonts-wqy-microhei")
	}
	if err := setter.AddFont(collection, font); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("../typeset/testdata/names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var all, leftToRight []string
	for line := range strings.Lines(string(data)) {
		script, name, _ := strings.Cut(strings.TrimSpace(line), "\t")
		all = append(all, name)
		if script != "Arab" && script != "Hebr" {
			leftToRight = append(leftToRight, name)
		}
	}
	for _, r := range []struct {
		tool  string
		names []string
		read  func(file string) string
	}{
		{"pdftotext", all, func(file string) string { return readBack(t, file) }},
		{"mutool", leftToRight, func(file string) string { return run(t, "mutool", "draw", "-q", "-F", "txt", file) }},
	} {
		same := 0
		for i, got := range copied(t, setter, r.names, r.read)[:len(r.names)] {
			if got == r.names[i] {
				same++
			} else {
				t.Errorf("%s: %q is copied as %q", r.tool, r.names[i], got)
			}
		}
		t.Logf("%s: %d of %d names are copied as they were typed", r.tool, same, len(r.names))
	}
}

// TestCopiedBeyondTheBasicPlane has characters of more than two bytes, of Chinese and Deseret, which are copied whether or
// not a font draws them. (Adlam is copied from right to left: poppler takes no letter beyond the basic plane for one that
// is written so.)
func TestCopiedBeyondTheBasicPlane(t *testing.T) {
	names := []string{"𠮷野家 𡈽屋", "𠮷", "Li 𠮷 (VIP)", "𐐔𐐇𐐝𐐀𐐡𐐇𐐓"}
	for i, got := range copied(t, typeset.New(), names, func(file string) string {
		run(t, "qpdf", "--check", file)
		return readBack(t, file)
	})[:len(names)] {
		if got != names[i] {
			t.Errorf("%q is copied as %q", names[i], got)
		}
	}
}
