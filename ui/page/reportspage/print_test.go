package reportspage_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/printing/printingtest"
	"lanyard/ui/page"
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
