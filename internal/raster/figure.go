package raster

import (
	"image"
	"math"
	"slices"

	"golang.org/x/image/vector"

	"lanyard/internal/page"
)

// figure is a path in millimetres, every subpath closed.
type figure struct {
	steps []step
}

type step struct {
	op byte // m, l, q, c
	p  [3]page.Point
}

func (f *figure) move(x, y float64) {
	f.steps = append(f.steps, step{'m', [3]page.Point{{X: x, Y: y}}})
}
func (f *figure) lineTo(x, y float64) {
	f.steps = append(f.steps, step{'l', [3]page.Point{{X: x, Y: y}}})
}
func (f *figure) cube(a, b, c page.Point) {
	f.steps = append(f.steps, step{'c', [3]page.Point{a, b, c}})
}
func (f *figure) quad(a, b page.Point) { f.steps = append(f.steps, step{'q', [3]page.Point{a, b}}) }

func (f *figure) polygon(points ...page.Point) {
	f.steps = slices.Grow(f.steps, len(points))
	for i, p := range points {
		if i == 0 {
			f.move(p.X, p.Y)
		} else {
			f.lineTo(p.X, p.Y)
		}
	}
}

// arc is how far a Bézier curve's handles reach to draw a quarter of a circle of radius 1.
const arc = 0.5522847498

// rounded adds a rectangle with rounded corners, clockwise, or anticlockwise to cut it out of a clockwise one.
func (f *figure) rounded(x, y, w, h, r float64, hole bool) {
	r = math.Max(0, math.Min(r, math.Min(w, h)/2))
	k := r * (1 - arc)
	pt := func(x, y float64) page.Point { return page.Point{X: x, Y: y} }
	x2, y2 := x+w, y+h
	switch {
	case r == 0 && !hole:
		f.polygon(pt(x, y), pt(x2, y), pt(x2, y2), pt(x, y2))
	case r == 0:
		f.polygon(pt(x, y), pt(x, y2), pt(x2, y2), pt(x2, y))
	case !hole:
		f.move(x+r, y)
		f.lineTo(x2-r, y)
		f.cube(pt(x2-k, y), pt(x2, y+k), pt(x2, y+r))
		f.lineTo(x2, y2-r)
		f.cube(pt(x2, y2-k), pt(x2-k, y2), pt(x2-r, y2))
		f.lineTo(x+r, y2)
		f.cube(pt(x+k, y2), pt(x, y2-k), pt(x, y2-r))
		f.lineTo(x, y+r)
		f.cube(pt(x, y+k), pt(x+k, y), pt(x+r, y))
	default:
		f.move(x+r, y)
		f.cube(pt(x+k, y), pt(x, y+k), pt(x, y+r))
		f.lineTo(x, y2-r)
		f.cube(pt(x, y2-k), pt(x+k, y2), pt(x+r, y2))
		f.lineTo(x2-r, y2)
		f.cube(pt(x2-k, y2), pt(x2, y2-k), pt(x2, y2-r))
		f.lineTo(x2, y+r)
		f.cube(pt(x2, y+k), pt(x2-k, y), pt(x2-r, y))
	}
}

// bounds is the figure's box in pixels, with a pixel to spare.
func (f *figure) bounds(m affine) image.Rectangle {
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, s := range f.steps {
		for _, p := range s.p[:points(s.op)] {
			x, y := m.apply(p.X, p.Y)
			x0, x1 = min(x0, x), max(x1, x)
			y0, y1 = min(y0, y), max(y1, y)
		}
	}
	return image.Rect(clamp(x0-1), clamp(y0-1), clamp(x1+2), clamp(y1+2))
}

// clamp keeps a coordinate that is far off the paper within what an image can address.
func clamp(v float64) int { return int(math.Floor(math.Max(-1e6, math.Min(1e6, v)))) }

func points(op byte) int {
	switch op {
	case 'q':
		return 2
	case 'c':
		return 3
	}
	return 1
}

// feed gives the figure to a rasteriser whose corner stands at a pixel.
func (f *figure) feed(r *vector.Rasterizer, m affine, at image.Point) {
	m[4], m[5] = m[4]-float64(at.X), m[5]-float64(at.Y)
	x := func(p page.Point) float32 { return float32(m[0]*p.X + m[2]*p.Y + m[4]) }
	y := func(p page.Point) float32 { return float32(m[1]*p.X + m[3]*p.Y + m[5]) }
	open := false
	for _, s := range f.steps {
		a, b, c := s.p[0], s.p[1], s.p[2]
		switch s.op {
		case 'm':
			if open {
				r.ClosePath()
			}
			r.MoveTo(x(a), y(a))
			open = true
		case 'l':
			r.LineTo(x(a), y(a))
		case 'q':
			r.QuadTo(x(a), y(a), x(b), y(b))
		case 'c':
			r.CubeTo(x(a), y(a), x(b), y(b), x(c), y(c))
		}
	}
	if open {
		r.ClosePath()
	}
}
