package pdf

import (
	"math"

	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

func (w *writer) text(t page.Text) {
	b := w.setter.Set(t)
	m := b.Matrix()
	w.fill(black(t.Style.Colour))
	for _, l := range b.Lines {
		for _, r := range l.Runs {
			if r.Simple {
				w.simple(m, l, r)
			} else {
				w.outlined(m, l, r)
			}
		}
	}
}

// matrix writes the four numbers by which a run's units become points on the page, and the place of a point of the
// block's frame. sx stretches the run along its line.
func (w *writer) matrix(m [6]float64, em, sx, x, y float64) {
	const decimals = 4
	em *= points
	w.num(m[0]*em*sx, decimals)
	w.num(-m[1]*em*sx, decimals)
	w.num(-m[2]*em, decimals)
	w.num(m[3]*em, decimals)
	w.at(m[0]*x+m[2]*y+m[4], m[1]*x+m[3]*y+m[5])
}

// simple sets a run with an embedded font, letter by letter, moved closer where the font has a kerning pair.
func (w *writer) simple(m [6]float64, l typeset.Line, r typeset.Run) {
	if len(r.Text) == 0 {
		return
	}
	font := w.fontOf(r.Face)
	w.choose(font)
	w.buf = append(w.buf, "BT "...)
	w.matrix(m, r.Em, 1, l.X+r.X, l.Baseline)
	w.buf = append(w.buf, "Tm [("...)
	for i, c := range r.Text {
		font.runes[c] = struct{}{}
		w.char(c)
		// The adjustment is what the pen would move too far, in thousandths of an em.
		adjust := math.Round(1000 * (r.Face.Advance(r.Glyphs[i].ID) - r.Glyphs[i].Advance))
		if adjust != 0 && i < len(r.Text)-1 {
			w.buf = append(w.buf, ')')
			w.num(adjust, 0)
			w.buf = append(w.buf, '(')
		}
	}
	w.op(")]TJ ET")
}

// char appends a character to a string: two bytes, those that mean something to the format escaped. A character beyond the
// basic plane has the code of a surrogate, which is no character, and the fonts' maps say what it stands for.
func (w *writer) char(c rune) {
	if c > 0xFFFF {
		if c = w.codeOf(c); c == 0 {
			return
		}
	} else {
		w.blocks[c>>8] = true
	}
	for _, b := range [2]byte{byte(c >> 8), byte(c)} {
		switch b {
		case '(', ')', '\\':
			w.buf = append(w.buf, '\\', b)
		case '\r':
			w.buf = append(w.buf, '\\', 'r')
		default:
			w.buf = append(w.buf, b)
		}
	}
}

// outlined draws a shaped run as filled outlines and lays its text over them, unseen, for searching and copying.
func (w *writer) outlined(m [6]float64, l typeset.Line, r typeset.Run) {
	upem := r.Face.Upem()
	started := false
	x, y := 0.0, 0.0
	for _, g := range r.Glyphs {
		shape := w.glyphOf(r.Face, g.ID)
		if len(shape.drawing) == 0 {
			continue
		}
		if !started {
			w.buf = append(w.buf, "q "...)
			w.unitMatrix(m, r.Em/upem, l.X+r.X, l.Baseline)
			w.op("cm")
			started = true
		}
		gx, gy := math.Round(g.X*upem)+shape.left, math.Round(g.Y*upem)+shape.bottom
		w.buf = append(w.buf, "1 0 0 1 "...)
		w.num(gx-x, 0)
		w.num(gy-y, 0)
		w.op("cm")
		x, y = gx, gy
		w.buf = append(w.buf, "/TPL"...)
		w.buf = append(w.buf, shape.name...)
		w.op(" Do")
	}
	if started {
		w.op("Q")
	}
	w.unseen(m, l, r)
}

// unitMatrix is matrix for lengths as small as a font unit.
func (w *writer) unitMatrix(m [6]float64, unit, x, y float64) {
	const decimals = 6
	unit *= points
	w.num(m[0]*unit, decimals)
	w.num(-m[1]*unit, decimals)
	w.num(-m[2]*unit, decimals)
	w.num(m[3]*unit, decimals)
	w.at(m[0]*x+m[2]*y+m[4], m[1]*x+m[3]*y+m[5])
}
