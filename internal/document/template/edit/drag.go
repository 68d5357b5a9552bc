package edit

import (
	"math"

	"lanyard/internal/document/template"
)

// Handle is what somebody holds: the thing itself, or one of its eight handles; across and down are -1, 0 or 1.
type Handle struct{ Across, Down int }

// Whole is the thing itself: it moves.
var Whole = Handle{}

// Turn is the handle above an element, which turns it about its middle.
var Turn = Handle{Down: -2}

// Handles are the eight, clockwise from the top left.
func Handles() []Handle {
	return []Handle{{-1, -1}, {0, -1}, {1, -1}, {1, 0}, {1, 1}, {0, 1}, {-1, 1}, {-1, 0}}
}

// Held is what is held down beside the pointer.
type Held struct {
	Straight bool // a move goes level or upright, a resize keeps the ratio of the sides, a turn goes by 15°
	Free     bool // nothing pulls
}

// Drag is a move or a resize that goes on until it is ended: one step, however far it goes.
type Drag struct {
	editor  *Editor
	base    state
	handle  Handle
	snap    *snapper
	moved   []int // the places of the elements on their side
	around  template.Place
	changed bool
}

// Drag begins with what is selected and not locked; nil if that is nothing. One alone can be turned.
func (e *Editor) Drag(h Handle, s Snap) *Drag {
	d := &Drag{editor: e, base: e.now, handle: h}
	var moving, still []template.Element
	for i, one := range e.Elements() {
		switch {
		case e.Selected(one.ID) && !one.Locked:
			d.moved = append(d.moved, i)
			moving = append(moving, one)
		case !e.hidden[one.ID] && !e.absent[one.ID]:
			still = append(still, one)
		}
	}
	if e.frozen || len(moving) == 0 || h == Turn && len(moving) > 1 {
		return nil
	}
	d.around = Around(moving)
	d.snap = newSnapper(s, e.Template(), still)
	e.now.template = Clone(d.base.template)
	return d
}

// To goes to a distance from where it began, and gives the lines that things are in line with there. What is turned goes by
// Point.
func (d *Drag) To(dx, dy float64, held Held) []Guide {
	switch d.handle {
	case Whole:
		return d.move(dx, dy, held)
	case Turn:
		return nil
	}
	if len(d.moved) == 1 {
		if one := d.first(); one.Rotation != 0 {
			d.put(0, resized(one, d.handle, dx, dy, held.Straight))
			return nil
		}
	}
	return d.resize(dx, dy, held)
}

// Point turns what is held so that its handle is in the direction of a point. Upright and level pull.
func (d *Drag) Point(x, y float64, held Held) {
	const pull, notch = 3.0, 15.0
	e := d.first()
	angle := math.Atan2(x-e.X-e.W/2, e.Y+e.H/2-y) * 180 / math.Pi
	switch near := math.Round(angle/90) * 90; {
	case held.Straight:
		angle = math.Round(angle/notch) * notch
	case !held.Free && math.Abs(angle-near) < pull:
		angle = near
	}
	if angle = math.Round(angle); angle <= -180 {
		angle += 360
	}
	d.changed = d.changed || angle != e.Rotation
	d.editor.now.template.Side(d.base.back)[d.moved[0]].Rotation = angle
}

// End ends it. It is a step if anything moved; that is what it says.
func (d *Drag) End() bool {
	e := d.editor
	if !d.changed {
		e.now = d.base
		return false
	}
	e.remember(d.base)
	e.future, e.last = nil, ""
	e.version++
	return true
}

// Cancel leaves everything where it was.
func (d *Drag) Cancel() { d.editor.now = d.base }

// Moved are the ids of what is held.
func (d *Drag) Moved() []string {
	ids := make([]string, len(d.moved))
	for i, at := range d.moved {
		ids[i] = d.base.template.Side(d.base.back)[at].ID
	}
	return ids
}

func (d *Drag) first() template.Element { return d.base.template.Side(d.base.back)[d.moved[0]] }

// put gives the nth of what is held another place.
func (d *Drag) put(n int, p template.Place) {
	i := d.moved[n]
	p = tidied(p)
	d.changed = d.changed || p != d.base.template.Side(d.base.back)[i].Place
	d.editor.now.template.Side(d.base.back)[i].Place = p
}

