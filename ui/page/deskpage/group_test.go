package deskpage_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// delegation gives the people of a delegation as they stand on the main entrance, its head first.
func (s *stand) delegation(country string) []seminar.RosterRow {
	s.Helper()
	ctx := context.Background()
	v, err := s.Desk.FindDelegation(ctx, s.Of, country)
	s.No(err)
	list, err := s.Desk.FindList(ctx, s.Of, "")
	s.No(err)
	rows, err := s.Desk.DelegationPeople(ctx, list, v)
	s.No(err)
	return rows
}

// confirm gives everybody of a delegation a registration that the list admits.
func (s *stand) confirm(country string) {
	s.Helper()
	var all []seminar.ID
	for _, r := range s.delegation(country) {
		all = append(all, r.AttendeeID)
	}
	_, err := s.Desk.GivePlace(context.Background(), s.Of, all, "a test")
	s.No(err)
}

// first is who of a delegation is answered first.
func (s *stand) first(country string) string {
	s.Helper()
	for _, r := range s.delegation(country) {
		if !r.Presence.Inside {
			return r.Name()
		}
	}
	s.Fatal("everybody is inside")
	return ""
}

func inside(rows []seminar.RosterRow) int {
	n := 0
	for _, r := range rows {
		if r.Presence.Inside {
			n++
		}
	}
	return n
}

func TestADelegationIsCheckedInTogether(t *testing.T) {
	s := open(t, uitest.Options{})
	s.confirm("UZ")
	before := s.delegation("UZ")
	var waiting []seminar.RosterRow
	for _, r := range before {
		if !r.Presence.Inside {
			waiting = append(waiting, r)
		}
	}
	if len(waiting) < 4 {
		t.Fatalf("%d are waiting", len(waiting))
	}
	_, err := s.Desk.Block(context.Background(), s.Of, waiting[1].AttendeeID, "no visa")
	s.No(err)
	s.Write("uzbek")
	results := uitest.Find[*widgets.ResultList](s.Stand)[0].Results
	if len(results) == 0 || results[0].Title != "Uzbekistan" || !strings.Contains(results[0].Meta, "expected") {
		t.Fatalf("found %+v", results)
	}
	s.Press(fyne.KeyReturn)
	list := s.List()
	if s.Focused() != list.Focusable() || len(list.Items) != len(before) || list.Items[0].ID != string(before[0].AttendeeID) {
		t.Fatalf("the people of the delegation are not open: %d", len(list.Items))
	}
	for _, r := range before {
		blocked := r.AttendeeID == waiting[1].AttendeeID
		if list.Ticked(string(r.AttendeeID)) == (r.Presence.Inside || blocked) {
			t.Errorf("%s is ticked wrongly", r.Name())
		}
	}
	if !s.Mentions(s.Lang.N("desk.group.held", 1)) {
		t.Error("that somebody is not ticked is not said")
	}
	s.Picture("group")
	for list.Items[list.Cursor].ID != string(waiting[1].AttendeeID) {
		s.Press(fyne.KeyDown)
	}
	s.Press(fyne.KeySpace)          // all the same
	left := waiting[len(waiting)-1] // stays outside
	for list.Items[list.Cursor].ID != string(left.AttendeeID) {
		s.Press(fyne.KeyDown)
	}
	s.Press(fyne.KeySpace)
	s.Bind(fyne.KeyReturn)
	if got, want := inside(s.delegation("UZ")), inside(before)+len(waiting)-2; got != want {
		t.Errorf("%d are inside, want %d; failures %v", got, want, s.Failed)
	}
	if !s.Says(waiting[1].Name()) || !s.Says("Not to be let in: no visa") || !s.Says("Uzbekistan") {
		t.Error("who was refused, and why, is not said")
	}
	s.Picture("group-refused")
	if s.Focused() == list.Focusable() {
		t.Error("the focus is still among the people")
	}
	s.Bind(fyne.KeyZ)
	if got := inside(s.delegation("UZ")); got != inside(before) {
		t.Errorf("after undo %d are inside, want %d", got, inside(before))
	}
	if n := len(s.Done); !strings.Contains(s.Done[n-1], "Uzbekistan") {
		t.Errorf("told %q", s.Done[n-1])
	}
}

