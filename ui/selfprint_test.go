package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/printing/printingtest"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/widgets"
)

func TestSelfCheckinPrintsTheBadge(t *testing.T) {
	n := printingtest.Open(t, "/bin/true")
	h := newHouse(t, demo.People, "en")
	h.Env().SetSetting(page.SettingPrinter, n.URI)
	h.startKiosk()
	rows := slices.DeleteFunc(h.absent(), func(r seminar.RosterRow) bool { return r.Prints > 0 })
	h.Write(rows[0].Code)
	h.Press(fyne.KeyReturn)
	if a := h.answer(); a.Kind != widgets.KindAccepted || a.Hint != "Your badge is being printed." {
		t.Errorf("answers %+v", a)
	}
	if got := n.Documents(); len(got) != 1 || !strings.Contains(printingtest.Text(t, got[0]), rows[0].FamilyName) {
		t.Errorf("came out %v", got)
	}
	n.Stop()
	h.Write(rows[1].Code)
	h.Press(fyne.KeyReturn)
	if a := h.answer(); a.Kind != widgets.KindAccepted || a.Hint != "Your badge waits for you at the desk." {
		t.Errorf("without a printer: %+v", a)
	}
}
