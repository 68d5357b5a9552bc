package edit

import (
	"slices"

	"lanyard/internal/document/template"
)

// Nudge moves what is selected. Nudges one after the other are one step.
func (e *Editor) Nudge(dx, dy float64) bool {
	return e.Change("nudge", func(one *template.Element) { one.X, one.Y = tidy(one.X+dx), tidy(one.Y+dy) })
}

// Grow makes what is selected wider and higher, or narrower and lower, at its right and lower edges, but not beyond what a
// handle would. One after the other they are one step. On a page that is seen mirrored its right edge is where the template
// begins to count.
func (e *Editor) Grow(dw, dh float64, mirrored bool) bool {
	return e.Change("grow", func(one *template.Element) {
		before := one.W
		one.W = tidy(max(one.W+dw, min(one.W, least(one.Type))))
		if mirrored {
			one.X = tidy(one.X + before - one.W)
		}
		one.H = tidy(max(one.H+dh, min(one.H, least(one.Type))))
	})
}

// Edge is what things are lined up by.
type Edge string

// The edges.
const (
	Left   Edge = "left"
	Centre Edge = "centre"
	Right  Edge = "right"
	Top    Edge = "top"
	Middle Edge = "middle"
	Bottom Edge = "bottom"
)

// Edges are all of them, as a row of buttons has them.
func Edges() []Edge { return []Edge{Left, Centre, Right, Top, Middle, Bottom} }

// Align lines up what is selected: several by the box around them, one by the page.
func (e *Editor) Align(by Edge) bool {
	all := e.Chosen()
	box := Around(all)
	if len(all) == 1 {
		box = template.Place{W: e.Template().Size.W, H: e.Template().Size.H}
	}
	return e.Change("", func(one *template.Element) {
		b := Bounds(*one)
		dx, dy := 0.0, 0.0
		switch by {
		case Left:
			dx = box.X - b.X
		case Centre:
			dx = box.X + box.W/2 - b.X - b.W/2
		case Right:
			dx = box.X + box.W - b.X - b.W
		case Top:
			dy = box.Y - b.Y
		case Middle:
			dy = box.Y + box.H/2 - b.Y - b.H/2
		case Bottom:
			dy = box.Y + box.H - b.Y - b.H
		}
		one.X, one.Y = tidy(one.X+dx), tidy(one.Y+dy)
	})
}

// Distribute leaves the same air between what is selected: from left to right, or from top to bottom if down. The outermost
// stay. It takes three at least.
func (e *Editor) Distribute(down bool) bool {
	all := e.Chosen()
	if len(all) < 3 {
		return false
	}
	span := func(one template.Element) (at, length float64) {
		b := Bounds(one)
		if down {
			return b.Y, b.H
		}
		return b.X, b.W
	}
	slices.SortStableFunc(all, func(a, b template.Element) int {
		x, _ := span(a)
		y, _ := span(b)
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	first, _ := span(all[0])
	last, length := span(all[len(all)-1])
	room := last + length - first
	for _, one := range all {
		_, l := span(one)
		room -= l
	}
	gap := room / float64(len(all)-1)
	to := map[string]float64{}
	at := first
	for _, one := range all {
		was, l := span(one)
		to[one.ID] = at - was
		at += l + gap
	}
	return e.Change("", func(one *template.Element) {
		if down {
			one.Y = tidy(one.Y + to[one.ID])
		} else {
			one.X = tidy(one.X + to[one.ID])
		}
	})
}

// Order is where something goes among what covers it.
type Order string

// The ways.
const (
	ToFront  Order = "front"
	Forward  Order = "forward"
	Backward Order = "backward"
	ToBack   Order = "back"
)

// Orders are all of them, as a menu has them.
func Orders() []Order { return []Order{ToFront, Forward, Backward, ToBack} }

// Restack puts what is selected above or below others; among themselves they keep their order.
func (e *Editor) Restack(o Order) bool {
	return e.step("", func(t *template.Template) {
		all := t.Side(e.now.back)
		in := func(one template.Element) bool { return e.Selected(one.ID) }
		switch o {
		case ToFront:
			slices.SortStableFunc(all, func(a, b template.Element) int { return number(in(a)) - number(in(b)) })
		case ToBack:
			slices.SortStableFunc(all, func(a, b template.Element) int { return number(in(b)) - number(in(a)) })
		case Forward:
			for i := len(all) - 2; i >= 0; i-- {
				if in(all[i]) && !in(all[i+1]) {
					all[i], all[i+1] = all[i+1], all[i]
				}
			}
		case Backward:
			for i := 1; i < len(all); i++ {
				if in(all[i]) && !in(all[i-1]) {
					all[i], all[i-1] = all[i-1], all[i]
				}
			}
		}
	})
}

func number(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// Lock keeps an element where it is, or lets it go.
func (e *Editor) Lock(id string, on bool) bool {
	return e.step("", func(t *template.Template) {
		if i := e.index(id); i >= 0 {
			t.Side(e.now.back)[i].Locked = on
		}
	})
}

// Rename gives an element another id, which is what people call it; false if another has it, or if it is empty.
func (e *Editor) Rename(id, to string) bool {
	if to == "" || e.index(to) >= 0 {
		return false
	}
	return e.step("", func(t *template.Template) {
		i := e.index(id)
		if i < 0 {
			return
		}
		t.Side(e.now.back)[i].ID = to
		if at := slices.Index(e.now.selected, id); at >= 0 {
			e.now.selected[at] = to
		}
	})
}

// Delete takes out what is selected and not locked.
func (e *Editor) Delete() bool {
	return e.step("", func(t *template.Template) {
		e.side(t, slices.DeleteFunc(t.Side(e.now.back), func(one template.Element) bool { return !one.Locked && e.Selected(one.ID) }))
		drop(t)
		e.now.selected = slices.DeleteFunc(e.now.selected, func(id string) bool { return !taken(t.Side(e.now.back), id) })
	})
}

// drop leaves out pictures that no element shows.
func drop(t *template.Template) {
	for name := range t.Pictures {
		shows := func(one template.Element) bool { return one.Picture == name }
		if !slices.ContainsFunc(t.Front, shows) && !slices.ContainsFunc(t.Back, shows) {
			delete(t.Pictures, name)
		}
	}
	if len(t.Pictures) == 0 {
		t.Pictures = nil
	}
}
