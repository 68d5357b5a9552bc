package attendeespage

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/filing"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// showBar is what can be done to the people selected.
func (p *Page) showBar(ids []string) {
	p.bar.Objects = nil
	if len(ids) > 0 {
		t, rtl := p.env.Lang.T, p.env.Lang.RTL()
		none := widgets.NewButtonWithIcon("", theme.Icon(theme.IconCross), p.table.ClearSelection)
		n := widgets.NewText(t("attendees.selected", "n", p.env.Lang.Number(len(ids))), theme.SectionSize, theme.Text)
		n.Style.Bold = true
		row := append([]fyne.CanvasObject{none, n}, p.bulk(typed[seminar.ID](ids))...)
		p.bar.Objects = []fyne.CanvasObject{widgets.Inset(0, theme.Space2, widgets.Flow(rtl, theme.Space2, row...))}
	}
	p.bar.Refresh()
	p.content.Refresh()
}

// bulk are the buttons for the people selected.
func (p *Page) bulk(ids []seminar.ID) []fyne.CanvasObject {
	t := p.env.Lang.T
	var categories []widgets.Choice
	for _, c := range p.known.categories {
		categories = append(categories, widgets.Choice{ID: string(c.ID), Label: c.Name})
	}
	delegations := []widgets.Choice{{Label: t("form.none")}}
	for _, d := range p.known.delegations {
		delegations = append(delegations, widgets.Choice{ID: string(d.ID), Label: d.Name})
	}
	all := []fyne.CanvasObject{
		widgets.NewButtonWithIcon(t("attendees.confirm"), theme.Icon(theme.IconCheck), func() {
			p.confirm(ids)
		}),
		widgets.NewButtonWithIcon(t("attendees.cancel"), theme.Icon(theme.IconCross), func() { p.cancelAll(texts(ids)) }),
	}
	if p.known.places.approval {
		all = append(all, widgets.NewButtonWithIcon(t("attendees.approve"), theme.Icon(theme.IconChecklist), func() { p.approve(ids) }),
			widgets.NewButtonWithIcon(t("attendees.decline"), theme.Icon(theme.IconMinus), func() { p.askDecline(ids) }))
	}
	if len(ids) == 2 {
		all = append(all, widgets.NewButtonWithIcon(t("attendees.twins.compare"), theme.Icon(theme.IconMerge), func() { p.compare(ids[0], ids[1]) }))
	}
	if len(categories) > 0 {
		all = append(all, widgets.NewMenuButton(t("attendees.set_category"), theme.IconCard, categories, func(id string) {
			p.changeAll(ids, func(r *seminar.Registration) { r.CategoryID = seminar.ID(id) })
		}))
	}
	if len(delegations) > 1 {
		all = append(all, widgets.NewMenuButton(t("attendees.set_delegation"), theme.IconFlag, delegations, func(id string) {
			p.changeAll(ids, func(r *seminar.Registration) { r.DelegationID = seminar.ID(id) })
		}))
	}
	more := []widgets.Choice{{ID: "badges", Label: t("attendees.badges"), Icon: theme.IconBadges}, {ID: "export", Label: t("attendees.export"), Icon: theme.IconDownload},
		{ID: "block", Label: t("attendees.block"), Icon: theme.IconLock}, {ID: "unblock", Label: t("attendees.unblock"), Icon: theme.IconUnlock}}
	return append(all, widgets.NewMenuButton(t("common.more"), theme.IconMore, more, func(id string) {
		switch id {
		case "badges":
			p.badges(texts(ids))
		case "export":
			p.export(texts(ids))
		case "block":
			p.askBlock(ids)
		case "unblock":
			p.changeAll(ids, func(r *seminar.Registration) { r.Blocked, r.BlockedWhy = false, "" })
		}
	}))
}

func texts(ids []seminar.ID) []string {
	all := make([]string, len(ids))
	for i, id := range ids {
		all[i] = string(id)
	}
	return all
}

// changeAll changes the registrations of several people as one action; where there is no place for them, a reason gives one.
func (p *Page) changeAll(ids []seminar.ID, edit func(*seminar.Registration)) {
	of := p.env.Seminar().ID
	p.actOr(p.env.Lang.N("attendees.changed", len(ids)), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		return d.ChangeAll(ctx, of, ids, edit)
	}, func(err error) {
		if desk.NoPlace(err) {
			p.askPlace(ids, err, func(r *seminar.Registration, why string) { edit(r); r.OverWhy = why })
			return
		}
		p.env.Fail(err)
	})
}

// confirm confirms people.
func (p *Page) confirm(ids []seminar.ID) {
	p.changeAll(ids, func(r *seminar.Registration) { r.Status = seminar.Confirmed })
}

