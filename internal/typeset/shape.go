package typeset

import (
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// Glyph is one shape of a run. Lengths are in ems: multiply them by the run's size.
type Glyph struct {
	ID uint32
	// X and Y are where the glyph's origin stands, right of the run's left edge and above the baseline.
	X, Y float64
	// Advance is how far the glyph moves the pen.
	Advance float64
	// Cluster is the index of the first character of the paragraph that the glyph stands for.
	Cluster int
}

// shapedRun is an item's glyphs, from left to right.
type shapedRun struct {
	item
	glyphs []Glyph
	width  float64
	simple bool
}

// unligatured keeps Latin, Cyrillic and Greek a glyph a letter, so that they can be printed with an embedded font and
// found by a search for any of their letters.
var unligatured = []shaping.FontFeature{
	{Tag: opentype.MustNewTag("liga"), Value: 0},
	{Tag: opentype.MustNewTag("clig"), Value: 0},
}

// line gives the runs of a line, shaped by itself: a break takes kerning and joins away. It remembers them, for the
// document that measures a text and the file that draws it ask for the same lines. The lock is held.
func (s *Setter) line(sp span) []shapedRun {
	p, part := sp.p, [2]int{sp.start, sp.end}
	if sp.start == 0 && sp.end == len(p.text) {
		return p.runs
	}
	runs, ok := p.lines[part]
	if !ok {
		runs = s.shape(p, sp.start, sp.end)
		if p.lines == nil {
			p.lines = make(map[[2]int][]shapedRun)
		}
		p.lines[part] = runs
	}
	return runs
}

// shape gives the runs of text[start:end] in logical order. The lock is held.
func (s *Setter) shape(p *paragraph, start, end int) []shapedRun {
	var runs []shapedRun
	for _, it := range p.items {
		it.start, it.end = max(it.start, start), min(it.end, end)
		if it.start < it.end {
			runs = append(runs, s.shapeItem(p, it))
		}
	}
	return runs
}

func (s *Setter) shapeItem(p *paragraph, it item) shapedRun {
	upem := int(it.face.Upem())
	in := shaping.Input{
		Text: p.text, RunStart: it.start, RunEnd: it.end,
		Direction: di.DirectionLTR, Face: it.face.font, Size: fixed.I(upem),
		Script: it.script, Language: language.NewLanguage(p.key.language),
	}
	if it.level%2 == 1 {
		in.Direction = di.DirectionRTL
	}
	switch it.script {
	case language.Latin, language.Cyrillic, language.Greek:
		in.FontFeatures = unligatured
	}
	it.face.mu.Lock()
	out := s.shaper.Shape(in)
	it.face.mu.Unlock()
	run := shapedRun{item: it, glyphs: make([]Glyph, len(out.Glyphs))}
	em := 64 * float64(upem)
	for i, g := range out.Glyphs {
		run.glyphs[i] = Glyph{
			ID: uint32(g.GlyphID), X: run.width + float64(g.XOffset)/em, Y: float64(g.YOffset) / em,
			Advance: float64(g.Advance) / em, Cluster: g.TextIndex(),
		}
		run.width += float64(g.Advance) / em
	}
	run.simple = isSimple(p.text[it.start:it.end], run)
	return run
}

// isSimple says whether a run is what a font embedded by character draws by itself: a glyph for each letter, the
// letter's own, standing on the line one after the other.
func isSimple(text []rune, run shapedRun) bool {
	if !run.face.plain || run.level%2 == 1 || len(text) != len(run.glyphs) {
		return false
	}
	pen := 0.0
	for i, g := range run.glyphs {
		own, ok := run.face.nominal(text[i])
		if !ok || own != g.ID || text[i] > 0xFFFF || g.Y != 0 || g.X != pen {
			return false
		}
		pen += g.Advance
	}
	return true
}
