package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Offer is one line of what a text could mean. It never takes the focus: the entry above keeps it, whose arrow keys
// choose among the offers.
type Offer struct {
	widget.BaseWidget
	Text    string
	Chosen  bool
	hovered bool
	take    func()
	over    func(in bool)
}

// NewOffer makes an offer; over is told when the mouse comes and goes, since a tap takes the focus off the entry first.
func NewOffer(text string, chosen bool, take func(), over func(in bool)) *Offer {
	o := &Offer{Text: text, Chosen: chosen, take: take, over: over}
	o.ExtendBaseWidget(o)
	return o
}

// Tapped implements fyne.Tappable.
func (o *Offer) Tapped(*fyne.PointEvent) { call(o.take) }

// MouseIn implements desktop.Hoverable.
func (o *Offer) MouseIn(*desktop.MouseEvent) { o.hovered = true; o.over(true); o.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (o *Offer) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (o *Offer) MouseOut() { o.hovered = false; o.over(false); o.Refresh() }

// Cursor implements desktop.Cursorable.
func (o *Offer) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (o *Offer) CreateRenderer() fyne.WidgetRenderer {
	back := newBox("", "", theme.Radius)
	text := NewText(o.Text, theme.BodySize, theme.Text)
	text.MinWidth = 48
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, text}}
	p.min = func() fyne.Size { return fyne.NewSize(80, 32) }
	p.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		place(text, theme.Space2, 0, s.Width-2*theme.Space2, s.Height)
	}
	p.refresh = func() {
		back.fill = ""
		switch {
		case o.Chosen:
			back.fill = theme.AccentWash
		case o.hovered:
			back.fill = theme.Hover
		}
		back.paint()
		text.Text = o.Text
		text.Refresh()
	}
	p.refresh()
	return p
}
