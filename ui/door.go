package ui

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
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
