package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/i18n"
	"lanyard/ui/page"
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
		h.GoTo(page.Desk)
		h.GoTo(page.Designer)
		stage.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		stage.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
		if h.Panel() == nil || h.Front() != page.Designer {
			t.Errorf("%s: what was done is let go without a question", tag)
		}
	}
}
