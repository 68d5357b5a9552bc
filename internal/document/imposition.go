package document

import (
	"strings"

	"lanyard/internal/page"
)

// Side is which faces of a badge are made.
type Side string

// The sides. Of both, the back follows its front; on sheets, the sheet of backs its sheet of fronts.
const (
	Front Side = "front"
	Back  Side = "back"
	Both  Side = "both"
)

// Sides are all of them, in the order a list offers them.
func Sides() []Side { return []Side{Front, Back, Both} }

// Sheet is paper that holds several badges, to be cut apart. Lengths are millimetres.
type Sheet struct {
	Name          string // as command lines and settings have it
	Size          page.Size
	Cell          page.Size
	Columns, Rows int
}

// Sheets are the sheets on offer. Badges are A6, and four of them make an A4 page.
func Sheets() []Sheet {
	return []Sheet{{Name: "a4", Size: page.A4, Cell: page.A6, Columns: 2, Rows: 2}}
}

// SheetNamed finds a sheet by its name, whatever the case.
func SheetNamed(name string) (Sheet, bool) {
	for _, s := range Sheets() {
		if strings.EqualFold(s.Name, name) {
			return s, true
		}
	}
	return Sheet{}, false
}

// Cells is how many badges a sheet holds, 0 for none: a page each.
func (s Sheet) Cells() int { return s.Columns * s.Rows }

// Measures of the cut marks, in millimetres.
const (
	markEdge  = 6.0 // from the edge of the paper inwards
	markCross = 3.0 // to each side of where two cuts meet
	nearEdge  = 3.0 // closer to the edge no cut is worth marking: the paper ends there
)

// impose lays pages on sheets, row by row from a cell on, counted from 1. Turned over along the long edge, the cells of
// a back run from right to left: then each is behind its front.
func (s Sheet) impose(faces []*page.Page, start int, back bool) []*page.Page {
	var sheets []*page.Page
	first := min(max(start, 1), s.Cells()) - 1
	for i, face := range faces {
		cell := (first + i) % s.Cells()
		if i == 0 || cell == 0 {
			sheets = append(sheets, page.New(s.Size))
		}
		column, row := cell%s.Columns, cell/s.Columns
		if back {
			column = s.Columns - 1 - column
		}
		x, y := s.corner(column, row)
		sheets[len(sheets)-1].Place(x, y, face)
	}
	for _, p := range sheets {
		s.marks(p)
	}
	return sheets
}

// corner is the upper left corner of a cell. The cells stand in the middle of the sheet.
func (s Sheet) corner(column, row int) (x, y float64) {
	left, top := (s.Size.W-float64(s.Columns)*s.Cell.W)/2, (s.Size.H-float64(s.Rows)*s.Cell.H)/2
	return left + float64(column)*s.Cell.W, top + float64(row)*s.Cell.H
}

// marks draws where to cut: at the edges of the paper, and where two cuts meet.
func (s Sheet) marks(p *page.Page) {
	var across, down []float64
	for c := range s.Columns + 1 {
		if x, _ := s.corner(c, 0); x > nearEdge && x < s.Size.W-nearEdge {
			down = append(down, x)
		}
	}
	for r := range s.Rows + 1 {
		if _, y := s.corner(0, r); y > nearEdge && y < s.Size.H-nearEdge {
			across = append(across, y)
		}
	}
	for _, x := range down {
		mark(p, x, 0, x, markEdge)
		mark(p, x, s.Size.H-markEdge, x, s.Size.H)
		for _, y := range across {
			mark(p, x, y-markCross, x, y+markCross)
		}
	}
	for _, y := range across {
		mark(p, 0, y, markEdge, y)
		mark(p, s.Size.W-markEdge, y, s.Size.W, y)
		for _, x := range down {
			mark(p, x-markCross, y, x+markCross, y)
		}
	}
}

// mark draws a hairline on a wider one of white: it can be seen on a band of any colour.
func mark(p *page.Page, x1, y1, x2, y2 float64) {
	p.Rule(x1, y1, x2, y2, 0.8, page.White)
	p.Rule(x1, y1, x2, y2, 0.2, ink)
}

// collate puts the pages of fronts and backs in the order of printing. Either may be empty.
func collate(fronts, backs []*page.Page) []*page.Page {
	var all []*page.Page
	for i := range max(len(fronts), len(backs)) {
		if i < len(fronts) {
			all = append(all, fronts[i])
		}
		if i < len(backs) {
			all = append(all, backs[i])
		}
	}
	return all
}
