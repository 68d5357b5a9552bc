package document

// summary is the report for the organiser: figures, charts, sessions, delegations, initiatives, people.
func (c *composer) summary() {
	c.report.paper.signed = true
	c.figures()
	c.arrivals()
	c.countries("document.legend.bars")
	c.categories()
	c.presence()
	c.punctuality()
	c.sessions()
	c.delegationTable("document.section.delegations")
	c.initiatives()
	c.everybody()
}

// figures are the numbers of the first page. The first six are large, the others only where there is something to say.
func (c *composer) figures() {
	s := c.s
	t := Table{Name: "figures", Title: c.T("document.section.figures"), Shape: Figures, tiles: 6, Columns: []Column{
		{Title: c.T("document.column.item"), Width: 44}, {Title: c.T("document.column.number"), Kind: ColumnNumber, Width: 12}}}
	large := func(key string, e Entry) [][]Entry { return [][]Entry{{val(c.T(key)), e}} }
	all := large("document.figure.registered", val(s.Registered))
	all = append(all, large("document.figure.arrived", val(s.Arrived))...)
	share := Entry{Value: percentage(s.Arrived, s.Registered), Text: "–"}
	if share.Value != nil {
		share.Text = c.T("document.percent", "n", share.Value)
	}
	all = append(all, large("document.figure.share", share)...)
	all = append(all, large("document.figure.countries", val(s.represented()))...)
	all = append(all, large("document.figure.hours", val(s.TotalHours()))...)
	all = append(all, large("document.figure.certificates", val(s.Certificates))...)
	for _, f := range []struct {
		key, label string
		n          int
	}{{"walk_ins", "common.source.walk-in", s.WalkIns}, {"cancelled", "common.status.cancelled", s.Cancelled},
		{"inside", "common.presence.inside", s.Inside}, {"scans", "document.figure.scans", s.Scans}, {"refused", "document.figure.refused", s.Refused}} {
		if f.n > 0 {
			all = append(all, row(c.T(f.label), Entry{Value: f.n, Text: c.N("document.count."+f.key, f.n)}))
		}
	}
	for _, r := range s.RefusedReason {
		reason := c.word("common.reason.", r.Key)
		all = append(all, row(reason, Entry{Value: r.Count, Text: reason + " " + c.Number(r.Count)}))
	}
	t.Parts = rows(all)
	c.add(t)
}

// represented is the number of countries from which people came, or, before anybody has, are registered.
func (s Summary) represented() int {
	came, registered := 0, 0
	for _, g := range s.ByCountry {
		if g.Key == "" {
			continue
		}
		registered++
		if g.Arrived > 0 {
			came++
		}
	}
	if s.Arrived == 0 {
		return registered
	}
	return came
}

func (c *composer) arrivals() {
	t := Table{Name: "arrivals", Title: c.T("document.section.arrivals"), Shape: Columns, Empty: c.T("document.empty.arrivals"), Columns: []Column{
		{Title: c.T("common.from"), Kind: ColumnTime, Width: 18}, {Title: c.T("common.to"), Kind: ColumnTime, Width: 18},
		{Title: c.T("common.presence.arrived"), Kind: ColumnNumber, Width: 12}}}
	var all [][]Entry
	for _, a := range c.s.Arrivals {
		all = append(all, row(a.From, a.To, a.Count))
	}
	t.Parts = rows(all)
	c.add(t)
}

// bars is a table of groups of people that paper has as bars.
func (c *composer) bars(name, title, legend string, first Column, all [][]Entry) {
	first.Width = 32
	c.add(Table{Name: name, Title: title, Shape: Bars, Legend: c.T(legend), Empty: c.T("document.empty.people"), Parts: rows(all), Columns: []Column{first,
		{Title: c.T("common.presence.arrived"), Kind: ColumnNumber, Width: 12}, {Title: c.T("common.presence.expected"), Kind: ColumnNumber, Width: 12}}})
}

func (c *composer) countries(legend string) {
	var all [][]Entry
	for _, g := range c.s.ByCountry {
		all = append(all, row(g.Key, g.Arrived, g.Expected))
	}
	c.bars("countries", c.T("document.section.countries"), legend, Column{Title: c.T("column.country"), Kind: ColumnCountry}, all)
}

