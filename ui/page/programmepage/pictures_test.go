package programmepage_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/document/template"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func TestALogoIsChosenByKeyboardSavedAndUndone(t *testing.T) {
	s := open(t, uitest.Options{})
	file := func(text string) string {
		t.Helper()
		path := filepath.Join(t.TempDir(), "logo.svg")
		s.No(os.WriteFile(path, []byte(text), 0o600))
		return path
	}
	kept := func() string {
		t.Helper()
		all, err := s.Desk.SeminarPictures(context.Background(), s.Of)
		s.No(err)
		return string(all[template.Logo])
	}
	const label = "Logo of the organiser"
	const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"><rect width="20" height="10" fill="#147a80"/></svg>`
	s.Bind(fyne.KeyE)
	s.File = file("no picture")
	tabTo[*widgets.Button](s, label)
	s.Press(fyne.KeySpace)
	if s.Field(label).Error == "" {
		t.Error("a file that is no picture was taken")
	}
	s.File = file(logo)
	s.Press(fyne.KeySpace)
	if s.Field(label).Error != "" || kept() != "" {
		t.Errorf("before it is saved: %q, kept %q", s.Field(label).Error, kept())
	}
	s.Picture("seminar-picture")
	s.Tap("Save")
	if kept() != logo {
		t.Fatalf("kept is %q", kept())
	}
	s.Bind(fyne.KeyE)
	buttons := uitest.Within[*widgets.Button](s.Field(label).Control)
	if len(buttons) != 2 || !buttons[1].Visible() {
		t.Fatalf("the row has %d buttons", len(buttons))
	}
	s.Window.Canvas().Focus(buttons[1])
	s.Press(fyne.KeySpace)
	if s.Focused() != fyne.Focusable(buttons[0]) {
		t.Errorf("the keyboard is at %T", s.Focused())
	}
	s.Tap("Save")
	if kept() != "" {
		t.Error("it was not taken away")
	}
	s.Undo()
	if kept() != logo {
		t.Error("undo does not bring it back")
	}
}
