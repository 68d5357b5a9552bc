package ui

import (
	"fyne.io/fyne/v2"

	"lanyard/ui/page"
)

// dropped gives a file that was dropped on the window to the page in front, or else to the attendees, whose lists and photos come
// in that way. Behind a door, at a kiosk and without a seminar nothing is taken.
func (w *Window) dropped(_ fyne.Position, files []fyne.URI) {
	if len(files) == 0 || w.door() != nil || w.kiosk != nil || w.seminar.ID == "" {
		return
	}
	w.touched()
	if _, ok := w.pages[w.front].(page.Dropper); !ok {
		w.turnTo(page.Attendees)
	}
	if p, ok := w.pages[w.front].(page.Dropper); ok {
		w.unseal(files[0].Path(), "", p.Drop)
	}
}
