// Package programmepage shows the programme of a seminar as its days: sessions by time and room. A session opens in the
// panel, and so does the seminar itself.
package programmepage

import (
	"context"
	"strings"
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

// Page is the programme.
type Page struct {
	env      *page.Env
	content  *fyne.Container
	title    *widgets.Text
	when     *widgets.Text
	series   *fyne.Container
	moving   *fyne.Container
	agenda   *agenda
	rows     fyne.CanvasObject // the agenda, its rows close to each other
	body     *fyne.Container
	sessions []seminar.Session
	sheet    *sheet     // the form that is open, nil if none
	wanted   seminar.ID // a session to open once it is read
	coming   bool       // the page has just come to the front
	latest   task.Latest[programme]
}

// programme is what the page shows.
type programme struct {
	seminars []seminar.Seminar // of the series
	sessions []seminar.Session
}

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env}
	t, rtl := env.Lang.T, env.Lang.RTL()
	p.title, p.when = widgets.Title(""), widgets.Quiet("")
	p.title.Lines, p.title.RTL, p.when.RTL = 3, rtl, rtl
	add := widgets.NewPrimary(t("programme.add"), theme.IconPlus, p.add)
	event := widgets.NewButtonWithIcon(t("programme.seminar"), theme.Icon(theme.IconEdit), func() { p.editSeminar(env.Seminar()) })
	other := widgets.NewButtonWithIcon(t("programme.add_seminar"), theme.Icon(theme.IconPlus), p.NewSeminar)
	earlier := widgets.NewButtonWithIcon("", theme.Icon(theme.IconArrowUp), func() { p.move(-1) })
	later := widgets.NewButtonWithIcon("", theme.Icon(theme.IconArrowDown), func() { p.move(1) })
	p.moving = widgets.Row(rtl, theme.Space1, earlier, later)
	p.series = widgets.Flow(rtl, theme.Space2)
	p.agenda = newAgenda(env, p.open)
	p.rows = theme.Dense(p.agenda)
	p.body = container.NewStack(p.rows)
	head := widgets.Edge(rtl, nil, nil, nil, container.NewVBox(widgets.Row(rtl, theme.Space2, p.moving, other, event, add)),
		widgets.Column(theme.Space1, p.title, p.when))
	p.content = widgets.Padded(theme.Space5, widgets.Edge(rtl, widgets.Column(theme.Space3, head, p.series, widgets.Rule()), nil, nil, nil, p.body))
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements page.Page.
func (p *Page) Show() { p.coming = true; p.load() }

// Hide implements page.Page.
func (p *Page) Hide() { p.latest.Cancel() }

// Changed implements page.Changing.
func (p *Page) Changed() { p.load() }

// Open implements page.Opener: it opens a session.
func (p *Page) Open(id seminar.ID) {
	p.wanted = id
	p.openWanted()
}

func (p *Page) openWanted() {
	for i, s := range p.sessions {
		if s.ID == p.wanted {
			p.wanted = ""
			p.agenda.point(i)
			p.open(i)
		}
	}
}

// Bindings implements page.Bound.
func (p *Page) Bindings() []page.Binding {
	t := p.env.Lang.T
	return []page.Binding{
		{Shortcut: page.Ctrl(fyne.KeyN), Label: t("programme.add"), Do: p.add},
		{Shortcut: page.Ctrl(fyne.KeyE), Label: t("programme.seminar"), Do: func() { p.editSeminar(p.env.Seminar()) }},
		{Shortcut: page.Ctrl(fyne.KeyM), Label: t("programme.add_seminar"), Do: p.NewSeminar},
		{Shortcut: page.Ctrl(fyne.KeyUp), Label: t("programme.earlier"), Do: func() { p.move(-1) }},
		{Shortcut: page.Ctrl(fyne.KeyDown), Label: t("programme.later"), Do: func() { p.move(1) }},
		{Key: fyne.KeyReturn, Label: t("programme.edit"), Do: func() { p.open(p.agenda.at) }},
		{Key: fyne.KeyDelete, Label: t("programme.remove"), Do: p.remove},
	}
}

