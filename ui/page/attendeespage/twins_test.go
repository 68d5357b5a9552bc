package attendeespage_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// twice registers people a second time, written another way.
func (s *stage) twice() {
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
		s.Fatalf("%d lists of pairs are shown; the page says %v", len(lists), s.Failed)
	}
	return lists[0]
}

// front are the names of the pair in front.
func (s *stage) front() string {
	s.Helper()
	l := s.pairs()
	of := l.Items[l.Cursor].Of
	return of[0].Title + " = " + of[1].Title
}

// find looks for those registered twice, and gives how many pairs there are.
func (s *stage) find() int {
	s.Helper()
	s.Bind(fyne.KeyD)
	return len(s.pairs().Items)
}

func (s *stage) person(search string) seminar.RosterRow {
	s.Helper()
	rows, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, Search: search})
	s.No(err)
	if len(rows) == 0 {
		s.Fatalf("nobody is called %s", search)
	}
	return rows[0]
}

func TestTwoWhoAreOneAreMergedByTheKeyboardAndBack(t *testing.T) {
	s := open(t, uitest.Options{})
	s.twice()
	people, pairs := s.count(seminar.RosterFilter{}), s.find()
	s.Picture("twins")
	first := s.front()
	if first != "Нұрлан Өтегенов = Nurlan Otegenov" || !s.Mentions("Same e-mail") {
		t.Errorf("the likeliest pair is %s", first)
	}
	s.Press(fyne.KeyDown)
	second := s.front()
	s.Press(fyne.KeyUp)
	s.Bind(fyne.KeyReturn)
	if n := s.count(seminar.RosterFilter{}); n != people-1 {
		t.Errorf("%d people of %d after two were merged", n, people)
	}
	if n := len(s.pairs().Items); n != pairs-1 || s.front() != second || s.Focused() == nil {
		t.Errorf("%d pairs of %d, in front %s", n, pairs, s.front())
	}
	s.Undo()
	if n := s.count(seminar.RosterFilter{}); n != people || len(s.pairs().Items) != pairs || s.front() != first {
		t.Errorf("after the undo %d people, %d pairs, in front %s", n, len(s.pairs().Items), s.front())
	}
}

func TestWhoStaysIsChosenWithOneKey(t *testing.T) {
	s := open(t, uitest.Options{})
	s.twice()
	s.find()
	before := s.person("otegenov").AttendeeID
	s.Bind(fyne.KeySpace)
	s.Bind(fyne.KeyReturn)
	if r := s.person("otegenov"); r.Name() != "Nurlan Otegenov" || !slices.Contains(s.Done, s.Lang.T("attendees.twins.merged", "name", "Nurlan Otegenov")) {
		t.Errorf("%s stayed (%s before), told %q", r.Name(), before, s.Done)
	}
}

func TestTheKeysAreThePairsAgainAfterATap(t *testing.T) {
	s := open(t, uitest.Options{})
	s.twice()
	s.find()
	for _, words := range []string{"attendees.twins.swap", "attendees.twins.apart"} {
		s.Window.Canvas().Focus(s.Button(s.Lang.T(words)))
		s.Press(fyne.KeyReturn)
		s.Press(fyne.KeyHome)
		if l := s.pairs(); l.Cursor != 0 || s.Focused() == fyne.Focusable(s.Button(s.Lang.T(words))) {
			t.Errorf("after %q the button still has the keys", words)
		}
	}
}

func TestWhoHasArrivedStaysAndWhatOnlyTheOtherSaysIsKept(t *testing.T) {
	s := open(t, uitest.Options{})
	s.twice()
	s.find()
	s.Press(fyne.KeyEnd)
	if f := s.front(); f != "Maryam Qafar-zadə = Məryəm Qafarzadə" {
		t.Fatalf("in front %s", f)
	}
	for _, text := range []string{"asks for a seat in front", "Different", "The same", "Moderator"} {
		if !s.Says(text) {
			t.Errorf("the comparison does not say %q", text)
		}
	}
	s.Bind(fyne.KeyReturn)
	r := s.person("qafarzade")
	s.page.Open(r.AttendeeID)
	if !s.Mentions("merged with Məryəm Qafarzadə") {
		t.Error("the history does not name the other")
	}
	var a seminar.Attendee
	_, err := s.Desk.Get(t.Context(), seminar.EntityAttendee, r.AttendeeID, &a)
	s.No(err)
	if a.Name() != "Maryam Qafar-zadə" || a.DeskNote != "asks for a seat in front" {
		t.Errorf("merged to %s, note %q", a.Name(), a.DeskNote)
	}
}

