package deskpage_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// pass lets the time go by that the page waits for.
func (s *stand) pass() {
	waiting := s.later
	s.later = nil
	for _, f := range waiting {
		f()
	}
}

// newest is the last scan of somebody.
func (s *stand) newest(who seminar.RosterRow) seminar.Checkin {
	s.Helper()
	all, err := s.Desk.Checkins(context.Background(), "", who.AttendeeID)
	s.No(err)
	var last seminar.Checkin
	for _, c := range all {
		if c.HLC > last.HLC {
			last = c
		}
	}
	return last
}

func TestARefusalIsForcedWithAReasonOfOneKey(t *testing.T) {
	s := open(t, uitest.Options{})
	who := s.someone(true)
	s.scan(who.Code)
	if a := s.answer(); a.Kind != widgets.KindAlready || s.Button("Let in  Ctrl+O") == nil {
		t.Fatalf("answered %+v", a)
	}
	s.Bind(fyne.KeyO)
	s.Picture("force")
	s.Write("2")
	if s.newest(who).Successful {
		t.Fatal("a digit alone forces before it is clear that nothing follows")
	}
	s.pass()
	if a := s.answer(); a.Kind != widgets.KindAttention || !strings.Contains(a.Hint, "against the rules") {
		t.Errorf("forced, it answered %+v", a)
	}
	if c := s.newest(who); !c.Successful || !c.Forced || c.ForcedCode != seminar.ForcedByList || c.ForcedWhy != "" || c.Operator != "Günel" {
		t.Errorf("the log has %+v", c)
	}
	s.pass()
	s.Bind(fyne.KeyO) // nobody is refused any more
	if len(uitest.Find[*widgets.BigChoice](s.Stand)) > 0 {
		t.Error("whoever was let in can be forced again")
	}
}

func TestAReasonIsWritten(t *testing.T) {
	s := open(t, uitest.Options{})
	who := s.someone(true)
	s.scan(who.Code)
	s.Bind(fyne.KeyO)
	s.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	s.Press(fyne.KeyReturn)
	if s.Field("The reason, as the log will have it").Error == "" || s.newest(who).Successful {
		t.Fatal("forced without a reason")
	}
	s.Picture("force-other")
	s.Write("He carries the minister's papers")
	s.Press(fyne.KeyReturn)
	if c := s.newest(who); !c.Forced || c.ForcedWhy != "He carries the minister's papers" {
		t.Errorf("the log has %+v", c)
	}
}

func TestARecentRefusalIsForcedAndUnknownCodesAreNot(t *testing.T) {
	s := open(t, uitest.Options{})
	who := s.someone(true)
	s.scan(who.Code)
	s.scan(strings.Repeat("7", 33))
	if s.Button("Let in") != nil {
		t.Error("an unknown code offers to be forced")
	}
	s.Bind(fyne.KeyO)
	if len(uitest.Find[*widgets.BigChoice](s.Stand)) > 0 {
		t.Fatal("an unknown code can be forced")
	}
	s.pass()
	for n := 0; n < 60 && s.Button("Let in") == nil; n++ { // the sample has scans between
		s.Press(fyne.KeyDown)
	}
	s.Tap("Let in  Ctrl+O")
	s.Bind(fyne.KeyEscape)
	if s.newest(who).Forced {
		t.Fatal("Escape forced")
	}
}

func TestABadgeScannedInsteadOfAReasonIsTheNextPerson(t *testing.T) {
	s := open(t, uitest.Options{})
	who, next := s.someone(true), s.someone(false)
	s.scan(who.Code)
	s.Bind(fyne.KeyO)
	s.scan(next.Code) // its first digit is a 1
	if a := s.answer(); a.Kind != widgets.KindAccepted || a.Name != next.Name() {
		t.Errorf("answered %+v", a)
	}
	s.pass()
	rows, err := s.Desk.Checkins(context.Background(), "", who.AttendeeID)
	s.No(err)
	for _, c := range rows {
		if c.Forced {
			t.Error("a scanner's digits forced somebody in")
		}
	}
}

