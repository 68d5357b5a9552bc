package programmepage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/seminar"
	"lanyard/ui/widgets"
)

// cursor is a list of things of which one is under the cursor. Up, Down, Home and End move; Enter or Space opens; every
// other key is the window's.
type cursor struct {
	widget.List
	self interface { // the list that it is part of
		fyne.CanvasObject
		fyne.Focusable
	}
	at      int // under the cursor, -1: none
	focused bool
	open    func(int)
	count   func() int
	id      func(int) seminar.ID
	line    func(int) int // which line shows a thing
	row     float32       // the height of one: a list that is not laid out yet does not scroll
}

// keep changes the things; the cursor stays with its thing, or with its place.
func (c *cursor) keep(change func()) {
	var under seminar.ID
	if c.at >= 0 && c.at < c.count() {
		under = c.id(c.at)
	}
	change()
	c.at = min(c.at, c.count()-1)
	for i := range c.count() {
		if c.id(i) == under {
			c.at = i
		}
	}
}

// point puts the cursor on a thing.
func (c *cursor) point(i int) {
	if i < 0 || i >= c.count() {
		return
	}
	c.at = i
	if c.Size().Height >= c.row {
		c.ScrollTo(c.line(i))
	}
	c.Refresh()
}

// pointAt puts the cursor on the thing with an id, once it is there.
func (c *cursor) pointAt(id seminar.ID) {
	for i := range c.count() {
		if c.id(i) == id {
			c.point(i)
		}
	}
}

// FocusGained implements fyne.Focusable.
func (c *cursor) FocusGained() {
	c.focused = true
	c.at = max(c.at, 0)
	c.Refresh()
}

// FocusLost implements fyne.Focusable.
func (c *cursor) FocusLost() { c.focused = false; c.Refresh() }

// TypedKey implements fyne.Focusable.
func (c *cursor) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		c.point(c.at + 1)
	case fyne.KeyUp:
		c.point(c.at - 1)
	case fyne.KeyHome:
		c.point(0)
	case fyne.KeyEnd:
		c.point(c.count() - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.open(c.at)
	default:
		widgets.HandOn(c.self, ev)
	}
}

// take gives the list the focus of its window.
func (c *cursor) take() {
	if canvas := widgets.CanvasOf(c.self); canvas != nil {
		canvas.Focus(c.self)
	}
}
