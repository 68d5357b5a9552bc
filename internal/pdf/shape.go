package pdf

import (
	"math"

	"lanyard/internal/page"
)

// arc is how far a Bézier curve's handles reach to draw a quarter of a circle of radius 1.
const arc = 0.5522847498

func (w *writer) rect(r page.Rect) {
	w.figure(r.Fill, r.Stroke, r.StrokeWidth, func() { w.rounded(r.X, r.Y, r.W, r.H, r.Radius) })
}

func (w *writer) circle(c page.Circle) {
	w.figure(c.Fill, c.Stroke, c.StrokeWidth, func() { w.rounded(c.X-c.R, c.Y-c.R, 2*c.R, 2*c.R, c.R) })
}

// figure fills and strokes the path that trace writes.
func (w *writer) figure(fill, stroke page.Colour, width float64, trace func()) {
	filled, stroked := fill.Visible(), stroke.Visible() && width > 0
	if filled {
		w.fill(black(fill))
	}
	if stroked {
		w.stroke(black(stroke), width, 0)
	}
	switch {
	case filled && stroked:
		trace()
		w.op("B")
	case filled:
		trace()
		w.op("f")
	case stroked:
		trace()
		w.op("S")
	}
}

func (w *writer) rounded(x, y, wd, h, r float64) {
	r = math.Max(0, math.Min(r, math.Min(wd, h)/2))
	if r == 0 {
		w.at(x, y+h)
		w.num(wd*points, 2)
		w.num(h*points, 2)
		w.op("re")
		return
	}
	k, x2, y2 := r*(1-arc), x+wd, y+h
	w.at(x+r, y)
	w.op("m")
	side := func(lx, ly float64, curve ...float64) {
		w.at(lx, ly)
		w.op("l")
		for i := 0; i < len(curve); i += 2 {
			w.at(curve[i], curve[i+1])
		}
		w.op("c")
	}
	side(x2-r, y, x2-k, y, x2, y+k, x2, y+r)
	side(x2, y2-r, x2, y2-k, x2-k, y2, x2-r, y2)
	side(x+r, y2, x+k, y2, x, y2-k, x, y2-r)
	side(x, y+r, x, y+k, x+k, y, x+r, y)
	w.op("h")
}

func (w *writer) line(l page.Line) {
	if !l.Stroke.Visible() || l.Width <= 0 {
		return
	}
	w.stroke(black(l.Stroke), l.Width, l.Dash)
	w.at(l.X1, l.Y1)
	w.op("m")
	w.at(l.X2, l.Y2)
	w.op("l S")
}

func (w *writer) path(p page.Path) {
	if p.Round {
		w.buf = append(w.buf, "1 J "...)
		defer func() { w.op("0 J") }()
	}
	w.figure(p.Fill, p.Stroke, p.StrokeWidth, func() {
		for _, s := range p.Segments {
			switch s.Op {
			case page.MoveTo:
				w.at(s.P[0].X, s.P[0].Y)
				w.op("m")
			case page.LineTo:
				w.at(s.P[0].X, s.P[0].Y)
				w.op("l")
			case page.CurveTo:
				for _, q := range s.P {
					w.at(q.X, q.Y)
				}
				w.op("c")
			case page.Close:
				w.op("h")
			}
		}
	})
}

// qr draws the modules as one path, in a grid of its own so that every number is a small whole one.
func (w *writer) qr(q page.QR) error {
	code := w.codes.take()
	if code.err != nil {
		return code.err
	}
	w.figure(q.Background, page.Colour{}, 0, func() { w.rounded(q.X, q.Y, q.Size, q.Size, 0) })
	w.fill(black(q.Colour))
	side := q.Size / float64(code.side+2*page.QuietZone)
	w.buf = append(w.buf, "q "...)
	w.num(side*points, 4)
	w.buf = append(w.buf, "0 0 "...)
	w.num(-side*points, 4)
	w.at(q.X+page.QuietZone*side, q.Y+page.QuietZone*side)
	w.op("cm")
	w.buf = append(w.buf, code.path...)
	w.op("f Q")
	return nil
}

// bars draws a bar code as one path, in a grid of its own: modules across, one unit high.
func (w *writer) bars(c page.Code128) error {
	bars, length, err := c.Bars()
	if err != nil {
		return err
	}
	w.fill(black(c.Colour))
	side := c.W / float64(length)
	w.buf = append(w.buf, "q "...)
	w.num(side*points, 5)
	w.buf = append(w.buf, "0 0 "...)
	w.num(-c.H*points, 3)
	w.at(c.X+page.BarQuiet*side, c.Y)
	w.op("cm")
	for _, b := range bars {
		w.whole(b.X, 0, b.W, 1)
		w.op("re")
	}
	w.op("f Q")
	return nil
}
