package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// globalKeys are those that every page answers to.
func (w *Window) globalKeys() {
	c := w.window.Canvas()
	for i, name := range page.Names() {
		w.onKey(page.Ctrl(fyne.KeyName(fmt.Sprint(i+1))), func() { w.turnTo(name) })
	}
	w.onKey(&fyne.ShortcutUndo{}, w.undo)
	w.onKey(page.Ctrl(fyne.KeyL), w.change)
	w.onKey(page.Ctrl(fyne.KeyK), w.startKiosk)
	c.AddShortcut(page.Ctrl(fyne.KeyQ), func(fyne.Shortcut) { w.quit() })
	c.SetOnTypedKey(w.typed)
	c.SetOnTypedRune(func(r rune) {
		w.touched()
		switch {
		case w.door() != nil:
			w.door().rune(r)
		case w.welcome != nil:
			w.welcome.key(r)
		}
	})
}

func (w *Window) onKey(s fyne.Shortcut, do func()) { w.window.Canvas().AddShortcut(s, w.guarded(do)) }

// quit closes the window; a kiosk asks for the PIN first, and what is half-written is said. Behind a door nobody could read
// that.
func (w *Window) quit() {
	if w.kiosk == nil && (w.door() != nil || w.ending()) {
		w.window.Close()
	}
}

// guarded makes a key deaf while somebody is asked to sign in, and while the window is a kiosk.
func (w *Window) guarded(do func()) func(fyne.Shortcut) {
	return func(fyne.Shortcut) {
		w.touched()
		if w.door() == nil && w.kiosk == nil {
			do()
		}
	}
}

// typed hears the keys that no entry took.
func (w *Window) typed(ev *fyne.KeyEvent) {
	if w.kiosk != nil {
		w.kiosk.view.Key(ev)
		return
	}
	w.touched()
	switch ev.Name {
	case fyne.KeyF1:
		w.showKeys()
		return
	case fyne.KeyF9:
		w.turnFacing()
		return
	case fyne.KeyF11:
		w.fullScreen()
		return
	case fyne.KeyEscape:
		if side, ok := w.shown.(*widgets.SidePanel); ok && side.HandleKey(ev) {
			return // it may have something to say before it closes
		}
		if len(w.panel.Objects) > 0 {
			w.showPanel(nil, nil)
			return
		}
		if w.onWall() {
			w.fullScreen()
			return
		}
	}
	for _, b := range w.bindings() {
		if b.Shortcut == nil && b.Key == ev.Name && b.Do != nil {
			b.Do()
			return
		}
	}
}

func (w *Window) bindings() []page.Binding {
	if w.welcome != nil {
		return w.welcome.bindings()
	}
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
	w.onKey(&fyne.ShortcutUndo{}, w.undo)
	w.onKey(page.Ctrl(fyne.KeyReturn), func() { w.submit() })
	b, ok := p.(page.Bound)
	if !ok {
		return
	}
	for _, binding := range b.Bindings() {
		if binding.Shortcut == nil || binding.Do == nil {
			continue
		}
		do := binding.Do
		if binding.Shortcut.ShortcutName() == page.Ctrl(fyne.KeyReturn).ShortcutName() {
			do = func() {
				if !w.submit() {
					binding.Do()
				}
			}
		}
		w.onKey(binding.Shortcut, do)
		w.keys = append(w.keys, binding.Shortcut)
	}
}

// submit sends the form in the panel, and says whether there is one.
func (w *Window) submit() bool {
	side, ok := w.shown.(*widgets.SidePanel)
	if !ok || side.Submit == nil {
		return false
	}
	side.Submit()
	return true
}

// showKeys lists all keys in the panel; F1 again closes it.
func (w *Window) showKeys() {
	if w.help {
		w.showPanel(nil, nil)
		return
	}
	if !w.leaving() {
		return
	}
	t, rtl := w.lang.T, w.lang.RTL()
	column := widgets.Column(theme.Space2)
	said := map[string]bool{} // a page's own meaning of a key stands for the window's
	line := func(key, label string) {
		said[key] = true
		text := widgets.Body(label)
		text.RTL = rtl
		column.Add(widgets.Edge(rtl, nil, nil, widgets.Fixed(keyWidth, 0, widgets.NewKeyCap(key, rtl)), nil, widgets.Inset(0, 2, text)))
	}
	if own := w.bindings(); len(own) > 0 {
		column.Add(widgets.Caption(t("window.rail." + string(w.front))))
		for _, b := range own {
			if b.Label == "" {
				continue // it means nothing on what the page shows at the moment
			}
			key := nameOf(b.Key)
			if b.Shortcut != nil {
				key = keyName(b.Shortcut)
			}
			line(key, b.Label)
		}
	}
	column.Add(widgets.Caption(t("window.keys.everywhere")))
	if len(w.operators) > 0 {
		line("Ctrl+L", t("window.keys.lock"))
	}
	for _, k := range [][2]string{{"Ctrl+1…8", "pages"}, {"Ctrl+Z", "undo"}, {"Ctrl+Enter ⏎", "submit"}, {"Ctrl+K", "kiosk"}, {"Tab", "next"}, {"Esc", "back"}, {"F1", "help"},
		{"F9", "facing"}, {"F11", "full_screen"}, {"Ctrl+Q", "quit"}} {
		if !said[k[0]] {
			line(k[0], t("window.keys."+k[1]))
		}
	}
	w.help = true
	panel := widgets.NewSidePanel(t("window.keys.title"), column, func() { w.showPanel(nil, nil) })
	panel.RTL = rtl
	w.showPanel(panel, func() { w.help = false })
}

// keyWidth is the room of a key beside what it does.
const keyWidth = 112

// nameOf is a key as it is written on keyboards.
func nameOf(key fyne.KeyName) string {
	switch key {
	case fyne.KeyUp:
		return "↑"
	case fyne.KeyDown:
		return "↓"
	case fyne.KeyLeft:
		return "←"
	case fyne.KeyRight:
		return "→"
	case fyne.KeyReturn:
		return "Enter ⏎" // as it stands on buttons
	case fyne.KeyDelete:
		return "Del"
	case fyne.KeyBackspace:
		return "Backspace"
	case fyne.KeyEscape:
		return "Esc"
	case fyne.KeyPageUp:
		return "Page Up"
	case fyne.KeyPageDown:
		return "Page Down"
	}
	return string(key)
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
	return name + nameOf(s.Key())
}
