package attendeespage

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// known is what rows refer to.
type known struct {
	list        seminar.ID
	categories  []seminar.Category
	delegations []seminar.Delegation
	questions   []seminar.Question
	countries   []string
	total       int
	places      taken
	earlier     []seminar.Seminar // others of the workspace: those before it, the last first, then the later ones
}

// load reads what rows refer to, then the rows.
func (p *Page) load() {
	event := p.env.Seminar()
	of := event.ID
	d := p.env.Desk()
	p.loading.Run(p.env.Context, p.env.Run, func(ctx context.Context) (known, error) {
		var k known
		if of == "" {
			return k, nil
		}
		lists, err := d.Lists(ctx, of)
		if err != nil {
			return k, err
		}
		if len(lists) > 0 {
			k.list = lists[0].ID
		}
		if k.categories, err = d.Categories(ctx, of); err != nil {
			return k, err
		}
		if k.delegations, err = d.Delegations(ctx, of); err != nil {
			return k, err
		}
		if k.questions, err = d.Questions(ctx, of); err != nil {
			return k, err
		}
		if k.countries, err = d.Countries(ctx, of); err != nil {
			return k, err
		}
		if k.total, err = d.Count(ctx, seminar.RosterFilter{SeminarID: of}); err != nil {
			return k, err
		}
		if err := k.readPlaces(ctx, d, event); err != nil {
			return k, err
		}
		k.earlier, err = d.Seminars(ctx)
		slices.Reverse(k.earlier)
		k.earlier = slices.DeleteFunc(k.earlier, func(s seminar.Seminar) bool { return s.ID == of })
		slices.SortStableFunc(k.earlier, func(a, b seminar.Seminar) int { return b2i(a.Start > event.Start) - b2i(b.Start > event.Start) })
		return k, err
	}, func(k known, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.known = k
		p.carry.Hidden = len(k.earlier) == 0
		p.showPlaces()
		p.show()
	})
}

func (p *Page) show() {
	t := p.env.Lang.T
	p.filters.offer(p.known)
	p.body.Objects = []fyne.CanvasObject{p.table}
	switch {
	case p.of == "": // nothing else on the page does anything
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconAttendees, t("attendees.empty.seminar.title"), t("attendees.empty.seminar.text"),
			t("attendees.empty.seminar.button"), func() { p.env.Open(uipage.Programme, "") })}
	case p.known.total == 0:
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconAttendees, t("attendees.empty.title"), t("attendees.empty.text"),
			t("attendees.import"), p.chooseImport)}
	}
	p.body.Refresh()
	p.reload()
	if p.coming && p.env.Window.Canvas().Focused() == nil && p.known.total > 0 {
		p.take() // the arrow keys go through the people at once
	}
	p.coming = false
}
