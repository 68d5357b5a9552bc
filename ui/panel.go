package ui

import (
	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/widgets"
)

// showPanel opens a panel at the end side, or closes the one that is open and gives the focus back to what had it.
func (w *Window) showPanel(content fyne.CanvasObject, closed func()) {
	last := w.closed
	w.closed = closed
	canvas := w.window.Canvas()
	open := len(w.panel.Objects) > 0
	back := open && content == nil && w.holds(w.panel, canvas.Focused())
	if !open {
		w.before = canvas.Focused()
	}
	w.panel.Objects, w.shown = nil, content
	if content != nil {
		w.panel.Objects = []fyne.CanvasObject{widgets.Fixed(widgets.PanelWidth, 0, content)}
	}
	w.panel.Refresh()
	w.window.Content().Refresh()
	switch {
	case back && w.before != nil:
		canvas.Focus(w.before)
	case back: // it was opened by the mouse: keys must not go to what is gone
		canvas.Unfocus()
	}
	if last != nil {
		last()
	}
}

// leaving says whether the panel may give way to something else. One with something half-written says so first, and gives
// way when it is asked again.
func (w *Window) leaving() bool {
	side, ok := w.shown.(*widgets.SidePanel)
	return !ok || side.Leaving == nil || side.Leaving()
}

// ending says whether the pages may be let go: the panel's work, and what a page keeps.
func (w *Window) ending() bool {
	if !w.leaving() {
		return false
	}
	for _, p := range w.pages {
		if keeper, ok := p.(page.Keeper); ok && !keeper.Ending() {
			return false
		}
	}
	return true
}

// kept is what pages are at work on, which goes on when they are made anew.
func (w *Window) kept() map[page.Name]any {
	all := map[page.Name]any{}
	for name, p := range w.pages {
		if keeper, ok := p.(page.Keeper); ok {
			if work := keeper.Work(); work != nil {
				all[name] = work
			}
		}
	}
	return all
}

// open brings a page to the front for another page.
func (w *Window) open(name page.Name, id seminar.ID) {
	if w.leaving() {
		w.goTo(name, id)
	}
}

// turnTo brings a page to the front by its key or by the rail.
func (w *Window) turnTo(name page.Name) {
	if w.leaving() {
		w.goTo(name, "")
	}
	w.rail.Selected = string(w.front)
	w.rail.Refresh()
}

// holds says whether a control stands in a part of the window, or nowhere.
func (w *Window) holds(part *fyne.Container, f fyne.Focusable) bool {
	o, ok := f.(fyne.CanvasObject)
	if !ok {
		return true
	}
	driver := w.app.Driver()
	at, corner := driver.AbsolutePositionForObject(o), driver.AbsolutePositionForObject(part)
	size := part.Size()
	return at.X >= corner.X && at.X < corner.X+size.Width && at.Y >= corner.Y && at.Y < corner.Y+size.Height
}
