package picture

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
	"golang.org/x/image/math/fixed"

	"lanyard/internal/page"
	"lanyard/internal/picture/size"
	"lanyard/internal/seminar"
)

const (
	longestSVG = 4 << 20 // bytes: a drawing, not a photo in disguise
	elements   = 50_000  // what a drawing may have, its copies by <use> counted
	corners    = 400_000 // numbers in all of its paths together
	deepest    = 200     // elements inside each other
	farthest   = 1e7     // of the page's corner, in an SVG's own units: the library's numbers end soon after
	leastPage  = 1e-4    // width and height of a page in these units
	mostPage   = 1e6
)

// drawing is an SVG that can be drawn.
type drawing struct {
	icon  *oksvg.SvgIcon
	parts []part
	plain bool // it can be said in parts
}

func isSVG(data []byte) bool {
	head := data[:min(len(data), 1024)]
	return bytes.Contains(head, []byte("<svg")) || bytes.HasPrefix(bytes.TrimLeft(head, "\ufeff \t\r\n"), []byte("<?xml"))
}

func badSVG(why error) error {
	return seminar.Errorf(CodeSVG, "This SVG picture is damaged, or nothing is in it.").Because(why)
}

func tooManyParts() error {
	return seminar.Errorf(CodeParts, "This SVG picture has too many parts to be printed. Please use a PNG of it.")
}

func badSize() error {
	return seminar.Errorf(CodeSize, "This SVG picture has no size that can be drawn: it is nothing, or beyond reason. Please save it again, its page as large as the drawing.")
}

func loop() error {
	return seminar.Errorf(CodeLoop, "This SVG picture contains itself, and would never end. Please save it again, or use a PNG of it.")
}

func uses(element string) error {
	return seminar.Errorf(CodeUses, "This SVG picture uses <{element}>, which cannot be drawn. Please save its text as paths, or use a PNG of it.").
		WithArg("element", element)
}

// unread are elements that would be left out of the drawing, so that it would not show what it is meant to.
var unread = map[string]bool{"text": true, "image": true, "mask": true, "pattern": true, "filter": true, "foreignObject": true,
	"script": true, "clipPath": true, "symbol": true, "marker": true}

// readSVG reads an SVG after a look at what it is made of: no entities, no copies of copies, no program.
func readSVG(data []byte) (*drawing, error) {
	if len(data) > longestSVG {
		return nil, size.TooLarge()
	}
	if err := inspect(data); err != nil {
		return nil, err
	}
	icon, err := parseSVG(repaired(data))
	if err != nil {
		return nil, badSVG(err)
	}
	if v := icon.ViewBox; !(v.W >= leastPage && v.W <= mostPage && v.H >= leastPage && v.H <= mostPage) {
		return nil, badSize()
	}
	if len(icon.SVGPaths) == 0 {
		return nil, badSVG(errors.New("nothing to draw"))
	}
	d := &drawing{icon: icon}
	d.parts, d.plain, err = d.partsOf()
	if err == nil && d.plain && !d.shows() {
		err = badSize()
	}
	if err == nil && !d.plain {
		_, err = d.painted(10, 10) // whether it can be painted at all
	}
	if err != nil {
		return nil, err
	}
	return d, nil
}

// inspect reads the elements without drawing any.
func inspect(data []byte) error {
	dec := xml.NewDecoder(bytes.NewReader(data))
	dec.CharsetReader = func(string, io.Reader) (io.Reader, error) { return nil, errors.New("not UTF-8") }
	count, copies, defs := 0, 0, 0
	var open []string            // the ids of what is around, "" for none
	defined := map[string]bool{} // what can be copied
	var copied []string
	for {
		t, err := dec.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			return badSVG(err)
		}
		switch t := t.(type) {
		case xml.Directive:
			if bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
				return badSVG(errors.New("entities"))
			}
		case xml.EndElement:
			open = open[:len(open)-1]
			if t.Name.Local == "defs" {
				defs--
			}
		case xml.StartElement:
			id := attribute(t, "id")
			open = append(open, id)
			count++
			if len(open) > deepest || count > elements {
				return tooManyParts()
			}
			if defs > 0 {
				defined[id] = true
			}
			name := t.Name.Local
			switch {
			case unread[name] && defs == 0, name == "svg" && len(open) > 1:
				return uses(name)
			case name == "use":
				of := strings.TrimPrefix(attribute(t, "href"), "#")
				if of != "" && slices.Contains(open, of) {
					return loop()
				}
				if defs > 0 { // copies of copies
					return tooManyParts()
				}
				copied = append(copied, of)
				copies++
			case name == "defs":
				defs++
			}
			if err := measures(t); err != nil {
				return err
			}
			if err := dashes(t.Attr); err != nil {
				return err
			}
		}
	}
	if copies > 0 && count*(copies+1) > elements {
		return tooManyParts()
	}
	for _, of := range copied {
		if !defined[of] || of == "" { // the library would leave it out
			return uses("use")
		}
	}
	return nil
}

// attribute is the value of an element's attribute, whatever its space.
func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// geometric are the attributes that say where things are and how large.
var geometric = []string{"viewBox", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "d", "points", "transform", "stroke-width"}

var number = regexp.MustCompile(`(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?`)

// measures refuses numbers that the library would turn into others, and a drawing whose own width or height is none.
func measures(e xml.StartElement) error {
	for _, a := range e.Attr {
		name := a.Name.Local
		if a.Name.Space != "" || !slices.Contains(geometric, name) {
			continue
		}
		if e.Name.Local == "svg" && (name == "width" || name == "height") {
			value := strings.TrimRight(strings.TrimSpace(a.Value), "%abcdefghijklmnopqrstuvwxyz")
			if n, err := strconv.ParseFloat(value, 64); a.Value != "auto" && (err != nil || !(n > 0)) {
				return badSize()
			}
		}
		for _, written := range number.FindAllString(a.Value, -1) {
			if n, err := strconv.ParseFloat(written, 64); err != nil || n > farthest {
				return badSize()
			}
		}
	}
	return nil
}

var dashed = regexp.MustCompile(`stroke-dasharray\s*:\s*([^;]+)`)

// dashes refuses a pattern of dashes without length: it would never end.
func dashes(attributes []xml.Attr) error {
	for _, a := range attributes {
		list := ""
		switch a.Name.Local {
		case "stroke-dasharray":
			list = a.Value
		case "style":
			if m := dashed.FindStringSubmatch(a.Value); m != nil {
				list = m[1]
			}
		}
		list = strings.TrimSpace(list)
		if list == "" || list == "none" {
			continue
		}
		for _, v := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' }) {
			if n, err := strconv.ParseFloat(strings.TrimRight(v, "pxcmt"), 64); err != nil || !(n >= 0.01) {
				return badSVG(errors.New("dashes without length"))
			}
		}
	}
	return nil
}

var (
	evenScale = regexp.MustCompile(`scale\(\s*([-+.\deE]+)\s*\)`)
	relative  = regexp.MustCompile(`\s(width|height)\s*=\s*["'][\d.]+%["']`)
)

// repaired works around two slips of the library: a scale of one number leaves it no height, and a size in per cent makes it
// pass the view box over.
func repaired(data []byte) []byte {
	data = evenScale.ReplaceAll(data, []byte("scale($1,$1)"))
	return relative.ReplaceAll(data, nil)
}

// parseSVG has the library read the file. Numbers beyond reason make it panic.
func parseSVG(data []byte) (icon *oksvg.SvgIcon, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("picture: svg: %v", r)
		}
	}()
	return oksvg.ReadIconStream(bytes.NewReader(data), oksvg.IgnoreErrorMode)
}

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
