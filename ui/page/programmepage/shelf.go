package programmepage

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// item is one thing of a seminar, such as a list, as its row shows it.
type item struct {
	id          seminar.ID
	title, meta string
	end         string      // at the end of the row
	warning     string      // before it, as a pill
	colour      color.Color // a band before the title, nil for none
	flag        image.Image // before the title, nil for none
	icon        theme.IconName
}

// shelf is the list of the things of one part, in their order. Up, Down, Home and End move; Enter or Space opens.
type shelf struct {
	widget.List
	env     *page.Env
	items   []item
	at      int // under the cursor, -1: none
	focused bool
	open    func(int)
}

func newShelf(env *page.Env, open func(int)) *shelf {
	s := &shelf{env: env, at: -1, open: open}
	s.Length = func() int { return len(s.items) }
	s.CreateItem = func() fyne.CanvasObject { return newShelfRow(s) }
	s.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*shelfRow).show(i) }
	s.HideSeparators = true
	s.ExtendBaseWidget(s)
	return s
}

// show fills the shelf; the cursor stays with its thing, or with its place.
func (s *shelf) show(items []item) {
	var under seminar.ID
	if s.at >= 0 && s.at < len(s.items) {
		under = s.items[s.at].id
	}
	s.items, s.at = items, min(s.at, len(items)-1)
	for i, one := range items {
		if one.id == under {
			s.at = i
		}
	}
	s.Refresh()
}

// point puts the cursor on a thing.
func (s *shelf) point(i int) {
	if i < 0 || i >= len(s.items) {
		return
	}
	s.at = i
	if s.Size().Height >= shelfHeight {
		s.ScrollTo(i)
	}
	s.Refresh()
}

// pointAt puts the cursor on the thing with an id, once it is there.
func (s *shelf) pointAt(id seminar.ID) {
	for i, one := range s.items {
		if one.id == id {
			s.point(i)
		}
	}
}

// FocusGained implements fyne.Focusable.
func (s *shelf) FocusGained() {
	s.focused = true
	s.at = max(s.at, 0)
	s.Refresh()
}

// FocusLost implements fyne.Focusable.
func (s *shelf) FocusLost() { s.focused = false; s.Refresh() }

// TypedKey implements fyne.Focusable.
func (s *shelf) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		s.point(s.at + 1)
	case fyne.KeyUp:
		s.point(s.at - 1)
	case fyne.KeyHome:
		s.point(0)
	case fyne.KeyEnd:
		s.point(len(s.items) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		s.open(s.at)
	default:
		widgets.HandOn(s, ev)
	}
}

// take gives the shelf the focus of its window.
func (s *shelf) take() {
	if c := widgets.CanvasOf(s); c != nil {
		c.Focus(s)
	}
	s.point(max(s.at, 0))
}
