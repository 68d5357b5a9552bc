// Package programmepage shows the programme of a seminar as its days: sessions by time and room. A session opens in the
// panel, and so does the seminar itself.
package programmepage

import (
	"context"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/initiative"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Page is the programme.
type Page struct {
	env         *page.Env
	content     *fyne.Container
	title       *widgets.Text
	when        *widgets.Text
	series      *fyne.Container
	moving      *fyne.Container
	buttons     *fyne.Container // what can be done to a seminar; hidden while there is none
	partButtons *fyne.Container // and to what the part in front shows
	agenda      *agenda
	rows        fyne.CanvasObject // the agenda, its rows close to each other
	body        *fyne.Container
	sessions    []seminar.Session
	sheet       *sheet     // the form that is open, nil if none
	wanted      seminar.ID // a session to open once it is read
	coming      bool       // the page has just come to the front
	latest      task.Latest[programme]

	now       programme
	tabs      *widgets.Segmented // which part of the seminar is in front
	turnedTo  string             // which part that is, as long as another may not come
	others    map[string]part
	shelf     *shelf
	shelfRows fyne.CanvasObject // its rows close to each other
	addButton *widgets.Button
	turned    bool       // another part has just come to the front
	fresh     seminar.ID // was saved last: the cursor goes there

	asking  *questionSheet // the form of a question that was opened last
	preview *questionPreview
	onPaper *widgets.Button // the form on paper, while the questions are in front
	asked   *fyne.Container // the questions beside the form that they make

	heads   map[string]fyne.CanvasObject // the rows with what stands above them, by part
	press   *paper.Press
	party   party // what the delegations are counted by
	said    said  // what of the initiatives is shown
	steps   steps
	putting *initiative.Form // the form of an initiative that was opened last, nil for none
}

// New makes the page.
func New(env *page.Env) *Page {
	p := &Page{env: env, turnedTo: partSessions, heads: map[string]fyne.CanvasObject{}, press: paper.NewPress(env, "Ctrl+P")}
	t, rtl := env.Lang.T, env.Lang.RTL()
	p.title, p.when = widgets.Title(""), widgets.Quiet("")
	p.title.Lines, p.title.RTL, p.when.RTL = 3, rtl, rtl
	p.makeParts()
	p.addButton = widgets.NewPrimary(t("programme.add"), theme.IconPlus, p.addOne)
	event := widgets.NewButtonWithIcon(t("programme.seminar"), theme.Icon(theme.IconEdit), func() { p.editSeminar(env.Seminar()) })
	other := widgets.NewButtonWithIcon(t("programme.add_seminar"), theme.Icon(theme.IconPlus), p.NewSeminar)
	earlier := widgets.NewButtonWithIcon("", theme.Icon(theme.IconArrowUp), func() { p.moveOne(-1) })
	later := widgets.NewButtonWithIcon("", theme.Icon(theme.IconArrowDown), func() { p.moveOne(1) })
	p.moving = widgets.Row(rtl, theme.Space1, earlier, later)
	p.series = widgets.Flow(rtl, theme.Space2)
	p.agenda = newAgenda(env, p.open)
	p.rows, p.shelfRows = theme.Dense(p.agenda), theme.Dense(p.shelf)
	p.preview = newQuestionPreview(p)
	p.asked = container.New(&besidePreview{p}, p.shelfRows, p.preview.content)
	p.body = container.NewStack(p.rows)
	p.onPaper = widgets.NewButtonWithIcon(t("programme.form.button"), theme.Icon(theme.IconPrint), p.openForm)
	p.onPaper.Hide()
	p.buttons = widgets.Row(rtl, theme.Space2, other, event)
	p.partButtons = widgets.Row(rtl, theme.Space2, widgets.Column(0), p.moving, p.onPaper, p.addButton) // with a gap before it
	head := widgets.Edge(rtl, nil, nil, nil, container.NewVBox(p.buttons), widgets.Column(theme.Space1, p.title, p.when))
	tabs := widgets.Edge(rtl, nil, nil, nil, p.partButtons, widgets.Shrinking(rtl, p.tabs))
	p.content = widgets.Padded(theme.Space5, widgets.Edge(rtl, widgets.Column(theme.Space3, head, p.series, tabs, widgets.Rule()), nil, nil, nil, p.body))
	return p
}

// Content implements page.Page.
func (p *Page) Content() fyne.CanvasObject { return p.content }

// Show implements page.Page.
func (p *Page) Show() { p.coming = true; p.load() }

// Hide implements page.Page.
func (p *Page) Hide() { p.latest.Cancel(); p.party.counting.Cancel(); p.steps = steps{} }

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
			p.tabs.Select(partSessions)
			p.agenda.point(i)
			p.open(i)
		}
	}
}

