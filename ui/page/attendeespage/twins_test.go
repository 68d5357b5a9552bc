package attendeespage_test

import (
	"context"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// again registers people of the sample a second time, written another way.
func (s *stage) again() {
	s.Helper()
	for _, a := range []seminar.Attendee{
		{GivenName: "Məryəm", FamilyName: "Qafarzadə", Organisation: "ICESCO Regional Office in Baku", Country: "AZ", Phone: "+994 50 555 01 77", DeskNote: "asks for a seat in front"},
		{GivenName: "Нұрлан", FamilyName: "Өтегенов", Country: "KZ", Email: "n.otegenov@example.org"},
		{GivenName: "Nurlan", FamilyName: "Otegenov", Country: "KZ", Email: "n.otegenov@example.org"},
	} {
		_, err := s.Desk.Register(context.Background(), desk.Form{Attendee: a,
			Registration: seminar.Registration{SeminarID: s.Of, Status: seminar.Confirmed, CategoryID: demo.ID("cooperation-2025", "category", "press")}})
		s.No(err)
	}
	s.page.Show()
}

func (s *stage) pairs() *widgets.PairList {
	s.Helper()
	lists := uitest.Find[*widgets.PairList](s.Stand)
	if len(lists) != 1 {
		s.Fatalf("%d lists of pairs are shown", len(lists))
	}
	return lists[0]
}

// names are those of the pair in front, sorted.
func (s *stage) front() []string {
	s.Helper()
	l := s.pairs()
	of := l.Items[l.Cursor].Of
	both := []string{of[0].Title, of[1].Title}
	slices.Sort(both)
	return both
}

func (s *stage) find() int {
	s.Helper()
	s.Bind(fyne.KeyD)
	return len(s.pairs().Items)
}

func TestTwoWhoAreOneAreMergedByTheKeyboardAndBack(t *testing.T) {
	s := open(t, uitest.Options{})
	s.again()
	before := s.count(seminar.RosterFilter{})
	n := s.find()
	s.Picture("twins")
	if n < 2 {
		t.Fatalf("%d pairs", n)
	}
	first := s.front()
	s.Press(fyne.KeyDown, fyne.KeyUp)
	s.Bind(fyne.KeyReturn)
	if got := s.count(seminar.RosterFilter{}); got != before-1 {
		t.Errorf("%d people of %d after one was merged", got, before)
	}
	if len(s.pairs().Items) != n-1 || slices.Equal(s.front(), first) {
		t.Errorf("%d pairs, in front %v", len(s.pairs().Items), s.front())
	}
	s.Undo()
	if got := s.count(seminar.RosterFilter{}); got != before || len(s.pairs().Items) != n || !slices.Equal(s.front(), first) {
		t.Errorf("after the undo %d people, %d pairs, in front %v", got, len(s.pairs().Items), s.front())
	}
}

func TestWhoStaysIsChosenAndSeen(t *testing.T) {
	s := open(t, uitest.Options{})
	s.again()
	s.find()
	stays := func() string {
		for _, f := range uitest.Find[*widgets.Text](s.Stand) {
			_ = f
		}
		return ""
	}
	_ = stays
}
