package deskpage_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/page/deskpage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// expected are people who have not come yet.
func (s *stand) expected(n int) []seminar.RosterRow {
	s.Helper()
	no := false
	rows, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, Arrived: &no,
		ListID: s.listID(), Status: []seminar.Status{seminar.Confirmed}, Limit: n})
	s.No(err)
	if len(rows) < n {
		s.Fatalf("%d of %d people", len(rows), n)
	}
	return rows
}

// recent are the people of the last scans on the list, newest first.
func (s *stand) recent(n int) []seminar.ID {
	s.Helper()
	rows, err := s.Desk.Recent(context.Background(), s.Of, s.listID(), n)
	s.No(err)
	var ids []seminar.ID
	for _, r := range rows {
		ids = append(ids, r.AttendeeID)
	}
	return ids
}

func TestScansThatWaitAreSavedTogetherAndInOrder(t *testing.T) {
	s := open(t, uitest.Options{})
	s.page.Turn, s.Now = time.Minute, s.Now.Add(12*time.Hour)
	people, before := s.expected(2), s.arrivals()
	s.Hold = true
	s.page.Scan(people[0].Code) // on its way to the disk while the others come
	for range 9 {
		s.page.Scan(people[1].Code)
	}
	s.page.Scan(strings.Repeat("7", 33))
	save := s.Held[0]
	s.Held = nil
	save()
	if len(s.Held) == 0 {
		t.Fatal("nobody saves the scans that waited")
	}
	last := len(s.Held) - 1
	save, s.Held = s.Held[last], s.Held[:last]
	save()
	if got := s.arrivals(); got != before+2 {
		t.Errorf("%d of 2 people arrived after two turns of the worker", got-before)
	}
	if a := s.answer(); a.Kind != widgets.KindRefused {
		t.Errorf("the last answer is %+v", a)
	}
	got := s.recent(11)
	if got[0] != "" || got[1] != people[1].AttendeeID || got[9] != people[1].AttendeeID || got[10] != people[0].AttendeeID {
		t.Errorf("recorded %v", got)
	}
	s.Hold = false
	s.Release()
	s.Press(fyne.KeyEscape) // ready: the recent scans are shown
	if n := len(uitest.Find[*widgets.ResultList](s.Stand)[0].Results); n < 11 {
		t.Errorf("%d recent scans are shown", n)
	}
}

func TestAQuestionStopsTheScansBehindIt(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Now = s.Now.Add(12 * time.Hour)
	people := s.expected(3)
	_, _, err := s.Desk.SaveQuestion(context.Background(), seminar.Question{SeminarID: s.Of, Text: "Which hotel?", Type: "text", Required: true, AtDesk: true})
	s.No(err)
	s.Hold = true
	s.page.Scan(strings.Repeat("7", 33))
	s.page.Scan(people[1].Code)
	s.page.Scan(strings.Repeat("8", 33))
	s.Hold = false
	s.Release()
	if len(uitest.Find[*widgets.FormField](s.Stand)) != 1 {
		t.Fatal("the question is not asked")
	}
	before := len(s.recent(1000))
	s.Write("Hilton")
	s.Press(fyne.KeyReturn)
	if got := s.recent(1000); len(got) != before+2 || got[0] != "" || got[1] != people[1].AttendeeID {
		t.Errorf("after the answer %d scans were recorded, the last %v", len(got)-before, got[:2])
	}
	s.page.Scan(people[2].Code) // asked; then the next badge is scanned instead of an answer
	s.page.Scan(people[0].Code)
	if fields := uitest.Find[*widgets.FormField](s.Stand); len(fields) != 1 {
		t.Errorf("%d questions", len(fields))
	}
}

func TestAScanLeavesTheEntryAlone(t *testing.T) {
	s := open(t, uitest.Options{})
	people := s.expected(2)
	s.Write(people[1].FamilyName)
	s.page.Scan(people[0].Code)
	if a := s.answer(); a.Name != people[0].Name() || a.Kind != widgets.KindAccepted {
		t.Errorf("answered %+v", a)
	}
	if text := uitest.Find[*widgets.ScanEntry](s.Stand)[0].Text(); text != people[1].FamilyName {
		t.Errorf("the entry holds %q", text)
	}
	s.later[len(s.later)-1]()
	if n := len(uitest.Find[*widgets.AnswerPanel](s.Stand)); n != 0 {
		t.Error("the person who was looked for does not come back")
	}
	s.Press(fyne.KeyReturn)
	if a := s.answer(); !strings.Contains(a.Name, people[1].FamilyName) {
		t.Errorf("Enter checked in %+v", a)
	}
}

func TestScansBeforeThePageWasEverShown(t *testing.T) {
	s := &stand{Stand: uitest.New(t, uitest.Options{})}
	s.page = deskpage.New(s.Env)
	s.page.After = func(time.Duration, func()) {}
	people, before := s.expected(2), s.arrivals()
	s.Hold = true
	s.page.Scan(people[0].Code)
	s.page.Scan(people[1].Code)
	s.Hold = false
	s.Release()
	if got := s.arrivals(); got != before+2 {
		t.Errorf("%d of 2 scans were saved", got-before)
	}
	if n := len(s.Announced); n == 0 || s.Announced[n-1].Name != people[1].Name() {
		t.Errorf("the window was told %+v", s.Announced)
	}
}

func TestAnUndoKeepsItsPlaceAmongTheScans(t *testing.T) {
	s := open(t, uitest.Options{})
	people := s.expected(3)
	s.Hold = true
	s.page.Scan(people[0].Code)
	s.page.Scan(people[1].Code)
	s.Bind(fyne.KeyZ)
	s.page.Scan(people[2].Code)
	s.Hold = false
	s.Release()
	if s.undone(people[0].AttendeeID) || !s.undone(people[1].AttendeeID) || s.undone(people[2].AttendeeID) {
		t.Errorf("undone: %v %v %v", s.undone(people[0].AttendeeID), s.undone(people[1].AttendeeID), s.undone(people[2].AttendeeID))
	}
}

func TestAListThatIsMissingIsSaid(t *testing.T) {
	s := open(t, uitest.Options{Seminar: seminar.Seminar{Titles: map[string]string{"en": "Bare"}, Start: "2025-07-18", End: "2025-07-18", Zone: "Asia/Baku"}})
	list, err := s.Desk.FindList(context.Background(), s.Of, "")
	s.No(err)
	_, err = s.Desk.Remove(context.Background(), seminar.EntityList, list.ID)
	s.No(err)
	s.Changed()
	s.page.Scan(strings.Repeat("7", 33))
	if n := len(s.Announced); n == 0 || s.Announced[n-1].Kind != widgets.KindAttention {
		t.Errorf("the window was told %+v", s.Announced)
	}
}
