package raster

import (
	"math"

	"lanyard/internal/page"
)

func (c *canvas) rect(r page.Rect) {
	var f figure
	f.rounded(r.X, r.Y, r.W, r.H, r.Radius, false)
	c.fill(&f, r.Fill)
	c.ring(r.X, r.Y, r.W, r.H, r.Radius, r.StrokeWidth, r.Stroke)
}

func (c *canvas) circle(o page.Circle) {
	var f figure
	f.rounded(o.X-o.R, o.Y-o.R, 2*o.R, 2*o.R, o.R, false)
	c.fill(&f, o.Fill)
	c.ring(o.X-o.R, o.Y-o.R, 2*o.R, 2*o.R, o.R, o.StrokeWidth, o.Stroke)
}

// ring strokes a rounded rectangle: the outer edge, the inner one cut out.
func (c *canvas) ring(x, y, w, h, radius, width float64, colour page.Colour) {
	if width <= 0 || !colour.Visible() {
		return
	}
	var f figure
	d := width / 2
	outer := 0.0
	if radius > 0 {
		outer = radius + d
	}
	f.rounded(x-d, y-d, w+width, h+width, outer, false)
	if w > width && h > width {
		f.rounded(x+d, y+d, w-width, h-width, math.Max(0, radius-d), true)
	}
	c.fill(&f, colour)
}

func (c *canvas) line(l page.Line) {
	a, b := page.Point{X: l.X1, Y: l.Y1}, page.Point{X: l.X2, Y: l.Y2}
	var f figure
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if l.Dash <= 0 || length == 0 {
		f.bar(a, b, l.Width)
	} else {
		at := func(d float64) page.Point {
			t := math.Min(d, length) / length
			return page.Point{X: a.X + t*(b.X-a.X), Y: a.Y + t*(b.Y-a.Y)}
		}
		for d := 0.0; d < length; d += 2 * l.Dash {
			f.bar(at(d), at(d+l.Dash), l.Width)
		}
	}
	c.fill(&f, l.Stroke)
}

func (c *canvas) path(p page.Path) {
	var f figure
	for _, s := range p.Segments {
		switch s.Op {
		case page.MoveTo:
			f.move(s.P[0].X, s.P[0].Y)
		case page.LineTo:
			f.lineTo(s.P[0].X, s.P[0].Y)
		case page.CurveTo:
			f.cube(s.P[0], s.P[1], s.P[2])
		}
	}
	c.fill(&f, p.Fill)
	if p.StrokeWidth > 0 && p.Stroke.Visible() {
		c.stroke(p)
	}
}

// stroke draws a path's segments as bars with discs where they join. All wind the same way, so that their overlaps
// stay filled.
func (c *canvas) stroke(p page.Path) {
	var f figure
	var first, at page.Point
	to := func(q page.Point, joined bool) {
		f.bar(at, q, p.StrokeWidth)
		if p.Round {
			f.disc(q, p.StrokeWidth/2)
		}
		if joined || p.Round {
			f.disc(at, p.StrokeWidth/2)
		}
		at = q
	}
	joined := false
	for _, s := range p.Segments {
		switch s.Op {
		case page.MoveTo:
			first, at, joined = s.P[0], s.P[0], false
			continue
		case page.LineTo:
			to(s.P[0], joined)
		case page.CurveTo:
			from := at
			for i := 1; i <= 24; i++ {
				to(bezier(from, s.P, float64(i)/24), joined || i > 1)
			}
		case page.Close:
			to(first, joined)
			f.disc(first, p.StrokeWidth/2)
		}
		joined = true
	}
	c.fill(&f, p.Stroke)
}

func bezier(a page.Point, p [3]page.Point, t float64) page.Point {
	u := 1 - t
	w0, w1, w2, w3 := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
	return page.Point{
		X: w0*a.X + w1*p[0].X + w2*p[1].X + w3*p[2].X,
		Y: w0*a.Y + w1*p[0].Y + w2*p[1].Y + w3*p[2].Y,
	}
}

// bar adds a straight line of a width, clockwise.
func (f *figure) bar(a, b page.Point, width float64) {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if length == 0 || width <= 0 {
		return
	}
	nx, ny := (b.Y-a.Y)/length*width/2, -(b.X-a.X)/length*width/2
	f.polygon(page.Point{X: a.X + nx, Y: a.Y + ny}, page.Point{X: b.X + nx, Y: b.Y + ny},
		page.Point{X: b.X - nx, Y: b.Y - ny}, page.Point{X: a.X - nx, Y: a.Y - ny})
}

func (f *figure) disc(at page.Point, r float64) {
	f.rounded(at.X-r, at.Y-r, 2*r, 2*r, r, false)
}
