package paper

import (
	"context"
	"fmt"

	"lanyard/internal/desk"
	docpage "lanyard/internal/page"
	"lanyard/internal/seminar"
)

// PrintTest prints a page that says that the printer works, and shows by how much it prints beside the mark.
func (p *Press) PrintTest() {
	l := p.env.Lang
	p.print(&printJob{name: l.T("paper.print.test"), begun: l.T("paper.testing"), out: l.T("paper.tested"),
		make: func(context.Context, *desk.Desk) (docpage.Document, []seminar.RosterRow, error) {
			var doc docpage.Document
			doc.Add(calibration(docpage.A6, l.T("paper.print.test"), l.T("paper.calibration")))
			return doc, nil, nil
		}}, nil)
}

// calibration is a page with a ruler from each edge and a frame: where they stand on the paper is how far the printer
// is off.
func calibration(size docpage.Size, title, text string) *docpage.Page {
	const from, long = 10, 15 // millimetres from an edge that the cross stands, and that the rulers reach
	black := docpage.Grey(0)
	c := docpage.New(size)
	cx, cy := size.W/2, size.H/2
	small := docpage.Style{Size: 6}
	for mm := 0; mm <= long; mm++ {
		t, at := 1.5, float64(mm)
		if mm%5 == 0 {
			t = 4
			if mm == 5 || mm == 15 { // the frame is the 10
				label := fmt.Sprint(mm)
				c.Write(at-1, cy+2.5, 6, 4, small, label)
				c.Write(size.W-at-1, cy+2.5, 6, 4, small, label)
				c.Write(cx+3, at-1.5, 6, 4, small, label)
				c.Write(cx+3, size.H-at-1.5, 6, 4, small, label)
			}
		}
		c.Rule(at, cy-t/2, at, cy+t/2, 0.15, black)
		c.Rule(size.W-at, cy-t/2, size.W-at, cy+t/2, 0.15, black)
		c.Rule(cx-t/2, at, cx+t/2, at, 0.15, black)
		c.Rule(cx-t/2, size.H-at, cx+t/2, size.H-at, 0.15, black)
	}
	c.Frame(from, from, size.W-2*from, size.H-2*from, 0.2, black)
	c.Write(20, 24, size.W-40, 20, docpage.Style{Size: 14}, title)
	c.Write(20, 88, size.W-40, 40, docpage.Style{Size: 9}, text)
	return c
}