func (c *composer) categories() {
	var all [][]Entry
	for _, g := range c.s.ByCategory {
		name := g.Key
		if name == "" {
			name = c.T("document.no_category")
		}
		all = append(all, row(Entry{Value: name, Code: dotOf(g.Colour)}, g.Arrived, g.Expected))
	}
	c.bars("categories", c.T("document.section.categories"), "document.legend.bars", Column{Title: c.T("column.category")}, all)
}

// dotOf is the code of an entry with a dot in a category's colour.
func dotOf(colour string) string {
	if colour == "" {
		return "#5c645f"
	}
	return colour
}

// presence is who was present in each session that counts, of all who arrived.
func (c *composer) presence() {
	t := Table{Name: "presence", Title: c.T("document.section.presence"), Shape: Bars, Legend: c.T("document.legend.presence"), Empty: c.T("document.empty.arrivals"),
		Columns: []Column{{Title: c.T("column.session"), Width: 44}, {Title: c.T("column.present"), Kind: ColumnNumber, Width: 12},
			{Title: c.T("common.presence.arrived"), Kind: ColumnNumber, Width: 12}}}
	var all [][]Entry
	for _, l := range c.s.Sessions {
		if l.Session.Counts {
			all = append(all, row(l.Session.Title, l.Present, c.s.Arrived))
		}
	}
	if len(all) > 0 {
		t.Parts = rows(all)
		c.add(t)
	}
}

// punctuality is who came in time, late or not at all to each session that counts and has begun.
func (c *composer) punctuality() {
	t := Table{Name: "punctuality", Title: c.T("document.section.punctuality"), Shape: Stacks, Columns: []Column{{Title: c.T("column.session"), Width: 44},
		{Title: c.T("document.column.in_time"), Kind: ColumnNumber, Width: 12}, {Title: c.T("common.attendance.late"), Kind: ColumnNumber, Width: 12},
		{Title: c.T("common.attendance.excused"), Kind: ColumnNumber, Width: 12}, {Title: c.T("common.attendance.absent"), Kind: ColumnNumber, Width: 12}}}
	var all [][]Entry
	for _, l := range c.s.Sessions {
		if l.Session.Counts && l.Present+l.Absent+l.Excused > 0 {
			all = append(all, row(l.Session.Title, Entry{Value: l.Present - l.Late, Code: "present"}, Entry{Value: l.Late, Code: "late"},
				Entry{Value: l.Excused, Code: "excused"}, Entry{Value: l.Absent, Code: "absent"}))
		}
	}
	if len(all) > 0 && c.s.Arrived > 0 {
		t.Parts = rows(all)
		c.add(t)
	}
}

// sessions is the programme with who came.
func (c *composer) sessions() {
	t := Table{Name: "sessions", Title: c.T("document.section.sessions"), Empty: c.T("document.empty.sessions"), Columns: []Column{
		{Title: c.T("column.time"), Sheet: c.T("column.start"), Kind: ColumnTime, Share: 24, Lines: 1, Start: true, Width: 18},
		{Title: c.T("column.end"), Kind: ColumnTime, Place: Within, Width: 18},
		{Title: c.T("column.session"), Share: 74, Bold: true, Lines: 3, Width: 44}, {Title: c.T("common.category.speaker"), Place: Below, Width: 36},
		{Title: c.T("column.kind"), Share: 24, Width: 14}, {Title: c.T("column.room"), Share: 28, Width: 18},
		{Title: c.T("column.present"), Kind: ColumnNumber, Share: 18, Width: 10}, {Title: c.T("document.column.late"), Kind: ColumnNumber, Share: 15, Width: 10},
		{Title: c.T("column.hours"), Sheet: c.T("column.minutes"), Kind: ColumnMinutes, Share: 20, Lines: 1, Width: 12}}}
	zone := c.s.Seminar.Location()
	var all [][]Entry
	for _, l := range c.s.Sessions {
		from, to := l.Session.Start.In(zone), l.Session.End.In(zone)
		at := Entry{Value: from, Text: c.Time(from) + "–" + c.Time(to)}
		if c.days {
			at.Text = lines(at.Text, c.Date(from))
		}
		all = append(all, row(at, to, l.Session.Title, joined(", ", l.Session.Speakers...), c.word("common.kind.", string(l.Session.Kind)), l.Session.Room,
			l.Present, l.Late, c.together(l.Minutes)))
	}
	t.Parts = rows(all)
	c.add(t)
}

