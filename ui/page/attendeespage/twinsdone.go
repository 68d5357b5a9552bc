package attendeespage

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/task"
)

// step is one decision about a pair. Whether it stands is asked after every change: it may be undone, and that too.
type step struct {
	action     desk.Action // "" for what is no longer to decide: somebody else did, or one of the two is gone
	keep, drop seminar.ID
	apart      bool
	undone     bool
}

// undecided are the pairs that the steps leave open. A pair with somebody who was merged is one with whom they became.
func undecided(found []desk.Duplicate, steps []step) []desk.Duplicate {
	rows := map[seminar.ID]seminar.RosterRow{}
	became := map[seminar.ID]seminar.ID{}
	decided := map[string]bool{}
	for _, v := range found {
		rows[v.A.AttendeeID], rows[v.B.AttendeeID] = v.A, v.B
	}
	for _, s := range steps {
		switch {
		case s.undone:
		case s.apart:
			decided[nameOf(desk.Duplicate{A: rows[s.keep], B: rows[s.drop]})] = true
		default:
			became[s.drop] = s.keep
		}
	}
	now := func(r seminar.RosterRow) seminar.RosterRow {
		id := r.AttendeeID
		for range steps { // no more often, even if two desks merged them both ways
			if next := became[id]; next != "" {
				id = next
			}
		}
		if id == r.AttendeeID {
			return r
		}
		return rows[id]
	}
	var open []desk.Duplicate
	for _, v := range found {
		v.A, v.B = now(v.A), now(v.B)
		if name := nameOf(v); v.A.AttendeeID != v.B.AttendeeID && !decided[name] {
			decided[name] = true
			open = append(open, v)
		}
	}
	return open
}

// decided is how many decisions stand.
func (k *pairing) decided() int {
	n := 0
	for _, s := range k.steps {
		if !s.undone && s.action != "" {
			n++
		}
	}
	return n
}

// merge makes the two in front one.
func (k *pairing) merge() {
	keep, drop, ok := k.two()
	if !ok {
		return
	}
	of := k.page.env.Seminar().ID
	k.decide(step{keep: keep.AttendeeID, drop: drop.AttendeeID}, k.page.env.Lang.T("attendees.twins.merged", "name", keep.Name()),
		func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
			return d.Merge(ctx, of, keep.AttendeeID, drop.AttendeeID)
		})
}

// apart says that the two in front are two people.
func (k *pairing) apart() {
	a, b, ok := k.two()
	if !ok {
		return
	}
	of := k.page.env.Seminar().ID
	k.decide(step{keep: a.AttendeeID, drop: b.AttendeeID, apart: true}, k.page.env.Lang.T("attendees.twins.kept", "first", a.Name(), "second", b.Name()),
		func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
			return d.KeepApart(ctx, of, a.AttendeeID, b.AttendeeID)
		})
}

// decide writes a decision; the next pair comes to the front. While one is being written, none is begun.
func (k *pairing) decide(s step, message string, do func(context.Context, *desk.Desk) (desk.Action, error)) {
	if !k.page.leavePanel() {
		return
	}
	k.busy = true
	p, d := k.page, k.page.env.Desk()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (desk.Action, error) { return do(ctx, d) }, func(a desk.Action, err error) {
		k.busy = false
		if err != nil {
			p.env.Fail(err)
			k.withdraw(err, s)
			return
		}
		s.action = a
		k.steps = append(k.steps, s)
		p.table.ClearSelection() // one of them may not be there any more
		if p.pairing == k {
			k.settle("")
		}
		if p.pairing == k {
			k.take() // a button that was tapped would keep the keys
		}
		p.env.Done(message, a)
	})
}

// withdraw takes a pair back that cannot be decided any more.
func (k *pairing) withdraw(err error, s step) bool {
	switch seminar.CodeOf(err) {
	case seminar.CodeNotFound, desk.CodeMergeAlready, desk.CodeMergeSame:
	default:
		return false
	}
	s.apart = true
	k.steps = append(k.steps, s)
	if k.page.pairing == k {
		k.settle("")
	}
	return true
}

// changed asks after a change which decisions still stand, and reads the pair in front anew.
func (k *pairing) changed() {
	if k.list == nil {
		return
	}
	d, p := k.page.env.Desk(), k.page
	steps := k.steps
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) ([]bool, error) {
		undone := make([]bool, len(steps))
		for i, s := range steps {
			if s.action == "" {
				continue
			}
			var err error
			if undone[i], err = d.Undone(ctx, string(s.action)); err != nil {
				return nil, err
			}
		}
		return undone, nil
	}, func(undone []bool, err error) {
		if p.pairing != k {
			return
		}
		if err != nil {
			p.env.Fail(err)
			return
		}
		again := ""
		for i, is := range undone {
			if is && !k.steps[i].undone { // it is to decide once more
				again = nameOf(desk.Duplicate{A: seminar.RosterRow{AttendeeID: k.steps[i].keep}, B: seminar.RosterRow{AttendeeID: k.steps[i].drop}})
			}
			k.steps[i].undone = is
		}
		k.settle(again)
	})
}
