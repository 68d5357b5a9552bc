package programmepage_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// made chooses what a new seminar is made of, by its place in the list.
func (s *stage) made(i int) {
	s.Helper()
	uitest.Within[*widgets.Select](s.Field("Made of"))[0].SetSelectedIndex(i)
}

// newest is the seminar of a title.
func (s *stage) newest(title string) seminar.Seminar {
	s.Helper()
	all, err := s.Desk.Seminars(context.Background())
	s.No(err)
	for _, v := range all {
		if v.Title("en") == title {
			return v
		}
	}
	s.Fatalf("no seminar %q", title)
	return seminar.Seminar{}
}

func TestANewSeminarIsMadeOfTheOneInFront(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Bind(fyne.KeyM)
	s.made(1)
	s.Fill("Title", "Second seminar")
	s.Fill("First day", "10.01.2026")
	s.Fill("Last day", "10.01.2026")
	s.Tap("Save")
	v := s.newest("Second seminar")
	sessions, err := s.Desk.Sessions(context.Background(), v.ID)
	s.No(err)
	if want := s.sessions(); len(sessions) == 0 || len(sessions) != len(want) || v.Start != "2026-01-10" {
		t.Errorf("%d sessions on %s, want %d", len(sessions), v.Start, len(want))
	}
	if n, _ := s.Desk.Count(context.Background(), seminar.RosterFilter{SeminarID: v.ID}); n != 0 {
		t.Errorf("%d people came over", n)
	}
}

func TestANewSeminarIsMadeOfATemplate(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Bind(fyne.KeyM)
	s.made(3) // two days
	if s.Entry("Last day").Text == s.Entry("First day").Text {
		t.Error("the conference has one day")
	}
	s.Fill("Title", "Conference")
	s.Tap("Save")
	if categories, _ := s.Desk.Categories(context.Background(), s.newest("Conference").ID); len(categories) != 6 {
		t.Errorf("%d categories", len(categories))
	}
}

func TestASeminarIsSavedAsATemplateAndOpenedAgain(t *testing.T) {
	s := open(t, uitest.Options{})
	s.SaveTo = filepath.Join(t.TempDir(), "a.lanyard-seminar")
	s.Bind(fyne.KeyE)
	s.Tap("Save as template")
	if _, err := os.Stat(s.Saved); err != nil {
		t.Fatal(err)
	}
	s.File = s.Saved
	s.Bind(fyne.KeyM)
	s.made(5)
	s.Fill("Title", "Of a file")
	s.Tap("Save")
	sessions, err := s.Desk.Sessions(context.Background(), s.newest("Of a file").ID)
	s.No(err)
	if len(sessions) != len(s.sessions()) {
		t.Errorf("%d sessions", len(sessions))
	}
}

func TestASeminarHasPlacesAndASeries(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Unlimited()
	s.Bind(fyne.KeyE)
	s.Fill("Places", "some")
	s.Tap("Save")
	if s.Seminar().Capacity != 0 || s.Side == nil {
		t.Error("places that are no number were saved")
	}
	s.Fill("Places", "120")
	s.check("Who finds no place waits, and moves up by themselves")
	s.Fill("Series", "Winter schools")
	s.Tap("Save")
	v := s.Seminar()
	if v.Capacity != 120 || !v.WaitingList {
		t.Errorf("places %d, waiting list %v", v.Capacity, v.WaitingList)
	}
	all, err := s.Desk.AllSeries(context.Background())
	s.No(err)
	named := ""
	for _, one := range all {
		if one.ID == v.SeriesID {
			named = one.Title
		}
	}
	if named != "Winter schools" {
		t.Errorf("the series is %q", named)
	}
	s.Bind(fyne.KeyI)
	if !s.Mentions("Winter schools") || !s.Mentions("had come before") {
		t.Error("the figures of the series are not shown")
	}
}

func TestACategoryHasAQuota(t *testing.T) {
	s := open(t, uitest.Options{})
	s.turnTo("Categories")
	s.Bind(fyne.KeyReturn)
	name := s.Entry("Name").Text
	s.Fill("Places", "1")
	s.Tap("Save")
	categories, err := s.Desk.Categories(context.Background(), s.Of)
	s.No(err)
	for _, c := range categories {
		if c.Name == name && c.Quota != 1 {
			t.Errorf("%s has %d places", name, c.Quota)
		}
	}
	s.Changed()
	if !s.Mentions("of 1 places") {
		t.Error("the row does not say how many places are taken")
	}
}