func TestAStewardForcesInTheHandsOfASupervisor(t *testing.T) {
	s := open(t, uitest.Options{})
	who := s.someone(true)
	s.staff()
	s.scan(who.Code)
	s.Bind(fyne.KeyO)
	s.Press(fyne.KeyReturn)
	if c := s.newest(who); c.Forced || len(s.Asked) != 1 || s.Asked[0] != seminar.Supervisor {
		t.Fatalf("asked %v; the log has %+v", s.Asked, c)
	}
	var err error
	s.Granted, err = s.Desk.SignIn(context.Background(), s.supervisor(), "2222")
	s.No(err)
	s.scan(who.Code)
	s.Bind(fyne.KeyO)
	s.Press(fyne.KeyReturn)
	if c := s.newest(who); !c.Forced || c.Operator != "Samir" || c.ForcedCode != seminar.ForcedBySupervisor {
		t.Errorf("the log has %+v", c)
	}
	s.undoGranted()
}

// undoGranted undoes what the supervisor did, which asks for one again.
func (s *stand) undoGranted() {
	s.Helper()
	asked := len(s.Asked)
	s.Granted = nil
	s.Bind(fyne.KeyZ)
	if len(s.Asked) != asked+1 || len(s.Failed) > 0 {
		s.Fatalf("asked %v, failures %v", s.Asked, s.Failed)
	}
	next := s.someone(false)
	s.scan(next.Code)
	if a := s.answer(); a.Kind != widgets.KindAccepted {
		s.Errorf("after an undo that nobody granted the next scan answers %+v", a)
	}
}

// staff puts the desk into a steward's hands.
func (s *stand) staff() {
	s.Helper()
	ctx := context.Background()
	admin, _, err := s.Desk.SaveOperator(ctx, seminar.Operator{Name: "Aysel", Role: seminar.Administrator}, "1111")
	s.No(err)
	in, err := s.Desk.SignIn(ctx, admin.ID, "1111")
	s.No(err)
	for name, role := range map[string]seminar.Role{"Samir": seminar.Supervisor, "Rena": seminar.Steward} {
		o, _, err := in.SaveOperator(ctx, seminar.Operator{Name: name, Role: role}, "2222")
		s.No(err)
		if role == seminar.Steward {
			s.Desk, err = in.SignIn(ctx, o.ID, "2222")
			s.No(err)
		}
	}
}

func (s *stand) supervisor() seminar.ID {
	s.Helper()
	all, err := s.Desk.Operators(context.Background())
	s.No(err)
	for _, o := range all {
		if o.Role == seminar.Supervisor {
			return o.ID
		}
	}
	s.Fatal("no supervisor")
	return ""
}

func TestTheRecentScansAreExplainedInTheLanguageOfTheScreen(t *testing.T) {
	for language, words := range map[string][2]string{"en": {"The list is wrong", "Already checked in"}, "az": {"Siyahı səhvdir", "Artıq"}} {
		t.Run(language, func(t *testing.T) {
			s := open(t, uitest.Options{Language: language})
			who := s.someone(true)
			s.scan(who.Code)
			s.Bind(fyne.KeyO)
			s.Write("2")
			s.pass()
			s.Press(fyne.KeyEscape)
			recents := uitest.Find[*widgets.ResultList](s.Stand)[0]
			mine := func(r widgets.Result) bool { return r.Title == who.Name() && r.Hint != "" }
			at := slices.IndexFunc(recents.Results, mine) // of one moment: the one let in, and the refusal before it
			if got := recents.Results[at].Hint; !strings.HasSuffix(got, words[0]) {
				t.Errorf("let in because %q, want %q", got, words[0])
			}
			for recents.Highlight <= at {
				s.Press(fyne.KeyDown)
			}
			if !s.Mentions(words[1] + " ") {
				t.Errorf("the refusal is not explained with %q", words[1])
			}
		})
	}
}
