package programmepage

import (
	"context"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page/delegation"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// members is the list of a delegation's people in the panel: those ticked are checked in or moved, the one in front can be made
// its head, and others are added by their names.
type members struct {
	*delegation.People
	page    *Page
	of      seminar.Delegation
	count   *widgets.Text
	over    *widgets.StatusPill
	warning *fyne.Container // holds it
	button  *widgets.Button
	panel   *widgets.SidePanel
	add     *widgets.Suggest
	found   map[string]seminar.ID
	finding task.Latest[[]seminar.RosterRow]
	reading task.Latest[[]seminar.RosterRow]
}

// showMembers opens the members of the delegation under the cursor; with them open, it closes them.
func (p *Page) showMembers() {
	if p.party.members != nil {
		p.env.Panel(nil, nil)
		return
	}
	v, ok := p.front()
	if !ok || !p.env.Leaving() {
		return
	}
	l, rtl := p.env.Lang, p.env.Lang.RTL()
	m := &members{page: p, of: v, count: widgets.Quiet(""), over: widgets.NewStatusPill(widgets.KindAttention, ""), found: map[string]seminar.ID{}}
	m.People, m.count.RTL, m.over.RTL = delegation.New(p.env, m.counted), rtl, rtl
	shut := func() { p.env.Panel(nil, nil) }
	m.List.OnEscape = shut
	m.makeAdd()
	m.button = widgets.NewPrimary("", theme.IconCheck, p.checkIn)
	head := widgets.NewButtonWithIcon(l.T("programme.delegation.head.make")+"  Ctrl+H", theme.Icon(theme.IconStar), m.makeHead)
	to := []widgets.Choice{{Label: l.T("form.none")}}
	for _, one := range p.now.delegations {
		if one.ID != v.ID {
			to = append(to, widgets.Choice{ID: string(one.ID), Label: one.Name})
		}
	}
	move := widgets.NewMenuButton(l.T("programme.delegation.move"), theme.IconSwap, to, func(id string) { m.move(m.Chosen(), seminar.ID(id)) })
	m.warning = widgets.Shrinking(rtl, m.over)
	const others float32 = 360 // the height of what is above and below the list
	high := max(240, p.env.Window.Canvas().Size().Height-others)
	content := widgets.Column(theme.Space2, m.count, m.warning, m.add.Content(), widgets.Fixed(0, high, m.List), widgets.Flow(rtl, theme.Space2, head, move))
	m.panel = widgets.NewSidePanel(v.Name, content, shut, m.button)
	m.panel.RTL = rtl
	p.env.Panel(m.panel, func() {
		m.reading.Cancel()
		m.finding.Cancel()
		if p.party.members == m {
			p.party.members = nil
		}
	})
	p.party.members = m
	m.load()
	m.List.Take()
}

// makeAdd makes the entry that finds somebody of the seminar and puts them into the delegation.
func (m *members) makeAdd() {
	env := m.page.env
	m.add = widgets.NewSuggest(env.Lang.T("programme.delegation.add"))
	m.add.Entry.OnEscape = func() { m.add.SetText(""); m.List.Take() }
	m.add.Find = func(text string, offer func([]string)) {
		d, f := env.Desk(), seminar.RosterFilter{SeminarID: m.of.SeminarID, Search: text, Limit: 8}
		m.finding.Run(env.Context, env.Run, func(ctx context.Context) ([]seminar.RosterRow, error) { return d.Roster(ctx, f) },
			func(rows []seminar.RosterRow, err error) {
				var names []string
				for _, r := range rows {
					if r.DelegationID == m.of.ID {
						continue
					}
					name := widgets.Joined(" · ", r.Name(), m.page.delegationName(r.DelegationID), r.BadgeNumber)
					m.found[name] = r.AttendeeID
					names = append(names, name)
				}
				offer(names) // who cannot be found now is not offered
			})
	}
	m.add.OnTaken = func(name string) {
		m.add.SetText("")
		m.move([]seminar.ID{m.found[name]}, m.of.ID)
	}
}

func (p *Page) delegationName(id seminar.ID) string {
	for _, v := range p.now.delegations {
		if v.ID == id {
			return v.Name
		}
	}
	return ""
}

// load reads the people.
func (m *members) load() {
	p := m.page
	d, door, of := p.env.Desk(), p.door(), p.now.of
	if v := slices.IndexFunc(p.now.delegations, func(v seminar.Delegation) bool { return v.ID == m.of.ID }); v >= 0 {
		m.of = p.now.delegations[v]
	}
	v := m.of
	m.reading.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]seminar.RosterRow, error) { return d.DelegationPeople(ctx, door, v) },
		func(rows []seminar.RosterRow, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			m.Show(delegation.At{Of: v, Seminar: of, Door: door, Way: seminar.Entry, Categories: p.now.categories}, rows)
			m.counted()
		})
}

// counted says how many there are, how many more than the quota, and how many are ticked.
func (m *members) counted() {
	l := m.page.env.Lang
	size := m.page.now.sizes[m.of.ID]
	held := ""
	if m.Held > 0 {
		held = l.N("desk.group.held", m.Held)
	}
	m.count.SetText(widgets.Joined(" · ", l.N("common.count.people", len(m.Rows)),
		l.T("desk.group.size", "expected", l.Number(size.Expected), "arrived", l.Number(size.Arrived)), held, l.T("desk.group.hint")))
	over := m.page.over(m.of)
	m.over.Word, m.warning.Hidden = l.T("programme.delegation.over", "n", l.Number(over)), over == 0
	m.over.Refresh()
	m.button.SetText(l.T("desk.group.check_in", "n", strconv.Itoa(len(m.Marked()))) + "  Ctrl+⏎")
	m.panel.Refresh()
}

// makeHead makes the person in front the head of the delegation.
func (m *members) makeHead() {
	if m.List.Cursor < 0 || m.List.Cursor >= len(m.Rows) {
		return
	}
	v, r := m.of, m.Rows[m.List.Cursor]
	v.HeadID = r.AttendeeID
	m.page.act(m.page.env.Lang.T("programme.delegation.head.now", "name", r.Name()), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		_, action, err := d.SaveDelegation(ctx, v)
		return action, err
	}, nil)
}

// move puts people into another delegation, or into none.
func (m *members) move(people []seminar.ID, to seminar.ID) {
	l, p := m.page.env.Lang, m.page
	if len(people) == 0 {
		p.env.Done(l.T("desk.group.nobody"), "")
		return
	}
	message := l.N("programme.delegation.left", len(people))
	if name := p.delegationName(to); name != "" {
		message = l.N("programme.delegation.moved", len(people), "name", name)
	}
	p.act(message, func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		return d.MoveTo(ctx, m.of.SeminarID, people, to)
	}, nil)
}
