package ui_test

import (
	"os"
	"path/filepath"
	"testing"

	"lanyard/internal/demo"
	"lanyard/internal/i18n"
	"lanyard/ui/page"
)

// A list that is dropped on the window is looked at, whichever page is in front; and it is still looked at after a scan, after
// another page was there, and in another language.
func TestAListIsDroppedAndOutlivesALanguage(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	path := filepath.Join(t.TempDir(), "guests.csv")
	h.no(os.WriteFile(path, []byte("Given name,Family name\nNigar,Rəhimova\n"), 0o600))
	h.GoTo(page.Programme)
	h.Drop(path)
	if h.Front() != page.Attendees || !h.shows("guests.csv") {
		t.Fatalf("%s is in front", h.Front())
	}
	h.scan(h.expected(1)[0].Code)
	h.GoTo(page.Settings)
	h.Env().SetSetting("language", "az")
	h.Env().Restyle()
	h.GoTo(page.Attendees)
	if az := i18n.Open("az"); !h.shows("guests.csv") || !h.shows(az.T("intake.goes_to")) {
		t.Error("the list is gone")
	}
	if m := h.MinSize(); m.Width > 1280 || m.Height > 720 {
		t.Errorf("the columns of a list need %v", m)
	}
}
