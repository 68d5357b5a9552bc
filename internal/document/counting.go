package document

import "lanyard/internal/seminar"

// statistics counts the people by country, category, organisation, day and, where it was asked for, gender.
func (c *composer) statistics() {
	c.report.paper.signed = true
	s := c.s
	c.grouped("countries", "document.section.countries", Column{Title: c.T("column.country"), Kind: ColumnCountry}, s.ByCountry, func(g Group) Entry { return val(g.Key) })
	c.grouped("categories", "document.section.categories", Column{Title: c.T("column.category")}, s.ByCategory, func(g Group) Entry {
		return Entry{Value: c.orNone(g.Key, "document.no_category"), Code: dotOf(g.Colour)}
	})
	c.grouped("organisations", "document.section.organisations", Column{Title: c.T("column.organisation"), Lines: 3}, s.ByOrganisation,
		func(g Group) Entry { return val(c.orNone(g.Key, "document.no_organisation")) })
	if len(s.ByGender) > 0 {
		c.grouped("genders", "document.section.genders", Column{Title: c.T("document.column.gender")}, s.ByGender, func(g Group) Entry {
			return val(c.orNone(c.word("document.gender.", g.Key), "document.no_gender"))
		})
	}
	c.byDay()
}

func (c *composer) orNone(name, none string) string {
	if name == "" {
		return c.T(none)
	}
	return name
}

// grouped is a table of groups with their shares.
func (c *composer) grouped(name, title string, first Column, groups []Group, named func(Group) Entry) {
	first.Share, first.Bold, first.Width = 70, true, 32
	t := Table{Name: name, Title: c.T(title), Empty: c.T("document.empty.people"), Columns: []Column{first,
		{Title: c.T("common.presence.expected"), Kind: ColumnNumber, Share: 20, Width: 10}, {Title: c.T("common.presence.arrived"), Kind: ColumnNumber, Share: 20, Width: 10},
		{Title: c.T("document.column.of_all"), Kind: ColumnPercent, Share: 44, Bar: true, Width: 10},
		{Title: c.T("column.hours"), Sheet: c.T("column.minutes"), Kind: ColumnMinutes, Share: 24, Width: 10}}}
	arrived, expected, minutes := 0, 0, 0
	for _, g := range groups {
		arrived, expected, minutes = arrived+g.Arrived, expected+g.Expected, minutes+g.Minutes
	}
	var all [][]Entry
	for _, g := range groups {
		all = append(all, row(named(g), g.Expected, g.Arrived, percentage(g.Arrived, arrived), c.together(g.Minutes)))
	}
	t.Parts = rows(all)
	if len(all) > 0 {
		t.Foot = row(c.T("column.total"), expected, arrived, percentage(arrived, arrived), c.together(minutes))
		if first.Kind == ColumnCountry {
			t.Foot[0] = Entry{Text: c.T("column.total")}
		}
	}
	c.add(t)
}

func (c *composer) byDay() {
	t := Table{Name: "days", Title: c.T("document.section.days"), Empty: c.T("document.empty.arrivals"), Columns: []Column{
		{Title: c.T("column.date"), Share: 70, Bold: true, Width: 28}, {Title: c.T("document.column.first"), Kind: ColumnNumber, Share: 26, Width: 12},
		{Title: c.T("column.present"), Kind: ColumnNumber, Share: 26, Width: 12}, {Title: c.headed("document.figure.scans"), Kind: ColumnNumber, Share: 26, Width: 12},
		{Title: c.headed("document.figure.refused"), Kind: ColumnNumber, Share: 26, Width: 12}}}
	var all [][]Entry
	for _, d := range c.s.ByDay {
		all = append(all, row(c.LongDate(d.Day), d.First, d.Present, d.Scans, d.Refused))
	}
	t.Parts = rows(all)
	c.add(t)
}

// comparison holds a seminar against an earlier one: figures side by side, countries, and who came to both.
func (c *composer) comparison() {
	c.report.paper.signed = true
	if c.s.Before == nil {
		c.add(Table{Name: "figures", Title: c.T("document.section.figures"), Empty: c.T("document.empty.comparison")})
		return
	}
	then, now := *c.s.Before, c.s
	c.report.paper.heading = c.T("document.compared", "title", then.Seminar.Title(c.Tag()), "date", c.kit.days(then.Seminar))
	c.compared("figures", "document.section.figures", Column{Title: c.T("document.column.item")}, c.measured(then, now))
	c.compared("countries", "document.section.countries", Column{Title: c.T("column.country"), Kind: ColumnCountry}, held(then.ByCountry, now.ByCountry, func(g Group) Entry { return val(g.Key) }))
	c.compared("categories", "document.section.categories", Column{Title: c.T("column.category")}, held(then.ByCategory, now.ByCategory, func(g Group) Entry {
		return Entry{Value: c.orNone(g.Key, "document.no_category"), Code: dotOf(g.Colour)}
	}))
	c.returned()
}

// pair is a number then and now.
type pair struct {
	what      Entry
	then, now int
	percent   bool
}

