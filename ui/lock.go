package ui

import (
	"fmt"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// lockAfter is after how many minutes without a key or a scan the desk locks itself, where the setting says nothing. No
// queue leaves a desk alone that long. Whoever comes back after a break signs in, so that what is done then bears the
// right name; nothing happens where there are no operators.
const lockAfter = 15

// change locks the desk, or changes hands.
func (w *Window) change() {
	if len(w.operators) > 0 && w.lock == nil && w.kiosk == nil {
		w.shutDesk()
	}
}

// shutDesk locks the desk. The pages, what is half-written on them and what runs stay as they are; what runs is still done
// in the hands that began it.
func (w *Window) shutDesk() {
	w.lock = newDoor(w, w.operators, w.lang.T("window.lock.title"), w.lang.T("window.lock.text"), false)
	w.lock.let = w.signedIn
	w.lock.show()
}

// signedIn opens the desk for an operator.
func (w *Window) signedIn(in *desk.Desk, who seminar.Operator) {
	w.hand = who
	w.at.Store(in)
	w.openDesk()
}

// openDesk opens a locked desk, and goes on with what waited for it.
func (w *Window) openDesk() {
	if d := w.lock; d != nil {
		w.lock = nil
		w.remove(d)
	}
	w.idle.at = w.desk().Now()
	w.header.tick()
	waiting := w.waiting
	w.waiting = nil
	for _, do := range waiting {
		do()
	}
	w.changed()
}

// door is the one that is closed, nil while there is none.
func (w *Window) door() *door {
	if w.lock != nil {
		return w.lock
	}
	return w.granting
}

// remove takes a door away; what had the focus under it has it again.
func (w *Window) remove(d *door) {
	c := w.window.Canvas()
	c.Overlays().Remove(d.cover)
	if other := w.door(); other != nil {
		c.SetOnTypedKey(other.key)
		other.raise()
		return
	}
	c.SetOnTypedKey(w.under)
	w.under = nil
}

// hide hides a dialog; the toolkit hides with it what lies over it.
func (w *Window) hide(d dialog.Dialog) {
	d.Hide()
	w.keepShut()
}

// keepShut keeps a closed door on top.
func (w *Window) keepShut() {
	if d := w.door(); d != nil {
		d.raise()
	}
}

// loadOperators reads who may work here. With operators a window begins locked.
func (w *Window) loadOperators() {
	all, err := w.desk().Operators(w.ctx)
	if err != nil {
		w.fail(err)
		return
	}
	w.setOperators(all)
}

// operatorsChanged follows a change of this window's own. in is the desk in the hands of whoever has just become the
// first operator, so that they need not sign in; else nil.
func (w *Window) operatorsChanged(in *desk.Desk) {
	all, err := w.desk().Operators(w.ctx)
	if err != nil {
		w.fail(err)
		return
	}
	if in != nil {
		if i := slices.IndexFunc(all, func(o seminar.Operator) bool { return o.Name == in.Operator() }); i >= 0 {
			w.operators = all
			w.signedIn(in, all[i]) // the desk may have noticed the first operator, and locked, in between
		}
	}
	w.setOperators(all)
	w.header.tick()
}

// setOperators follows who may work here: whoever has the desk in hand and is gone, or has another role or name now, signs
// in again.
func (w *Window) setOperators(all []seminar.Operator) {
	same := slices.Equal(w.operators, all)
	w.operators = all
	at := slices.IndexFunc(all, func(o seminar.Operator) bool { return o.ID == w.hand.ID })
	switch {
	case len(all) == 0:
		if w.hand.ID != "" || w.lock != nil {
			w.hand = seminar.Operator{}
			w.at.Store(w.desk().As(w.settings["operator"]))
			w.openDesk()
		}
	case at < 0 || all[at].Role != w.hand.Role || all[at].Name != w.hand.Name:
		if w.hand.ID != "" || w.lock == nil {
			w.at.Store(w.desk().As(w.hand.Name))
		}
		w.hand = seminar.Operator{}
		w.change()
	}
	if w.lock != nil && !same {
		w.lock.who = all
		if w.lock.pin == nil || w.lock.pin.Text == "" || !slices.ContainsFunc(all, func(o seminar.Operator) bool { return o.ID == w.lock.chosen.ID }) {
			w.lock.begin()
		}
	}
}

// idle is when somebody last touched the desk, and what could be seen of it then.
type idle struct {
	at   time.Time
	seen string
}

// touched says that somebody is there: a key or a scan.
func (w *Window) touched() { w.idle.at = w.desk().Now() }

// worked is a page that changed something, which somebody who is there made it do.
func (w *Window) worked() {
	w.touched()
	w.changed()
}

// rest locks a desk that nobody has touched for a while. The window hears few keys itself: most go to the control that has
// the focus, so that where that is, and the cursor in it, tell too.
func (w *Window) rest() {
	w.keepShut()
	focused := w.window.Canvas().Focused()
	seen := fmt.Sprintf("%T %p %s", focused, focused, w.front)
	if e, ok := focused.(interface{ CursorPosition() fyne.Position }); ok {
		seen += fmt.Sprint(e.CursorPosition())
	}
	if seen != w.idle.seen || w.idle.at.IsZero() {
		w.idle.seen = seen
		w.touched()
	}
	minutes := lockAfter
	if set, err := strconv.Atoi(w.setting("lock_after")); err == nil {
		minutes = set
	}
	if minutes > 0 && w.lock == nil && w.desk().Now().Sub(w.idle.at) >= time.Duration(minutes)*time.Minute {
		w.change()
	}
}

// grant asks somebody of a role, or of one that may do more, to sign in for one action.
func (w *Window) grant(role seminar.Role, then func(*desk.Desk), stop func()) {
	who := slices.DeleteFunc(slices.Clone(w.operators), func(o seminar.Operator) bool { return o.ID == w.hand.ID || !o.Role.AtLeast(role) })
	if w.granting != nil || len(who) == 0 {
		stop()
		return
	}
	l := w.lang
	d := newDoor(w, who, l.T("window.grant.title", "role", l.T("common.role."+string(role))), l.T("window.grant.text", "name", w.hand.Name), true)
	shut := func() { w.granting = nil; w.remove(d) }
	d.let = func(in *desk.Desk, _ seminar.Operator) { shut(); then(in) }
	d.leave = func() { shut(); stop() }
	w.granting = d
	d.show()
	w.keepShut()
}
