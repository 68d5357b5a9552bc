// Package desk holds the use cases: what a window or a command asks for. Each is one transaction that appends
// operations to the journal, and answers with an action that can be undone whole.
package desk

import (
	"context"
	"log/slog"
	"time"

	"github.com/google/uuid"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Desk is the registration desk over one workspace, in the hands of one operator. It is safe for concurrent use.
type Desk struct {
	Store
	keeper   Keeper
	now      func() time.Time
	log      *slog.Logger
	operator string
	role     seminar.Role // "" until somebody has signed in
	gate     *gate
	moves    *moves
}

// Options are what a desk is made with.
type Options struct {
	Store    Store
	Keeper   Keeper
	Now      func() time.Time // nil is time.Now
	Log      *slog.Logger     // nil is silent
	Operator string
	Role     seminar.Role // of an operator who needs no PIN: whoever runs commands on the file itself
}

// New makes a desk.
func New(o Options) *Desk {
	d := &Desk{Store: o.Store, keeper: o.Keeper, now: o.Now, log: o.Log, operator: o.Operator, role: o.Role,
		gate: &gate{misses: map[seminar.ID]int{}, until: map[seminar.ID]time.Time{}}, moves: &moves{}}
	if d.now == nil {
		d.now = time.Now
	}
	if d.log == nil {
		d.log = slog.New(slog.DiscardHandler)
	}
	return d
}

// As is the same desk in the hands of somebody who has not signed in.
func (d *Desk) As(operator string) *Desk { return d.as(operator, "") }

func (d *Desk) as(operator string, role seminar.Role) *Desk {
	c := *d
	c.operator, c.role = operator, role
	return &c
}

// Operator is who works at the desk.
func (d *Desk) Operator() string { return d.operator }

// Now is the desk's clock.
func (d *Desk) Now() time.Time { return d.now() }

// Keeper is the safety of the workspace.
func (d *Desk) Keeper() Keeper { return d.keeper }

// Action names what was done, for undo: the first operation of those that belong together. "" if nothing changed.
type Action string

// change is one action under way: a transaction, and the operations appended in it so far.
type change struct {
	Tx
	desk  *Desk
	stamp Stamp
	last  journal.Operation
	waits waits // what of it may free a place
}

// write runs one action.
func (d *Desk) write(ctx context.Context, do func(*change) error) (Action, error) {
	c := &change{desk: d, stamp: Stamp{Operator: d.operator}}
	err := d.Write(ctx, func(tx Tx) error {
		c.Tx, c.stamp.Batch, c.waits = tx, "", waits{}
		if err := do(c); err != nil {
			return err
		}
		if err := c.moveUp(ctx); err != nil || !c.waits.back {
			return err
		}
		var err error
		c.waits.over, err = moreCrowded(ctx, c, c.waits.before)
		return err
	})
	if err != nil {
		return "", err
	}
	d.moves.keep(Action(c.stamp.Batch), consequences{c.waits.moved, c.waits.over})
	return Action(c.stamp.Batch), nil
}

// append adds one operation to the action.
func (c *change) append(ctx context.Context, d journal.Draft) error {
	op, err := c.Append(ctx, c.stamp, d)
	if err != nil {
		return err
	}
	if c.stamp.Batch == "" {
		c.stamp.Batch = op.ID
	}
	c.last = op
	c.waits.follow(d)
	return nil
}

// set appends the fields in which now differs from before; nothing if they are the same.
func (c *change) set(ctx context.Context, e seminar.Entity, id seminar.ID, before, now any) (bool, error) {
	fields, err := journal.Changed(before, now)
	if err != nil || len(fields) == 0 {
		return false, err
	}
	return true, c.append(ctx, journal.Draft{Kind: journal.KindOf(e, journal.Set), Subject: id, Body: fields})
}

// newID makes the id of a new thing.
func newID() seminar.ID { return seminar.ID(uuid.Must(uuid.NewV7()).String()) }

// get loads one thing or answers that it is not there.
func get[T any](ctx context.Context, r Reader, e seminar.Entity, id seminar.ID) (T, error) {
	var t T
	ok, err := r.Get(ctx, e, id, &t)
	if err == nil && !ok {
		err = seminar.NotFound(string(e), string(id))
	}
	return t, err
}

// all loads the things of a seminar.
func all[T any](ctx context.Context, r Reader, e seminar.Entity, of seminar.ID) ([]T, error) {
	var ts []T
	return ts, r.All(ctx, e, of, &ts)
}
