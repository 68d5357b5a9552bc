package attendeespage_test

import (
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lanyard/internal/demo"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
	"lanyard/ui/page"
	"lanyard/ui/page/attendeespage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// stage is the page on the sample.
type stage struct {
	*uitest.Stand
	page *attendeespage.Page
}

func open(t *testing.T, o uitest.Options) *stage {
	t.Helper()
	s, p := uitest.Open(t, o, attendeespage.New)
	return &stage{s, p}
}

func (s *stage) table() *widgets.DataTable {
	s.Helper()
	tables := uitest.Find[*widgets.DataTable](s.Stand)
	if len(tables) != 1 {
		s.Fatalf("%d tables are shown", len(tables))
	}
	return tables[0]
}

func (s *stage) count(f seminar.RosterFilter) int {
	s.Helper()
	f.SeminarID = s.Of
	n, err := s.Desk.Count(context.Background(), f)
	s.No(err)
	return n
}

func (s *stage) rows(ids []string) []seminar.RosterRow {
	s.Helper()
	f := seminar.RosterFilter{SeminarID: s.Of, Order: seminar.ByFamilyName}
	for _, id := range ids {
		f.Only = append(f.Only, seminar.ID(id))
	}
	rows, err := s.Desk.Roster(context.Background(), f)
	s.No(err)
	return rows
}

// filter is the filter chip with a name.
func (s *stage) filter(label string) *widgets.FilterChip {
	s.Helper()
	for _, c := range uitest.Find[*widgets.FilterChip](s.Stand) {
		if c.Label == label {
			return c
		}
	}
	s.Fatalf("no filter %q", label)
	return nil
}

// chip is the chip with a name.
func (s *stage) chip(label string) *widgets.Chip {
	s.Helper()
	for _, c := range uitest.Find[*widgets.Chip](s.Stand) {
		if c.Label == label {
			return c
		}
	}
	s.Fatalf("no chip %q", label)
	return nil
}

// first selects the first n rows by the keyboard.
func (s *stage) first(n int) []string {
	s.Helper()
	s.Window.Canvas().Focus(s.table().Focusable())
	s.Press(fyne.KeyHome, fyne.KeySpace)
	for range n - 1 {
		s.Press(fyne.KeyDown, fyne.KeySpace)
	}
	ids := s.table().Selected()
	if len(ids) != n {
		s.Fatalf("%d are selected, want %d", len(ids), n)
	}
	return ids
}

func TestSearchAndFiltersNarrowTheRows(t *testing.T) {
	s := open(t, uitest.Options{})
	if n := s.table().Total(); n != demo.People {
		t.Fatalf("%d rows of %d people", n, demo.People)
	}
	s.Bind(fyne.KeyF)
	s.Write("qafar")
	if n := s.table().Total(); n == 0 || n > 5 {
		t.Errorf("a search leaves %d rows", n)
	}
	s.Press(fyne.KeyEscape)
	s.filter("Status").TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	s.Choose("Cancelled")
	cancelled := s.count(seminar.RosterFilter{Status: []seminar.Status{seminar.Cancelled}})
	if n := s.table().Total(); n != cancelled || n == 0 {
		t.Errorf("%d rows of %d cancelled", n, cancelled)
	}
	s.filter("Country").Toggle("AZ")
	s.filter("Country").Toggle("UZ")
	both := seminar.RosterFilter{Status: []seminar.Status{seminar.Cancelled}, Country: []string{"AZ", "UZ"}}
	if n := s.table().Total(); n != s.count(both) || n >= cancelled {
		t.Errorf("with two countries %d rows, want %d", n, s.count(both))
	}
	s.Tap("Clear filters")
	if n := s.table().Total(); n != demo.People {
		t.Errorf("without filters %d rows", n)
	}
	categories, err := s.Desk.Categories(context.Background(), s.Of)
	s.No(err)
	delegations, err := s.Desk.Delegations(context.Background(), s.Of)
	s.No(err)
	s.filter("Category").Toggle(string(categories[0].ID))
	s.filter("Delegation").Toggle(string(delegations[0].ID))
	want := s.count(seminar.RosterFilter{CategoryID: []seminar.ID{categories[0].ID}, DelegationID: []seminar.ID{delegations[0].ID}})
	if n := s.table().Total(); n != want {
		t.Errorf("by category and delegation %d rows, want %d", n, want)
	}
	s.Picture("attendees-filtered")
}

func TestArrivedAndNotArrivedExcludeEachOther(t *testing.T) {
	s := open(t, uitest.Options{})
	s.chip("Arrived").Tapped(nil)
	came := s.table().Total()
	s.chip("Not arrived").Tapped(nil)
	if missing := s.table().Total(); came+missing != demo.People || s.chip("Arrived").Selected {
		t.Errorf("%d came, %d did not, of %d; the first chip is on: %v", came, missing, demo.People, s.chip("Arrived").Selected)
	}
}

func TestEveryColumnSortsByTheKeyboard(t *testing.T) {
	s := open(t, uitest.Options{})
	table := s.table()
	s.Window.Canvas().Focus(table.Focusable())
	s.Press(fyne.KeyHome, fyne.KeyUp) // to the titles
	for i, c := range table.Columns {
		if i > 0 {
			s.Press(fyne.KeyRight)
		}
		s.Press(fyne.KeyReturn)
		up := c.ID != string(seminar.ByFamilyName) // the first is sorted by already: it turns around
		if table.SortBy != c.ID || table.Descending == up {
			t.Errorf("sorted by %s, descending %v, want %s", table.SortBy, table.Descending, c.ID)
		}
	}
	s.Press(fyne.KeyReturn, fyne.KeyDown, fyne.KeyHome) // the latest arrival first
	list, err := s.Desk.FindList(context.Background(), s.Of, "")
	s.No(err)
	rows, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, ListID: list.ID, Order: "-" + seminar.ByArrived})
	s.No(err)
	if table.Current() != string(rows[0].AttendeeID) || !rows[0].Presence.Arrived {
		t.Errorf("the first row is %s, want %s", table.Current(), rows[0].Name())
	}
	for i := 1; i < len(rows) && rows[i].Presence.Arrived; i++ {
		if rows[i].Presence.First.After(rows[i-1].Presence.First) {
			t.Fatalf("row %d came after row %d", i, i-1)
		}
	}
}

