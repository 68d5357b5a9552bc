package deskpage_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func (s *stand) givenName() string {
	s.Helper()
	f, err := s.Desk.Person(context.Background(), s.Of, s.someone(false).AttendeeID)
	s.No(err)
	return f.Attendee.GivenName
}

func TestAPersonIsEditedWithoutLeavingTheDesk(t *testing.T) {
	s := berlin(t, "Early")
	s.Write("Lale Early")
	s.Bind(fyne.KeyI)
	s.Picture("edit")
	s.Write("Nur")
	s.Tap("Save  Ctrl+⏎")
	if s.Side != nil || s.Opened != "" {
		t.Fatalf("the panel is open or the desk was left for %q; failures %v", s.Opened, s.Failed)
	}
	if name := s.givenName(); !strings.Contains(name, "Nur") || !s.Mentions(name+" Early") {
		t.Errorf("the card does not show %q", name)
	}
	s.Press(fyne.KeyReturn) // and the person is checked in with the same card
	if s.arrived() != "1" {
		t.Errorf("%s arrived", s.arrived())
	}
}

func TestWhatIsLeftHalfWrittenOfAPersonComesBack(t *testing.T) {
	s := berlin(t, "Early")
	s.Write("Lale Early")
	s.Bind(fyne.KeyI)
	s.Write("Nur")
	s.Press(fyne.KeyEscape)
	if name := s.givenName(); name != "Lale" || s.Side != nil {
		t.Fatalf("saved without being asked to: %q", name)
	}
	s.Bind(fyne.KeyI)
	s.Tap("Save  Ctrl+⏎")
	if name := s.givenName(); !strings.Contains(name, "Nur") {
		t.Errorf("what was written is lost: %q", name)
	}
}
