// Package pdf writes documents as PDF files. It is the only importer of gofpdf, so that another writer can take its place
// in an afternoon: gofpdf makes the file, its pages, fonts and pictures; the drawing itself is written here.
package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"
	"unicode/utf16"

	"github.com/jung-kurt/gofpdf"

	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// Write writes a document. The same document with the same creation date gives the same bytes. It fails on a document
// without pages, on a picture or QR code that cannot be drawn, and when w does.
func Write(w io.Writer, setter *typeset.Setter, doc *page.Document) error {
	kept := *doc
	kept.Pages = slices.Clone(doc.Pages)
	return Spend(w, setter, &kept)
}

// Spend is Write that lets go of each page as soon as it is packed, so that ten thousand are not held in both forms at once. The
// document has no pages afterwards.
func Spend(w io.Writer, setter *typeset.Setter, doc *page.Document) error {
	if len(doc.Pages) == 0 || doc.Pages[0] == nil { // or it was spent
		return errors.New("pdf: a document needs a page")
	}
	wr := newWriter(setter, doc)
	defer wr.codes.end()
	for i, p := range doc.Pages {
		doc.Pages[i] = nil
		if err := wr.page(i, p); err != nil {
			return errors.Join(err, wr.packing.end())
		}
	}
	doc.Pages = nil
	if err := wr.packing.end(); err != nil {
		return err
	}
	wr.useRunes()
	wr.useGlyphs()
	var out bytes.Buffer
	if err := wr.f.Output(&out); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return finish(w, out.Bytes(), doc.Language, wr.renames(), wr.used(), wr.kept())
}

// writer is a document being written. The instructions of a page gather in buf and are packed; gofpdf has but the number of
// the page in their place, and of a photo but its size, so that a file of ten thousand badges is never in memory as a whole.
type writer struct {
	f        *gofpdf.Fpdf
	setter   *typeset.Setter
	buf      []byte
	height   float64 // of the page, in points
	ink      ink
	fonts    map[*typeset.Face]*embedded
	current  *embedded // the font selected
	glyphs   map[glyphKey]*glyph
	drawn    []*glyph          // in the order of their first use
	forms    map[string]*glyph // of groups by their keys
	pictures map[any]*placed
	outside  []outside // by their numbers
	packing  *packing
	codes    codes
	blocks   [256]bool // of 256 characters each, that texts have, seen or unseen
	beyond   []rune    // characters beyond the basic plane, in the order of their codes
}

const points = 72 / 25.4 // in a millimetre

func newWriter(setter *typeset.Setter, doc *page.Document) *writer {
	first := doc.Pages[0]
	f := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: first.W * points, Ht: first.H * points}})
	f.SetMargins(0, 0, 0)
	f.SetAutoPageBreak(false, 0)
	f.SetCatalogSort(true)
	f.SetCompression(false) // finish does it
	f.SetProducer("Lanyard", true)
	f.SetTitle(stringOf(doc.Title), false)
	f.SetAuthor(stringOf(doc.Author), false)
	f.SetSubject(stringOf(doc.Subject), false)
	f.SetKeywords(stringOf(doc.Keywords), false)
	created := doc.Created
	if created.IsZero() {
		created = time.Now()
	}
	f.SetCreationDate(created.UTC())
	f.SetModificationDate(created.UTC())
	return &writer{f: f, setter: setter, fonts: make(map[*typeset.Face]*embedded),
		glyphs: make(map[glyphKey]*glyph), forms: make(map[string]*glyph), pictures: make(map[any]*placed),
		codes: workOut(slices.Clone(doc.Pages)), packing: pack(len(doc.Pages))}
}

func (w *writer) page(i int, p *page.Page) error {
	w.height = p.H * points
	w.ink, w.current = newInk(), nil
	w.buf = w.packing.room()
	w.op("1 j") // lines join round
	w.f.AddPageFormat("P", gofpdf.SizeType{Wd: p.W * points, Ht: w.height})
	for _, it := range p.Items {
		if err := w.draw(it); err != nil {
			return err
		}
	}
	w.packing.take(i, w.buf)
	w.buf = nil
	w.f.RawWriteStr(pageMark(i))
	if err := w.f.Error(); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

func (w *writer) draw(it page.Item) error {
	switch it := it.(type) {
	case page.Rect:
		w.rect(it)
	case page.Line:
		w.line(it)
	case page.Circle:
		w.circle(it)
	case page.Path:
		w.path(it)
	case page.Image:
		return w.image(it)
	case page.QR:
		return w.qr(it)
	case page.Code128:
		return w.bars(it)
	case page.Text:
		w.text(it)
	case page.Group:
		return w.group(it)
	}
	return nil
}

// stringOf is a text as the file's own strings have it (ISO 32000-1, 7.9.2.2): as it is where it is ASCII, for a certificate
// is verified from the file's bytes, else as UTF-16. gofpdf's own conversion knows three bytes a character at the most.
func stringOf(text string) string {
	plain := true
	for _, r := range text {
		plain = plain && r >= ' ' && r < 0x7F
	}
	if plain {
		return text
	}
	out := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(text)) {
		out = binary.BigEndian.AppendUint16(out, unit)
	}
	return string(out)
}
