package desk

import (
	"context"
	"encoding/json"
	"sync"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// milliseconds is RFC 3339 as fine as the journal's clock.
const milliseconds = "2006-01-02T15:04:05.000Z07:00"

// waits is what of a change concerns waiting lists.
type waits struct {
	places map[seminar.ID]*places // of seminars with a waiting list, as the change has left them so far
	freed  bool                   // something was written that may free a place
	lifted bool                   // a quota was changed
	sent   seminar.ID             // the last registration for which there was no place
	still  bool                   // somebody was put back on the waiting list by an undo, and is not to move up again at once
	moved  []Mover
	back   bool      // something was undone
	before []Crowded // before that
	over   []Crowded // and more so after it
}

// Mover is somebody who moved up from the waiting list of a seminar.
type Mover struct {
	SeminarID  seminar.ID
	AttendeeID seminar.ID
	Name       string
}

// follow looks at what the change writes.
func (w *waits) follow(d journal.Draft) {
	entity, verb, _ := d.Kind.Split()
	switch entity {
	case seminar.EntitySeminar, seminar.EntityCategory, seminar.EntityDelegation:
		fields, _ := d.Body.(journal.Fields)
		for _, name := range []string{"quota", "capacity", "waiting_list"} {
			if fields[name] != nil {
				w.freed, w.lifted = true, w.lifted || name != "waiting_list"
			}
		}
	case seminar.EntityRegistration:
		fields, _ := d.Body.(journal.Fields)
		w.freed = w.freed || d.Subject != w.sent && mayFree(fields)
	case seminar.EntityMerge:
		w.freed = true
	}
	w.freed = w.freed || verb == journal.Undo
}

// mayFree says whether what is written of a registration may free a place, or be of somebody who waits though there is one. Who is
// new and has a place is neither: however many wait, registering takes no longer.
func mayFree(fields journal.Fields) bool {
	if fields["attendee"] != nil {
		return string(fields["status"]) == `"`+string(seminar.Waitlisted)+`"`
	}
	for _, name := range []string{"status", "category", "delegation", "blocked"} {
		if fields[name] != nil {
			return true
		}
	}
	return false
}

// movesUp says whether an operation is somebody's moving up.
func movesUp(o journal.Operation) bool {
	if o.Kind != journal.KindOf(seminar.EntityRegistration, journal.Set) {
		return false
	}
	var body struct {
		Status  seminar.Status   `json:"status"`
		MovedUp *seminar.MovedUp `json:"moved_up"`
	}
	return json.Unmarshal(o.Body, &body) == nil && body.MovedUp != nil && body.Status == seminar.Confirmed
}

// takes says whether a registration has a place.
func takes(r seminar.Registration) bool {
	return r.SeminarID != "" && (r.Status == seminar.Confirmed || r.Status == "")
}

// MoveUp gives places that are free to those who wait for them, as every change does that frees one: it is for a workspace that took
// other desks' operations in, of which none saw all. It answers with whom it moved up.
func (d *Desk) MoveUp(ctx context.Context) ([]Mover, error) {
	var moved []Mover
	_, err := d.write(ctx, func(c *change) error {
		c.waits.freed = true
		err := c.moveUp(ctx)
		moved, c.waits.freed = c.waits.moved, false
		return err
	})
	return moved, err
}

// moveUp gives places that are free now to those who wait for them, in the order of the list: the first who fits. It is an action
// of its own in the same transaction, so that the undo of what freed a place takes it from nobody. Who is blocked is passed over,
// and so is, as long as no quota was changed, somebody for whom there is none: they wait for a person's word.
func (c *change) moveUp(ctx context.Context) error {
	if !c.waits.freed || c.waits.still {
		return nil
	}
	seminars, err := c.WaitingSeminars(ctx)
	if err != nil {
		return err
	}
	stamp := Stamp{Operator: c.stamp.Operator}
	for _, of := range seminars {
		s, err := get[seminar.Seminar](ctx, c, seminar.EntitySeminar, of)
		if err != nil || !s.WaitingList {
			if seminar.CodeOf(err) == seminar.CodeNotFound { // the seminar was undone
				err = nil
			}
			if err != nil {
				return err
			}
			continue
		}
		if err := c.moveUpIn(ctx, of, &stamp); err != nil {
			return err
		}
	}
	return nil
}

func (c *change) moveUpIn(ctx context.Context, of seminar.ID, stamp *Stamp) error {
	p, err := placesOf(ctx, c, of)
	if err != nil {
		return err
	}
	waiting, err := c.Waiting(ctx, of)
	if err != nil {
		return err
	}
	for _, w := range waiting {
		if w.Blocked {
			continue
		}
		if limited, err := p.limited(ctx, w.CategoryID, w.DelegationID); err != nil {
			return err
		} else if !limited && !c.waits.lifted {
			continue
		}
		if full, err := p.full(ctx, limits(of, w.CategoryID, w.DelegationID)...); err != nil {
			return err
		} else if full != nil {
			continue
		}
		before, err := person(ctx, c, of, w.AttendeeID)
		if err != nil {
			return err
		}
		now := before.Registration
		now.Status = seminar.Confirmed
		now.MovedUp = &seminar.MovedUp{At: c.desk.now().UTC().Format(milliseconds), Cause: c.stamp.Batch}
		fields, err := journal.Changed(before.Registration, now)
		if err != nil {
			return err
		}
		op, err := c.Append(ctx, *stamp, journal.Draft{Kind: journal.KindOf(seminar.EntityRegistration, journal.Set), Subject: now.ID, Body: fields})
		if err != nil {
			return err
		}
		if stamp.Batch == "" {
			stamp.Batch = op.ID
		}
		p.count(w.CategoryID, w.DelegationID, 1)
		c.waits.moved = append(c.waits.moved, Mover{of, w.AttendeeID, before.Attendee.Name()})
	}
	return nil
}

// consequences are what an action did beside what it was for.
type consequences struct {
	moved []Mover
	over  []Crowded
}

// moves keeps the consequences of the last actions of this program, for whoever announces them.
type moves struct {
	mu   sync.Mutex
	last map[Action]consequences
}

func (m *moves) keep(a Action, what consequences) {
	if len(what.moved)+len(what.over) == 0 {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.last == nil || len(m.last) > 100 { // what nobody asked for in time is in MovedUpList and Quotas
		m.last = map[Action]consequences{}
	}
	m.last[a] = what
}

// Movers gives, once, whom an action of this program (an undo's operation too) moved up from waiting lists, and of which quotas an
// undo left more people than places, since nobody who has a place loses it.
func (d *Desk) Movers(a Action) ([]Mover, []Crowded) {
	d.moves.mu.Lock()
	defer d.moves.mu.Unlock()
	what := d.moves.last[a]
	delete(d.moves.last, a)
	return what.moved, what.over
}
