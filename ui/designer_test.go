package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/i18n"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// The designer opens by its key from the pages that make paper, fits a small screen in every language, keeps what was done
// while another page is in front, and asks before it lets go of it.
func TestTheDesignerIsReachedAndKept(t *testing.T) {
	for _, tag := range []string{"en", "az", i18n.LongTag, i18n.RTLTag} {
		h := newHouse(t, demo.People, tag)
		for _, from := range []page.Name{page.Badges, page.Certificates} {
			h.GoTo(from)
			for _, b := range h.Bindings() {
				if b.Shortcut != nil && b.Shortcut.ShortcutName() == page.Ctrl(fyne.KeyE).ShortcutName() {
					b.Do()
				}
			}
			if h.Front() != page.Designer {
				t.Fatalf("%s: Ctrl+E on %s leads to %s", tag, from, h.Front())
			}
			if m := h.MinSize(); m.Width > 1280 || m.Height > 720 {
				t.Errorf("%s: the designer of %s needs %v", tag, from, m)
			}
		}
		stage, ok := h.Fyne().Canvas().Focused().(interface{ TypedKey(*fyne.KeyEvent) })
		if !ok {
			t.Fatalf("%s: %T has the focus", tag, h.Fyne().Canvas().Focused())
		}
		stage.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		stage.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
		stage.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		for _, f := range h.controls() {
			if tab, ok := f.(fyne.Tabbable); ok && tab.AcceptsTab() && f != h.Fyne().Canvas().Focused() {
				t.Errorf("%s: %s keeps Tab to itself", tag, described(f))
			}
		}
		h.GoTo(page.Desk)
		h.GoTo(page.Designer)
		stage.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		stage.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if h.Panel() == nil || h.Front() != page.Designer {
			t.Errorf("%s: what was done is let go without a question", tag)
		}
	}
}

// Another language or theme makes every page anew: a template that is not saved is still there, and still said before an end.
func TestATemplateOutlivesALanguage(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	h.Env().Open(page.Designer, "badge")
	stage, ok := h.Fyne().Canvas().Focused().(interface{ TypedKey(*fyne.KeyEvent) })
	if !ok {
		t.Fatalf("%T has the focus", h.Fyne().Canvas().Focused())
	}
	for _, key := range []fyne.KeyName{fyne.KeyTab, fyne.KeyTab, fyne.KeyRight} {
		stage.TypedKey(&fyne.KeyEvent{Name: key})
	}
	h.GoTo(page.Settings)
	h.Env().SetSetting("language", "az")
	h.Env().Restyle()
	h.GoTo(page.Designer)
	said := i18n.Open("az").T("designer.saved.not")
	found := false
	for _, o := range uitest.Visible(h.Fyne().Content()) {
		text, ok := o.(*widgets.Text)
		found = found || ok && text.Text == said
	}
	if !found {
		t.Error("it does not stand there any more")
	}
	if h.Quit(); h.Closed() {
		t.Error("it is let go without a word")
	}
}
