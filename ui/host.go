package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2/dialog"

	"lanyard/internal/desk"
	"lanyard/internal/printing"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// Host is the program around the window: it holds the workspace that is open, and can open another.
type Host interface {
	// Open opens another workspace, made if there is none, and gives the desk over it. What was open before stays open
	// until settle is called.
	Open(ctx context.Context, path string) (d *desk.Desk, settle func(), err error)
	// Restore puts a snapshot in the place of the workspace that is open. The desk is over what stands there then, with
	// an error the workspace as it was; nil if not even that could be opened again. aside is where the old file went.
	Restore(ctx context.Context, snapshot string) (d *desk.Desk, aside string, err error)
}

// use turns the window to a desk over another workspace. What the pages were still doing on the one before is dropped.
func (w *Window) use(d *desk.Desk) {
	w.leave()
	w.work, w.leave = context.WithCancel(w.ctx)
	w.prints = printing.NewQueue()
	before := w.settings
	w.at.Store(d)
	w.operators, w.hand = nil, seminar.Operator{}
	w.settings, w.last, w.version = map[string]string{}, "", 0
	w.loadSettings()
	for _, key := range []string{"language", "theme"} {
		if w.settings[key] == "" && before[key] != "" {
			w.setSetting(key, before[key]) // a new workspace begins in the look of the one before
		}
	}
	w.restyle()
	w.goTo(page.Desk, "")
	w.loadOperators()
	w.late()
	w.remind()
}

// chooseWorkspace asks for a workspace and opens it in this window.
func (w *Window) chooseWorkspace() {
	if w.ending() {
		w.findWorkspace()
	}
}

func (w *Window) openWorkspace(path string) {
	if w.host == nil || path == w.desk().Path() {
		return
	}
	type opened struct {
		desk   *desk.Desk
		settle func()
	}
	working := w.working("window.opening", filepath.Base(path))
	task.Run(w.ctx, w.run, func(ctx context.Context) (opened, error) {
		d, settle, err := w.host.Open(ctx, path)
		return opened{d, settle}, err
	}, func(o opened, err error) {
		w.hide(working)
		if err != nil {
			w.fail(err)
			return
		}
		w.settled(func() {
			w.use(o.desk)
			w.run.Go(o.settle, nil)
		})
	})
}

// restore puts a snapshot in the place of the workspace.
func (w *Window) restore(snapshot string) {
	if w.host == nil {
		return
	}
	w.settled(func() { w.exchange(snapshot) })
}

// exchange puts the snapshot there.
func (w *Window) exchange(snapshot string) {
	type restored struct {
		desk  *desk.Desk
		aside string
		err   error
	}
	w.leave() // nobody may ask the file while it is exchanged
	working := w.working("window.restoring", filepath.Base(snapshot))
	task.Run(w.ctx, w.run, func(ctx context.Context) (restored, error) {
		d, aside, err := w.host.Restore(ctx, snapshot)
		return restored{d, aside, err}, nil
	}, func(r restored, _ error) {
		w.hide(working)
		if r.desk == nil {
			w.fail(r.err)
			return
		}
		w.use(r.desk)
		if r.err != nil {
			w.fail(r.err)
			return
		}
		w.done(w.lang.T("window.restored", "file", filepath.Base(r.aside)), "")
	})
}

// settled goes on when every scan of the desk is on disk.
func (w *Window) settled(then func()) {
	if desk, ok := w.page(page.Desk).(page.Settler); ok {
		desk.Settle(then)
		return
	}
	then()
}

// working keeps hands off the window while something is exchanged under it.
func (w *Window) working(key, file string) dialog.Dialog {
	d := dialog.NewCustomWithoutButtons(w.lang.T(key), widgets.Fixed(420, 0, widgets.Body(file)), w.window)
	d.Show()
	return d
}
