package ui

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// door asks who is there, and for the PIN. It lies over the whole window: no key and no tap reaches what is under it, and
// what is under it stays as it is, down to where the cursor stands.
type door struct {
	window      *Window
	who         []seminar.Operator
	title, text string
	let         func(in *desk.Desk, who seminar.Operator)
	leave       func() // Escape where there is nothing else to go back to; nil: there is no way but in

	cover  fyne.CanvasObject
	body   *fyne.Container
	scroll *container.Scroll
	cards  []*widgets.BigChoice
	say    *widgets.Text // what went wrong, above the choices
	chosen seminar.Operator
	pin    *widgets.Entry // nil while nobody is chosen
	field  *widgets.FormField
	busy   bool
	heard  int       // letters and digits, one soon after the other, while the choices are shown
	last   time.Time // the last of them
}

const doorWidth = 560

// newDoor makes a door on a ground of its own, or, as a card, over what is dimmed.
func newDoor(w *Window, who []seminar.Operator, title, text string, card bool) *door {
	d := &door{window: w, who: who, title: title, text: text, body: container.NewStack(), say: widgets.Body("")}
	d.say.Colour, d.say.RTL = theme.AttentionText, w.lang.RTL()
	inner := widgets.Padded(theme.Space1, d.body) // room for focus rings
	d.scroll = container.NewVScroll(inner)
	ground := canvas.NewRectangle(theme.Color(theme.Ground))
	var sheet fyne.CanvasObject = d.scroll
	around := float32(0)
	if card {
		ground.FillColor = shade
		sheet, around = widgets.NewCard(d.scroll), theme.Space4
	}
	d.cover = container.NewStack(ground, container.New(&middle{doorWidth, around, inner}, sheet))
	return d
}

// show puts the door over everything else, and asks who is there unless there is but one.
func (d *door) show() {
	w := d.window
	c := w.window.Canvas()
	if w.under == nil {
		w.under = c.OnTypedKey()
	}
	c.Overlays().Add(d.cover)
	c.SetOnTypedKey(d.key)
	d.begin()
}

// begin asks who is there, unless there is but one.
func (d *door) begin() {
	d.choose()
	if len(d.who) == 1 {
		d.ask(d.who[0])
	}
}

// raise puts the door on top again: a dialog under it that went, or one that came, may have moved it.
func (d *door) raise() {
	c := d.window.window.Canvas()
	all := slices.Clone(c.Overlays().List())
	at := slices.Index(all, d.cover)
	if at >= 0 && at == len(all)-1 {
		return
	}
	if at >= 0 {
		c.Overlays().Remove(d.cover) // and what lies over it
		for _, o := range all[at+1:] {
			c.Overlays().Add(o)
		}
	}
	c.Overlays().Add(d.cover)
	c.SetOnTypedKey(d.key)
	d.focus()
}

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

func (d *door) head(title, text string) []fyne.CanvasObject {
	rtl := d.window.lang.RTL()
	t, s := widgets.Title(title), widgets.Quiet(text)
	t.RTL, s.RTL, t.Lines = rtl, rtl, 2
	return []fyne.CanvasObject{t, s}
}

func (d *door) put(o fyne.CanvasObject) {
	d.body.Objects = []fyne.CanvasObject{o}
	d.body.Refresh()
	d.cover.Refresh()
	widgets.KeepInView(d.scroll)
	d.focus()
}

// focus is where keys go: the PIN, or whoever worked here last among the choices.
func (d *door) focus() {
	if d.pin != nil {
		d.window.window.Canvas().Focus(d.pin)
		return
	}
	d.step(max(0, slices.IndexFunc(d.who, func(o seminar.Operator) bool { return o.ID == d.window.hand.ID })))
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

// key hears what no control took.
func (d *door) key(ev *fyne.KeyEvent) {
	d.window.touched()
	switch ev.Name {
	case fyne.KeyF11:
		d.window.window.SetFullScreen(!d.window.window.FullScreen())
	case fyne.KeyEscape:
		d.back()
	default:
		if d.window.window.Canvas().Focused() == nil {
			d.focus()
		}
	}
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
