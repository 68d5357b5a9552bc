package programmepage

import (
	"cmp"
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/collation"
	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// party is what the delegations are counted by: a check-in list. They follow the scans while they are in front.
type party struct {
	list     *widgets.Select
	order    *widgets.Button
	lists    []seminar.ID // as the choice has them
	chosen   seminar.ID   // "" is where this desk stands
	setting  bool         // the choice is being filled
	counting task.Latest[map[seminar.ID]desk.DelegationSize]
	busy     bool // a count is under way, or was a moment ago
	again    bool // something changed meanwhile
	working  bool // a delegation is being checked in
	members  *members
}

// calm is the least time between two counts: scans that come meanwhile are counted together.
const calm = 300 * time.Millisecond

// partyHead stands above the delegations: the list that they are counted by, their order, and what the columns are.
func (p *Page) partyHead() fyne.CanvasObject {
	l, rtl := p.env.Lang, p.env.Lang.RTL()
	p.party.list = widgets.NewSelect(nil, func(string) {
		if i := p.party.list.SelectedIndex(); !p.party.setting && i >= 0 {
			p.party.chosen, p.now.sizes = p.party.lists[i], nil
			p.size()
		}
	})
	p.party.order = widgets.NewButtonWithIcon(l.T("programme.delegation.order"), theme.Icon(theme.IconSort), p.orderMenu)
	choices := widgets.Row(rtl, theme.Space2, widgets.Fixed(220, 0, p.party.list), p.party.order)
	return widgets.Inset(theme.Space3, theme.Space1, widgets.Edge(rtl, nil, nil, choices, captions(l)))
}

// door is the list that the delegations are counted by: the one chosen, that of this desk, or the first.
func (p *Page) door() seminar.List {
	door := seminar.List{SeminarID: p.now.of.ID}
	for _, id := range []seminar.ID{p.party.chosen, seminar.ID(p.env.Setting(page.ListSetting(p.now.of.ID)))} {
		for _, v := range p.now.lists {
			if v.ID == id {
				return v
			}
		}
	}
	if len(p.now.lists) > 0 {
		door = p.now.lists[0]
	}
	return door
}

func (p *Page) offerDoors() {
	g := &p.party
	g.lists = nil
	var names []string
	for _, v := range p.now.lists {
		g.lists, names = append(g.lists, v.ID), append(names, v.Name)
	}
	g.setting = true
	if !slices.Equal(g.list.Options, names) {
		g.list.SetOptions(names)
	}
	if i := slices.Index(g.lists, p.door().ID); i >= 0 && i != g.list.SelectedIndex() {
		g.list.SetSelectedIndex(i)
	}
	g.list.Hidden = len(names) == 0
	g.setting = false
}

// size counts the delegations and puts the figures into their rows; the rest of the page stays as it is.
func (p *Page) size() {
	g := &p.party
	if p.now.of.ID == "" {
		return
	}
	p.offerDoors()
	if g.busy {
		g.again = true
		return
	}
	g.busy, g.again = task.Live(p.env.Run), false
	d, door := p.env.Desk(), p.door()
	g.counting.Run(p.env.Context, p.env.Run, func(ctx context.Context) (map[seminar.ID]desk.DelegationSize, error) {
		return d.DelegationSizes(ctx, door)
	}, func(sizes map[seminar.ID]desk.DelegationSize, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.now.sizes = sizes
		if p.part().name == partDelegations {
			p.shelf.show(p.delegationItems())
			if g.members != nil {
				g.members.load()
			}
		}
	})
	if g.busy {
		task.After(p.env.Run, calm, func() {
			if g.busy = false; g.again && p.part().name == partDelegations {
				p.size()
			}
		})
	}
}

// front is the delegation under the cursor.
func (p *Page) front() (seminar.Delegation, bool) {
	if p.part().name != partDelegations || p.shelf.at < 0 || p.shelf.at >= len(p.now.delegations) {
		return seminar.Delegation{}, false
	}
	return p.now.delegations[p.shelf.at], true
}

// headKey calls the head of the delegation under the cursor up at the desk; in the list of its members it chooses the head.
func (p *Page) headKey() {
	if m := p.party.members; m != nil {
		m.makeHead()
		return
	}
	v, ok := p.front()
	switch {
	case !ok:
	case v.HeadID == "":
		p.env.Done(p.env.Lang.T("programme.delegation.head.missing", "name", v.Name), "")
	default:
		p.env.Open(page.Desk, v.HeadID)
	}
}

// checkIn checks in who is awaited of the delegation under the cursor, or those ticked among its members.
func (p *Page) checkIn() {
	if m := p.party.members; m != nil {
		p.admit(m.of, m.Chosen())
		return
	}
	v, ok := p.front()
	if !ok {
		return
	}
	d, door, of := p.env.Desk(), p.door(), p.now.of
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]seminar.RosterRow, error) { return d.DelegationPeople(ctx, door, v) },
		func(rows []seminar.RosterRow, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			var people []seminar.ID
			for _, r := range rows {
				if desk.Awaited(door, of, seminar.Entry, r, d.Now()) {
					people = append(people, r.AttendeeID)
				}
			}
			p.admit(v, people)
		})
}

