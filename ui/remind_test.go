package ui_test

import (
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

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
	var due seminar.ID
	for _, day := range []string{"", "2020-12-31", "2999-12-31"} {
		of, _, err := d.AddSeminar(t.Context(), seminar.Seminar{Titles: map[string]string{"en": "Due " + day}, Start: "2020-01-01", End: "2020-01-02", Zone: "Asia/Baku", EraseAfter: day})
		h.no(err)
		_, err = d.Register(t.Context(), desk.Form{Attendee: seminar.Attendee{GivenName: "Leyla" + day}, Registration: seminar.Registration{SeminarID: of.ID}})
		h.no(err)
		if day == "2020-12-31" {
			due = of.ID
		}
	}
	h.no(store.Close())
	h.OpenWorkspace(path)
	if got := h.Toasts(); got != before+1 {
		t.Errorf("%d toasts after %d: of one seminar the day is over", got, before)
	}
	again, err := sqlite.Open(t.Context(), sqlite.Options{Path: path})
	h.no(err)
	defer again.Close()
	named := func() int {
		n := 0
		h.no(again.EachRegistration(t.Context(), func(attendee, of seminar.ID) error {
			var a seminar.Attendee
			_, err := again.Get(t.Context(), seminar.EntityAttendee, attendee, &a)
			if a.GivenName != "" {
				n++
			} else if of != due {
				t.Errorf("somebody of %s was anonymised", of)
			}
			return err
		}))
		return n
	}
	if !h.ActToast() || named() != 3 {
		t.Errorf("%d have a name: the key only asks", named())
	}
	h.Write("anonymise")
	h.Press(fyne.KeyReturn)
	if named() != 2 {
		t.Errorf("%d have a name", named())
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
