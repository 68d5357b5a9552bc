package document

import "time"

// log is the audit trail, in the order given.
func (c *composer) log() {
	t := Table{Name: "log", Empty: c.T("document.empty.log"), Columns: []Column{
		{Title: c.T("column.time"), Kind: ColumnTime, Share: 38, Start: true, Width: 20}, {Title: c.T("column.operator"), Share: 34, Width: 20},
		{Title: c.T("column.desk"), Share: 16, Width: 10}, {Title: c.T("document.column.what"), Share: 92, Lines: 6, Width: 70}}}
	if c.s.LogOnly != "" {
		c.report.paper.heading, t.Empty = c.T("document.log.found", "words", c.s.LogOnly), c.T("document.empty.found")
	}
	if c.s.LogNewest {
		t.Note = c.T("document.log.newest", "n", len(c.s.Log))
	}
	dated := c.otherDays(len(c.s.Log), func(i int) time.Time { return c.s.Log[i].When })
	all := make([][]Entry, len(c.s.Log))
	for i, l := range c.s.Log {
		all[i] = row(c.second(l.When, dated), l.Who, l.Desk, l.What)
	}
	t.Parts = rows(all)
	c.add(t)
}

// checkins is every scan, accepted and refused, in the order in which they were.
func (c *composer) checkins() {
	t := Table{Name: "checkins", Empty: c.T("document.empty.checkins"), Columns: []Column{
		{Title: c.T("column.time"), Kind: ColumnTime, Share: 26, Start: true, Width: 20}, {Title: c.T("column.list"), Share: 34, Width: 24},
		{Title: c.T("column.type"), Share: 18, Width: 10}, {Title: c.T("column.name"), Share: 50, Bold: true, Lines: 6, Width: 32},
		{Title: c.T("column.badge_number"), Place: Below, Width: 12}, {Title: c.T("column.outcome"), Share: 36, Lines: 3, Width: 20},
		{Title: c.T("column.reason"), Place: Below, Width: 32}, {Title: c.T("column.desk"), Share: 12, Width: 8},
		{Title: c.T("column.operator"), Place: Below, Width: 20}}}
	dated := c.otherDays(len(c.s.Checkins), func(i int) time.Time { return c.s.Checkins[i].When })
	all := make([][]Entry, len(c.s.Checkins))
	for i, l := range c.s.Checkins {
		name := l.Name
		if name == "" {
			name = c.T("document.trail.nobody")
		}
		all[i] = row(c.second(l.When, dated), l.List, c.word("common.type.", string(l.Type)), name, l.Number, c.answer(l), c.why(l), l.Desk, l.Operator)
	}
	t.Parts = rows(all)
	c.add(t)
}

// answer is what a scan was answered.
func (c *composer) answer(l CheckinLine) Entry {
	switch {
	case l.Undone:
		return Entry{Value: c.T("common.undone"), Code: "#5c645f"}
	case !l.Accepted:
		return Entry{Value: c.T("common.outcome.error"), Code: "#b91c1c"}
	case l.Forced:
		return Entry{Value: c.T("column.forced"), Code: "#b45309"}
	case l.Assumed:
		return Entry{Value: c.T("document.checkin.assumed"), Code: "#5c645f"}
	}
	return Entry{Value: c.T("common.outcome.ok"), Code: "#15803d"}
}

// why is the reason of an answer in words.
func (c *composer) why(l CheckinLine) string {
	if l.Accepted {
		return c.word("common.force.", l.Reason)
	}
	return c.word("common.reason.", l.Reason)
}

// second is a time to the second, with its day in figures, as short as lists want it.
func (c *composer) second(t time.Time, dated bool) Entry {
	if dated {
		return Entry{Value: t, Text: t.Format("02.01.2006 15:04:05")}
	}
	return Entry{Value: t, Text: t.Format("15:04:05")}
}

// otherDays says whether times are of any day but the seminar's only one, which stands above them.
func (c *composer) otherDays(n int, at func(int) time.Time) bool {
	if c.days {
		return true
	}
	for i := range n {
		if at(i).Format(time.DateOnly) != c.s.Seminar.Start {
			return true
		}
	}
	return false
}

// emergency is who is inside now, room by room, to be read at arm's length.
func (c *composer) emergency() {
	c.report.paper.large = true
	n := 0
	t := Table{Name: "inside", Parted: c.T("column.list"), Empty: c.T("document.empty.inside"), least: 11, Columns: []Column{
		{Title: c.T("document.column.found"), Share: 14, Width: 8, Box: true},
		{Title: c.T("column.name"), Share: 74, Bold: true, Lines: 6, Width: 32}, {Title: c.T("column.native_name"), Place: Below, Width: 26},
		{Title: c.T("column.country"), Kind: ColumnCountry, Place: Flag, Width: 18},
		{Title: c.T("column.phone"), Share: 46, Lines: 1, Width: 20}, {Title: c.T("document.column.needs"), Share: 40, Lines: 3, Bold: true, Width: 30},
		{Title: c.T("document.column.since"), Kind: ColumnTime, Share: 18, Width: 18}}}
	for _, r := range c.s.Rooms {
		part := Part{Title: joined(" · ", r.Name, r.Place), Note: c.N("common.count.people", len(r.People))}
		for _, p := range r.People {
			part.Rows = append(part.Rows, row(nil, p.Name, p.Native, p.Country, p.Phone, p.Needs, when(p.Since)))
		}
		n += len(part.Rows)
		t.Parts = append(t.Parts, part)
	}
	c.report.paper.heading = c.N("document.count.inside_people", n)
	c.add(t)
}
