package deskpage

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/widgets"
)

// Bindings implements page.Bound.
func (p *Page) Bindings() []page.Binding {
	l := p.env.Lang
	all := []page.Binding{
		{Shortcut: page.Ctrl(fyne.KeyN), Label: l.T("desk.key.walkin"), Do: p.WalkIn},
		{Shortcut: &fyne.ShortcutUndo{}, Label: l.T("desk.undo"), Do: p.undoKey},
		{Shortcut: page.Ctrl(fyne.KeyO), Label: l.T("desk.force"), Do: p.forceKey},
		{Shortcut: page.Ctrl(fyne.KeyE), Label: l.T("desk.key.type"), Do: p.turn},
		{Shortcut: page.Ctrl(fyne.KeyP), Label: p.badgeWords("desk.key.badge"), Do: p.badgeKey},
		{Shortcut: page.Ctrl(fyne.KeyR), Label: l.T("desk.key.print_again"), Do: p.againKey},
		p.press.PrintsKey(),
		{Shortcut: page.Ctrl(fyne.KeyI), Label: l.T("desk.key.edit"), Do: p.editKey},
		{Shortcut: page.Ctrl(fyne.KeyG), Label: l.T("desk.key.group"), Do: p.Delegations},
		{Shortcut: page.Ctrl(fyne.KeyReturn), Label: l.T("desk.key.group_in"), Do: p.groupKey},
		{Shortcut: page.Ctrl(fyne.KeyT), Label: l.T("initiative.key"), Do: p.PutForward},
		{Shortcut: page.Ctrl(fyne.KeyJ), Label: l.T("desk.key.due"), Do: p.goToDue},
		{Shortcut: &fyne.ShortcutRedo{}, Label: l.T("desk.key.open"), Do: p.bringBack},
		{Key: fyne.KeyF2, Label: l.T("form.key.likely")},
		{Key: fyne.KeyF3, Label: l.T("form.key.proposal")},
		{Key: fyne.KeyF4, Label: l.T("form.key.place")},
		{Key: fyne.KeyF6, Label: l.T("form.key.later")},
	}
	if p.stop != nil {
		all = append(all, page.Binding{Key: fyne.KeyEscape, Label: l.T("common.cancel"), Do: p.stop})
	}
	return all
}

// undoKey undoes the check-in that is marked, or the last one of this desk. While something is typed, or a form is
// open, the key belongs to that text.
func (p *Page) undoKey() {
	if p.panel || p.asking || p.entry.Text() != "" {
		return
	}
	p.queue = append(p.queue, job{undo: true})
	p.next()
}

// undoLast undoes what toUndo says, and goes on with the queue.
func (p *Page) undoLast() {
	c, ok := p.toUndo()
	if !ok {
		p.env.Done(p.env.Lang.T("desk.undo.nothing"), "")
		p.next()
		return
	}
	p.undo(c)
}

func (p *Page) toUndo() (seminar.Checkin, bool) {
	if p.picked >= 0 && p.picked < len(p.counts.recent) {
		c := p.counts.recent[p.picked]
		return c, c.Successful && !c.Undone
	}
	var last seminar.Checkin // of this desk by the journal's clock: that is the one the steward remembers
	for _, c := range p.counts.recent {
		if c.Successful && !c.Undone && c.Desk == p.known.desk && c.HLC > last.HLC {
			last = c
		}
	}
	return last, last.Op != ""
}

// undo takes a check-in back; of a walk-in the registration too.
func (p *Page) undo(c seminar.Checkin) {
	name, action, reverse := p.reverse(c)
	p.busy = true
	page.Do(p.env, reverse,
		func(done journal.Operation, err error) {
			p.busy = false
			defer p.next()
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.markUndone(c.Op)
			p.env.Undone(action)
			p.env.Done(p.env.Lang.T("desk.undone", "name", name), desk.Action(done.ID))
			p.ready()
			p.count()
			p.env.Changed()
			p.take()
		})
}

// remember puts a scan that was just answered on top of the recent ones. The counters are read again in the background;
// who presses Ctrl+Z before they are there means this scan and no other.
func (p *Page) remember(a desk.ScanAnswer) {
	if a.Operation == "" {
		return
	}
	c := seminar.Checkin{ID: seminar.ID(a.Operation), SeminarID: p.known.seminar.ID, ListID: a.List.ID, AttendeeID: a.Person.ID, Type: a.Type,
		Datetime: a.Datetime, Successful: a.Status == seminar.OK, Reason: a.Reason, Forced: a.Forced,
		Desk: p.known.desk, Op: a.Operation}
	c.Explain(a.Message)
	for _, r := range p.counts.recent {
		c.HLC = max(c.HLC, r.HLC+1)
	}
	now := append([]seminar.Checkin{c}, p.counts.recent[:min(recentLimit-1, len(p.counts.recent))]...)
	p.keepPicked(now)
	p.counts.recent = now
	if a.Attendee != nil && p.counts.people != nil {
		p.counts.people[c.AttendeeID] = *a.Attendee
	}
}

// markUndone strikes a scan among the recent ones before they are read again.
func (p *Page) markUndone(operation string) {
	for i, c := range p.counts.recent {
		if c.Op == operation {
			p.counts.recent[i].Undone = true
		}
	}
}

// showFoot shows the last scans in one line under the page, with what can be done at any time.
func (p *Page) showFoot() {
	l := p.env.Lang
	p.latest.RemoveAll()
	if waiting := p.saving + len(p.queue); waiting > 1 {
		p.latest.Add(widgets.NewStatusPill(widgets.KindAttention, l.N("desk.saving", waiting)))
	}
	last := p.counts.recent[:min(3, len(p.counts.recent))]
	if len(p.left.Objects) == 1 && p.left.Objects[0] == p.recents {
		last = nil // they stand in full above
	}
	for _, c := range last {
		kind := page.KindOf(c)
		word := fmt.Sprintf("%s  %s", l.Time(c.Datetime.In(p.known.seminar.Location())), p.nameOf(c))
		if c.Undone {
			kind, word = widgets.KindNeutral, widgets.Joined(" · ", word, l.T("desk.recent.undone"))
		}
		pill := widgets.NewStatusPill(kind, word)
		pill.RTL = l.RTL()
		p.latest.Add(widgets.Fixed(min(pill.MinSize().Width, 220), 0, pill))
	}
	p.latest.Refresh()
	var can []fyne.CanvasObject
	if force := p.forceButton(); force != nil {
		can = append(can, force)
	}
	if open := p.openButton(); open != nil {
		can = append(can, open)
	}
	if _, ok := p.toUndo(); ok {
		can = append(can, p.undoing)
	}
	if can = append(can, p.walking); !slices.Equal(can, p.foot.Objects) {
		p.foot.Objects = can
		p.below.Refresh()
	}
}
