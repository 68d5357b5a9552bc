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
	cursorList
	Items []PairItem
	RTL   bool
}

// NewPairList makes an empty list.
func NewPairList(onMoved func(int)) *PairList {
	l := &PairList{}
	l.cursorList = newCursorList(func() int { return len(l.Items) }, func() fyne.CanvasObject { return newPairRow(l) },
		func(i int, o fyne.CanvasObject) {
			row := o.(*pairRow)
			row.index, row.item = i, l.Items[i]
			row.Refresh()
		}, func(ev *fyne.KeyEvent) {
			if !l.move(ev.Name) {
				HandOn(l.body, ev)
			}
		})
	l.OnMoved = onMoved
	l.ExtendBaseWidget(l)
	return l
}

// Set shows other rows with one of them in front.
func (l *PairList) Set(items []PairItem, front int) {
	l.Items = items
	l.front(front)
}

// CreateRenderer implements fyne.Widget.
func (l *PairList) CreateRenderer() fyne.WidgetRenderer { return l.renderer(2 * pairRowHeight) }
