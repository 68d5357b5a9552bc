package document

import (
	"strings"

	"lanyard/internal/page"
)

// tableColumn is a column of a table on paper: of its own entry, and of those that stand below it or as a flag before it.
type tableColumn struct {
	Column
	at    int
	below []int
	flag  int // -1 for none
	width float64
	inset float64 // before the text
	align page.Align
}

// cell is one entry of a table on paper.
type cell struct {
	text, second string
	flag         string      // country
	dot          page.Colour // of a category, before the text
	tick         bool
	bar          int // per cent of the width; 0 is none
}

const (
	cellSide  = 1.2 // air beside a cell's text
	cellGap   = 1.8 // and more where a number before it ends at the same edge
	cellAbove = 1.1 // and above and below it
	cellSize  = 8.5
)

// onPaper are the columns that paper has, as wide as their shares.
func (d *drawer) onPaper(t Table) []tableColumn {
	var all []tableColumn
	sum := 0.0
	for i, c := range t.Columns {
		switch last := len(all) - 1; c.Place {
		case Own:
			all = append(all, tableColumn{Column: c, at: i, flag: -1, align: alignOf(c)})
			sum += c.Share
		case Below:
			all[last].below = append(all[last].below, i)
		case Flag:
			all[last].flag = i
		}
	}
	for i := range all {
		all[i].width = all[i].Share / sum * d.width()
		all[i].inset = cellSide
		if i > 0 && all[i-1].align == page.End && all[i].align == page.Start {
			all[i].inset += cellGap
		}
	}
	return all
}

// room is that of a column's text.
func (c tableColumn) room() float64 { return c.width - c.inset - cellSide }

// alignOf is where a column's values stand: numbers and times at the end, so that they stand below each other.
func alignOf(c Column) page.Align {
	switch c.Kind {
	case ColumnNumber, ColumnTime, ColumnMinutes, ColumnPercent:
		if !c.Start && !c.Bar {
			return page.End
		}
	}
	return page.Start
}

// cells are the entries of a row as paper has them.
func (d *drawer) cells(t Table, columns []tableColumn, entries []Entry) []cell {
	all := make([]cell, len(columns))
	for i, c := range columns {
		e := entries[c.at]
		v := cell{tick: e.Code == ticked}
		v.text = d.written(c.Column, e, d.days)
		v.text, v.second = firstLine(v.text)
		if c.Kind == ColumnCountry {
			if code, ok := e.Value.(string); ok {
				v.flag = flagOf(code)
			}
		} else if e.Code != "" && e.Code[0] == '#' {
			v.dot = bandOf(e.Code)
		}
		if c.Bar {
			v.bar, _ = e.Value.(int)
		}
		if c.flag >= 0 {
			code, _ := entries[c.flag].Value.(string)
			v.flag = flagOf(code)
		}
		for _, b := range c.below {
			if more := d.written(t.Columns[b], entries[b], d.days); more != "" && more != "–" && d.readable(more) {
				v.second = joined(", ", v.second, more)
			}
		}
		all[i] = v
	}
	return all
}

// readable says that some font has all letters of a text that stands below another one: a name in empty boxes helps nobody.
func (d *drawer) readable(text string) bool {
	for _, r := range text {
		if r > 0x2FF {
			return len(d.setter.Set(page.Text{Content: text}).Missing) == 0
		}
	}
	return true
}

// tableRow is a row that has been set.
type tableRow struct {
	cells  []cell
	texts  [][2]page.Text // of every cell, one below the other
	height float64
	bold   bool
}

func (d *drawer) headCells(columns []tableColumn) tableRow {
	r := tableRow{texts: make([][2]page.Text, len(columns))}
	for i, c := range columns {
		text := page.Text{Content: c.Title, Align: c.align, MaxLines: 3, WrapFirst: true, W: c.room(),
			Style: page.Style{Size: 7.5 * d.small(), MinSize: 5, Bold: true, Colour: quiet}}
		text.H = d.setter.Height(text)
		r.height = max(r.height, text.H)
		r.texts[i][0] = text
	}
	r.height += 2 * cellAbove
	return r
}

// small is how much larger small letters are where letters are.
func (d *drawer) small() float64 { return 1 + (d.scale-1)/2 }