// measured are the figures of two seminars.
func (c *composer) measured(then, now Summary) []pair {
	return []pair{
		{what: val(c.headed("document.figure.registered")), then: then.Registered, now: now.Registered},
		{what: val(c.headed("document.figure.arrived")), then: then.Arrived, now: now.Arrived},
		{what: val(c.headed("document.figure.share")), then: rate(then.Arrived, then.Registered), now: rate(now.Arrived, now.Registered), percent: true},
		{what: val(c.headed("document.figure.countries")), then: then.represented(), now: now.represented()},
		{what: val(c.headed("document.figure.delegations")), then: len(then.ByDelegation), now: len(now.ByDelegation)},
		{what: val(c.headed("document.figure.sessions")), then: len(then.Sessions), now: len(now.Sessions)},
		{what: val(c.headed("document.figure.hours")), then: then.TotalHours(), now: now.TotalHours()},
		{what: val(c.headed("document.figure.in_time")), then: then.inTime(), now: now.inTime(), percent: true},
		{what: val(c.headed("document.figure.initiatives")), then: len(then.Initiatives), now: len(now.Initiatives)},
		{what: val(c.headed("document.figure.walk_ins")), then: then.WalkIns, now: now.WalkIns},
		{what: val(c.headed("document.figure.certificates")), then: then.Certificates, now: now.Certificates},
	}
}

func rate(part, of int) int {
	if v, ok := percentage(part, of).(int); ok {
		return v
	}
	return 0
}

// inTime is how many in a hundred of those present in the sessions that count were in time.
func (s Summary) inTime() int {
	present, late := 0, 0
	for _, l := range s.Sessions {
		if l.Session.Counts {
			present, late = present+l.Present, late+l.Late
		}
	}
	return rate(present-late, present)
}

// held holds the groups of one seminar against those of another, in the order of the later, by who arrived.
func held(then, now []Group, named func(Group) Entry) []pair {
	var all []pair
	at := map[string]int{}
	for _, g := range now {
		at[g.Key] = len(all)
		all = append(all, pair{what: named(g), now: g.Arrived})
	}
	for _, g := range then {
		i, ok := at[g.Key]
		if !ok {
			i = len(all)
			all = append(all, pair{what: named(g)})
		}
		all[i].then = g.Arrived
	}
	return all
}

func (c *composer) compared(name, title string, first Column, pairs []pair) {
	first.Share, first.Bold, first.Width = 80, true, 40
	t := Table{Name: name, Title: c.T(title), Empty: c.T("document.empty.people"), Columns: []Column{first,
		{Title: c.dated(c.s.Before.Seminar), Kind: ColumnNumber, Share: 28, Width: 14}, {Title: c.dated(c.s.Seminar), Kind: ColumnNumber, Share: 28, Width: 14},
		{Title: c.T("document.column.change"), Kind: ColumnNumber, Share: 22, Width: 12}, {Title: c.T("document.column.growth"), Kind: ColumnPercent, Share: 22, Width: 12}}}
	var all [][]Entry
	for _, p := range pairs {
		then, now, change, growth := val(p.then), val(p.now), Entry{Value: p.now - p.then, Text: c.signed(p.now - p.then)}, Entry{Text: "–"}
		if p.percent {
			then.Text, now.Text = c.T("document.percent", "n", p.then), c.T("document.percent", "n", p.now)
			change.Text = c.T("document.points", "n", isolated(change.Text))
		} else if p.then > 0 {
			growth.Value = grown(p.then, p.now)
			growth.Text = c.T("document.percent", "n", c.signed(growth.Value.(int)))
		}
		all = append(all, []Entry{p.what, then, now, change, growth})
	}
	t.Parts = rows(all)
	c.add(t)
}

// grown is the growth from one number to another in per cent, rounded away from zero at a half.
func grown(then, now int) int {
	twice, half := 200*(now-then), then
	if twice < 0 {
		half = -half
	}
	return (twice + half) / (2 * then)
}

// signed is a number with its sign, a true minus; 0 has none.
func (c *composer) signed(n int) string {
	switch {
	case n > 0:
		return "+" + c.Number(n)
	case n < 0:
		return "−" + c.Number(-n)
	}
	return "0"
}

// dated names a seminar by its days, as short as tells two of a series apart.
func (c *composer) dated(s seminar.Seminar) string {
	from, ok := dateIn(s.Start)
	if !ok {
		return s.Title(c.Tag())
	}
	return from.Format("02.01.2006")
}

// returned is who was registered at both seminars.
func (c *composer) returned() {
	came := 0
	for _, l := range c.s.Returned {
		if l.CameThen && l.CameNow {
			came++
		}
	}
	t := Table{Name: "returned", Title: c.T("document.section.returned"), Empty: c.T("document.empty.returned"), Columns: []Column{
		{Title: c.T("column.number"), Kind: ColumnNumber, Share: 11, Lines: 1, Width: 6}, {Title: c.T("column.name"), Share: 52, Bold: true, Lines: 6, Width: 32},
		{Title: c.T("column.country"), Kind: ColumnCountry, Place: Flag, Width: 18}, {Title: c.T("column.organisation"), Share: 46, Lines: 3, Width: 36},
		{Title: c.T("document.column.then"), Share: 36, Width: 18}, {Title: c.T("document.column.then_came"), Place: Below, Width: 12},
		{Title: c.T("document.column.now"), Share: 36, Width: 18}, {Title: c.T("document.column.now_came"), Place: Below, Width: 12}}}
	if len(c.s.Returned) > 0 {
		t.Note = joined(" · ", c.N("document.count.both", len(c.s.Returned)), c.N("document.count.both_came", came))
	}
	cameOrNot := func(yes bool) string {
		if yes {
			return c.T("document.status.arrived")
		}
		return c.T("document.status.not_arrived")
	}
	var all [][]Entry
	for i, l := range c.s.Returned {
		all = append(all, row(numbered(i), l.Name, l.Country, l.Organisation, l.Then, cameOrNot(l.CameThen), l.Now, cameOrNot(l.CameNow)))
	}
	t.Parts = rows(all)
	c.add(t)
}
