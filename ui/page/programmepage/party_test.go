package programmepage_test

import (
	"context"
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// ctrl presses a key with Ctrl, of those that mean something else alone.
func (s *stage) ctrl(key fyne.KeyName) {
	s.Helper()
	for _, b := range s.page.Bindings() {
		if b.Shortcut != nil && b.Shortcut.Key() == key {
			b.Do()
			return
		}
	}
	s.Fatalf("no binding for Ctrl+%s", key)
}

func (s *stage) delegations() []seminar.Delegation {
	s.Helper()
	all, err := s.Desk.Delegations(context.Background(), s.Of)
	s.No(err)
	return all
}

// size is how a delegation stands on the main entrance.
func (s *stage) size(v seminar.Delegation) desk.DelegationSize {
	s.Helper()
	n, err := s.Desk.DelegationSize(context.Background(), s.list("Main entrance"), v.ID)
	s.No(err)
	return n
}

func (s *stage) members(v seminar.Delegation) []seminar.RosterRow {
	s.Helper()
	rows, err := s.Desk.DelegationPeople(context.Background(), s.list("Main entrance"), v)
	s.No(err)
	return rows
}

func TestADelegationGoesInByOneKeyAndTheRowsFollow(t *testing.T) {
	s := open(t, uitest.Options{})
	s.turnTo("Delegations")
	v := s.delegations()[0]
	before := s.size(v)
	if before.Arrived == before.Expected {
		t.Fatalf("everybody is there already: %+v", before)
	}
	row := s.Focused()
	registered := 0
	for _, one := range s.delegations() {
		registered += s.size(one).Registered
	}
	if !s.Says(s.Lang.Number(registered)) {
		t.Errorf("it is not said that %d are registered in all", registered)
	}
	s.ctrl(fyne.KeyReturn)
	after := s.size(v)
	if after.Arrived <= before.Arrived || after.Inside <= before.Inside {
		t.Errorf("%+v after %+v", after, before)
	}
	if !s.Says(s.Lang.Number(after.Arrived)) || s.Focused() != row {
		t.Error("the row does not follow, or the cursor is lost")
	}
	s.Picture("delegations-in")
	s.Undo()
	if n := s.size(v); n != before {
		t.Errorf("after undo %+v, want %+v", n, before)
	}
	// A scan at another desk is seen without the list being made anew.
	who := slices.IndexFunc(s.members(v), func(r seminar.RosterRow) bool { return !r.Presence.Arrived && r.Status == seminar.Confirmed })
	_, err := s.Desk.Checkin(context.Background(), desk.Scan{SeminarID: s.Of, ListID: s.list("Main entrance").ID, AttendeeID: s.members(v)[who].AttendeeID})
	s.No(err)
	s.Changed()
	if n := s.size(v); !s.Says(s.Lang.Number(n.Arrived)) || s.Focused() != row {
		t.Errorf("%+v is not shown, or the cursor is lost", n)
	}
	s.Bind(fyne.KeyH)
	if s.Opened != page.Desk {
		t.Error("the head is not called up")
	}
}

func TestMembersAreTickedMovedAndMadeHead(t *testing.T) {
	s := open(t, uitest.Options{})
	s.turnTo("Delegations")
	v, other := s.delegations()[0], s.delegations()[1]
	s.Bind(fyne.KeyG)
	s.Picture("delegation-members")
	rows := s.members(v)
	list := uitest.Within[*widgets.PickList](s.Side)[0]
	if len(list.Items) != len(rows) {
		t.Fatalf("%d members, want %d", len(list.Items), len(rows))
	}
	s.Press(fyne.KeyDown)
	s.Bind(fyne.KeyH)
	if now := s.delegations()[0]; now.HeadID != rows[1].AttendeeID {
		t.Errorf("the head is %s, want %s", now.HeadID, rows[1].AttendeeID)
	}
	s.Undo()
	var ticked []string
	for _, item := range list.Items {
		if list.Ticked(item.ID) {
			ticked = append(ticked, item.ID)
		}
	}
	if len(ticked) < 2 {
		t.Fatalf("%d are ticked", len(ticked))
	}
	for list.Items[list.Cursor].ID != ticked[0] {
		s.Press(fyne.KeyUp)
	}
	s.Press(fyne.KeySpace)
	at, before := list.Cursor, s.size(v).Arrived
	s.ctrl(fyne.KeyReturn)
	if was, now := rows[at].Presence.Entries, s.members(v)[at].Presence.Entries; now != was || s.size(v).Arrived == before {
		t.Errorf("who was not ticked has %d entries after %d; %d arrived", now, was, s.size(v).Arrived)
	}
	s.Env.Panel(nil, nil)
	s.Bind(fyne.KeyG)
	for _, e := range uitest.Within[*widgets.Entry](s.Side) {
		s.Window.Canvas().Focus(e)
	}
	join := s.members(other)[1]
	s.Write(join.FamilyName)
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	if got := s.members(v); len(got) != len(rows)+1 || len(s.members(other)) == 0 {
		t.Errorf("%d members after one was added to %d", len(got), len(rows))
	}
}

func TestTheOrderOfProtocolAndTheSheet(t *testing.T) {
	s := open(t, uitest.Options{})
	s.turnTo("Delegations")
	first := s.delegations()[0]
	s.Bind(fyne.KeyDown)
	if s.delegations()[1].ID != first.ID {
		t.Error("the delegation did not move down")
	}
	s.Bind(fyne.KeyR)
	s.Choose("Alphabetical: English")
	var names []string
	for _, v := range s.delegations() {
		names = append(names, v.Name)
	}
	if !slices.IsSorted(names) {
		t.Errorf("in the order %q", names)
	}
	s.Bind(fyne.KeyD)
	if _, err := os.Stat(s.Saved); err != nil {
		t.Fatalf("the sheet: %v", err)
	}
	front := s.delegations()[slices.IndexFunc(s.delegations(), func(v seminar.Delegation) bool { return v.ID == first.ID })]
	pages := s.Pages(s.Saved)
	one := s.members(front)[0].FamilyName
	found := slices.ContainsFunc(pages, func(p string) bool { return len(p) > 0 && containsAll(p, front.Name, one) })
	if !found {
		t.Errorf("the sheet of %s lacks %s: %q", front.Name, one, pages)
	}
	s.Bind(fyne.KeyP)
	if pages := s.Pages(s.Saved); len(pages) != len(s.members(front)) {
		t.Errorf("%d badges of %d members", len(pages), len(s.members(front)))
	}
}

func TestMoreThanTheQuotaIsSaid(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Unlimited()
	v := s.delegations()[0]
	v.Quota = s.size(v).Registered - 2
	_, _, err := s.Desk.SaveDelegation(context.Background(), v)
	s.No(err)
	s.turnTo("Delegations")
	pills := uitest.Find[*widgets.StatusPill](s.Stand)
	if len(pills) != 1 || pills[0].Word != "2 over the quota" {
		t.Errorf("%d pills", len(pills))
	}
}