// Bindings implements page.Bound.
func (p *Page) Bindings() []page.Binding {
	t := p.env.Lang.T
	first := page.Binding{Shortcut: page.Ctrl(fyne.KeyM), Label: t("programme.add_seminar"), Do: p.NewSeminar}
	if p.env.Seminar().ID == "" {
		return []page.Binding{first}
	}
	open, remove := t("programme.edit"), t("programme.remove")
	add := t("programme.add")
	if one := p.part(); one.name != "" {
		open, remove, add = t("programme.part.open"), t("programme.part.remove"), t("programme."+one.name+".add")
	}
	return append([]page.Binding{
		{Shortcut: page.Ctrl(fyne.KeyTab), Label: t("programme.part.next"), Do: func() { p.turn(1) }},
		{Shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyTab, Modifier: fyne.KeyModifierControl | fyne.KeyModifierShift},
			Label: t("programme.part.before"), Do: func() { p.turn(-1) }},
		{Shortcut: page.Ctrl(fyne.KeyN), Label: add, Do: p.addOne},
		{Shortcut: page.Ctrl(fyne.KeyE), Label: t("programme.seminar"), Do: func() { p.editSeminar(p.env.Seminar()) }},
		first,
		{Shortcut: page.Ctrl(fyne.KeyS), Label: t("programme.export"), Do: p.export},
		{Shortcut: page.Ctrl(fyne.KeyI), Label: t("programme.series.figures"), Do: p.showFigures},
		{Shortcut: page.Ctrl(fyne.KeyUp), Label: t("programme.earlier"), Do: func() { p.moveOne(-1) }},
		{Shortcut: page.Ctrl(fyne.KeyDown), Label: t("programme.later"), Do: func() { p.moveOne(1) }},
		{Key: fyne.KeyReturn, Label: open, Do: p.openOne},
		{Key: fyne.KeyDelete, Label: remove, Do: p.removeOne},
	}, p.partBindings()...)
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
	case p.part().name != "":
	case len(p.sessions) == 0:
		p.body.Objects = []fyne.CanvasObject{widgets.NewEmptyState(theme.IconProgramme, t("programme.empty.title"), t("programme.empty.text"),
			t("programme.add"), p.add)}
	}
	p.moving.Hidden = len(p.sessions) < 2
	p.addButton.SetText(t("programme.add"))
	p.agenda.show(of, p.sessions)
	p.tabs.Hidden, p.buttons.Hidden, p.partButtons.Hidden = of.ID == "", of.ID == "", of.ID == ""
	p.onPaper.Hidden = p.part().name != partQuestions
	if of.ID != "" && p.part().name != "" {
		p.showPart()
	}
	if of.ID != "" && p.fresh != "" {
		p.takeRows() // the first session, or the first thing of a part, has only now a row
		p.agenda.pointAt(p.fresh)
		p.shelf.pointAt(p.fresh)
		p.fresh = ""
	}
	p.body.Refresh()
	p.content.Refresh()
	p.content.Refresh() // the head's texts wrap anew beside other buttons, and then have another height
}

// showSeries offers the other seminars of the series, by their days.
func (p *Page) showSeries(of seminar.Seminar, all []seminar.Seminar) {
	p.series.RemoveAll()
	p.series.Hidden = len(all) < 2
	if len(all) > 1 && of.SeriesID != "" {
		p.series.Add(widgets.NewButtonWithIcon(p.env.Lang.T("programme.series.figures"), theme.Icon(theme.IconReports), p.showFigures))
	}
	for _, s := range all {
		var chip *widgets.Chip
		chip = widgets.NewChip(day(p.env.Lang, s.Start)+" · "+short(s.Title(p.env.Lang.Tag())), -1, func(on bool) {
			if s.ID == of.ID {
				chip.Selected = true // one is always in front
				chip.Refresh()
			} else if on && p.env.Leaving() {
				p.env.SetSeminar(s.ID)
			} else {
				chip.SetSelected(false)
			}
		})
		chip.Selected, chip.RTL = s.ID == of.ID, p.env.Lang.RTL()
		p.series.Add(chip)
	}
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
