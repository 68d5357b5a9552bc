package pdf

import "lanyard/internal/page"

// group draws instructions between q and Q, turned and cut to a shape.
func (w *writer) group(g page.Group) error {
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
	w.ink = before
	if w.current != font {
		// The font went with the state, which gofpdf does not know.
		w.flush()
		w.f.SetFontSize(1)
	}
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
