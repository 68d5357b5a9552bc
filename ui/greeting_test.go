package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// facing are the words on the screen that faces the attendees; nil while it is closed.
func (h *house) facing() []string {
	var words []string
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if w == h.Fyne() || w.Title() != "Welcome" {
			continue
		}
		for _, t := range uitest.Within[*widgets.Text](w.Content()) {
			if t.Visible() && t.Text != "" {
				words = append(words, t.Text)
			}
		}
	}
	return words
}

func TestTheScreenThatFacesTheAttendeesGreets(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	if got := h.facing(); got != nil {
		t.Fatalf("before F9 it shows %q", got)
	}
	h.Press(fyne.KeyF9)
	if got := h.facing(); !slices.Contains(got, h.seminars()[0].Title("en")) {
		t.Fatalf("at rest it shows %q", got)
	}
	arrived := false
	rows, err := h.desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: demo.ID("cooperation-2025"), Status: []seminar.Status{seminar.Confirmed},
		ListID: h.lists()[0].ID, Arrived: &arrived, Limit: 1})
	h.no(err)
	h.Write(rows[0].Code)
	h.Press(fyne.KeyReturn)
	if got := h.facing(); !slices.Contains(got, rows[0].Name()) {
		t.Errorf("after a scan it shows %q, and not %s", got, rows[0].Name())
	}
	h.Write("111111111111111111111111111111111")
	h.Press(fyne.KeyReturn)
	if got := h.facing(); !slices.Equal(got, []string{"Please speak to the desk"}) {
		t.Errorf("after a refusal it shows %q", got)
	}
	// The test's driver takes every object for one of the last window, so the key is pressed on this one itself.
	h.Fyne().Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF9})
	if h.Facing() {
		t.Error("the second F9 leaves it open")
	}
}

func (h *house) lists() []seminar.List {
	h.Helper()
	all, err := h.desk.Lists(h.Context(), demo.ID("cooperation-2025"))
	h.no(err)
	return all
}
