package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// resultBody is the toolkit's list with a focus ring, and the keys of the entry above it.
type resultBody struct {
	widget.List
	FocusHook
	owner   *ResultList
	focused bool
}

func newResultBody(owner *ResultList) *resultBody {
	b := &resultBody{owner: owner}
	b.HideSeparators = true
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *resultBody) CreateRenderer() fyne.WidgetRenderer {
	return newRinged(b.List.CreateRenderer(), &b.focused)
}

// FocusGained implements fyne.Focusable.
func (b *resultBody) FocusGained() {
	b.focused = true
	b.Refresh()
	b.Gained()
}

// FocusLost implements fyne.Focusable.
func (b *resultBody) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune implements fyne.Focusable.
func (b *resultBody) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *resultBody) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		b.owner.Step(1)
	case fyne.KeyUp:
		b.owner.Step(-1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		b.owner.Choose()
	default:
		PassKey(b, ev)
	}
}
