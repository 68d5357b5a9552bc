package programmepage

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
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
	total    *sizeCells
	lists    []seminar.ID // as the choice has them
	chosen   seminar.ID   // "" is where this desk stands
	setting  bool         // the choice is being filled
	counting task.Latest[map[seminar.ID]desk.DelegationSize]
	busy     bool // a count is under way, or was a moment ago
	again    bool // something changed meanwhile
	working  bool // a delegation is being checked in
	members  *members
	away     bool // those who were not let in are shown
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
	p.party.order = widgets.NewButtonWithIcon(l.T("programme.delegation.order")+"  Ctrl+R", theme.Icon(theme.IconSort), p.orderMenu)
	choices := widgets.Row(rtl, theme.Space2, widgets.Fixed(220, 0, p.party.list), p.party.order)
	p.party.total = newSizeCells(rtl)
	for _, text := range p.party.total.texts {
		text.Style.Bold = true
	}
	return widgets.Inset(theme.Space3, theme.Space1, widgets.Edge(rtl, nil, nil, choices, widgets.Column(0, captions(l), p.party.total)))
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
		p.sum()
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

// sum shows how many there are of all delegations.
func (p *Page) sum() {
	var all desk.DelegationSize
	for _, v := range p.now.delegations {
		n := p.now.sizes[v.ID]
		all.Registered, all.Expected = all.Registered+n.Registered, all.Expected+n.Expected
		all.Arrived, all.Inside = all.Arrived+n.Arrived, all.Inside+n.Inside
	}
	p.party.total.show(sizesOf(p.env.Lang, all, 0))
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
