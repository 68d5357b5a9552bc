package document_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

func TestFourBadgesOnASheetAreReadByAScanner(t *testing.T) {
	s := newStage(t, "en")
	a4, ok := document.SheetNamed("A4")
	if !ok {
		t.Fatal("there is no sheet a4")
	}
	badges := s.badges(7)
	for start := 1; start <= 4; start++ {
		t.Run(fmt.Sprint(start), func(t *testing.T) {
			setter := typeset.New()
			doc, warnings := document.Badges(badges, document.Options{Created: made, Setter: setter, Sheet: a4, StartCell: start})
			if len(warnings) > 0 {
				t.Errorf("warnings %+v", warnings)
			}
			inside(t, setter, doc)
			file := write(t, setter, doc)
			if size := run(t, "pdfinfo", file); !strings.Contains(size, "(A4)") {
				t.Errorf("the page is not A4:\n%s", size)
			}
			var first, all []string
			for i, text := range codes(t, file, len(doc.Pages)) {
				read := strings.Fields(text)
				if all = append(all, read...); i == 0 {
					first = read
				}
			}
			slices.Sort(all)
			var want []string
			for _, b := range badges {
				want = append(want, b.Code)
			}
			slices.Sort(want)
			if !slices.Equal(all, want) {
				t.Errorf("read %d of %d codes", len(all), len(want))
			}
			if len(first) != 5-start {
				t.Errorf("the first sheet has %d badges from cell %d on", len(first), start)
			}
			pages := readBack(t, file)
			for _, b := range badges {
				if !strings.Contains(strings.Join(pages, " "), b.Number) {
					t.Errorf("%s is on no sheet", b.Number)
				}
			}
		})
	}
}

// TestABackIsBehindItsFront turns each sheet of backs over along its long edge, as a printer does, and finds every
// category where the front has it.
func TestABackIsBehindItsFront(t *testing.T) {
	s := newStage(t, "en")
	a4, _ := document.SheetNamed("a4")
	badges := s.badges(7)
	for i, key := range []string{"vip", "speaker", "delegate", "press", "guest", "staff", "interpreter"} {
		badges[i].Category = s.categories[key]
	}
	doc, _ := document.Badges(badges, document.Options{Setter: typeset.New(), Sheet: a4, StartCell: 2, Side: document.Both})
	if len(doc.Pages) != 4 {
		t.Fatalf("%d pages", len(doc.Pages))
	}
	for sheet := 0; sheet < len(doc.Pages); sheet += 2 {
		front, back := bands(doc.Pages[sheet]), bands(doc.Pages[sheet+1])
		if len(front) == 0 || len(front) != len(back) {
			t.Fatalf("sheet %d: %d fronts, %d backs", sheet/2+1, len(front), len(back))
		}
		for corner, colour := range front {
			behind := [2]float64{a4.Size.W - corner[0] - a4.Cell.W, corner[1]}
			if back[behind] != colour {
				t.Errorf("sheet %d: behind the badge at %v is another one", sheet/2+1, corner)
			}
		}
	}
}

// bands are the colours of the bands at the foot of the badges, by the left and lower edge of the badge.
func bands(p *page.Page) map[[2]float64]page.Colour {
	all := map[[2]float64]page.Colour{}
	for _, it := range p.Items {
		if r, ok := it.(page.Rect); ok && r.W == page.A6.W {
			all[[2]float64{r.X, r.Y + r.H}] = r.Fill
		}
	}
	return all
}

func TestCutMarksStandAtTheEdgesAndWhereCutsMeet(t *testing.T) {
	s := newStage(t, "en")
	a4, _ := document.SheetNamed("a4")
	doc, _ := document.Badges(s.badges(1), document.Options{Sheet: a4})
	at := map[[4]float64]bool{}
	for _, it := range doc.Pages[0].Items {
		if l, ok := it.(page.Line); ok {
			at[[4]float64{l.X1, l.Y1, l.X2, l.Y2}] = true
		}
	}
	for _, want := range [][4]float64{{105, 0, 105, 6}, {105, 291, 105, 297}, {0, 148.5, 6, 148.5}, {204, 148.5, 210, 148.5}, {105, 145.5, 105, 151.5}, {102, 148.5, 108, 148.5}} {
		if !at[want] {
			t.Errorf("no mark %v", want)
		}
	}
}

func TestProgressReachesTheEnd(t *testing.T) {
	s := newStage(t, "en")
	last := [2]int{}
	document.Badges(s.badges(101), document.Options{Progress: func(done, total int) { last = [2]int{done, total} }})
	if last != [2]int{101, 101} {
		t.Errorf("the last word was %v", last)
	}
}

