package widgets

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// pagerHeight is the height of the bar below a page of several.
const pagerHeight = 44

// pager is that bar: a page back, which page of how many, a page on.
type pager struct {
	previous, next *Button
	caption        *Text
}

func newPager(turn func(delta int)) *pager {
	p := &pager{previous: NewButton("", func() { turn(-1) }), next: NewButton("", func() { turn(1) }),
		caption: NewText("", theme.CaptionSize, theme.QuietText)}
	p.previous.Importance, p.next.Importance = widget.LowImportance, widget.LowImportance
	p.caption.Align = AlignCentre
	return p
}

// place puts it at the foot of a widget of a size.
func (p *pager) place(s fyne.Size, rtl bool) {
	const middle = 160
	top := s.Height - pagerHeight
	place(p.caption, (s.Width-middle)/2, top, middle, pagerHeight)
	m := p.previous.MinSize()
	y := top + (pagerHeight-m.Height)/2
	place(p.previous, startX(rtl, (s.Width-middle)/2-m.Width, m.Width, s.Width), y, m.Width, m.Height)
	place(p.next, startX(rtl, (s.Width+middle)/2, m.Width, s.Width), y, m.Width, m.Height)
}

// show shows which page of how many. Of one page it is hidden.
func (p *pager) show(page, pages int, rtl bool) {
	p.caption.Text = fmt.Sprintf("%d / %d", page, pages)
	p.caption.Refresh()
	back, on := theme.IconChevronLeft, theme.IconChevronRight
	if rtl {
		back, on = on, back
	}
	p.previous.SetIcon(theme.Icon(back))
	p.next.SetIcon(theme.Icon(on))
	for _, o := range []fyne.CanvasObject{p.previous, p.next, p.caption} {
		showIf(o, pages > 1)
	}
	enable(p.previous, page > 1)
	enable(p.next, page < pages)
}

func enable(b fyne.Disableable, enabled bool) {
	switch {
	case enabled && b.Disabled():
		b.Enable()
	case !enabled && !b.Disabled():
		b.Disable()
	}
}
