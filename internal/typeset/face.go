package typeset

import (
	"bytes"
	"fmt"
	"sync"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Face is one typeface, parsed once. Its methods may be called from several goroutines.
type Face struct {
	name    string
	data    []byte
	metrics metrics
	plain   bool

	mu       sync.Mutex
	font     *font.Face
	outlines map[uint32][]Segment
}

// Op is what a Segment of an outline does.
type Op uint8

// The operations of an outline; every subpath begins with MoveTo and closes itself.
const (
	MoveTo Op = iota
	LineTo
	QuadTo
	CubeTo
)

// Segment is one step of a glyph's outline, in font units, y upwards. The last point used is the end of the step.
type Segment struct {
	Op   Op
	X, Y [3]float32
}

// plainFace parses an embedded font: a TrueType file that a PDF may embed by character.
func plainFace(name string, data []byte) (*Face, error) {
	f, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("typeset: font %s: %w", name, err)
	}
	listCoverage(f.Font)
	return &Face{name: name, data: data, plain: true, font: f, metrics: metricsOf(name),
		outlines: make(map[uint32][]Segment)}, nil
}

// foreignFace is a font of the system's or the user's, of which only outlines are drawn.
func foreignFace(name string, f *font.Face) *Face {
	listCoverage(f.Font)
	face := &Face{name: name, font: f, outlines: make(map[uint32][]Segment)}
	face.metrics = measured(face)
	return face
}

// Name is the face's file name without its extension: "NotoSans-Bold".
func (f *Face) Name() string { return f.name }

// Data is the font file, nil for one that is not embedded. It must not be changed.
func (f *Face) Data() []byte { return f.data }

// Upem is the number of font units in an em, usually 1000.
func (f *Face) Upem() float64 { return float64(f.font.Upem()) }

// Has says whether the face has a glyph of its own for a character. What a font of the system keeps as pixels or in
// colours, as it does for emoji, would be a hole on the paper and does not count.
func (f *Face) Has(r rune) bool {
	g, ok := f.nominal(r)
	return ok && (f.plain || unicode.IsSpace(r) || len(f.Outline(g)) > 0)
}

func (f *Face) nominal(r rune) (uint32, bool) {
	g, ok := f.font.Font.NominalGlyph(r)
	return uint32(g), ok && g != 0
}

// AdvanceOf is how far a character's own glyph moves the pen, in ems; that of the sign for a missing glyph where the face
// has none.
func (f *Face) AdvanceOf(r rune) float64 {
	g, _ := f.nominal(r)
	return f.Advance(g)
}

// Outline is the shape of a glyph; empty for a space. The slice is shared and must not be changed.
func (f *Face) Outline(glyph uint32) []Segment {
	f.mu.Lock()
	defer f.mu.Unlock()
	if o, ok := f.outlines[glyph]; ok {
		return o
	}
	var out []Segment
	if data, ok := f.font.GlyphDataOutline(opentype.GID(glyph)); ok {
		out = make([]Segment, len(data.Segments))
		for i, s := range data.Segments {
			out[i].Op = Op(s.Op) // the library counts its operations in the same order
			for j, p := range s.Args {
				out[i].X[j], out[i].Y[j] = p.X, p.Y
			}
		}
	}
	f.outlines[glyph] = out
	return out
}

// Advance is how far a glyph by itself moves the pen, in ems.
func (f *Face) Advance(glyph uint32) float64 {
	f.mu.Lock()
	defer f.mu.Unlock()
	return float64(f.font.HorizontalAdvance(opentype.GID(glyph))) / f.Upem()
}
