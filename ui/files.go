package ui

import (
	"context"
	"net/url"
	"path/filepath"

	"fyne.io/fyne/v2/dialog"

	"lanyard/ui/dialogs"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// saveFile asks for a file, writes it in the background, and says where it is.
func (w *Window) saveFile(suggested string, write func(context.Context, string, task.Progress) error) {
	dialogs.File{Lang: w.lang, Canvas: w.window.Canvas(), Title: w.lang.T("dialog.file.save"), Folder: dialogs.Home(), Save: true,
		Name: suggested, Chosen: func(path string) { w.writeFile(path, write) }}.Show()
}

func (w *Window) writeFile(path string, write func(context.Context, string, task.Progress) error) {
	var job *task.Job
	card := widgets.NewProgressCard(filepath.Base(path), w.lang.T("common.cancel"), func() { job.Cancel() })
	working := dialog.NewCustomWithoutButtons(w.lang.T("common.saving"), widgets.Fixed(420, 0, card), w.window)
	working.Show()
	job = task.Start(w.ctx, w.run, func(ctx context.Context, p task.Progress) (bool, error) { return true, write(ctx, path, p) },
		func(fraction float64, text string) { card.Set(fraction, text) },
		func(_ bool, err error) {
			working.Hide()
			if err != nil {
				w.fail(err)
				return
			}
			w.toasts.Push(widgets.Toast{Kind: widgets.KindAccepted, Message: w.lang.T("window.saved", "file", filepath.Base(path)),
				ActionLabel: w.lang.T("common.open"), OnAction: func() {
					if err := w.app.OpenURL(&url.URL{Scheme: "file", Path: path}); err != nil {
						w.fail(err)
					}
				}})
		})
}

// openFile asks for a file with one of some extensions.
func (w *Window) openFile(extensions []string, then func(string)) {
	dialogs.File{Lang: w.lang, Canvas: w.window.Canvas(), Title: w.lang.T("dialog.file.open"), Folder: dialogs.Home(),
		Extensions: extensions, Chosen: then}.Show()
}
