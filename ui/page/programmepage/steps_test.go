package programmepage_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
)

func TestAKeyPressedTwiceWhileTheDiskIsSlowActsTwice(t *testing.T) {
	s := open(t, uitest.Options{})
	first := s.delegations()[0]
	one, _, err := s.Desk.SaveInitiative(context.Background(), seminar.Initiative{SeminarID: s.Of, Title: "A shared catalogue"})
	s.No(err)
	twice := func(key fyne.KeyName) {
		s.Hold = true
		s.Bind(key)
		s.Bind(key)
		s.Hold = false
		s.Release()
	}
	withdrawn := 0
	s.Env.Undone = func(desk.Action) { withdrawn++ }
	s.turnTo("Delegations")
	twice(fyne.KeyDown)
	if s.delegations()[2].ID != first.ID {
		t.Error("the delegation is not two places down")
	}
	s.turnTo("Initiatives")
	s.Press(fyne.KeyEnd)
	twice(fyne.KeyU)
	for _, now := range s.initiatives() {
		if now.ID == one.ID && now.Status != seminar.Adopted {
			t.Errorf("it is %s", now.Status)
		}
	}
	if withdrawn != 2 {
		t.Errorf("%d messages were taken back: of two changes in a row of one thing the last alone is said", withdrawn)
	}
}
