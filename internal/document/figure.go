package document

import (
	"math"

	"lanyard/internal/document/template"
	"lanyard/internal/page"
	"lanyard/internal/seminar"
)

type attendee = seminar.Attendee

func (m *maker) box(on surface, f filled) {
	on.Add(page.Rect{X: on.left(f.X, f.W), Y: f.Y, W: f.W, H: f.H, Radius: f.Radius, Fill: colourOf(f.Fill, f.subject),
		Stroke: colourOf(f.Stroke, f.subject), StrokeWidth: f.StrokeWidth})
}

// line draws from the box's upper corner at the start to its lower one at the end.
func (m *maker) line(on surface, f filled) {
	l := page.Line{X1: f.X, Y1: f.Y, X2: f.X + f.W, Y2: f.Y + f.H, Width: f.StrokeWidth, Stroke: colourOf(f.Stroke, f.subject), Dash: f.Dash}
	if on.rtl {
		l.X1, l.X2 = on.W-l.X1, on.W-l.X2
	}
	if l.Width == 0 {
		l.Width = 0.25
	}
	if f.Stroke == "" {
		l.Stroke = page.Black
	}
	on.Add(l)
}

// flag draws the flag of a country as large as the box holds it.
func (m *maker) flag(on surface, f filled) {
	if flagOf(f.text) == "" {
		return
	}
	w := min(f.W, f.H*4/3)
	on.flag(f.text, f.X+(f.W-w)/2, f.Y+(f.H-w*3/4)/2, w)
}

// code draws a QR code, quiet zone included, in the middle of its box; with Module only as large as a scanner needs it, where
// the words of the element say.
func (m *maker) code(on surface, f filled) {
	if f.text == "" {
		return
	}
	q := page.QR{Payload: f.text, Level: levels[f.Level], Colour: colourOf(f.words().Colour, f.subject), Background: colourOf(f.Fill, f.subject),
		Size: min(f.W, f.H)}
	if s := f.subject.signed; s.Payload == q.Payload && s.Level == q.Level {
		q.Made = s.Made
	}
	across, down := 0.5, 0.5
	// A badge's code always fits, and is worked out while the pages are written.
	if f.Module > 0 || len(f.text) > shortCode {
		var err error
		if q.Made, err = q.Modules(); err != nil {
			m.add(f.subject.attendee.ID, WarnCode, "document.warning.code", "name", f.subject.attendee.Name())
			return
		}
	}
	if f.Module > 0 {
		q.Size = math.Min(q.Size, float64(q.Made.Side()+2*page.QuietZone)*f.Module)
		across, down = sideways(f.words().Align, on.rtl), share(f.words().VAlign, 0.5)
	}
	q.X, q.Y = on.left(f.X, f.W)+(f.W-q.Size)*across, f.Y+(f.H-q.Size)*down
	on.Add(q)
}

// shortCode is a length in bytes that every QR code holds, whatever its level.
const shortCode = 1000

// bars draws a bar code over the whole of its box.
func (m *maker) bars(on surface, f filled) {
	if f.text == "" {
		return
	}
	c := page.Code128{X: on.left(f.X, f.W), Y: f.Y, W: f.W, H: f.H, Payload: f.text, Colour: colourOf(f.words().Colour, f.subject)}
	if _, _, err := c.Bars(); err != nil {
		m.add(f.subject.attendee.ID, WarnCode, "document.warning.code", "name", f.subject.attendee.Name())
		return
	}
	on.Add(c)
}

// sideways is how much of the room that is left goes to the left of something.
func sideways(align string, rtl bool) float64 {
	switch {
	case align == "centre":
		return 0.5
	case align == "right", align == "end" && !rtl, align != "left" && align != "end" && rtl:
		return 1
	}
	return 0
}

var levels = map[string]page.Level{"L": page.Low, "M": page.Medium, "Q": page.Quartile, "H": page.High}

// folds draws where the paper is folded: a tick at either edge and fine dots between.
func folds(p *page.Page, all []template.Fold) {
	const tick, dot = 4.0, 0.6
	for _, f := range all {
		length := p.W
		if f.Upright {
			length = p.H
		}
		rule := func(from, to, width, dash float64, c page.Colour) {
			l := page.Line{X1: from, Y1: f.At, X2: to, Y2: f.At, Width: width, Stroke: c, Dash: dash}
			if f.Upright {
				l.X1, l.Y1, l.X2, l.Y2 = f.At, from, f.At, to
			}
			p.Add(l)
		}
		rule(tick, length-tick, 0.15, dot, page.Grey(170))
		rule(0, tick, 0.25, 0, ink)
		rule(length-tick, length, 0.25, 0, ink)
	}
}
