package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// cursorList is what lists have in common of which one row is in front. Up, Down, Home and End move.
type cursorList struct {
	Cursor  int             // the row in front; -1 for none
	OnMoved func(index int) // another row came to the front

	count func() int
	body  *cursorBody
}

func newCursorList(count func() int, create func() fyne.CanvasObject, update func(int, fyne.CanvasObject), key func(*fyne.KeyEvent)) cursorList {
	l := cursorList{Cursor: -1, count: count, body: &cursorBody{key: key}}
	l.body.Length, l.body.CreateItem = count, create
	l.body.UpdateItem = func(id widget.ListItemID, o fyne.CanvasObject) {
		if id < count() {
			update(id, o)
		}
	}
	l.body.HideSeparators = true
	l.body.ExtendBaseWidget(l.body)
	return l
}

// front brings a row to the front after the rows were exchanged.
func (l *cursorList) front(index int) {
	l.Cursor = min(max(index, 0), l.count()-1)
	l.body.Refresh()
	l.reveal()
}

// reveal brings the row in front into sight. A list that has no size yet does so once it gets one: the toolkit would scroll one of
// no height past its row.
func (l *cursorList) reveal() {
	if l.Cursor >= 0 && l.body.Size().Height > 0 {
		l.body.ScrollTo(l.Cursor)
	}
}

// Step brings another row to the front, without running over the ends.
func (l *cursorList) Step(delta int) { l.MoveTo(l.Cursor + delta) }

// MoveTo brings a row to the front.
func (l *cursorList) MoveTo(index int) {
	index = min(max(index, 0), l.count()-1)
	if index < 0 || index == l.Cursor {
		return
	}
	l.Cursor = index
	l.body.Refresh()
	l.reveal()
	if l.OnMoved != nil {
		l.OnMoved(index)
	}
}

// Take gives the list the focus of its window.
func (l *cursorList) Take() { focus(l.body) }

// move is a key that moves; false for every other one.
func (l *cursorList) move(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyDown:
		l.Step(1)
	case fyne.KeyUp:
		l.Step(-1)
	case fyne.KeyHome:
		l.MoveTo(0)
	case fyne.KeyEnd:
		l.MoveTo(l.count() - 1)
	default:
		return false
	}
	return true
}

// renderer shows the rows, and asks for room for some of them.
func (l *cursorList) renderer(height float32) fyne.WidgetRenderer {
	p := &parts{objects: []fyne.CanvasObject{l.body}}
	p.min = func() fyne.Size { return fyne.NewSize(200, height) }
	p.layout = func(s fyne.Size) {
		first := l.body.Size().Height <= 0
		place(l.body, 0, 0, s.Width, s.Height)
		if first {
			l.reveal()
		}
	}
	p.refresh = func() { l.body.Refresh() }
	return p
}

// cursorBody is the toolkit's list with other keys.
type cursorBody struct {
	widget.List
	focused bool
	key     func(*fyne.KeyEvent)
	letter  func(rune) // may be nil
}

// FocusGained implements fyne.Focusable.
func (b *cursorBody) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost implements fyne.Focusable.
func (b *cursorBody) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune implements fyne.Focusable.
func (b *cursorBody) TypedRune(r rune) {
	if b.letter != nil {
		b.letter(r)
	}
}

// TypedKey implements fyne.Focusable.
func (b *cursorBody) TypedKey(ev *fyne.KeyEvent) { b.key(ev) }
