package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// PairItem is one row of a [PairList]: two things that may be one, and why.
type PairItem struct {
	ID  string
	Of  [2]PairHalf
	Why string // up to two lines
}

// PairHalf is one of the two.
type PairHalf struct {
	Title  string
	Native string      // in the person's own script, may be empty
	Flag   image.Image // 4:3, may be nil
}

// PairList is a list of pairs of which one is in front. Up, Down, Home and End move; every other key
// is the window's.
type PairList struct {
	widget.BaseWidget
	Items   []PairItem
	Cursor  int // the row in front; -1 for none
	RTL     bool
	OnMoved func(index int) // another row came to the front

	body *pairBody
}

// NewPairList makes an empty list.
func NewPairList(onMoved func(int)) *PairList {
	l := &PairList{Cursor: -1, OnMoved: onMoved}
	l.body = &pairBody{owner: l}
	l.body.Length = func() int { return len(l.Items) }
	l.body.CreateItem = func() fyne.CanvasObject { return newPairRow(l) }
	l.body.UpdateItem = func(id widget.ListItemID, o fyne.CanvasObject) {
		if id < len(l.Items) {
			row := o.(*pairRow)
			row.index, row.item = id, l.Items[id]
			row.Refresh()
		}
	}
	l.body.HideSeparators = true
	l.body.ExtendBaseWidget(l.body)
	l.ExtendBaseWidget(l)
	return l
}

// Set shows other rows with one of them in front.
func (l *PairList) Set(items []PairItem, front int) {
	l.Items, l.Cursor = items, min(max(front, 0), len(items)-1)
	l.body.Refresh()
	if l.Cursor >= 0 {
		l.body.ScrollTo(l.Cursor)
	}
}

// Step brings another row to the front, without running over the ends.
func (l *PairList) Step(delta int) { l.MoveTo(l.Cursor + delta) }

// MoveTo brings a row to the front.
func (l *PairList) MoveTo(index int) {
	index = min(max(index, 0), len(l.Items)-1)
	if index < 0 || index == l.Cursor {
		return
	}
	l.Cursor = index
	l.body.Refresh()
	l.body.ScrollTo(index)
	if l.OnMoved != nil {
		l.OnMoved(index)
	}
}

// Take gives the list the focus of its window.
func (l *PairList) Take() { focus(l.body) }

// CreateRenderer implements fyne.Widget.
func (l *PairList) CreateRenderer() fyne.WidgetRenderer {
	p := &parts{objects: []fyne.CanvasObject{l.body}}
	p.min = func() fyne.Size { return fyne.NewSize(200, 2*pairRowHeight) }
	p.layout = func(s fyne.Size) { place(l.body, 0, 0, s.Width, s.Height) }
	p.refresh = func() { l.body.Refresh() }
	return p
}

// pairBody is the toolkit's list with other keys.
type pairBody struct {
	widget.List
	owner   *PairList
	focused bool
}

// FocusGained implements fyne.Focusable.
func (b *pairBody) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost implements fyne.Focusable.
func (b *pairBody) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune implements fyne.Focusable.
func (b *pairBody) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (b *pairBody) TypedKey(ev *fyne.KeyEvent) {
	l := b.owner
	switch ev.Name {
	case fyne.KeyDown:
		l.Step(1)
	case fyne.KeyUp:
		l.Step(-1)
	case fyne.KeyHome:
		l.MoveTo(0)
	case fyne.KeyEnd:
		l.MoveTo(len(l.Items) - 1)
	default:
		HandOn(b, ev)
	}
}
