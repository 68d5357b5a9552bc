package deskpage_test

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/page/deskpage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// stand is the page on the sample, with what it does later in the hands of the test.
type stand struct {
	*uitest.Stand
	page  *deskpage.Page
	later []func()
}

func open(t *testing.T, o uitest.Options) *stand {
	t.Helper()
	s := &stand{Stand: uitest.New(t, o)}
	s.page = deskpage.New(s.Env)
	s.page.Breath = 0
	s.page.After = func(_ time.Duration, f func()) { s.later = append(s.later, f) }
	s.Show(s.page)
	return s
}

// scan is what a scanner types.
func (s *stand) scan(code string) { s.Helper(); s.Write(code); s.Press(fyne.KeyReturn) }

func (s *stand) answer() widgets.Answer {
	s.Helper()
	panels := uitest.Find[*widgets.AnswerPanel](s.Stand)
	if len(panels) != 1 {
		s.Fatalf("%d answer panels are shown", len(panels))
	}
	return panels[0].Answer
}

func (s *stand) someone(arrived bool) seminar.RosterRow {
	s.Helper()
	list, err := s.Desk.FindList(context.Background(), s.Of, "")
	s.No(err)
	rows, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, ListID: list.ID, Arrived: &arrived,
		Status: []seminar.Status{seminar.Confirmed}, Limit: 1})
	s.No(err)
	if len(rows) == 0 {
		s.Fatal("nobody")
	}
	return rows[0]
}
