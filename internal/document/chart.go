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
	step, top := Scale(most)
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

// Scale gives a round distance between the lines of a chart, four or five of them, and the uppermost line, for a largest
// value above zero. The screen's chart uses it too, so that both show the same picture.
func Scale(most int) (step, top int) {
	for unit := 1; ; unit *= 10 {
		for _, m := range []int{1, 2, 5} {
			if step = m * unit; most <= 5*step {
				return step, (most + step - 1) / step * step
			}
		}
	}
}
