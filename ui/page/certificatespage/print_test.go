package certificatespage_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/printing/printingtest"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func TestCertificatesComeOutOfThePrinter(t *testing.T) {
	s := newStand(t, "en")
	c := only(s)
	if s.Button("Print") != nil {
		t.Fatalf("without a printer the buttons are %q", s.Buttons())
	}
	s.Bind(fyne.KeyP)
	if s.Saved == "" || len(s.Failed) > 0 {
		t.Fatalf("without a printer it is not saved either: %v", s.Failed)
	}
	s.Saved = ""
	n := printingtest.Open(t, "/bin/true")
	s.Env.SetSetting(page.SettingPrinter, n.URI)
	s.Env.SetSetting(page.SettingPrintCopies, "3") // of badges
	s.Changed()
	s.Picture("certificates-print")
	s.Tap(s.Lang.N("certificates.print", 1))
	s.Tap(s.Lang.T("certificates.print.one"))
	got := n.Documents()
	if len(got) != 2 || s.Saved != "" || len(s.Failed) > 0 {
		t.Fatalf("came out %v, saved %q, failed %v", got, s.Saved, s.Failed)
	}
	for _, file := range got {
		if pages := s.Pages(file); len(pages) != 1 || !strings.Contains(pages[0], c.Serial) {
			t.Errorf("%s: %q", file, pages)
		}
	}
	if len(s.Done) < 2 || s.Done[len(s.Done)-1] != s.Lang.N("certificates.printed", 1, "serial", c.Serial) {
		t.Errorf("said %q", s.Done)
	}
	_, _, err := s.Desk.RevokeCertificate(context.Background(), c.Serial, "a mistake")
	s.No(err)
	s.Bind(fyne.KeyB)
	s.Tap("Print again")
	if len(n.Documents()) != 2 || len(s.Failed) != 1 || seminar.CodeOf(s.Failed[0]) != seminar.CodeNotFound {
		t.Errorf("revoked meanwhile: came out %v, failed %v", n.Documents(), s.Failed)
	}
	s.Failed = nil // it should
}

func TestAReasonHalfWrittenIsNotLostUnsaid(t *testing.T) {
	s := newStand(t, "en")
	c := only(s)
	revoke := s.Lang.T("certificates.revoke")
	s.Tap(revoke)
	if s.Press(fyne.KeyEscape); s.Side != nil {
		t.Fatal("with nothing written the panel stays")
	}
	for what, do := range map[string]func(){
		"Escape":             func() { s.Press(fyne.KeyEscape) },
		"checking another":   func() { s.Bind(fyne.KeyD) },
		"revoking once more": func() { s.Tap(revoke) },
	} {
		s.Tap(revoke)
		s.Write("the name")
		panel := s.Side.(*widgets.SidePanel)
		if do(); s.Side != fyne.CanvasObject(panel) || panel.Note != s.Lang.T("common.unsaved") || uitest.Within[*widgets.Entry](panel)[0].Text != "the name" {
			t.Errorf("%s loses the reason, or does not say so", what)
		}
		if do(); s.Side == fyne.CanvasObject(panel) {
			t.Errorf("%s: whoever insists does not get on", what)
		}
		s.Env.Panel(nil, nil)
	}
	if certificates(s)[0].Revoked || c.Revoked {
		t.Error("it was revoked")
	}
}
