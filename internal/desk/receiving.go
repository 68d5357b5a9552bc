package desk

import (
	"context"
	"slices"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Received is what became of operations of other desks, and of the places that they freed or took.
type Received struct {
	journal.Receipt
	Moved []Mover   // from a waiting list to a place that is free now
	Over  []Crowded // more people than places, and more than before: somebody has to be told, nobody loses a place
}

// Crowded is a quota with more people than places.
type Crowded struct {
	SeminarID seminar.ID
	Quota
}

// Receive takes operations of other desks in, as Store does. What they tell of people who were anonymised meanwhile goes again at
// once, and the places that are free then are given to those who wait, by the order of the list as it is known here. Desks that know
// the same choose the same person, which is one move. Those that do not know of each other's people yet may give one place to two:
// both keep it, and the desk that hears of it says so, in Over.
func (d *Desk) Receive(ctx context.Context, ops []journal.Operation) (Received, error) {
	before, err := overfull(ctx, d)
	if err != nil {
		return Received{}, err
	}
	var done Received
	if done.Receipt, err = d.Store.Receive(ctx, ops); err != nil || done.Applied == 0 {
		return done, err
	}
	if _, err := d.EraseLate(ctx); err != nil {
		return done, err
	}
	if done.Moved, err = d.MoveUp(ctx); err != nil {
		return done, err
	}
	done.Over, err = moreCrowded(ctx, d, before)
	return done, err
}

// overfull gives the quotas with more people than places, of seminars that keep a waiting list.
func overfull(ctx context.Context, r Reader) ([]Crowded, error) {
	seminars, err := all[seminar.Seminar](ctx, r, seminar.EntitySeminar, "")
	if err != nil {
		return nil, err
	}
	var over []Crowded
	for _, s := range seminars {
		if !s.WaitingList {
			continue
		}
		quotas, err := quotasOf(ctx, r, s.ID)
		if err != nil {
			return nil, err
		}
		for _, q := range quotas {
			if q.Over() > 0 {
				over = append(over, Crowded{s.ID, q})
			}
		}
	}
	return over, nil
}

// moreCrowded gives those quotas that have more people beyond their places than before.
func moreCrowded(ctx context.Context, r Reader, before []Crowded) ([]Crowded, error) {
	over := map[seminar.ID]int{}
	for _, c := range before {
		over[c.ID] = c.Over()
	}
	now, err := overfull(ctx, r)
	return slices.DeleteFunc(now, func(c Crowded) bool { return c.Over() <= over[c.ID] }), err
}