func (p *Page) cancelAll(ids []string) {
	if len(ids) > 0 {
		p.changeAll(typed[seminar.ID](ids), func(r *seminar.Registration) { r.Status = seminar.Cancelled })
	}
}

// act runs a change and says what was done, with undo in it. While it is under way, a second one is not begun.
func (p *Page) act(message string, do func(context.Context, *desk.Desk) (desk.Action, error)) {
	p.actOr(message, do, p.env.Fail)
}

// actOr is act for whoever has an answer to what goes wrong.
func (p *Page) actOr(message string, do func(context.Context, *desk.Desk) (desk.Action, error), failed func(error)) {
	if p.busy {
		return
	}
	p.busy = true
	if len(p.bar.Objects) > 0 { // thousands take a while
		text := widgets.Section(p.env.Lang.T("common.working"))
		text.RTL = p.env.Lang.RTL()
		p.bar.Objects = []fyne.CanvasObject{widgets.Inset(0, theme.Space2, text)}
		p.bar.Refresh()
	}
	uipage.Do(p.env, do, func(a desk.Action, err error) {
		p.busy = false
		if err != nil {
			p.showBar(p.table.Selected())
			failed(err)
			return
		}
		p.table.ClearSelection()
		p.table.Take()
		if a == "" {
			p.env.Done(p.env.Lang.T("attendees.same"), "")
			return
		}
		p.env.Done(message, a)
	})
}

// askBlock asks for the reason that the desk will read, and blocks.
func (p *Page) askBlock(ids []seminar.ID) {
	t := p.env.Lang.T
	p.askWhy(p.env.Lang.N("attendees.block.title", len(ids)), t("attendees.block.why"), t("attendees.block.hint"), t("attendees.block"), theme.IconLock, func(why string) {
		p.changeAll(ids, func(r *seminar.Registration) { r.Blocked, r.BlockedWhy = true, why })
	})
}

// askWhy asks for a reason in the panel before something is done.
func (p *Page) askWhy(title, label, hint, yes string, icon theme.IconName, then func(why string)) {
	if !p.env.Leaving() {
		return
	}
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	shut := func() { p.env.Panel(nil, nil) }
	why := widgets.NewEntry("", false)
	do := func() {
		text := why.Text
		shut()
		then(text)
	}
	var panel *widgets.SidePanel
	leave := func() {
		if panel.Leaving() {
			shut()
		}
	}
	why.OnEnter, why.OnEscape = do, leave
	field := widgets.NewFormField(label, why)
	field.Hint, field.RTL = hint, rtl
	panel = widgets.NewSidePanel(title, widgets.Column(theme.Space3, field), leave,
		widgets.NewButton(t("common.cancel"), shut), widgets.NewPrimary(yes, icon, do))
	panel.RTL = rtl
	p.env.Guard(panel, func() bool { return why.Text != "" })
	p.env.Panel(panel, nil)
	p.env.Window.Canvas().Focus(why)
}

// few is how many people are asked for by their names at most; of more, everybody is read and the others left out.
const few = 500

// rows gives the rows of some people in the order of the table, or those that the table shows for none.
func rows(ctx context.Context, d *desk.Desk, q *question, ids []string) ([]seminar.RosterRow, error) {
	f := q.filter
	if len(ids) == 0 {
		return d.Roster(ctx, f)
	}
	f = seminar.RosterFilter{SeminarID: q.filter.SeminarID, ListID: q.filter.ListID, Order: q.filter.Order}
	if len(ids) <= few {
		f.Only = typed[seminar.ID](ids)
		return d.Roster(ctx, f)
	}
	wanted := make(map[string]bool, len(ids))
	for _, id := range ids {
		wanted[id] = true
	}
	all, err := d.Roster(ctx, f)
	return slices.DeleteFunc(all, func(r seminar.RosterRow) bool { return !wanted[string(r.AttendeeID)] }), err
}

// badges saves the badges of the people selected and marks them printed. A letter that no font has is said before.
func (p *Page) badges(ids []string) {
	if p.press.Anyway() || len(ids) == 0 || p.env.Seminar().ID == "" {
		return
	}
	q := p.question()
	p.press.Badges(paper.Batch{Of: q.filter.SeminarID, Options: p.press.Options(),
		People: func(ctx context.Context, d *desk.Desk) ([]seminar.RosterRow, error) { return rows(ctx, d, q, ids) },
		Save: func(m paper.Made) {
			p.press.SaveBadges(m, filing.Name("pdf", "badges"), true, func(a desk.Action) {
				p.env.Done(p.env.Lang.N("badges.marked", len(m.Rows)), a)
			})
		}})
}
