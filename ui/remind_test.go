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
