package programmepage_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func TestNothingHalfWrittenOfASessionIsLostUnsaid(t *testing.T) {
	s := open(t, uitest.Options{})
	other := s.sessions()[1]
	for what, do := range map[string]func(){
		"Escape":                      func() { s.Press(fyne.KeyEscape) },
		"opening another":             func() { s.page.Open(other.ID) },
		"editing the seminar":         func() { s.Bind(fyne.KeyE) },
		"a new seminar":               func() { s.Bind(fyne.KeyM) },
		"a new session":               func() { s.Bind(fyne.KeyN) },
		"another part":                func() { s.Bind(fyne.KeyTab) },
		"another seminar":             s.chip,
		"removing what the cursor is": func() { s.Bind(fyne.KeyDelete) },
	} {
		before := len(s.sessions())
		s.Bind(fyne.KeyN)
		s.Write("Half")
		panel := s.Side.(*widgets.SidePanel)
		of := s.Of
		if do(); s.Side != fyne.CanvasObject(panel) || panel.Note != s.Lang.T("common.unsaved") || s.Of != of || len(s.sessions()) != before {
			t.Fatalf("%s loses what was written, or does not say so", what)
		}
		if do(); s.Side == fyne.CanvasObject(panel) && s.Of == of {
			t.Errorf("%s: whoever insists does not get on", what)
		}
		s.Env.Panel(nil, nil)
		if s.Of != of {
			s.Env.SetSeminar(of)
		}
		s.turnTo("Sessions")
	}
}

// chip presses the chip of another seminar of the series.
func (s *stage) chip() {
	s.Helper()
	of := s.Of
	for _, c := range uitest.Find[*widgets.Chip](s.Stand) {
		if !c.Selected {
			c.Tapped(nil)
			if c.Selected && s.Of == of {
				s.Error("the seminar that was not taken is marked")
			}
			return
		}
	}
	s.Fatalf("no chip of another seminar")
}
