package document

import (
	"lanyard/internal/page"
)

// arrivals draws the chart of first arrivals over time.
func (r *report) arrivals() {
	const height = 46.0
	r.section(r.T("document.section.arrivals"), height+8)
	most, total := 0, 0
	for _, a := range r.Arrivals {
		most, total = max(most, a.Count), total+a.Count
	}
	if total == 0 {
		r.note(r.T("document.empty.arrivals"))
		return
	}
	const scale = 10.0 // of the numbers at the side
	step := stepOf(most)
	top := (most + step - 1) / step * step
	plot := r.width() - scale
	for v := 0; v <= top; v += step {
		y := r.y + 3 + height*(1-float64(v)/float64(top))
		r.level(sheetMargin+scale, y, plot, 0.12, line)
		r.text(page.Text{X: sheetMargin, Y: y - 2, W: scale - 2, H: 4, Content: r.Number(v), Align: page.End, VAlign: page.Middle,
			MaxLines: 1, Style: page.Style{Size: 7, MinSize: 4, Colour: quiet}})
	}
	n := len(r.Arrivals)
	pitch := plot / float64(n)
	// One column alone would be a wall.
	width := min(pitch*0.78, 9)
	for i, a := range r.Arrivals {
		h := height * float64(a.Count) / float64(top)
		r.fill(sheetMargin+scale+(float64(i)+0.5)*pitch-width/2, r.y+3+height-h, width, h, accent)
	}
	r.hours(scale, height, pitch)
	r.y += height + 10
}

// hours writes times of day under the chart, as many as there is room for.
func (r *report) hours(scale, height, pitch float64) {
	const room = 15.0
	label := func(i int) string {
		a := r.Arrivals[i]
		if r.days && (i == 0 || a.From.YearDay() != r.Arrivals[i-1].From.YearDay()) {
			return r.sheet.clock(a.From, true)
		}
		return r.sheet.Time(a.From)
	}
	every := 1
	for float64(every)*pitch < room {
		every++
	}
	for i := 0; i < len(r.Arrivals); i += every {
		w := min(float64(every)*pitch, 34)
		x := sheetMargin + scale + float64(i)*pitch
		if len(r.Arrivals) == 1 {
			x += (pitch - w) / 2
		}
		w = min(w, sheetMargin+r.width()-x)
		r.text(page.Text{X: x, Y: r.y + height + 4, W: w, H: 4, Content: label(i), MaxLines: 1,
			Style: page.Style{Size: 7, MinSize: 4, Colour: quiet}})
	}
}

// stepOf is a round distance between the lines of a chart: four or five of them.
func stepOf(most int) int {
	for unit := 1; ; unit *= 10 {
		for _, m := range []int{1, 2, 5} {
			if most <= 5*m*unit {
				return m * unit
			}
		}
	}
}

// bar is one line of a chart of groups.
type bar struct {
	group  Group
	label  string
	flag   string
	colour page.Colour
}

func (r *report) countries() {
	r.section(r.T("document.section.countries"), 20)
	var bars []bar
	for _, g := range r.ByCountry {
		b := bar{group: g, label: r.Country(g.Key), flag: flagOf(g.Key), colour: accent}
		if g.Key == "" {
			b.label, b.colour = r.T("common.no_country"), quiet
		}
		bars = append(bars, b)
	}
	r.bars(bars)
}

func (r *report) categories() {
	r.section(r.T("document.section.categories"), 20)
	var bars []bar
	for _, g := range r.ByCategory {
		b := bar{group: g, label: g.Key, colour: bandOf(g.Colour)}
		if g.Key == "" {
			b.label = r.T("document.no_category")
		}
		bars = append(bars, b)
	}
	r.bars(bars)
}

// bars draws a line a group: the expected pale, the arrived in colour over it, both as numbers beside.
func (r *report) bars(bars []bar) {
	const height, name, numbers = 6.4, 52.0, 26.0
	most := 0
	for _, b := range bars {
		most = max(most, b.group.Expected, b.group.Arrived)
	}
	if most == 0 {
		r.note(r.T("document.empty.people"))
		return
	}
	plot := r.width() - name - numbers
	for _, b := range bars {
		r.room(height)
		x := sheetMargin
		if b.flag != "" {
			r.flag(b.flag, x, r.y+1.1, 5.2)
		} else {
			r.fill(x+1.3, r.y+1.9, 2.6, 2.6, b.colour)
		}
		r.text(page.Text{X: x + 8, Y: r.y, W: name - 10, H: height, Content: b.label, MaxLines: 1, VAlign: page.Middle,
			Style: page.Style{Size: 9, MinSize: 6, Colour: ink}})
		x += name
		r.fill(x, r.y+1.2, plot*float64(b.group.Expected)/float64(most), height-2.4, tint(b.colour, 0.18))
		r.fill(x, r.y+1.2, plot*float64(b.group.Arrived)/float64(most), height-2.4, b.colour)
		r.text(page.Text{X: x + plot + 3, Y: r.y, W: numbers - 3, H: height, MaxLines: 1, VAlign: page.Middle, Align: page.End,
			Content: r.T("document.of", "n", b.group.Arrived, "of", b.group.Expected), Style: page.Style{Size: 9, MinSize: 6, Colour: ink}})
		r.y += height
	}
	r.y += 1.5
	r.put(piece{Text: page.Text{Content: r.T("document.legend.bars"), WrapFirst: true, MaxLines: 2, Style: page.Style{Size: 7.5, MinSize: 6, Colour: quiet}}})
}
