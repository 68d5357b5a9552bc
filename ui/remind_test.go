package ui_test

import (
	"path/filepath"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

func TestTheWindowRemindsOfPeopleWhoAreToBeAnonymised(t *testing.T) {
	h := newHouse(t, 0, "en")
	before := h.Toasts()
	path := filepath.Join(t.TempDir(), "old.lanyard")
	store, err := sqlite.Open(t.Context(), sqlite.Options{Path: path, Create: true})
	h.no(err)
	d := desk.New(desk.Options{Store: store, Keeper: store})
	for _, day := range []string{"", "2020-12-31", "2999-12-31"} {
		_, _, err := d.AddSeminar(t.Context(), seminar.Seminar{Titles: map[string]string{"en": "Due " + day}, Start: "2020-01-01", End: "2020-01-02", Zone: "Asia/Baku", EraseAfter: day})
		h.no(err)
	}
	h.no(store.Close())
	h.OpenWorkspace(path)
	if got := h.Toasts(); got != before+1 {
		t.Errorf("%d toasts after %d: of one seminar the day is over", got, before)
	}
}

func TestTheWindowSaysThatNewsOfTheAnonymisedWentAgain(t *testing.T) {
	h := newHouse(t, 0, "en")
	before := h.Toasts()
	path := filepath.Join(t.TempDir(), "late.lanyard")
	store, err := sqlite.Open(t.Context(), sqlite.Options{Path: path, Create: true})
	h.no(err)
	d := desk.New(desk.Options{Store: store, Keeper: store})
	of, _, err := d.AddSeminar(t.Context(), seminar.Seminar{Titles: map[string]string{"en": "One"}, Start: "2031-01-01", End: "2031-01-02", Zone: "Asia/Baku"})
	h.no(err)
	who, err := d.Register(t.Context(), desk.Form{Attendee: seminar.Attendee{GivenName: "Leyla"}, Registration: seminar.Registration{SeminarID: of.ID}})
	h.no(err)
	_, err = d.Anonymise(t.Context(), desk.Erasure{Attendees: []seminar.ID{who.Row.AttendeeID}})
	h.no(err)
	_, err = d.Block(t.Context(), of.ID, who.Row.AttendeeID, "it is Leyla again")
	h.no(err)
	h.no(store.Close())
	h.OpenWorkspace(path)
	if got := h.Toasts(); got != before+1 {
		t.Errorf("%d toasts after %d", got, before)
	}
	again, err := sqlite.Open(t.Context(), sqlite.Options{Path: path})
	h.no(err)
	defer again.Close()
	f, err := desk.New(desk.Options{Store: again}).Person(t.Context(), of.ID, who.Row.AttendeeID)
	if err != nil || f.Registration.BlockedWhy != "" || !f.Registration.Blocked {
		t.Errorf("%+v, %v", f.Registration, err)
	}
}
