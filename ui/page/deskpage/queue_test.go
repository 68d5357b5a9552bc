package deskpage_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func (s *stand) arrivals() int {
	s.Helper()
	list, err := s.Desk.FindList(context.Background(), s.Of, "")
	s.No(err)
	t, err := s.Desk.Tally(context.Background(), list)
	s.No(err)
	return t.Arrived
}

func TestScansWaitWhileOneIsBeingSaved(t *testing.T) {
	s := open(t, uitest.Options{})
	no := false
	rows, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, Arrived: &no,
		ListID: s.listID(), Status: []seminar.Status{seminar.Confirmed}, Limit: 4})
	s.No(err)
	before := s.arrivals()
	s.Hold = true
	for _, r := range rows[:3] {
		s.scan(r.Code)
	}
	s.scan(rows[3].FamilyName + " " + rows[3].GivenName) // a name, sent before its search has answered
	s.Picture("queue")
	if s.arrivals() != before {
		t.Fatal("something was saved while the disk was held up")
	}
	s.Release()
	if got := s.arrivals(); got != before+4 {
		t.Errorf("%d of 4 scans were saved", got-before)
	}
	if a := s.answer(); a.Name != rows[3].Name() {
		t.Errorf("the last answer is %+v", a)
	}
}

func (s *stand) listID() seminar.ID {
	list, err := s.Desk.FindList(context.Background(), s.Of, "")
	s.No(err)
	return list.ID
}

func TestAQuestionIsAskedBeforeLettingIn(t *testing.T) {
	s := open(t, uitest.Options{})
	hotel, _, err := s.Desk.SaveQuestion(context.Background(), seminar.Question{SeminarID: s.Of, Text: "Which hotel?", Type: "text", Required: true, AtDesk: true})
	s.No(err)
	who, before := s.someone(false), s.arrivals()
	s.scan(who.Code)
	if s.arrivals() != before {
		t.Fatal("let in without an answer")
	}
	s.Picture("ask")
	s.Press(fyne.KeyReturn) // no answer given: asked again
	if s.arrivals() != before {
		t.Fatal("let in with an empty answer")
	}
	s.Write("Hilton")
	s.Press(fyne.KeyReturn)
	if a := s.answer(); a.Kind != widgets.KindAccepted || s.arrivals() != before+1 {
		t.Errorf("answered %+v; failures %v", a, s.Failed)
	}
	form, err := s.Desk.Person(context.Background(), s.Of, who.AttendeeID)
	s.No(err)
	if form.Registration.Answers[hotel.ID] != "Hilton" {
		t.Errorf("the answers are %v", form.Registration.Answers)
	}
	s.Write("a") // the entry has the focus again
	if len(uitest.Find[*widgets.ResultList](s.Stand)) == 0 {
		t.Error("typing finds nobody after the question")
	}
}

func TestScansWaitWhileAQuestionIsAsked(t *testing.T) {
	s := open(t, uitest.Options{})
	_, _, err := s.Desk.SaveQuestion(context.Background(), seminar.Question{SeminarID: s.Of, Text: "Which hotel?", Type: "text", Required: true, AtDesk: true})
	s.No(err)
	who, before := s.someone(false), s.arrivals()
	s.Hold = true
	s.scan(who.Code)
	s.scan(strings.Repeat("7", 33))
	s.Hold = false
	s.Release()
	if len(uitest.Find[*widgets.FormField](s.Stand)) != 1 {
		t.Fatal("the question is not asked, or another answer came over it")
	}
	s.Write("Hilton")
	s.Press(fyne.KeyReturn)
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
	s := open(t, uitest.Options{})
	who := s.someone(false)
	s.scan(who.Code)
	s.Bind(fyne.KeyE)
	s.scan(who.Code)
	if a := s.answer(); a.Kind != widgets.KindAccepted || a.Icon != theme.IconExit {
		t.Errorf("leaving answered %+v", a)
	}
	s.Bind(fyne.KeyE)
	s.scan(who.Code)
	if a := s.answer(); a.Kind != widgets.KindAccepted {
		t.Errorf("coming back answered %+v", a)
	}
	s.Hold = true // the focus comes back a moment later
	s.Window.Canvas().Unfocus()
	s.Hold = false
	s.Release()
	s.Write("a")
	s.Press(fyne.KeyEscape)
	s.Bind(fyne.KeyN)
	s.Press(fyne.KeyEscape)
	if s.Side != nil {
		t.Fatal("Escape left the panel open")
	}
	s.Write("b")
	if entries := uitest.Find[*widgets.ScanEntry](s.Stand); len(entries) != 1 || entries[0].Text() != "b" {
		t.Error("after the panel the entry does not have the focus")
	}
}

