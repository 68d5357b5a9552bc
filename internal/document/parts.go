package document

import (
	"strconv"

	"lanyard/internal/page"
)

// sessions is the programme with who came.
func (r *report) sessions() {
	r.section(r.T("document.section.sessions"), 24)
	if len(r.Sessions) == 0 {
		r.note(r.T("document.empty.sessions"))
		return
	}
	t := table{columns: []tableColumn{
		{title: r.T("column.time"), share: 24, lines: 1}, {title: r.T("column.session"), share: 74, bold: true, lines: 3},
		{title: r.T("column.kind"), share: 24}, {title: r.T("column.room"), share: 28},
		{title: r.T("column.present"), share: 18, align: page.End}, {title: r.T("document.column.late"), share: 15, align: page.End},
		{title: r.T("column.hours"), share: 20, align: page.End, lines: 1}}}
	r.draw(t, len(r.Sessions), func(i int) []cell {
		l := r.Sessions[i]
		loc := r.Seminar.Location()
		from, to := l.Session.Start.In(loc), l.Session.End.In(loc)
		when := r.Time(from) + "–" + r.Time(to)
		if r.days {
			when += "\n" + r.Date(from)
		}
		return []cell{text(when), text(l.Session.Title + "\n" + joined(", ", l.Session.Speakers...)),
			text(r.word("common.kind.", string(l.Session.Kind))), text(l.Session.Room),
			text(r.Number(l.Present)), text(r.Number(l.Late)), text(r.together(l.Minutes))}
	})
}

func (r *report) delegationTable() {
	r.section(r.T("document.section.delegations"), 20)
	if len(r.ByDelegation) == 0 {
		r.note(r.T("document.empty.delegations"))
		return
	}
	t := table{columns: []tableColumn{
		{title: r.T("column.delegation"), share: 84, bold: true}, {title: r.T("column.quota"), share: 20, align: page.End},
		{title: r.T("common.presence.expected"), share: 24, align: page.End}, {title: r.T("common.presence.arrived"), share: 22, align: page.End},
		{title: r.T("column.hours"), share: 26, align: page.End}}}
	r.draw(t, len(r.ByDelegation), func(i int) []cell {
		g := r.ByDelegation[i]
		return []cell{text(g.Key), text(r.quota(g.Quota)), text(r.Number(g.Expected)), text(r.Number(g.Arrived)), text(r.together(g.Minutes))}
	})
}

// quota is a delegation's quota, "–" where there is none.
func (r *report) quota(n int) string {
	if n == 0 {
		return "–"
	}
	return r.Number(n)
}

// initiatives are the proposals in full.
func (r *report) initiatives() {
	r.section(r.T("document.section.initiatives"), 26)
	if len(r.Initiatives) == 0 {
		r.note(r.T("document.empty.initiatives"))
		return
	}
	for i, l := range r.Initiatives {
		if i > 0 {
			r.y += 5
		}
		r.room(24)
		v := l.Initiative
		r.put(
			piece{Text: page.Text{Content: joined(" · ", v.Theme, r.word("common.initiative.", string(v.Status))), MaxLines: 2, WrapFirst: true,
				Style: page.Style{Size: 8.5, MinSize: 7, Bold: true, Colour: accent}}},
			piece{above: 0.5, Text: page.Text{Content: v.Title, MaxLines: 3, WrapFirst: true,
				Style: page.Style{Size: 11.5, MinSize: 9, Bold: true, Colour: ink}}},
			piece{above: 0.3, Text: page.Text{Content: r.by(l), MaxLines: 2, WrapFirst: true, Style: page.Style{Size: 9, MinSize: 7, Colour: quiet}}})
		if v.Text != "" {
			r.y++
			r.prose(v.Text, page.Style{Size: 10, Colour: ink, LineHeight: 1.4}, 0)
		}
	}
}

// by says who put an initiative forward and where.
func (r *report) by(l InitiativeLine) string {
	by := ""
	if l.Initiative.By != "" {
		by = r.T("document.initiative.by", "name", l.Initiative.By)
	}
	return joined(" · ", by, l.Session)
}

// people is the list of everybody.
func (r *report) people() {
	r.section(r.T("document.section.people"), 30)
	if len(r.People) == 0 {
		r.note(r.T("document.empty.people"))
		return
	}
	t := table{columns: []tableColumn{
		{title: r.T("column.number"), share: 11, align: page.End, lines: 1}, {title: r.T("column.name"), share: 52, bold: true},
		{title: r.T("column.organisation"), share: 48, lines: 3}, {title: r.T("column.category"), share: 28},
		{title: r.T("column.arrived"), share: 20, align: page.End, lines: 1}, {title: r.T("column.hours"), share: 23, align: page.End, lines: 1}}}
	r.draw(t, len(r.People), func(i int) []cell {
		p := r.People[i]
		return []cell{text(strconv.Itoa(i + 1)), r.nameCell(p, true), text(p.Row.Organisation), r.categoryCell(p),
			text(r.came(p)), text(r.attended(p.Minutes))}
	})
}

// nameCell is a name with the name in the person's own script below, and the flag of the country before it.
func (r *report) nameCell(p PersonLine, flag bool) cell {
	name := p.name()
	c := text(name)
	a := p.attendee()
	if native := ownScript(a, name); native != "" && len(r.setter.Set(page.Text{Content: native}).Missing) == 0 {
		c.text += "\n" + native
	}
	if flag {
		c.flag = flagOf(p.Row.Country)
	}
	return c
}

func (r *report) categoryCell(p PersonLine) cell {
	if p.Category.Name == "" {
		return cell{}
	}
	return cell{text: p.Category.Name, dot: bandOf(p.Category.Colour)}
}

// came is when somebody arrived, "–" for never.
func (r *report) came(p PersonLine) string {
	if p.Arrived.IsZero() {
		return "–"
	}
	return r.clock(p.Arrived, r.days)
}

// together is the time of many people, in whole hours once it is long: the minutes would say nothing more.
func (r *report) together(minutes int) string {
	if minutes >= 600 {
		minutes = (minutes + 30) / 60 * 60
	}
	return r.attended(minutes)
}

func (r *report) attended(minutes int) string {
	if minutes == 0 {
		return "–"
	}
	return r.Hours(minutes)
}
