package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2/layout"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// ask asks somebody for the PIN.
func (d *door) ask(o seminar.Operator) {
	l, rtl := d.window.lang, d.window.lang.RTL()
	d.chosen, d.cards = o, nil
	d.pin = widgets.NewEntry("", false)
	d.pin.Password = true
	d.pin.ActionItem = layout.NewSpacer() // instead of the toolkit's eye, which shows the PIN to the queue
	d.pin.OnEnter, d.pin.OnEscape = d.enter, d.back
	d.field = widgets.NewFormField(l.T("window.lock.pin"), d.pin)
	d.field.RTL = rtl
	d.pin.OnChanged = func(text string) {
		if text != "" {
			d.field.SetError("")
		}
	}
	column := widgets.Column(theme.Space3, d.head(o.Name, l.T("common.role."+string(o.Role)))...)
	if d.leave != nil { // why it is asked for
		column = widgets.Column(theme.Space3, append(d.head(d.title, d.text), widgets.Section(o.Name+" · "+l.T("common.role."+string(o.Role))))...)
	}
	column.Add(widgets.Row(rtl, 0, widgets.Fixed(280, 0, d.field)))
	other := "window.lock.other"
	if len(d.who) == 1 {
		other = "common.cancel"
	}
	buttons := widgets.Row(rtl, theme.Space2, widgets.NewPrimary(l.T("window.lock.enter")+"  ⏎", theme.IconUnlock, d.enter))
	if len(d.who) > 1 || d.leave != nil {
		buttons.Add(widgets.NewButton(l.T(other)+"  Esc", d.back))
	}
	column.Add(buttons)
	d.put(column)
}

// back goes back to the choices, or leaves.
func (d *door) back() {
	switch {
	case d.pin != nil && len(d.who) > 1:
		d.choose()
	case d.leave != nil:
		d.leave()
	}
}

// enter tries the PIN. Too long for one, or with a letter in it, it is a badge that was scanned.
func (d *door) enter() {
	pin := d.pin.Text
	switch {
	case d.busy || pin == "":
		return
	case len(pin) > desk.LongestPIN || strings.Trim(pin, "0123456789") != "":
		d.refuseScan()
		return
	}
	w, who := d.window, d.chosen
	d.busy = true
	d.field.SetHint(w.lang.T("window.lock.checking"))
	at := w.desk()
	task.Run(w.work, w.run, func(ctx context.Context) (*desk.Desk, error) { return at.SignIn(ctx, who.ID, pin) },
		func(in *desk.Desk, err error) {
			d.busy = false
			if err == nil {
				d.let(in, who)
				return
			}
			if d.chosen.ID != who.ID { // somebody else meanwhile
				return
			}
			d.pin.SetText("")
			d.field.SetHint("")
			d.field.SetError(w.lang.Err(err))
			d.cover.Refresh()
			d.count(err)
		})
}

// refuseScan says that a badge was scanned where somebody has to sign in first.
func (d *door) refuseScan() {
	text := d.window.lang.T("window.lock.scan")
	if d.pin != nil && len(d.who) == 1 {
		d.pin.SetText("")
		d.field.SetError(text)
		d.cover.Refresh()
		return
	}
	d.choose()
	d.say.SetText(text)
	d.say.Show()
	d.cover.Refresh()
}
