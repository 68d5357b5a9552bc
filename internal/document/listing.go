package document

import (
	"time"

	"lanyard/internal/page"
)

// attendance is everybody with when they came and went, their hours and their status.
func (c *composer) attendance() {
	c.report.paper = paper{size: page.A4.Turned(), signed: true}
	cols := c.who(13, 54)
	cols = append(cols[:1], append([]Column{{Title: c.T("column.badge_number"), Place: Below, Width: 12}}, cols[1:]...)...)
	t := Table{Name: "people", Note: c.agreed(), Empty: c.T("document.empty.people"), Columns: append(cols,
		Column{Title: c.T("column.organisation"), Share: 56, Width: 36}, Column{Title: c.T("column.category"), Share: 30, Width: 18},
		Column{Title: c.T("column.delegation"), Share: 28, Width: 18}, Column{Title: c.T("column.arrived"), Kind: ColumnTime, Share: 20, Width: 18},
		Column{Title: c.T("common.presence.left"), Kind: ColumnTime, Share: 20, Width: 18},
		Column{Title: c.T("column.hours"), Sheet: c.T("column.minutes"), Kind: ColumnMinutes, Share: 23, Lines: 1, Width: 10},
		Column{Title: c.T("column.percent"), Kind: ColumnPercent, Share: 15, Width: 8}, Column{Title: c.T("column.status"), Share: 25, Width: 16})}
	all := make([][]Entry, len(c.s.People))
	for i, p := range c.s.People {
		who := c.whoIs(i, p)
		entries := append(make([]Entry, 0, len(t.Columns)), who[0], val(p.Row.BadgeNumber))
		entries = append(entries, who[1:]...)
		all[i] = append(entries, row(p.Row.Organisation, categoryOf(p), p.Delegation, when(p.Arrived), when(p.Left), p.Minutes, p.Percent, c.status(p))...)
	}
	t.Parts = rows(all)
	c.add(t)
}

// signIn is the sheet that people sign, by delegation: for the whole seminar, or for a session, a day or a list.
func (c *composer) signIn() {
	only := c.s.Only
	c.report.paper.signed = true
	c.report.paper.heading = c.of(only)
	t := Table{Name: "people", Parted: c.T("column.delegation"), Empty: c.T("document.empty.people"), least: 15, Columns: append(c.who(12, 58),
		Column{Title: c.T("column.organisation"), Share: 52, Lines: 3, Width: 36}, Column{Title: c.T("column.signature"), Share: 56, Width: 30, Box: true})}
	n := 0
	for _, v := range c.s.parties(PersonLine.expected) {
		part := Part{Title: c.partyName(v), Flag: v.group.Country}
		for _, p := range v.members {
			sign := Entry{}
			if came := c.s.came(p); only.Ticked && !came.IsZero() {
				sign = Entry{Value: "✓", Code: ticked}
				if only.Session == nil || !came.Before(only.Session.Start) { // who came for the day was there before the session
					sign.Value = "✓ " + c.Time(came)
				}
			}
			part.Rows = append(part.Rows, append(c.whoIs(n, p), val(p.Row.Organisation), sign))
			n++
		}
		if len(part.Rows) > 0 {
			t.Parts = append(t.Parts, part)
		}
	}
	c.add(t)
}

// ticked is the code of a box that is filled in.
const ticked = "ticked"

// came is when somebody came to what a signature sheet is for; zero if not.
func (s Summary) came(p PersonLine) time.Time {
	if s.Only.Session == nil && s.Only.Day.IsZero() && s.Only.List == "" {
		return p.Arrived
	}
	return p.Came
}

// of says what a signature sheet is for; "" is the whole seminar.
func (c *composer) of(o Only) string {
	switch {
	case o.Session != nil:
		zone := c.s.Seminar.Location()
		from, to := o.Session.Start.In(zone), o.Session.End.In(zone)
		return joined(" · ", o.Session.Title, c.clock(from, c.days)+"–"+c.Time(to), o.Session.Room)
	case !o.Day.IsZero():
		return c.LongDate(o.Day)
	}
	return o.List
}

// partyName is a delegation's name, or the heading of those who belong to none.
func (c *composer) partyName(v party) string {
	if v.group.Key == "" {
		return c.T("document.no_delegation")
	}
	return v.group.Key
}

// delegations are the figures of all delegations, and a page for each with its head and its members.
func (c *composer) delegations() {
	c.delegationTable("document.section.delegations")
	if len(c.s.ByDelegation) == 0 {
		return
	}
	t := Table{Name: "members", Title: c.T("document.column.members"), Parted: c.T("column.delegation"), Paged: true, Empty: c.T("document.empty.members"),
		Continued: true, Columns: append(c.who(11, 56),
			Column{Title: c.T("column.position"), Share: 52, Lines: 3, Width: 26}, Column{Title: c.T("column.organisation"), Place: Below, Width: 36},
			Column{Title: c.T("column.category"), Share: 30, Width: 18}, Column{Title: c.T("column.arrived"), Kind: ColumnTime, Share: 22, Width: 18},
			Column{Title: c.T("column.hours"), Sheet: c.T("column.minutes"), Kind: ColumnMinutes, Share: 23, Lines: 1, Width: 10})}
	for _, v := range c.s.parties(func(PersonLine) bool { return true }) {
		part := Part{Title: c.partyName(v), Note: c.counted(v.group), Flag: v.group.Country}
		for i, p := range v.members {
			part.Rows = append(part.Rows, append(c.whoIs(i, p), row(p.Position, p.Row.Organisation, categoryOf(p), when(p.Arrived), p.Minutes)...))
		}
		t.Parts = append(t.Parts, part)
	}
	c.add(t)
}