// admit checks people of a delegation in as one action. Who is refused is named with the reason.
func (p *Page) admit(v seminar.Delegation, people []seminar.ID) {
	l, door := p.env.Lang, p.door()
	switch {
	case p.party.working || door.ID == "":
		return
	case len(people) == 0:
		p.env.Done(widgets.Joined(": ", v.Name, l.T("programme.delegation.nobody")), "")
		return
	}
	p.party.working = true
	page.Do(p.env, func(ctx context.Context, d *desk.Desk) (desk.GroupAnswer, error) {
		return d.CheckinGroup(ctx, desk.Group{SeminarID: v.SeminarID, ListID: door.ID, People: people, Type: seminar.Entry})
	}, func(done desk.GroupAnswer, err error) {
		p.party.working = false
		if err != nil {
			p.env.Fail(err)
			return
		}
		heard := widgets.KindAccepted
		if refused := done.Refused(); len(refused) > 0 {
			heard = widgets.KindRefused
			p.showTurnedAway(v, done)
		}
		p.env.Sound(heard)
		p.env.Done(widgets.Joined(": ", v.Name, l.N("desk.group.in", done.Admitted())), done.Action)
	})
}

// showTurnedAway names those of a delegation who were not let in, each with the reason.
func (p *Page) showTurnedAway(v seminar.Delegation, done desk.GroupAnswer) {
	l, rtl := p.env.Lang, p.env.Lang.RTL()
	lines := widgets.Column(theme.Space3)
	for _, a := range done.Refused() {
		who, why := widgets.Section(a.Person.Name()), widgets.Body(a.Explanation)
		if a.Message != nil {
			why.Text = l.Err(a.Message)
		}
		if a.Status == seminar.Incomplete {
			why.Text = l.T("desk.ask")
		}
		who.RTL, why.RTL = rtl, rtl
		lines.Add(widgets.Column(0, who, why))
	}
	p.env.Panel(nil, nil)
	shut := func() { p.env.Panel(nil, nil) }
	panel := widgets.NewSidePanel(v.Name+": "+l.N("desk.group.refused", len(done.Refused())), lines, shut, widgets.NewPrimary(l.T("common.close"), "", shut))
	panel.RTL = rtl
	p.env.Panel(panel, nil)
}

// orderMenu offers the orders that protocol may follow beside one made by hand: the alphabets of languages, by the names that
// countries have in them. That of the screen stands first.
func (p *Page) orderMenu() {
	if len(p.now.delegations) < 2 {
		return
	}
	own := collation.Known(p.env.Lang.Tag())
	tongues := i18n.DocumentLanguages()
	slices.SortStableFunc(tongues, func(a, b struct{ Tag, Name string }) int {
		return cmp.Compare(number(b.Tag == own), number(a.Tag == own))
	})
	var items []*fyne.MenuItem
	for _, v := range tongues {
		items = append(items, fyne.NewMenuItem(p.env.Lang.T("programme.delegation.order.by", "language", v.Name), func() { p.orderBy(v.Tag, v.Name) }))
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), p.env.Window.Canvas())
	menu.ShowAtRelativePosition(fyne.NewPos(0, p.party.order.Size().Height), p.party.order)
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// orderBy puts the delegations into the order of a language's alphabet.
func (p *Page) orderBy(tag, name string) {
	l, tongue := p.env.Lang, i18n.OpenDocument(tag)
	ids := desk.Alphabetical(p.now.delegations, tag, func(v seminar.Delegation) string { return cmp.Or(tongue.Country(v.Country), v.Name) })
	p.act(l.T("programme.delegation.ordered", "language", name), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		return d.Reorder(ctx, seminar.EntityDelegation, ids)
	}, p.shelf.take)
}
