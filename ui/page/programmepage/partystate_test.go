package programmepage_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func TestNamesBeginAtOneEdgeWithAFlagAndWithout(t *testing.T) {
	s := open(t, uitest.Options{})
	_, _, err := s.Desk.SaveDelegation(context.Background(), seminar.Delegation{SeminarID: s.Of, Name: "ICESCO"})
	s.No(err)
	s.turnTo("Delegations")
	at := map[float32]bool{}
	for _, v := range s.delegations() {
		for _, text := range uitest.Find[*widgets.Text](s.Stand) {
			if text.Text == v.Name {
				at[fyne.CurrentApp().Driver().AbsolutePositionForObject(text).X] = true
			}
		}
	}
	if len(at) != 1 {
		t.Errorf("they begin at %v", at)
	}
}

func TestAHeadWhoCannotComeIsSaid(t *testing.T) {
	s := open(t, uitest.Options{})
	ctx := context.Background()
	v := s.delegations()[0]
	who := s.members(v)[1]
	v.HeadID = who.AttendeeID
	_, _, err := s.Desk.SaveDelegation(ctx, v)
	s.No(err)
	_, err = s.Desk.ChangeAll(ctx, s.Of, []seminar.ID{who.AttendeeID}, func(r *seminar.Registration) { r.Status = seminar.Cancelled })
	s.No(err)
	s.turnTo("Delegations")
	if pills := uitest.Find[*widgets.StatusPill](s.Stand); len(pills) != 1 || pills[0].Word != "Head cancelled" {
		t.Errorf("%d pills", len(pills))
	}
	_, err = s.Desk.ChangeAll(ctx, s.Of, []seminar.ID{who.AttendeeID}, func(r *seminar.Registration) {
		r.Status, r.DelegationID = seminar.Confirmed, s.delegations()[1].ID
	})
	s.No(err)
	s.Changed()
	if pills := uitest.Find[*widgets.StatusPill](s.Stand); len(pills) != 1 || pills[0].Word != "Head in another delegation" {
		t.Errorf("%d pills", len(pills))
	}
}

func TestADelegationThatIsRemovedLeavesItsPeopleInNone(t *testing.T) {
	s := open(t, uitest.Options{})
	v := s.delegations()[0]
	n := s.size(v).Registered
	s.turnTo("Delegations")
	s.Bind(fyne.KeyDelete)
	if last := s.Done[len(s.Done)-1]; !strings.Contains(last, s.Lang.N("programme.delegation.left", n)) {
		t.Errorf("said %q", last)
	}
	s.Undo()
	if now := s.delegations()[0]; now.ID != v.ID || s.size(now).Registered != n {
		t.Error("undo does not bring it back with its people")
	}
}

func TestWhoIsHeldIsLeftOutAndThatIsSaid(t *testing.T) {
	s := open(t, uitest.Options{})
	ctx := context.Background()
	v := s.delegations()[0]
	var away []seminar.RosterRow
	for _, r := range s.members(v) {
		if !r.Presence.Arrived && r.Status == seminar.Confirmed {
			away = append(away, r)
		}
	}
	_, err := s.Desk.ChangeAll(ctx, s.Of, []seminar.ID{away[0].AttendeeID}, func(r *seminar.Registration) { r.Status = seminar.Pending })
	s.No(err)
	s.turnTo("Delegations")
	s.ctrl(fyne.KeyReturn)
	if last := s.Done[len(s.Done)-1]; !strings.Contains(last, " not to be let in") {
		t.Errorf("said %q", last)
	}
	for _, r := range s.members(v) {
		if r.AttendeeID == away[0].AttendeeID && r.Presence.Arrived {
			t.Error("who was left out arrived")
		}
	}
}
