package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"

	"github.com/google/uuid"

	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// tx is a transaction under way on the one writing connection.
type tx struct {
	reader
	store    *Store
	clock    journal.Clock
	identity desk.Identity
	end      tail
	version  int64   // the connection's data_version
	person   history // what was read last of one person on one list
	bulk     *bulk   // nil but in a transaction with many people
}

// history is the rows of one attendee on one list.
type history struct {
	list, attendee seminar.ID
	rows           []seminar.Checkin
}

// tail is where the journal ends, as this program last saw it.
type tail struct {
	version int64 // the connection's data_version then: another one means that another program has written since
	n       int64 // of the last operation
	seq     int64 // of this desk and incarnation
	hash    []byte
}

// noVersion is the data_version of a tail that was never read.
const noVersion = -1

// Write runs one durable transaction. Another program that writes at that moment is waited for, ten seconds at most.
func (s *Store) Write(ctx context.Context, action func(desk.Tx) error) error {
	return s.transact(ctx, func(t *tx) error { return action(t) })
}

func (s *Store) transact(ctx context.Context, action func(*tx) error) error {
	if err := s.lock(ctx); err != nil {
		return err
	}
	defer s.unlock()
	if err := s.conn.once(ctx, "BEGIN IMMEDIATE"); err != nil { // may have to wait
		return running(err)
	}
	t := &tx{reader: reader{s.conn}, store: s, clock: *s.clock, identity: *s.identity.Load(), end: s.end}
	done := false
	defer func() {
		if !done { // an error or a panic: nothing of it happened. SQLite may have taken it back already.
			_ = s.conn.once(context.WithoutCancel(ctx), "ROLLBACK")
			s.settled = settled{}
		}
	}()
	if err := t.row(ctx, "PRAGMA data_version").Scan(&t.version); err != nil {
		return err
	}
	if t.version != s.end.version { // another program has written
		s.settled = settled{}
		if err := s.collate(ctx, t.reader); err != nil {
			return err
		}
	}
	defer func() { t.bulk.over(context.WithoutCancel(ctx), s.conn) }()
	if err := action(t); err != nil {
		return running(err)
	}
	if err := t.bulk.settle(ctx, t); err != nil {
		return running(err)
	}
	if _, err := s.conn.exec(context.WithoutCancel(ctx), "COMMIT"); err != nil {
		return running(err)
	}
	done = true
	*s.clock, s.end = t.clock, t.end
	if t.end.version == noVersion {
		if who, err := s.readIdentity(context.WithoutCancel(ctx)); err == nil {
			t.identity = who
		}
	}
	s.identity.Store(&t.identity)
	return nil
}

