package deskpage_test

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/ui/uitest"
)

// TestAnInitiativeIsWrittenDownAtTheDesk: in the session that goes on, with what was half-written still there after the desk
// was left, and the entry ready for the next scan afterwards.
func TestAnInitiativeIsWrittenDownAtTheDesk(t *testing.T) {
	s := open(t, uitest.Options{})
	panel, err := s.Desk.FindSession(context.Background(), s.Of, "Panel 1: Culture and heritage in the region")
	s.No(err)
	s.Now = panel.Start.Add(time.Minute)
	entry := s.Focused()
	s.Bind(fyne.KeyT)
	s.Fill("Title", "A library")
	s.page.Hide()
	if s.Side != nil {
		t.Fatal("the form stays over another page")
	}
	s.page.Show()
	s.Bind(fyne.KeyT)
	if got := s.Entry("Title").Text; got != "A library" {
		t.Fatalf("half-written was %q", got)
	}
	s.Picture("initiative-again")
	for _, b := range s.page.Bindings() {
		if b.Shortcut != nil && b.Shortcut.Key() == fyne.KeyReturn {
			b.Do()
		}
	}
	all, err := s.Desk.Initiatives(context.Background(), s.Of)
	s.No(err)
	v := all[len(all)-1]
	if v.Title != "A library" || v.SessionID != panel.ID || s.Side != nil {
		t.Errorf("saved %+v", v)
	}
	if s.Focused() != entry {
		t.Error("the entry is not ready")
	}
	s.Bind(fyne.KeyT)
	if got := s.Entry("Title").Text; got != "" {
		t.Errorf("the next begins with %q", got)
	}
}
