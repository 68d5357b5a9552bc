package livepage

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// head is the top of the page: at a desk its title and what is looked at, to choose; on a wall the seminar, the day and
// the time.
type head struct {
	page        *Page
	content     *fyne.Container
	title       *widgets.Text
	said        *widgets.Text // the day, the list and the time, on a wall
	controls    fyne.CanvasObject
	days, lists *widgets.Select
	choosing    bool
	wall        bool
}

func newHead(p *Page) *head {
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	h := &head{page: p, title: widgets.Title(t("live.title")), said: widgets.NewText("", theme.TitleSize, theme.QuietText)}
	h.title.RTL, h.said.RTL = rtl, rtl
	h.said.Align = widgets.AlignEnd
	h.days = widgets.NewSelect(nil, func(string) { h.chosen() })
	h.lists = widgets.NewSelect(nil, func(string) { h.chosen() })
	h.days.PlaceHolder, h.lists.PlaceHolder = t("live.day"), t("live.list")
	h.controls = widgets.Row(rtl, theme.Space3, widgets.Fixed(190, 0, h.days), widgets.Fixed(230, 0, h.lists))
	h.said.Hide()
	h.content = container.NewStack(widgets.Edge(rtl, nil, nil, nil, container.NewStack(h.controls, h.said), h.title))
	return h
}

// show fills the choices with what there is, and marks what is shown.
func (h *head) show(l desk.Live) {
	h.choosing = true
	defer func() { h.choosing = false }()
	var days, lists []string
	for _, d := range l.Days {
		days = append(days, h.page.env.Lang.Date(d))
	}
	day := slices.IndexFunc(l.Days, l.Day.Equal)
	if day < 0 { // today, which is no day of the seminar
		days, day = append(days, h.page.env.Lang.Date(l.Day)), len(l.Days)
	}
	lists = append(lists, h.page.env.Lang.T("live.whole"))
	list := 0
	for i, v := range l.Lists {
		if lists = append(lists, v.Name); v.ID == l.List.ID {
			list = i + 1
		}
	}
	fill(h.days, days, day)
	fill(h.lists, lists, list)
	h.tick()
}

// fill exchanges the choices only where they differ: nothing is drawn anew with every scan.
func fill(s *widgets.Select, options []string, chosen int) {
	if !slices.Equal(s.Options, options) {
		s.SetOptions(options)
	}
	if s.SelectedIndex() != chosen {
		s.SetSelectedIndex(chosen)
	}
}

// chosen looks at what was chosen from the lists.
func (h *head) chosen() {
	l := h.page.shown
	if h.choosing || l == nil {
		return
	}
	v := h.page.view
	if i := h.days.SelectedIndex(); i >= 0 && i < len(l.Days) && !l.Days[i].Equal(l.Day) {
		v.Day = l.Days[i].Format(time.DateOnly)
	}
	if i := h.lists.SelectedIndex(); i > 0 && i <= len(l.Lists) {
		v.List = l.Lists[i-1].ID
	} else {
		v.List = ""
	}
	h.page.choose(v)
}

// step looks at the day or the list some places on.
func (h *head) step(days, lists int) {
	l := h.page.shown
	if l == nil {
		return
	}
	v := h.page.view
	if i := slices.IndexFunc(l.Days, l.Day.Equal) + days; days != 0 && i >= 0 && i < len(l.Days) {
		v.Day = l.Days[i].Format(time.DateOnly)
	}
	if lists != 0 {
		i := slices.IndexFunc(l.Lists, func(o seminar.List) bool { return o.ID == l.List.ID }) + lists
		if i >= len(l.Lists) || i < -1 {
			return
		}
		if v.List = ""; i >= 0 {
			v.List = l.Lists[i].ID
		}
	}
	h.page.choose(v)
}

// tick says on a wall what is looked at, and the time.
func (h *head) tick() {
	l := h.page.shown
	if !h.wall || l == nil {
		return
	}
	lang := h.page.env.Lang
	now := ""
	if l.Today {
		now = lang.Time(h.page.env.Desk().Now().In(l.Seminar.Location()))
	}
	h.title.SetText(l.Seminar.Title(lang.Tag()))
	h.said.SetText(widgets.Joined("   ", l.List.Name, lang.Date(l.Day), now))
}

// scale draws the words larger on a wall; the choices of a desk stay as they are.
func (h *head) scale(k float32) {
	size := theme.TitleSize
	if h.wall {
		size *= k
	}
	if h.title.TextSize == size {
		return
	}
	h.title.TextSize, h.said.TextSize = size, size
	h.title.Refresh()
	h.said.Refresh()
}

// hang turns between a desk and a wall.
func (h *head) hang(wall bool) {
	if h.wall = wall; wall {
		h.controls.Hide()
		h.said.Show()
		h.tick()
		return
	}
	h.said.Hide()
	h.controls.Show()
	h.title.SetText(h.page.env.Lang.T("live.title"))
}

// Wall implements page.Wall.
func (p *Page) Wall(on bool) {
	p.head.hang(on)
	p.content.Refresh()
}

// Bindings implements page.Bound.
func (p *Page) Bindings() []page.Binding {
	t, on := p.env.Lang.T, 1
	if p.env.Lang.RTL() {
		on = -1
	}
	return []page.Binding{
		{Key: fyne.KeyRight, Label: t("live.key.next_day"), Do: func() { p.head.step(on, 0) }},
		{Key: fyne.KeyLeft, Label: t("live.key.previous_day"), Do: func() { p.head.step(-on, 0) }},
		{Key: fyne.KeyDown, Label: t("live.key.next_list"), Do: func() { p.head.step(0, 1) }},
		{Key: fyne.KeyUp, Label: t("live.key.previous_list"), Do: func() { p.head.step(0, -1) }},
		{Key: fyne.KeyHome, Label: t("live.key.home"), Do: func() { p.choose(desk.LiveView{}) }},
		{Key: fyne.KeyPageDown, Label: t("live.key.more"), Do: func() { p.board.turn(1) }},
		{Key: fyne.KeyPageUp, Label: t("live.key.less"), Do: func() { p.board.turn(-1) }},
		{Key: fyne.KeyF11, Label: t("live.key.wall")},
	}
}
