package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/wedge"
	"lanyard/ui/widgets"
)

// capture is what the window does about scans, wherever the focus is.
type capture struct {
	listening bool // keys are heard before what has the focus
	said      saying
	aside     map[page.Name]setAside
}

// capture begins to hear the keys of the window, if it has any that can be heard.
func (w *Window) capture(keyboard func(fyne.Window, *wedge.Detector, <-chan struct{}) bool) {
	if keyboard == nil {
		return
	}
	d := &wedge.Detector{Now: time.Now, Scan: w.scan, Touch: func() { w.touched(); w.unsay() }, Certain: func(text string) bool {
		return seminar.CheckCode(nil, text) != seminar.CodeMalformed
	}}
	if w.scans.listening = keyboard(w.window, d, w.ctx.Done()); !w.scans.listening {
		w.log.Warn("scans are taken only where the focus is")
	}
}

// scan gives what a scanner typed to the desk, or to the certificates if it is the code of one.
func (w *Window) scan(code string) {
	w.touched()
	switch {
	case w.door() != nil:
		w.door().refuseScan()
	case w.kiosk != nil:
		w.kiosk.view.Scan(code)
	case w.work.Err() != nil: // the workspace is being exchanged
		w.say(widgets.Answer{Kind: widgets.KindRefused, Sentence: w.lang.T("desk.answer.failed")})
	case len(w.seminars) == 0:
		w.say(widgets.Answer{Kind: widgets.KindAttention, Sentence: w.lang.T("desk.none.title"), Hint: w.lang.T("desk.none.sentence")})
	default:
		to := page.Desk
		if _, signed := seminar.FindSigned([]byte(code)); signed {
			to = page.Certificates
		}
		if taker, ok := w.page(to).(page.Scanner); ok {
			taker.Scan(code)
		}
	}
}

// setAside is a panel that made way for an answer that needs hands.
type setAside struct {
	content fyne.CanvasObject
	closed  func()
	focus   fyne.Focusable
}

// attend brings the Desk page to the front, and sets the panel of the page that was there aside.
func (w *Window) attend() {
	w.unsay()
	if w.front == page.Desk {
		return
	}
	if len(w.panel.Objects) > 0 && !w.help {
		if w.scans.aside == nil {
			w.scans.aside = map[page.Name]setAside{}
		}
		w.scans.aside[w.front] = setAside{w.shown, w.closed, w.window.Canvas().Focused()}
		w.closed = nil // it is not closed, only away
	}
	w.goTo(page.Desk, "")
}

// bringBack opens the panel again that was set aside on the page in front.
func (w *Window) bringBack() {
	was, ok := w.scans.aside[w.front]
	if !ok || len(w.panel.Objects) > 0 {
		return
	}
	delete(w.scans.aside, w.front)
	w.showPanel(was.content, was.closed)
	if was.focus != nil {
		w.window.Canvas().Focus(was.focus)
	}
}
