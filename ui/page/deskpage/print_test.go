package deskpage_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/printing"
	"lanyard/internal/printing/printingtest"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// prints is how often the badge of somebody was printed.
func (s *stand) prints(who seminar.RosterRow) int {
	s.Helper()
	rows, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, Only: []seminar.ID{who.AttendeeID}})
	s.No(err)
	return rows[0].Prints
}

// unprinted is somebody who has not come, and has no badge yet.
func (s *stand) unprinted() seminar.RosterRow {
	s.Helper()
	list, err := s.Desk.FindList(context.Background(), s.Of, "")
	s.No(err)
	arrived := false
	rows, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, ListID: list.ID, Arrived: &arrived, Unprinted: true,
		Status: []seminar.Status{seminar.Confirmed}, Limit: 1})
	s.No(err)
	if len(rows) == 0 {
		s.Fatal("nobody")
	}
	return rows[0]
}

func TestABadgeComesOutOfThePrinter(t *testing.T) {
	n := printingtest.Open(t, "/bin/true")
	s := open(t, uitest.Options{})
	s.Env.SetSetting(page.SettingPrinter, n.URI)
	who := s.someone(false)
	before := s.prints(who)
	s.Write(who.Name())
	s.Bind(fyne.KeyP)
	got := n.Documents()
	if len(got) != 1 || !strings.Contains(printingtest.Text(t, got[0]), who.FamilyName) {
		t.Fatalf("came out: %v; failed: %v", got, s.Failed)
	}
	if s.Saved != "" || s.prints(who) != before+1 {
		t.Errorf("saved %q, printed %d times", s.Saved, s.prints(who)-before)
	}
	if len(s.Done) != 2 || !strings.Contains(s.Done[0], "is being printed") || !strings.Contains(s.Done[1], "came out") {
		t.Errorf("said %q", s.Done)
	}
	n.Stop()
	s.Bind(fyne.KeyP)
	if len(s.Failed) != 1 || seminar.CodeOf(s.Failed[0]) != printing.CodeUnreachable || s.prints(who) != before+1 {
		t.Errorf("without a printer: %v, printed %d times", s.Failed, s.prints(who)-before)
	}
}

func TestAPrinterThatGivesUpIsSaid(t *testing.T) {
	n := printingtest.Open(t, "/bin/false")
	s := open(t, uitest.Options{})
	s.Env.SetSetting(page.SettingPrinter, n.URI)
	s.Write(s.someone(false).Name())
	s.Bind(fyne.KeyP)
	if len(s.Failed) != 1 || seminar.CodeOf(s.Failed[0]) != printing.CodeGaveUp {
		t.Errorf("said %v, failed %v", s.Done, s.Failed)
	}
}

func TestABadgeIsPrintedAtCheckinWhereThatIsWanted(t *testing.T) {
	n := printingtest.Open(t, "/bin/true")
	s := open(t, uitest.Options{})
	s.Env.SetSetting(page.SettingPrinter, n.URI)
	first := s.unprinted()
	s.scan(first.Code)
	if len(n.Documents()) != 0 {
		t.Fatal("printed unasked")
	}
	s.Env.SetSetting(page.SettingPrintCheckin, page.PrintEverywhere)
	s.scan(first.Code)
	if len(n.Documents()) != 0 {
		t.Fatal("printed for somebody who was in already")
	}
	who := s.unprinted()
	s.scan(who.Code)
	if len(n.Documents()) != 1 || s.prints(who) != 1 {
		t.Fatalf("%v, printed %d times, failed %v", n.Documents(), s.prints(who), s.Failed)
	}
}

func TestACategoryWithoutABadgePrintsNoneUnasked(t *testing.T) {
	s := open(t, uitest.Options{})
	n := printingtest.Open(t, "/bin/true")
	s.Env.SetSetting(page.SettingPrinter, n.URI)
	s.Env.SetSetting(page.SettingPrintCheckin, page.PrintEverywhere)
	who := s.unprinted()
	categories, err := s.Desk.Categories(context.Background(), s.Of)
	s.No(err)
	for _, c := range categories {
		if c.ID == who.CategoryID {
			c.Template = seminar.NoBadge
			_, _, err = s.Desk.SaveCategory(context.Background(), c)
			s.No(err)
		}
	}
	s.scan(who.Code)
	if a := s.answer(); a.Kind != widgets.KindAccepted || len(n.Documents()) != 0 || len(s.Failed) != 0 {
		t.Errorf("answer %+v, printed %v, failed %v", a, n.Documents(), s.Failed)
	}
}

// lost is a printer whose connection is lost with the document on its way.
type lost struct {
	page.Printing
	sent int
}

func (l *lost) Print(context.Context, string, printing.Document, printing.Options) (printing.Job, error) {
	l.sent++
	return printing.Job{State: printing.JobUnknown}, seminar.Errorf(printing.CodeUnknown, "Lost.")
}

