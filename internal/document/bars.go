package document

import (
	"lanyard/internal/page"
)

// bar is one line of a chart of groups: a pale bar for the whole, a full one over it for the part.
type bar struct {
	label       string
	part, whole int
	flag        string
	colour      page.Colour
}

func (r *report) countries() {
	var bars []bar
	for _, g := range r.ByCountry {
		b := bar{part: g.Arrived, whole: g.Expected, label: r.Country(g.Key), flag: flagOf(g.Key), colour: accent}
		if g.Key == "" {
			b.label, b.colour = r.T("common.no_country"), quiet
		}
		bars = append(bars, b)
	}
	r.bars("document.section.countries", "document.legend.bars", "document.empty.people", bars, 2)
}

func (r *report) categories() {
	var bars []bar
	for _, g := range r.ByCategory {
		b := bar{part: g.Arrived, whole: g.Expected, label: g.Key, colour: bandOf(g.Colour)}
		if g.Key == "" {
			b.label = r.T("document.no_category")
		}
		bars = append(bars, b)
	}
	r.bars("document.section.categories", "document.legend.bars", "document.empty.people", bars, 2)
}

// presence charts who was present in each session that counts, of all who arrived.
func (r *report) presence() {
	var bars []bar
	for _, l := range r.Sessions {
		if l.Session.Counts {
			bars = append(bars, bar{part: l.Present, whole: r.Arrived, label: l.Session.Title, colour: accent})
		}
	}
	if len(bars) > 0 {
		r.bars("document.section.presence", "document.legend.presence", "document.empty.arrivals", bars, 1)
	}
}

// Measures of a chart of bars, in millimetres.
const (
	barHeight  = 6.4
	barColumns = 10.0 // between two columns of them
)

// bars draws a section of bars in one or two columns. What finds no room goes on under the same heading on the next page.
func (r *report) bars(heading, legend, empty string, bars []bar, columns int) {
	most := 0
	for _, b := range bars {
		most = max(most, b.whole, b.part)
	}
	rows := (len(bars) + columns - 1) / columns
	r.section(r.T(heading), min(float64(rows), 6)*barHeight+6)
	if most == 0 {
		r.note(r.T(empty))
		return
	}
	width := (r.width() - float64(columns-1)*barColumns) / float64(columns)
	for {
		fit := max(1, int((r.floor()-r.y-5)/barHeight))
		take := min(fit*columns, len(bars))
		high := (take + columns - 1) / columns
		for i, b := range bars[:take] {
			r.bar(b, sheetMargin+float64(i/high)*(width+barColumns), r.y+float64(i%high)*barHeight, width, most)
		}
		r.y += float64(high)*barHeight + 1.5
		if bars = bars[take:]; len(bars) == 0 {
			break
		}
		r.next()
		r.section(r.T("document.continued", "part", r.T(heading)), 2*barHeight)
	}
	r.put(piece{Text: page.Text{Content: r.T(legend), WrapFirst: true, MaxLines: 2, Style: page.Style{Size: 7.5, MinSize: 6, Colour: quiet}}})
}

// bar draws one: what it is, the bar, and both numbers.
func (r *report) bar(b bar, x, y, width float64, most int) {
	const numbers = 20.0
	name := width * 0.42
	small := page.Style{Size: 9, MinSize: 6, Colour: ink}
	before := 0.0
	switch {
	case b.flag != "":
		r.flag(b.flag, x, y+1.1, 5.2)
		before = 8
	case b.colour != accent:
		r.fill(x+1.3, y+1.9, 2.6, 2.6, b.colour)
		before = 8
	}
	r.text(page.Text{X: x + before, Y: y, W: name - before - 2, H: barHeight, Content: b.label, MaxLines: 1, VAlign: page.Middle, Style: small})
	x += name
	plot := width - name - numbers
	r.fill(x, y+1.2, plot*float64(b.whole)/float64(most), barHeight-2.4, tint(b.colour, 0.18))
	r.fill(x, y+1.2, plot*float64(b.part)/float64(most), barHeight-2.4, b.colour)
	r.text(page.Text{X: x + plot + 2, Y: y, W: numbers - 2, H: barHeight, MaxLines: 1, VAlign: page.Middle, Align: page.End,
		Content: r.T("document.of", "n", b.part, "of", b.whole), Style: small})
}
