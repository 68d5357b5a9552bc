package document

// summary gathers the report's figures below each other: what part of the report, what is counted, and the counts.
func (f *figures) summary() {
	f.add(f.T("document.column.part"), ColumnText, 20)
	f.add(f.T("document.column.item"), ColumnText, 44)
	f.add(f.T("document.column.number"), ColumnNumber, 12)
	f.add(f.T("common.presence.expected"), ColumnNumber, 12)
	f.add(f.T("column.quota"), ColumnNumber, 10)
	f.add(f.T("document.column.late"), ColumnNumber, 10)
	f.add(f.T("column.minutes"), ColumnNumber, 12)
	s := f.s
	part := f.T("document.section.figures")
	for _, c := range []struct {
		key string
		n   int
	}{
		{"document.figure.registered", s.Registered}, {"common.status.confirmed", s.Confirmed}, {"document.figure.arrived", s.Arrived},
		{"common.presence.inside", s.Inside}, {"common.status.cancelled", s.Cancelled}, {"common.source.walk-in", s.WalkIns},
		{"document.figure.certificates", s.Certificates}, {"document.figure.scans", s.Scans}, {"document.figure.refused", s.Refused},
	} {
		f.row(part, f.T(c.key), c.n, nil, nil, nil, nil)
	}
	f.row(part, f.T("document.figure.minutes"), nil, nil, nil, nil, s.Minutes)
	for _, c := range s.RefusedReason {
		f.row(f.T("document.figure.refused"), f.word("common.reason.", c.Key), c.Count, nil, nil, nil, nil)
	}
	f.groups("document.section.countries", s.ByCountry, func(key string) string {
		if key == "" {
			return f.T("common.no_country")
		}
		return f.Country(key)
	})
	f.groups("document.section.categories", s.ByCategory, f.named("document.no_category"))
	f.groups("document.section.delegations", s.ByDelegation, f.named("document.no_delegation"))
	for _, l := range s.Sessions {
		f.row(f.T("document.section.sessions"), l.Session.Title, l.Present, nil, nil, l.Late, l.Minutes)
	}
	for _, a := range s.Arrivals {
		f.row(f.T("document.section.arrivals"), joined(" ", f.Date(a.From), f.Time(a.From)+"–"+f.Time(a.To)), a.Count, nil, nil, nil, nil)
	}
}

// named gives a group's own name, or the words for a group without one.
func (f *figures) named(none string) func(string) string {
	return func(key string) string {
		if key == "" {
			return f.T(none)
		}
		return key
	}
}

func (f *figures) groups(part string, groups []Group, name func(string) string) {
	for _, g := range groups {
		f.row(f.T(part), name(g.Key), g.Arrived, g.Expected, number(g.Quota), nil, g.Minutes)
	}
}
