package picture

import (
	"fmt"
	"image"
	"image/color"
	"math"
	"reflect"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"

	"lanyard/internal/page"
)

// part is a path of the drawing in its own units, with the colours that it has.
type part struct {
	path         rasterx.Path
	at           rasterx.Matrix2D
	fill, stroke page.Colour
	width        float64
	round        bool
}

// partsOf takes the drawing apart. plain is false if a part cannot be said in paths of one colour: it has dashes, or colours
// that run into each other.
func (d *drawing) partsOf() (all []part, plain bool, err error) {
	defer func() {
		if r := recover(); r != nil {
			all, err = nil, badSVG(fmt.Errorf("picture: svg: %v", r))
		}
	}()
	n := 0
	for _, p := range d.icon.SVGPaths {
		if n += len(p.Path); n > corners {
			return nil, false, tooManyParts()
		}
		one := part{path: p.Path, at: matrixOf(p), round: isRound(p.LineCap)}
		var fill, stroke paint
		bare := p // with a path that takes no time: only the colours are of interest
		bare.Path = nil
		rasterx.AddRect(0, 0, 1, 1, 0, &bare.Path)
		small := bare
		bare.SetLineColor(nil)
		bare.Draw(rasterx.NewDasher(1, 1, &fill), 1)
		bare = small
		bare.SetFillColor(nil)
		bare.Dash = nil
		bare.Draw(rasterx.NewDasher(1, 1, &stroke), 1)
		if fill.mixed || stroke.mixed || stroke.colour.Visible() && len(p.Dash) > 0 {
			return nil, false, nil
		}
		one.fill, one.stroke = fill.colour, stroke.colour
		one.width = p.LineWidth * scale(one.at)
		all = append(all, one)
	}
	return all, true, nil
}

// shows says whether anything of the drawing is within its page, and large enough to be seen there.
func (d *drawing) shows() bool {
	v := d.icon.ViewBox
	used := map[page.Op]int{page.MoveTo: 1, page.LineTo: 1, page.CurveTo: 3}
	const seen = 1.0 / 5000 // of the page: a hundredth of a millimetre on one of five centimetres
	for _, p := range d.parts {
		left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
		for _, s := range segments(p.path, p.at) {
			for _, at := range s.P[:used[s.Op]] {
				left, right, top, bottom = math.Min(left, at.X), math.Max(right, at.X), math.Min(top, at.Y), math.Max(bottom, at.Y)
			}
		}
		wide := p.width / 2
		if !p.stroke.Visible() {
			wide = 0
		}
		left, top, right, bottom = left-wide, top-wide, right+wide, bottom+wide
		if right >= v.X && left <= v.X+v.W && bottom >= v.Y && top <= v.Y+v.H && math.Max((right-left)/v.W, (bottom-top)/v.H) >= seen {
			return true
		}
	}
	return false
}

// paint is where the library paints to when only the colour is of interest.
type paint struct {
	rasterx.Scanner
	colour page.Colour
	mixed  bool
	line   []fixed.Point26_6
}

func (p *paint) SetColor(c any) {
	if known, ok := c.(color.Color); ok {
		p.colour = onPaper(known)
		return
	}
	p.mixed = true
}

func (p *paint) Start(a fixed.Point26_6)            { p.line = append(p.line[:0], a) }
func (p *paint) Line(b fixed.Point26_6)             { p.line = append(p.line, b) }
func (p *paint) GetPathExtent() fixed.Rectangle26_6 { return fixed.R(0, 0, 1, 1) }
func (p *paint) Draw()                              {}
func (p *paint) Clear()                             {}
func (p *paint) SetBounds(int, int)                 {}
func (p *paint) SetWinding(bool)                    {}
func (p *paint) SetClip(image.Rectangle)            {}

// matrixOf is what a part's numbers are carried by. The library keeps that to itself: a square tells.
func matrixOf(p oksvg.SvgPath) rasterx.Matrix2D {
	const side = 1 << 10
	p.Path = nil
	rasterx.AddRect(0, 0, side, side, 0, &p.Path)
	p.SetFillColor(color.Black)
	p.SetLineColor(nil)
	var seen paint
	p.Draw(rasterx.NewDasher(1, 1, &seen), 1)
	at := func(i int) (float64, float64) { return float64(seen.line[i].X) / 64, float64(seen.line[i].Y) / 64 }
	x0, y0 := at(0)
	x1, y1 := at(1)
	x2, y2 := at(2)
	return rasterx.Matrix2D{A: (x1 - x0) / side, B: (y1 - y0) / side, C: (x2 - x1) / side, D: (y2 - y1) / side, E: x0, F: y0}
}

func scale(m rasterx.Matrix2D) float64 { return math.Sqrt(math.Abs(m.A*m.D - m.B*m.C)) }

func isRound(c rasterx.CapFunc) bool {
	return c != nil && reflect.ValueOf(c).Pointer() == reflect.ValueOf(rasterx.RoundCap).Pointer()
}
