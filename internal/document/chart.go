package document

import (
	"time"

	"lanyard/internal/page"
)

// columnsHeight is the height of a chart of columns, in millimetres.
const columnsHeight = 46.0

// columns draws a chart of numbers over time: from, to, number.
func (d *drawer) columns(t Table) {
	all := t.Parts[0].Rows
	most, at := 0, 0
	numbers, begins := make([]int, len(all)), make([]time.Time, len(all))
	for i, e := range all {
		begins[i], _ = e[0].Value.(time.Time)
		numbers[i], _ = e[2].Value.(int)
		if numbers[i] > most {
			most, at = numbers[i], i
		}
		d.step()
	}
	if most == 0 {
		d.note(t.Empty)
		return
	}
	const scale = 10.0 // of the numbers at the side
	step, top := Scale(most)
	plot := d.width() - scale
	for v := 0; v <= top; v += step {
		y := d.y + 3 + columnsHeight*(1-float64(v)/float64(top))
		d.level(sheetMargin+scale, y, plot, 0.12, line)
		d.text(page.Text{X: sheetMargin, Y: y - 2, W: scale - 2, H: 4, Content: d.Number(v), Align: page.End, VAlign: page.Middle,
			MaxLines: 1, Style: page.Style{Size: 7, MinSize: 4, Colour: quiet}})
	}
	pitch := plot / float64(len(all))
	// One column alone would be a wall.
	width := min(pitch*0.78, 9)
	for i, n := range numbers {
		h := columnsHeight * float64(n) / float64(top)
		d.fill(sheetMargin+scale+(float64(i)+0.5)*pitch-width/2, d.y+3+columnsHeight-h, width, h, accent)
	}
	// The highest says its number.
	middle := sheetMargin + scale + (float64(at)+0.5)*pitch
	d.text(page.Text{X: middle - 7, Y: d.y + 3 + columnsHeight*(1-float64(most)/float64(top)) - 3.8, W: 14, H: 3.6, Content: d.Number(most), MaxLines: 1,
		Align: page.Centre, VAlign: page.Bottom, Style: page.Style{Size: 7.5, MinSize: 5, Bold: true, Colour: accent}})
	d.times(begins, scale, pitch)
	d.y += columnsHeight + 12
}

// times writes times of day under the chart, as many as there is room for, and below the first of each day which it is.
func (d *drawer) times(begins []time.Time, scale, pitch float64) {
	const room = 15.0
	every := 1
	for float64(every)*pitch < room {
		every++
	}
	small := page.Style{Size: 7, MinSize: 4, Colour: quiet}
	day := -1
	for i := 0; i < len(begins); i += every {
		w := min(float64(every)*pitch, 34)
		x := sheetMargin + scale + float64(i)*pitch
		if len(begins) == 1 {
			x += (pitch - w) / 2
		}
		w = min(w, sheetMargin+d.width()-x)
		d.text(page.Text{X: x, Y: d.y + columnsHeight + 4, W: w, H: 4, Content: d.Time(begins[i]), MaxLines: 1, Style: small})
		if d.days && begins[i].YearDay() != day {
			day = begins[i].YearDay()
			d.text(page.Text{X: x, Y: d.y + columnsHeight + 7.5, W: w + 4, H: 4, Content: d.Date(begins[i]), MaxLines: 1, Style: small})
		}
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
