package programmepage_test

import (
	"context"
	"os/exec"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func TestTheFormIsSavedForPaperByKeyboard(t *testing.T) {
	s := open(t, uitest.Options{})
	_, _, err := s.Desk.SaveQuestion(context.Background(), seminar.Question{SeminarID: s.Of, Text: "Which hotel?", Type: seminar.TypeText, Texts: map[string]string{"az": "Hansı otel?"}})
	s.No(err)
	s.turnTo("Questions")
	s.Bind(fyne.KeyP)
	second := tabTo[*widgets.Select](s, "Beside it")
	for !strings.HasPrefix(second.Selected, "azər") {
		s.Press(fyne.KeyRight)
	}
	tabTo[*widgets.Chip](s, "What it asks besides")
	s.Press(fyne.KeySpace) // the honorific, which is asked first
	if previews := uitest.Find[*widgets.PagePreview](s.Stand); len(previews) != 1 || previews[0].Image == nil {
		t.Error("the page is not shown")
	}
	s.Picture("form-paper")
	who := s.someone("Speaker", 1)[0]
	tabTo[*widgets.Entry](s, "Filled in for")
	s.Write(who.FamilyName)
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	s.Picture("form-paper-filled")
	s.Tap("Save as PDF…")
	if out, err := exec.Command("pdftotext", "-layout", s.Saved, "-").CombinedOutput(); err != nil || !strings.Contains(string(out), who.FamilyName) {
		t.Errorf("the form is not filled in for %s: %v %s", who.Name(), err, out)
	}
	s.Fill("Filled in for", "")
	s.Tap("Save as PDF…")
	out, err := exec.Command("pdftotext", "-layout", s.Saved, "-").CombinedOutput()
	s.No(err)
	said := string(out)
	if !strings.Contains(said, "Qeydiyyat forması") || !strings.Contains(said, "Hansı otel?") || strings.Contains(said, "Title (Mr") || strings.Contains(said, who.FamilyName) {
		t.Error(said)
	}
}
