package form

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
)

// likelyLimit is how many people who may be the one being written are told at most.
const likelyLimit = 3

// Asking looks, while somebody is written into a form, for those who are probably the same, and for a place. The zero value is ready; use
// it from the UI thread.
type Asking struct {
	latest task.Latest[[]desk.Duplicate]
	place  task.Latest[*desk.Shortage]
}

// Ask looks for those of a list who may be v and hands them to show, unless it is asked again or cancelled before.
func (a *Asking) Ask(env *page.Env, list seminar.ID, v desk.Form, show func([]desk.Duplicate)) {
	d := env.Desk()
	a.latest.Run(env.Context, env.Run, func(ctx context.Context) ([]desk.Duplicate, error) { return d.Likely(ctx, v, list, likelyLimit) },
		func(found []desk.Duplicate, err error) {
			if err != nil { // nobody asked: the form works without
				env.Log.Warn("likely", "error", err)
				return
			}
			show(found)
		})
}

// AskPlace looks what leaves no place for a registration and hands it to show, unless it is asked again or cancelled before.
func (a *Asking) AskPlace(env *page.Env, r seminar.Registration, show func(*desk.Shortage)) {
	d := env.Desk()
	a.place.Run(env.Context, env.Run, func(ctx context.Context) (*desk.Shortage, error) { return d.NoPlaceFor(ctx, r) },
		func(short *desk.Shortage, err error) {
			if err != nil { // saving says it
				env.Log.Warn("place", "error", err)
				return
			}
			show(short)
		})
}

// Cancel drops what is still being looked for.
func (a *Asking) Cancel() { a.latest.Cancel(); a.place.Cancel() }
