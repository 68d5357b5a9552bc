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
	end         string         // at the end of the row
	warning     string         // before it, as a pill
	kind        widgets.Kind   // of the pill
	mark        theme.IconName // of the pill; the kind's own if empty
	sizes       *sizes         // of a delegation, in the place of the end; nil for none
	rtl         bool           // the title runs from right to left, whatever the page does
	colour      color.Color    // a band before the title, nil for none
	flag        image.Image    // before the title, nil for none
	icon        theme.IconName
}

// shelf is the list of the things of one part, in their order.
type shelf struct {
	cursor
	env   *page.Env
	items []item
}

func newShelf(env *page.Env, open func(int)) *shelf {
	s := &shelf{env: env, cursor: cursor{at: -1, open: open, row: shelfHeight}}
	s.self = s
	s.count = func() int { return len(s.items) }
	s.id = func(i int) seminar.ID { return s.items[i].id }
	s.line = func(i int) int { return i }
	s.Length = func() int { return len(s.items) }
	s.CreateItem = func() fyne.CanvasObject { return newShelfRow(s) }
	s.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*shelfRow).show(i) }
	s.HideSeparators = true
	s.ExtendBaseWidget(s)
	return s
}

// show fills the shelf.
func (s *shelf) show(items []item) {
	s.keep(func() { s.items = items })
	s.Refresh()
}

// take gives the shelf the focus of its window, with the cursor on a thing.
func (s *shelf) take() {
	s.cursor.take()
	s.point(max(s.at, 0))
}
