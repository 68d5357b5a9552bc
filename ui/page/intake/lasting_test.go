package intake_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/attendeespage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// Another page in front, or another language, loses nothing; and what goes on behind another page takes no keys from it.
func TestAnImportOutlivesOtherPagesAndLanguages(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file("one.csv", first)
	s.columns()
	s.Hold = true
	s.Press(fyne.KeyReturn)
	s.page.Hide()
	s.Window.Canvas().Unfocus()
	s.Release()
	if f := s.Window.Canvas().Focused(); f != nil {
		t.Errorf("behind another page %T took the focus", f)
	}
	s.Hold = false
	s.page.Show()
	if s.Window.Canvas().Focused() != s.Button("Take in 3 people") {
		t.Error("coming back, Enter does not go on")
	}
	work := s.page.Work()
	s.Env.Lang = i18n.Open("az")
	again := attendeespage.New(s.Env)
	again.Resume(work)
	s.page = again
	s.Show(again)
	if s.Button("3 nəfəri qəbul et") == nil {
		t.Fatalf("in another language the buttons are %q", s.Buttons())
	}
	s.Press(fyne.KeyReturn)
	if n := s.count(); n != demo.People+3 || again.Work() != nil {
		t.Errorf("%d people", n)
	}
}

// Cancelling leaves nothing, and the step is still there.
func TestACancelledImportLeavesNothing(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file("one.csv", first)
	s.columns()
	s.Press(fyne.KeyReturn)
	s.Hold = true
	s.Press(fyne.KeyReturn)
	if len(uitest.Find[*widgets.ProgressCard](s.Stand)) != 1 {
		t.Error("nothing shows how far it is")
	}
	s.Bind(fyne.KeyEscape)
	s.Release()
	s.Hold = false
	if n := s.count(); n != demo.People || s.Button("Take in 3 people") == nil {
		t.Errorf("%d people; the buttons are %q", n, s.Buttons())
	}
}

// edit changes somebody by hand.
func (s *stage) edit(name string) {
	s.Helper()
	found, err := s.Desk.Roster(s.Context(), seminar.RosterFilter{SeminarID: s.Of, Search: name})
	s.No(err)
	f, err := s.Desk.Person(s.Context(), s.Of, found[0].AttendeeID)
	s.No(err)
	f.Attendee.Position = "Director"
	_, err = s.Desk.Edit(s.Context(), f)
	s.No(err)
}

// An earlier import is taken back from the list of them; whoever was changed since stays, and is named.
func TestAnEarlierImportIsTakenBack(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file("one.csv", first)
	s.columns()
	s.Press(fyne.KeyReturn, fyne.KeyReturn)
	s.edit("aysel quliyeva")
	s.Bind(fyne.KeyO)
	if rows := s.cells(); len(rows) != 1 || rows[0][1] != "one.csv" || rows[0][2] != "3" {
		t.Fatalf("the earlier imports are %v", rows)
	}
	s.Picture("intake-earlier")
	s.row(0)
	s.Press(fyne.KeyReturn)
	s.Tap("Take back")
	if n := s.count(); n != demo.People+1 || !s.Says("1 person was kept") || !s.Says("Aysel Quliyeva") {
		t.Errorf("%d people; the kept one is not named", n)
	}
	s.page.Changed()
	s.Press(fyne.KeyReturn) // the keys are among those who were kept
	if s.Opened != page.Attendees {
		t.Error("Enter does not open who was kept")
	}
	if got := s.cells()[0][5]; got != "taken back" {
		t.Errorf("the import is %q", got)
	}
	done, err := s.Desk.Imports(context.Background(), s.Of)
	s.No(err)
	if len(done) != 1 || !done[0].Undone || done[0].Created != 3 {
		t.Errorf("the desk says %+v", done)
	}
}

// Ctrl+Z long after an import spares those with whom something has happened since, too.
func TestUndoSparesWhoWasChangedSince(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file("one.csv", first)
	s.columns()
	s.Press(fyne.KeyReturn, fyne.KeyReturn)
	s.edit("aysel quliyeva")
	s.Undo()
	if n := s.count(); n != demo.People+1 {
		t.Errorf("%d people after the undo", n)
	}
}

// What is no list is refused with a sentence, and the way to another one is an Enter away.
func TestWhatIsNoListIsRefusedWithASentence(t *testing.T) {
	s := open(t, uitest.Options{})
	for name, text := range map[string]string{"empty.csv": "\n\n", "paper.csv": "%PDF-1.4\n1 0 obj", "book.xlsx": "PK\x03\x04 broken"} {
		s.file(name, text)
		s.Bind(fyne.KeyO)
		s.Tap("Choose a file…")
		notices := uitest.Find[*widgets.Notice](s.Stand)
		if len(notices) != 1 || notices[0].Title != name || len(strings.Fields(notices[0].Text)) < 3 {
			t.Errorf("%s: %d notices", name, len(notices))
		}
		if s.Window.Canvas().Focused() != s.Button("Choose a file") {
			t.Errorf("%s: the way to another list does not have the focus", name)
		}
		s.Bind(fyne.KeyEscape)
	}
	s.file("gone.csv", "x")
	s.File += ".not"
	s.Bind(fyne.KeyO)
	s.Press(fyne.KeyReturn)
	if len(uitest.Find[*widgets.Notice](s.Stand)) != 1 {
		t.Error("a file that is gone is refused without a word")
	}
}

// Every step has room in a small window, in long and in mirrored words.
func TestEveryStepHasRoom(t *testing.T) {
	for _, tag := range []string{i18n.LongTag, i18n.RTLTag} {
		s := open(t, uitest.Options{Language: tag})
		s.file("one.csv", strings.ReplaceAll(first, "Given name,Family name", "Name,Position"))
		fits := func(step string) {
			if m := s.page.Content().MinSize(); m.Width > 1092 || m.Height > 672 {
				t.Errorf("%s: %s needs %v", tag, step, m)
			}
			s.Picture("intake-" + step + "-" + tag)
		}
		s.Bind(fyne.KeyO)
		fits("source")
		s.Press(fyne.KeyReturn)
		fits("columns")
		s.Press(fyne.KeyReturn)
		fits("people")
	}
}

// Cells that hold books, and thousands of columns, widen nothing.
func TestAListOfBooksHasRoom(t *testing.T) {
	s := open(t, uitest.Options{})
	book := strings.Repeat("Nursultan ", 20_000)
	s.file("books.csv", "Name,Comment"+strings.Repeat(",Column", 3000)+"\n"+book+","+book+"\nNursultan Nazar,short\n")
	s.columns()
	if m := s.page.Content().MinSize(); m.Width > 1092 || m.Height > 672 {
		t.Errorf("the columns need %v", m)
	}
	s.Press(fyne.KeyReturn)
	if m := s.page.Content().MinSize(); m.Width > 1092 || m.Height > 672 {
		t.Errorf("the people need %v", m)
	}
	if got := s.becomes(); got["Nursultan Nazar"] != "new" || len(got) != 2 {
		t.Errorf("the people are %v", got)
	}
}
