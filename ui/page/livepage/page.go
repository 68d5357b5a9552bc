// Package livepage shows how the day stands while it happens: who has arrived of whom, how fast, and who is inside; at a
// desk, or in full screen on a wall.
package livepage

import (
	"context"
	"reflect"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

const (
	// CalmTime is the least time between two updates: scans that come meanwhile are counted together.
	CalmTime = 300 * time.Millisecond
	// BeatTime is how often the page looks at the clock: what happened in the last minute passes without a scan.
	BeatTime = 5 * time.Second
	// PatienceTime is how long the first count may take before the page says that it counts.
	PatienceTime = 250 * time.Millisecond
)

// Page is the live view.
type Page struct {
	env     *page.Env
	content *fyne.Container
	head    *head
	body    *fyne.Container // the figures, or what to do so that there are any
	board   *board

	view     desk.LiveView
	follower *desk.Follower
	store    desk.Store // that is followed
	of       seminar.ID // that is followed
	shown    *desk.Live // nil while nothing is
	front    bool
	turn     int  // of coming to the front: what was asked for in another is dropped
	busy     bool // counting
	calm     bool // counted a moment ago
	again    bool // something changed meanwhile
	failing  bool // was said

	// After calls f on the UI thread after a time. nil, as in a window whose work is done at once, is never.
	After func(d time.Duration, f func())
}

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env, body: container.NewStack()}
	if task.Live(env.Run) {
		p.After = func(d time.Duration, f func()) { task.After(env.Run, d, f) }
	}
	p.head, p.board = newHead(p), newBoard(env)
	p.content = container.New(&frame{page: p}, p.head.content, p.body)
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements page.Page.
func (p *Page) Show() {
	p.env.Window.Canvas().Unfocus() // the keys are the page's
	p.turn++
	p.front, p.busy, p.calm, p.again = true, false, false, false
	s := p.env.Seminar()
	if s.ID == "" {
		p.follower, p.shown = nil, nil
		p.empty("seminar", page.Programme, nil)
		return
	}
	if d := p.env.Desk(); p.follower == nil || p.of != s.ID || p.store != d.Store {
		p.follower, p.of, p.store = d.Follow(s.ID), s.ID, d.Store
		p.shown, p.view = nil, desk.LiveView{}
		p.later(PatienceTime, func() {
			if p.shown == nil {
				p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconMonitor, p.env.Lang.T("live.counting.title"), p.env.Lang.T("live.counting.text"), "", nil)}
				p.body.Refresh()
			}
		})
	}
	p.count()
	p.beat()
}

// Hide implements page.Page.
func (p *Page) Hide() { p.front = false; p.turn++ }

// Changed implements page.Changing.
func (p *Page) Changed() {
	if !p.front || p.follower == nil {
		return
	}
	if p.busy || p.calm {
		p.again = true
		return
	}
	p.count()
}

// later calls f after a time, unless the page was left meanwhile.
func (p *Page) later(d time.Duration, f func()) {
	if turn := p.turn; p.After != nil {
		p.After(d, func() {
			if turn == p.turn {
				f()
			}
		})
	}
}

// beat looks at the clock from time to time.
func (p *Page) beat() {
	p.later(BeatTime, func() {
		p.Changed()
		p.beat()
	})
}

// choose looks at another day or list, at once.
func (p *Page) choose(v desk.LiveView) {
	if v == p.view {
		return
	}
	p.view = v
	if p.busy {
		p.again = true
		return
	}
	p.count()
}

// count brings the figures up to the workspace and shows them if they differ from what is shown.
func (p *Page) count() {
	p.busy, p.again = true, false
	f, v, turn := p.follower, p.view, p.turn
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (desk.Live, error) {
		if _, err := f.Update(ctx); err != nil {
			return desk.Live{}, err
		}
		return f.Live(v)
	}, func(l desk.Live, err error) {
		if turn != p.turn {
			return
		}
		p.busy = false
		switch {
		case seminar.CodeOf(err) == seminar.CodeNotFound && v.List != "": // the list was removed
			p.choose(desk.LiveView{Day: v.Day})
			return
		case err != nil && !p.failing:
			p.env.Fail(err)
		case err == nil && v == p.view && (p.shown == nil || !reflect.DeepEqual(l, *p.shown)):
			p.shown = &l
			p.draw()
		case err == nil:
			p.head.tick()
		}
		p.failing = err != nil
		p.rest(v)
	})
}

// rest lets scans come together before they are counted; a view that was chosen meanwhile is not kept waiting.
func (p *Page) rest(counted desk.LiveView) {
	if counted != p.view {
		p.count()
		return
	}
	if p.After == nil {
		if p.again {
			p.count()
		}
		return
	}
	p.calm = true
	p.later(CalmTime, func() {
		p.calm = false
		if p.again && !p.busy {
			p.count()
		}
	})
}

// draw shows the figures, or what to do so that there are any.
func (p *Page) draw() {
	l := *p.shown
	p.head.show(l)
	switch {
	case l.Pace.Scans == 0 && l.Expected == 0 && len(l.ByCategory) == 0:
		p.empty("people", page.Attendees, nil)
	case l.Pace.Scans == 0:
		p.empty("scans", page.Desk, &l)
	default:
		p.board.show(l)
		p.put(p.board.content)
	}
}

// empty says what will be here, and what brings it here.
func (p *Page) empty(key string, to page.Name, l *desk.Live) {
	t := p.env.Lang.T
	text := t("live.empty." + key + ".text")
	if l != nil {
		text = p.env.Lang.N("live.empty.expected", l.Expected) + " " + text
	}
	p.put(widgets.NewEmptyState(theme.IconMonitor, t("live.empty."+key+".title"), text, t("live.empty."+key+".button"),
		func() { p.env.Open(to, "") }))
}

// put shows one object under the head.
func (p *Page) put(o fyne.CanvasObject) {
	if len(p.body.Objects) == 1 && p.body.Objects[0] == o {
		return
	}
	p.body.Objects = []fyne.CanvasObject{o}
	p.body.Refresh()
}
