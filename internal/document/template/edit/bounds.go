package edit

import (
	"math"

	"lanyard/internal/document/template"
)

// Bounds is the upright rectangle around an element, turned as it is.
func Bounds(e template.Element) template.Place {
	if e.Rotation == 0 {
		return e.Place
	}
	sin, cos := math.Sincos(e.Rotation * math.Pi / 180)
	w, h := math.Abs(e.W*cos)+math.Abs(e.H*sin), math.Abs(e.W*sin)+math.Abs(e.H*cos)
	return template.Place{X: e.X + e.W/2 - w/2, Y: e.Y + e.H/2 - h/2, W: w, H: h}
}

// Around is the rectangle around several elements; none for none.
func Around(all []template.Element) template.Place {
	var box template.Place
	for i, e := range all {
		b := Bounds(e)
		if i == 0 {
			box = b
			continue
		}
		x, y := math.Min(box.X, b.X), math.Min(box.Y, b.Y)
		box = template.Place{X: x, Y: y, W: math.Max(box.X+box.W, b.X+b.W) - x, H: math.Max(box.Y+box.H, b.Y+b.H) - y}
	}
	return box
}

// Corner is a point of an element's box as it is turned: across and down from -1 (left, top) to 1 (right, bottom).
func Corner(e template.Element, across, down float64) (x, y float64) {
	dx, dy := turned(across*e.W/2, down*e.H/2, e.Rotation)
	return e.X + e.W/2 + dx, e.Y + e.H/2 + dy
}

// turned is a distance turned clockwise by degrees.
func turned(dx, dy, degrees float64) (x, y float64) {
	if degrees == 0 {
		return dx, dy
	}
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	return dx*cos - dy*sin, dx*sin + dy*cos
}

// hit says whether a point is on an element: in its box, or near the line that it is.
func hit(e template.Element, x, y, slack float64) bool {
	dx, dy := turned(x-e.X-e.W/2, y-e.Y-e.H/2, -e.Rotation)
	if e.Type == template.Line {
		return fromLine(dx, dy, e.W/2, e.H/2) <= slack+e.StrokeWidth/2
	}
	return math.Abs(dx) <= math.Max(e.W/2, slack) && math.Abs(dy) <= math.Max(e.H/2, slack)
}

// fromLine is how far a point is from the line from -w, -h to w, h.
func fromLine(x, y, w, h float64) float64 {
	along := 0.0
	if l := w*w + h*h; l > 0 {
		along = math.Max(-1, math.Min(1, (x*w+y*h)/l))
	}
	return math.Hypot(x-along*w, y-along*h)
}

// tidy rounds to a hundredth of a millimetre: finer than any printer, and short in a file.
func tidy(v float64) float64 {
	v = math.Round(v*100) / 100
	if v == 0 {
		return 0 // not -0
	}
	return v
}

func tidied(p template.Place) template.Place {
	return template.Place{X: tidy(p.X), Y: tidy(p.Y), W: tidy(p.W), H: tidy(p.H)}
}