func TestABadgeScannedIntoTheFormIsAScan(t *testing.T) {
	s := open(t, uitest.Options{})
	who, before := s.someone(false), s.arrivals()
	s.Bind(fyne.KeyN)
	s.Write("Aida")
	s.scan(who.Code)
	if s.arrivals() != before+1 {
		t.Error("the scan was lost in the form")
	}
	if s.Side == nil || !strings.HasPrefix(textOf(s.Window.Canvas().Focused().(fyne.CanvasObject)), "Aida") {
		t.Error("the form lost what was in it")
	}
}

func TestAHalfWrittenWalkInIsKept(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Write("xyzzyx Plugh")
	s.Bind(fyne.KeyN)
	s.Press(fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	s.Write("Ministry")
	s.Press(fyne.KeyEscape)
	s.Press(fyne.KeyEscape)
	s.Bind(fyne.KeyN)
	if len(uitest.Find[*widgets.FormField](s.Stand)) == 0 {
		t.Fatal("no form")
	}
	texts := map[string]bool{}
	for _, f := range uitest.Find[*widgets.FormField](s.Stand) {
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
		s := open(t, uitest.Options{Language: tag})
		if w := s.page.Content().MinSize().Width; w > widest {
			t.Errorf("%s: the page asks for a width of %.0f", tag, w)
		}
		s.Write("a")
		s.Picture("search-" + tag)
		s.Bind(fyne.KeyN)
		s.Picture("walkin-" + tag)
		s.Press(fyne.KeyEscape, fyne.KeyEscape)
		s.scan(s.someone(false).Code)
		s.Picture("accepted-" + tag)
		if n := len(uitest.Find[*widgets.Select](s.Stand)); n != 1 {
			t.Errorf("%s: %d lists to choose from", tag, n)
		}
	}
}

func TestKeysOfThePageAreHeardWhileTheEntryHasTheFocus(t *testing.T) {
	s := open(t, uitest.Options{})
	heard := ""
	s.Window.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { heard = string(ev.Name) })
	s.Press(fyne.KeyF1)
	if heard != "F1" {
		t.Errorf("the window heard %q", heard)
	}
	who, before := s.someone(false), s.arrivals()
	s.scan(who.Code)
	s.Bind(fyne.KeyZ)
	if s.arrivals() != before {
		t.Error("Ctrl+Z in the empty entry did not undo")
	}
	s.scan(who.Code)
	s.Write("ab")
	s.Bind(fyne.KeyZ)
	if s.arrivals() != before+1 {
		t.Error("Ctrl+Z took a check-in back while a name was being typed")
	}
	s.Bind(fyne.KeyN)
	s.Bind(fyne.KeyZ)
	if s.Side == nil || s.arrivals() != before+1 {
		t.Error("Ctrl+Z took a check-in back while a form was open")
	}
}

// undone says whether the last entry of somebody was taken back.
func (s *stand) undone(id seminar.ID) bool {
	s.Helper()
	rows, err := s.Desk.Checkins(context.Background(), s.listID(), id)
	s.No(err)
	return rows[len(rows)-1].Undone
}

