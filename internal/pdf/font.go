package pdf

import (
	"crypto/sha256"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/jung-kurt/gofpdf"

	"lanyard/internal/typeset"
)

// embedded is a font of the document, of which gofpdf embeds the characters used.
type embedded struct {
	face   *typeset.Face
	family string
	choice []byte // the operators that select it at the size of 1
	runes  map[rune]struct{}
}

var fontChoice = regexp.MustCompile(`BT /F\w+ [\d.]+ Tf ET`)

// fontOf registers a face the first time that a text is set in it.
func (w *writer) fontOf(face *typeset.Face) *embedded {
	e, ok := w.fonts[face]
	if !ok {
		// gofpdf calls the font "utf8" and this. The two letters in front leave room for the tag of a subset: see finish.
		e = &embedded{face: face, family: "ly+" + strings.ToLower(face.Name()), runes: make(map[rune]struct{})}
		w.fonts[face] = e
		w.f.AddUTF8FontFromBytes(e.family, "", face.Data())
		// Only gofpdf knows what it calls the font: it says so where it selects it.
		said := w.f.CreateTemplate(func(t *gofpdf.Tpl) { t.SetFont(e.family, "", 1) }).Bytes()
		e.choice = append(fontChoice.Find(said), '\n')
	}
	return e
}

// choose selects a font for the text that follows, at the size of 1: the text matrix has the real one.
func (w *writer) choose(e *embedded) {
	if w.current != e {
		w.buf = append(w.buf, e.choice...)
		w.current = e
	}
}

// sorted gives the fonts in the order of their names.
func (w *writer) sorted() []*embedded {
	var out []*embedded
	for _, e := range w.fonts {
		out = append(out, e)
	}
	slices.SortFunc(out, func(a, b *embedded) int { return strings.Compare(a.family, b.family) })
	return out
}

// useRunes tells gofpdf which characters were used. It only learns of them from text that it writes, so it writes them
// into a template that no page shows.
func (w *writer) useRunes() {
	w.f.CreateTemplate(func(t *gofpdf.Tpl) {
		for _, e := range w.sorted() {
			t.SetFont(e.family, "", 1)
			t.Text(0, 0, string(e.sorted()))
		}
	})
}

func (e *embedded) sorted() []rune {
	var out []rune
	for r := range e.runes {
		out = append(out, r)
	}
	slices.Sort(out)
	return out
}

// renames gives each font, by the name that gofpdf writes, the name that the standard wants of a subset: six capitals that
// differ from one subset to another, a plus sign, and the font's own name. Both are of one length.
func (w *writer) renames() map[string]string {
	names := make(map[string]string)
	for _, e := range w.sorted() {
		sum := sha256.Sum256([]byte(string(e.sorted())))
		tag := make([]byte, 6)
		for i := range tag {
			tag[i] = 'A' + sum[i]%26
		}
		names["/utf8"+e.family] = fmt.Sprintf("/%s+%s", tag, e.face.Name())
	}
	return names
}
