package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// TestAKeyHasOneName holds the keys that stand on buttons against those under F1.
func TestAKeyHasOneName(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	for range 2 { // a pair, so that the page on which pairs are decided has its buttons
		_, err := h.desk.Register(t.Context(), desk.Form{Attendee: seminar.Attendee{GivenName: "Aysel", FamilyName: "Quliyeva", Country: "AZ", Organisation: "State Library"},
			Registration: seminar.Registration{SeminarID: demo.ID("cooperation-2025"), Status: seminar.Confirmed}})
		h.no(err)
	}
	named := 0
	for _, name := range ui.PageNames() {
		h.GoTo(name)
		if name == page.Attendees {
			h.do(fyne.KeyD) // people registered twice
		}
		var buttons []string // the keys on them
		for _, b := range uitest.Within[*widgets.Button](h.Fyne().Content()) {
			if _, key, ok := strings.Cut(b.Text, "  "); ok {
				buttons = append(buttons, key)
			}
		}
		h.Fyne().Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
		var under []string
		for _, k := range uitest.Within[*widgets.KeyCap](h.Panel()) {
			under = append(under, strings.Fields(k.Key)...) // Enter has a sign too
		}
		for _, key := range buttons {
			named++
			if !slices.Contains(under, key) {
				t.Errorf("%s: a button says %q, F1 says %q", name, key, under)
			}
		}
	}
	if named < 4 {
		t.Errorf("only %d buttons name a key", named)
	}
}
