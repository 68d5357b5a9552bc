package document

import (
	"strings"

	"lanyard/internal/page"
)

// tableColumn is a column of a table on paper.
type tableColumn struct {
	title string
	share float64 // of the width
	align page.Align
	lines int // that a cell takes at the most; 0 is 2
	bold  bool
}

// cell is one entry of a table. A newline begins a second, quieter line.
type cell struct {
	text string
	flag string      // country
	dot  page.Colour // of a category, before the text
}

func text(s string) cell { return cell{text: s} }

// table is rows below a head that every page repeats.
type table struct {
	columns []tableColumn
	least   float64 // height of a row
	boxed   int     // 1 and more: the column, counted from 1, is an empty box to sign in
}

const (
	cellSide  = 1.2 // air beside a cell's text
	cellAbove = 1.1 // and above and below it
	cellSize  = 8.5
)

// widths are the columns' shares of a width.
func (t table) widths(width float64) []float64 {
	sum := 0.0
	for _, c := range t.columns {
		sum += c.share
	}
	w := make([]float64, len(t.columns))
	for i, c := range t.columns {
		w[i] = c.share / sum * width
	}
	return w
}

// draw writes rows; n gives how many and at the cells of each.
func (s *sheet) draw(t table, n int, at func(int) []cell) {
	widths := t.widths(s.width())
	head := s.headCells(t, widths)
	s.room(head.height + t.least + 8)
	s.drawHead(head, widths)
	for i := range n {
		r := s.row(t, widths, at(i))
		if s.room(r.height) {
			s.drawHead(head, widths)
		}
		s.drawRow(t, r, widths)
	}
	s.y += 1
}

// tableRow is a row that has been set.
type tableRow struct {
	cells  []cell
	texts  [][]page.Text // of every cell, one below the other
	height float64
}

func (s *sheet) headCells(t table, widths []float64) tableRow {
	r := tableRow{texts: make([][]page.Text, len(widths))}
	for i, c := range t.columns {
		text := page.Text{Content: c.title, Align: c.align, MaxLines: 3, WrapFirst: true, W: widths[i] - 2*cellSide,
			Style: page.Style{Size: 7.5, MinSize: 5, Bold: true, Colour: quiet}}
		text.H = s.setter.Height(text)
		r.height = max(r.height, text.H)
		r.texts[i] = []page.Text{text}
	}
	r.height += 2 * cellAbove
	return r
}

func (s *sheet) drawHead(r tableRow, widths []float64) {
	x := sheetMargin
	for i, w := range widths {
		t := r.texts[i][0]
		t.X, t.Y = x+cellSide, s.y+r.height-cellAbove-t.H
		s.text(t)
		x += w
	}
	s.y += r.height
	s.level(sheetMargin, s.y, s.width(), 0.35, ink)
}

// before is the room that a flag or a dot takes before the text of a cell.
func (c cell) before() float64 {
	switch {
	case c.flag != "":
		return 6
	case c.dot.Visible():
		return 4
	}
	return 0
}

// row sets the cells of a row.
func (s *sheet) row(t table, widths []float64, cells []cell) tableRow {
	r := tableRow{cells: cells, texts: make([][]page.Text, len(cells)), height: t.least}
	for i, c := range cells {
		if c.text == "" {
			continue
		}
		col := t.columns[i]
		lines := col.lines
		if lines == 0 {
			lines = 2
		}
		height := 2 * cellAbove
		main, second, _ := strings.Cut(c.text, "\n")
		for j, content := range []string{main, second} {
			if content == "" {
				continue
			}
			text := page.Text{Content: content, Align: col.align, MaxLines: lines, WrapFirst: true, W: widths[i] - 2*cellSide - c.before(),
				Style: page.Style{Size: cellSize, MinSize: 6.5, Bold: col.bold && j == 0, Colour: ink}}
			if j > 0 {
				text.Style.Size, text.Style.Colour = cellSize-0.5, quiet
			}
			text.H = s.setter.Height(text)
			height += text.H
			r.texts[i] = append(r.texts[i], text)
		}
		r.height = max(r.height, height)
	}
	return r
}

func (s *sheet) drawRow(t table, r tableRow, widths []float64) {
	x := sheetMargin
	for i, w := range widths {
		if t.boxed == i+1 {
			s.Frame(s.left(x+cellSide, w-2*cellSide), s.y+1, w-2*cellSide, r.height-2, 0.2, quiet)
		}
		if i < len(r.cells) {
			s.drawCell(r.cells[i], r.texts[i], x+cellSide, r.height, t.boxed > 0)
		}
		x += w
	}
	s.y += r.height
	s.level(sheetMargin, s.y, s.width(), 0.12, line)
}

func (s *sheet) drawCell(c cell, texts []page.Text, x, rowHeight float64, middle bool) {
	y := s.y + cellAbove
	if middle {
		total := 0.0
		for _, t := range texts {
			total += t.H
		}
		y = s.y + (rowHeight-total)/2
	}
	if len(texts) > 0 && c.before() > 0 {
		first := y + min(texts[0].H, 4.2)/2
		if c.flag != "" {
			s.flag(c.flag, x, first-1.65, 4.4)
		} else {
			s.fill(x, first-1.2, 2.4, 2.4, c.dot)
		}
	}
	for _, t := range texts {
		t.X, t.Y = x+c.before(), y
		s.text(t)
		y += t.H
	}
}
