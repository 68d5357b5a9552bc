package ui

import (
	"strconv"
	"time"
	"unicode"

	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// choose offers the operators.
func (d *door) choose() {
	w, rtl := d.window, d.window.lang.RTL()
	d.chosen, d.pin, d.cards, d.heard = seminar.Operator{}, nil, nil, 0
	column := widgets.Column(theme.Space3, d.head(d.title, d.text)...)
	d.say.SetText("")
	d.say.Hide()
	column.Add(d.say)
	for i, o := range d.who {
		key := ""
		if i < 9 {
			key = strconv.Itoa(i + 1)
		}
		icon := theme.IconPerson
		if o.Role != seminar.Steward {
			icon = theme.IconShield
		}
		card := widgets.NewBigChoice(icon, key, o.Name, w.lang.T("common.role."+string(o.Role)), func() { d.take(o) })
		card.RTL, card.OnKey = rtl, d.rune
		card.OnStep = func(_ *widgets.BigChoice, by int) { d.step(i + by) }
		d.cards = append(d.cards, card)
		column.Add(card)
	}
	if d.leave != nil {
		column.Add(widgets.Row(rtl, 0, widgets.Spring(), widgets.NewButton(w.lang.T("common.cancel")+"  Esc", d.leave)))
	}
	d.put(column)
}

// step gives a choice the focus, if there is one of that number.
func (d *door) step(i int) {
	if i >= 0 && i < len(d.cards) {
		d.window.window.Canvas().Focus(d.cards[i])
	}
}

// take is a choice that was pressed, unless it was a scanner's Enter.
func (d *door) take(o seminar.Operator) {
	if d.heard >= shortestScan {
		d.refuseScan()
		return
	}
	d.ask(o)
}

// shortestScan is how many letters make a scan of what is heard where nothing is to be written.
const shortestScan = 6

// rune chooses by a digit, or by the first letter of a name. With the PIN asked for, it is a key that found no entry.
func (d *door) rune(r rune) {
	d.window.touched()
	if d.pin != nil {
		d.focus()
		d.pin.TypedRune(r)
		return
	}
	now := d.window.desk().Now()
	if now.Sub(d.last) > time.Second {
		d.heard = 0
	}
	d.heard, d.last = d.heard+1, now
	if i := int(r - '1'); i >= 0 && i < min(len(d.who), 9) && d.heard == 1 {
		d.ask(d.who[i])
		return
	}
	var same []int
	for i, o := range d.who {
		if first := []rune(o.Name); len(first) > 0 && unicode.ToLower(first[0]) == unicode.ToLower(r) {
			same = append(same, i)
		}
	}
	if len(same) == 1 && d.heard == 1 {
		d.ask(d.who[same[0]])
		return
	}
	for n, i := range same {
		if d.cards[i] == d.window.window.Canvas().Focused() {
			d.step(same[(n+1)%len(same)])
			return
		}
	}
	if len(same) > 0 {
		d.step(same[0])
	}
}
