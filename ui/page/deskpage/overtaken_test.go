package deskpage_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// A seminar that was just added, or a snapshot that was just restored, is told while the desk is still reading.
func TestAChangeWhileThePageIsReadingLeavesTheDeskReady(t *testing.T) {
	s := open(t, uitest.Options{})
	s.page.Hide()
	s.Window.Canvas().Unfocus()
	s.Hold = true
	s.page.Show()
	s.page.Changed()
	s.Release()
	if a := s.answer(); a.Kind != widgets.KindReady {
		t.Errorf("the desk shows %+v", a)
	}
	s.Write("q")
	s.Press(fyne.KeyEscape)
}
