package reportspage_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/printing/printingtest"
	"lanyard/ui/page"
	"lanyard/ui/page/reportspage"
	"lanyard/ui/uitest"
)

func TestTheReportComesOutOfThePrinter(t *testing.T) {
	s := newStand(t, "en")
	s.Bind(fyne.KeyP)
	if !strings.HasSuffix(s.Saved, ".pdf") {
		t.Fatalf("without a printer: saved %q", s.Saved)
	}
	want := s.Pages(s.Saved)
	s.Saved = ""
	n := printingtest.Open(t, "/bin/true")
	s.Env.SetSetting(page.SettingPrinter, n.URI)
	s.Bind(fyne.KeyP)
	got := n.Documents()
	if len(got) != 1 || s.Saved != "" || len(s.Failed) > 0 {
		t.Fatalf("came out %v, saved %q, failed %v", got, s.Saved, s.Failed)
	}
	if pages := s.Pages(got[0]); len(pages) != len(want) || pages[0] != want[0] {
		t.Errorf("%d pages came out, %d were saved", len(pages), len(want))
	}
}

// TestOneKeyPrintsWhoIsInsideNow: also who left since the list was shown is not on it.
func TestOneKeyPrintsWhoIsInsideNow(t *testing.T) {
	s, p := uitest.Open(t, uitest.Options{Language: "en", Evening: true}, reportspage.New)
	n := printingtest.Open(t, "/bin/true")
	s.Env.SetSetting(page.SettingPrinter, n.URI)
	s.Bind(fyne.KeyI)
	gone := leave(s, 0)
	for _, b := range p.Bindings() {
		if b.Label == s.Lang.T("reports.key.emergency.print") {
			b.Do()
		}
	}
	got := n.Documents()
	if len(got) != 1 || len(s.Failed) > 0 {
		t.Fatalf("came out %v, failed %v", got, s.Failed)
	}
	if text := strings.Join(s.Pages(got[0]), " "); strings.Contains(text, gone.Name()) || !strings.Contains(text, "Main entrance") {
		t.Errorf("%s left, and the list says %.300s", gone.Name(), text)
	}
}
