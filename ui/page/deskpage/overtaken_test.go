package deskpage_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// A seminar that was just added, or a snapshot that was just restored, is told while the desk is still reading.
func TestAChangeWhileThePageIsReadingLeavesTheDeskReady(t *testing.T) {
	s := newStand(t, "en", theme.AlwaysLight, demo.People)
	s.page.Hide()
	s.window.Canvas().Unfocus()
	s.hold = true
	s.page.Show()
	s.page.Changed()
	s.release()
	if a := s.answer(); a.Kind != widgets.KindReady {
		t.Errorf("the desk shows %+v", a)
	}
	s.write("q")
	s.press(fyne.KeyEscape)
}
