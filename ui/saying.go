package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/ui/page"
	"lanyard/ui/page/deskpage"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// saying is the answer to a scan that stands over the window for a moment, also over a dialog. The toolkit gives no key to
// what lies under it: that is why the window takes it away before it hands a key on.
type saying struct {
	over   fyne.CanvasObject // nil while there is none
	panel  *widgets.AnswerPanel
	number int // grows with each answer; the timer of an older one finds it changed
}

const (
	sayingWidth  = 900
	sayingHeight = 460
)

// announce says an answer over the window unless the Desk page, which shows it too, is seen as a whole.
func (w *Window) announce(a widgets.Answer) {
	top := w.window.Canvas().Overlays().Top()
	if w.front != page.Desk || len(w.panel.Objects) > 0 || top != nil && top != w.scans.said.over {
		w.say(a)
	}
}

// say shows an answer for its time, or until the next key or click. Another takes its place.
func (w *Window) say(a widgets.Answer) {
	if !w.scans.listening {
		return // no key would take it away
	}
	s := &w.scans.said
	s.number++
	canvas := w.window.Canvas()
	if s.over != nil && canvas.Overlays().Top() == s.over {
		s.panel.Set(a)
	} else {
		w.unsay()
		s.panel = widgets.NewAnswerPanel(a)
		s.panel.RTL = w.lang.RTL()
		size := canvas.Size()
		s.over = container.NewCenter(widgets.Fixed(min(sayingWidth, size.Width-2*theme.Space5), min(sayingHeight, size.Height-2*theme.Space5), s.panel))
		canvas.Overlays().Add(s.over)
	}
	mine := s.number
	w.after(deskpage.AnswerTime, func() {
		if s.number == mine {
			w.unsay()
		}
	})
}

// unsay takes the answer away.
func (w *Window) unsay() {
	s := &w.scans.said
	if s.over == nil {
		return
	}
	stack := w.window.Canvas().Overlays()
	var above []fyne.CanvasObject
	for i, o := range stack.List() {
		if o == s.over {
			above = append(above, stack.List()[i+1:]...)
		}
	}
	stack.Remove(s.over) // and with it what lies above
	s.over = nil
	for _, o := range above {
		stack.Add(o)
	}
}
