package stock

import "lanyard/internal/page"

// labels are stocks with a maker. The numbers are the makers', as published on the pages of the products and in the tables
// of measures that name the product; beside each line stands where it was read:
//
//	lo  LibreOffice, extras/source/labels/labels.xml, from the makers' own lists (hundredths of a millimetre)
//	gl  gLabels, templates/{avery-iso,avery-us,brother-other,dymo-other}-templates.xml (millimetres, points or inches)
//	ps  Paper::Specs 0.10, Paper/Specs/Avery/*.pm (inches)
//
// What could not be sourced is not here.
var labels = []Stock{
	// Avery, A4.
	a4("Avery", "L4785", Label, 2, 5, 80, 50, 17.5, 13.5, 95, 55, 4, "L4784", "L4786", "L4787"),   // gl: name badges, with the grid half a millimetre off the middle
	a4("Avery", "L7418", Insert, 2, 4, 86, 55, 19, 38.5, 86, 55, 0),                               // lo: name badges
	a4("Avery", "L7159", Label, 3, 8, 64, 33.86, 6.46, 13.06, 66.54, 33.86, 0),                    // lo
	a4("Avery", "L7160", Label, 3, 7, 63.5, 38.1, 7.2, 15.15, 66.04, 38.1, 1.8, "J8160", "7160"),  // lo; the radius gl
	a4("Avery", "L7161", Label, 3, 6, 63.5, 46.56, 7.21, 8.82, 66.04, 46.56, 2.5, "J8161"),        // lo; gl
	a4("Avery", "L7162", Label, 2, 8, 99.06, 33.87, 4.67, 13.02, 101.6, 33.87, 1.8),               // lo; gl
	a4("Avery", "L7163", Label, 2, 7, 99.06, 38.1, 4.67, 15.15, 101.6, 38.1, 1.8, "L7263"),        // lo; gl
	a4("Avery", "L7164", Label, 3, 4, 63.5, 71.97, 7.21, 4.57, 66.04, 71.97, 3, "J8164"),          // lo; gl
	a4("Avery", "L7165", Label, 2, 4, 99.06, 67.73, 4.67, 13.04, 101.6, 67.73, 0, "J8165"),        // lo; gl
	a4("Avery", "L7166", Label, 2, 3, 99.06, 93.13, 4.67, 8.81, 101.6, 93.13, 0),                  // lo
	a4("Avery", "L7169", Label, 2, 2, 99.1, 139, 4.63, 9.5, 101.64, 139, 2.1),                     // lo, which has the sheet lying; gl
	a4("Avery", "L7173", Label, 2, 5, 99.06, 57, 4.67, 6, 101.6, 57, 0),                           // lo
	a4("Avery", "L7177", Label, 2, 6, 99.06, 42.33, 4.67, 21.44, 101.6, 42.33, 0),                 // lo
	a4("Avery", "L6114", Label, 3, 9, 63.5, 29.63, 7.21, 15.1, 66.04, 29.63, 0, "L6011"),          // lo
	a4("Avery", "L6012", Label, 2, 5, 96, 50.8, 7.73, 21.43, 98.54, 50.8, 0),                      // lo
	a4("Avery", "L7413", Card, 2, 5, 90, 50.8, 15, 21.5, 90, 50.8, 0),                             // lo: business cards
	a4("Avery", "L7414", Card, 2, 5, 90, 52, 15, 18.5, 90, 52, 0, "L7415"),                        // lo, gl
	a4("Avery", "L7417", Card, 2, 5, 90, 54, 15, 13.5, 90, 54, 0, "L7419"),                        // lo
	a4("Avery", "C32011", Card, 2, 5, 85, 54, 15, 13.5, 95, 54, 0, "C32011-10", "C9362", "C2364"), // gl; lo has C9362
	a4("Avery", "C32015", Card, 2, 4, 85, 54, 17, 31.5, 91, 60, 0, "32015", "C9312"),              // gl; lo has C9312
	a4("Avery", "C2354", Card, 2, 4, 80.37, 50.8, 22.5, 34.27, 85.13, 59.22, 0),                   // lo
	// Avery, Letter.
	inches("Avery", "5395", Label, 2, 4, 3.375, 7.0/3, 0.6875, 7.0/12, 3.75, 2.5, 0.1875, "5095", "5895", "8395", "15395"), // gl: name badges
	inches("Avery", "5390", Insert, 2, 4, 3.5, 2.219, 0.75, 1.0625, 3.5, 2.219, 0),                                         // ps: inserts
	inches("Avery", "5392", Insert, 2, 3, 4, 3, 0.25, 1, 4, 3, 0, "5384", "74541"),                                         // ps: inserts
	inches("Avery", "5371", Card, 2, 5, 3.5, 2, 0.75, 0.5, 3.5, 2, 0, "8371", "5911", "28371"),                             // gl: business cards
	inches("Avery", "8373", Card, 2, 4, 3.5, 2, 0.5, 0.75, 4, 2.5, 0, "5881", "28373"),                                     // gl
	inches("Avery", "5388", Card, 1, 3, 5, 3, 1.75, 1, 5, 3, 0, "5386", "8388"),                                            // gl
	inches("Avery", "5160", Label, 3, 10, 2.625, 1, 0.1875, 0.5, 2.75, 1, 0.0625, "5260", "8160", "18160"),                 // gl, the margin lo's
	inches("Avery", "5163", Label, 2, 5, 4, 2, 0.15625, 0.5, 4.1875, 2, 0.125, "5263", "8163", "15163"),                    // gl
	inches("Avery", "5164", Label, 2, 3, 4, 10.0/3, 0.15625, 0.5, 4.1875, 10.0/3, 0.125, "5264", "8164"),                   // gl
	inches("Avery", "6874", Label, 2, 3, 3.75, 3, 0.375, 0.625, 4, 3.375, 0.0625),                                          // gl
	// Herma, A4.
	a4("Herma", "4418", Label, 3, 9, 63.5, 29.63, 7.21, 15.15, 66.04, 29.63, 0, "4419"),                          // lo: name badges of acetate silk
	a4("Herma", "4667", Label, 2, 5, 96, 50.8, 7.73, 21.5, 98.54, 50.8, 0, "4349", "8653", "8806"),               // lo
	a4("Herma", "4350", Label, 2, 4, 96, 63.5, 7.73, 21.5, 98.54, 63.5, 0),                                       // lo
	a4("Herma", "4666", Label, 2, 6, 88.9, 46.56, 12.29, 8.8, 96.52, 46.56, 0, "8652", "8681"),                   // lo
	a4("Herma", "4677", Label, 3, 7, 63.5, 38.1, 7.21, 15.15, 66.04, 38.1, 0, "8632", "8650"),                    // lo
	a4("Herma", "4678", Label, 2, 7, 99.06, 38.1, 4.67, 15.15, 101.6, 38.1, 0, "8635", "8809"),                   // lo
	a4("Herma", "5144", Label, 2, 4, 99.06, 67.73, 4.67, 13.03, 101.6, 67.73, 0, "5145", "5146", "5147", "8810"), // lo
	a4("Herma", "4626", Label, 2, 4, 105, 74.25, 0, 0, 105, 74.25, 0, "4470"),                                    // lo
	a4("Herma", "4627", Label, 2, 2, 105, 148.5, 0, 0, 105, 148.5, 0, "4676", "4377"),                            // lo: A6
	a4("Herma", "4425", Label, 2, 5, 105, 57, 0, 6, 105, 57, 0),                                                  // lo
	a4("Herma", "4457", Label, 2, 6, 105, 48, 0, 4.5, 105, 48, 0, "4363", "4417"),                                // lo
	// Durable's inserts of BADGEMAKER: the maker publishes the size of an insert, and not where inserts stand on its sheets.
	inserts("Durable", "1452", 60, 30),
	inserts("Durable", "1453", 75, 40),
	inserts("Durable", "1455", 90, 54),
	inserts("Durable", "1456", 90, 60),
	// Rolls of label printers. The label is the page; what a printer leaves white at its edges is the printer's.
	roll("Brother", "DK-11202", 62, 100, 1.5), // gl
	roll("Brother", "DK-11208", 38, 90, 1.5),  // gl
	roll("Dymo", "99014", 54, 101, 0),         // gl: name badges
	roll("Dymo", "99015", 54, 70, 0),          // gl: name badges
	roll("Dymo", "11356", 41, 89, 0),          // gl: name badges
	roll("Dymo", "30374", 51, 89, 0),          // gl: name badges
	roll("Dymo", "30856", 62, 106, 0),         // gl: name badges
	roll("Dymo", "30256", 59, 102, 0),         // gl
}

