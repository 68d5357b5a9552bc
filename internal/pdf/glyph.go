package pdf

import (
	"errors"
	"math"
	"strconv"

	"github.com/jung-kurt/gofpdf"

	"lanyard/internal/typeset"
)

type glyphKey struct {
	face  *typeset.Face
	glyph uint32
}

// glyph is the shape of a letter that no embedded font draws: it stands in the file once, as a form in font units, and is
// shown wherever the letter occurs.
type glyph struct {
	name          string
	left, bottom  float64 // of the shape, from the glyph's origin
	width, height float64
	drawing       []byte // moved to begin at 0, 0; empty for a space
}

// glyphOf makes a glyph the first time that it is drawn.
func (w *writer) glyphOf(face *typeset.Face, id uint32) *glyph {
	key := glyphKey{face, id}
	g, ok := w.glyphs[key]
	if !ok {
		g = newGlyph(face.Outline(id))
		if len(g.drawing) > 0 {
			g.name = "g" + strconv.Itoa(len(w.drawn))
			w.drawn = append(w.drawn, g)
		}
		w.glyphs[key] = g
	}
	return g
}

func newGlyph(outline []typeset.Segment) *glyph {
	g := &glyph{left: math.Inf(1), bottom: math.Inf(1)}
	right, top := math.Inf(-1), math.Inf(-1)
	for _, s := range outline {
		for i := range ends(s.Op) {
			x, y := float64(s.X[i]), float64(s.Y[i])
			g.left, right = min(g.left, math.Floor(x)), max(right, math.Ceil(x))
			g.bottom, top = min(g.bottom, math.Floor(y)), max(top, math.Ceil(y))
		}
	}
	g.width, g.height = right-g.left, top-g.bottom
	g.trace(outline)
	return g
}

// ends is how many points a step of an outline has.
func ends(op typeset.Op) int {
	switch op {
	case typeset.QuadTo:
		return 2
	case typeset.CubeTo:
		return 3
	}
	return 1
}

func (g *glyph) trace(outline []typeset.Segment) {
	var px, py float64
	pt := func(x, y float64) {
		g.drawing = appendNum(g.drawing, x, 0)
		g.drawing = appendNum(g.drawing, y, 0)
	}
	for _, s := range outline {
		last := ends(s.Op) - 1
		x, y := float64(s.X[last])-g.left, float64(s.Y[last])-g.bottom
		switch s.Op {
		case typeset.MoveTo:
			pt(x, y)
			g.drawing = append(g.drawing, "m\n"...)
		case typeset.LineTo:
			pt(x, y)
			g.drawing = append(g.drawing, "l\n"...)
		case typeset.QuadTo:
			// A quadratic curve as a cubic one.
			cx, cy := float64(s.X[0])-g.left, float64(s.Y[0])-g.bottom
			pt(px+2*(cx-px)/3, py+2*(cy-py)/3)
			pt(x+2*(cx-x)/3, y+2*(cy-y)/3)
			pt(x, y)
			g.drawing = append(g.drawing, "c\n"...)
		case typeset.CubeTo:
			pt(float64(s.X[0])-g.left, float64(s.Y[0])-g.bottom)
			pt(float64(s.X[1])-g.left, float64(s.Y[1])-g.bottom)
			pt(x, y)
			g.drawing = append(g.drawing, "c\n"...)
		}
		px, py = x, y
	}
	if len(g.drawing) > 0 {
		g.drawing = append(g.drawing, "f\n"...)
	}
}

// useGlyphs tells gofpdf of the glyphs drawn, by an empty form on the last page that has them all.
func (w *writer) useGlyphs() {
	if len(w.drawn) == 0 {
		return
	}
	all := form{name: "glyphs", glyph: &glyph{width: 1, height: 1}}
	for _, g := range w.drawn {
		all.parts = append(all.parts, &form{name: g.name, glyph: g})
	}
	w.f.UseTemplate(&all)
}

// form is a glyph as gofpdf wants it.
type form struct {
	name  string
	glyph *glyph
	parts []gofpdf.Template
}

func (f *form) ID() string                               { return f.name }
func (f *form) Bytes() []byte                            { return f.glyph.drawing }
func (f *form) Images() map[string]*gofpdf.ImageInfoType { return nil }
func (f *form) Templates() []gofpdf.Template             { return f.parts }
func (f *form) NumPages() int                            { return 1 }
func (f *form) FromPage(int) (gofpdf.Template, error)    { return f, nil }
func (f *form) FromPages() []gofpdf.Template             { return []gofpdf.Template{f} }

func (f *form) Size() (gofpdf.PointType, gofpdf.SizeType) {
	return gofpdf.PointType{}, gofpdf.SizeType{Wd: f.glyph.width, Ht: f.glyph.height}
}

var errUnstored = errors.New("pdf: a glyph is not stored by itself")

func (f *form) Serialize() ([]byte, error) { return nil, errUnstored }
func (f *form) GobEncode() ([]byte, error) { return nil, errUnstored }
func (f *form) GobDecode([]byte) error     { return errUnstored }