func TestWhoIsNotConfirmedDoesNotGoInWithADelegation(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Unlimited() // else who waits moves up into a free place of the delegation at once
	s.confirm("UZ")
	var outside []seminar.RosterRow
	for _, r := range s.delegation("UZ") {
		if !r.Presence.Inside {
			outside = append(outside, r)
		}
	}
	statuses := map[seminar.ID]seminar.Status{outside[0].AttendeeID: seminar.Pending, outside[1].AttendeeID: seminar.Waitlisted}
	for id, status := range statuses {
		_, err := s.Desk.ChangeAll(context.Background(), s.Of, []seminar.ID{id}, func(r *seminar.Registration) { r.Status = status })
		s.No(err)
	}
	before := inside(s.delegation("UZ"))
	s.Write("uzbek")
	s.Press(fyne.KeyReturn)
	list := s.List()
	for _, item := range list.Items {
		status, held := statuses[seminar.ID(item.ID)]
		if held && (list.Ticked(item.ID) || item.Tag != s.Lang.T("common.status."+string(status))) {
			t.Errorf("%s, %s: ticked %v, %q", item.Title, status, list.Ticked(item.ID), item.Tag)
		}
	}
	s.Bind(fyne.KeyReturn)
	if got, want := inside(s.delegation("UZ")), before+len(outside)-2; got != want {
		t.Errorf("%d are inside, want %d; failures %v", got, want, s.Failed)
	}
	if a := s.answer(); a.Kind != widgets.KindAccepted {
		t.Errorf("answered %+v", a)
	}
}

func TestOneOfAGroupIsUndoneAlone(t *testing.T) {
	s := open(t, uitest.Options{})
	s.confirm("KZ")
	before := inside(s.delegation("KZ"))
	first := s.first("KZ")
	s.Write("kazakh")
	s.Press(fyne.KeyReturn)
	n := len(s.delegation("KZ")) - before
	if n < 2 {
		t.Fatalf("%d are waiting", n)
	}
	s.Tap(s.Button("Check in ").Text)
	if a := s.answer(); a.Kind != widgets.KindAccepted || a.Name != "Kazakhstan" || inside(s.delegation("KZ")) != before+n {
		t.Fatalf("answered %+v; failures %v", a, s.Failed)
	}
	s.Picture("group-accepted")
	s.Press(fyne.KeyEscape)
	recents := uitest.Find[*widgets.ResultList](s.Stand)[0]
	for recents.Highlight < 0 || recents.Results[recents.Highlight].Title != first { // of the action, which names all of it
		s.Press(fyne.KeyDown)
	}
	s.Bind(fyne.KeyZ)
	if got := inside(s.delegation("KZ")); got != before+n-1 {
		t.Errorf("%d are inside, want %d", got, before+n-1)
	}
	s.Bind(fyne.KeyZ)
	if got := inside(s.delegation("KZ")); got != before {
		t.Errorf("then %d are inside, want %d", got, before)
	}
}

func TestAScanWhileADelegationIsOpenIsNotLost(t *testing.T) {
	s := open(t, uitest.Options{})
	who := s.someone(false)
	s.Bind(fyne.KeyG)
	if n := len(uitest.Find[*widgets.ResultList](s.Stand)[0].Results); n < 5 {
		t.Fatalf("%d delegations are offered", n)
	}
	s.Picture("delegations")
	s.Hold = true // the disk is slow: Enter comes before the people are read
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	s.Hold = false
	s.Release()
	if s.Focused() != s.List().Focusable() {
		t.Error("Enter before the people were read opened nothing")
	}
	s.scan(who.Code)
	if a := s.answer(); a.Kind != widgets.KindAccepted || a.Name != who.Name() {
		t.Errorf("answered %+v; failures %v", a, s.Failed)
	}
	s.Bind(fyne.KeyG)
	s.Press(fyne.KeyReturn, fyne.KeyEscape)
	if a := s.answer(); a.Kind != widgets.KindReady {
		t.Errorf("Escape left %+v", a)
	}
	s.scan(who.Code)
	if a := s.answer(); a.Kind != widgets.KindAlready {
		t.Errorf("then a scan answered %+v", a)
	}
}

func TestAPersonComesBeforeADelegationOfLikeName(t *testing.T) {
	s := open(t, uitest.Options{})
	who := s.someone(false)
	_, _, err := s.Desk.SaveDelegation(context.Background(), seminar.Delegation{SeminarID: s.Of, Name: who.FamilyName + " Foundation"})
	s.No(err)
	s.Changed()
	s.Write(who.FamilyName)
	results := uitest.Find[*widgets.ResultList](s.Stand)[0].Results
	if len(results) < 2 || results[0].ID == "" || results[1].Title != who.FamilyName+" Foundation" {
		t.Fatalf("found %+v", results)
	}
}