func (d *drawer) drawHead(r tableRow, columns []tableColumn) {
	x := sheetMargin
	for i, c := range columns {
		t := r.texts[i][0]
		t.X, t.Y = x+c.inset, d.y+r.height-cellAbove-t.H
		d.text(t)
		x += c.width
	}
	d.y += r.height
	d.level(sheetMargin, d.y, d.width(), 0.35, ink)
}

// before is the room that a flag, a dot or a tick takes before the text of a cell.
func (c cell) before(scale float64) float64 {
	switch {
	case c.flag != "":
		return 6 * scale
	case c.dot.Visible(), c.tick:
		return 4 * scale
	}
	return 0
}

// row sets the cells of a row.
func (d *drawer) row(t Table, columns []tableColumn, entries []Entry, bold bool) tableRow {
	cells := d.cells(t, columns, entries)
	r := tableRow{cells: cells, texts: make([][2]page.Text, len(cells)), height: t.least, bold: bold}
	for i, c := range cells {
		col := columns[i]
		lines := col.Lines
		if lines == 0 {
			lines = 2
		}
		height := 2 * cellAbove
		for j, content := range [2]string{c.text, c.second} {
			if content == "" {
				continue
			}
			text := page.Text{Content: content, Align: col.align, MaxLines: lines, WrapFirst: true, W: col.room() - c.before(d.scale),
				Style: page.Style{Size: cellSize * d.scale, MinSize: 6.5, Bold: (col.Bold || bold) && j == 0, Colour: ink}}
			if j > 0 {
				text.Style.Size, text.Style.Colour = cellSize*d.small()-0.5, quiet
			}
			if col.Bar {
				text.W, text.Align = barText, page.End
			}
			text.H = d.setter.Height(text)
			height += text.H
			r.texts[i][j] = text
		}
		r.height = max(r.height, height)
	}
	return r
}

// barText is the room of the number before a bar, in millimetres.
const barText = 11.0

func (d *drawer) drawRow(t Table, r tableRow, columns []tableColumn) {
	x := sheetMargin
	if r.bold { // the sums
		d.level(sheetMargin, d.y, d.width(), 0.35, ink)
	}
	for i, c := range columns {
		if c.Box && !r.bold && !r.cells[i].tick {
			box := c.room()
			high := r.height - 2
			if c.Share < 20 { // to tick, not to sign
				box = min(box, 6.5)
				high = box
			}
			d.Frame(d.left(x+c.inset, box), d.y+(r.height-high)/2, box, high, 0.2, quiet)
		}
		d.drawCell(r.cells[i], r.texts[i], x+c.inset, c.room(), r.height, t.least > 0)
		x += c.width
	}
	d.y += r.height
	d.level(sheetMargin, d.y, d.width(), 0.12, line)
}

func (d *drawer) drawCell(c cell, texts [2]page.Text, x, width, rowHeight float64, middle bool) {
	y := d.y + cellAbove
	if middle {
		y = d.y + (rowHeight-texts[0].H-texts[1].H)/2
	}
	first := y + min(texts[0].H, 4.2*d.scale)/2
	switch {
	case c.flag != "":
		d.flag(c.flag, x, first-1.65*d.scale, 4.4*d.scale)
	case c.tick:
		d.tick(x, first)
		texts[0].Content = strings.TrimSpace(strings.TrimPrefix(c.text, "✓"))
	case c.dot.Visible():
		d.fill(x, first-1.2*d.scale, 2.4*d.scale, 2.4*d.scale, c.dot)
	}
	if c.bar > 0 {
		room := width - barText - 1.5
		d.fill(x+barText+1.5, first-1.3, room, 2.6, tint(accent, 0.1))
		d.fill(x+barText+1.5, first-1.3, room*float64(min(c.bar, 100))/100, 2.6, accent)
	}
	for _, t := range texts {
		if t.Content == "" {
			continue
		}
		t.X, t.Y = x+c.before(d.scale), y
		d.text(t)
		y += t.H
	}
}

// tick draws a tick about a height; it reads the same from either side.
func (d *drawer) tick(x, y float64) {
	left := d.left(x, 3)
	at := func(op page.Op, dx, dy float64) page.Segment {
		return page.Segment{Op: op, P: [3]page.Point{{X: left + dx, Y: y + dy}}}
	}
	d.Add(page.Path{Segments: []page.Segment{at(page.MoveTo, 0, 0.1), at(page.LineTo, 1, 1.2), at(page.LineTo, 3, -1.4)}, Stroke: accent,
		StrokeWidth: 0.55, Round: true})
}
