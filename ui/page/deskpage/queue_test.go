package deskpage_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/demo"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

func (s *stand) arrivals() int {
	s.Helper()
	list, err := s.desk.FindList(context.Background(), s.of, "")
	s.no(err)
	t, err := s.desk.Tally(context.Background(), list)
	s.no(err)
	return t.Arrived
}

func TestScansWaitWhileOneIsBeingSaved(t *testing.T) {
	s := newStand(t, "en", theme.AlwaysLight, demo.People)
	no := false
	rows, err := s.desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.of, Arrived: &no,
		ListID: s.listID(), Status: []seminar.Status{seminar.Confirmed}, Limit: 4})
	s.no(err)
	before := s.arrivals()
	s.hold = true
	for _, r := range rows[:3] {
		s.scan(r.Code)
	}
	s.scan(rows[3].FamilyName + " " + rows[3].GivenName) // a name, sent before its search has answered
	s.picture("queue")
	if s.arrivals() != before {
		t.Fatal("something was saved while the disk was held up")
	}
	s.release()
	if got := s.arrivals(); got != before+4 {
		t.Errorf("%d of 4 scans were saved", got-before)
	}
	if a := s.answer(); a.Name != rows[3].Name() {
		t.Errorf("the last answer is %+v", a)
	}
}

func (s *stand) listID() seminar.ID {
	list, err := s.desk.FindList(context.Background(), s.of, "")
	s.no(err)
	return list.ID
}

func TestAQuestionIsAskedBeforeLettingIn(t *testing.T) {
	s := newStand(t, "en", theme.AlwaysLight, demo.People)
	_, _, err := s.desk.SaveQuestion(context.Background(), seminar.Question{SeminarID: s.of, Text: "Which hotel?", Type: "text", Required: true, AtDesk: true})
	s.no(err)
	who, before := s.someone(false), s.arrivals()
	s.scan(who.Code)
	if s.arrivals() != before {
		t.Fatal("let in without an answer")
	}
	s.picture("ask")
	s.press(fyne.KeyReturn) // no answer given: asked again
	if s.arrivals() != before {
		t.Fatal("let in with an empty answer")
	}
	s.write("Hilton")
	s.press(fyne.KeyReturn)
	if a := s.answer(); a.Kind != widgets.KindAccepted || s.arrivals() != before+1 {
		t.Errorf("answered %+v; failures %v", a, s.failed)
	}
	form, err := s.desk.Person(context.Background(), s.of, who.AttendeeID)
	s.no(err)
	if len(form.Registration.Answers) != 1 {
		t.Errorf("the answers are %v", form.Registration.Answers)
	}
	s.write("a") // the entry has the focus again
	if len(find[*widgets.ResultList](s)) == 0 {
		t.Error("typing finds nobody after the question")
	}
}

func TestScansWaitWhileAQuestionIsAsked(t *testing.T) {
	s := newStand(t, "en", theme.AlwaysLight, demo.People)
	_, _, err := s.desk.SaveQuestion(context.Background(), seminar.Question{SeminarID: s.of, Text: "Which hotel?", Type: "text", Required: true, AtDesk: true})
	s.no(err)
	who, before := s.someone(false), s.arrivals()
	s.hold = true
	s.scan(who.Code)
	s.scan(strings.Repeat("7", 33))
	s.hold = false
	s.release()
	if len(find[*widgets.FormField](s)) != 1 {
		t.Fatal("the question is not asked, or another answer came over it")
	}
	s.write("Hilton")
	s.press(fyne.KeyReturn)
	if s.arrivals() != before+1 {
		t.Error("the person asked was not let in")
	}
	if a := s.answer(); a.Kind != widgets.KindRefused {
		t.Errorf("the scan that waited answered %+v", a)
	}
	s.scan(who.Code)
	if a := s.answer(); a.Kind != widgets.KindAlready {
		t.Errorf("the focus is lost: %+v", a)
	}
}

func TestExitAndTheFocusAfterEverything(t *testing.T) {
	s := newStand(t, "en", theme.AlwaysLight, demo.People)
	who := s.someone(false)
	s.scan(who.Code)
	s.bind(fyne.KeyE)
	s.scan(who.Code)
	if a := s.answer(); a.Kind != widgets.KindAccepted || a.Icon != theme.IconExit {
		t.Errorf("leaving answered %+v", a)
	}
	s.bind(fyne.KeyE)
	s.scan(who.Code)
	if a := s.answer(); a.Kind != widgets.KindAccepted {
		t.Errorf("coming back answered %+v", a)
	}
	s.hold = true // the focus comes back a moment later
	s.window.Canvas().Unfocus()
	s.hold = false
	s.release()
	s.write("a")
	s.press(fyne.KeyEscape)
	s.bind(fyne.KeyN)
	s.press(fyne.KeyEscape)
	if s.side != nil {
		t.Fatal("Escape left the panel open")
	}
	s.write("b")
	if entries := find[*widgets.ScanEntry](s); len(entries) != 1 || entries[0].Text() != "b" {
		t.Error("after the panel the entry does not have the focus")
	}
}