func TestSeveralAreChangedAtOnceAndBack(t *testing.T) {
	for name, one := range map[string]struct {
		do    func(s *stage)
		holds func(seminar.RosterRow) bool
	}{
		"cancelled": {func(s *stage) { s.Tap("Cancel registration") }, func(r seminar.RosterRow) bool { return r.Status == seminar.Cancelled }},
		"category": {func(s *stage) { s.Tap("Set category…"); s.Choose("Guest") },
			func(r seminar.RosterRow) bool {
				return r.CategoryID == demo.ID("cooperation-2025", "category", "guest")
			}},
		"a category without a place": {func(s *stage) {
			s.Tap("Set category…")
			s.Choose("Press")
			s.Press(fyne.KeyReturn) // without a reason it is asked for again
			s.Write("they write the report")
			s.Press(fyne.KeyReturn)
		}, func(r seminar.RosterRow) bool {
			return r.CategoryID == demo.ID("cooperation-2025", "category", "press")
		}},
		"delegation": {func(s *stage) { s.Tap("Set delegation…"); s.Choose("Kazakhstan") },
			func(r seminar.RosterRow) bool {
				return r.DelegationID == demo.ID("cooperation-2025", "delegation", "kz")
			}},
		"blocked": {func(s *stage) {
			s.Tap("More")
			s.Choose("Block")
			s.Write("ask the supervisor")
			s.Press(fyne.KeyReturn)
		}, func(r seminar.RosterRow) bool { return r.Blocked }},
	} {
		s := open(t, uitest.Options{})
		ids := s.first(3)
		before := s.rows(ids)
		s.Picture("attendees-selected")
		one.do(s)
		for _, r := range s.rows(ids) {
			if !one.holds(r) {
				t.Errorf("%s: %s is %+v", name, r.Name(), r)
			}
		}
		if len(s.Done) == 0 || len(s.table().Selected()) != 0 {
			t.Errorf("%s: told %q, still selected: %d", name, s.Done, len(s.table().Selected()))
		}
		s.Undo()
		for i, r := range s.rows(ids) {
			if r.Status != before[i].Status || r.CategoryID != before[i].CategoryID || r.DelegationID != before[i].DelegationID || r.Blocked {
				t.Errorf("%s: after the undo %+v, before %+v", name, r, before[i])
			}
		}
	}
}

