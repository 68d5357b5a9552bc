package page

import (
	"context"
	"errors"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/task"
)

// Do runs an action off the UI thread in the hands of the present operator, and gives its result to done on the UI thread.
// Where their role may not do it, somebody whose role may can sign in for this one action: it runs again, in their hands,
// and the journal has their name; then the desk is the present operator's as before. done gets context.Canceled, which
// Env.Fail keeps to itself, if nobody does. An action that is refused must have changed nothing.
func Do[T any](e *Env, work func(context.Context, *desk.Desk) (T, error), done func(T, error)) {
	run := func(d *desk.Desk, done func(T, error)) {
		task.Run(e.Context, e.Run, func(ctx context.Context) (T, error) { return work(ctx, d) }, done)
	}
	run(e.Desk(), func(result T, err error) {
		var refused *seminar.Error
		if seminar.CodeOf(err) != desk.CodeRight || !errors.As(err, &refused) {
			done(result, err)
			return
		}
		e.Grant(seminar.Role(refused.Args["role"]), func(d *desk.Desk) { run(d, done) }, func() { done(result, context.Canceled) })
	})
}

// With asks for a right before an action of several steps, such as a file that is chosen, looked at and taken in. then
// gets a desk in hands that have it: those of the present operator, or of somebody who signed in for this.
func With(e *Env, right seminar.Right, then func(*desk.Desk)) {
	Do(e, func(ctx context.Context, d *desk.Desk) (*desk.Desk, error) { return d, d.Require(ctx, right) },
		func(d *desk.Desk, err error) {
			if err != nil {
				e.Fail(err)
				return
			}
			then(d)
		})
}
