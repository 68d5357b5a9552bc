package document

import (
	"slices"
	"strconv"

	"lanyard/internal/page"
)

// Attendance makes the list of people with when they came and went, their hours and their status, on A4 lying.
func Attendance(s Summary, o Options) page.Document {
	r := newReport(s, o, "document.attendance", page.A4.Turned())
	r.coverHeading()
	if len(s.People) == 0 {
		r.note(r.T("document.empty.people"))
	} else {
		t := table{columns: []tableColumn{
			{title: r.T("column.number"), share: 11, align: page.End, lines: 1}, {title: r.T("column.name"), share: 56, bold: true},
			{title: r.T("column.organisation"), share: 56}, {title: r.T("column.category"), share: 30},
			{title: r.T("column.delegation"), share: 28}, {title: r.T("column.arrived"), share: 20, align: page.End},
			{title: r.T("common.presence.left"), share: 20, align: page.End}, {title: r.T("column.hours"), share: 23, align: page.End, lines: 1},
			{title: r.T("column.percent"), share: 15, align: page.End}, {title: r.T("column.status"), share: 25}}}
		r.draw(t, len(s.People), func(i int) []cell {
			p := s.People[i]
			return []cell{text(strconv.Itoa(i + 1)), r.nameCell(p, true), text(p.Row.Organisation), r.categoryCell(p), text(p.Delegation),
				text(r.came(p)), text(r.clock(p.Left, r.days)), text(r.attended(p.Minutes)), text(r.T("document.percent", "n", p.Percent)),
				text(r.status(p))}
		})
	}
	r.finish()
	return *r.doc
}

// SignIn makes the sheet that people sign, by delegation, on A4 upright.
func SignIn(s Summary, o Options) page.Document {
	r := newReport(s, o, "document.signin", page.A4)
	r.coverHeading()
	t := table{least: 15, boxed: 4, columns: []tableColumn{
		{title: r.T("column.number"), share: 12, align: page.End, lines: 1}, {title: r.T("column.name"), share: 58, bold: true},
		{title: r.T("column.organisation"), share: 52, lines: 3}, {title: r.T("column.signature"), share: 56}}}
	number := 0
	for _, v := range s.parties(PersonLine.expected) {
		if len(v.members) == 0 {
			continue
		}
		r.section(r.partyName(v), 30)
		r.draw(t, len(v.members), func(i int) []cell {
			p := v.members[i]
			number++
			return []cell{text(strconv.Itoa(number)), r.nameCell(p, true), text(p.Row.Organisation), {}}
		})
	}
	if number == 0 {
		r.note(r.T("document.empty.people"))
	}
	r.finish()
	return *r.doc
}

// partyName is a delegation's name, or the heading of those who belong to none.
func (r *report) partyName(v party) string {
	if v.name == "" {
		return r.T("document.no_delegation")
	}
	return v.name
}

// Delegations makes the figures and the members of every delegation, on A4 upright.
func Delegations(s Summary, o Options) page.Document {
	r := newReport(s, o, "document.delegations", page.A4)
	r.coverHeading()
	if len(s.ByDelegation) == 0 {
		r.note(r.T("document.empty.delegations"))
		r.finish()
		return *r.doc
	}
	r.delegationTable()
	t := table{columns: []tableColumn{
		{title: r.T("column.number"), share: 11, align: page.End, lines: 1}, {title: r.T("column.name"), share: 56, bold: true},
		{title: r.T("column.organisation"), share: 52, lines: 3}, {title: r.T("column.category"), share: 30},
		{title: r.T("column.arrived"), share: 22, align: page.End}, {title: r.T("column.hours"), share: 23, align: page.End, lines: 1}}}
	for _, v := range s.parties(func(PersonLine) bool { return true }) {
		r.section(r.partyName(v), 34)
		r.put(piece{Text: page.Text{Content: r.counted(v.group), MaxLines: 2, WrapFirst: true, Style: page.Style{Size: 9.5, MinSize: 7, Colour: quiet}}})
		r.y += 2
		if len(v.members) == 0 {
			r.note(r.T("document.empty.members"))
			continue
		}
		r.draw(t, len(v.members), func(i int) []cell {
			p := v.members[i]
			return []cell{text(strconv.Itoa(i + 1)), r.nameCell(p, true), text(joined(", ", p.Position, p.Row.Organisation)), r.categoryCell(p),
				text(r.came(p)), text(r.attended(p.Minutes))}
		})
	}
	r.finish()
	return *r.doc
}

// counted are the figures of a delegation as a line.
func (r *report) counted(g Group) string {
	parts := []string{}
	if g.Quota > 0 {
		parts = append(parts, r.T("document.count.quota", "n", g.Quota))
	}
	parts = append(parts, r.T("document.count.expected", "n", g.Expected), r.T("document.count.arrived", "n", g.Arrived))
	if free := g.Quota - max(g.Expected, g.Arrived); g.Quota > 0 && free != 0 {
		key := "document.count.free"
		if free < 0 {
			key, free = "document.count.over", -free
		}
		parts = append(parts, r.T(key, "n", free))
	}
	return joined(" · ", parts...)
}

// Log makes the audit trail, on A4 upright, in the order given.
func Log(lines []LogLine, s Summary, o Options) page.Document {
	r := newReport(s, o, "document.log", page.A4)
	r.coverHeading()
	if len(lines) == 0 {
		r.note(r.T("document.empty.log"))
	} else {
		t := table{columns: []tableColumn{
			{title: r.T("column.time"), share: 38}, {title: r.T("column.operator"), share: 34}, {title: r.T("column.desk"), share: 16},
			{title: r.T("document.column.what"), share: 92, lines: 6}}}
		several := slices.ContainsFunc(lines, func(l LogLine) bool { return l.When.Format("2006-01-02") != lines[0].When.Format("2006-01-02") })
		r.draw(t, len(lines), func(i int) []cell {
			l := lines[i]
			when := l.When.Format("15:04:05")
			if several {
				when = r.Date(l.When) + " " + when
			}
			return []cell{text(when), text(l.Who), text(l.Desk), text(l.What)}
		})
	}
	r.finish()
	return *r.doc
}
