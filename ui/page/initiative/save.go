package initiative

import (
	"context"
	"errors"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
)

// Save saves what is written. What is wrong stands beside its field.
func (f *Form) Save() {
	if !f.open || f.saving {
		return
	}
	f.saving = true
	v := f.value()
	type done struct {
		v      seminar.Initiative
		action desk.Action
	}
	page.Do(f.env, func(ctx context.Context, d *desk.Desk) (done, error) {
		v, action, err := d.SaveInitiative(ctx, v)
		return done{v, action}, err
	}, func(one done, err error) {
		f.saving = false
		if err != nil {
			if !f.problems(err) {
				f.env.Fail(err)
			}
			return
		}
		f.closed = true
		f.forget()
		f.Close()
		if f.saved != nil {
			f.saved(one.v)
		}
		if one.action != "" {
			f.env.Done(f.env.Lang.T("initiative.saved", "title", one.v.Title), one.action)
		}
	})
}

func (f *Form) problems(err error) bool {
	var all seminar.Problems
	if !errors.As(err, &all) {
		return false
	}
	for _, e := range all {
		if one := f.fields[e.Field]; one != nil {
			one.SetError(f.env.Lang.Err(e))
		}
	}
	if f.fields["title"].Error != "" {
		f.env.Window.Canvas().Focus(f.title)
	}
	f.column.Refresh()
	return true
}
