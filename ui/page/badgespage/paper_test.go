package badgespage_test

import (
	"context"
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/document"
	"lanyard/internal/raster"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
	"lanyard/ui/page/badgespage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// sheet is the picture of the sheet that is shown.
func sheet(s *uitest.Stand) *widgets.SheetCells {
	s.Helper()
	all := uitest.Find[*widgets.SheetCells](s)
	if len(all) != 1 {
		s.Fatalf("%d pictures of a sheet are shown", len(all))
	}
	return all[0]
}

// listed are the rows of the list, in its order.
func listed(s *uitest.Stand) []seminar.RosterRow {
	s.Helper()
	var ids []seminar.ID
	for _, item := range s.List().Items {
		ids = append(ids, seminar.ID(item.ID))
	}
	rows, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, Only: ids, Order: seminar.ByFamilyName})
	s.No(err)
	return rows
}

// tick ticks the first of the list.
func tick(s *uitest.Stand, n int) {
	s.Helper()
	for range n {
		s.Press(fyne.KeySpace, fyne.KeyDown)
	}
}

func TestFourOnASheetFromTheFirstFreePlace(t *testing.T) {
	for _, language := range []string{"en", "az"} {
		s := open(t, uitest.Options{Language: language})
		s.Select("all")
		tick(s, 7)
		rows := listed(s)
		const a6 = "297.64 x 419.53 pts"
		if s.Bind(fyne.KeyS); s.Paper(s.Saved) != a6 || len(s.Pages(s.Saved)) != 7 {
			t.Errorf("one a page is saved on %s", s.Paper(s.Saved))
		}
		tickAgain(s, rows[:7])
		choose(s, s.Lang.T("badges.sheet.a4"))
		s.Window.Canvas().Focus(sheet(s))
		s.Write("3")
		if !s.Says(s.Lang.T("badges.paper.from", "n", 3)) {
			t.Error("where the sheet begins is not said")
		}
		s.Picture("badges-sheet-" + language)
		s.Bind(fyne.KeyS)
		pages := s.Pages(s.Saved)
		if len(pages) != 3 || s.Paper(s.Saved) != "A4" {
			t.Fatalf("seven badges from place 3 make %d pages of %s", len(pages), s.Paper(s.Saved))
		}
		for i, r := range rows[:7] {
			if !strings.Contains(pages[(i+2)/4], r.BadgeNumber) {
				t.Errorf("%s is not on sheet %d: %q", r.BadgeNumber, (i+2)/4+1, pages[(i+2)/4])
			}
		}
		choose(s, s.Lang.T("badges.side.both"))
		tickAgain(s, rows[:7])
		s.Bind(fyne.KeyS)
		both := s.Pages(s.Saved)
		if len(both) != 6 || both[0] != pages[0] || both[4] != pages[2] || strings.Contains(both[1], rows[0].BadgeNumber) {
			t.Errorf("with their backs they make %d pages", len(both))
		}
	}
}

// tickAgain ticks people who are no longer ticked since they were saved.
func tickAgain(s *uitest.Stand, rows []seminar.RosterRow) {
	s.Helper()
	s.Window.Canvas().Focus(s.List().Focusable())
	s.Press(fyne.KeyHome)
	tick(s, len(rows))
}

func TestBacksAloneMarkNobody(t *testing.T) {
	s := newStand(t)
	fresh(s)
	n := unprinted(s)
	tick(s, 1)
	choose(s, s.Lang.T("badges.side.back"))
	s.Bind(fyne.KeyS)
	if pages := s.Pages(s.Saved); len(pages) != 1 || unprinted(s) != n || len(s.Done) > 0 {
		t.Errorf("%d pages; %d of %d unprinted; told %q", len(pages), unprinted(s), n, s.Done)
	}
	choose(s, s.Lang.T("badges.side.front"))
	s.Bind(fyne.KeyS)
	if unprinted(s) != n-1 {
		t.Errorf("the front then marks %d", n-unprinted(s))
	}
}

