package document_test

import (
	"fmt"
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
