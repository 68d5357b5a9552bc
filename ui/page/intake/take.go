package intake

import (
	"context"
	"errors"

	"lanyard/internal/desk"
	"lanyard/ui/task"
)

// take takes the list in: all of it or, if anything fails or it is cancelled, nothing.
func (k *Intake) take() {
	w := k.whole
	if k.working != nil || w == nil || w.taken(k.update) == 0 {
		return
	}
	list, sum, d, of, update, l := k.list.Name, k.sum, k.desk, k.of, k.update, k.Env.Lang
	var report desk.ImportReport
	k.work(func(ctx context.Context, progress task.Progress) (*whole, error) {
		var err error
		report, err = d.Import(ctx, of, w.people, desk.ImportOptions{File: list, SHA256: sum, Update: update,
			Progress: func(done, total int) { progress(part(done, total), soFar(l, done, total)) }})
		return w, err
	}, func(_ *whole, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			k.Env.Done(k.Env.Lang.T("common.cancelled_work"), "")
		case err != nil:
			k.Env.Fail(err)
		default:
			k.Env.Done(k.Env.Lang.N("intake.done", report.Created+report.Updated), report.Action)
			if k.whole = newWhole(w.people, report); !k.over && !k.whole.lacks() {
				k.leave()
			}
			k.step, k.only = stepDone, fateOdd
		}
		k.draw()
	})
}