func TestThePreviewIsTheSheetThatPrints(t *testing.T) {
	s := newStand(t)
	s.Select("all")
	choose(s, s.Lang.T("badges.sheet.a4"))
	sheet(s).Choose(2)
	rows := listed(s)
	badges, err := s.Desk.BadgesFor(context.Background(), s.Of, rows)
	s.No(err)
	o := document.Options{Lang: s.Lang, Setter: typeset.New(), Sheet: document.Sheets()[0], StartCell: 2}
	doc, _ := document.Badges(badges, o)
	for at, number := range map[int]int{0: 0, 2: 0, 3: 1, 10: 2} {
		s.Window.Canvas().Focus(s.List().Focusable())
		s.List().MoveTo(at)
		want, err := raster.Render(o.Setter, doc.Pages[number], 110)
		s.No(err)
		if got := uitest.Find[*widgets.PagePreview](s)[0].Image; !same(got, want) {
			t.Errorf("row %d does not show sheet %d of those saved", at, number+1)
		}
	}
	// Only who is ticked prints; a tick changes the sheet at once.
	s.List().MoveTo(0)
	before := uitest.Find[*widgets.PagePreview](s)[0].Image
	s.Press(fyne.KeySpace)
	only, _ := document.Badges(badges[:1], o)
	want, err := raster.Render(o.Setter, only.Pages[0], 110)
	s.No(err)
	if got := uitest.Find[*widgets.PagePreview](s)[0].Image; got == before || !same(got, want) {
		t.Error("the sheet still shows who is not ticked")
	}
}

func same(a, b image.Image) bool {
	if a == nil || a.Bounds() != b.Bounds() {
		return false
	}
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				return false
			}
		}
	}
	return true
}

func TestThePaperIsRemembered(t *testing.T) {
	s := newStand(t)
	choose(s, s.Lang.T("badges.sheet.a4"))
	choose(s, s.Lang.T("badges.side.both"))
	sheet(s).Choose(4)
	s.Show(badgespage.New(s.Env)) // as at the next start
	if sheet(s).First != 1 || uitest.Find[*widgets.PagePreview](s)[0].Pages != 2 {
		t.Errorf("the next start begins at place %d, with %d pages", sheet(s).First, uitest.Find[*widgets.PagePreview](s)[0].Pages)
	}
	choose(s, s.Lang.T("badges.sheet.none"))
	if n := len(uitest.Find[*widgets.SheetCells](s)); n != 0 {
		t.Errorf("one a page shows %d sheets", n)
	}
}

func TestAnyPaperIsFoundByItsNumber(t *testing.T) {
	s := newStand(t)
	choose(s, s.Lang.T("badges.stock.other"))
	s.Write("4784") // another number of the same sheet
	s.Picture("badges-stock")
	s.Press(fyne.KeyReturn)
	cells := sheet(s)
	if cells.Columns != 2 || cells.Rows != 5 {
		t.Errorf("a sheet of %d × %d was chosen", cells.Columns, cells.Rows)
	}
	s.Show(badgespage.New(s.Env)) // as at the next start
	if cells := sheet(s); cells.Rows != 5 || !slices.ContainsFunc(uitest.Find[*widgets.Select](s), func(c *widgets.Select) bool { return c.Selected == "Avery L4785 · 80 × 50 mm" }) {
		t.Error("the paper is not remembered")
	}
	choose(s, s.Lang.T("badges.stock.other"))
	s.Press(fyne.KeyEscape)
	if sheet(s).Rows != 5 {
		t.Error("Escape changes the paper")
	}
	choose(s, s.Lang.T("badges.sheet.none"))
	if n := len(uitest.Find[*widgets.SheetCells](s)); n != 0 {
		t.Errorf("one a page shows %d sheets", n)
	}
}