func TestABadgeScannedIntoTheFormIsAScan(t *testing.T) {
	s := newStand(t, "en", theme.AlwaysLight, demo.People)
	who, before := s.someone(false), s.arrivals()
	s.bind(fyne.KeyN)
	s.write("Aida")
	s.scan(who.Code)
	if s.arrivals() != before+1 {
		t.Error("the scan was lost in the form")
	}
	if s.side == nil || !strings.HasPrefix(textOf(s.window.Canvas().Focused().(fyne.CanvasObject)), "Aida") {
		t.Error("the form lost what was in it")
	}
}

func TestAHalfWrittenWalkInIsKept(t *testing.T) {
	s := newStand(t, "en", theme.AlwaysLight, demo.People)
	s.write("xyzzyx Plugh")
	s.bind(fyne.KeyN)
	s.press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	s.write("Ministry")
	s.press(fyne.KeyEscape)
	s.press(fyne.KeyEscape)
	s.bind(fyne.KeyN)
	if len(find[*widgets.FormField](s)) == 0 {
		t.Fatal("no form")
	}
	texts := map[string]bool{}
	for _, f := range find[*widgets.FormField](s) {
		if e, ok := f.Control.(interface{ SelectedText() string }); ok && e != nil {
			texts[textOf(f.Control)] = true
		}
	}
	for _, want := range []string{"xyzzyx", "Plugh", "Ministry"} {
		if !texts[want] {
			t.Errorf("%q is gone; the fields are %v", want, texts)
		}
	}
}

// textOf reads an entry, by marking all of it.
func textOf(o fyne.CanvasObject) string {
	o.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	return o.(interface{ SelectedText() string }).SelectedText()
}

// TestLongTextsAndTheOtherDirection draws the page in disguise: nothing may be wider than the window.
func TestLongTextsAndTheOtherDirection(t *testing.T) {
	// 1280 less the rail; in a real language less an open panel too.
	for tag, widest := range map[string]float32{"x-long": 1092, "x-rtl": 712, "az": 712} {
		s := newStand(t, tag, theme.AlwaysLight, demo.People)
		if w := s.page.Content().MinSize().Width; w > widest {
			t.Errorf("%s: the page asks for a width of %.0f", tag, w)
		}
		s.write("a")
		s.picture("search-" + tag)
		s.bind(fyne.KeyN)
		s.picture("walkin-" + tag)
		s.press(fyne.KeyEscape, fyne.KeyEscape)
		s.scan(s.someone(false).Code)
		s.picture("accepted-" + tag)
		if n := len(find[*widget.Select](s)); n != 1 {
			t.Errorf("%s: %d lists to choose from", tag, n)
		}
	}
}

func TestKeysOfThePageAreHeardWhileTheEntryHasTheFocus(t *testing.T) {
	s := newStand(t, "en", theme.AlwaysLight, demo.People)
	heard := ""
	s.window.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { heard = string(ev.Name) })
	s.press(fyne.KeyF1)
	if heard != "F1" {
		t.Errorf("the window heard %q", heard)
	}
	who, before := s.someone(false), s.arrivals()
	s.scan(who.Code)
	s.bind(fyne.KeyZ)
	if s.arrivals() != before {
		t.Error("Ctrl+Z in the empty entry did not undo")
	}
	s.scan(who.Code)
	s.write("ab")
	s.bind(fyne.KeyZ)
	if s.arrivals() != before+1 {
		t.Error("Ctrl+Z took a check-in back while a name was being typed")
	}
	s.bind(fyne.KeyN)
	s.bind(fyne.KeyZ)
	if s.side == nil || s.arrivals() != before+1 {
		t.Error("Ctrl+Z took a check-in back while a form was open")
	}
}

// undone says whether the last entry of somebody was taken back.
func (s *stand) undone(id seminar.ID) bool {
	s.Helper()
	rows, err := s.desk.Checkins(context.Background(), s.listID(), id)
	s.no(err)
	return rows[len(rows)-1].Undone
}

func TestUndoMeansTheScanJustAnswered(t *testing.T) {
	s := newStand(t, "en", theme.AlwaysLight, demo.People)
	first := s.someone(false)
	s.scan(first.Code)
	s.now = s.now.Add(time.Minute)
	second := s.someone(false)
	s.hold = true
	s.scan(second.Code)
	save := s.held[0]
	s.held = nil
	save()
	late := s.held // the counters, which are slow
	s.held = nil
	s.bind(fyne.KeyZ)
	s.bind(fyne.KeyZ) // twice at once: the one before it too
	s.release()
	s.held = late
	s.release()
	if !s.undone(second.AttendeeID) || !s.undone(first.AttendeeID) {
		t.Errorf("the last scan is undone: %v; the one before it: %v", s.undone(second.AttendeeID), s.undone(first.AttendeeID))
	}
}

func TestUndoWaitsForAScanThatIsBeingSaved(t *testing.T) {
	s := newStand(t, "en", theme.AlwaysLight, demo.People)
	first := s.someone(false)
	s.scan(first.Code)
	second := s.someone(false)
	s.hold = true
	s.scan(second.Code)
	s.bind(fyne.KeyZ)
	s.hold = false
	s.release()
	if s.undone(first.AttendeeID) || !s.undone(second.AttendeeID) {
		t.Errorf("undone: the first %v, the second %v", s.undone(first.AttendeeID), s.undone(second.AttendeeID))
	}
}
