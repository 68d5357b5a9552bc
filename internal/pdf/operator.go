package pdf

import (
	"math"
	"strconv"

	"lanyard/internal/page"
)

// ink is the graphics state of a page as far as we changed it.
type ink struct {
	fill, stroke page.Colour
	width        float64
	dash         float64
}

// newInk is the state in which a page begins. No line has a negative width: the first one sets it.
func newInk() ink { return ink{fill: page.Black, stroke: page.Black, width: -1} }

// num appends a number with so many decimals, none of them a trailing zero, and a space.
func (w *writer) num(v float64, decimals int) { w.buf = appendNum(w.buf, v, decimals) }

func appendNum(buf []byte, v float64, decimals int) []byte {
	scale := math.Pow10(decimals)
	n := math.Round(v * scale)
	if n == 0 || math.IsNaN(n) || math.Abs(n) > 1e15 {
		return append(buf, '0', ' ')
	}
	if n < 0 {
		buf, n = append(buf, '-'), -n
	}
	whole, part := int64(n)/int64(scale), int64(n)%int64(scale)
	if whole > 0 || part == 0 {
		buf = strconv.AppendInt(buf, whole, 10)
	}
	if part > 0 {
		buf = append(buf, '.')
		for unit := int64(scale) / 10; part > 0; unit /= 10 {
			buf = append(buf, byte('0'+part/unit))
			part %= unit
		}
	}
	return append(buf, ' ')
}

// whole appends whole numbers, a space after each.
func (w *writer) whole(all ...int) {
	for _, n := range all {
		w.buf = append(strconv.AppendInt(w.buf, int64(n), 10), ' ')
	}
}

// at appends a place on the page, given in millimetres from its top left corner.
func (w *writer) at(x, y float64) {
	w.num(x*points, 2)
	w.num(w.height-y*points, 2)
}

func (w *writer) op(s string) {
	w.buf = append(w.buf, s...)
	w.buf = append(w.buf, '\n')
}

func (w *writer) fill(c page.Colour) {
	if c != w.ink.fill {
		w.ink.fill = c
		w.colour(c, "g", "rg")
	}
}

func (w *writer) stroke(c page.Colour, width, dash float64) {
	if c != w.ink.stroke {
		w.ink.stroke = c
		w.colour(c, "G", "RG")
	}
	if width != w.ink.width {
		w.ink.width = width
		w.num(width*points, 3)
		w.op("w")
	}
	if dash != w.ink.dash {
		w.ink.dash = dash
		w.buf = append(w.buf, '[')
		if dash > 0 {
			w.num(dash*points, 2)
		}
		w.op("] 0 d")
	}
}

func (w *writer) colour(c page.Colour, grey, colour string) {
	w.num(float64(c.R)/255, 3)
	if c.R == c.G && c.G == c.B {
		w.op(grey)
		return
	}
	w.num(float64(c.G)/255, 3)
	w.num(float64(c.B)/255, 3)
	w.op(colour)
}

// black is a colour, or black for the zero Colour.
func black(c page.Colour) page.Colour {
	if !c.Visible() {
		return page.Black
	}
	c.A = 255
	return c
}
