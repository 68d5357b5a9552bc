package deskpage

import (
	"context"
	"slices"

	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// showRecent shows the recent scans, newest first, while nobody is being looked for.
func (p *Page) showRecent() {
	defer p.showFoot()
	if len(p.rows) > 0 || p.entry.Text() != "" {
		return
	}
	l := p.env.Lang
	p.caption.SetText(l.T("desk.recent"))
	if len(p.counts.recent) == 0 && p.counts.people != nil && p.counts.tally.Expected == 0 {
		p.setLeft(widgets.NewEmptyState(theme.IconAttendees, l.T("desk.empty.title"), l.T("desk.empty.sentence"), l.T("desk.empty.button"),
			func() { p.env.Open(page.Attendees, "") }))
		return
	}
	if len(p.counts.recent) == 0 {
		p.setLeft(widgets.NewEmptyState(theme.IconHistory, l.T("desk.recent.empty"), l.T("desk.recent.none"), "", nil))
		return
	}
	results := make([]widgets.Result, len(p.counts.recent))
	for i, c := range p.counts.recent {
		results[i] = p.recentResult(c)
	}
	p.picked = min(p.picked, len(results)-1)
	p.recents.Results, p.recents.Highlight = results, p.picked
	p.recents.Refresh()
	p.setLeft(p.recents)
}

func (p *Page) recentResult(c seminar.Checkin) widgets.Result {
	l := p.env.Lang
	r := widgets.Result{ID: string(c.ID), Title: p.nameOf(c), Kind: page.KindOf(c),
		Meta: widgets.Joined(" · ", l.Time(c.Datetime.In(p.known.seminar.Location())), l.T("common.type."+string(c.Type)))}
	if who, ok := p.counts.people[c.AttendeeID]; ok {
		r.Native, r.Tag = native(who.Name(), who.NativeName), p.category(who.CategoryID).Name
	}
	switch {
	case c.Undone:
		r.Hint = l.T("desk.recent.undone")
		r.Kind = widgets.KindNeutral
	case c.Forced && c.Successful:
		r.Hint = widgets.Joined(": ", l.T("desk.recent.forced"), page.ForcedWhy(l, c))
	case !c.Successful:
		r.Hint = l.T("common.reason." + string(c.Reason))
	}
	return r
}

func (p *Page) nameOf(c seminar.Checkin) string {
	if who, ok := p.counts.people[c.AttendeeID]; ok {
		return who.Name()
	}
	if c.AttendeeID != "" {
		return p.env.Lang.T("desk.recent.gone")
	}
	return p.env.Lang.T("desk.recent.unknown")
}

// keepPicked keeps the mark on its scan when newer ones come in above it.
func (p *Page) keepPicked(now []seminar.Checkin) {
	if p.picked < 0 || p.picked >= len(p.counts.recent) {
		return
	}
	id := p.counts.recent[p.picked].ID
	p.picked = slices.IndexFunc(now, func(c seminar.Checkin) bool { return c.ID == id })
}

// pick moves the mark through the recent scans; above the first the desk is ready again.
func (p *Page) pick(delta int) {
	picked := max(min(p.picked+delta, len(p.counts.recent)-1), -1)
	if picked < 0 {
		p.ready()
		return
	}
	p.picked = picked
	p.recents.Highlight = max(p.recents.Highlight, 0)
	p.recents.Step(picked - p.recents.Highlight)
	p.recents.Refresh()
	p.showPicked()
}

// showPicked shows the recent scan that is marked, with the way to undo it.
func (p *Page) showPicked() {
	l := p.env.Lang
	c := p.counts.recent[p.picked]
	name := cardText(p.nameOf(c), theme.NameSize, theme.Text, 2, l.RTL())
	name.Style.Bold = true
	r := p.recentResult(c)
	pill := widgets.NewStatusPill(r.Kind, widgets.Joined(" · ", r.Meta, r.Hint))
	pill.RTL = l.RTL()
	buttons := widgets.Row(l.RTL(), theme.Space2)
	if c.Successful && !c.Undone {
		undo := widgets.NewPrimary(l.T("desk.recent.undo")+"  Ctrl+Z", theme.IconUndo, func() { p.undo(c) })
		buttons.Add(undo)
	}
	if _, here := p.counts.people[c.AttendeeID]; here {
		buttons.Add(widgets.NewButtonWithIcon(l.T("common.open"), theme.Icon(theme.IconPerson), func() { p.Open(c.AttendeeID) }))
	}
	column := widgets.Column(theme.Space3, name, widgets.Row(l.RTL(), 0, pill))
	if e := c.Explained(); !c.Successful && e != nil && (e.Code != "" || l.Tag() == "en") { // the version before kept it in English only
		column.Add(cardText(l.Err(e), theme.SectionSize, theme.Text, 3, l.RTL()))
	}
	p.subject = nil
	p.setRight(widgets.NewCard(widgets.Edge(l.RTL(), nil, buttons, nil, nil, column)))
	p.showFoot()
}

func (p *Page) openPicked() {
	id := p.counts.recent[p.picked].AttendeeID
	if _, here := p.counts.people[id]; here {
		p.Open(id)
	}
}

// Open implements page.Opener: it shows somebody's card, and Enter checks them in.
func (p *Page) Open(id seminar.ID) {
	if !p.loaded {
		p.wanted = id
		return
	}
	d, f := p.env.Desk(), seminar.RosterFilter{SeminarID: p.env.Seminar().ID, ListID: p.list.ID, Only: []seminar.ID{id}, Limit: 1}
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]seminar.RosterRow, error) { return d.Roster(ctx, f) },
		func(rows []seminar.RosterRow, err error) {
			switch {
			case err != nil:
				p.env.Fail(err)
			case len(rows) == 0:
				p.env.Fail(seminar.NotFound("attendee", string(id)))
			default:
				p.picked = -1
				p.offer(rows, "")
			}
			p.take()
		})
}
