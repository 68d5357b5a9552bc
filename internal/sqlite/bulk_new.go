package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"encoding/json"
	"maps"

	"lanyard/internal/collation"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// fresh is an attendee or a registration that is new, by the operation that states it.
type fresh struct {
	entity  seminar.Entity
	op      journal.Operation
	fields  journal.Fields
	columns []any    // of its row
	listing *listing // of a registration
}

// step goes through both goroutines.
type step struct {
	things []fresh
	err    error
	reply  chan<- reply // asks whether everything is written; may be nil
}

// reply says where the journal ends.
type reply struct {
	n   int64 // 0 if nothing was written
	err error
}

// handedOn is how many things make a step.
const handedOn = 200

// begin starts the goroutines.
func (b *bulk) begin(ctx context.Context, t *tx) {
	ctx = context.WithoutCancel(ctx)
	b.aside = newConnection(t.to)
	b.steps = make(chan step, 2)
	made := make(chan step, 2)
	conn, _ := t.to.(*sql.Conn) // as that of every transaction
	b.end.Go(func() { b.derive(ctx, t.store.collator, b.steps, made) })
	b.end.Go(func() { b.write(ctx, &writer{conn: conn, by: map[string]driver.StmtExecContext{}}, made) })
	t.before = t.flush
}

// newcomer says whether an operation states an attendee of whom there is nothing yet, or the registration of the one who was
// stated last.
func (t *tx) newcomer(e seminar.Entity, id seminar.ID, fields journal.Fields) bool {
	switch {
	case t.bulk == nil || !t.strange(string(id)) || fields["removed"] != nil:
		return false
	case e == seminar.EntityAttendee:
		return true
	case e == seminar.EntityRegistration:
		return fields["revoked_codes"] == nil && t.bulk.whom != "" && textOf(fields, "attendee") == string(t.bulk.whom)
	}
	return false
}

func textOf(fields journal.Fields, name string) (text string) {
	_ = json.Unmarshal(fields[name], &text) // what is no text is none
	return text
}

// add takes in a newcomer.
func (b *bulk) add(ctx context.Context, t *tx, e seminar.Entity, o journal.Operation, fields journal.Fields) error {
	t.note(string(o.Subject))
	for _, name := range []string{"email", "code", "badge_number", "foreign_code"} {
		if fields[name] != nil {
			t.note(textOf(fields, name))
		}
	}
	if e == seminar.EntityAttendee {
		b.whom = o.Subject
	}
	fields = maps.Clone(fields)
	delete(fields, "v")
	if b.fresh = append(b.fresh, fresh{entity: e, op: o, fields: fields}); len(b.fresh) < handedOn {
		return nil
	}
	if b.failed.Load() {
		return t.flush(ctx)
	}
	b.steps <- step{things: b.fresh}
	b.fresh, b.behind = make([]fresh, 0, handedOn), true
	return nil
}

// flush waits until everything is written.
func (t *tx) flush(ctx context.Context) error {
	b := t.bulk
	if b.behind || len(b.fresh) > 0 {
		written := make(chan reply)
		b.steps <- step{things: b.fresh, reply: written}
		b.fresh, b.behind = nil, false
		done := <-written
		t.end.n, b.err = max(t.end.n, done.n), done.err
	}
	if b.err != nil || !b.counting {
		return b.err
	}
	b.counting = false
	for of, last := range b.counters {
		if _, err := b.aside.exec(context.WithoutCancel(ctx), "UPDATE counter SET last = ? WHERE counter = ? AND seminar = ?", last, of.counter, of.seminar); err != nil {
			return err
		}
	}
	return nil
}

// derive makes the rows of what is new. Places are read anew after each reply: what follows it may have changed them.
func (b *bulk) derive(ctx context.Context, by *collation.Collator, in <-chan step, out chan<- step) {
	defer close(out)
	var at *places
	var person seminar.Attendee
	for s := range in {
		if at == nil {
			at = newPlaces(reader{b.aside}, by)
		}
		for i := range s.things {
			if s.err == nil && !b.failed.Load() {
				s.err = s.things[i].derive(ctx, at, &person)
			}
		}
		if s.reply != nil {
			at = nil
		}
		out <- s
	}
}

// derive makes the row, and that of the roster: person is whoever came last.
func (f *fresh) derive(ctx context.Context, at *places, person *seminar.Attendee) error {
	doc, columns, err := rowOf(f.op.Subject, journal.State{Fields: f.fields, First: f.op, Last: f.op})
	if err != nil {
		return err
	}
	f.columns, f.fields = columns, nil
	if f.entity == seminar.EntityAttendee {
		*person = seminar.Attendee{}
		return json.Unmarshal(doc, person)
	}
	var r seminar.Registration
	if err := json.Unmarshal(doc, &r); err != nil {
		return err
	}
	one, err := listingOf(ctx, at, *person, r, others{}, 0)
	f.listing = &one
	return err
}
