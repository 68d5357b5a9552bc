package settingspage_test

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/printing"
	"lanyard/internal/printing/printingtest"
	"lanyard/ui/page"
	"lanyard/ui/page/settingspage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
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

func TestHowThePrinterPrints(t *testing.T) {
	n := printingtest.Open(t, "/bin/true", "-2")
	s := uitest.New(t, uitest.Options{})
	s.Env.SetSetting(page.SettingPrinter, n.URI)
	s.Show(settingspage.New(s.Env))
	if !s.Mentions("in it: Letter 8.5 × 11 in") {
		t.Error("the paper in it is not said")
	}
	s.Tap("Print a test page")
	var trays *widgets.Select
	for _, one := range uitest.Find[*widgets.Select](s) {
		if len(one.Options) > 1 && one.Options[1] == "Main tray" {
			trays = one
		}
	}
	if trays == nil {
		t.Fatal("no trays")
	}
	trays.SetSelectedIndex(1)
	s.Select("two")
	s.Select("2")
	s.Fill("Move to the right (mm)", "far")
	s.Press(fyne.KeyReturn)
	if s.Field("Move to the right (mm)").Error == "" || kept(s, page.SettingPrintRight) != "" {
		t.Error("no number is kept")
	}
	s.Fill("Move to the right (mm)", "−2,5")
	s.Press(fyne.KeyReturn)
	s.Picture("settings-printer-more")
	if kept(s, page.SettingPrintTray) != "main" || kept(s, page.SettingPrintSheets) != "two" || kept(s, page.SettingPrintCopies) != "2" || kept(s, page.SettingPrintRight) != "-2.5" {
		t.Errorf("kept %v", s.Settings)
	}
	s.Tap("Print a test page")
	got := n.Documents()
	if len(got) != 2 {
		t.Fatalf("came out %v; failed %v", got, s.Failed)
	}
	const moved = -2.5 / 25.4 * 72 // points
	if by := printingtest.Left(t, got[1], "Lanyard") - printingtest.Left(t, got[0], "Lanyard"); math.Abs(by-moved) > 0.1 {
		t.Errorf("moved by %.2f points, not %.2f", by, moved)
	}
}
