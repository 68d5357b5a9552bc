package ui

import (
	"context"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// saveFile asks for a file, writes it in the background, and says where it is.
func (w *Window) saveFile(suggested string, write func(context.Context, string, task.Progress) error) {
	d := dialog.NewFileSave(func(to fyne.URIWriteCloser, err error) {
		if err != nil || to == nil {
			w.fail(err)
			return
		}
		path := to.URI().Path()
		to.Close()
		if info, err := os.Stat(path); err == nil && info.Size() == 0 {
			os.Remove(path) // made by the dialog only; what is written takes the place whole
		}
		w.writeFile(path, write)
	}, w.window)
	d.SetFileName(suggested)
	if dir, err := storage.ListerForURI(storage.NewFileURI(documents())); err == nil {
		d.SetLocation(dir)
	}
	d.Resize(fyne.NewSize(900, 600))
	d.Show()
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

// openFile asks for a file with one of some extensions.
func (w *Window) openFile(extensions []string, then func(string)) { chooseFile(w.window, extensions, then, w.fail) }

func chooseFile(over fyne.Window, extensions []string, then func(string), failed func(error)) {
	d := dialog.NewFileOpen(func(from fyne.URIReadCloser, err error) {
		if err != nil {
			failed(err)
			return
		}
		if from == nil {
			return
		}
		path := from.URI().Path()
		from.Close()
		then(path)
	}, over)
	upper := make([]string, 0, 2*len(extensions))
	for _, e := range extensions {
		upper = append(upper, e, strings.ToUpper(e))
	}
	d.SetFilter(storage.NewExtensionFileFilter(upper))
	if dir, err := storage.ListerForURI(storage.NewFileURI(documents())); err == nil {
		d.SetLocation(dir)
	}
	d.Resize(fyne.NewSize(900, 600))
	d.Show()
}

// documents is where people keep their files: the folder Documents, or their home.
func documents() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	if dir := filepath.Join(home, "Documents"); isDir(dir) {
		return dir
	}
	return home
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}