func TestTwoPeopleAreNotProposedAgain(t *testing.T) {
	s := open(t, uitest.Options{})
	s.twice()
	people, pairs := s.count(seminar.RosterFilter{}), s.find()
	first := s.front()
	s.Bind(fyne.KeyDelete)
	if len(s.pairs().Items) != pairs-1 || s.front() == first || s.count(seminar.RosterFilter{}) != people {
		t.Errorf("%d pairs, in front %s", len(s.pairs().Items), s.front())
	}
	s.Bind(fyne.KeyF5)
	if len(s.pairs().Items) != pairs-1 || s.front() == first {
		t.Errorf("looking again proposes %s", s.front())
	}
	s.Undo()
	s.Bind(fyne.KeyF5)
	if len(s.pairs().Items) != pairs || s.front() != first {
		t.Errorf("after the undo %d pairs, in front %s", len(s.pairs().Items), s.front())
	}
}

func TestAMergedPersonIsComparedWithTheOthers(t *testing.T) {
	s := open(t, uitest.Options{})
	for i := range 3 {
		_, err := s.Desk.Register(t.Context(), desk.Form{Attendee: seminar.Attendee{GivenName: "Nurlan", FamilyName: "Otegenov", Country: "KZ",
			Email: "n.otegenov@example.org", Position: fmt.Sprint(i)}, Registration: seminar.Registration{SeminarID: s.Of, Status: seminar.Confirmed}})
		s.No(err)
	}
	s.page.Show()
	people, pairs := s.count(seminar.RosterFilter{}), s.find()
	s.Bind(fyne.KeyReturn)
	if n := len(s.pairs().Items); pairs != 3 || n != 1 {
		t.Fatalf("of %d pairs of three people, %d are left after one merge", pairs, n)
	}
	s.Bind(fyne.KeyReturn)
	if n := s.count(seminar.RosterFilter{}); n != people-2 || !s.Says(s.Lang.T("attendees.twins.all.title")) {
		t.Errorf("%d people of %d, shown %q", n, people, s.Buttons())
	}
	s.Picture("twins-decided")
	s.Undo()
	if n := len(s.pairs().Items); n != 1 {
		t.Errorf("after the undo %d pairs", n)
	}
}

func TestNobodyIsRegisteredTwice(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Bind(fyne.KeyD)
	if !s.Says("Nobody is registered twice") {
		t.Fatal("an empty search does not say so")
	}
	s.Picture("twins-none")
	s.Bind(fyne.KeyReturn)
	s.Bind(fyne.KeyDelete) // there is nothing to decide
	s.Bind(fyne.KeyEscape)
	if n := s.table().Total(); n != demo.People || len(s.Done) != 0 {
		t.Errorf("%d rows, told %q", n, s.Done)
	}
}

func TestTheSearchForPairsIsGivenUp(t *testing.T) {
	s := open(t, uitest.Options{})
	s.twice()
	s.Hold = true
	s.Bind(fyne.KeyD)
	cards := uitest.Find[*widgets.ProgressCard](s.Stand)
	if len(cards) != 1 || cards[0].CancelLabel == "" {
		t.Fatalf("%d searches are shown", len(cards))
	}
	s.Bind(fyne.KeyEscape)
	s.Hold = false
	s.Release()
	if n := s.table().Total(); n != demo.People+3 || len(s.Failed) != 0 {
		t.Errorf("%d rows, failures %v", n, s.Failed)
	}
}

func TestAKeyDecidesNothingBeforeThePairIsRead(t *testing.T) {
	s := open(t, uitest.Options{})
	s.twice()
	people := s.count(seminar.RosterFilter{})
	s.find()
	s.Hold = true
	s.Press(fyne.KeyDown)
	s.Bind(fyne.KeyReturn)
	s.Hold = false
	s.Release()
	if n := s.count(seminar.RosterFilter{}); n != people {
		t.Errorf("%d people of %d: two were merged unseen", n, people)
	}
}

func TestTwoWhoAreSelectedAreCompared(t *testing.T) {
	s := open(t, uitest.Options{})
	ids := s.first(2)
	people := s.count(seminar.RosterFilter{})
	s.Tap(s.Lang.T("attendees.twins.compare"))
	s.Picture("twins-chosen")
	if len(uitest.Find[*widgets.PairList](s.Stand)) != 0 || !s.Says(s.Lang.T("attendees.twins.stays")) {
		t.Fatal("the two are not compared")
	}
	s.Keys(fyne.KeyReturn)
	if n := s.count(seminar.RosterFilter{}); n != people-1 || s.table().Total() != n {
		t.Errorf("%d people of %d, %d rows", n, people, s.table().Total())
	}
	s.Undo()
	if rows := s.rows(ids); len(rows) != 2 {
		t.Errorf("after the undo %d of the two are here", len(rows))
	}
	s.first(3)
	if s.Button(s.Lang.T("attendees.twins.compare")) != nil {
		t.Error("three people are offered as one")
	}
}

