package deskpage_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
)

// TestWhoIsRegisteredAlreadyIsToldWhileAWalkInIsWritten writes somebody of the sample otherwise, and opens them instead.
func TestWhoIsRegisteredAlreadyIsToldWhileAWalkInIsWritten(t *testing.T) {
	s := open(t, uitest.Options{})
	before, err := s.Desk.Count(t.Context(), seminar.RosterFilter{SeminarID: s.Of})
	s.No(err)
	s.Bind(fyne.KeyN)
	s.Write("Ali")
	s.Press(fyne.KeyReturn)
	s.Write("Aliyev")
	said := s.Lang.T("form.likely.who", "name", "Əli Əliyev", "organisation", "ADA Universiteti")
	if !s.Mentions(said) {
		t.Fatalf("nobody says that %s is registered", said)
	}
	s.Picture("likely")
	s.Press(fyne.KeyF2)
	if !s.Mentions("Əli Əliyev") || s.Side != nil {
		t.Errorf("F2 opens nobody; the panel is %v", s.Side)
	}
	after, err := s.Desk.Count(t.Context(), seminar.RosterFilter{SeminarID: s.Of})
	s.No(err)
	if after != before {
		t.Errorf("%d people became %d", before, after)
	}
}

func TestAStrangerIsToldNothing(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Bind(fyne.KeyN)
	s.Write("Zxcv")
	s.Press(fyne.KeyReturn)
	s.Write("Qwerty")
	if s.Mentions(s.Lang.T("form.likely.key")) {
		t.Error("a stranger is taken for somebody")
	}
}
