package programmepage

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
)

// act runs a change and says what was done.
func (p *Page) act(message string, do func(context.Context, *desk.Desk) (desk.Action, error), after func()) {
	p.actOr(message, do, after, func(error) bool { return false })
}

// actOr is act for a form, which is asked whether it can show what went wrong.
func (p *Page) actOr(message string, do func(context.Context, *desk.Desk) (desk.Action, error), after func(), shown func(error) bool) {
	page.Do(p.env, do, func(a desk.Action, err error) {
		if err != nil {
			if !shown(err) {
				p.env.Fail(err)
			}
			return
		}
		if after != nil {
			after()
		}
		if a != "" {
			p.env.Done(message, a)
		}
	})
}

// steps are changes by a key that begin at what the page shows, such as one place up. A key pressed again before the page shows
// what it did waits for that: else it would do the same once more.
type steps struct {
	busy    bool // one is being saved, or is not shown yet
	saved   bool
	waiting []func()
	of      seminar.ID  // what the last one changed
	action  desk.Action // and its operation
}

// step does one, or lets it wait for the one before.
func (p *Page) step(do func()) {
	if p.steps.busy {
		p.steps.waiting = append(p.steps.waiting, do)
		return
	}
	do()
}

// stepBy saves one and says what was done. Of several in a row with one thing, the last alone is said.
func (p *Page) stepBy(of seminar.ID, message string, do func(context.Context, *desk.Desk) (desk.Action, error)) {
	p.steps.busy, p.steps.saved = true, false
	page.Do(p.env, do, func(a desk.Action, err error) {
		switch {
		case err != nil:
			p.steps = steps{}
			p.env.Fail(err)
		case a == "":
			p.steps.saved = true
			p.stepped()
		default:
			if p.steps.of == of && p.steps.action != "" {
				p.env.Undone(p.steps.action)
			}
			p.steps.saved, p.steps.of, p.steps.action = true, of, a
			p.env.Done(message, a) // the page is read anew
		}
	})
}

// stepped goes on with those that wait, now that the page shows what was saved.
func (p *Page) stepped() {
	if !p.steps.busy || !p.steps.saved {
		return
	}
	p.steps.busy = false
	for len(p.steps.waiting) > 0 && !p.steps.busy {
		next := p.steps.waiting[0]
		p.steps.waiting = p.steps.waiting[1:]
		next()
	}
}
