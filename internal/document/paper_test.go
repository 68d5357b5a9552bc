package document_test

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/internal/typeset"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// write writes a document as PDF and checks the file. LANYARD_KEEP names a folder to keep the files in, for looking.
func write(t testing.TB, setter *typeset.Setter, doc page.Document) string {
	t.Helper()
	var out bytes.Buffer
	if err := pdf.Write(&out, setter, &doc); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "out.pdf")
	if dir := os.Getenv("LANYARD_KEEP"); dir != "" {
		file = filepath.Join(dir, strings.ReplaceAll(t.Name(), "/", "_")+".pdf")
	}
	if err := os.WriteFile(file, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, "qpdf", "--check", file)
	return file
}

// run runs a tool of Debian's. A missing one fails the test: without it nothing was checked.
func run(t testing.TB, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Fatalf("%s is needed for this test: apt-get install poppler-utils qpdf zbar-tools", name)
	}
	var out, complaint bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = &out, &complaint
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %v: %v\n%s%s", name, args, err, out.Bytes(), complaint.Bytes())
	}
	return out.String()
}

// readBack is the text of a file's pages as a reader would copy it, without marks of direction, a line break a space.
func readBack(t testing.TB, file string) []string {
	t.Helper()
	return readSome(t, file, 1, 0)
}

// readSome is the text of some pages, from one to another; 0 is the last.
func readSome(t testing.TB, file string, from, to int) []string {
	t.Helper()
	args := []string{"-f", strconv.Itoa(from)}
	if to > 0 {
		args = append(args, "-l", strconv.Itoa(to))
	}
	text := strings.NewReplacer("\u202a", "", "\u202b", "", "\u202c", "", "\u200e", "", "\u200f", "").Replace(run(t, "pdftotext", append(args, file, "-")...))
	pages := strings.Split(strings.TrimSuffix(text, "\f"), "\f")
	for i, p := range pages {
		pages[i] = strings.Join(strings.Fields(p), " ")
	}
	return pages
}

// codes reads the QR codes off the first pages of a file painted at 150 dots per inch, a text a page in their order.
func codes(t testing.TB, file string, pages int) []string {
	t.Helper()
	stem := strings.TrimSuffix(file, ".pdf") + "-scan"
	// Plain greys: packing pictures takes longer than painting and reading them together.
	run(t, "pdftoppm", "-r", "150", "-l", strconv.Itoa(pages), "-gray", file, stem)
	pictures, err := filepath.Glob(stem + "*.pgm")
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(pictures)
	var all []string
	for _, p := range pictures {
		out := strings.TrimSpace(run(t, "zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", p))
		all = append(all, out)
		if err := os.Remove(p); err != nil {
			t.Error(err)
		}
	}
	return all
}

// inside fails for whatever leaves its page or its box.
func inside(t testing.TB, setter *typeset.Setter, doc page.Document) {
	t.Helper()
	const slack = 0.3
	for n, p := range doc.Pages {
		within := func(what any, x, y, w, h float64) {
			if x < -slack || y < -slack || x+w > p.W+slack || y+h > p.H+slack {
				t.Errorf("page %d: %.1f %.1f %.1f %.1f is outside the page: %v", n+1, x, y, w, h, what)
			}
		}
		page.Each(p.Items, func(it page.Item) {
			switch it := it.(type) {
			case page.Rect:
				within("rectangle", it.X, it.Y, it.W, it.H)
			case page.Line:
				within("line", min(it.X1, it.X2), min(it.Y1, it.Y2), max(it.X1, it.X2)-min(it.X1, it.X2), max(it.Y1, it.Y2)-min(it.Y1, it.Y2))
			case page.Circle:
				within("circle", it.X-it.R, it.Y-it.R, 2*it.R, 2*it.R)
			case page.Image:
				within(it.Key, it.X, it.Y, it.W, it.H)
			case page.QR:
				within("code", it.X, it.Y, it.Size, it.Size)
			case page.Text:
				within(it.Content, it.X, it.Y, it.W, it.H)
				b := setter.Set(it)
				w, h := it.W, it.H
				if it.Turn%2 == 1 {
					w, h = h, w
				}
				if b.Width > w+slack || h > 0 && b.Height > h+slack || b.Tall && b.Height > h*1.25 {
					t.Errorf("page %d: %q takes %.2f × %.2f of a box of %.2f × %.2f", n+1, it.Content, b.Width, b.Height, w, h)
				}
			}
		})
	}
}

// texts are all boxes of text of a document.
func texts(doc page.Document) []page.Text {
	var all []page.Text
	for _, p := range doc.Pages {
		for _, it := range p.Items {
			if t, ok := it.(page.Text); ok {
				all = append(all, t)
			}
		}
	}
	return all
}
