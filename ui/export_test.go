package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"lanyard/ui/page"
	"lanyard/ui/task"
)

// PageNames are the pages that a window has.
func PageNames() []page.Name { return page.Names() }

// GoTo brings a page to the front.
func (w *Window) GoTo(name page.Name) { w.goTo(name, "") }

// Front is the page in front.
func (w *Window) Front() page.Name { return w.front }

// Bindings are the keys of the page in front.
func (w *Window) Bindings() []page.Binding { return w.bindings() }

// Fyne is the toolkit's window.
func (w *Window) Fyne() fyne.Window { return w.window }

// Panel is what the panel shows, nil if it is closed.
func (w *Window) Panel() fyne.CanvasObject {
	if len(w.panel.Objects) == 0 {
		return nil
	}
	return w.panel
}

// OpenWorkspace opens a workspace as if it had been chosen among the files.
func (w *Window) OpenWorkspace(path string) { w.openWorkspace(path) }

// Restore restores a snapshot as if somebody had been sure.
func (w *Window) Restore(snapshot string) { w.restore(snapshot) }

// Toasts is how many toasts are shown.
func (w *Window) Toasts() int { return w.toasts.Count() }

// MinSize is what the window needs at least.
func (w *Window) MinSize() fyne.Size { return w.window.Content().MinSize() }

// Close closes the window, if it is not closed already.
func (w *Window) Close() {
	if !w.Closed() {
		w.cancel()
		w.window.Close()
	}
}

// SealFile writes a file that is to be protected, as if the chooser had been asked to.
func (w *Window) SealFile(path string, write func(context.Context, string, task.Progress) error) {
	w.sealFile(path, write)
}

// Unseal gives a file that was chosen.
func (w *Window) Unseal(path string, then func(string)) { w.unseal(path, "", then) }

// Quit is Ctrl+Q.
func (w *Window) Quit() { w.quit() }

// Closed says whether the window was closed.
func (w *Window) Closed() bool { return w.ctx.Err() != nil }

// Undo is Ctrl+Z.
func (w *Window) Undo() { w.undo() }

// Unfold does what a page has room for: everybody selected, a form open.
func (w *Window) Unfold() {
	for _, key := range []fyne.KeyName{fyne.KeyA, fyne.KeyN, fyne.KeyE} {
		for _, b := range w.bindings() {
			if b.Shortcut != nil && b.Shortcut.Key() == key && b.Do != nil {
				b.Do()
			}
		}
	}
}

// Look is what the window does every two seconds.
func (w *Window) Look() { w.look() }

// Facing says whether the screen that faces the attendees is open.
func (w *Window) Facing() bool { return w.facing != nil }

// StartKiosk is Ctrl+K.
func (w *Window) StartKiosk() { w.startKiosk() }

// Deaf says whether the keys of the window do nothing.
func (w *Window) Deaf() bool {
	heard := false
	w.guarded(func() { heard = true })(nil)
	return !heard
}

// ActToast does what the last toast offers.
func (w *Window) ActToast() bool { return w.toasts.Act() }

// Locked says whether somebody has to sign in before anything else.
func (w *Window) Locked() bool { return w.lock != nil }

// Asks is what asks somebody to sign in, nil if nobody is asked.
func (w *Window) Asks() fyne.CanvasObject {
	if w.door() == nil {
		return nil
	}
	return w.door().cover
}

// Shortcut does what a key with Ctrl does; the canvas of the tests hears none.
func (w *Window) Shortcut(key fyne.KeyName) {
	do := map[fyne.KeyName]func(){fyne.KeyL: w.change, fyne.Key3: func() { w.goTo(page.Programme, "") }}[key]
	w.guarded(do)(nil)
}

// Env is what pages get.
func (w *Window) Env() *page.Env { return w.env() }

// Unsay is what happens to an answer over the window when its time is up.
func (w *Window) Unsay() { w.unsay() }

// Drop drops a file on the window.
func (w *Window) Drop(path string) { w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(path)}) }

// Submit is Ctrl+Enter, and says whether there was a form to save.
func (w *Window) Submit() bool { return w.submit() }

// Sealing is how a file is written that a password protects.
var Sealing = sealing
