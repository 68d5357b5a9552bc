package deskpage

import (
	"context"
	"strconv"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page/delegation"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// group is a delegation in the right half: its people, those ticked who are to go in, or out.
type group struct {
	*delegation.People
	of     seminar.Delegation
	way    seminar.CheckinType
	button *widgets.Button
	count  *widgets.Text
	foot   *fyne.Container
}

// groupDone is a delegation that was checked in, to be undone as a whole.
type groupDone struct {
	action desk.Action
	name   string
}

// showGroup shows a delegation; enter gives its people the focus.
func (p *Page) showGroup(id seminar.ID, enter bool) {
	if g := p.group; enter && g != nil && g.of.ID == id {
		p.enterGroup()
		return
	}
	var of seminar.Delegation
	for _, v := range p.known.delegations {
		if v.ID == id {
			of = v
		}
	}
	p.subject = nil
	p.waiting()
	d, list, showing := p.env.Desk(), p.list, p.showing
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]seminar.RosterRow, error) { return d.DelegationPeople(ctx, list, of) },
		func(rows []seminar.RosterRow, err error) {
			switch {
			case err != nil:
				p.env.Fail(err)
			case p.showing != showing: // somebody looks at something else by now
			default:
				p.drawGroup(of, rows)
				if enter {
					p.enterGroup()
				}
			}
		})
}

// openMarked opens the delegation that is marked among those offered, read already or not, and says whether one is.
func (p *Page) openMarked() bool {
	i := p.results.Highlight
	if i < 0 || i >= len(p.rows) || !isDelegation(p.rows[i]) {
		return false
	}
	p.showGroup(p.rows[i].DelegationID, true)
	return true
}

func (p *Page) drawGroup(of seminar.Delegation, rows []seminar.RosterRow) {
	l, rtl := p.env.Lang, p.env.Lang.RTL()
	g := &group{People: delegation.New(p.env, p.countGroup), of: of, way: p.way, count: widgets.Quiet("")}
	g.List.OnEscape = p.leaveGroup
	g.List.OnTyped = func(r rune) { // the next scan or name: not a letter of it is lost
		p.leaveGroup()
		if entry := p.env.Window.Canvas().Focused(); entry != nil {
			entry.TypedRune(r)
		}
	}
	g.button = widgets.NewPrimary("", theme.IconCheck, p.checkinGroup)
	name := cardText(of.Name, theme.TitleSize, theme.Text, 2, rtl)
	name.Style.Bold = true
	g.count.RTL = rtl
	top := widgets.Column(theme.Space2, name)
	if of.Country != "" && l.Country(of.Country) != of.Name {
		top.Add(p.countryLine(of.Country))
	}
	top.Add(g.count)
	var middle fyne.CanvasObject = g.List
	if len(rows) == 0 {
		middle = widgets.NewEmptyState(theme.IconGroup, l.T("desk.group.none"), l.T("desk.group.none.hint"), "", nil)
	}
	g.foot = widgets.Row(rtl, theme.Space2, g.button)
	p.setRight(widgets.NewCard(widgets.Edge(rtl, top, widgets.Inset(0, theme.Space1, g.foot), nil, nil, widgets.Inset(0, theme.Space2, middle))))
	p.group = g
	at := delegation.At{Of: of, Seminar: p.known.seminar, Door: p.list, Way: p.way, Categories: p.known.categories}
	g.Show(at, rows) // now that it has a height: it scrolls to the first
	p.countGroup()
}

// countGroup says how many are ticked.
func (p *Page) countGroup() {
	g, l := p.group, p.env.Lang
	n := len(g.Marked())
	label := "desk.group.check_in"
	if g.way == seminar.Exit {
		label = "desk.group.check_out"
	}
	g.button.SetText(l.T(label, "n", strconv.Itoa(n)) + "  Ctrl+⏎")
	g.foot.Refresh()
	held := ""
	if g.Held > 0 {
		held = l.N("desk.group.held", g.Held)
	}
	g.count.SetText(widgets.Joined(" · ", l.N("common.count.people", len(g.Rows)), held, l.T("desk.group.hint")))
}

// enterGroup gives the people of the delegation that is shown the focus.
func (p *Page) enterGroup() {
	if len(p.group.Rows) > 0 {
		p.group.List.Take()
	}
}

// leaveGroup is ready for the next person.
func (p *Page) leaveGroup() {
	p.ready()
	p.take()
}

// groupKey is checkinGroup by its key, which belongs to a form while one is open.
func (p *Page) groupKey() {
	switch {
	case p.putting != nil && p.putting.IsOpen():
		p.putting.Save()
	case !p.panel && !p.asking:
		p.checkinGroup()
	}
}

// checkinGroup checks in whoever is ticked, behind the scans that wait.
func (p *Page) checkinGroup() {
	g := p.group
	if g == nil {
		return
	}
	people := g.Chosen()
	if len(people) == 0 {
		p.env.Done(p.env.Lang.T("desk.group.nobody"), "")
		return
	}
	p.group = nil // a second press is none
	p.enqueue(job{group: &groupJob{of: g.of, people: people, way: g.way}})
}

// groupJob is a group waiting for its turn among the scans.
type groupJob struct {
	of     seminar.Delegation
	people []seminar.ID
	way    seminar.CheckinType
}

// saveGroup answers a group and goes on with the queue.
func (p *Page) saveGroup(j job) {
	d := p.env.Desk()
	all := desk.Group{SeminarID: j.scan.SeminarID, ListID: j.scan.ListID, People: j.group.people, Type: j.group.way, At: j.scan.At, Nonce: j.scan.Nonce}
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (desk.GroupAnswer, error) { return d.CheckinGroup(ctx, all) },
		func(done desk.GroupAnswer, err error) {
			p.busy = false
			if err != nil {
				p.failed(err)
			} else {
				p.groupAnswered(*j.group, done)
			}
			p.next()
			p.showFoot()
		})
}
