package ui

import (
	"time"

	"lanyard/ui/page"
)

// turn lets the page in front follow the clock: at midnight of the seminar's zone what belongs to a day begins anew.
func (w *Window) turn() {
	if w.seminar.ID == "" {
		return
	}
	day := w.desk().Now().In(w.seminar.Location()).Format(time.DateOnly)
	if w.day != "" && w.day != day {
		w.changed()
	}
	w.day = day
	if c, ok := w.pages[w.front].(page.Clocked); ok {
		c.Tick()
	}
}
