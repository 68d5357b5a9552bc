// Package programmepage shows the programme of a seminar as its day: sessions by time and room. A session opens in the
// panel.
package programmepage

import (
	"context"
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

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
	list     *widget.List
	body     *fyne.Container
	sessions []seminar.Session
	selected int
	latest   task.Latest[[]seminar.Session]
}

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env, selected: -1}
	t := env.Lang.T
	rtl := env.Lang.RTL()
	p.title, p.when = widgets.Title(""), widgets.Quiet("")
	add := widget.NewButtonWithIcon(t("programme.add"), theme.IconIn(theme.IconPlus, theme.OnAccent), func() { p.edit(p.blank()) })
	add.Importance = widget.HighImportance
	event := widget.NewButtonWithIcon(t("programme.seminar"), theme.Icon(theme.IconEdit), func() { p.editSeminar(env.Seminar()) })
	other := widget.NewButtonWithIcon(t("programme.add_seminar"), theme.Icon(theme.IconPlus), func() { p.editSeminar(p.blankSeminar()) })
	p.list = widget.NewList(func() int { return len(p.sessions) }, func() fyne.CanvasObject { return newSessionRow(rtl) }, func(i widget.ListItemID, o fyne.CanvasObject) {
		o.(*sessionRow).show(env.Lang, p.sessions[i], env.Seminar(), i == 0 || !sameDay(p.sessions[i-1], p.sessions[i], env.Seminar()))
	})
	p.list.OnSelected = func(i widget.ListItemID) { p.selected = i; p.edit(p.sessions[i]) }
	p.body = container.NewStack(p.list)
	head := widgets.Edge(rtl, nil, nil, nil, widgets.Row(rtl, theme.Space2, other, event, add), widgets.Column(0, p.title, p.when))
	p.content = widgets.Padded(theme.Space5, widgets.Edge(rtl, widgets.Column(theme.Space4, head, widgets.Rule()), nil, nil, nil, p.body))
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements page.Page.
func (p *Page) Show() { p.load() }

// Hide implements page.Page.
func (p *Page) Hide() { p.latest.Cancel() }

// Changed implements page.Changing.
func (p *Page) Changed() { p.load() }

// Open implements page.Opener: it opens a session.
func (p *Page) Open(id seminar.ID) {
	for i, s := range p.sessions {
		if s.ID == id {
			p.list.Select(i)
		}
	}
}

// Bindings implements page.Bound.
func (p *Page) Bindings() []page.Binding {
	t := p.env.Lang.T
	return []page.Binding{
		{Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyN, Modifier: fyne.KeyModifierControl}, Label: t("programme.add"), Do: func() { p.edit(p.blank()) }},
		{Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt}, Label: t("programme.earlier"), Do: func() { p.move(-1) }},
		{Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt}, Label: t("programme.later"), Do: func() { p.move(1) }},
		{Key: fyne.KeyDelete, Label: t("programme.remove"), Do: p.remove},
	}
}

// load reads the programme; the answer to an older question is dropped.
func (p *Page) load() {
	of := p.env.Seminar()
	if of.ID == "" {
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconProgramme, p.env.Lang.T("programme.none.title"),
			p.env.Lang.T("programme.none.text"), p.env.Lang.T("programme.add_seminar"), func() { p.editSeminar(p.blankSeminar()) })}
		p.body.Refresh()
		return
	}
	p.title.SetText(of.Title(p.env.Lang.Tag()))
	p.when.SetText(strings.Join(nonEmpty(of.Start+span(of), of.Venue, of.Organiser), " · "))
	p.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]seminar.Session, error) { return p.env.Desk().Sessions(ctx, of.ID) },
		func(all []seminar.Session, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.sessions = all
			p.show()
		})
}

func (p *Page) show() {
	p.body.Objects = []fyne.CanvasObject{p.list}
	if len(p.sessions) == 0 {
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconProgramme, p.env.Lang.T("programme.empty.title"),
			p.env.Lang.T("programme.empty.text"), p.env.Lang.T("programme.add"), func() { p.edit(p.blank()) })}
	}
	p.body.Refresh()
	p.list.Refresh()
}

// act runs a change and says what was done.
func (p *Page) act(message string, do func(context.Context, *desk.Desk) (desk.Action, error), after func()) {
	d := p.env.Desk()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (desk.Action, error) { return do(ctx, d) }, func(a desk.Action, err error) {
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
		p.load()
	})
}

func (p *Page) remove() {
	if p.selected < 0 || p.selected >= len(p.sessions) {
		return
	}
	s := p.sessions[p.selected]
	p.selected = -1
	p.list.UnselectAll()
	p.env.Panel(nil, nil)
	p.act(p.env.Lang.T("programme.removed", "title", s.Title), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		return d.Remove(ctx, seminar.EntitySession, s.ID)
	}, nil)
}

// move exchanges the chosen session with its neighbour: their times change places, each keeping its length.
func (p *Page) move(by int) {
	i, j := p.selected, p.selected+by
	if i < 0 || i >= len(p.sessions) || j < 0 || j >= len(p.sessions) {
		return
	}
	first, second := p.sessions[min(i, j)], p.sessions[max(i, j)]
	gap := second.Start.Sub(first.End)
	start := first.Start
	first.Start, first.End = start.Add(second.End.Sub(second.Start)+gap), start.Add(second.End.Sub(second.Start)+gap+first.End.Sub(first.Start))
	second.Start, second.End = start, start.Add(second.End.Sub(second.Start))
	p.selected = j
	p.act(p.env.Lang.T("programme.moved", "title", p.sessions[i].Title), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		return d.SaveSessions(ctx, []seminar.Session{first, second})
	}, nil)
}

func sameDay(a, b seminar.Session, of seminar.Seminar) bool {
	zone := of.Location()
	return a.Start.In(zone).YearDay() == b.Start.In(zone).YearDay() && a.Start.In(zone).Year() == b.Start.In(zone).Year()
}

func span(s seminar.Seminar) string {
	if s.End == s.Start {
		return ""
	}
	return fmt.Sprintf(" – %s", s.End)
}

func nonEmpty(texts ...string) []string {
	var all []string
	for _, t := range texts {
		if t != "" {
			all = append(all, t)
		}
	}
	return all
}