func TestAPersonInThePanelNamesTheTwin(t *testing.T) {
	s := open(t, uitest.Options{})
	s.page.Open(s.person("maryam qafarzade").AttendeeID)
	if s.Button(s.Lang.T("attendees.twins.compare")) != nil {
		t.Error("somebody who is here once has a twin")
	}
	s.twice()
	s.page.Open(s.person("maryam qafarzade").AttendeeID)
	s.Picture("twins-panel")
	s.Tap(s.Lang.T("attendees.twins.compare"))
	if s.Side != nil || !s.Says("Məryəm Qafarzadə") || !s.Says(s.Lang.T("attendees.twins.stays")) {
		t.Error("the two are not compared")
	}
}

func TestOneOfThePairIsOpenedAndWrittenBeforeTheMerge(t *testing.T) {
	s := open(t, uitest.Options{})
	s.twice()
	s.find()
	s.Bind(fyne.KeyF3)
	s.Press(fyne.KeyEnd) // in the given name
	s.Write("bek")
	s.Tap("Save")
	if s.Side != nil || !s.Says("Nurlanbek") || s.Focused() == nil {
		t.Error("the comparison does not show what was written")
	}
}

func TestTheListHearsNoKeysBehindThePairs(t *testing.T) {
	s := open(t, uitest.Options{})
	s.twice()
	ids := s.first(2)
	s.find()
	s.Bind(fyne.KeyDelete) // says that the pair in front are two people
	for _, r := range s.rows(ids) {
		if r.Status == seminar.Cancelled {
			t.Errorf("%s was cancelled behind the pairs", r.Name())
		}
	}
}

func TestWhatIsBeingWrittenIsNotLostToTheSearch(t *testing.T) {
	s := open(t, uitest.Options{})
	s.twice()
	people := s.count(seminar.RosterFilter{})
	s.Bind(fyne.KeyN)
	s.Write("Nigar")
	s.Bind(fyne.KeyD)
	if s.Side == nil || !s.Says(s.Lang.T("common.unsaved")) {
		t.Fatal("the search threw away what was written")
	}
	s.Bind(fyne.KeyD)
	if s.Side != nil || len(s.pairs().Items) == 0 {
		t.Fatal("the second time does not look")
	}
	s.Bind(fyne.KeyF2)
	s.Write("x")
	s.Bind(fyne.KeyReturn)
	if s.Side == nil || s.count(seminar.RosterFilter{}) != people {
		t.Error("two were merged while one of them is being written")
	}
}

func TestEveryFieldHasAName(t *testing.T) {
	s := open(t, uitest.Options{})
	of := s.Of
	q, _, err := s.Desk.SaveQuestion(t.Context(), seminar.Question{SeminarID: of, Text: "Needs a visa letter?", Type: "yesno"})
	s.No(err)
	for _, v := range []string{"a", "b"} {
		a := seminar.Attendee{GivenName: "Nurlan", FamilyName: "Otegenov", NativeName: v, BadgeName: v, Honorific: v, Position: v, Organisation: v, Country: "KZ",
			Email: "n@example.org", Phone: "+7701555010" + string(v[0]-'a'+'0'), Language: "kk", BirthDate: "1980-01-02", Access: v, Dietary: v, DeskNote: v, Attention: true, Consent: seminar.Agreed{State: seminar.ConsentGiven, Wording: v}}
		_, err := s.Desk.Register(t.Context(), desk.Form{Attendee: a, Registration: seminar.Registration{SeminarID: of, Status: seminar.Confirmed, Blocked: true,
			BlockedWhy: v, Excused: true, Answers: map[seminar.ID]string{q.ID: "yes"}}})
		s.No(err)
	}
	s.page.Show()
	s.find()
	for _, text := range uitest.Find[*widgets.Text](s.Stand) {
		for _, key := range []string{"attendees.", "column.", "common."} {
			if strings.HasPrefix(text.Text, key) {
				t.Errorf("%s is shown", text.Text)
			}
		}
	}
	for _, label := range []string{"Why blocked", "Needs a visa letter?", "Consent", "a; b"} {
		if !s.Says(label) {
			t.Errorf("the comparison does not say %q", label)
		}
	}
	s.Picture("twins-full")
}
