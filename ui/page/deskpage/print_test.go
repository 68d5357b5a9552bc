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
