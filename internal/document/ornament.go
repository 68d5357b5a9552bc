package document

import (
	"math"

	"lanyard/internal/page"
)

// ornament draws the frame of a certificate: a rosette so pale that text stands on it, two lines around the page, and
// at the corners the eight-pointed star of the region's tiles.
func ornament(p *page.Page) {
	rosette(p, p.W/2, 88, 66)
	// Office printers leave some five millimetres of the paper white.
	const outer, inner, star = 13.0, 16.0, 8.0
	for _, f := range []struct{ at, width float64 }{{outer, 0.8}, {inner, 0.25}} {
		p.Frame(f.at, f.at, p.W-2*f.at, p.H-2*f.at, f.width, accent)
	}
	mid := (outer + inner) / 2
	for _, x := range []float64{mid, p.W - mid} {
		for _, y := range []float64{mid, p.H - mid} {
			p.Add(page.Circle{X: x, Y: y, R: star * 0.98, Fill: page.White})
			p.Add(khatam(x, y, star, 0, page.White, accent, 0.5))
			p.Add(khatam(x, y, star*0.72, 0, accent, page.Colour{}, 0))
			p.Add(khatam(x, y, star*0.40, math.Pi/8, page.White, page.Colour{}, 0))
			p.Add(page.Circle{X: x, Y: y, R: star * 0.12, Fill: accent})
		}
	}
}

// khatam is the star of two squares, one turned by an eighth.
func khatam(x, y, r, turn float64, fill, stroke page.Colour, width float64) page.Path {
	// The inner corners of two crossed squares lie at this share of the radius.
	inner := r * math.Cos(math.Pi/4) / math.Cos(math.Pi/8)
	points := make([]page.Point, 16)
	for i := range points {
		radius := r
		if i%2 == 1 {
			radius = inner
		}
		angle := turn + float64(i)*math.Pi/8
		points[i] = page.Point{X: x + radius*math.Cos(angle), Y: y + radius*math.Sin(angle)}
	}
	path := page.Polygon(fill, points...)
	path.Stroke, path.StrokeWidth = stroke, width
	return path
}

// rosette draws ellipses turned about one centre, as on banknotes.
func rosette(p *page.Page, x, y, r float64) {
	const petals = 18
	path := page.Path{Stroke: tint(accent, 0.11), StrokeWidth: 0.2}
	for i := range petals {
		path.Segments = append(path.Segments, ellipse(x, y, r, r*0.42, float64(i)*math.Pi/petals)...)
	}
	p.Add(path)
}

// ellipse is an ellipse about a centre, turned by an angle, as four curves.
func ellipse(x, y, a, b, turn float64) []page.Segment {
	const bow = 0.5522847498 // where the control points of a quarter of a circle stand
	sin, cos := math.Sincos(turn)
	at := func(u, v float64) page.Point {
		return page.Point{X: x + u*a*cos - v*b*sin, Y: y + u*a*sin + v*b*cos}
	}
	segments := []page.Segment{{Op: page.MoveTo, P: [3]page.Point{at(1, 0)}}}
	u, v := 1.0, 0.0
	for range 4 {
		nu, nv := -v, u
		segments = append(segments, page.Segment{Op: page.CurveTo,
			P: [3]page.Point{at(u+bow*nu, v+bow*nv), at(nu+bow*u, nv+bow*v), at(nu, nv)}})
		u, v = nu, nv
	}
	return append(segments, page.Segment{Op: page.Close})
}

// divider draws a star between two lines that run thin.
func divider(p *page.Page, x, y float64) {
	const length, gap = 34.0, 4.0
	for _, side := range []float64{-1, 1} {
		p.Add(page.Polygon(accent, page.Point{X: x + side*gap, Y: y - 0.3}, page.Point{X: x + side*(gap+length), Y: y},
			page.Point{X: x + side*gap, Y: y + 0.3}))
	}
	p.Add(khatam(x, y, 2.2, 0, accent, page.Colour{}, 0), page.Circle{X: x, Y: y, R: 0.6, Fill: page.White})
}
