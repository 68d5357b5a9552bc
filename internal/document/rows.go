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
			d.heading(p, d.opening(t, i), i > 0)
		}
		if len(p.Rows) == 0 {
			d.note(t.Empty)
			continue
		}
		if !d.part(d.strip(t, columns, i), head) {
			return
		}
		d.y++
	}
}

// strip is the rows of one part of a table, and the table's sums below its last.
type strip struct {
	d       *drawer
	table   Table
	columns []tableColumn
	part    Part
	n       int     // rows, with the sums
	after   float64 // the height that the last two take along
}

func (d *drawer) strip(t Table, columns []tableColumn, i int) strip {
	s := strip{d: d, table: t, columns: columns, part: t.Parts[i], n: len(t.Parts[i].Rows)}
	if i == len(t.Parts)-1 {
		s.after = d.after
		if t.Foot != nil {
			s.n++
		}
	}
	return s
}

func (s strip) at(i int) tableRow {
	switch {
	case i < len(s.part.Rows):
		return s.d.row(s.table, s.columns, s.part.Rows[i], false)
	case i < s.n:
		return s.d.row(s.table, s.columns, s.table.Foot, true)
	}
	return tableRow{}
}

// opening is the height of the rows that stay with the head: the first two, and all where those are the last two as well.
func (s strip) opening() float64 {
	height := s.at(0).height + s.at(1).height
	if s.n <= 3 {
		height += s.at(2).height + s.after
	}
	return height
}

// part draws a part; false says that nobody waits for it any more.
func (d *drawer) part(s strip, head tableRow) bool {
	d.room(head.height + s.opening())
	d.drawHead(head, s.columns)
	row, next := s.at(0), s.at(1)
	for i := range s.n {
		need := row.height
		if i == s.n-2 {
			need += next.height
		}
		if i >= s.n-2 {
			need += s.after
		}
		if i > 0 && d.room(need) {
			d.again(s.part)
			d.drawHead(head, s.columns)
		}
		d.drawRow(s.table, row, s.columns)
		row, next = next, s.at(i+2)
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

// opening is the height of the head of a part with the rows that stay with it.
func (d *drawer) opening(t Table, i int) float64 {
	columns := d.onPaper(t)
	height := d.headCells(columns).height
	if len(t.Parts[i].Rows) > 0 {
		height += d.strip(t, columns, i).opening()
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