// lock waits for the transaction under way. What is called within one must go through it: it would wait for itself.
func (s *Store) lock(ctx context.Context) error {
	select {
	case s.turn <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (s *Store) unlock() { <-s.turn }

// Append writes one operation and brings the tables up to it.
func (t *tx) Append(ctx context.Context, stamp desk.Stamp, d journal.Draft) (journal.Operation, error) {
	if err := t.tail(ctx); err != nil {
		return journal.Operation{}, err
	}
	body, err := bodyOf(d)
	if err != nil {
		return journal.Operation{}, err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return journal.Operation{}, err
	}
	hlc, wall := t.clock.Next()
	o := journal.Operation{ID: id.String(), Desk: t.identity.Desk, Incarnation: t.identity.Incarnation,
		Seq: t.end.seq + 1, HLC: hlc, Wall: wall.UTC(), Operator: stamp.Operator, Kind: d.Kind, Subject: d.Subject,
		Batch: stamp.Batch, Body: body, BodyHash: journal.HashBody(body), PrevHash: t.end.hash}
	if o.Batch == "" {
		o.Batch = o.ID
	}
	entity, verb, ok := d.Kind.Split()
	if !ok {
		return o, fmt.Errorf("no operation is of kind %q", d.Kind)
	}
	if fields, ok := d.Body.(journal.Fields); ok && verb == journal.Set && t.newcomer(entity, d.Subject, fields) {
		t.end.seq, t.end.hash = o.Seq, journal.Hash(o)
		return o, t.bulk.add(ctx, t, entity, o, fields)
	}
	if t.bulk != nil {
		t.bulk.whom = "" // it may be about them
		fields, _ := d.Body.(journal.Fields)
		t.note(string(d.Subject), textOf(fields, "attendee"), textOf(fields, "registration"))
	}
	// A fact is new nearly always: its row is written first, and only if that fails is looked at what is there.
	var row *thingRow
	var state journal.State
	var doc []byte
	if fields, ok := d.Body.(journal.Fields); ok && verb == journal.Add {
		fields = maps.Clone(fields)
		delete(fields, "v")
		state = journal.State{Fields: fields, Gone: journal.Removed(fields), First: o, Last: o}
		if doc, err = t.putNew(ctx, entity, d.Subject, state); err != nil {
			return o, err
		}
	}
	if doc == nil && entity != "" {
		if row, err = t.thing(ctx, entity, d.Subject); err != nil {
			return o, err
		}
		if row != nil {
			o.Base = row.last.ID
		}
	}
	if err := t.insert(ctx, o, false); err != nil {
		return o, err
	}
	t.end.seq, t.end.hash = o.Seq, journal.Hash(o)
	switch {
	case entity == "":
		return o, t.apply(ctx, o)
	case doc != nil:
		return o, t.derive(ctx, entity, d.Subject, state, doc, nil)
	case row == nil: // what is new is not read again
		if fields, ok := d.Body.(journal.Fields); ok {
			fields = maps.Clone(fields)
			delete(fields, "v")
			return o, t.put(ctx, entity, d.Subject, journal.State{Fields: fields, Gone: journal.Removed(fields), First: o, Last: o}, nil)
		}
	}
	return o, t.applyTo(ctx, entity, verb, o, row) // nobody can have undone what did not exist
}

func bodyOf(d journal.Draft) ([]byte, error) {
	if fields, ok := d.Body.(journal.Fields); ok {
		return fields.Document()
	}
	return json.Marshal(d.Body)
}

// tail brings up to date where the journal ends. Another program may have gone on with it since the last transaction.
func (t *tx) tail(ctx context.Context) error {
	if t.version == t.end.version {
		return nil
	}
	var err error
	if t.identity, err = t.readIdentity(ctx); err != nil {
		return err
	}
	t.end = tail{version: t.version, n: t.end.n}
	o, err := t.operation(ctx, "desk = ? AND incarnation = ? ORDER BY seq DESC LIMIT 1", t.identity.Desk, t.identity.Incarnation)
	switch {
	case errors.Is(err, sql.ErrNoRows):
	case err != nil:
		return err
	default:
		t.end.seq, t.end.hash = o.Seq, journal.Hash(o)
		t.clock.Seen(o.HLC)
	}
	// Our own last operation was later than all that stood before it here, so only what follows it is looked through.
	var n, hlc sql.NullInt64
	err = t.row(ctx, "SELECT max(n), max(hlc) FROM op WHERE n > max(?, coalesce((SELECT n FROM op WHERE id = ?), 0))", t.end.n, o.ID).Scan(&n, &hlc)
	t.clock.Seen(hlc.Int64)
	t.end.n = max(t.end.n, n.Int64)
	return err
}

func (t *tx) insert(ctx context.Context, o journal.Operation, aside bool) (err error) {
	t.end.n, err = insertOperation(ctx, t, o, aside)
	return err
}

// insertOperation writes an operation into the journal and gives its place there.
func insertOperation(ctx context.Context, to execer, o journal.Operation, aside bool) (n int64, err error) {
	done, err := to.exec(ctx, `INSERT INTO op (id, desk, incarnation, seq, hlc, wall, operator, kind, subject, batch, base, body,
		body_hash, prev_hash, aside) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`, o.ID, o.Desk, o.Incarnation, o.Seq,
		o.HLC, wallText(o.Wall), o.Operator, string(o.Kind), string(o.Subject), o.Batch, o.Base, bodyValue(o), o.BodyHash, o.PrevHash, aside)
	if err != nil {
		return 0, err
	}
	return done.LastInsertId()
}

// bodyValue is an operation's body as it stands in its row.
func bodyValue(o journal.Operation) any {
	if o.Erased() {
		return nil
	}
	return string(o.Body)
}

// SetSetting writes a setting of this desk alone, with the rest of the transaction or not at all.
func (t *tx) SetSetting(ctx context.Context, key, value string) error {
	if key == deskKey { // who we are is read anew
		t.end.version = noVersion
	}
	_, err := t.exec(ctx, "INSERT INTO local (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value)
	return err
}

// NextNumber is the next free number of a counter of this desk in a seminar. It never goes back: a number that was
// given out and undone is not given out again.
func (t *tx) NextNumber(ctx context.Context, counter string, of seminar.ID) (int, error) {
	if n, ok := t.bulk.next(counterOf{counter, string(of)}); ok {
		return n, nil
	}
	// Not in one statement: RETURNING makes SQLite guard it, and before it does that it writes out what the search index has gathered.
	_, err := t.exec(ctx, `INSERT INTO counter (counter, seminar, last) VALUES (?, ?, 1)
		ON CONFLICT (counter, seminar) DO UPDATE SET last = last + 1`, counter, string(of))
	if err != nil {
		return 0, err
	}
	var n int
	err = t.row(ctx, "SELECT last FROM counter WHERE counter = ? AND seminar = ?", counter, string(of)).Scan(&n)
	if t.bulk != nil && err == nil {
		t.bulk.counters[counterOf{counter, string(of)}] = n
	}
	return n, err
}
