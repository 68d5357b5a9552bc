package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// tx is a transaction under way on the one writing connection.
type tx struct {
	reader
	store *Store
	clock journal.Clock
	seq   int64
	hash  []byte
	at    bool // seq and hash were read
	seen  map[seminar.ID]seminar.Seminar
}

// Write runs one durable transaction. Another program that writes at that moment is waited for, ten seconds at most.
func (s *Store) Write(ctx context.Context, action func(desk.Tx) error) error {
	return s.transact(ctx, func(t *tx) error { return action(t) })
}

func (s *Store) transact(ctx context.Context, action func(*tx) error) (err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.conn.once(ctx, "BEGIN IMMEDIATE"); err != nil {
		return running(err)
	}
	t := &tx{reader: reader{s.conn}, store: s, clock: *s.clock, seen: map[seminar.ID]seminar.Seminar{}}
	done := false
	defer func() {
		if !done { // an error or a panic: nothing of it happened
			err = errors.Join(err, s.conn.once(context.WithoutCancel(ctx), "ROLLBACK"))
		}
	}()
	if err := action(t); err != nil {
		return running(err)
	}
	if err := s.conn.once(context.WithoutCancel(ctx), "COMMIT"); err != nil {
		return running(err)
	}
	done = true
	*s.clock = t.clock
	return nil
}

// Append writes one operation and brings the tables up to it.
func (t *tx) Append(ctx context.Context, stamp desk.Stamp, d journal.Draft) (journal.Operation, error) {
	if err := t.tail(ctx); err != nil {
		return journal.Operation{}, err
	}
	body, err := json.Marshal(d.Body)
	if err != nil {
		return journal.Operation{}, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return journal.Operation{}, err
	}
	hlc, wall := t.clock.Next()
	o := journal.Operation{ID: id.String(), Desk: t.store.identity.Desk, Incarnation: t.store.identity.Incarnation,
		Seq: t.seq + 1, HLC: hlc, Wall: wall.UTC(), Operator: stamp.Operator, Kind: d.Kind, Subject: d.Subject,
		Batch: stamp.Batch, Body: body, BodyHash: journal.HashBody(body), PrevHash: t.hash}
	if o.Batch == "" {
		o.Batch = o.ID
	}
	if entity, verb, ok := d.Kind.Split(); !ok {
		return o, fmt.Errorf("no operation is of kind %q", d.Kind)
	} else if verb != journal.Undo {
		if o.Base, err = t.lastOn(ctx, entity, d.Subject); err != nil {
			return o, err
		}
	}
	if err := t.insert(ctx, o, false); err != nil {
		return o, err
	}
	t.seq, t.hash = o.Seq, journal.Hash(o)
	return o, t.apply(ctx, o)
}

// tail reads where this desk's chain stands. Another program may have gone on with it since the last transaction.
func (t *tx) tail(ctx context.Context) error {
	if t.at {
		return nil
	}
	o, err := t.operation(ctx, "desk = ? AND incarnation = ? ORDER BY seq DESC LIMIT 1", t.store.identity.Desk, t.store.identity.Incarnation)
	switch {
	case errors.Is(err, sql.ErrNoRows):
	case err != nil:
		return err
	default:
		t.seq, t.hash = o.Seq, journal.Hash(o)
		t.clock.Seen(o.HLC)
	}
	var highest sql.NullInt64
	if err := t.row(ctx, "SELECT hlc FROM op ORDER BY n DESC LIMIT 1").Scan(&highest); err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	t.clock.Seen(highest.Int64)
	t.at = true
	return nil
}

func (t *tx) insert(ctx context.Context, o journal.Operation, aside bool) error {
	var body any
	if o.Body != nil {
		body = string(o.Body)
	}
	_, err := t.exec(ctx, `INSERT INTO op (id, desk, incarnation, seq, hlc, wall, operator, kind, subject, batch, base, body,
		body_hash, prev_hash, aside) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, o.ID, o.Desk, o.Incarnation, o.Seq,
		o.HLC, wallText(o.Wall), o.Operator, string(o.Kind), string(o.Subject), o.Batch, o.Base, body, o.BodyHash, o.PrevHash, aside)
	return err
}

// Receive takes operations of other desks in, in whatever order they come. One that is here already changes nothing; a
// kind that this version does not know is kept aside.
func (s *Store) Receive(ctx context.Context, ops []journal.Operation) error {
	return s.transact(ctx, func(t *tx) error {
		for _, o := range ops {
			var here int
			if err := t.row(ctx, "SELECT count(*) FROM op WHERE id = ?", o.ID).Scan(&here); err != nil {
				return err
			}
			if here > 0 {
				continue
			}
			_, _, known := o.Kind.Split()
			if err := t.insert(ctx, o, !known); err != nil {
				return err
			}
			t.clock.Seen(o.HLC)
			if known {
				if err := t.apply(ctx, o); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// NextNumber is the next free number of a counter of this desk in a seminar. It never goes back: a number that was
// given out and undone is not given out again.
func (t *tx) NextNumber(ctx context.Context, counter string, of seminar.ID) (int, error) {
	var n int
	err := t.row(ctx, `INSERT INTO counter (counter, seminar, last) VALUES (?, ?, 1)
		ON CONFLICT (counter, seminar) DO UPDATE SET last = last + 1 RETURNING last`, counter, string(of)).Scan(&n)
	return n, err
}
