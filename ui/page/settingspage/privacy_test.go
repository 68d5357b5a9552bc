package settingspage_test

import (
	"bytes"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page/settingspage"
	"lanyard/ui/uitest"
)

func TestTheDayAfterWhichPeopleGoIsKeptAndRemindedOf(t *testing.T) {
	s, p := uitest.Open(t, uitest.Options{}, settingspage.New)
	s.Fill("Anonymise after", "the end of the year")
	s.Press(fyne.KeyReturn)
	if s.Field("Anonymise after").Error == "" || s.Seminar().EraseAfter != "" {
		t.Errorf("kept %q", s.Seminar().EraseAfter)
	}
	s.Fill("Anonymise after", "2025-12-31")
	s.Press(fyne.KeyReturn)
	if s.Seminar().EraseAfter != "2025-12-31" || s.Mentions("It is past") {
		t.Errorf("kept %q; reminded: %v", s.Seminar().EraseAfter, s.Mentions("It is past"))
	}
	s.Now = time.Date(2026, 1, 1, 8, 0, 0, 0, time.UTC)
	p.Show()
	if !s.Mentions("It is past") {
		t.Error("nobody is reminded")
	}
	s.Picture("settings-due")
	rows, err := s.Desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: s.Of})
	s.No(err)
	s.Tap("Seminars that ended before…")
	s.Write("2026-01-01")
	s.Press(fyne.KeyReturn)
	s.Picture("settings-anonymise")
	s.Write("anonymise")
	s.Press(fyne.KeyReturn)
	person, err := s.Desk.Person(t.Context(), s.Of, rows[0].AttendeeID)
	s.No(err)
	if person.Attendee.Anonymised == "" || s.Mentions("It is past") {
		t.Errorf("%+v; still reminded: %v", person.Attendee, s.Mentions("It is past"))
	}
	again, err := s.Desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: s.Of})
	s.No(err)
	if len(again) != len(rows) {
		t.Errorf("%d people of %d", len(again), len(rows))
	}
}

func TestWhoeverIsDueIsAnonymisedFromTheNoticeWhicheverSeminarIsInFront(t *testing.T) {
	s, p := uitest.Open(t, uitest.Options{}, settingspage.New)
	past, _, err := s.Desk.AddSeminar(t.Context(), seminar.Seminar{Titles: map[string]string{"en": "Long ago"}, Start: "2020-01-01", End: "2020-01-02", Zone: "Asia/Baku"})
	s.No(err)
	who, err := s.Desk.Register(t.Context(), desk.Form{Attendee: seminar.Attendee{GivenName: "Leyla"}, Registration: seminar.Registration{SeminarID: past.ID}})
	s.No(err)
	if _, err := s.Desk.SetEraseAfter(t.Context(), past.ID, "2020-01-01"); seminar.CodeOf(err) != desk.CodeEraseEarly {
		t.Errorf("before it is over: %v", err)
	}
	_, err = s.Desk.SetEraseAfter(t.Context(), past.ID, "2021-01-01")
	s.No(err)
	p.Show()
	s.Tap("Anonymise…")
	s.Write("anonymise")
	s.Press(fyne.KeyReturn)
	person, err := s.Desk.Person(t.Context(), past.ID, who.Row.AttendeeID)
	s.No(err)
	rows, err := s.Desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: s.Of})
	s.No(err)
	front, err := s.Desk.Person(t.Context(), s.Of, rows[0].AttendeeID)
	s.No(err)
	if person.Attendee.Anonymised == "" || front.Attendee.Anonymised != "" || s.Mentions("It is past") {
		t.Errorf("%+v; in front: %+v", person.Attendee, front.Attendee)
	}
}

func TestABackupIsSavedAndRestored(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Tap("Save a backup…")
	data, err := os.ReadFile(s.Saved)
	s.No(err)
	if !bytes.HasPrefix(data, []byte("SQLite format 3")) {
		t.Fatalf("%s is no workspace", s.Saved)
	}
	s.File = s.Saved
	s.Tap("Restore a backup…")
	s.Press(fyne.KeyReturn) // the button that has the focus gives it up
	if s.Restored != "" {
		t.Fatal("it was restored unasked")
	}
	s.Tap("Restore a backup…")
	s.Tap("Restore")
	if s.Restored != s.Saved {
		t.Errorf("%q was restored", s.Restored)
	}
}
