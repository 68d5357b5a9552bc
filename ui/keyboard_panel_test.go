package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/demo"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// do presses a key of the page with Ctrl.
func (h *house) do(key fyne.KeyName) {
	h.Helper()
	for _, b := range h.Bindings() {
		if b.Shortcut != nil && b.Shortcut.Key() == key {
			b.Do()
			return
		}
	}
	h.Fatalf("no key Ctrl+%s", key)
}

// TestWarningsBeforeAFileAreAnsweredByEnterOrEscape is about the panel that tells what a page cannot show.
func TestWarningsBeforeAFileAreAnsweredByEnterOrEscape(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	uitest.Unprintable(t, h.desk, demo.ID("cooperation-2025"))
	for _, name := range []page.Name{page.Badges, page.Certificates} {
		h.GoTo(name)
		if name == page.Certificates {
			h.do(fyne.KeyI)
		}
		before := h.Focused()
		h.do(fyne.KeyS)
		if b, ok := h.Focused().(*widgets.Button); h.Panel() == nil || !ok || b.Importance != widget.HighImportance {
			t.Fatalf("%s: panel %v, %s has the focus", name, h.Panel(), described(h.Focused()))
		}
		h.Press(fyne.KeyEscape)
		if h.Panel() != nil || h.Focused() != before || h.Fyne().Canvas().Overlays().Top() != nil {
			t.Errorf("%s: Escape leaves the panel %v, the focus on %s", name, h.Panel(), described(h.Focused()))
		}
		if h.do(fyne.KeyS); h.Panel() == nil {
			t.Fatalf("%s: after Escape the key that saves does not warn again", name)
		}
		h.Press(fyne.KeyReturn)
		if h.Panel() != nil || h.Fyne().Canvas().Overlays().Top() == nil {
			t.Errorf("%s: after Enter no file is asked for", name)
		}
		h.Press(fyne.KeyEscape) // in the chooser
		if h.Fyne().Canvas().Overlays().Top() != nil || h.Focused() != before {
			t.Errorf("%s: after the chooser %s has the focus", name, described(h.Focused()))
		}
	}
}
