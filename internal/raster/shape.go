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

// stroke draws a path's segments as ribbons with discs where they join at an angle. All wind the same way, so that their
// overlaps stay filled.
func (c *canvas) stroke(p page.Path) {
	s := stroker{width: p.StrokeWidth, pixel: 1 / math.Sqrt(math.Abs(c.m[0]*c.m[3]-c.m[1]*c.m[2])), round: p.Round}
	var first page.Point
	for _, seg := range p.Segments {
		switch seg.Op {
		case page.MoveTo:
			s.end()
			first, s.at, s.open = seg.P[0], seg.P[0], false
		case page.LineTo:
			s.line(seg.P[0])
		case page.CurveTo:
			s.curve(seg.P)
		case page.Close:
			s.line(first)
			s.disc(first, s.width/2)
			s.open = false
		}
	}
	s.end()
	for _, f := range s.split(c.m) {
		c.fill(&f, p.Stroke)
	}
}

// split takes a figure apart whose parts leave most of its box empty, such as a frame: each is painted by itself in less time.
func (f *figure) split(m affine) []figure {
	var parts []figure
	start := 0
	for i, s := range f.steps {
		if s.op == 'm' && i > start {
			parts = append(parts, figure{f.steps[start:i]})
			start = i
		}
	}
	parts = append(parts, figure{f.steps[start:]})
	sum := 0
	for i := range parts {
		box := parts[i].bounds(m)
		sum += box.Dx() * box.Dy()
	}
	if box := f.bounds(m); len(f.steps) == 0 || sum > box.Dx()*box.Dy()/2 {
		return []figure{*f}
	}
	return parts
}

// stroker gathers the ribbons of a path.
type stroker struct {
	figure
	width, pixel float64 // millimetres
	round        bool
	at           page.Point
	open         bool       // something is drawn up to at
	way          page.Point // in which it came, of length 1
}

// end closes a line that is left open.
func (s *stroker) end() {
	if s.open && s.round {
		s.disc(s.at, s.width/2)
	}
}

// join puts a disc where the line turns, or begins round.
func (s *stroker) join(way page.Point) {
	const straight = 0.98 // cosine of an angle that leaves no gap to be seen
	if s.open && way.X*s.way.X+way.Y*s.way.Y < straight || !s.open && s.round {
		s.disc(s.at, s.width/2)
	}
}

func (s *stroker) line(to page.Point) {
	way := direction(s.at, to)
	if way == (page.Point{}) {
		return
	}
	s.join(way)
	s.bar(s.at, to, s.width)
	s.at, s.way, s.open = to, way, true
}

// curve draws one ribbon in as many steps as its length needs.
func (s *stroker) curve(p [3]page.Point) {
	const long = 5 // pixels a step
	length := math.Hypot(p[0].X-s.at.X, p[0].Y-s.at.Y) + math.Hypot(p[1].X-p[0].X, p[1].Y-p[0].Y) + math.Hypot(p[2].X-p[1].X, p[2].Y-p[1].Y)
	steps := min(max(int(length/s.pixel/long), 6), 64)
	points := []page.Point{s.at}
	for i := 1; i <= steps; i++ {
		if q := bezier(s.at, p, float64(i)/float64(steps)); q != points[len(points)-1] {
			points = append(points, q)
		}
	}
	if len(points) < 2 {
		return
	}
	s.join(direction(points[0], points[1]))
	last := len(points) - 1
	ribbon := make([]page.Point, 2*len(points))
	for i, q := range points {
		// Across the line through the neighbours.
		way := direction(points[max(i-1, 0)], points[min(i+1, last)])
		nx, ny := way.Y*s.width/2, -way.X*s.width/2
		ribbon[i] = page.Point{X: q.X + nx, Y: q.Y + ny}
		ribbon[len(ribbon)-1-i] = page.Point{X: q.X - nx, Y: q.Y - ny}
	}
	s.polygon(ribbon...)
	s.at, s.way, s.open = p[2], direction(points[last-1], points[last]), true
}

// direction is the way from a point to another, of length 1; of length 0 where they are one.
func direction(a, b page.Point) page.Point {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if length == 0 {
		return page.Point{}
	}
	return page.Point{X: (b.X - a.X) / length, Y: (b.Y - a.Y) / length}
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
