package settingspage_test

import (
	"strings"
	"testing"

	"lanyard/internal/printing"
	"lanyard/internal/printing/printingtest"
	"lanyard/ui/page"
	"lanyard/ui/page/settingspage"
	"lanyard/ui/uitest"
)

func TestThePrinterOfThisDesk(t *testing.T) {
	c := printingtest.OpenCUPS(t)
	file := c.Add("badges")
	s := uitest.New(t, uitest.Options{})
	s.Env.Printing = printing.New(c.Server)
	s.Show(settingspage.New(s.Env))
	s.Tap("Use The badges")
	if kept(s, page.SettingPrinter) != c.URI("badges") || !s.Says("The printer is ready.") {
		t.Fatalf("kept %q, failed %v", kept(s, page.SettingPrinter), s.Failed)
	}
	s.Picture("settings-printer")
	s.Tap("Print a test page")
	if text := printingtest.Text(t, file); !strings.Contains(text, "Lanyard prints here.") || len(s.Done) != 2 {
		t.Errorf("came out %q, said %v, failed %v", text, s.Done, s.Failed)
	}
	c.Run("cupsdisable", "badges")
	s.Tap("Look again")
	if got := s.Field("Address of the printer").Error; !strings.Contains(got, "is stopped") {
		t.Errorf("stopped: %q", got)
	}
	s.Select(page.PrintEverywhere)
	if kept(s, page.SettingPrintCheckin) != page.PrintEverywhere {
		t.Error("where to print is not kept")
	}
}