func TestUndoMeansTheScanJustAnswered(t *testing.T) {
	s := open(t, uitest.Options{})
	first := s.someone(false)
	s.scan(first.Code)
	s.Now = s.Now.Add(time.Minute)
	second := s.someone(false)
	s.Hold = true
	s.scan(second.Code)
	save := s.Held[0]
	s.Held = nil
	save()
	late := s.Held // the counters, which are slow
	s.Held = nil
	s.Bind(fyne.KeyZ)
	s.Bind(fyne.KeyZ) // twice at once: the one before it too
	s.Release()
	s.Held = late
	s.Release()
	if !s.undone(second.AttendeeID) || !s.undone(first.AttendeeID) {
		t.Errorf("the last scan is undone: %v; the one before it: %v", s.undone(second.AttendeeID), s.undone(first.AttendeeID))
	}
}

func TestUndoWaitsForAScanThatIsBeingSaved(t *testing.T) {
	s := open(t, uitest.Options{})
	first := s.someone(false)
	s.scan(first.Code)
	second := s.someone(false)
	s.Hold = true
	s.scan(second.Code)
	s.Bind(fyne.KeyZ)
	s.Hold = false
	s.Release()
	if s.undone(first.AttendeeID) || !s.undone(second.AttendeeID) {
		t.Errorf("undone: the first %v, the second %v", s.undone(first.AttendeeID), s.undone(second.AttendeeID))
	}
}

func TestAScanSetsAQuestionAside(t *testing.T) {
	s := open(t, uitest.Options{})
	who := s.someone(false)
	hotel, _, err := s.Desk.SaveQuestion(context.Background(), seminar.Question{SeminarID: s.Of, Text: "Which hotel?", Type: "text", Required: true, AtDesk: true})
	s.No(err)
	before := s.arrivals()
	s.scan(who.Code)
	s.Write("Hil")
	s.page.Scan(strings.Repeat("7", 33)) // as the window hears it
	if a := s.answer(); a.Kind != widgets.KindRefused {
		t.Fatalf("the next scan answered %+v", a)
	}
	s.Picture("aside")
	s.Bind(fyne.KeyY)
	if got := uitest.Find[*widgets.FormField](s.Stand); len(got) != 1 {
		t.Fatalf("%d questions are asked", len(got))
	}
	s.Write("ton")
	s.Press(fyne.KeyReturn)
	if a := s.answer(); a.Kind != widgets.KindAccepted || a.Name != who.Name() || s.arrivals() != before+1 {
		t.Errorf("answered %+v, %d more arrived", a, s.arrivals()-before)
	}
	form, err := s.Desk.Person(context.Background(), s.Of, who.AttendeeID)
	s.No(err)
	if answer := form.Registration.Answers[hotel.ID]; answer != "Hilton" {
		t.Errorf("answered %q", answer)
	}
	s.Bind(fyne.KeyY)
	if len(uitest.Find[*widgets.FormField](s.Stand)) != 0 {
		t.Error("a question that was answered is open still")
	}
}

func TestAWorkspaceIsLeftWhenItsScansAreSaved(t *testing.T) {
	s := open(t, uitest.Options{})
	who := s.someone(false)
	_, _, err := s.Desk.SaveQuestion(context.Background(), seminar.Question{SeminarID: s.Of, Text: "Which hotel?", Type: "text", Required: true, AtDesk: true})
	s.No(err)
	s.scan(who.Code)
	s.Hold = true
	s.page.Scan(strings.Repeat("7", 33))
	left := false
	s.page.Settle(func() { left = true })
	if left {
		t.Fatal("left before the scan was saved")
	}
	s.Hold = false
	s.Release()
	if !left {
		t.Fatal("nothing is to be saved, and the workspace is not left")
	}
	if n := len(s.Announced); n == 0 || !strings.Contains(s.Announced[n-1].Hint, who.Name()) {
		t.Errorf("said %+v of the question that was open", s.Announced)
	}
}
