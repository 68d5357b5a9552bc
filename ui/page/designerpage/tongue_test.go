package designerpage_test

import (
	"maps"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lanyard/internal/document/template"
	"lanyard/ui/page/designerpage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// again shows what is selected now.
func again(p *designerpage.Page) {
	p.Stage().MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p.At(-5, -5)}, Modifier: fyne.KeyModifierShift})
}

// tongue is the choice of the language whose text is written.
func tongue(s *uitest.Stand) *widgets.Select {
	s.Helper()
	return uitest.Within[*widgets.Select](s.Field(s.Lang.T("designer.texts")))[0]
}

// adds takes an item of the menu of languages by the keyboard, from 1.
func adds(s *uitest.Stand, p *designerpage.Page, item int) {
	s.Helper()
	s.Window.Canvas().Focus(p.Tool(s.Lang.T("designer.texts.add")))
	s.Press(fyne.KeyReturn)
	for range item {
		s.Press(fyne.KeyDown)
	}
	s.Press(fyne.KeyReturn)
}

// A text has one for all languages and others for some: each is written, and the one that the preview shows is said.
func TestATextInSeveralLanguages(t *testing.T) {
	s, p := open(t, uitest.Options{Language: "az"})
	p.Editor().Add(template.Element{ID: "welcome", Type: template.Text, Place: template.Place{X: 10, Y: 10, W: 60, H: 10}, Content: "Welcome"})
	again(p)
	text := s.Lang.T("designer.content.text")
	if s.Field(text).Hint != "" || len(tongue(s).Options) != 1 {
		t.Errorf("one text for all: %q, %q", s.Field(text).Hint, tongue(s).Options)
	}
	adds(s, p, 2)
	if e := s.Entry(text); e.Text != "Welcome" || s.Focused() != fyne.Focusable(e) {
		t.Errorf("the new text is %q, the focus on %T", e.Text, s.Focused())
	}
	s.Fill(text, "Xoş gəlmisiniz")
	adds(s, p, 3)
	s.Fill(text, "أهلا وسهلا")
	e, _ := p.Editor().Element("welcome")
	if e.Content != "Welcome" || !maps.Equal(e.Contents, map[string]string{"az": "Xoş gəlmisiniz", "ar": "أهلا وسهلا"}) {
		t.Fatalf("%q, %q", e.Content, e.Contents)
	}
	if hint := s.Field(text).Hint; hint != s.Lang.T("designer.texts.shown", "which", s.Lang.T("designer.language.az")) {
		t.Errorf("of the preview it says %q", hint)
	}
	tongue(s).SetSelected(s.Lang.T("designer.texts.all"))
	if got := s.Entry(text).Text; got != "Welcome" {
		t.Errorf("the text for all others is %q", got)
	}
	p.Editor().Select("code")
	again(p)
	p.Editor().Select("welcome")
	again(p)
	if got := s.Entry(text).Text; got != "Xoş gəlmisiniz" {
		t.Errorf("selected again it has %q open, not what the preview shows", got)
	}
	p.Tool(s.Lang.T("designer.texts.remove")).OnTapped()
	tongue(s).SetSelected(s.Lang.T("designer.language.ar"))
	p.Tool(s.Lang.T("designer.texts.remove")).OnTapped()
	if e, _ := p.Editor().Element("welcome"); len(e.Contents) != 0 || s.Field(text).Hint != "" || s.Entry(text).Text != "Welcome" {
		t.Errorf("%q are left, %q is open", e.Contents, s.Entry(text).Text)
	}
	s.Bind(fyne.KeyZ)
	if e, _ := p.Editor().Element("welcome"); e.Contents["ar"] == "" {
		t.Error("undo does not bring a language back")
	}
}

// So have the lines of a stack, each for itself.
func TestALineInSeveralLanguages(t *testing.T) {
	s, p := open(t, uitest.Options{})
	p.Editor().Add(template.Element{ID: "lines", Type: template.Stack, Place: template.Place{X: 10, Y: 10, W: 60, H: 20},
		Items: []template.Item{{Content: "One", Words: template.Words{Size: 12}}, {Content: "Two", Words: template.Words{Size: 12, Language: template.Person}}}})
	again(p)
	line := uitest.Within[*widgets.Select](s.Field(s.Lang.T("designer.stack.line")))[0]
	line.SetSelected(line.Options[1])
	adds(s, p, 6)
	text := s.Lang.T("designer.content.text")
	s.Fill(text, "Екі")
	e, _ := p.Editor().Element("lines")
	if len(e.Items[0].Contents) != 0 || e.Items[1].Contents["kk"] != "Екі" {
		t.Fatalf("%+v", e.Items)
	}
	if hint := s.Field(text).Hint; hint != s.Lang.T("designer.texts.shown.none") { // of somebody from Azerbaijan
		t.Errorf("of the preview it says %q", hint)
	}
	if got := tongue(s).Options; !slices.Contains(got, s.Lang.T("designer.language.kk")) {
		t.Errorf("%q", got)
	}
}
