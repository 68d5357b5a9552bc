package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func TestTheKeysOfQuestionsWorkWhateverPartCameFirst(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	of := h.Env().Seminar().ID
	before, err := h.desk.Questions(t.Context(), of)
	h.no(err)
	h.GoTo(page.Programme)
	keys := h.Bindings() // the window takes them as the page comes to the front
	press := func(key fyne.KeyName) {
		t.Helper()
		for _, b := range keys {
			if b.Shortcut != nil && b.Shortcut.Key() == key {
				b.Do()
				return
			}
		}
		t.Fatalf("no key Ctrl+%s", key)
	}
	for range 5 {
		press(fyne.KeyTab)
	}
	press(fyne.KeyD)
	if all, err := h.desk.Questions(t.Context(), of); err != nil || len(all) != len(before)+1 {
		t.Errorf("%d questions, %v", len(all), err)
	}
	press(fyne.KeyP)
	if sides := uitest.Within[*widgets.SidePanel](h.Panel()); len(sides) != 1 || sides[0].Title != "Registration form on paper" {
		t.Errorf("%d panels", len(sides))
	}
}
