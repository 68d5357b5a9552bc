package ui

import (
	"context"
	"errors"
	"os"

	"lanyard/internal/desk"
	"lanyard/internal/fontfile"
	"lanyard/internal/journal"
	"lanyard/internal/printing"
	"lanyard/internal/seminar"
	"lanyard/internal/workspace"
	"lanyard/ui/page"
	"lanyard/ui/sound"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// env is what a page gets.
func (w *Window) env() *page.Env {
	work := w.work
	return &page.Env{
		Context: work, Desk: w.desk, Lang: w.lang, Run: w.run, Window: w.window, Log: w.log,
		Seminar:    func() seminar.Seminar { return w.seminar },
		SetSeminar: w.setSeminar,
		Done:       w.done,
		Fail: func(err error) {
			if work.Err() == nil { // what a page of a workspace that is closed could not do is nobody's trouble
				w.fail(err)
			}
		},
		Greet: w.greet, Sound: w.playSound, Changed: w.worked, Undo: w.undo, Undone: w.undone, Grant: w.grant, OperatorsChanged: w.operatorsChanged,
		Printing: printing.New(os.Getenv("CUPS_SERVER")),
		Prints:   w.prints,
		Fonts:    fontfile.Folder(workspace.Fonts()),
		Open:     w.open, Announce: w.announce, Attend: w.attend, SaveFile: w.saveFile, OpenFile: w.openFile, Panel: w.showPanel, Leaving: w.leaving,
		Setting:       func(key string) string { return w.setting(key) },
		SetSetting:    w.setSetting,
		OpenWorkspace: w.chooseWorkspace, Restore: w.restore, ShowFolder: w.showFolder,
		Restyle: func() {
			front, kept := w.front, w.kept()
			w.loadSettings()
			w.restyle()
			for name, work := range kept {
				w.page(name).(page.Keeper).Resume(work)
			}
			w.goTo(front, "")
		},
	}
}

func (w *Window) setting(key string) string {
	if value, ok := w.settings[key]; ok {
		return value
	}
	value, err := w.desk().Setting(w.ctx, key)
	if err != nil {
		w.log.Error("setting", "key", key, "error", err)
	}
	w.settings[key] = value
	return value
}

func (w *Window) setSetting(key, value string) {
	w.settings[key] = value
	if key == "operator" && len(w.operators) == 0 {
		w.at.Store(w.desk().As(value))
	}
	if key == soundSetting {
		w.sound.SetVolume(sound.Volume(value))
	}
	d := w.desk()
	task.Run(w.ctx, w.run, func(ctx context.Context) (bool, error) { return true, d.SetSetting(ctx, key, value) },
		func(_ bool, err error) {
			if err != nil {
				w.fail(err)
			}
		})
	if w.header != nil {
		w.header.tick()
	}
}

func (w *Window) setSeminar(id seminar.ID) {
	w.setSetting("seminar", string(id))
	w.loadSeminars()
	w.header.refresh()
	w.goTo(w.front, "")
}

// done says what was done, with undo in it.
func (w *Window) done(message string, action desk.Action) {
	toast := widgets.Toast{Kind: widgets.KindAccepted, Message: message}
	if action != "" {
		w.last = action
		toast.Of, toast.ActionLabel, toast.OnAction = string(action), w.lang.T("common.undo"), func() { w.undoAction(action) }
	}
	w.toasts.Push(toast)
	w.sayMoved(action)
	w.worked()
}

// fail says what went wrong, and logs the cause.
func (w *Window) fail(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	w.log.Error("page", "page", w.front, "error", seminar.Logged(err))
	w.toasts.Push(widgets.Toast{Kind: widgets.KindRefused, Message: w.lang.Err(err)})
}

// undone takes back what was said about an action that does not stand any more, with the undo that it offered.
func (w *Window) undone(action desk.Action) {
	if w.last == action {
		w.last = ""
	}
	w.toasts.Withdraw(string(action))
}

func (w *Window) undo() {
	if w.last != "" {
		w.undoAction(w.last)
	}
}

func (w *Window) undoAction(action desk.Action) {
	if w.last == action {
		w.last = ""
	}
	var kept []desk.Kept
	page.Do(w.env(), func(ctx context.Context, d *desk.Desk) (undo desk.Action, err error) {
		var done journal.Operation
		done, kept, err = d.UndoSparing(ctx, string(action), "")
		return desk.Action(done.ID), err
	}, func(undo desk.Action, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.undone(action)
		toast := widgets.Toast{Kind: widgets.KindAlready, Message: w.lang.T("window.undone")}
		if n := len(kept); n > 0 {
			toast = widgets.Toast{Kind: widgets.KindAttention, Message: w.lang.N("window.undone.kept", n)}
		}
		w.toasts.Push(toast)
		w.sayMoved(undo)
		w.seminarsChanged()
		w.changed()
		w.env().ShowKept(kept)
	})
}
