package pdf

import (
	"math"

	"lanyard/internal/typeset"
)

// unseen lays a run's text over its outlines in rendering mode 3, word by word, each as wide as it stands. Characters and
// words come in the order in which they stand on the paper, from left to right: from that readers work the logical order
// out. The font need not have the letters, for nobody sees them: it has one width for all that it lacks.
func (w *writer) unseen(m [6]float64, l typeset.Line, r typeset.Run) {
	font := w.fontOf(w.setter.Plain())
	w.choose(font)
	w.buf = append(w.buf, "BT 3 Tr\n"...)
	ends := wordEnds(r.Text)
	for i := range ends {
		if r.RTL {
			i = len(ends) - 1 - i
		}
		start := 0
		if i > 0 {
			start = ends[i-1]
		}
		left, right := extent(r, start, ends[i])
		w.word(m, l, r, r.Text[start:ends[i]], left, right)
	}
	w.op("0 Tr ET")
}

// wordEnds is where the words of a text end, their spaces included: a copied text needs the spaces.
func wordEnds(text []rune) []int {
	var ends []int
	for i, c := range text {
		if c == ' ' || i == len(text)-1 {
			ends = append(ends, i+1)
		}
	}
	return ends
}

// extent is where a part of a run's text stands, in ems from the run's left edge.
func extent(r typeset.Run, start, end int) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	pen := 0.0
	for _, g := range r.Glyphs {
		if i := g.Cluster - r.Start; i >= start && i < end {
			left, right = math.Min(left, pen), math.Max(right, pen+g.Advance)
		}
		pen += g.Advance
	}
	return left, right
}

func (w *writer) word(m [6]float64, l typeset.Line, r typeset.Run, text []rune, left, right float64) {
	font, width := w.fontOf(w.setter.Plain()), 0.0
	for _, c := range text {
		if c > 0xFFFF {
			width += font.face.Advance(0)
			continue
		}
		if font.face.Has(c) {
			font.runes[c] = struct{}{} // so that its width is its own, whether or not the document shows it elsewhere
		}
		width += font.face.AdvanceOf(c)
	}
	if width <= 0 || !(right > left) {
		return
	}
	w.matrix(m, r.Em, (right-left)/width, l.X+r.X+left*r.Em, l.Baseline)
	w.buf = append(w.buf, "Tm ("...)
	for i := range text {
		c := text[i]
		if r.RTL {
			c = text[len(text)-1-i]
		}
		w.char(c)
	}
	w.op(")Tj")
}