func (c *composer) delegationTable(title string) {
	t := Table{Name: "delegations", Title: c.T(title), Empty: c.T("document.empty.delegations"), Columns: []Column{
		{Title: c.T("column.delegation"), Share: 66, Bold: true, Width: 24}, {Title: c.T("column.country"), Kind: ColumnCountry, Place: Flag, Width: 18},
		{Title: c.T("column.head"), Share: 44, Width: 28},
		{Title: c.T("column.quota"), Kind: ColumnNumber, Share: 18, Width: 10}, {Title: c.T("common.presence.expected"), Kind: ColumnNumber, Share: 22, Width: 10},
		{Title: c.T("common.presence.arrived"), Kind: ColumnNumber, Share: 20, Width: 10},
		{Title: c.T("column.hours"), Sheet: c.T("column.minutes"), Kind: ColumnMinutes, Share: 22, Width: 10}}}
	var all [][]Entry
	for _, g := range c.s.ByDelegation {
		all = append(all, row(g.Key, g.Country, c.head(g), some(g.Quota), g.Expected, g.Arrived, c.together(g.Minutes)))
	}
	t.Parts = rows(all)
	c.add(t)
}

// initiatives are the proposals in full.
func (c *composer) initiatives() {
	t := Table{Name: "initiatives", Title: c.T("document.section.initiatives"), Shape: Cards, Empty: c.T("document.empty.initiatives"), Columns: []Column{
		{Title: c.T("column.theme"), Width: 20}, {Title: c.T("column.status"), Width: 14}, {Title: c.T("column.title"), Width: 44},
		{Title: c.T("column.by"), Width: 28}, {Title: c.T("column.delegation"), Width: 24}, {Title: c.T("column.session"), Width: 36},
		{Title: c.T("column.text"), Width: 80}}}
	var all [][]Entry
	for _, l := range c.s.Initiatives {
		v := l.Initiative
		by := val(v.By)
		if v.By != "" {
			by.Text = c.T("document.initiative.by", "name", v.By)
		}
		all = append(all, row(v.Theme, c.word("common.initiative.", string(v.Status)), v.Title, by, l.Delegation, l.Session, v.Text))
	}
	t.Parts = rows(all)
	c.add(t)
}

// everybody is the list of all people.
func (c *composer) everybody() {
	t := Table{Name: "people", Title: c.T("document.section.people"), Empty: c.T("document.empty.people"), Columns: append(c.who(11, 52),
		Column{Title: c.T("column.organisation"), Share: 48, Lines: 3, Width: 36}, Column{Title: c.T("column.category"), Share: 28, Width: 18},
		Column{Title: c.T("column.arrived"), Kind: ColumnTime, Share: 20, Lines: 1, Width: 18},
		Column{Title: c.T("column.hours"), Sheet: c.T("column.minutes"), Kind: ColumnMinutes, Share: 23, Lines: 1, Width: 10})}
	all := make([][]Entry, len(c.s.People))
	for i, p := range c.s.People {
		all[i] = append(c.whoIs(i, p), row(p.Row.Organisation, categoryOf(p), when(p.Arrived), p.Minutes)...)
	}
	t.Parts = rows(all)
	c.add(t)
}

// who are the columns that say who somebody is: number, name, and with the name its parts, so that a list can be taken in
// again, the name in their own script and the country.
func (c *composer) who(number, name float64) []Column {
	return []Column{{Title: c.T("column.number"), Kind: ColumnNumber, Share: number, Lines: 1, Width: 6},
		{Title: c.T("column.name"), Share: name, Bold: true, Lines: 6, Width: 32}, {Title: c.T("column.given_name"), Place: Within, Width: 20},
		{Title: c.T("column.family_name"), Place: Within, Width: 20}, {Title: c.T("column.native_name"), Place: Below, Width: 26},
		{Title: c.T("column.country"), Kind: ColumnCountry, Place: Flag, Width: 18}}
}

func (c *composer) whoIs(i int, p PersonLine) []Entry {
	name := p.name()
	return row(numbered(i), name, p.Row.GivenName, p.Row.FamilyName, ownScript(p.attendee(), name), p.Row.Country)
}

func categoryOf(p PersonLine) Entry {
	if p.Category.Name == "" {
		return val("")
	}
	return Entry{Value: p.Category.Name, Code: dotOf(p.Category.Colour)}
}
