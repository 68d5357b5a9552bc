package attendeespage_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func TestAPersonsPrivacyIsOneKeyAway(t *testing.T) {
	s := open(t, uitest.Options{})
	row := s.rows(nil)[0]
	s.page.Open(row.AttendeeID)
	s.Bind(fyne.KeyU)
	s.Picture("privacy")
	if !s.Says("Nobody has asked yet.") {
		t.Fatal("it does not say where the consent stands")
	}
	s.Select("given")
	s.Tap("Record")
	f, err := s.Desk.Person(t.Context(), s.Of, row.AttendeeID)
	s.No(err)
	if c := f.Attendee.Consent; c.State != seminar.ConsentGiven || c.By != "Günel" || c.Where != seminar.ConsentAtDesk || c.At == "" || !strings.Contains(c.Wording, "I agree") || c.Language != "en" {
		t.Errorf("recorded: %+v", c)
	}
	s.page.Open(row.AttendeeID)
	s.Bind(fyne.KeyU)
	s.Tap("Save all that is kept…")
	data, err := os.ReadFile(s.Saved)
	s.No(err)
	if !strings.HasPrefix(string(data), "%PDF") {
		t.Errorf("%q was written", s.Saved)
	}
}

func TestAConsentIsShownWithItsWordsAndWithdrawnWithOneKey(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Unasked()
	row := s.rows(nil)[0]
	q, _, err := s.Desk.SaveQuestion(t.Context(), seminar.Question{SeminarID: s.Of, Text: "Share my contact", Type: seminar.TypeConsent,
		Help: "My contact may be shared with the participants."})
	s.No(err)
	_, err = s.Desk.RecordConsent(t.Context(), s.Of, row.AttendeeID, q.ID, seminar.Agreed{State: seminar.ConsentGiven, Where: seminar.ConsentOnPaper})
	s.No(err)
	s.page.Open(row.AttendeeID)
	s.Bind(fyne.KeyU)
	s.Picture("consents")
	if !s.Says("“My contact may be shared with the participants.” · " + seminar.WordingID(q.Help)) {
		t.Error("the words are not shown")
	}
	s.Tap("Withdraw")
	all, err := s.Desk.Consents(t.Context(), s.Of, row.AttendeeID)
	s.No(err)
	if said := all[len(all)-1].Agreed; said.State != seminar.ConsentWithdrawn || said.Before == "" || said.By != "Günel" || said.Wording != q.Help {
		t.Errorf("%+v", said)
	}
	s.page.Open(row.AttendeeID)
	s.Bind(fyne.KeyU)
	s.Picture("withdrawn")
}

func TestAPersonIsAnonymisedOnceTheWordIsTyped(t *testing.T) {
	s := open(t, uitest.Options{Evening: true})
	row := s.rows(nil)[0]
	_, err := s.Store.Snapshot(t.Context(), "by hand")
	s.No(err)
	s.page.Open(row.AttendeeID)
	s.Bind(fyne.KeyU)
	s.Tap("Anonymise…")
	s.Picture("anonymise")
	if !s.Button("Anonymise for good").Disabled() {
		t.Fatal("one press would do it")
	}
	s.Write("yes")
	s.Press(fyne.KeyReturn)
	if f, err := s.Desk.Person(t.Context(), s.Of, row.AttendeeID); err != nil || f.Attendee.Anonymised != "" {
		t.Fatalf("any word does: %+v, %v", f.Attendee, err)
	}
	s.Fill("To go on, type “anonymise”", "anonymise")
	s.Press(fyne.KeyReturn)
	f, err := s.Desk.Person(t.Context(), s.Of, row.AttendeeID)
	s.No(err)
	if f.Attendee.Anonymised == "" || f.Attendee.Name() == row.Name() {
		t.Fatalf("%+v", f.Attendee)
	}
	s.Picture("anonymised")
	if copies := uitest.Find[*widgets.Button](s.Stand); !slices.ContainsFunc(copies, func(b *widgets.Button) bool { return b.Text == "Delete 1 file" }) || !s.Mentions("papers that were printed") {
		t.Error("it does not say where they may still be")
	}
	s.Tap("Delete 1 file")
	if left, err := s.Store.Snapshots(t.Context()); err != nil || len(left) > 0 {
		t.Errorf("%+v, %v", left, err)
	}
	s.page.Open(row.AttendeeID)
	s.Picture("nameless")
	if !s.Mentions("is registered anew") {
		t.Error("the form does not say that nobody is behind it")
	}
}
