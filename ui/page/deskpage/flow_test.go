package deskpage_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

func TestAScannedCodeIsAnsweredAndTheDeskIsReadyAgain(t *testing.T) {
	s := newStand(t, "en", theme.AlwaysLight, demo.People)
	s.picture("ready")
	who := s.someone(false)
	s.scan(who.Code)
	if a := s.answer(); a.Kind != widgets.KindAccepted || a.Name != who.Name() {
		t.Fatalf("answered %+v, want %s accepted; failures %v", a, who.Name(), s.failed)
	}
	s.picture("accepted")
	s.scan(who.Code) // typing straight over the answer
	if a := s.answer(); a.Kind != widgets.KindAlready {
		t.Errorf("the second scan answered %+v, want already", a)
	}
	s.picture("already")
	s.later[len(s.later)-1]()
	if a := s.answer(); a.Kind != widgets.KindReady {
		t.Errorf("after its time the panel shows %+v", a)
	}
	s.scan(strings.Repeat("7", 33))
	if a := s.answer(); a.Kind != widgets.KindRefused || a.Sentence == "" {
		t.Errorf("an unknown code answered %+v", a)
	}
	s.picture("refused")
	if len(s.failed) > 0 {
		t.Errorf("failures: %v", s.failed)
	}
}

func TestANameFromTheFirstLetterThenEnter(t *testing.T) {
	s := newStand(t, "en", theme.AlwaysLight, demo.People)
	who := s.someone(false)
	s.write(string([]rune(who.FamilyName)[:1]))
	if n := len(find[*widgets.ResultList](s)[0].Results); n < 2 {
		t.Fatalf("one letter finds %d people", n)
	}
	s.write(string([]rune(who.FamilyName)[1:]) + " " + who.GivenName)
	s.picture("search")
	s.press(fyne.KeyReturn)
	if a := s.answer(); a.Kind != widgets.KindAccepted || a.Name != who.Name() {
		t.Errorf("answered %+v, want %s", a, who.Name())
	}
	s.write("al")
	results := find[*widgets.ResultList](s)[0]
	s.press(fyne.KeyDown)
	if results.Highlight != 1 {
		t.Errorf("the arrow marked row %d of %d", results.Highlight, len(results.Results))
	}
	s.picture("al")
	s.press(fyne.KeyEscape)
	if a := s.answer(); a.Kind != widgets.KindReady {
		t.Errorf("Escape left %+v", a)
	}
	s.write("xyzzyx")
	s.picture("nobody")
	if len(find[*widgets.EmptyState](s)) != 1 {
		t.Error("nobody found is not said")
	}
}

func TestUndoTakesTheLastCheckinBack(t *testing.T) {
	s := newStand(t, "en", theme.AlwaysLight, demo.People)
	who := s.someone(false)
	s.scan(who.Code)
	s.bind(fyne.KeyZ)
	row, err := s.desk.Owner(context.Background(), s.of, who.Code)
	s.no(err)
	list, err := s.desk.FindList(context.Background(), s.of, "")
	s.no(err)
	rows, err := s.desk.Checkins(context.Background(), list.ID, row.AttendeeID)
	s.no(err)
	if len(rows) != 1 || !rows[0].Undone {
		t.Errorf("after undo the rows are %+v", rows)
	}
	if len(s.done) != 1 || !strings.Contains(s.done[0], who.Name()) || s.action == "" {
		t.Errorf("told %q with action %q", s.done, s.action)
	}
	s.press(fyne.KeyBackspace)
	if after, _ := s.desk.Checkins(context.Background(), list.ID, row.AttendeeID); len(after) != 1 {
		t.Error("Backspace changed something")
	}
	s.press(fyne.KeyDown)
	s.picture("recent")
}

func TestAWalkInIsRegisteredAndCheckedIn(t *testing.T) {
	s := newStand(t, "en", theme.AlwaysLight, demo.People)
	s.bind(fyne.KeyN)
	s.picture("walkin")
	s.press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn) // to the last, and off
	errors := 0
	for _, f := range find[*widgets.FormField](s) {
		if f.Error != "" {
			errors++
		}
	}
	if errors != 1 || s.side == nil {
		t.Fatalf("an empty form shows %d errors, panel %v", errors, s.side)
	}
	s.picture("walkin-error")
	s.write("Нұрлан")
	s.press(fyne.KeyReturn)
	s.write("Өтегенов")
	s.press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	s.write("kaz")
	s.picture("walkin-country")
	s.press(fyne.KeyReturn, fyne.KeyReturn)
	if s.side != nil {
		t.Fatal("the panel is still open")
	}
	if a := s.answer(); a.Kind != widgets.KindAccepted || a.Name != "Нұрлан Өтегенов" {
		t.Errorf("answered %+v; failures %v", a, s.failed)
	}
	rows, err := s.desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.of, Search: "Өтегенов Нұрлан"})
	s.no(err)
	if len(rows) == 0 || rows[0].Country != "KZ" || rows[0].Status != seminar.Confirmed {
		t.Fatalf("registered %+v", rows)
	}
	s.bind(fyne.KeyP)
	if data, err := os.ReadFile(s.saved); err != nil || !strings.HasPrefix(string(data), "%PDF-") {
		t.Errorf("the badge is %d bytes, %v", len(data), err)
	}
	s.bind(fyne.KeyZ)
	if n, _ := s.desk.Count(context.Background(), seminar.RosterFilter{SeminarID: s.of}); n != demo.People {
		t.Errorf("after undo there are %d people", n)
	}
}

func TestAnEmptyWorkspaceSaysWhatToDo(t *testing.T) {
	s := newStand(t, "az", theme.AlwaysLight, 0)
	states := find[*widgets.EmptyState](s)
	if len(states) != 1 || states[0].ButtonLabel == "" {
		t.Fatalf("%d empty states", len(states))
	}
	states[0].OnTapped()
	if s.opened != page.Programme {
		t.Errorf("opened %q", s.opened)
	}
}

func TestOpenShowsSomebodysCard(t *testing.T) {
	s := newStand(t, "en", theme.AlwaysDark, demo.People)
	who := s.someone(false)
	s.page.Open(who.AttendeeID)
	s.picture("card-dark")
	s.press(fyne.KeyReturn)
	if a := s.answer(); a.Name != who.Name() || a.Kind != widgets.KindAccepted {
		t.Errorf("Enter answered %+v", a)
	}
	s.picture("accepted-dark")
}

func TestANoteAndAttentionAreSeen(t *testing.T) {
	s := newStand(t, "az", theme.AlwaysLight, demo.People)
	who := s.someone(false)
	f, err := s.desk.Person(context.Background(), s.of, who.AttendeeID)
	s.no(err)
	f.Attendee.DeskNote, f.Attendee.Attention, f.Attendee.NativeName = "Tərcüməçi ilə gəlir", true, "چنگیز حسین\u200cزاده"
	_, err = s.desk.Edit(context.Background(), f)
	s.no(err)
	s.page.Open(who.AttendeeID)
	shown := false
	for _, text := range find[*widgets.Text](s) {
		shown = shown || text.Text == f.Attendee.DeskNote
	}
	if !shown {
		t.Error("the card does not show the note")
	}
	s.picture("card-note-az")
	s.press(fyne.KeyReturn)
	if a := s.answer(); a.Kind != widgets.KindAttention || !strings.Contains(a.Hint, f.Attendee.DeskNote) {
		t.Errorf("answered %+v", a)
	}
	s.picture("attention-az")
}
