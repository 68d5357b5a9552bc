package intake

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/transfer"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// readShare is the part of the way that reading is, before what would become of everybody is found out.
const readShare = 0.2

// readAll reads the whole list and finds out what would become of everybody in it. Nobody is changed by that, but what was chosen
// about the columns is kept.
func (k *Intake) readAll() {
	if k.working != nil || k.problem != nil || !k.found.Named {
		return
	}
	list, sum, d, of, l := k.list, k.sum, k.desk, k.of, k.Env.Lang
	k.work(func(ctx context.Context, progress task.Progress) (*whole, error) {
		list.Options.Progress = func(done, total int) { progress(readShare*part(done, total), l.T("intake.reading")) }
		people, err := d.ReadList(ctx, of, &list, transfer.People)
		if err != nil {
			return nil, err
		}
		if err := d.KeepList(ctx, list); err != nil {
			return nil, err
		}
		report, err := d.Import(ctx, of, people, desk.ImportOptions{File: list.Name, SHA256: sum, Update: true, DryRun: true,
			Progress: func(done, total int) { progress(readShare+(1-readShare)*part(done, total), soFar(l, done, total)) }})
		if err != nil {
			return nil, err
		}
		return newWhole(people, report), nil
	}, func(w *whole, err error) {
		switch {
		case errors.Is(err, context.Canceled):
		case err != nil:
			k.problem = err
		default:
			k.whole, k.only, k.step = w, "", stepPeople
		}
		k.draw()
	})
}

func soFar(l *i18n.Lang, done, total int) string {
	return l.T("common.progress", "done", l.Number(done), "total", l.Number(total))
}

func part(done, total int) float64 { return float64(done) / float64(max(1, total)) }

// work does what takes long, in the place of the step, with how far it is.
func (k *Intake) work(do func(context.Context, task.Progress) (*whole, error), done func(*whole, error)) {
	k.working = k.card()
	k.draw()
	k.job = task.Start(k.Env.Context, k.Env.Run, do, func(fraction float64, text string) {
		if k.working != nil {
			k.working.Set(fraction, text)
		}
	}, func(w *whole, err error) {
		k.working, k.job = nil, nil
		done(w, err)
	})
}

// stop cancels long work; the step that it was begun from comes back.
func (k *Intake) stop() {
	if k.job != nil {
		k.job.Cancel()
	}
}

func (k *Intake) card() *widgets.ProgressCard {
	card := widgets.NewProgressCard(k.list.Name, k.Env.Lang.T("common.cancel"), k.stop)
	card.RTL = k.Env.Lang.RTL()
	return card
}

// drawWorking shows how far the work is; in another language or theme in a card of its own.
func (k *Intake) drawWorking() fyne.CanvasObject {
	fraction, text := k.working.Fraction, k.working.Text
	k.working = k.card()
	k.working.Set(fraction, text)
	return container.NewCenter(widgets.Fixed(480, 0, k.working))
}
