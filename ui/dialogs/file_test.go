package dialogs_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/i18n"
	"lanyard/ui/dialogs"
	"lanyard/ui/theme"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// stage is a window with a folder of files, and a chooser over it that keys go to.
type stage struct {
	uitest.Hands
	folder string
	chosen []string
}

func show(t *testing.T, f dialogs.File) *stage {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.AlwaysLight))
	s := &stage{Hands: uitest.Hands{T: t, Window: test.NewTempWindow(t, widget.NewLabel(""))}, folder: t.TempDir()}
	s.Window.Resize(fyne.NewSize(1280, 720))
	for _, name := range []string{"Şəki/people.csv", "Şəki/notes.pdf", "badges.pdf", "people.csv", "PEOPLE 2.CSV", ".hidden.csv"} {
		path := filepath.Join(s.folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	f.Lang, f.Canvas, f.Folder = i18n.Open("en"), s.Window.Canvas(), s.folder
	f.Chosen = func(path string) { s.chosen = append(s.chosen, path) }
	f.Show()
	return s
}

// want says which path was chosen, relative to the folder, and that the chooser is gone with it; "" is none.
func (s *stage) want(path string) {
	s.Helper()
	open := s.Window.Canvas().Overlays().Top() != nil && s.Window.Canvas().Overlays().Top().Visible()
	switch {
	case path == "" && len(s.chosen) > 0:
		s.Errorf("%q was chosen", s.chosen)
	case path == "" && !open:
		s.Error("the chooser is gone")
	case path != "" && (len(s.chosen) != 1 || s.chosen[0] != filepath.Join(s.folder, path)):
		s.Errorf("%q was chosen, not %q", s.chosen, path)
	case path != "" && open:
		s.Error("the chooser is still there")
	}
}

var csv = []string{".csv"}

func TestOpenByLetters(t *testing.T) {
	s := show(t, dialogs.File{Extensions: csv})
	s.Write("2")
	s.Press(fyne.KeyReturn)
	s.want("PEOPLE 2.CSV")
}

func TestOpenInAFolder(t *testing.T) {
	s := show(t, dialogs.File{Extensions: csv})
	s.Press(fyne.KeyReturn) // the folder is first
	s.want("")
	s.Press(fyne.KeyEnter)
	s.want("Şəki/people.csv")
}

func TestOpenGoesUpAndComesBack(t *testing.T) {
	s := show(t, dialogs.File{Extensions: csv})
	s.Press(fyne.KeyReturn, fyne.KeyUp, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn)
	s.want("PEOPLE 2.CSV")
}

func TestAFolderIsChosenItself(t *testing.T) {
	s := show(t, dialogs.File{Extensions: csv, Folders: true})
	s.Press(fyne.KeyReturn) // into the first
	s.want("")
	s.Press(fyne.KeyUp, fyne.KeyReturn)
	s.want("Şəki")
}

func TestAFileIsChosenWhereAFolderMayBe(t *testing.T) {
	s := show(t, dialogs.File{Extensions: csv, Folders: true})
	s.Write("2")
	s.Press(fyne.KeyReturn)
	s.want("PEOPLE 2.CSV")
}

func TestOpenATypedPath(t *testing.T) {
	s := show(t, dialogs.File{Extensions: csv})
	s.Write("Şəki/people.csv")
	s.Press(fyne.KeyReturn)
	s.want("Şəki/people.csv")
}

func TestOpenWhatIsNotThere(t *testing.T) {
	s := show(t, dialogs.File{Extensions: csv})
	s.Write("badges") // a PDF is no list
	s.Press(fyne.KeyUp, fyne.KeyReturn)
	s.want("")
	s.Press(fyne.KeyEscape)
	if s.Window.Canvas().Overlays().Top() != nil {
		t.Error("Escape leaves the chooser open")
	}
}

func TestSaveUnderTheSuggestedName(t *testing.T) {
	s := show(t, dialogs.File{Save: true, Name: "report.pdf"})
	s.Press(fyne.KeyReturn)
	s.want("report.pdf")
}

func TestSaveAsksBeforeItReplaces(t *testing.T) {
	s := show(t, dialogs.File{Save: true, Name: "badges.pdf"})
	s.Press(fyne.KeyReturn)
	s.want("")
	s.Press(fyne.KeyReturn)
	s.want("badges.pdf")
}

func TestSaveAskedForOneNameReplacesNoOther(t *testing.T) {
	s := show(t, dialogs.File{Save: true, Name: "badges.pdf"})
	s.Press(fyne.KeyReturn, fyne.KeyBackspace, fyne.KeyReturn) // badges.pd is new
	s.want("badges.pd")
}

func TestAFileIsProtectedWhereThatIsTicked(t *testing.T) {
	var sealed []string
	s := show(t, dialogs.File{Save: true, Name: "report.pdf", Sealed: func(path string) { sealed = append(sealed, path) }})
	uitest.Within[*widgets.Check](s.Window.Canvas().Overlays().Top())[0].SetChecked(true)
	s.Press(fyne.KeyReturn) // the name has the focus again
	if len(s.chosen) > 0 || len(sealed) != 1 || sealed[0] != filepath.Join(s.folder, "report.pdf.age") {
		t.Errorf("%q chosen, %q to be protected", s.chosen, sealed)
	}
}

func TestANewPasswordIsAskedForTwice(t *testing.T) {
	s := show(t, dialogs.File{Save: true})
	s.Press(fyne.KeyEscape)
	var got []string
	dialogs.Password{Lang: i18n.Open("en"), Canvas: s.Window.Canvas(), New: true, Title: "report.pdf.age", Chosen: func(p string) { got = append(got, p) }}.Show()
	fields := func() []*widgets.FormField {
		return uitest.Within[*widgets.FormField](s.Window.Canvas().Overlays().Top())
	}
	s.Write("baku")
	if fields()[0].Warning == "" {
		t.Error("a weak password is not called weak")
	}
	s.Press(fyne.KeyReturn)
	s.Write("baki")
	s.Press(fyne.KeyReturn)
	if len(got) > 0 || fields()[1].Error == "" {
		t.Errorf("two different ones were taken: %q", got)
	}
	s.Press(fyne.KeyBackspace)
	s.Write("u")
	s.Press(fyne.KeyReturn)
	if len(got) != 1 || got[0] != "baku" || s.Window.Canvas().Overlays().Top() != nil {
		t.Errorf("%q", got)
	}
}

func TestSaveInAnotherFolder(t *testing.T) {
	s := show(t, dialogs.File{Save: true, Name: "report.pdf"})
	s.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // below "up": the folder
	s.want("")
	s.Press(fyne.KeyReturn)
	s.want("Şəki/report.pdf")
}

func TestSaveWithoutAName(t *testing.T) {
	s := show(t, dialogs.File{Save: true})
	s.Press(fyne.KeyReturn)
	s.want("")
	s.Write("nowhere/report.pdf")
	s.Press(fyne.KeyReturn)
	s.want("")
}

func TestEscapeClosesFromEveryControl(t *testing.T) {
	for n := 0; ; n++ {
		s := show(t, dialogs.File{Save: true, Name: "report.pdf"})
		first := s.Focused()
		for range n {
			s.Window.Canvas().FocusNext()
		}
		if n > 0 && s.Focused() == first {
			if n < 4 {
				t.Errorf("Tab comes round after %d controls", n)
			}
			return
		}
		s.Press(fyne.KeyEscape)
		if s.Window.Canvas().Overlays().Top() != nil {
			t.Errorf("Escape in %T leaves the chooser open", s.Focused())
		}
		if s.Window.Canvas().OnTypedKey() != nil {
			t.Errorf("after Escape in control %d the chooser still hears the keys", n)
		}
		if len(s.chosen) > 0 {
			t.Errorf("Escape in control %d chose %q", n, s.chosen)
		}
	}
}
