package deskpage_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// full leaves no place in the seminar.
func (s *stand) full() {
	s.Helper()
	event := s.Seminar()
	n, err := s.Desk.Count(context.Background(), seminar.RosterFilter{SeminarID: s.Of, Status: []seminar.Status{seminar.Confirmed}})
	s.No(err)
	event.Capacity, event.WaitingList = n, true
	_, err = s.Desk.SaveSeminar(context.Background(), event)
	s.No(err)
	s.Changed()
}

// send presses Ctrl+Enter in the form.
func (s *stand) send() {
	s.Helper()
	s.Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
}

// inView fails unless what has the focus is seen in the scrolling form.
func (s *stand) inView() {
	s.Helper()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject
	scroll := uitest.Within[*container.Scroll](s.Side)[0]
	control := s.Focused().(fyne.CanvasObject)
	top, bottom := at(control).Y-at(scroll).Y, at(control).Y-at(scroll).Y+control.Size().Height
	if top < 0 || bottom > scroll.Size().Height {
		s.Errorf("what has the focus is at %g to %g of %g", top, bottom, scroll.Size().Height)
	}
}

func (s *stand) found(name string) desk.Form {
	s.Helper()
	rows, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, Search: name})
	s.No(err)
	if len(rows) == 0 || rows[0].FamilyName != name {
		s.Fatalf("%s is not registered: %d found; failures %v", name, len(rows), s.Failed)
	}
	f, err := s.Desk.Person(context.Background(), s.Of, rows[0].AttendeeID)
	s.No(err)
	return f
}

func TestAWalkInWithoutAPlaceIsToldBeforeItIsSaved(t *testing.T) {
	s := open(t, uitest.Options{})
	waiting, err := s.Desk.Waiting(context.Background(), s.Of)
	s.No(err)
	s.Bind(fyne.KeyN)
	if s.Mentions("No place left") {
		t.Error("there is no place left in a seminar without a quota")
	}
	s.Press(fyne.KeyEscape)
	s.full()
	s.Bind(fyne.KeyN)
	s.Write("Ayan")
	s.Press(fyne.KeyReturn)
	s.Write("Zzyzx")
	said := s.Lang.T("form.full.waits", "n", s.Lang.Number(len(waiting)+1))
	if !s.Mentions("No place left in the seminar") || !s.Mentions(said) || s.Button("Put on the waiting list") == nil {
		t.Fatalf("the form does not say %q", said)
	}
	s.Picture("walkin-full")
	s.Press(fyne.KeyF4)
	s.send()
	if f := s.Field("Why beyond the quota"); s.Side == nil || f.Error == "" || any(s.Focused()) != any(f.Control) {
		t.Fatal("a place beyond the quota was given without a reason")
	}
	if s.Button("Register and check in") == nil {
		t.Error("the button still puts people on the waiting list")
	}
	s.Write("The minister’s interpreter")
	s.Picture("walkin-beyond")
	s.inView()
	s.Press(fyne.KeyReturn)
	if f := s.found("Zzyzx"); f.Registration.Status != seminar.Confirmed || f.Registration.OverWhy != "The minister’s interpreter" {
		t.Errorf("%s, because %q", f.Registration.Status, f.Registration.OverWhy)
	}
	if a := s.answer(); a.Kind != widgets.KindAccepted {
		t.Errorf("answered %+v", a)
	}

	s.Bind(fyne.KeyN)
	s.Write("Bela")
	s.Press(fyne.KeyReturn)
	s.Write("Zzyzxova")
	s.Press(fyne.KeyF4) // and back
	s.Press(fyne.KeyF4)
	s.send()
	if f := s.found("Zzyzxova"); f.Registration.Status != seminar.Waitlisted || f.Registration.OverWhy != "" {
		t.Errorf("%s, because %q", f.Registration.Status, f.Registration.OverWhy)
	}
	if a := s.answer(); !strings.Contains(a.Hint, s.Lang.T("attendees.standing.waits", "n", s.Lang.Number(len(waiting)+1))) || strings.Contains(a.Hint, "Badge") {
		t.Errorf("who waits is told %q", a.Hint)
	}
}

func TestAPlaceBeyondTheQuotaAsksForSomebodyWhoMay(t *testing.T) {
	s := open(t, uitest.Options{})
	s.full()
	s.staff()
	s.Bind(fyne.KeyN)
	s.Write("Ayan Zzyzx")
	s.Press(fyne.KeyF4)
	s.Write("A guest of the minister")
	s.send()
	if len(s.Asked) != 1 || s.Side == nil {
		t.Fatalf("asked for %v, failures %v", s.Asked, s.Failed)
	}
	var err error
	s.Granted, err = s.Desk.SignIn(context.Background(), s.supervisor(), "2222")
	s.No(err)
	s.send()
	if s.Side != nil || s.answer().Kind != widgets.KindAccepted {
		t.Errorf("answered %+v; failures %v", s.answer(), s.Failed)
	}
}

func TestAWalkInDoesNotWaitForAnswersThatCanFollow(t *testing.T) {
	s := open(t, uitest.Options{})
	_, _, err := s.Desk.SaveQuestion(context.Background(), seminar.Question{SeminarID: s.Of, Text: "Which hotel?", Required: true})
	s.No(err)
	s.Changed()
	s.Bind(fyne.KeyN)
	s.Press(fyne.KeyF6) // nothing is missing yet
	s.Write("Ayan")
	s.Press(fyne.KeyReturn)
	s.Write("Zzyzx")
	s.send()
	if s.Side == nil || !s.Mentions(s.Lang.T("form.later.key")) {
		t.Fatal("the form does not say how to go on without the answer")
	}
	s.Picture("walkin-later")
	s.inView()
	s.Press(fyne.KeyF6)
	if f := s.found("Zzyzx"); f.Registration.Status != seminar.Confirmed || len(f.Registration.Answers) != 0 {
		t.Errorf("%+v", f.Registration)
	}
	if a := s.answer(); a.Kind != widgets.KindAccepted || !strings.Contains(a.Hint, s.Lang.N("desk.walkin.missing", 1)) {
		t.Errorf("answered %+v", a)
	}
}
