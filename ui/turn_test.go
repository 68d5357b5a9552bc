package ui_test

import (
	"strings"
	"testing"
	"time"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// clock moves the desk's clock.
func (h *house) clock(to time.Time) { h.ahead = time.Until(to) }

// shows says whether a text of the window begins so.
func (h *house) shows(text string) bool {
	for _, t := range uitest.Within[*widgets.Text](h.Fyne().Content()) {
		if strings.HasPrefix(t.Text, text) {
			return true
		}
	}
	return false
}

func TestTheDayTurnsWithoutAKey(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	all, err := h.desk.Seminars(t.Context())
	h.no(err)
	of := all[0]
	first, err := time.ParseInLocation(time.DateOnly, of.Start, of.Location())
	h.no(err)
	of.End = first.AddDate(0, 0, 2).Format(time.DateOnly)
	_, err = h.desk.SaveSeminar(t.Context(), of)
	h.no(err)
	list := h.lists()[0]
	list.Frequency = seminar.Daily
	_, _, err = h.desk.SaveList(t.Context(), list)
	h.no(err)
	h.clock(first.Add(24*time.Hour - 5*time.Second))
	people, err := h.desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: of.ID, Status: []seminar.Status{seminar.Confirmed}, Limit: 1})
	h.no(err)
	_, err = h.desk.Checkin(t.Context(), desk.Scan{SeminarID: of.ID, ListID: list.ID, AttendeeID: people[0].AttendeeID})
	h.no(err)
	h.Env().Restyle() // the window reads the seminar's days again
	h.GoTo(page.Desk)
	h.Look()
	counter := func() string { return uitest.Within[*widgets.CounterStrip](h.Fyne().Content())[0].Counters[1].Value }
	day := func(at time.Time) string { return at.Format("Mon 2 January") }
	if !h.shows(day(first)) || counter() == "0" {
		t.Fatalf("before midnight: %s arrived", counter())
	}
	h.Write("a") // somebody is being looked for; that stays
	h.clock(first.Add(24*time.Hour + time.Second))
	h.Look()
	if !h.shows(day(first.AddDate(0, 0, 1))) || counter() != "0" {
		t.Errorf("after midnight %s have arrived, and the header has the new day: %v", counter(), h.shows(day(first.AddDate(0, 0, 1))))
	}
	if uitest.Within[*widgets.ScanEntry](h.Fyne().Content())[0].Text() != "a" {
		t.Error("what was typed is gone")
	}
}
