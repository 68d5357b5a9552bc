package document

import (
	"strings"

	"lanyard/internal/page"
)

// rows draws the rows of a table below a head that every page repeats. No head and no heading stands at the foot of a page with
// fewer than two rows below it, and no last row stands alone at the top of one.
func (d *drawer) rows(t Table) {
	columns := d.onPaper(t)
	head := d.headCells(columns)
	for i, p := range t.Parts {
		if t.Paged && d.y > sheetTop {
			d.next()
		}
		if p.Title != "" {
			d.heading(p, d.opening(t, p), i > 0)
		}
		all := p.Rows
		if len(all) == 0 {
			d.note(t.Empty)
			continue
		}
		feet := 0
		if t.Foot != nil && i == len(t.Parts)-1 {
			feet = 1
		}
		if !d.part(t, p, columns, head, len(all)+feet) {
			return
		}
		d.y++
	}
}

// part draws n rows: those of a part, and the table's last if there is one more.
func (d *drawer) part(t Table, p Part, columns []tableColumn, head tableRow, n int) bool {
	at := func(i int) tableRow {
		switch {
		case i < len(p.Rows):
			return d.row(t, columns, p.Rows[i], false)
		case i < n:
			return d.row(t, columns, t.Foot, true)
		}
		return tableRow{}
	}
	row := at(0)
	next := at(1)
	d.room(head.height + row.height + next.height)
	d.drawHead(head, columns)
	for i := range n {
		need := row.height
		if i == 0 || i == n-2 {
			need += next.height
		}
		if d.room(need) {
			d.again(p)
			d.drawHead(head, columns)
		}
		d.drawRow(t, row, columns)
		row, next = next, at(i+2)
		if !d.step() {
			return false
		}
	}
	return true
}

// again says on a new page which part goes on there.
func (d *drawer) again(p Part) {
	if p.Title == "" {
		return
	}
	d.put(piece{flag: flagOf(p.Flag), Text: page.Text{Content: d.T("document.continued", "part", p.Title), MaxLines: 1,
		Style: page.Style{Size: 10, MinSize: 7, Bold: true, Colour: quiet}}})
	d.y += 1.5
}

// opening is the height of the head of a part with its first two rows.
func (d *drawer) opening(t Table, p Part) float64 {
	columns := d.onPaper(t)
	height := d.headCells(columns).height
	for _, entries := range p.Rows[:min(2, len(p.Rows))] {
		height += d.row(t, columns, entries, false).height
	}
	if len(p.Rows) == 1 && t.Foot != nil {
		height += d.row(t, columns, t.Foot, true).height
	}
	return max(height, 10)
}

// heading is the heading of a part, which stays with what opens it.
func (d *drawer) heading(p Part, keep float64, air bool) {
	if air && d.y > sheetTop {
		d.y += 6
	}
	c := d.column([]piece{
		{flag: flagOf(p.Flag), Text: page.Text{Content: p.Title, MaxLines: 2, WrapFirst: true, Style: page.Style{Size: 13 * d.small(), MinSize: 10, Bold: true, Colour: ink}}},
		{above: 0.8, Text: page.Text{Content: p.Note, MaxLines: 3, WrapFirst: true, Style: page.Style{Size: 9.5 * d.small(), MinSize: 7, Colour: quiet}}}}, d.width(), 1)
	d.room(c.height + 3 + keep)
	c.draw(d.surface, sheetMargin, d.y)
	d.y += c.height + 1
	d.level(sheetMargin, d.y, d.width(), 0.4, accent)
	d.y += 2
}

// firstLine is a text's first line and what is below it.
func firstLine(text string) (first, rest string) {
	first, rest, _ = strings.Cut(text, "\n")
	return first, rest
}
