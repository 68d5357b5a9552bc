package attendeespage_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// full closes the sample's seminar: as many places as there are confirmed, and a waiting list.
func (s *stage) full() seminar.Seminar {
	s.Helper()
	event := s.Seminar()
	event.Capacity, event.WaitingList = s.count(seminar.RosterFilter{Status: []seminar.Status{seminar.Confirmed}}), true
	_, err := s.Desk.SaveSeminar(context.Background(), event)
	s.No(err)
	s.Changed()
	return event
}

func (s *stage) newcomer(name string, status seminar.Status) seminar.RosterRow {
	s.Helper()
	done, err := s.Desk.Register(context.Background(), desk.Form{Attendee: seminar.Attendee{GivenName: name, FamilyName: "Zzz"},
		Registration: seminar.Registration{SeminarID: s.Of, Status: status}})
	s.No(err)
	s.Changed()
	return done.Row
}

func (s *stage) statusOf(id seminar.ID) seminar.Status {
	s.Helper()
	f, err := s.Desk.Person(context.Background(), s.Of, id)
	s.No(err)
	return f.Registration.Status
}

// search writes into the entry above the table.
func (s *stage) search(text string) {
	s.Helper()
	uitest.Find[*widgets.Entry](s.Stand)[0].SetText(text)
}

func TestTheWaitingListIsShownAndWhoMovedUpIsTold(t *testing.T) {
	s := open(t, uitest.Options{})
	s.full()
	who := s.newcomer("Ayan", "")
	if !s.Mentions("on the waiting list") {
		t.Error("the page says nothing of who waits")
	}
	s.page.Open(who.AttendeeID)
	if !s.Mentions("on the waiting list.") {
		t.Error("the panel says nothing of the place on the waiting list")
	}
	waiting, err := s.Desk.WaitingList(context.Background(), s.Of)
	s.No(err)
	confirmed := s.rows(nil)
	for _, r := range confirmed { // one place more than there are people who wait
		if r.Status == seminar.Confirmed && len(waiting) > 0 {
			_, err := s.Desk.Cancel(context.Background(), s.Of, r.AttendeeID)
			s.No(err)
			waiting = waiting[1:]
		}
	}
	s.Changed()
	if s.statusOf(who.AttendeeID) != seminar.Confirmed {
		t.Fatalf("Ayan is %s", s.statusOf(who.AttendeeID))
	}
	s.Bind(fyne.KeyW)
	if !s.Mentions("Ayan Zzz") || s.Says("told") {
		t.Error("who moved up is not to be told")
	}
	for _, words := range s.Buttons() {
		if strings.HasSuffix(words, "told") {
			s.Tap(words)
			break
		}
	}
	moved, err := s.Desk.MovedUpList(context.Background(), s.Of)
	s.No(err)
	for _, m := range moved {
		if !m.Told {
			t.Errorf("%s was not told", m.Row.Name())
		}
	}
}

func TestConfirmingWithoutAPlaceAsksWhy(t *testing.T) {
	s := open(t, uitest.Options{})
	s.full()
	who := s.newcomer("Ayan", "")
	s.table().Take()
	s.search("Zzz")
	s.table().SelectAll()
	s.Tap("Confirm")
	if !s.Mentions("There is no place left in the seminar") {
		t.Fatalf("nobody is asked why: %v", s.Buttons())
	}
	s.Fill("Why beyond the quota", "The minister's interpreter")
	s.Tap("Give a place")
	if s.statusOf(who.AttendeeID) != seminar.Confirmed {
		t.Errorf("Ayan is %s", s.statusOf(who.AttendeeID))
	}
	s.page.Open(who.AttendeeID)
	if !s.Mentions("The minister's interpreter") {
		t.Error("the panel does not say why")
	}
	s.Undo()
	if s.statusOf(who.AttendeeID) != seminar.Waitlisted {
		t.Errorf("after the undo Ayan is %s", s.statusOf(who.AttendeeID))
	}
}

func TestRegistrationsAreApprovedAndDeclinedByKeys(t *testing.T) {
	s := open(t, uitest.Options{})
	event := s.Seminar()
	event.Approval = true
	_, err := s.Desk.SaveSeminar(context.Background(), event)
	s.No(err)
	first, second := s.newcomer("Ayan", ""), s.newcomer("Bela", "")
	if first.Status != seminar.Pending {
		t.Fatalf("Ayan is %s", first.Status)
	}
	s.search("Ayan Zzz")
	s.table().SelectAll()
	s.Bind(fyne.KeyE)
	if s.statusOf(first.AttendeeID) != seminar.Confirmed {
		t.Errorf("Ayan is %s", s.statusOf(first.AttendeeID))
	}
	s.search("Bela Zzz")
	s.table().SelectAll()
	s.Bind(fyne.KeyI)
	s.Fill("Reason", "Registered twice")
	for _, b := range uitest.Within[*widgets.Button](s.Side) {
		if b.Text == "Decline" {
			test.Tap(b)
		}
	}
	if s.statusOf(second.AttendeeID) != seminar.Cancelled {
		t.Errorf("Bela is %s", s.statusOf(second.AttendeeID))
	}
	s.page.Open(second.AttendeeID)
	if !s.Mentions("Declined: Registered twice") {
		t.Error("the panel does not say why")
	}
}

func TestPeopleAreCarriedOver(t *testing.T) {
	s := open(t, uitest.Options{Evening: true})
	ctx := context.Background()
	next, _, err := s.Desk.CloneSeminar(ctx, s.Of, desk.Making{Start: "2026-01-10", Titles: map[string]string{"en": "The next one"}})
	s.No(err)
	came, err := s.Desk.Carryables(ctx, next.ID, desk.CarryFilter{From: s.Of, Came: true})
	s.No(err)
	s.Of = next.ID
	s.page.Show()
	s.Bind(fyne.KeyB)
	uitest.Within[*widgets.Select](s.Field("People of"))[0].SetSelectedIndex(1) // the other seminar of the sample is nearer
	s.chip("Only who came").SetSelected(true)
	if len(s.List().Items) != len(came) {
		t.Fatalf("%d people are offered, %d came", len(s.List().Items), len(came))
	}
	s.List().Cursor = 0
	s.List().Toggle() // but for the first
	s.Tap("Register")
	if n := s.count(seminar.RosterFilter{}); n != len(came)-1 {
		t.Errorf("%d people are registered, want %d", n, len(came)-1)
	}
	s.page.Open(came[1].Row.AttendeeID)
	if !s.Mentions("Came before:") {
		t.Error("the panel does not say that they came before")
	}
	s.Env.Panel(nil, nil)
	s.Undo()
	if n := s.count(seminar.RosterFilter{}); n != 0 {
		t.Errorf("%d people are registered after the undo", n)
	}
}