func TestAllOrNobodyBySelection(t *testing.T) {
	s := open(t, uitest.Options{})
	s.filter("Country").Toggle("AZ")
	s.Bind(fyne.KeyA)
	want := s.count(seminar.RosterFilter{Country: []string{"AZ"}})
	if n := len(s.table().Selected()); n != want || n == demo.People {
		t.Fatalf("%d are selected, %d are shown", n, want)
	}
	s.filter("Country").Toggle("")
	if n := len(s.table().Selected()); n != 0 {
		t.Errorf("%d are still selected after the filter changed", n)
	}
	s.first(2)
	s.Press(fyne.KeyEscape)
	if n := len(s.table().Selected()); n != 0 {
		t.Errorf("Escape leaves %d selected", n)
	}
}

func TestLaterRowsAreThoseOfTheWholeTable(t *testing.T) {
	s := open(t, uitest.Options{})
	list, err := s.Desk.FindList(context.Background(), s.Of, "")
	s.No(err)
	for _, c := range s.table().Columns {
		for _, sign := range []seminar.RosterOrder{"", "-"} {
			f := seminar.RosterFilter{SeminarID: s.Of, ListID: list.ID, Order: sign + seminar.RosterOrder(c.ID), Status: []seminar.Status{seminar.Confirmed}}
			all, err := s.Desk.Roster(context.Background(), f)
			s.No(err)
			f.Offset, f.Limit = 70, 20
			some, err := s.Desk.Roster(context.Background(), f)
			s.No(err)
			if !reflect.DeepEqual(some, all[70:90]) {
				t.Errorf("by %s the rows from the 70th on are others", f.Order)
			}
		}
	}
}

func TestShiftSelectsARange(t *testing.T) {
	s := open(t, uitest.Options{})
	body := s.table().Focusable()
	s.Window.Canvas().Focus(body)
	s.Press(fyne.KeyHome, fyne.KeyDown)
	shift := &fyne.KeyEvent{Name: desktop.KeyShiftLeft}
	body.(desktop.Keyable).KeyDown(shift)
	s.Press(fyne.KeyDown, fyne.KeyDown)
	if n := len(s.table().Selected()); n != 3 {
		t.Errorf("Shift and two rows down select %d", n)
	}
	s.Press(fyne.KeyUp)
	if n := len(s.table().Selected()); n != 2 {
		t.Errorf("and one up again %d", n)
	}
	body.(desktop.Keyable).KeyUp(shift)
	s.Press(fyne.KeyUp, fyne.KeySpace)
	if n := len(s.table().Selected()); n != 1 {
		t.Errorf("Space on a row that is selected leaves %d", n)
	}
}

func TestASelectionDoesNotSurviveItsSeminar(t *testing.T) {
	s := open(t, uitest.Options{})
	s.first(1)
	s.Env.SetSeminar(demo.ID("heritage-2025"))
	for _, b := range uitest.Find[*widgets.Button](s.Stand) {
		if b.Text == "Cancel registration" {
			t.Error("the bar still changes people of the seminar before")
		}
	}
}

