package stock

import "lanyard/internal/page"

// plain is paper without a maker. ISO 216 gives the A sizes, ISO/IEC 7810 that of a card.
var plain = []Stock{
	// Four A6 badges to a sheet, cut apart. An A6 is 148 mm high, half an A4 148.5: the cells stand in the middle.
	{Name: "a4", Kind: Plain, Size: page.A4, Cell: page.A6, Columns: 2, Rows: 2, Left: 0, Top: 0.5, Across: 105, Down: 148},
	single("a3-page", page.A3),
	single("a4-page", page.A4),
	single("a5-page", page.A5),
	single("a6-page", page.A6),
	single("a7-page", page.A7),
	single("letter-page", page.Letter),
	{Name: "id1-card", Kind: Card, Size: page.ID1, Cell: page.ID1, Columns: 1, Rows: 1, Across: page.ID1.W, Down: page.ID1.H, Radius: 3.18},
	single("roll-62", page.Size{W: 62}).rolled(), // continuous, as Brother's DK-22205: the label is as long as the badge
}

// single is a page with one badge on it.
func single(name string, size page.Size) Stock {
	return Stock{Name: name, Kind: Plain, Size: size, Cell: size, Columns: 1, Rows: 1, Across: size.W, Down: size.H}
}

func (s Stock) rolled() Stock { s.Kind = Roll; return s }
