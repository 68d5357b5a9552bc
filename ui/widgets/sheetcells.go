package widgets

import (
	"strconv"
	"unicode"

	"fyne.io/fyne/v2"

	"lanyard/ui/theme"
)

// SheetCells is a small picture of a sheet that holds several badges. The first cell that is still free is chosen by a
// click, an arrow or a digit; those before it are shown as cut off already. It runs from left to right in every language,
// as the sheet does.
type SheetCells struct {
	pressable
	Columns, Rows int
	First         int // the first free cell, from 1, row by row
	OnChanged     func(first int)
	size          fyne.Size
}

// NewSheetCells makes a picture of a sheet, as large as size.
func NewSheetCells(columns, rows int, size fyne.Size, onChanged func(first int)) *SheetCells {
	s := &SheetCells{Columns: columns, Rows: rows, First: 1, OnChanged: onChanged, size: size}
	s.self, s.key = s, s.move
	s.ExtendBaseWidget(s)
	return s
}

// Choose chooses a cell, if the sheet has it, and tells OnChanged.
func (s *SheetCells) Choose(cell int) {
	if cell < 1 || cell > s.Columns*s.Rows || cell == s.First {
		return
	}
	s.First = cell
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(cell)
	}
}

// Tapped implements fyne.Tappable.
func (s *SheetCells) Tapped(ev *fyne.PointEvent) {
	focus(s)
	column := int(ev.Position.X / s.Size().Width * float32(s.Columns))
	row := int(ev.Position.Y / s.Size().Height * float32(s.Rows))
	s.Choose(min(row, s.Rows-1)*s.Columns + min(column, s.Columns-1) + 1)
}

// TypedRune implements fyne.Focusable.
func (s *SheetCells) TypedRune(r rune) {
	if unicode.IsDigit(r) && r <= '9' {
		s.Choose(int(r - '0'))
	}
}

func (s *SheetCells) move(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyRight:
		s.Choose(s.First + 1)
	case fyne.KeyLeft:
		s.Choose(s.First - 1)
	case fyne.KeyDown:
		s.Choose(s.First + s.Columns)
	case fyne.KeyUp:
		s.Choose(s.First - s.Columns)
	}
}

// lowestNumbered is the height of a cell from which on its number has room.
const lowestNumbered = 11

// CreateRenderer implements fyne.Widget.
func (s *SheetCells) CreateRenderer() fyne.WidgetRenderer {
	const gap = 3
	back, ring := newBox(theme.Hover, theme.Line, 4), newRing(4)
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle}}
	var cells []*box
	var numbers []*Text
	for n := 1; n <= s.Columns*s.Rows; n++ {
		cell, number := newBox("", "", 2), NewText(strconv.Itoa(n), theme.CaptionSize, theme.Text)
		number.Align = AlignCentre
		cells, numbers = append(cells, cell), append(numbers, number)
		p.objects = append(p.objects, cell.Rectangle, number)
	}
	p.objects = append(p.objects, ring.Rectangle)
	p.min = func() fyne.Size { return s.size }
	p.layout = func(size fyne.Size) {
		place(back, 0, 0, size.Width, size.Height)
		place(ring, 0, 0, size.Width, size.Height)
		w := (size.Width - gap*float32(s.Columns+1)) / float32(s.Columns)
		h := (size.Height - gap*float32(s.Rows+1)) / float32(s.Rows)
		for i := range cells {
			x, y := gap+float32(i%s.Columns)*(w+gap), gap+float32(i/s.Columns)*(h+gap)
			place(cells[i], x, y, w, h)
			place(numbers[i], x, y, w, h)
			showIf(numbers[i], h >= lowestNumbered)
		}
	}
	p.refresh = func() {
		for i, cell := range cells {
			cell.fill, numbers[i].Colour, numbers[i].Style.Bold = theme.Surface, theme.Text, false
			switch n := i + 1; {
			case n < s.First:
				cell.fill, numbers[i].Colour = "", theme.QuietText
			case n == s.First:
				cell.fill, numbers[i].Colour, numbers[i].Style.Bold = theme.Accent, theme.OnAccent, true
			}
			cell.paint()
			numbers[i].Refresh()
		}
		back.fill = theme.Hover
		back.paint()
		ring.paint()
		showIf(ring.Rectangle, s.focused)
		p.layout(s.Size())
	}
	p.refresh()
	return p
}
