package programmepage

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page/initiative"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// said is what of the initiatives is shown: those that are looked for.
type said struct {
	filter                             desk.InitiativeFilter
	lines                              []desk.InitiativeLine
	search                             *widgets.Entry
	session, delegation, theme, status *widgets.FilterChip
	chips                              *fyne.Container
	count                              *widgets.Text
	none                               *widgets.EmptyState // in the place of the rows
}

// saidHead is the search over the initiatives, with its filters.
func (p *Page) saidHead() fyne.CanvasObject {
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	s := &p.said
	s.search = widgets.NewEntry(t("initiative.search"), false)
	s.search.OnChanged = func(text string) { s.filter.Search = text; p.refind() }
	s.search.OnEnter = p.takeRows
	s.search.OnEscape = func() { s.search.SetText(""); p.takeRows() }
	s.search.OnKey = func(ev *fyne.KeyEvent) bool {
		if ev.Name == fyne.KeyDown {
			p.takeRows()
		}
		return ev.Name == fyne.KeyDown
	}
	chip := func(label string, chosen func([]string)) *widgets.FilterChip {
		c := widgets.NewFilterChip(label, t("common.all"), nil, func(ids []string) { chosen(ids); p.refind() })
		c.RTL = rtl
		return c
	}
	s.session = chip(t("common.word.session"), func(ids []string) { s.filter.Session = textIDs(ids) })
	s.theme = chip(t("initiative.theme"), func(ids []string) { s.filter.Theme = ids })
	s.delegation = chip(t("common.word.delegation"), func(ids []string) { s.filter.Delegation = textIDs(ids) })
	s.status = chip(t("initiative.status"), func(ids []string) {
		s.filter.Status = nil
		for _, id := range ids {
			s.filter.Status = append(s.filter.Status, seminar.InitiativeStatus(id))
		}
	})
	for _, v := range seminar.InitiativeStatuses() {
		s.status.Choices = append(s.status.Choices, widgets.Choice{ID: string(v), Label: t("common.initiative." + string(v))})
	}
	s.none = widgets.NewEmptyState(theme.IconSearch, t("initiative.nothing"), t("initiative.nothing.text"), t("initiative.all"), p.findAll)
	s.none.Hide()
	s.count = widgets.Quiet("")
	s.count.Lines, s.count.RTL = 1, rtl
	s.chips = widgets.Flow(rtl, theme.Space2, s.session, s.theme, s.delegation, s.status, widgets.Fixed(200, 32, s.count))
	return widgets.Inset(0, theme.Space2, widgets.Column(theme.Space2, s.search, s.chips))
}

// initiativeItems are the initiatives that are looked for, each with who, where and what became of it.
func (p *Page) initiativeItems() []item {
	l, s := p.env.Lang, &p.said
	p.offerFilters()
	s.lines = p.now.book.Find(s.filter)
	s.count.SetText(l.N("common.count.initiatives", len(s.lines)))
	s.none.Hidden = len(s.lines) > 0
	s.none.Refresh()
	all := make([]item, len(s.lines))
	for i, v := range s.lines {
		look := statusLooks()[v.Status]
		all[i] = item{id: v.ID, title: v.Title, rtl: initiative.FromRight(v.Initiative), icon: theme.IconLightbulb,
			meta:    widgets.Joined(" · ", v.Who, v.Delegation, v.Theme, v.Session),
			warning: l.T("common.initiative." + string(v.Status)), kind: look.kind, mark: look.icon}
	}
	return all
}

type statusLook struct {
	kind widgets.Kind
	icon theme.IconName
}

func statusLooks() map[seminar.InitiativeStatus]statusLook {
	return map[seminar.InitiativeStatus]statusLook{seminar.Proposed: {widgets.KindNeutral, theme.IconLightbulb},
		seminar.Supported: {widgets.KindAlready, theme.IconGroup}, seminar.Adopted: {widgets.KindAccepted, theme.IconCheck},
		seminar.Referred: {widgets.KindAttention, theme.IconExit}}
}

