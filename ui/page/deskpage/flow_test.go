package deskpage_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func TestAScannedCodeIsAnsweredAndTheDeskIsReadyAgain(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Picture("ready")
	who := s.someone(false)
	s.scan(who.Code)
	if a := s.answer(); a.Kind != widgets.KindAccepted || a.Name != who.Name() {
		t.Fatalf("answered %+v, want %s accepted; failures %v", a, who.Name(), s.Failed)
	}
	s.Picture("accepted")
	s.scan(who.Code) // typing straight over the answer
	if a := s.answer(); a.Kind != widgets.KindAlready {
		t.Errorf("the second scan answered %+v, want already", a)
	}
	s.Picture("already")
	s.later[len(s.later)-1]()
	if a := s.answer(); a.Kind != widgets.KindReady {
		t.Errorf("after its time the panel shows %+v", a)
	}
	s.scan(strings.Repeat("7", 33))
	if a := s.answer(); a.Kind != widgets.KindRefused || a.Sentence == "" {
		t.Errorf("an unknown code answered %+v", a)
	}
	s.Picture("refused")
	if want := []widgets.Kind{widgets.KindAccepted, widgets.KindAlready, widgets.KindRefused}; !slices.Equal(s.Heard, want) {
		t.Errorf("heard %v, want %v", s.Heard, want)
	}
	if len(s.Failed) > 0 {
		t.Errorf("failures: %v", s.Failed)
	}
}

func TestANameFromTheFirstLetterThenEnter(t *testing.T) {
	s := open(t, uitest.Options{})
	who := s.someone(false)
	s.Write(string([]rune(who.FamilyName)[:1]))
	if n := len(uitest.Find[*widgets.ResultList](s.Stand)[0].Results); n < 2 {
		t.Fatalf("one letter finds %d people", n)
	}
	s.Write(string([]rune(who.FamilyName)[1:]) + " " + who.GivenName)
	s.Picture("search")
	s.Press(fyne.KeyReturn)
	if a := s.answer(); a.Kind != widgets.KindAccepted || a.Name != who.Name() {
		t.Errorf("answered %+v, want %s", a, who.Name())
	}
	s.Write("al")
	results := uitest.Find[*widgets.ResultList](s.Stand)[0]
	s.Press(fyne.KeyDown)
	if results.Highlight != 1 {
		t.Errorf("the arrow marked row %d of %d", results.Highlight, len(results.Results))
	}
	s.Picture("al")
	s.Press(fyne.KeyEscape)
	if a := s.answer(); a.Kind != widgets.KindReady {
		t.Errorf("Escape left %+v", a)
	}
	s.Write("xyzzyx")
	s.Picture("nobody")
	if len(uitest.Find[*widgets.EmptyState](s.Stand)) != 1 {
		t.Error("nobody found is not said")
	}
}

func TestUndoTakesTheLastCheckinBack(t *testing.T) {
	s := open(t, uitest.Options{})
	who := s.someone(false)
	s.scan(who.Code)
	s.Bind(fyne.KeyZ)
	row, err := s.Desk.Owner(context.Background(), s.Of, who.Code)
	s.No(err)
	list, err := s.Desk.FindList(context.Background(), s.Of, "")
	s.No(err)
	rows, err := s.Desk.Checkins(context.Background(), list.ID, row.AttendeeID)
	s.No(err)
	if len(rows) != 1 || !rows[0].Undone {
		t.Errorf("after undo the rows are %+v", rows)
	}
	if len(s.Done) != 1 || !strings.Contains(s.Done[0], who.Name()) || s.Action == "" {
		t.Errorf("told %q with action %q", s.Done, s.Action)
	}
	s.Press(fyne.KeyBackspace)
	if after, _ := s.Desk.Checkins(context.Background(), list.ID, row.AttendeeID); len(after) != 1 {
		t.Error("Backspace changed something")
	}
	s.Press(fyne.KeyDown)
	s.Picture("recent")
}

func TestAWalkInIsRegisteredAndCheckedIn(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Bind(fyne.KeyN)
	s.Picture("walkin")
	s.Press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn) // to the last, and off
	errors := 0
	for _, f := range uitest.Find[*widgets.FormField](s.Stand) {
		if f.Error != "" {
			errors++
		}
	}
	if errors != 1 || s.Side == nil {
		t.Fatalf("an empty form shows %d errors, panel %v", errors, s.Side)
	}
	s.Picture("walkin-error")
	s.Write("Нұрлан")
	s.Press(fyne.KeyReturn)
	s.Write("Өтегенов")
	s.Press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	s.Write("kaz")
	s.Picture("walkin-country")
	s.Press(fyne.KeyReturn, fyne.KeyReturn)
	if s.Side != nil {
		t.Fatal("the panel is still open")
	}
	if a := s.answer(); a.Kind != widgets.KindAccepted || a.Name != "Нұрлан Өтегенов" {
		t.Errorf("answered %+v; failures %v", a, s.Failed)
	}
	rows, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, Search: "Өтегенов Нұрлан"})
	s.No(err)
	if len(rows) == 0 || rows[0].Country != "KZ" || rows[0].Status != seminar.Confirmed {
		t.Fatalf("registered %+v", rows)
	}
	s.Bind(fyne.KeyP)
	if data, err := os.ReadFile(s.Saved); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Errorf("the badge is %d bytes, %v", len(data), err)
	}
	s.Bind(fyne.KeyZ)
	if n, _ := s.Desk.Count(context.Background(), seminar.RosterFilter{SeminarID: s.Of}); n != demo.People {
		t.Errorf("after undo there are %d people", n)
	}
}

func TestAnEmptyWorkspaceSaysWhatToDo(t *testing.T) {
	s := open(t, uitest.Options{Language: "az", Empty: true})
	states := uitest.Find[*widgets.EmptyState](s.Stand)
	if len(states) != 1 || states[0].ButtonLabel == "" {
		t.Fatalf("%d empty states", len(states))
	}
	states[0].OnTapped()
	if s.Opened != page.Programme {
		t.Errorf("opened %q", s.Opened)
	}
}

func TestOpenShowsSomebodysCard(t *testing.T) {
	s := open(t, uitest.Options{Dark: true})
	who := s.someone(false)
	s.page.Open(who.AttendeeID)
	s.Picture("card-dark")
	s.Press(fyne.KeyReturn)
	if a := s.answer(); a.Name != who.Name() || a.Kind != widgets.KindAccepted {
		t.Errorf("Enter answered %+v", a)
	}
	s.Picture("accepted-dark")
}

func TestANoteAndAttentionAreSeen(t *testing.T) {
	s := open(t, uitest.Options{Language: "az"})
	who := s.someone(false)
	f, err := s.Desk.Person(context.Background(), s.Of, who.AttendeeID)
	s.No(err)
	f.Attendee.DeskNote, f.Attendee.Attention, f.Attendee.NativeName = "Tərcüməçi ilə gəlir", true, "چنگیز حسین\u200cزاده"
	_, err = s.Desk.Edit(context.Background(), f)
	s.No(err)
	s.page.Open(who.AttendeeID)
	shown := false
	for _, text := range uitest.Find[*widgets.Text](s.Stand) {
		shown = shown || text.Text == f.Attendee.DeskNote
	}
	if !shown {
		t.Error("the card does not show the note")
	}
	s.Picture("card-note-az")
	s.Press(fyne.KeyReturn)
	if a := s.answer(); a.Kind != widgets.KindAttention || !strings.Contains(a.Hint, f.Attendee.DeskNote) {
		t.Errorf("answered %+v", a)
	}
	s.Picture("attention-az")
}