// a4 is a sheet of A4.
func a4(brand, part string, kind Kind, columns, rows int, w, h, left, top, across, down, radius float64, also ...string) Stock {
	return Stock{Name: named(brand, part), Brand: brand, Part: part, Also: also, Kind: kind, Size: page.A4, Cell: page.Size{W: w, H: h},
		Columns: columns, Rows: rows, Left: left, Top: top, Across: across, Down: down, Radius: radius}
}

// inches is a sheet of Letter, given in inches.
func inches(brand, part string, kind Kind, columns, rows int, w, h, left, top, across, down, radius float64, also ...string) Stock {
	const inch = 25.4
	s := a4(brand, part, kind, columns, rows, w*inch, h*inch, left*inch, top*inch, across*inch, down*inch, radius*inch, also...)
	s.Size = page.Letter
	return s
}

// inserts are as many of a size as fit on A4, next to each other in its middle.
func inserts(brand, part string, w, h float64) Stock {
	columns, rows := int(page.A4.W/w), int(page.A4.H/h)
	return a4(brand, part, Cut, columns, rows, w, h, (page.A4.W-float64(columns)*w)/2, (page.A4.H-float64(rows)*h)/2, w, h, 0)
}

func roll(brand, part string, w, h, radius float64) Stock {
	s := single(named(brand, part), page.Size{W: w, H: h}).rolled()
	s.Brand, s.Part, s.Radius = brand, part, radius
	return s
}
