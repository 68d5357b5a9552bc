package deskpage_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/ui/uitest"
)

// TestAHalfWrittenWalkInBelongsToItsSeminar is about another seminar chosen meanwhile: there the form is empty, and what was
// written is still there once the first comes back.
func TestAHalfWrittenWalkInBelongsToItsSeminar(t *testing.T) {
	s := open(t, uitest.Options{})
	first := s.Of
	s.Bind(fyne.KeyN)
	s.Write("Half")
	s.Press(fyne.KeyEscape)
	s.Env.SetSeminar(demo.ID("heritage-2025"))
	s.Bind(fyne.KeyN)
	if text := textOf(s.Focused().(fyne.CanvasObject)); text != "" {
		t.Errorf("another seminar has %q in its form", text)
	}
	s.Press(fyne.KeyEscape)
	s.Env.SetSeminar(first)
	s.Bind(fyne.KeyN)
	if text := textOf(s.Focused().(fyne.CanvasObject)); text != "Half" {
		t.Errorf("what was half-written is now %q", text)
	}
}
