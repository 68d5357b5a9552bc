package document

import (
	"lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

const (
	programmeStep = 0.5  // points by which letters become smaller until the programme fits
	timeShare     = 0.28 // of the width, for the times
)

// entry is a line of the programme: a session, or the day above its sessions.
type entry struct {
	when, what  string
	heading     bool
	quiet       bool // a break
	first, last *typeset.Block
	height      float64
}

// entries are the programme's lines in their order.
func (m *maker) entries(f filled) []entry {
	var all []entry
	of := f.subject.seminar
	zone := of.Location()
	several := of.Start != of.End
	day := ""
	for _, v := range f.subject.sessions {
		from, to := v.Start.In(zone), v.End.In(zone)
		if d := m.day(from); several && d != day {
			all = append(all, entry{what: d, heading: true})
			day = d
		}
		all = append(all, entry{when: m.Time(from) + "–" + m.Time(to), what: v.Title, quiet: v.Kind == seminar.KindBreak})
	}
	return all
}

// programme draws as much of the programme as its box holds, in letters as large as hold all of it.
func (m *maker) programme(on surface, f filled) {
	lines := m.entries(f)
	if len(lines) == 0 {
		lines = []entry{{what: m.T("document.empty.sessions"), heading: true}}
	}
	w := f.words()
	style := m.style(w, f.subject)
	least := style.MinSize
	if least <= 0 || least > style.Size {
		least = style.Size
	}
	style.MinSize = 0
	height := m.measure(lines, style, f.W)
	for height > f.H && style.Size > least {
		style.Size = max(least, style.Size-programmeStep)
		height = m.measure(lines, style, f.W)
	}
	m.warn(f.subject, lines)
	if height > f.H {
		lines = m.shorten(f.subject, lines, style, f.W, f.H)
	}
	y := f.Y
	for i, l := range lines {
		if i > 0 {
			y += l.gap(style.Size)
		}
		m.entry(on, l, f.X, y, style, f.W)
		y += l.height
	}
}

// gap is the air above a line, in millimetres.
func (e entry) gap(size float64) float64 {
	if e.heading {
		return size * 0.3
	}
	return size * 0.13
}

func (m *maker) texts(e entry, style page.Style, width float64) (when, what page.Text) {
	if style.LineHeight == 0 {
		style.LineHeight = 1.22
	}
	if e.heading {
		style.Bold, style.Colour = true, quiet
		return page.Text{}, page.Text{W: width, Content: e.what, Style: style, MaxLines: 2, WrapFirst: true}
	}
	times := style
	times.Colour, times.MinSize = quiet, 5
	if e.quiet {
		style.Colour = quiet
	} else {
		style.Bold = true
	}
	column := width * timeShare
	return page.Text{X: 0, W: column - 1.5, Content: e.when, Style: times, MaxLines: 1},
		page.Text{X: column, W: width - column, Content: e.what, Style: style, MaxLines: 4, WrapFirst: true}
}

// measure sets every line at a size and gives the height of all.
func (m *maker) measure(lines []entry, style page.Style, width float64) float64 {
	total := 0.0
	for i := range lines {
		l := &lines[i]
		when, what := m.texts(*l, style, width)
		l.last = m.setter.Set(what)
		l.height = l.last.Height
		l.first = nil
		if when.Content != "" {
			l.first = m.setter.Set(when)
			l.height = max(l.height, l.first.Height)
		}
		if i > 0 {
			total += l.gap(style.Size)
		}
		total += l.height
	}
	return total
}

// shorten keeps the lines that fit with one more below them that says how many sessions there are beyond.
func (m *maker) shorten(of *subject, lines []entry, style page.Style, width, room float64) []entry {
	for keep := len(lines) - 1; ; keep-- {
		if keep > 0 && lines[keep-1].heading {
			continue // a day with none of its sessions says nothing
		}
		left := 0
		for _, l := range lines[keep:] {
			if !l.heading {
				left++
			}
		}
		short := append(lines[:keep:keep], entry{what: m.N("document.badge.more", left), heading: true})
		if m.measure(short, style, width) <= room || keep == 0 {
			m.add("", WarnCut, "document.warning.programme", "title", of.seminar.Title(m.Tag()), "n", left)
			return short
		}
	}
}

// warn says which letters of the programme no font has.
func (m *maker) warn(of *subject, lines []entry) {
	for _, l := range lines {
		m.missing(seminar.Attendee{GivenName: of.seminar.Title(m.Tag())}, l.last)
	}
}

func (m *maker) entry(s surface, e entry, x, y float64, style page.Style, width float64) {
	when, what := m.texts(e, style, width)
	for _, t := range []struct {
		text  page.Text
		block *typeset.Block
	}{{when, e.first}, {what, e.last}} {
		if t.block == nil {
			continue
		}
		t.text.X, t.text.Y, t.text.H = x+t.text.X, y, t.block.Height
		// Times in smaller letters still stand on the line of their title.
		t.text.Style.Size = t.block.Size
		t.text.Style.MinSize = 0
		s.text(t.text)
	}
}
