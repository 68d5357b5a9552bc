package badgespage

import (
	"context"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	stocks "lanyard/internal/document/stock"
	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// found is what the list shows, with what the filters offer.
type found struct {
	rows        []seminar.RosterRow
	unprinted   int
	all         int
	layouts     []desk.Layout
	stocks      []stocks.Stock
	without     int // people whose category gets no badge
	categories  []seminar.Category
	delegations []seminar.Delegation
}

// filter is the search and the choices above the list, for anybody who may get a badge.
func (p *Page) filter() seminar.RosterFilter {
	f := seminar.RosterFilter{SeminarID: p.env.Seminar().ID, Search: p.search.Text, Order: p.order.By(),
		Badged: true, Status: []seminar.Status{seminar.Confirmed, seminar.Pending, seminar.Waitlisted}}
	if id := p.category.id(); id != "" {
		f.CategoryID = []seminar.ID{id}
	}
	if id := p.delegation.id(); id != "" {
		f.DelegationID = []seminar.ID{id}
	}
	return f
}

// load reads who is in the list.
func (p *Page) load() {
	f, who, d := p.filter(), p.who.Selected, p.env.Desk()
	ticked := slices.Sorted(maps.Keys(p.ticked))
	p.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) (found, error) {
		var got found
		if f.SeminarID == "" {
			return got, nil
		}
		var err error
		if got.categories, err = d.Categories(ctx, f.SeminarID); err != nil {
			return got, err
		}
		if got.delegations, err = d.Delegations(ctx, f.SeminarID); err != nil {
			return got, err
		}
		if got.layouts, err = d.Layouts(ctx, f.SeminarID, template.Badge); err != nil {
			return got, err
		}
		if got.stocks, err = d.Stocks(ctx); err != nil {
			return got, err
		}
		if got.all, err = d.Count(ctx, f); err != nil {
			return got, err
		}
		whole := f
		whole.Badged = false
		if got.without, err = d.Count(ctx, whole); err != nil {
			return got, err
		}
		got.without -= got.all
		missing := f
		missing.Unprinted = true
		if got.unprinted, err = d.Count(ctx, missing); err != nil {
			return got, err
		}
		switch {
		case who == unprinted:
			f = missing
		case who == selected && len(ticked) == 0:
			return got, nil
		case who == selected:
			f.Only = ticked
		}
		got.rows, err = d.Roster(ctx, f)
		return got, err
	}, func(got found, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.found = got
		p.refresh()
	})
}

func (p *Page) refresh() {
	categories := make([]option, len(p.found.categories))
	for i, c := range p.found.categories {
		categories[i] = option{c.ID, c.Name}
	}
	delegations := make([]option, len(p.found.delegations))
	for i, v := range p.found.delegations {
		delegations[i] = option{v.ID, v.Name}
	}
	p.category.offer(categories)
	p.delegation.offer(delegations)
	p.offerLayouts(p.found.layouts)
	if len(p.found.stocks) > 0 {
		p.stock.know(p.found.stocks)
	}
	items := make([]widgets.PickItem, len(p.found.rows))
	for i, r := range p.found.rows {
		items[i] = widgets.PickItem{ID: string(r.AttendeeID), Title: r.Name(), Meta: r.Organisation, Tag: r.BadgeNumber}
		if r.Prints > 0 {
			items[i].Kind = widgets.KindAccepted
		}
	}
	p.list.Set(items)
	p.people.Objects, p.body.Objects = []fyne.CanvasObject{p.list}, []fyne.CanvasObject{p.columns}
	if len(items) == 0 {
		state, whole := p.empty()
		within := p.people // the list is below it, to hear Enter
		if whole {
			within = p.body
		}
		within.Objects = []fyne.CanvasObject{p.list, state}
	}
	p.people.Refresh()
	p.body.Refresh()
	p.counted()
	p.show()
}

// empty says why the list is empty, with the button that leads on, and whether that is all there is to say on the page.
func (p *Page) empty() (state fyne.CanvasObject, whole bool) {
	t := p.env.Lang.T
	say := func(key, button string, do func()) fyne.CanvasObject {
		p.list.OnEmpty = do
		return widgets.NewEmptyState(theme.IconBadges, t("badges.empty."+key+".title"), t("badges.empty."+key+".text"), t(button), do)
	}
	switch {
	case p.filtered():
		return say("filtered", "badges.empty.filtered.button", p.unfilter), false
	case p.who.Selected == selected:
		return say("selected", "badges.empty.selected.button", func() { p.who.Select(everybody) }), false
	case p.found.all == 0 && p.found.without > 0:
		return say("without", "badges.empty.without.button", func() { p.env.Open(page.Programme, "") }), true
	case p.found.all == 0:
		return say("nobody", "badges.empty.button", func() { p.env.Open(page.Attendees, "") }), true
	}
	return say("printed", "badges.empty.selected.button", func() { p.who.Select(everybody) }), false
}

func (p *Page) filtered() bool {
	return p.search.Text != "" || p.category.id() != "" || p.delegation.id() != ""
}

func (p *Page) unfilter() {
	p.category.clear()
	p.delegation.clear()
	p.search.SetText("")
	p.load()
}

// wanted are the people whose badges are made: those ticked, or everybody of the list when nobody is.
func (p *Page) wanted() seminar.RosterFilter {
	f := p.filter()
	if len(p.ticked) > 0 {
		return seminar.RosterFilter{SeminarID: f.SeminarID, Order: f.Order, Only: slices.Sorted(maps.Keys(p.ticked))}
	}
	f.Unprinted = p.who.Selected == unprinted
	return f
}

// counted writes how many badges the button makes, and how many people each choice holds.
func (p *Page) counted() {
	l := p.env.Lang
	n := len(p.found.rows)
	if len(p.ticked) > 0 {
		n = len(p.ticked)
	}
	p.save.SetText(l.N("badges.save", n))
	p.press.SetText(l.N("badges.print", n))
	p.press.Hide()
	p.save.Importance, p.save.Icon = widget.HighImportance, theme.IconIn(theme.IconSave, theme.OnAccent)
	if p.preview.Prints() { // then that is the one thing to do
		p.press.Show()
		p.save.Importance, p.save.Icon = widget.MediumImportance, theme.Icon(theme.IconSave)
		p.save.SetText(l.T("paper.save"))
	}
	for _, b := range []*widgets.Button{p.save, p.press} {
		if n == 0 || p.making {
			b.Disable()
		} else {
			b.Enable()
		}
	}
	p.choices.Refresh()
	p.ticks.SetText(l.N("badges.ticked", len(p.ticked)))
	if len(p.ticked) == 0 {
		p.ticks.SetText(l.T("badges.ticked.none"))
		p.untick.Hide()
	} else {
		p.untick.Show()
	}
	p.without.SetText(l.N("badges.without", p.found.without))
	p.without.Hidden = p.found.without == 0
	p.choices.Refresh()
	p.segments()
}

func (p *Page) segments() {
	l := p.env.Lang
	segment := func(id string, n int) widgets.Segment {
		return widgets.Segment{ID: id, Label: l.T("badges."+id) + "  " + l.Number(n)}
	}
	p.who.Segments = []widgets.Segment{segment(unprinted, p.found.unprinted), segment(everybody, p.found.all), segment(selected, len(p.ticked))}
	p.who.Refresh()
	if p.title != nil {
		p.title.Refresh() // longer words need more room
	}
}
