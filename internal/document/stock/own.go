package stock

import (
	"slices"

	"lanyard/internal/page"
	"lanyard/internal/seminar"
)

// Of is the stock of a sheet of one's own; its name is the sheet's id.
func Of(s seminar.Sheet) Stock {
	m := s.Measures
	return Stock{Name: string(s.ID), Title: s.Name, Kind: Own, Size: page.Size{W: m.Width, H: m.Height}, Cell: page.Size{W: m.LabelWidth, H: m.LabelHeight},
		Columns: m.Columns, Rows: m.Rows, Left: m.Left, Top: m.Top, Across: m.LabelWidth + m.GapAcross, Down: m.LabelHeight + m.GapDown, Radius: m.Corner}
}

// Measured is the other way round: what a ruler would say of a stock.
func (s Stock) Measured() seminar.SheetMeasures {
	return seminar.SheetMeasures{Width: s.Size.W, Height: s.Size.H, Columns: s.Columns, Rows: s.Rows, Left: s.Left, Top: s.Top,
		LabelWidth: s.Cell.W, LabelHeight: s.Cell.H, GapAcross: s.Across - s.Cell.W, GapDown: s.Down - s.Cell.H, Corner: s.Radius}
}

// Corner is the upper left corner of a piece of the sheet, both counted from 0.
func (s Stock) Corner(column, row int) (x, y float64) {
	return s.Left + float64(column)*s.Across, s.Top + float64(row)*s.Down
}

// Picture shows the sheet as it comes out of its packet.
func (s Stock) Picture() *page.Page {
	const line = 0.4
	p := page.New(s.Size)
	p.Fill(0, 0, s.Size.W, s.Size.H, page.White)
	p.Frame(0, 0, s.Size.W, s.Size.H, line, page.Grey(150))
	for row := range s.Rows {
		for column := range s.Columns {
			x, y := s.Corner(column, row)
			p.Add(page.Rect{X: x, Y: y, W: s.Cell.W, H: s.Cell.H, Radius: s.Radius, Fill: page.Grey(232), Stroke: page.Grey(120), StrokeWidth: line})
		}
	}
	return p
}

// Find finds a stock among some as Named does among the makers', and those of one's own by what they are called.
func Find(among []Stock, name string) (Stock, bool) {
	wanted := bare(name)
	if wanted == "" {
		return Stock{}, false
	}
	var found []Stock
	for _, s := range among {
		if bare(s.Name) == wanted {
			return s, true
		}
		if bare(s.Title) == wanted || s.Part != "" && slices.ContainsFunc(append([]string{s.Part}, s.Also...), func(part string) bool {
			return bare(part) == wanted || bare(s.Brand+part) == wanted
		}) {
			found = append(found, s)
		}
	}
	if len(found) != 1 {
		return Stock{}, false
	}
	return found[0], true
}

// Nameless says that a name has no letter or digit that anything could be found by.
func Nameless(name string) bool { return bare(name) == "" }