func TestAnExportHoldsWhatIsShownAndComesBack(t *testing.T) {
	for _, language := range []string{"en", "az"} {
		for _, name := range []string{"people.xlsx", "people.csv"} {
			s := open(t, uitest.Options{Language: language})
			s.filter(s.Env.Lang.T("attendees.column.country")).Toggle("UZ")
			s.SaveTo = filepath.Join(t.TempDir(), name)
			s.Bind(fyne.KeyS)
			want := s.count(seminar.RosterFilter{Country: []string{"UZ"}})
			if told := s.Env.Lang.N("attendees.exported", want); !slices.Contains(s.Done, told) {
				t.Errorf("told %q, want %q", s.Done, told)
			}
			f, err := os.Open(s.Saved)
			s.No(err)
			table, err := transfer.Read(f, name, transfer.Options{})
			f.Close()
			s.No(err)
			mapping, err := transfer.Recognise(table)
			s.No(err)
			people := transfer.People(table, mapping)
			if len(people.People)+len(people.Skipped) != want {
				t.Errorf("%s, %s: %d people in the file, %d left out, %d were shown", language, name, len(people.People), len(people.Skipped), want)
			}
			for _, p := range people.People {
				if p.Attendee.Country != "UZ" || p.Attendee.GivenName == "" || p.Status == "" || p.Category == "" {
					t.Errorf("%s, %s: came back as %+v", language, name, p)
				}
			}
		}
	}
}

func TestAnExportOfASelection(t *testing.T) {
	s := open(t, uitest.Options{})
	s.first(2)
	s.SaveTo = filepath.Join(t.TempDir(), "two.csv")
	s.Bind(fyne.KeyS)
	data, err := os.ReadFile(s.Saved)
	s.No(err)
	if lines := strings.Count(string(data), "\r\n"); lines != 3 {
		t.Errorf("%d lines for a head and two people", lines)
	}
}

func TestBadgesOfASelectionArePrintedOnceAndBack(t *testing.T) {
	s := open(t, uitest.Options{})
	ids := s.first(2)
	before := s.rows(ids)
	s.Bind(fyne.KeyP)
	if data, err := os.ReadFile(s.Saved); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Fatalf("the badges are %d bytes, %v", len(data), err)
	}
	for i, r := range s.rows(ids) {
		if r.Prints != before[i].Prints+1 {
			t.Errorf("%s was printed %d times, before %d", r.Name(), r.Prints, before[i].Prints)
		}
	}
	s.Undo()
	for i, r := range s.rows(ids) {
		if r.Prints != before[i].Prints {
			t.Errorf("after the undo %s was printed %d times", r.Name(), r.Prints)
		}
	}
}

func TestALetterThatNoFontHasIsSaidBeforeBadgesAreSaved(t *testing.T) {
	s := open(t, uitest.Options{})
	who := uitest.Unprintable(t, s.Desk, s.Of)
	found, err := s.Desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: s.Of, Search: "Wei Li", Limit: 1})
	s.No(err)
	s.Bind(fyne.KeyF)
	s.Write("Wei Li")
	s.Press(fyne.KeyReturn)
	s.first(1)
	s.Bind(fyne.KeyP)
	if s.Side == nil || s.Saved != "" || !s.Mentions(who) || !s.Mentions("U+10FFFD") {
		t.Fatalf("no warning before saving: panel %v, saved %q", s.Side, s.Saved)
	}
	s.Picture("attendees-warning")
	s.Press(fyne.KeyReturn) // the button that goes on has the focus
	after, err := s.Desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: s.Of, Search: "Wei Li", Limit: 1})
	s.No(err)
	if s.Saved == "" || s.Side != nil || after[0].Prints != found[0].Prints+1 {
		t.Errorf("saved %q, panel %v, printed %d times", s.Saved, s.Side, after[0].Prints)
	}
}

func TestWithoutASeminarThePageLeadsToTheProgramme(t *testing.T) {
	s := open(t, uitest.Options{Language: "en", Empty: true})
	if s.Tap("Go to the programme"); s.Opened != page.Programme {
		t.Errorf("opened %q", s.Opened)
	}
}
