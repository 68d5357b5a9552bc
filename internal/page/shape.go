package page

import "image"

// Rect is a rectangle, its corners rounded by Radius. It is filled, stroked or both.
type Rect struct {
	X, Y, W, H  float64
	Radius      float64
	Fill        Colour
	Stroke      Colour
	StrokeWidth float64
}

// Line is a straight line with flat ends. Dash, if positive, is the length of its dashes and of the gaps between.
type Line struct {
	X1, Y1, X2, Y2 float64
	Width          float64
	Stroke         Colour
	Dash           float64
}

// Circle is a circle by its centre.
type Circle struct {
	X, Y, R     float64
	Fill        Colour
	Stroke      Colour
	StrokeWidth float64
}

// Path is a figure of straight and curved segments. It is filled by the non-zero rule, every subpath closed, and
// stroked as it is written, its ends flat or, with Round, rounded.
type Path struct {
	Segments    []Segment
	Fill        Colour
	Stroke      Colour
	StrokeWidth float64
	Round       bool
}

// Op is what a Segment does.
type Op uint8

// The operations of a path, with the points they use.
const (
	MoveTo  Op = iota // P[0]
	LineTo            // P[0]
	CurveTo           // control points P[0] and P[1], end P[2]
	Close             // none
)

// Point is a place on the page, in millimetres.
type Point struct{ X, Y float64 }

// Segment is one step of a path.
type Segment struct {
	Op Op
	P  [3]Point
}

// Polygon is the closed path through points.
func Polygon(fill Colour, points ...Point) Path {
	p := Path{Fill: fill}
	for i, pt := range points {
		op := LineTo
		if i == 0 {
			op = MoveTo
		}
		p.Segments = append(p.Segments, Segment{Op: op, P: [3]Point{pt}})
	}
	if len(points) > 0 {
		p.Segments = append(p.Segments, Segment{Op: Close})
	}
	return p
}

// Fit says how a picture meets a box of another shape.
type Fit uint8

// The ways of fitting a picture.
const (
	Contain Fit = iota // whole picture, centred, margins left
	Cover              // whole box, the picture's edges cut off
	Stretch            // both, out of proportion
)

// Image is a picture in a box. Either Picture or Data (an encoded PNG or JPEG) is set. A Key names the picture, so that
// the thousand badges that carry one logo carry it once; without a key, the same Picture or the same Data slice is
// recognised too. Load stands in place of Data for pictures of which there are too many to hold at once: it is asked for the
// same bytes whenever they are needed, by several goroutines.
type Image struct {
	X, Y, W, H float64
	Picture    image.Image
	Data       []byte
	Load       func() ([]byte, error)
	Key        string
	Fit        Fit
}

func (Rect) item()   {}
func (Line) item()   {}
func (Circle) item() {}
func (Path) item()   {}
func (Image) item()  {}

// Moved is the instruction at another place, x to the right and y down.
func Moved(it Item, x, y float64) Item {
	switch it := it.(type) {
	case Rect:
		it.X, it.Y = it.X+x, it.Y+y
		return it
	case Line:
		it.X1, it.Y1, it.X2, it.Y2 = it.X1+x, it.Y1+y, it.X2+x, it.Y2+y
		return it
	case Circle:
		it.X, it.Y = it.X+x, it.Y+y
		return it
	case Path:
		moved := make([]Segment, len(it.Segments))
		for i, s := range it.Segments {
			for j := range s.P {
				s.P[j].X, s.P[j].Y = s.P[j].X+x, s.P[j].Y+y
			}
			moved[i] = s
		}
		it.Segments = moved
		return it
	case Image:
		it.X, it.Y = it.X+x, it.Y+y
		return it
	case QR:
		it.X, it.Y = it.X+x, it.Y+y
		return it
	case Code128:
		it.X, it.Y = it.X+x, it.Y+y
		return it
	case Group:
		return it.moved(x, y)
	case Text:
		it.X, it.Y = it.X+x, it.Y+y
		return it
	}
	return it
}
