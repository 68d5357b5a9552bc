package kiosk_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/kiosk"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// asking is a self check-in with a question to whoever comes.
func asking(t *testing.T, q seminar.Question) (*uitest.Stand, *kiosk.View, seminar.List, seminar.RosterRow) {
	t.Helper()
	s := uitest.New(t, uitest.Options{})
	list, err := s.Desk.FindList(t.Context(), s.Of, "")
	s.No(err)
	arrived := false
	rows, err := s.Desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: s.Of, ListID: list.ID, Arrived: &arrived, Status: []seminar.Status{seminar.Confirmed}, Limit: 1})
	s.No(err)
	q.SeminarID, q.AtDesk, q.Required = s.Of, true, true
	_, _, err = s.Desk.SaveQuestion(t.Context(), q)
	s.No(err)
	s.Env.Changed = func() {} // there is no page behind it
	s.Env.Done = func(message string, _ desk.Action) { s.Done = append(s.Done, message) }
	v := kiosk.New(kiosk.Options{Env: s.Env, List: list, After: func(time.Duration, func()) {}})
	s.Window.SetContent(v.Content())
	v.Ready()
	s.Write(rows[0].Code)
	s.Press(fyne.KeyReturn)
	return s, v, list, rows[0]
}

func TestSelfCheckinTakesNoAnswerThatCannotBeRead(t *testing.T) {
	s, v, _, who := asking(t, seminar.Question{Text: "How many nights?", Type: seminar.TypeNumber})
	s.Write("many")
	s.Press(fyne.KeyReturn)
	fields := uitest.Within[*widgets.FormField](v.Content())
	if len(fields) != 1 || fields[0].Error == "" {
		t.Fatalf("“many” is taken: %d fields", len(fields))
	}
	for range 4 {
		s.Press(fyne.KeyBackspace)
	}
	s.Write("2")
	s.Press(fyne.KeyReturn)
	if panels := uitest.Within[*widgets.AnswerPanel](v.Content()); len(panels) != 1 || panels[0].Answer.Kind != widgets.KindAccepted {
		t.Errorf("two nights are not taken")
	}
	f, err := s.Desk.Person(t.Context(), s.Of, who.AttendeeID)
	s.No(err)
	questions, err := s.Desk.Questions(t.Context(), s.Of)
	s.No(err)
	for _, q := range questions {
		if answer := f.Registration.Answers[q.ID]; q.Text == "How many nights?" && answer != "2" {
			t.Errorf("kept %q", answer)
		}
	}
}

func TestSelfCheckinSendsToTheDeskForWhatItDoesNotAsk(t *testing.T) {
	s, v, list, who := asking(t, seminar.Question{Text: "Passport number", Type: seminar.TypeText, Hidden: []seminar.Place{seminar.AtSelf}})
	if fields := uitest.Within[*widgets.FormField](v.Content()); len(fields) != 0 {
		t.Error("it is asked all the same")
	}
	if panels := uitest.Within[*widgets.AnswerPanel](v.Content()); len(panels) != 1 || panels[0].Answer.Kind == widgets.KindAccepted {
		t.Error("nobody is sent to the desk")
	}
	if rows, err := s.Desk.Checkins(t.Context(), list.ID, who.AttendeeID); err != nil || len(rows) != 0 {
		t.Errorf("something was recorded: %+v, %v", rows, err)
	}
}