func (d *Drag) move(dx, dy float64, held Held) []Guide {
	if held.Straight {
		if math.Abs(dx) > math.Abs(dy) {
			dy = 0
		} else {
			dx = 0
		}
	}
	b := d.around
	if !held.Free {
		if x := b.X + dx; dx != 0 || !held.Straight {
			dx += d.snap.pull(d.snap.xs, x, x+b.W/2, x+b.W)
		}
		if y := b.Y + dy; dy != 0 || !held.Straight {
			dy += d.snap.pull(d.snap.ys, y, y+b.H/2, y+b.H)
		}
	}
	dx, dy = tidy(dx), tidy(dy)
	for n, i := range d.moved {
		p := d.base.template.Side(d.base.back)[i].Place
		p.X, p.Y = p.X+dx, p.Y+dy
		d.put(n, p)
	}
	if held.Free {
		return nil
	}
	b.X, b.Y = b.X+dx, b.Y+dy
	return d.snap.guides(b, true)
}

// resize pulls at the box around all that is held, and what is in it follows.
func (d *Drag) resize(dx, dy float64, held Held) []Guide {
	b, h := d.around, d.handle
	if !held.Free && !held.Straight {
		if h.Across != 0 {
			dx += d.snap.pull(d.snap.xs, edge(b.X, b.W, h.Across)+dx)
		}
		if h.Down != 0 {
			dy += d.snap.pull(d.snap.ys, edge(b.Y, b.H, h.Down)+dy)
		}
	}
	to := resized(template.Element{Place: b, Type: d.first().Type}, h, dx, dy, held.Straight)
	if len(d.moved) == 1 {
		d.put(0, to)
	} else {
		for n, i := range d.moved {
			d.put(n, within(d.base.template.Side(d.base.back)[i], b, to))
		}
	}
	if held.Free || held.Straight {
		return nil
	}
	return d.snap.guides(to, false)
}

// edge is the side of a box that a handle stands on.
func edge(at, length float64, which int) float64 {
	if which > 0 {
		return at + length
	}
	return at
}

// least is the shortest side in millimetres that somebody can pull a box to. A line may be level or upright.
func least(t template.Type) float64 {
	if t == template.Line {
		return 0
	}
	return 1
}

// resized is an element's place after a handle was pulled by a distance on the page: what is opposite stays where it is.
func resized(e template.Element, h Handle, dx, dy float64, ratio bool) template.Place {
	dx, dy = turned(dx, dy, -e.Rotation)
	w, height := e.W+float64(h.Across)*dx, e.H+float64(h.Down)*dy
	if ratio && e.W > 0 && e.H > 0 {
		scale := w / e.W
		if h.Across == 0 || h.Down != 0 && math.Abs(height/e.H-1) > math.Abs(scale-1) {
			scale = height / e.H
		}
		scale = math.Max(scale, least(e.Type)/math.Min(e.W, e.H))
		w, height = e.W*scale, e.H*scale
	}
	w, height = math.Max(w, math.Min(e.W, least(e.Type))), math.Max(height, math.Min(e.H, least(e.Type)))
	mx, my := turned(float64(h.Across)*(w-e.W)/2, float64(h.Down)*(height-e.H)/2, e.Rotation)
	return template.Place{X: e.X + e.W/2 + mx - w/2, Y: e.Y + e.H/2 + my - height/2, W: w, H: height}
}

// within is the place of an element after the box around it went from one to another.
func within(e template.Element, from, to template.Place) template.Place {
	sx, sy := ratio(to.W, from.W), ratio(to.H, from.H)
	cx, cy := to.X+(e.X+e.W/2-from.X)*sx, to.Y+(e.Y+e.H/2-from.Y)*sy
	if math.Abs(math.Sin(e.Rotation*math.Pi/180)) > math.Sqrt2/2 { // it lies on its side
		sx, sy = sy, sx
	}
	w, h := e.W*sx, e.H*sy
	return template.Place{X: cx - w/2, Y: cy - h/2, W: w, H: h}
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 1
	}
	return a / b
}
