package designerpage_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/document/template/edit"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/page/designerpage"
	"lanyard/ui/uitest"
)

// Nobody gave the elements of a shipped template their names, nor those of new ones: they are words of the window's language.
func TestLayersSpeakTheLanguageOfTheWindow(t *testing.T) {
	s, p := uitest.Open(t, uitest.Options{Language: "az"}, designerpage.New)
	for _, kind := range []template.Kind{template.Badge, template.Certificate} {
		for _, shipped := range document.Shipped(kind) {
			p.Open(seminar.ID(shipped.ID))
			for range 2 {
				for _, e := range p.Editor().Elements() {
					if name := p.LayerName(e.ID); name == "" || name == e.ID {
						t.Errorf("%s: the window has no word for %q: %q", shipped.ID, e.ID, name)
					}
				}
				s.Bind(fyne.KeyT)
			}
		}
	}
	for _, of := range template.Types() {
		p.Editor().Add(template.Element{Type: of, Place: template.Place{W: 10, H: 10}})
		id := p.Editor().Selection()[0]
		p.Stage().MouseDown(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: p.At(-5, -5)}, Modifier: fyne.KeyModifierShift})
		if name := p.LayerName(id); name == id {
			t.Errorf("the window has no word for a new %q", id)
		}
	}
	s.Fill(s.Lang.T("designer.name"), "my own-2")
	s.Press(fyne.KeyReturn)
	if name := p.LayerName("my own-2"); name != "my own-2" {
		t.Errorf("a name that somebody gave is %q", name)
	}
}

// Places on a page are physical: on a mirrored one, whose template counts from the right, what is called left is left.
func TestLeftIsLeftOnAMirroredPage(t *testing.T) {
	s, p := open(t, uitest.Options{Language: i18n.RTLTag})
	if !p.Editor().Template().Mirrored {
		t.Fatal("the page is not mirrored")
	}
	width := p.Editor().Template().Size.W
	press(p, 52, 108)
	s.Fill(s.Lang.T("designer.x"), "10")
	s.Press(fyne.KeyReturn)
	at := place(t, p, "code")
	if got := p.At(at.X+at.W, 0).X - p.At(width, 0).X; got < float32(9.9)*p.Scale() || got > float32(10.1)*p.Scale() {
		t.Errorf("10 mm from the left it is %v mm from it", got/p.Scale())
	}
	s.Window.Canvas().Focus(p.Stage())
	p.Align(edit.Left)
	if at = place(t, p, "code"); at.X+at.W != width {
		t.Errorf("lined up left it is at %+v of %v", at, width)
	}
	if got := s.Entry(s.Lang.T("designer.x")).Text; strings.TrimSpace(got) != "0" {
		t.Errorf("the field says %q", got)
	}
	p.Stage().TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierAlt})
	if wider := place(t, p, "code"); wider.W != at.W+0.5 || wider.X+wider.W != width {
		t.Errorf("made wider to the right it went from %+v to %+v", at, wider)
	}
}