// TestBadgesStandOnTheirLabels puts badges of several layouts on stocks, with the printer's own offset, and finds their codes
// again in the middle of the labels.
func TestBadgesStandOnTheirLabels(t *testing.T) {
	s := newStage(t, "en")
	for _, c := range []struct {
		sheet, template string
		turned          bool
	}{{"avery-c32011", "id1-card", false}, {"L7418", "id1-card", false}, {"herma-4627", "a6-portrait", false}, {"a5-page", "a6-portrait", false},
		{"avery-l7169", "insert-90x54", false}, {"avery-l7165", "label-62", true}, {"dymo-30856", "id1-card", true}} {
		sheet, ok := document.SheetNamed(c.sheet)
		layout, known := document.ShippedNamed(c.template)
		if !ok || !known {
			t.Fatalf("no %s or %s", c.sheet, c.template)
		}
		size := page.Size(layout.Size)
		if !sheet.Fits(size) {
			t.Fatalf("%s of %v does not fit %s of %v", c.template, size, c.sheet, sheet.Cell)
		}
		const right, down = 1.5, -2
		plain, _ := document.Badges(s.badges(3), document.Options{Sheet: sheet, Template: layout, Setter: typeset.New()})
		moved, _ := document.Badges(s.badges(3), document.Options{Sheet: sheet, Right: right, Down: down, Template: layout, Setter: typeset.New()})
		at, there := corners(plain.Pages[0]), corners(moved.Pages[0])
		if len(at) == 0 || len(at) != len(there) {
			t.Fatalf("%s: %d and %d codes", c.sheet, len(at), len(there))
		}
		for i, p := range at {
			if q := there[i]; math.Abs(q[0]-p[0]-right) > 1e-9 || math.Abs(q[1]-p[1]-down) > 1e-9 {
				t.Errorf("%s: the printer's offset moves %v to %v", c.sheet, p, q)
			}
			column, row := float64(i%sheet.Columns), float64(i/sheet.Columns)
			x, y := sheet.Left+column*sheet.Across, sheet.Top+row*sheet.Down
			if p[0] < x-0.5 || p[1] < y || p[0] > x+sheet.Cell.W || p[1] > y+sheet.Cell.H {
				t.Errorf("%s: code %d at %v is not on its label at %.1f, %.1f", c.sheet, i, p, x, y)
			}
		}
		_, turned := plain.Pages[0].Items[0].(page.Group)
		if turned != c.turned {
			t.Errorf("%s: turned is %v", c.sheet, turned)
		}
	}
}

// corners are the middles of the QR codes of a page, those of turned and cut badges too.
func corners(p *page.Page) [][2]float64 {
	var all [][2]float64
	for _, it := range p.Items {
		switch v := it.(type) {
		case page.QR:
			all = append(all, [2]float64{v.X + v.Size/2, v.Y + v.Size/2})
		case page.Group:
			for _, inner := range v.Items {
				if q, ok := inner.(page.QR); ok {
					m := v.Matrix()
					x, y := q.X+q.Size/2, q.Y+q.Size/2
					all = append(all, [2]float64{m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]})
				}
			}
		}
	}
	return all
}

func TestABadgeThatIsTooLargeIsCutOffAndSaid(t *testing.T) {
	s := newStage(t, "en")
	sheet, _ := document.SheetNamed("avery-l7160")
	doc, warnings := document.Badges(s.badges(2), document.Options{Sheet: sheet})
	if len(warnings) != 1 || warnings[0].Code != document.WarnSheet || !strings.Contains(warnings[0].Message, "63.5 × 38.1 mm") {
		t.Errorf("warnings %+v", warnings)
	}
	for _, it := range doc.Pages[0].Items {
		if g, ok := it.(page.Group); !ok || g.Clip == nil || g.Clip.W != 63.5 {
			t.Errorf("%T is not cut off at its label", it)
		}
	}
}

func TestARollIsCutWhereTheBadgeEnds(t *testing.T) {
	s := newStage(t, "en")
	roll, _ := document.SheetNamed("roll-62")
	label, _ := document.ShippedNamed("label-62")
	doc, warnings := document.Badges(s.badges(3), document.Options{Sheet: roll, Template: label})
	if len(doc.Pages) != 3 || len(warnings) > 0 {
		t.Fatalf("%d pages, warnings %+v", len(doc.Pages), warnings)
	}
	if doc.Pages[0].Size != (page.Size{W: 62, H: label.Size.H}) && doc.Pages[0].Size != (page.Size{W: 62, H: label.Size.W}) {
		t.Errorf("a page is %v", doc.Pages[0].Size)
	}
}