// offerFilters fills the filters with what the initiatives have.
func (p *Page) offerFilters() {
	s, lines := &p.said, p.now.book.Lines
	var sessions, delegations, themes []widgets.Choice
	for _, v := range p.sessions {
		if slices.ContainsFunc(lines, func(l desk.InitiativeLine) bool { return l.SessionID == v.ID }) {
			sessions = append(sessions, widgets.Choice{ID: string(v.ID), Label: v.Title})
		}
	}
	for _, v := range p.now.delegations {
		if slices.ContainsFunc(lines, func(l desk.InitiativeLine) bool { return l.DelegationID == v.ID }) {
			delegations = append(delegations, widgets.Choice{ID: string(v.ID), Label: v.Name})
		}
	}
	for _, one := range p.now.book.Themes() {
		themes = append(themes, widgets.Choice{ID: one, Label: one})
	}
	s.session.Choices, s.delegation.Choices, s.theme.Choices = sessions, delegations, themes
	s.session.Hidden, s.delegation.Hidden, s.theme.Hidden = len(sessions) == 0, len(delegations) == 0, len(themes) == 0
	for _, c := range []*widgets.FilterChip{s.session, s.delegation, s.theme} {
		c.Refresh()
	}
	s.chips.Refresh()
}

// findAll takes search and filters away.
func (p *Page) findAll() {
	s := &p.said
	s.filter = desk.InitiativeFilter{}
	for _, c := range []*widgets.FilterChip{s.session, s.delegation, s.theme, s.status} {
		c.Chosen = nil
		c.Refresh()
	}
	s.search.SetText("")
	p.refind()
	p.takeRows()
}

// refind looks anew among the initiatives that were read.
func (p *Page) refind() {
	if p.part().name == partInitiatives {
		p.shelf.show(p.initiativeItems())
		p.shelf.ScrollToTop()
	}
}

func (p *Page) searchKey() { p.env.Window.Canvas().Focus(p.said.search) }

// amongAll are all initiatives in their order, but for two that change places: those between them may be hidden by a filter.
func (p *Page) amongAll(a, b seminar.ID) []seminar.ID {
	var ids []seminar.ID
	for _, v := range p.now.book.Lines {
		ids = append(ids, v.ID)
	}
	i, j := slices.Index(ids, a), slices.Index(ids, b)
	ids[i], ids[j] = ids[j], ids[i]
	return ids
}

func (p *Page) addInitiative() { p.editInitiative(seminar.Initiative{}) }

// putForward is addInitiative by its key, over any part of the page.
func (p *Page) putForward() {
	if p.env.Seminar().ID != "" && !p.writing() && p.env.Leaving() {
		p.addInitiative()
	}
}

// editInitiative opens the form of an initiative; one without an id is new.
func (p *Page) editInitiative(v seminar.Initiative) {
	p.putting = initiative.Open(p.env, v, func(done seminar.Initiative) { p.fresh = done.ID }, nil)
}

// writing says whether the form of an initiative is open.
func (p *Page) writing() bool { return p.putting != nil && p.putting.IsOpen() }

// nextStatus says what became of the initiative under the cursor: the next of the statuses, and after the last the first.
func (p *Page) nextStatus() { p.step(p.decide) }

func (p *Page) decide() {
	if p.shelf.at < 0 || p.shelf.at >= len(p.said.lines) || p.writing() {
		return
	}
	v, all := p.said.lines[p.shelf.at], seminar.InitiativeStatuses()
	next := all[(slices.Index(all, v.Status)+1)%len(all)]
	p.stepBy(v.ID, p.env.Lang.T("initiative.now", "title", v.Title, "status", p.env.Lang.T("common.initiative."+string(next))),
		func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
			return d.SetInitiativeStatus(ctx, v.ID, next)
		})
}
