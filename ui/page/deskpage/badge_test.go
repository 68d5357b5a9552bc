package deskpage_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/ui/uitest"
)

func TestALetterThatNoFontHasIsSaidBeforeABadgeIsSaved(t *testing.T) {
	s := open(t, uitest.Options{})
	who := uitest.Unprintable(t, s.Desk, s.Of)
	s.Write("Wei Li")
	s.Bind(fyne.KeyP)
	if s.Side == nil || s.Saved != "" || !s.Mentions(who) || !s.Mentions("U+10FFFD") {
		t.Fatalf("no warning before saving: panel %v, saved %q", s.Side, s.Saved)
	}
	s.Picture("badge-warning")
	s.Tap("Cancel")
	if s.Saved != "" || s.Side != nil {
		t.Fatalf("given up, and saved %q", s.Saved)
	}
	s.Bind(fyne.KeyP)
	s.Bind(fyne.KeyP) // the second time is all the same
	if s.Saved == "" || s.Side != nil || len(s.Pages(s.Saved)) != 1 {
		t.Errorf("saved %q, panel %v", s.Saved, s.Side)
	}
}
