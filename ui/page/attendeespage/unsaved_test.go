package attendeespage_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lanyard/ui/theme"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// asks does something twice that would lose what is half-written in the panel: the first time that is said and nothing
// happens, the second time it is done.
func (s *stage) asks(what string, do func()) {
	s.Helper()
	panel, _ := s.Side.(*widgets.SidePanel)
	if panel == nil || panel.Note != "" {
		s.Fatalf("%s: the panel is %+v", what, panel)
	}
	if do(); s.Side != fyne.CanvasObject(panel) || panel.Note != s.Lang.T("common.unsaved") {
		s.Fatalf("%s loses what was written, or does not say so", what)
	}
	if do(); s.Side == fyne.CanvasObject(panel) {
		s.Errorf("%s: whoever insists does not get on", what)
	}
}

func TestNothingHalfWrittenOfAPersonIsLostUnsaid(t *testing.T) {
	s := open(t, uitest.Options{})
	first, other := s.person("qafar").AttendeeID, s.person("aliyev").AttendeeID
	for what, do := range map[string]func(){
		"opening another by mouse": func() { s.table().OnOpen(string(other)) },
		"registering somebody":     func() { s.Bind(fyne.KeyN) },
		"blocking":                 func() { s.Tap("Block") },
		"looking for duplicates":   func() { s.Bind(fyne.KeyD) },
		"Escape":                   func() { s.Press(fyne.KeyEscape) },
	} {
		s.page.Open(first)
		s.Press(fyne.KeyEnd)
		s.Write("x")
		s.asks(what, do)
		if s.Side != nil {
			s.Env.Panel(nil, nil)
		}
		s.Bind(fyne.KeyF) // and away from the pairs
	}
	s.page.Open(first)
	s.table().OnOpen(string(other)) // nothing was changed
	if title := s.Side.(*widgets.SidePanel).Title; title != s.person("aliyev").Name() {
		t.Errorf("with nothing written, another cannot be opened: %s", title)
	}
	s.Tap("Block")
	s.Write("ask the supervisor")
	s.asks("leaving a reason", func() { s.Press(fyne.KeyEscape) })
}

func TestAClickBesideAFieldIsNotOneOnTheTableUnderThePanel(t *testing.T) {
	s := open(t, uitest.Options{})
	s.page.Open(s.person("qafar").AttendeeID)
	panel, size := s.Side, s.Window.Canvas().Size()
	for y := float32(240); y < 600; y += 15 { // down the panel's margin, over the rows
		if test.TapCanvas(s.Window.Canvas(), fyne.NewPos(size.Width-widgets.PanelWidth+theme.Space1, y)); s.Side != panel {
			t.Fatalf("a click at %v opened somebody else", y)
		}
	}
}

func TestNothingHalfWrittenOfACorrectionIsLostUnsaid(t *testing.T) {
	s := open(t, uitest.Options{Evening: true})
	who, _ := s.absent()
	other := s.person("qafar").AttendeeID
	for what, do := range map[string]func(){
		"Escape":                   func() { s.Press(fyne.KeyEscape) },
		"opening another by mouse": func() { s.table().OnOpen(string(other)) },
		"registering somebody":     func() { s.Bind(fyne.KeyN) },
	} {
		s.page.Open(who)
		s.Bind(fyne.KeyH)
		s.Window.Canvas().Focus(s.Entry("Why"))
		s.Write("seen by")
		s.asks(what, do)
		s.Env.Panel(nil, nil)
	}
	s.page.Open(who)
	s.Bind(fyne.KeyH)
	s.Fill("Why", "seen by")
	session := s.Field("Session").Control.(*widgets.Select)
	at := session.SelectedIndex()
	next := (at + 1) % len(session.Options)
	if session.SetSelectedIndex(next); session.SelectedIndex() != at || s.Entry("Why").Text != "seen by" || !s.Says(s.Lang.T("common.unsaved")) {
		t.Fatal("another session takes the place of one that is half-written")
	}
	if session.SetSelectedIndex(next); session.SelectedIndex() != next || s.Entry("Why").Text != "" || s.Says(s.Lang.T("common.unsaved")) {
		t.Error("whoever insists does not come to another session")
	}
	s.Fill("Why", "seen")
	s.Press(fyne.KeyReturn)
	if title := s.Side.(*widgets.SidePanel).Title; title == "" || s.Says(s.Lang.T("common.unsaved")) || len(uitest.Within[*widgets.ResultList](s.Side)) == 0 {
		t.Errorf("a correction that was saved does not lead back to the person: %s", title)
	}
}
