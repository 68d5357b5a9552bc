package kiosk_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/printing"
	"lanyard/internal/printing/printingtest"
	"lanyard/internal/seminar"
	"lanyard/ui/kiosk"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func TestSelfCheckinPrintsTheBadge(t *testing.T) {
	n := printingtest.Open(t, "/bin/true")
	s := uitest.New(t, uitest.Options{})
	list, err := s.Desk.FindList(t.Context(), s.Of, "")
	s.No(err)
	arrived := false
	rows, err := s.Desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: s.Of, ListID: list.ID, Arrived: &arrived, Unprinted: true,
		Status: []seminar.Status{seminar.Confirmed}, Limit: 4})
	s.No(err)
	s.Env.Changed = func() {} // there is no page behind it
	s.Env.Done = func(message string, _ desk.Action) { s.Done = append(s.Done, message) }
	v := kiosk.New(kiosk.Options{Env: s.Env, List: list, After: func(time.Duration, func()) {}})
	s.Window.SetContent(v.Content())
	v.Ready()
	answer := func(code string) widgets.Answer {
		t.Helper()
		s.Write(code)
		s.Press(fyne.KeyReturn)
		panels := uitest.Within[*widgets.AnswerPanel](v.Content())
		if len(panels) != 1 {
			t.Fatalf("%d answers are shown", len(panels))
		}
		return panels[0].Answer
	}
	const printed, waits = "Your badge is being printed.", "Your badge waits for you at the desk."
	if a := answer(rows[0].Code); a.Kind != widgets.KindAccepted || a.Hint != waits {
		t.Errorf("without a printer: %+v", a)
	}
	s.Env.SetSetting(page.SettingPrinter, n.URI)
	if a := answer(rows[1].Code); a.Kind != widgets.KindAccepted || a.Hint != printed {
		t.Errorf("with a printer: %+v", a)
	}
	if got := n.Documents(); len(got) != 1 || !strings.Contains(printingtest.Text(t, got[0]), rows[1].FamilyName) {
		t.Errorf("came out %v", got)
	}
	if a := answer(rows[1].Code); a.Kind != widgets.KindAlready || a.Hint != "" || len(n.Documents()) != 1 {
		t.Errorf("a second time: %+v, %d came out", a, len(n.Documents()))
	}
	s.Env.SetSetting(page.SettingPrintCheckin, page.PrintNowhere)
	if a := answer(rows[2].Code); a.Hint != waits || len(n.Documents()) != 1 {
		t.Errorf("where it is not wanted: %+v, %d came out", a, len(n.Documents()))
	}
	s.Env.SetSetting(page.SettingPrintCheckin, page.PrintInKiosk)
	n.Stop()
	if a := answer(rows[3].Code); a.Kind != widgets.KindAccepted || a.Hint != waits {
		t.Errorf("a printer that is gone: %+v", a)
	}
	if len(s.Failed) != 1 || seminar.CodeOf(s.Failed[0]) != printing.CodeUnreachable {
		t.Errorf("the desk is told %v", s.Failed)
	}
}