func TestABadgeThatMayHaveComeOutIsNotPrintedAgainUnasked(t *testing.T) {
	s := open(t, uitest.Options{})
	l := &lost{Printing: s.Env.Printing}
	s.Env.Printing = l
	s.Env.SetSetting(page.SettingPrinter, "ipp://printer/ipp/print")
	s.Env.SetSetting(page.SettingPrintCheckin, page.PrintEverywhere)
	who := s.unprinted()
	s.scan(who.Code)
	if l.sent != 1 || s.prints(who) != 0 || len(s.Failed) != 1 {
		t.Fatalf("sent %d times, printed %d times, failed %v", l.sent, s.prints(who), s.Failed)
	}
	s.Bind(fyne.KeyZ) // the check-in is taken back, and made again
	s.scan(who.Code)
	if a := s.answer(); a.Kind != widgets.KindAccepted || a.Name != who.Name() || l.sent != 1 {
		t.Errorf("answer %+v, sent %d times", a, l.sent)
	}
	s.Bind(fyne.KeyP) // by hand is another matter
	if l.sent != 2 {
		t.Errorf("by hand: sent %d times", l.sent)
	}
}

func TestAWalkInGetsABadgeWhereThatIsWanted(t *testing.T) {
	n := printingtest.Open(t, "/bin/true")
	s := open(t, uitest.Options{})
	s.Env.SetSetting(page.SettingPrinter, n.URI)
	s.Env.SetSetting(page.SettingPrintCheckin, page.PrintEverywhere)
	s.Bind(fyne.KeyN)
	s.Write("Zarifa")
	s.Press(fyne.KeyReturn)
	s.Write("Walkerova")
	s.Press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	s.Write("kaz")
	s.Press(fyne.KeyReturn, fyne.KeyReturn)
	got := n.Documents()
	if len(got) != 1 || !strings.Contains(printingtest.Text(t, got[0]), "Walkerova") {
		t.Errorf("came out: %v; said %q, failed %v", got, s.Done, s.Failed)
	}
}

func TestADelegationGetsItsBadgesTogether(t *testing.T) {
	n := printingtest.Open(t, "/bin/true")
	s := open(t, uitest.Options{})
	s.Env.SetSetting(page.SettingPrinter, n.URI)
	s.confirm("UZ")
	s.Env.SetSetting(page.SettingPrintCheckin, page.PrintEverywhere)
	var want []seminar.RosterRow
	for _, r := range s.delegation("UZ") {
		if !r.Presence.Inside && s.prints(r) == 0 {
			want = append(want, r)
		}
	}
	if len(want) == 0 { // all of the sample have theirs
		rows := s.delegation("UZ")
		_, err := s.Desk.Replace(context.Background(), s.Of, []seminar.ID{rows[len(rows)-1].AttendeeID})
		s.No(err)
		want = rows[len(rows)-1:]
	}
	s.Write("uzbek")
	s.Bind(fyne.KeyReturn)
	got := n.Documents()
	if len(got) != 1 {
		t.Fatalf("came out: %v; said %q, failed %v", got, s.Done, s.Failed)
	}
	text := printingtest.Text(t, got[0])
	for _, r := range want {
		if s.prints(r) != 1 || !strings.Contains(text, r.BadgeNumber) {
			t.Errorf("%s: printed %d times", r.Name(), s.prints(r))
		}
	}
	if s.Bind(fyne.KeyP); len(n.Documents()) != 2 { // and once more by hand
		t.Errorf("by hand: %v; said %q, failed %v", n.Documents(), s.Done, s.Failed)
	}
}

func TestWhatDoesNotComeOutIsSaidUntilItDoes(t *testing.T) {
	s := open(t, uitest.Options{})
	c := printingtest.OpenCUPS(t)
	s.Env.Printing = printing.New(c.Server)
	file := c.Add("badges")
	s.Env.SetSetting(page.SettingPrinter, c.URI("badges"))
	s.Env.SetSetting(page.SettingPrintCheckin, page.PrintEverywhere)
	c.Run("cupsdisable", "-r", "paused", "badges")
	who := s.unprinted()
	s.scan(who.Code)
	if a := s.answer(); a.Kind != widgets.KindAccepted || !s.Mentions("The printer The badges is stopped") {
		t.Fatalf("answer %+v, buttons %q", a, s.Buttons())
	}
	s.Picture("desk-not-printed")
	next := s.unprinted()
	if next.AttendeeID == who.AttendeeID {
		t.Fatal("the same")
	}
	s.scan(next.Code) // the queue of people goes on
	if a := s.answer(); a.Name != next.Name() {
		t.Errorf("the next: %+v", a)
	}
	s.Bind(fyne.KeyB)
	s.Picture("desk-prints")
	if got := len(uitest.Within[*widgets.Notice](s.Side)); got != 2 || !s.Mentions(who.Name()) {
		t.Errorf("%d in the panel", got)
	}
	s.Env.Panel(nil, nil)
	c.Run("cupsenable", "badges")
	if !s.Mentions("and 1 more") {
		t.Error("the other is not counted")
	}
	before := s.prints(next)
	s.Bind(fyne.KeyR) // one key for both
	if s.prints(who) != 1 || s.prints(next) != before+1 || !strings.Contains(printingtest.Text(t, file), next.BadgeNumber) || s.Mentions("is stopped") {
		t.Errorf("again: printed %d and %d times, failed %v", s.prints(who), s.prints(next), s.Failed)
	}
}
