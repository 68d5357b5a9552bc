package pdf

import (
	"strconv"

	"lanyard/internal/page"
)

// group draws instructions between q and Q, turned and cut to a shape.
func (w *writer) group(g page.Group) error {
	if g.Key != "" && g.Clip != nil && !g.Turned() {
		return w.shared(g)
	}
	before, font := w.ink, w.current
	w.op("q")
	if g.Turned() {
		w.turn(g.Matrix())
	}
	if c := g.Clip; c != nil {
		w.rounded(c.X, c.Y, c.W, c.H, c.Radius)
		w.op("W n")
	}
	for _, it := range g.Items {
		if err := w.draw(it); err != nil {
			return err
		}
	}
	w.op("Q")
	w.ink, w.current = before, font
	return nil
}

// turn writes a matrix of the page, whose y runs down, as one of the file, whose y runs up.
func (w *writer) turn(m [6]float64) {
	const decimals = 6
	h := w.height / points
	w.num(m[0], decimals)
	w.num(-m[1], decimals)
	w.num(-m[2], decimals)
	w.num(m[3], decimals)
	w.num((m[2]*h+m[4])*points, 3)
	w.num((h-m[3]*h-m[5])*points, 3)
	w.op("cm")
}

// shared draws a group of shapes from the form that has them, writing it the first time.
func (w *writer) shared(g page.Group) error {
	c := *g.Clip
	shape, ok := w.forms[g.Key]
	if !ok {
		shape = &glyph{name: "s" + strconv.Itoa(len(w.forms)), width: c.W * points, height: c.H * points}
		buf, height, before := w.buf, w.height, w.ink
		// A form begins in the state of whoever shows it: none of it is known here.
		w.buf, w.height, w.ink = nil, shape.height, ink{width: -1, dash: -1}
		for _, it := range g.Items {
			if err := w.draw(page.Moved(it, -c.X, -c.Y)); err != nil {
				return err
			}
		}
		shape.drawing, w.buf, w.height, w.ink = w.buf, buf, height, before
		w.forms[g.Key] = shape
		w.drawn = append(w.drawn, shape)
	}
	w.buf = append(w.buf, "q 1 0 0 1 "...)
	w.at(c.X, c.Y+c.H)
	w.buf = append(w.buf, "cm /TPL"...)
	w.buf = append(w.buf, shape.name...)
	w.op(" Do Q")
	return nil
}
