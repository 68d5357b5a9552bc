package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
	"lanyard/ui/page"
)

// TestUndoSaysWhomItKept: Ctrl+Z after an import says how many it left, names them with the reason, and Enter opens one.
func TestUndoSaysWhomItKept(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	of := demo.ID("cooperation-2025")
	people := transfer.Result{Rows: 2, People: []transfer.Person{{Row: 2, Key: "a", Attendee: seminar.Attendee{GivenName: "Zebra", FamilyName: "Kept"}},
		{Row: 3, Key: "b", Attendee: seminar.Attendee{GivenName: "Zebra", FamilyName: "Gone"}}}}
	report, err := h.desk.Import(h.Context(), of, people, desk.ImportOptions{})
	h.no(err)
	f, err := h.desk.Person(h.Context(), of, report.People[2])
	h.no(err)
	f.Attendee.Position = "Director"
	_, err = h.desk.Edit(h.Context(), f)
	h.no(err)
	h.GoTo(page.Attendees)
	h.Env().Done("2 people were taken in.", report.Action)
	h.Undo()
	if !h.shows("Undone, but 1 person was kept") || !h.shows("1 person was kept") || !h.shows("Zebra Kept") || !h.shows("edited") || h.shows("Zebra Gone") {
		t.Fatal("it does not say who was kept, and why")
	}
	h.Press(fyne.KeyReturn)
	if h.Panel() == nil || h.shows("1 person was kept") {
		t.Error("Enter does not open who was kept")
	}
}
