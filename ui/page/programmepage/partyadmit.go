package programmepage

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// checkIn checks in who is awaited of the delegation under the cursor, or those ticked among its members.
func (p *Page) checkIn() {
	if m := p.party.members; m != nil {
		p.admit(m.of, m.Chosen(), 0)
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
			held := 0
			for _, r := range rows {
				switch {
				case !desk.Awaited(door, of, seminar.Entry, r, d.Now()):
				case desk.Held(door, seminar.Entry, r):
					held++
				default:
					people = append(people, r.AttendeeID)
				}
			}
			p.admit(v, people, held)
		})
}

// admit checks people of a delegation in as one action; held is how many of it were left out. Who is refused is named with the reason.
func (p *Page) admit(v seminar.Delegation, people []seminar.ID, held int) {
	l, door, left := p.env.Lang, p.door(), ""
	if held > 0 {
		left = l.N("desk.group.held", held)
	}
	switch {
	case p.party.working || door.ID == "":
		return
	case len(people) == 0:
		p.env.Done(widgets.Joined(" · ", widgets.Joined(": ", v.Name, l.T("programme.delegation.nobody")), left), "")
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
		p.env.Done(widgets.Joined(" · ", widgets.Joined(": ", v.Name, l.N("desk.group.in", done.Admitted())), left), done.Action)
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
	p.env.Panel(nil, nil) // the members
	shut := func() { p.env.Panel(nil, nil) }
	panel := widgets.NewSidePanel(v.Name+": "+l.N("desk.group.refused", len(done.Refused())), lines, shut, widgets.NewPrimary(l.T("common.close"), "", shut))
	panel.RTL = rtl
	p.party.away = true
	p.env.Panel(panel, func() { p.party.away = false })
}