// load reads the programme; the answer to an older question is dropped.
func (p *Page) load() {
	of, d := p.env.Seminar(), p.env.Desk()
	p.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) (programme, error) {
		var now programme
		if of.ID == "" {
			return now, nil
		}
		all, err := d.Seminars(ctx)
		if err != nil {
			return now, err
		}
		for _, s := range all {
			if s.SeriesID == of.SeriesID {
				now.seminars = append(now.seminars, s)
			}
		}
		now.sessions, err = d.Sessions(ctx, of.ID)
		return now, err
	}, func(now programme, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.sessions = now.sessions
		p.show(of, now.seminars)
		for _, s := range p.sessions {
			if p.sheet != nil && p.sheet.of == s.ID && p.sheet.retime != nil {
				p.sheet.retime(s)
			}
		}
		if p.coming && len(p.sessions) > 0 && p.env.Window.Canvas().Focused() == nil {
			p.agenda.take() // the arrow keys go through the sessions at once
		}
		p.coming = false
		p.openWanted()
	})
}

func (p *Page) show(of seminar.Seminar, series []seminar.Seminar) {
	t := p.env.Lang.T
	p.title.SetText(of.Title(p.env.Lang.Tag()))
	p.when.SetText(widgets.Joined(" · ", days(p.env.Lang, of), of.Venue, of.Organiser))
	p.showSeries(of, series)
	p.body.Objects = []fyne.CanvasObject{p.rows}
	switch {
	case of.ID == "":
		p.title.SetText(t("window.rail.programme"))
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconProgramme, t("programme.none.title"), t("programme.none.text"),
			t("programme.add_seminar"), p.NewSeminar)}
	case len(p.sessions) == 0:
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconProgramme, t("programme.empty.title"), t("programme.empty.text"),
			t("programme.add"), p.add)}
	}
	p.moving.Hidden = len(p.sessions) < 2
	p.body.Refresh()
	p.agenda.show(of, p.sessions)
	p.content.Refresh()
}

// showSeries offers the other seminars of the series, by their days.
func (p *Page) showSeries(of seminar.Seminar, all []seminar.Seminar) {
	p.series.RemoveAll()
	p.series.Hidden = len(all) < 2
	for _, s := range all {
		var chip *widgets.Chip
		chip = widgets.NewChip(day(p.env.Lang, s.Start)+" · "+short(s.Title(p.env.Lang.Tag())), -1, func(on bool) {
			if s.ID == of.ID {
				chip.Selected = true // one is always in front
				chip.Refresh()
			} else if on {
				p.env.SetSeminar(s.ID)
			}
		})
		chip.Selected, chip.RTL = s.ID == of.ID, p.env.Lang.RTL()
		p.series.Add(chip)
	}
}

// act runs a change and says what was done.
func (p *Page) act(message string, do func(context.Context, *desk.Desk) (desk.Action, error), after func()) {
	page.Do(p.env, do, func(a desk.Action, err error) {
		if err != nil {
			p.env.Fail(err)
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

// remove takes the session under the cursor off the programme.
func (p *Page) remove() {
	if p.agenda.at < 0 || p.agenda.at >= len(p.sessions) {
		return
	}
	s := p.sessions[p.agenda.at]
	if p.sheet != nil {
		p.sheet.close()
	}
	p.act(p.env.Lang.T("programme.removed", "title", s.Title), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		return d.Remove(ctx, seminar.EntitySession, s.ID)
	}, nil)
}

// sameDay says whether two moments lie on one day where the seminar is.
func sameDay(a, b time.Time, zone *time.Location) bool {
	return a.In(zone).Format(time.DateOnly) == b.In(zone).Format(time.DateOnly)
}

// short keeps a title to the length of a chip.
func short(title string) string {
	const most = 40
	if r := []rune(title); len(r) > most {
		return strings.TrimSpace(string(r[:most])) + "…"
	}
	return title
}
