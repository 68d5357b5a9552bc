package paper_test

import (
	"context"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/printing"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/uitest"
)

// ends is a printer during whose first document the program ends.
type ends struct {
	page.Printing
	sent int
	dies bool
}

func (e *ends) Print(context.Context, string, printing.Document, printing.Options) (printing.Job, error) {
	e.sent++
	if e.dies {
		panic("the power is cut")
	}
	return printing.Job{ID: e.sent, State: printing.JobCompleted}, nil
}

func (e *ends) Follow(_ context.Context, _ string, job printing.Job, _ func(printing.Job, error)) (printing.Job, error) {
	return job, nil
}

func TestABadgeThatWasOnTheWayWhenTheProgramEndedIsNotPrintedUnasked(t *testing.T) {
	s := uitest.New(t, uitest.Options{})
	e := &ends{dies: true}
	s.Env.Printing = e
	s.Env.SetSetting(page.SettingPrinter, "ipp://printer/ipp/print")
	ctx := context.Background()
	rows, err := s.Desk.Roster(ctx, seminar.RosterFilter{SeminarID: s.Of, Unprinted: true, Limit: 2})
	s.No(err)
	press := func() *paper.Press { return paper.NewPress(s.Env, "Ctrl+P") }
	press().PrintUnasked(s.Of, rows[:1], func(error) {})
	if e.sent != 1 {
		t.Fatalf("sent %d times", e.sent)
	}
	// The next start: the file is all there is.
	e.dies = false
	s.Env.Prints = printing.NewQueue()
	s.Desk = desk.New(desk.Options{Store: s.Store, Keeper: s.Store, Operator: "Günel"})
	press().PrintUnasked(s.Of, rows[:1], func(error) {})
	press().PrintUnasked(s.Of, rows[1:], func(error) {})
	press().PrintUnasked(s.Of, rows[:1], func(error) {}) // also after another was printed
	if e.sent != 2 {
		t.Errorf("sent %d times", e.sent)
	}
	now, err := s.Desk.Roster(ctx, seminar.RosterFilter{SeminarID: s.Of, Only: []seminar.ID{rows[0].AttendeeID}})
	s.No(err)
	if now[0].Prints != 0 {
		t.Errorf("marked printed %d times", now[0].Prints)
	}
}
