// Package delegation is the people of a delegation as a list, in which those are ticked who are to go in, or out.
package delegation

import (
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/widgets"
)

// People is the list.
type People struct {
	List *widgets.PickList
	Rows []seminar.RosterRow
	Held int // are awaited and not ticked by themselves: as they are registered, they are not to be let in

	env    *page.Env
	ticked map[seminar.ID]bool
}

// At is where a delegation stands: on which list, in or out.
type At struct {
	Of         seminar.Delegation
	Seminar    seminar.Seminar
	Door       seminar.List
	Way        seminar.CheckinType
	Categories []seminar.Category
}

// New makes an empty list; ticked is told when somebody was ticked or unticked.
func New(env *page.Env, ticked func()) *People {
	p := &People{env: env, List: widgets.NewPickList()}
	p.List.Ticks, p.List.RTL = true, env.Lang.RTL()
	p.List.Ticked = func(id string) bool { return p.ticked[seminar.ID(id)] }
	p.List.OnToggled = func(i int) {
		id := p.Rows[i].AttendeeID
		p.ticked[id] = !p.ticked[id]
		ticked()
	}
	return p
}

// Show shows people. Who is awaited and may go in is ticked at first; afterwards only those who come anew, or stayed ticked.
func (p *People) Show(at At, rows []seminar.RosterRow) {
	now, before := p.env.Desk().Now(), p.ticked
	p.Rows, p.ticked, p.Held = rows, map[seminar.ID]bool{}, 0
	items := make([]widgets.PickItem, len(rows))
	for i, r := range rows {
		ticked, known := before[r.AttendeeID]
		awaited, held := desk.Awaited(at.Door, at.Seminar, at.Way, r, now), desk.Held(at.Door, at.Way, r)
		p.ticked[r.AttendeeID] = awaited && (ticked || !known && !held)
		if awaited && held {
			p.Held++
		}
		one := widgets.PickItem{ID: string(r.AttendeeID), Title: r.Name()}
		one.Kind, one.Tag = page.Standing(p.env.Lang, at.Door, at.Seminar, r, now)
		if r.AttendeeID == at.Of.HeadID {
			one.Meta = p.env.Lang.T("desk.group.head")
		}
		for _, c := range at.Categories {
			if c.ID == r.CategoryID {
				one.Meta = widgets.Joined(" · ", one.Meta, c.Name)
			}
		}
		one.Meta = widgets.Joined(" · ", one.Meta, r.Organisation)
		items[i] = one
	}
	p.List.Set(items)
}

// Marked are the people who are ticked, in their order.
func (p *People) Marked() []seminar.RosterRow {
	var rows []seminar.RosterRow
	for _, r := range p.Rows {
		if p.ticked[r.AttendeeID] {
			rows = append(rows, r)
		}
	}
	return rows
}

// Chosen are the ids of [People.Marked].
func (p *People) Chosen() []seminar.ID {
	var ids []seminar.ID
	for _, r := range p.Marked() {
		ids = append(ids, r.AttendeeID)
	}
	return ids
}
