package ui

import (
	"context"
	"net/url"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"lanyard/internal/i18n"
	"lanyard/ui/dialogs"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// saveFile asks for a file, writes it in the background, and says where it is.
func (w *Window) saveFile(suggested string, write func(context.Context, string, task.Progress) error) {
	if w.lock != nil { // it was asked for before the desk was locked
		w.waiting = append(w.waiting, func() { w.saveFile(suggested, write) })
		return
	}
	dialogs.File{Lang: w.lang, Canvas: w.window.Canvas(), Title: w.lang.T("dialog.file.save"), Folder: dialogs.Home(), Save: true,
		Name: suggested, Chosen: func(path string) { w.writeFile(path, write) },
		Sealed: func(path string) { w.sealFile(path, write) }}.Show()
}

func (w *Window) writeFile(path string, write func(context.Context, string, task.Progress) error) {
	var job *task.Job
	card := widgets.NewProgressCard(filepath.Base(path), w.lang.T("common.cancel"), func() { job.Cancel() })
	working := dialog.NewCustomWithoutButtons(w.lang.T("common.saving"), widgets.Fixed(420, 0, card), w.window)
	working.Show()
	job = task.Start(w.ctx, w.run, func(ctx context.Context, p task.Progress) (bool, error) { return true, write(ctx, path, p) },
		func(fraction float64, text string) { card.Set(fraction, text) },
		func(_ bool, err error) {
			w.hide(working)
			if err != nil {
				w.fail(err)
				return
			}
			w.toasts.Push(widgets.Toast{Kind: widgets.KindAccepted, Message: w.lang.T("window.saved", "file", filepath.Base(path)),
				ActionLabel: w.lang.T("common.open"), OnAction: func() { w.show(path) }})
		})
}

// show opens a file or folder with what the system has for it.
func (w *Window) show(path string) {
	if err := w.app.OpenURL(&url.URL{Scheme: "file", Path: path}); err != nil {
		w.fail(err)
	}
}

// showFolder opens the folder that a file lies in.
func (w *Window) showFolder(path string) { w.show(filepath.Dir(path)) }

// openFile asks for a file with one of some extensions, and for its password where it is protected.
func (w *Window) openFile(extensions []string, then func(string)) {
	w.findFile(extensions, func(path string) { w.unseal(path, "", then) })
}

// findFile asks for a file as it is.
func (w *Window) findFile(extensions []string, then func(string)) {
	if w.lock != nil {
		w.waiting = append(w.waiting, func() { w.findFile(extensions, then) })
		return
	}
	chooseFile(w.window, w.lang, extensions, then)
}

func chooseFile(over fyne.Window, lang *i18n.Lang, extensions []string, then func(string)) {
	dialogs.File{Lang: lang, Canvas: over.Canvas(), Title: lang.T("dialog.file.open"), Folder: dialogs.Home(),
		Extensions: extensions, Folders: slices.Contains(extensions, page.Folders), Chosen: then}.Show()
}
