package settingspage_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func TestNothingHalfWrittenOfAnOperatorIsLostUnsaid(t *testing.T) {
	s := open(t, uitest.Options{})
	hire(s, "Add the first administrator", "Leyla", "", "123456")
	for what, do := range map[string]func(){
		"Escape":                    func() { s.Press(fyne.KeyEscape) },
		"opening another by mouse":  func() { s.Tap("Add an operator") },
		"choosing another language": func() { s.Select("az") },
	} {
		for field, text := range map[string]string{"Name": "Leyla Q", "PIN": "12"} {
			before := s.Restyled
			edit(s, 0)
			s.Fill(field, text)
			panel := s.Side.(*widgets.SidePanel)
			s.Window.Canvas().Focus(s.Entry(field))
			if do(); s.Side != fyne.CanvasObject(panel) || panel.Note != s.Lang.T("common.unsaved") || s.Restyled != before {
				t.Fatalf("%s loses the %s that was written, or does not say so", what, field)
			}
			if s.Segment("az") == "az" {
				t.Errorf("%s: the language that was not taken is marked", what)
			}
			if do(); s.Side == fyne.CanvasObject(panel) && s.Restyled == before {
				t.Errorf("%s: whoever insists does not get on", what)
			}
			s.Env.Panel(nil, nil)
			s.Select("en")
		}
	}
	edit(s, 0)
	if s.Press(fyne.KeyEscape); s.Side != nil {
		t.Error("a form in which nothing was changed asks")
	}
}
