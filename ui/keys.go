package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lanyard/ui/page"
	"lanyard/ui/widgets"
)

// ctrl is a key with Ctrl.
func ctrl(key fyne.KeyName) *desktop.CustomShortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl}
}

// globalKeys are those that every page answers to.
func (w *Window) globalKeys() {
	c := w.window.Canvas()
	for i, name := range page.Names() {
		c.AddShortcut(ctrl(fyne.KeyName(fmt.Sprint(i+1))), func(fyne.Shortcut) { w.goTo(name, "") })
	}
	c.AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { w.undo() })
	c.AddShortcut(ctrl(fyne.KeyQ), func(fyne.Shortcut) { w.window.Close() })
	c.SetOnTypedKey(w.typed)
}

// typed hears the keys that no entry took.
func (w *Window) typed(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyF1:
		w.showKeys()
		return
	case fyne.KeyF11:
		w.window.SetFullScreen(!w.window.FullScreen())
		return
	case fyne.KeyEscape:
		if len(w.panel.Objects) > 0 {
			w.showPanel(nil, nil)
			return
		}
	}
	for _, b := range w.bindings() {
		if b.Shortcut == nil && b.Key == ev.Name {
			b.Do()
			return
		}
	}
}

func (w *Window) bindings() []page.Binding {
	if b, ok := w.pages[w.front].(page.Bound); ok {
		return b.Bindings()
	}
	return nil
}

// pageKeys gives the page that came to the front its keys, and takes those of the one before back.
func (w *Window) pageKeys(p page.Page) {
	for _, s := range w.keys {
		w.window.Canvas().RemoveShortcut(s)
	}
	w.keys = nil
	// A page may have had a key of the window's for itself.
	w.window.Canvas().AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { w.undo() })
	b, ok := p.(page.Bound)
	if !ok {
		return
	}
	for _, binding := range b.Bindings() {
		if binding.Shortcut == nil {
			continue
		}
		w.window.Canvas().AddShortcut(binding.Shortcut, func(fyne.Shortcut) { binding.Do() })
		w.keys = append(w.keys, binding.Shortcut)
	}
}

// showKeys lists all keys in the panel; F1 again closes it.
func (w *Window) showKeys() {
	if w.help {
		w.showPanel(nil, nil)
		return
	}
	t := w.lang.T
	lines := []string{"F1 — " + t("window.keys.help"), "Ctrl+1…7 — " + t("window.keys.pages"), "Ctrl+Z — " + t("window.keys.undo"),
		"F11 — " + t("window.keys.full_screen"), "Esc — " + t("window.keys.back"), "Ctrl+Q — " + t("window.keys.quit"), ""}
	for _, b := range w.bindings() {
		key := string(b.Key)
		if b.Shortcut != nil {
			key = keyName(b.Shortcut)
		}
		lines = append(lines, key+" — "+b.Label)
	}
	text := widgets.Body(strings.Join(lines, "\n"))
	text.Lines = len(lines) * 2
	w.help = true
	w.showPanel(widgets.NewSidePanel(t("window.keys.title"), text, func() { w.showPanel(nil, nil) }), func() { w.help = false })
}

func keyName(s fyne.KeyboardShortcut) string {
	name := ""
	for _, m := range []struct {
		modifier fyne.KeyModifier
		name     string
	}{{fyne.KeyModifierControl, "Ctrl+"}, {fyne.KeyModifierAlt, "Alt+"}, {fyne.KeyModifierShift, "Shift+"}} {
		if s.Mod()&m.modifier != 0 {
			name += m.name
		}
	}
	return name + string(s.Key())
}
