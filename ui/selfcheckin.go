package ui

import (
	"context"
	"crypto/subtle"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/kiosk"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// selfCheckin is self check-in while it fills the window.
type selfCheckin struct {
	view   *kiosk.View
	before fyne.CanvasObject // what filled the window
	full   bool              // it was full screen before
}

// startKiosk begins self check-in. Where operators have PINs those end it; else one is agreed on first.
func (w *Window) startKiosk() {
	if w.kiosk != nil || w.seminar.ID == "" || !w.leaving() {
		return
	}
	type begin struct {
		lists     []seminar.List
		operators []seminar.Operator
	}
	d, of := w.desk(), w.seminar.ID
	task.Run(w.work, w.run, func(ctx context.Context) (begin, error) {
		lists, err := d.Lists(ctx, of)
		if err != nil {
			return begin{}, err
		}
		operators, err := d.Operators(ctx)
		return begin{lists, operators}, err
	}, func(b begin, err error) {
		switch {
		case err != nil:
			w.fail(err)
		case len(b.lists) == 0:
			w.goTo(page.Desk, "") // which says what is missing
		case len(b.operators) > 0:
			w.openKiosk(w.listOf(b.lists), w.unlockBy(b.operators))
		default:
			w.agreeOnPIN(func(pin string) { w.openKiosk(w.listOf(b.lists), w.unlockWith(pin)) })
		}
	})
}

// listOf is the list that the desk has chosen.
func (w *Window) listOf(lists []seminar.List) seminar.List {
	for _, l := range lists {
		if string(l.ID) == w.setting(page.ListSetting(w.seminar.ID)) {
			return l
		}
	}
	return lists[0]
}

type unlock func(pin string, then func(wrong error))

// unlockBy lets the PIN of whoever may manage the desk end self check-in.
func (w *Window) unlockBy(operators []seminar.Operator) unlock {
	d := w.desk()
	return func(pin string, then func(error)) {
		task.Run(w.ctx, w.run, func(ctx context.Context) (bool, error) {
			var err error
			for _, o := range operators {
				if !o.Role.May(seminar.RightForce) {
					continue
				}
				if _, err = d.SignIn(ctx, o.ID, pin); err == nil {
					return true, nil
				}
			}
			return false, err
		}, func(_ bool, err error) { then(err) })
	}
}

// unlockWith lets one PIN end self check-in.
func (w *Window) unlockWith(agreed string) unlock {
	return func(pin string, then func(error)) {
		if subtle.ConstantTimeCompare([]byte(pin), []byte(agreed)) == 1 {
			then(nil)
			return
		}
		then(seminar.Errorf(desk.CodeWrongPIN, "This is not the PIN."))
	}
}

// agreeOnPIN asks for the PIN that will end self check-in.
func (w *Window) agreeOnPIN(then func(pin string)) {
	t, rtl := w.lang.T, w.lang.RTL()
	entry := widgets.NewEntry("", false)
	entry.Password = true
	field := widgets.NewFormField(t("kiosk.pin.new"), entry)
	field.Hint, field.RTL = t("kiosk.pin.new.hint"), rtl
	send := func() {
		if len(entry.Text) < desk.ShortestPIN || strings.Trim(entry.Text, "0123456789") != "" {
			field.SetError(t("kiosk.pin.short"))
			return
		}
		w.showPanel(nil, nil)
		then(entry.Text)
	}
	entry.OnChanged = func(string) { field.SetError("") }
	entry.OnEnter = send
	text := widgets.Body(t("kiosk.about"))
	text.Lines, text.RTL = 8, rtl
	panel := widgets.NewSidePanel(t("kiosk.start"), widgets.Column(theme.Space4, text, field), func() { w.showPanel(nil, nil) },
		widgets.NewPrimary(t("kiosk.start"), theme.IconFullScreen, send))
	panel.RTL = rtl
	w.showPanel(panel, nil)
	w.window.Canvas().Focus(entry)
}

// openKiosk fills the window with self check-in. The keys of pages and window are deaf until it ends, and closing the
// window asks for the PIN too.
func (w *Window) openKiosk(list seminar.List, by unlock) {
	env := w.env()
	view := kiosk.New(kiosk.Options{Env: env, List: list, After: w.after, Unlock: by, OnLeave: w.leaveKiosk})
	w.kiosk = &selfCheckin{view: view, before: w.window.Content(), full: w.window.FullScreen()}
	w.pages[w.front].Hide()
	w.window.SetContent(view.Content())
	w.window.SetFullScreen(true)
	w.window.SetCloseIntercept(func() { view.Key(&fyne.KeyEvent{Name: fyne.KeyF12}) })
	view.Ready()
}

func (w *Window) leaveKiosk() {
	k := w.kiosk
	w.kiosk = nil
	w.window.SetCloseIntercept(w.quit)
	w.window.SetFullScreen(k.full)
	w.window.SetContent(k.before)
	w.goTo(page.Desk, "")
}