// head is who leads a delegation, and whether that person cancelled; "" for nobody.
func (c *composer) head(g Group) string {
	if g.HeadOut && g.Head != "" {
		return g.Head + " (" + c.T("common.status.cancelled") + ")"
	}
	return g.Head
}

// counted are the head and the figures of a delegation as a line.
func (c *composer) counted(g Group) string {
	parts := []string{}
	if head := c.head(g); head != "" {
		parts = append(parts, c.T("document.count.head", "name", head))
	}
	if g.Quota > 0 {
		parts = append(parts, c.T("document.count.quota", "n", g.Quota))
	}
	parts = append(parts, c.T("document.count.expected", "n", g.Expected), c.T("document.count.arrived", "n", g.Arrived))
	if free := g.Quota - max(g.Expected, g.Arrived); g.Quota > 0 && free != 0 {
		key := "document.count.free"
		if free < 0 {
			key, free = "document.count.over", -free
		}
		parts = append(parts, c.N(key, free))
	}
	return joined(" · ", parts...)
}

// protocol is the list of names for protocol: delegation after delegation, its head first, with forms of address and offices.
func (c *composer) protocol() {
	t := Table{Name: "people", Note: c.agreed(), Parted: c.T("column.delegation"), Empty: c.T("document.empty.people"), Columns: append(c.who(11, 72),
		Column{Title: c.T("column.position"), Share: 68, Lines: 3, Width: 36}, Column{Title: c.T("column.organisation"), Place: Below, Width: 36},
		Column{Title: c.T("column.category"), Share: 34, Width: 18})}
	n := 0
	for _, v := range c.s.parties(PersonLine.expected) {
		part := Part{Title: c.partyName(v), Flag: v.group.Country}
		for _, p := range v.members {
			category := categoryOf(p)
			if p.Head {
				category.Text = lines(c.T("common.category.head_of_delegation"), p.Category.Name)
			}
			part.Rows = append(part.Rows, append(c.whoIs(n, p), row(p.Position, p.Row.Organisation, category)...))
			n++
		}
		if len(part.Rows) > 0 {
			t.Parts = append(t.Parts, part)
		}
	}
	c.add(t)
}

// matrix is sessions by people: how everybody attended every session, and for how long.
func (c *composer) matrix() {
	c.report.paper = paper{size: page.A4.Turned(), signed: true}
	t := Table{Name: "matrix", Shape: Marks, Columns: []Column{
		{Title: c.T("column.number"), Kind: ColumnNumber, Width: 6}, {Title: c.T("column.name"), Width: 32}}}
	t.Empty = c.T("document.empty.people")
	if len(c.s.Sessions) == 0 {
		t.Empty = c.T("document.empty.sessions")
	}
	zone := c.s.Seminar.Location()
	foot := row(nil, c.T("column.present"))
	for _, l := range c.s.Sessions {
		at := c.Time(l.Session.Start.In(zone))
		if c.days {
			at = c.Date(l.Session.Start.In(zone)) + " " + at
		}
		title := at + "  " + l.Session.Title
		t.Columns = append(t.Columns, Column{Title: title, Width: 14},
			Column{Title: joined(" – ", title, c.T("column.minutes")), Kind: ColumnNumber, Place: Below, Width: 10})
		foot = append(foot, val(c.Number(l.Present)), Entry{})
	}
	t.Columns = append(t.Columns, Column{Title: c.T("column.hours"), Sheet: c.T("column.minutes"), Kind: ColumnMinutes, Width: 10})
	all := make([][]Entry, len(c.s.People))
	for i, p := range c.s.People {
		entries := make([]Entry, 0, len(t.Columns))
		entries = append(entries, numbered(i), val(p.name()))
		for j := range c.s.Sessions {
			v := Cell{}
			if j < len(p.Sessions) {
				v = p.Sessions[j]
			}
			minutes := val(some(v.Minutes))
			if v.Assumed {
				minutes.Code = assumed
			}
			entries = append(entries, Entry{Value: c.word("common.attendance.", v.Status), Code: v.Status}, minutes)
		}
		all[i] = append(entries, val(p.Minutes))
	}
	t.Parts = rows(all)
	if len(all) > 0 {
		t.Foot = append(foot, c.together(c.s.Minutes))
	}
	c.add(t)
}

// assumed is the code of minutes whose end a rule supplied.
const assumed = "assumed"

// agreed says that only those are listed who agreed to something, and how many are not; "" where that was not asked for.
func (c *composer) agreed() string {
	if len(c.s.AgreedTo) == 0 {
		return ""
	}
	var to []string
	for _, q := range c.s.AgreedTo {
		if q == nil {
			to = append(to, c.T("document.agreed.data"))
		} else {
			to = append(to, q.Said(c.Tag()))
		}
	}
	return c.T("document.agreed", "what", joined(", ", to...), "n", c.Number(c.s.LeftOut))
}
