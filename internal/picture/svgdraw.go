package picture

import (
	"image"
	"math"
	"slices"

	"github.com/srwiley/rasterx"

	"lanyard/internal/page"
)

// item is the drawing in a box, as paths, or painted where it cannot be said in paths.
func (d *drawing) item(box page.Image) (page.Item, error) {
	v := d.icon.ViewBox
	x, y, w, h := box.Frame(int(math.Ceil(v.W*1000)), int(math.Ceil(v.H*1000)))
	if !d.plain {
		var err error
		box.Picture, err = d.painted(w, h)
		return box, err
	}
	g := page.Group{Key: box.Key, Clip: &page.Rect{W: box.W, H: box.H}}
	to := rasterx.Identity.Translate(x, y).Scale(w/v.W, h/v.H).Translate(-v.X, -v.Y)
	for _, p := range d.parts {
		one := page.Path{Segments: segments(p.path, to.Mult(p.at)), Fill: p.fill, Stroke: p.stroke, StrokeWidth: p.width * scale(to), Round: p.round}
		if n := len(g.Items); n > 0 && joins(g.Items[n-1], one) {
			last := g.Items[n-1].(page.Path)
			last.Segments = append(last.Segments, one.Segments...)
			g.Items[n-1] = last
			continue
		}
		g.Items = append(g.Items, one)
	}
	return g, nil
}

// joins says that lines of one look follow each other: drawn at once they look the same, in less time.
func joins(before page.Item, p page.Path) bool {
	last, ok := before.(page.Path)
	return ok && !last.Fill.Visible() && !p.Fill.Visible() && last.Stroke == p.Stroke && last.StrokeWidth == p.StrokeWidth && last.Round == p.Round
}

// segments are a path's steps on the page.
func segments(path rasterx.Path, m rasterx.Matrix2D) []page.Segment {
	at := func(i int) page.Point {
		x, y := m.Transform(float64(path[i])/64, float64(path[i+1])/64)
		return page.Point{X: x, Y: y}
	}
	var all []page.Segment
	var from page.Point
	for i := 0; i < len(path); {
		s := page.Segment{}
		switch rasterx.PathCommand(path[i]) {
		case rasterx.PathMoveTo:
			s.Op, s.P[0] = page.MoveTo, at(i+1)
			from = s.P[0]
			i += 3
		case rasterx.PathLineTo:
			s.Op, s.P[0] = page.LineTo, at(i+1)
			from = s.P[0]
			i += 3
		case rasterx.PathQuadTo:
			c, end := at(i+1), at(i+3)
			third := func(a page.Point) page.Point { return page.Point{X: a.X + 2*(c.X-a.X)/3, Y: a.Y + 2*(c.Y-a.Y)/3} }
			s.Op, s.P = page.CurveTo, [3]page.Point{third(from), third(end), end}
			from = end
			i += 5
		case rasterx.PathCubicTo:
			s.Op, s.P = page.CurveTo, [3]page.Point{at(i + 1), at(i + 3), at(i + 5)}
			from = s.P[2]
			i += 7
		default:
			s.Op = page.Close
			i++
		}
		all = append(all, s)
	}
	return all
}

// painted is the drawing as a picture of a size in millimetres.
func (d *drawing) painted(w, h float64) (img *image.RGBA, err error) {
	defer func() {
		if r := recover(); r != nil {
			img, err = nil, tooManyParts()
		}
	}()
	px := func(v float64) int { return max(1, min(5000, int(math.Ceil(v/25.4*dense)))) }
	img = image.NewRGBA(image.Rect(0, 0, px(w), px(h)))
	d.icon.SetTarget(0, 0, float64(px(w)), float64(px(h)))
	d.draw(rasterx.NewDasher(px(w), px(h), rasterx.NewScannerGV(px(w), px(h), img, img.Bounds())))
	return img, nil
}

// draw has the library draw the parts. It takes the widths of lines and the lengths of dashes as they are written, whatever
// the drawing is made larger by: they are made larger here.
func (d *drawing) draw(r *rasterx.Dasher) {
	for _, p := range d.icon.SVGPaths {
		k := scale(matrixOf(p)) * scale(d.icon.Transform)
		p.LineWidth *= k
		p.DashOffset *= k
		p.Dash = slices.Clone(p.Dash)
		for i := range p.Dash {
			p.Dash[i] = math.Max(shortestDash, p.Dash[i]*k)
		}
		p.DrawTransformed(r, 1, d.icon.Transform)
	}
}

// shortestDash is a length in pixels of which there are few enough on a page.
const shortestDash = 0.25
