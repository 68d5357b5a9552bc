package document

import (
	"lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// Measures of the back, in millimetres; type sizes in points.
const (
	backBand     = 9.0 // the category, so that a badge that has turned round still says it
	backLargest  = 11.5
	backSmallest = 7.0
	backStep     = 0.5
	timeShare    = 0.28 // of the width, for the times
)

// backKey is what the back of a badge depends on.
type backKey struct {
	seminar seminar.ID
	band    string
	colour  string
}

// back is the programme. It is the same for everybody of a category.
func (m *badgeMaker) back(b Badge) *page.Page {
	key := backKey{b.Seminar.ID, b.Category.Name, b.Category.Colour}
	if p := m.backs[key]; p != nil {
		return p
	}
	s := surface{page.New(page.A6), m.RTL()}
	m.backs[key] = s.Page
	width := s.W - 2*badgeMargin
	head := m.lay([]piece{
		{Text: page.Text{Content: m.T("document.badge.programme"), MaxLines: 1, Style: page.Style{Size: 17, MinSize: 9, Bold: true, Colour: ink}}},
		{above: 0.5, oneLine: 6.8, Text: page.Text{Content: b.Seminar.Title(m.Tag()), MaxLines: 2,
			Style: page.Style{Size: 8.5, MinSize: 6, Colour: quiet, LineHeight: 1.22}}},
		{above: 0.5, Text: page.Text{Content: joined(" · ", m.days(b.Seminar), b.Seminar.Venue), MaxLines: 2, WrapFirst: true,
			Style: page.Style{Size: 8.5, MinSize: 6, Colour: quiet}}},
	}, width, headHeight)
	head.draw(s, badgeMargin, badgeTop)
	top := badgeTop + head.height + 2.5
	s.level(badgeMargin, top, 16, 0.5, bandOf(b.Category.Colour))
	m.bandOf(s, b, backBand, 12)
	bottom := s.H - backBand - 4
	m.programme(s, b, top+4, bottom, width)
	return s.Page
}

// entry is a line of the programme: a session, or the day above its sessions.
type entry struct {
	when, what  string
	heading     bool
	quiet       bool // a break
	first, last *typeset.Block
	height      float64
}

// entries are the programme's lines in their order.
func (m *badgeMaker) entries(b Badge) []entry {
	var all []entry
	zone := b.Seminar.Location()
	several := b.Seminar.Start != b.Seminar.End
	day := ""
	for _, v := range b.Sessions {
		from, to := v.Start.In(zone), v.End.In(zone)
		if d := m.day(from); several && d != day {
			all = append(all, entry{what: d, heading: true})
			day = d
		}
		all = append(all, entry{when: m.Time(from) + "–" + m.Time(to), what: v.Title, quiet: v.Kind == seminar.KindBreak})
	}
	return all
}

// programme draws as much of the programme as its place holds, in letters as large as hold all of it.
func (m *badgeMaker) programme(s surface, b Badge, top, bottom, width float64) {
	lines := m.entries(b)
	if len(lines) == 0 {
		lines = []entry{{what: m.T("document.empty.sessions"), heading: true}}
	}
	size := backLargest
	height := m.measure(lines, size, width)
	for height > bottom-top && size > backSmallest {
		size -= backStep
		height = m.measure(lines, size, width)
	}
	m.warn(b, lines)
	if height > bottom-top {
		lines = m.shorten(b, lines, size, width, bottom-top)
	}
	y := top
	for i, l := range lines {
		if i > 0 {
			y += l.gap(size)
		}
		m.draw(s, l, y, size, width)
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

func (m *badgeMaker) texts(e entry, size, width float64) (when, what page.Text) {
	style := page.Style{Size: size, Colour: ink, LineHeight: 1.22}
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
func (m *badgeMaker) measure(lines []entry, size, width float64) float64 {
	total := 0.0
	for i := range lines {
		l := &lines[i]
		when, what := m.texts(*l, size, width)
		l.last = m.setter.Set(what)
		l.height = l.last.Height
		l.first = nil
		if when.Content != "" {
			l.first = m.setter.Set(when)
			l.height = max(l.height, l.first.Height)
		}
		if i > 0 {
			total += l.gap(size)
		}
		total += l.height
	}
	return total
}

// shorten keeps the lines that fit with one more below them that says how many sessions there are beyond.
func (m *badgeMaker) shorten(b Badge, lines []entry, size, width, room float64) []entry {
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
		if m.measure(short, size, width) <= room || keep == 0 {
			m.add("", WarnCut, "document.warning.programme", "title", b.Seminar.Title(m.Tag()), "n", left)
			return short
		}
	}
}

// warn says which letters of the programme no font has.
func (m *badgeMaker) warn(b Badge, lines []entry) {
	for _, l := range lines {
		m.missing(seminar.Attendee{GivenName: b.Seminar.Title(m.Tag())}, l.last)
	}
}

func (m *badgeMaker) draw(s surface, e entry, y, size, width float64) {
	when, what := m.texts(e, size, width)
	for _, t := range []struct {
		text  page.Text
		block *typeset.Block
	}{{when, e.first}, {what, e.last}} {
		if t.block == nil {
			continue
		}
		t.text.X, t.text.Y, t.text.H = badgeMargin+t.text.X, y, t.block.Height
		// Times in smaller letters still stand on the line of their title.
		t.text.Style.Size = t.block.Size
		t.text.Style.MinSize = 0
		s.text(t.text)
	}
}
