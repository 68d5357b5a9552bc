package deskpage

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// person is what a card shows beyond the line of the list.
type person struct {
	desk.Form
	day []seminar.Checkin // their last scans on every list, newest first
}

// dayLimit is how many scans of a person the card has room for.
const dayLimit = 5

func readPerson(ctx context.Context, d *desk.Desk, of, id seminar.ID) (person, error) {
	f, err := d.Person(ctx, of, id)
	if err != nil {
		return person{}, err
	}
	rows, err := d.Checkins(ctx, "", id)
	rows = slices.DeleteFunc(rows, func(c seminar.Checkin) bool { return c.SeminarID != of || c.Undone })
	slices.SortStableFunc(rows, func(a, b seminar.Checkin) int { return b.Datetime.Compare(a.Datetime) })
	return person{f, rows[:min(len(rows), dayLimit)]}, err
}

// facts are the lines that a steward may be asked about, and what the person did so far; nil if there is nothing to say.
func (p *Page) facts(r seminar.RosterRow, read person) fyne.CanvasObject {
	l := p.env.Lang
	lines := widgets.Column(theme.Space2)
	for _, f := range [][2]string{
		{"column.badge_number", r.BadgeNumber}, {"column.delegation", p.delegation(r.DelegationID)},
		{"column.access", read.Attendee.Access}, {"column.dietary", read.Attendee.Dietary},
		{"column.email", r.Email}, {"column.phone", read.Attendee.Phone}} {
		if f[1] != "" {
			lines.Add(p.fact(l.T(f[0]), cardText(f[1], theme.BodySize, theme.Text, 2, l.RTL())))
		}
	}
	zone := p.known.seminar.Location()
	for i, c := range read.day {
		at := c.Datetime.In(zone)
		title := ""
		if i == 0 {
			title = l.T("desk.day")
		}
		lines.Add(p.fact(title, p.scanned(c, widgets.Joined("  ", l.Date(at), l.Time(at)))))
	}
	if len(lines.Objects) == 0 {
		return nil
	}
	return lines
}

// factTitle is the width of the titles before the facts.
const factTitle = 132

func (p *Page) fact(title string, value fyne.CanvasObject) fyne.CanvasObject {
	rtl := p.env.Lang.RTL()
	name := cardText(title, theme.BodySize, theme.QuietText, 2, rtl)
	return widgets.Edge(rtl, nil, nil, p.before(widgets.Fixed(factTitle, 0, name), theme.Space3), nil, value)
}

// scanned is one scan of the person: its answer as an icon, when, and where.
func (p *Page) scanned(c seminar.Checkin, when string) fyne.CanvasObject {
	l := p.env.Lang
	text := widgets.Joined(" · ", when, p.listName(c.ListID), l.T("common.type."+string(c.Type)))
	if !c.Successful {
		text = widgets.Joined(" · ", text, l.T("common.reason."+string(c.Reason)))
	}
	icon := widgets.Fixed(theme.Space4, theme.Space4, widget.NewIcon(page.KindOf(c).Icon()))
	return widgets.Edge(l.RTL(), nil, nil, p.before(icon, theme.Space2), nil, cardText(text, theme.BodySize, theme.Text, 2, l.RTL()))
}

func (p *Page) delegation(id seminar.ID) string {
	for _, d := range p.known.delegations {
		if d.ID == id {
			return d.Name
		}
	}
	return ""
}

func (p *Page) listName(id seminar.ID) string {
	for _, l := range p.known.lists {
		if l.ID == id {
			return l.Name
		}
	}
	return ""
}
