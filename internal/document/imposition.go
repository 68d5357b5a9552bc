package document

import (
	"strings"

	"lanyard/internal/document/stock"
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

// Sheet is paper that holds several badges, or one that has a size of its own. Lengths are millimetres.
type Sheet struct {
	Name          string    // as command lines and settings have it
	Size          page.Size // H is 0 for a roll, which is cut where the badge ends
	Cell          page.Size
	Columns, Rows int
	Left, Top     float64 // where the first cell begins
	Across, Down  float64 // from one cell to the next
	// Cut says that the cells are cut apart by hand: marks show where.
	Cut bool
}

// NoSheet is a page for each badge, also where the template names a stock.
func NoSheet() Sheet { return Sheet{Name: "none"} }

// Sheets are the sheets on offer, plain paper first.
func Sheets() []Sheet {
	all := stock.All()
	sheets := make([]Sheet, len(all))
	for i, s := range all {
		sheets[i] = SheetOf(s)
	}
	return sheets
}

// SheetOf is the sheet of a stock.
func SheetOf(s stock.Stock) Sheet {
	return Sheet{Name: s.Name, Size: s.Size, Cell: s.Cell, Columns: s.Columns, Rows: s.Rows, Left: s.Left, Top: s.Top, Across: s.Across, Down: s.Down, Cut: s.Marked()}
}

// SheetNamed finds a sheet by its name or its maker's number, as stock.Named does; "none" is NoSheet.
func SheetNamed(name string) (Sheet, bool) {
	if strings.EqualFold(name, NoSheet().Name) {
		return NoSheet(), true
	}
	s, ok := stock.Named(name)
	if !ok {
		return Sheet{}, false
	}
	return SheetOf(s), true
}

// Cells is how many badges a sheet holds, 0 for none: a page each.
func (s Sheet) Cells() int { return s.Columns * s.Rows }

// slack is by how much a badge may be larger than its cell, in millimetres: half of it to each side, less than a printer is off by.
const slack = 1.0

// Fits says whether a badge fits in a cell, lying or upright.
func (s Sheet) Fits(badge page.Size) bool {
	return s.Cells() == 0 || s.upright(badge) || s.upright(badge.Turned())
}

func (s Sheet) upright(badge page.Size) bool {
	return badge.W <= s.Cell.W+slack && (s.Size.H == 0 || badge.H <= s.Cell.H+slack)
}

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
			sheets = append(sheets, page.New(s.long(face)))
		}
		column, row := cell%s.Columns, cell/s.Columns
		x, y := s.corner(column, row)
		if back {
			x = s.Size.W - x - s.Cell.W
		}
		s.place(sheets[len(sheets)-1], x, y, face, back)
	}
	if s.Cut {
		for _, p := range sheets {
			s.marks(p)
		}
	}
	return sheets
}

// long is the size of the sheet that a badge is on: a roll's is as long as the badge.
func (s Sheet) long(face *page.Page) page.Size {
	if s.Size.H > 0 {
		return s.Size
	}
	if !s.upright(face.Size) && s.upright(face.Turned()) {
		return page.Size{W: s.Size.W, H: face.W}
	}
	return page.Size{W: s.Size.W, H: face.H}
}

// place puts a badge in the middle of the cell whose upper left corner is at x, y, turned by a quarter if it fits only so: a
// back the other way, so that its top is behind that of its front. What is larger than its cell is cut off there, for the
// neighbours' sake.
func (s Sheet) place(on *page.Page, x, y float64, face *page.Page, back bool) {
	cell := s.Cell
	if s.Size.H == 0 {
		cell.H = on.H
	}
	middle := func(size page.Size) (float64, float64) { return x + (cell.W-size.W)/2, y + (cell.H-size.H)/2 }
	left, top := middle(face.Size)
	switch {
	case s.upright(face.Size):
		on.Place(left, top, face)
		return
	case !s.upright(face.Turned()):
		on.Add(page.Group{Items: page.New(face.Size).Place(left, top, face).Items, Clip: &page.Rect{X: x, Y: y, W: cell.W, H: cell.H}})
		return
	}
	turn := 90.0
	if back {
		turn = -90
	}
	on.Add(page.Group{Items: page.New(face.Size).Place(left, top, face).Items, Rotation: turn, X: x + cell.W/2, Y: y + cell.H/2})
}

// corner is the upper left corner of a cell.
func (s Sheet) corner(column, row int) (x, y float64) {
	return s.Left + float64(column)*s.Across, s.Top + float64(row)*s.Down
}

// marks draws where to cut: at the edges of the paper, and where two cuts meet. Cells that are cut apart have no gaps.
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
