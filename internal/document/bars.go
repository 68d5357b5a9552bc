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

// Measures of a chart of bars, in millimetres.
const (
	barHeight  = 6.4
	barColumns = 10.0 // between two columns of them
)

// barsOf are the bars of a table: what, part, whole.
func (d *drawer) barsOf(t Table) []bar {
	var all []bar
	for _, e := range t.Parts[0].Rows {
		b := bar{label: d.written(t.Columns[0], e[0], false), colour: accent}
		b.part, _ = e[1].Value.(int)
		b.whole, _ = e[2].Value.(int)
		code, _ := e[0].Value.(string)
		switch {
		case e[0].Code != "":
			b.colour = bandOf(e[0].Code)
		case t.Columns[0].Kind == ColumnCountry && code == "":
			b.colour = quiet
		case t.Columns[0].Kind == ColumnCountry:
			b.flag = flagOf(code)
		}
		all = append(all, b)
	}
	return all
}

// bars draws bars in two columns, or in one where their names are long. What finds no room goes on under the same heading on the
// next page.
func (d *drawer) bars(t Table) {
	bars, most := d.barsOf(t), 0
	for _, b := range bars {
		most = max(most, b.whole, b.part)
	}
	if most == 0 {
		d.note(t.Empty)
		return
	}
	columns := d.barsAcross(bars)
	width := (d.width() - float64(columns-1)*barColumns) / float64(columns)
	for {
		fit := max(1, int((d.floor()-d.y-5)/barHeight))
		take := min(fit*columns, len(bars))
		high := (take + columns - 1) / columns
		for i, b := range bars[:take] {
			d.bar(b, sheetMargin+float64(i/high)*(width+barColumns), d.y+float64(i%high)*barHeight, width, most)
			d.step()
		}
		d.y += float64(high)*barHeight + 1.5
		if bars = bars[take:]; len(bars) == 0 {
			break
		}
		d.next()
		d.section(d.T("document.continued", "part", t.Title), 2*barHeight)
	}
	d.legend(t.Legend)
}

// barsAcross is in how many columns bars stand: those without a flag or a colour have long names.
func (d *drawer) barsAcross(all []bar) int {
	for _, b := range all {
		if b.flag != "" || b.colour != accent {
			return 2
		}
	}
	return 1
}

func (d *drawer) legend(text string) {
	d.put(piece{Text: page.Text{Content: text, WrapFirst: true, MaxLines: 2, Style: page.Style{Size: 7.5, MinSize: 6, Colour: quiet}}})
}

// bar draws one: what it is, the bar, and both numbers.
func (d *drawer) bar(b bar, x, y, width float64, most int) {
	const numbers = 20.0
	name := width * 0.42
	small := page.Style{Size: 9, MinSize: 6, Colour: ink}
	before := 0.0
	switch {
	case b.flag != "":
		d.flag(b.flag, x, y+1.1, 5.2)
		before = 8
	case b.colour != accent:
		d.fill(x+1.3, y+1.9, 2.6, 2.6, b.colour)
		before = 8
	}
	d.text(page.Text{X: x + before, Y: y, W: name - before - 2, H: barHeight, Content: b.label, MaxLines: 2, VAlign: page.Middle, Style: small})
	x += name
	plot := width - name - numbers
	d.fill(x, y+1.2, plot*float64(b.whole)/float64(most), barHeight-2.4, tint(b.colour, 0.18))
	d.fill(x, y+1.2, plot*float64(b.part)/float64(most), barHeight-2.4, b.colour)
	d.text(page.Text{X: x + plot + 2, Y: y, W: numbers - 2, H: barHeight, MaxLines: 1, VAlign: page.Middle, Align: page.End,
		Content: d.T("document.of", "n", b.part, "of", b.whole), Style: small})
}

// stackColour is what stands for a status in a chart; the order and the numbers say the same on a grey printer.
func stackColour(status string) page.Colour {
	switch status {
	case "present":
		return accent
	case "late":
		return tint(amber, 0.75)
	case "excused":
		return tint(quiet, 0.45)
	}
	return tint(quiet, 0.18)
}

// stacks draws the parts of a whole beside each other, a line for each whole, with the numbers in them.
func (d *drawer) stacks(t Table) {
	d.key(t)
	for _, e := range t.Parts[0].Rows {
		if d.room(barHeight) {
			d.key(t)
		}
		whole := 0
		for _, v := range e[1:] {
			n, _ := v.Value.(int)
			whole += n
		}
		name := d.width() * 0.38
		d.text(page.Text{X: sheetMargin, Y: d.y, W: name - 3, H: barHeight, Content: d.written(t.Columns[0], e[0], false), MaxLines: 2, VAlign: page.Middle,
			Style: page.Style{Size: 9, MinSize: 6, Colour: ink}})
		x, plot := sheetMargin+name, d.width()-name
		for _, v := range e[1:] {
			n, _ := v.Value.(int)
			w := plot * float64(n) / float64(max(1, whole))
			c := stackColour(v.Code)
			d.fill(x, d.y+0.9, w, barHeight-1.8, c)
			if number := d.Number(n); n > 0 && w > 3+1.6*float64(len(number)) {
				d.text(page.Text{X: x, Y: d.y, W: w, H: barHeight, Content: number, MaxLines: 1, Align: page.Centre, VAlign: page.Middle,
					Style: page.Style{Size: 8, MinSize: 5, Bold: true, Colour: textOn(c)}})
			}
			x += w
		}
		d.y += barHeight
		d.step()
	}
	d.y++
}

// key says what the colours of a chart of parts stand for.
func (d *drawer) key(t Table) {
	w := d.width() / float64(len(t.Columns)-1)
	for i, e := range t.Parts[0].Rows[0][1:] {
		x := sheetMargin + float64(i)*w
		d.fill(x, d.y+1.4, 3.2, 3.2, stackColour(e.Code))
		d.text(page.Text{X: x + 5, Y: d.y, W: w - 7, H: 6, Content: t.Columns[i+1].Title, MaxLines: 1, VAlign: page.Middle,
			Style: page.Style{Size: 8.5, MinSize: 5, Colour: ink}})
	}
	d.y += 8
}
