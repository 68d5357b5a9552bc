package ui

import "lanyard/ui/page"

// fullScreen turns full screen on or off.
func (w *Window) fullScreen() {
	w.window.SetFullScreen(!w.window.FullScreen())
	w.hang()
}

// hang gives the page in front the whole window if it is one for a wall and the window is in full screen, and the window
// its rail and header back if not.
func (w *Window) hang() {
	wall := w.onWall()
	for _, o := range []interface {
		Show()
		Hide()
		Visible() bool
	}{w.rail, w.header.content} {
		if wall && o.Visible() {
			o.Hide()
		} else if !wall && !o.Visible() {
			o.Show()
		}
	}
	if p, ok := w.pages[w.front].(page.Wall); ok {
		p.Wall(wall)
	}
}

// onWall says whether the page in front is alone in full screen.
func (w *Window) onWall() bool {
	_, can := w.pages[w.front].(page.Wall)
	return can && w.welcome == nil && w.window.FullScreen()
}
