package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Applying is generic: a thing's row holds the fields that the operations on it fold into. An operation that comes in
// order is laid over the row; one that comes late, and every undo, folds the whole subject anew. Either way the tables
// are a function of the set of operations.

// apply brings the tables up to one operation that was just received.
func (t *tx) apply(ctx context.Context, o journal.Operation) error {
	entity, verb, _ := o.Kind.Split()
	switch verb {
	case journal.Undo:
		return t.applyUndo(ctx, o)
	case journal.Erase:
		return t.applyErasure(ctx, o)
	}
	// An undo may have come before what it undoes.
	var awaited int
	if err := t.row(ctx, "SELECT count(*) FROM undo WHERE target = ?", o.ID).Scan(&awaited); err != nil {
		return err
	}
	if awaited > 0 {
		return t.refold(ctx, entity, o.Subject)
	}
	row, err := t.thing(ctx, entity, o.Subject)
	if err != nil {
		return err
	}
	return t.applyTo(ctx, entity, verb, o, row)
}

// applyTo brings the row of a subject, nil for a new one, up to an operation that nobody has undone.
func (t *tx) applyTo(ctx context.Context, e seminar.Entity, verb journal.Verb, o journal.Operation, row *thingRow) error {
	switch {
	case row == nil:
		fields, err := journal.FieldsOf(o.Says())
		if err != nil {
			return err
		}
		return t.put(ctx, e, o.Subject, journal.State{Fields: fields, Gone: journal.Removed(fields), First: o, Last: o}, nil)
	case verb == journal.Set && !row.undone && row.before(o):
		return t.lay(ctx, e, o, row)
	}
	return t.refold(ctx, e, o.Subject)
}

// lay puts the fields of a set that comes in order over a row.
func (t *tx) lay(ctx context.Context, e seminar.Entity, o journal.Operation, row *thingRow) error {
	state := journal.State{First: row.first, Last: o, Fields: journal.Fields{}}
	if err := json.Unmarshal(row.doc, &state.Fields); err != nil {
		return damaged(err)
	}
	delete(state.Fields, "id")
	over, err := journal.FieldsOf(o.Says())
	if err != nil {
		return err
	}
	maps.Copy(state.Fields, over)
	state.Gone = journal.Removed(state.Fields)
	return t.put(ctx, e, o.Subject, state, row.doc)
}

// applyUndo folds anew every subject that an undo reaches: what it names, and where it names an undo, what that named.
func (t *tx) applyUndo(ctx context.Context, o journal.Operation) error {
	var body journal.UndoBody
	if says := o.Says(); len(says) > 0 { // else nobody knows yet what it undid
		if err := json.Unmarshal(says, &body); err != nil {
			return fmt.Errorf("undo %s: %w", o.ID, err)
		}
	}
	for _, target := range body.Operations {
		if _, err := t.exec(ctx, "INSERT INTO undo (target, by) VALUES (?, ?) ON CONFLICT DO NOTHING", target, o.ID); err != nil {
			return err
		}
	}
	return t.reach(ctx, o.ID, map[string]bool{})
}

func (t *tx) reach(ctx context.Context, undo string, seen map[string]bool) error {
	if seen[undo] {
		return nil
	}
	seen[undo] = true
	targets, err := t.operations(ctx, "id IN (SELECT target FROM undo WHERE by = ?) ORDER BY n", undo)
	if err != nil {
		return err
	}
	done := map[seminar.ID]bool{}
	for _, o := range targets {
		entity, verb, known := o.Kind.Split()
		switch {
		case !known || verb == journal.Erase || done[o.Subject] && verb != journal.Undo:
		case verb == journal.Undo:
			err = t.reach(ctx, o.ID, seen)
		default:
			done[o.Subject] = true
			err = t.refold(ctx, entity, o.Subject)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// refold makes a subject's row anew from all its operations.
func (t *tx) refold(ctx context.Context, e seminar.Entity, id seminar.ID) error {
	ops, err := t.operations(ctx, "subject = ? AND aside = 0", string(id))
	if err != nil {
		return err
	}
	var failed error
	state, err := journal.Fold(ops, func(op string) bool {
		undone, err := t.Undone(ctx, op)
		failed = errors.Join(failed, err)
		return undone
	})
	if err = errors.Join(failed, err); err != nil {
		return err
	}
	row, err := t.thing(ctx, e, id)
	if err != nil {
		return err
	}
	var before []byte
	if row != nil {
		before = row.doc
	}
	return t.put(ctx, e, id, state, before)
}

const rowColumns = "(id, doc, gone, undone, first_op, first_hlc, last_op, last_hlc, last_desk) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"

// rowOf is a row's values, and its document among them.
func rowOf(id seminar.ID, s journal.State) (doc []byte, values []any, err error) {
	if s.Fields["id"], err = json.Marshal(id); err != nil {
		return nil, nil, err
	}
	doc, err = s.Fields.Document()
	return doc, []any{string(id), string(doc), s.Gone, s.Undone, s.First.ID, s.First.HLC, s.Last.ID, s.Last.HLC, s.Last.Desk}, err
}

// putNew writes the row of a thing that is new; nil, and nothing written, if it is here already.
func (t *tx) putNew(ctx context.Context, e seminar.Entity, id seminar.ID, s journal.State) (doc []byte, err error) {
	doc, values, err := rowOf(id, s)
	if err != nil {
		return nil, err
	}
	done, err := t.exec(ctx, `INSERT INTO "`+string(e)+`" `+rowColumns+" ON CONFLICT (id) DO NOTHING", values...)
	if err != nil {
		return nil, err
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return nil, err
	}
	delete(t.store.settled, e)
	return doc, nil
}

// put writes a row, and what is derived from it. before is the row's document as it was, nil for a new one.
func (t *tx) put(ctx context.Context, e seminar.Entity, id seminar.ID, s journal.State, before []byte) error {
	doc, values, err := rowOf(id, s)
	if err != nil {
		return err
	}
	_, err = t.exec(ctx, `INSERT INTO "`+string(e)+`" `+rowColumns+` ON CONFLICT (id) DO UPDATE SET doc = excluded.doc,
		gone = excluded.gone, undone = excluded.undone, first_op = excluded.first_op, first_hlc = excluded.first_hlc,
		last_op = excluded.last_op, last_hlc = excluded.last_hlc, last_desk = excluded.last_desk`, values...)
	if err != nil {
		return err
	}
	delete(t.store.settled, e)
	return t.derive(ctx, e, id, s, doc, before)
}

// derive keeps what lists, searches and counters read.
func (t *tx) derive(ctx context.Context, e seminar.Entity, id seminar.ID, s journal.State, doc, before []byte) error {
	switch e {
	case seminar.EntityRegistration:
		if before == nil {
			return t.putNewRoster(ctx, id, doc, s.Gone)
		}
		if err := t.putRoster(ctx, id); err != nil {
			return err
		}
		return t.leave(ctx, doc, before)
	case seminar.EntityAttendee:
		if _, several, err := t.root(ctx, id); err != nil || several {
			return errors.Join(err, t.realias(ctx, id))
		}
		if before == nil { // its registrations come after it, or fold it in when they came before
			var waiting int
			if err := t.row(ctx, "SELECT count(*) FROM registration WHERE attendee = ?", string(id)).Scan(&waiting); err != nil || waiting == 0 {
				return err
			}
		}
		return t.eachID(ctx, "SELECT id FROM registration WHERE attendee = ?", string(id), t.putRoster)
	case seminar.EntityBadge:
		var b seminar.Badge
		if err := json.Unmarshal(doc, &b); err != nil {
			return err
		}
		return t.putRoster(ctx, b.RegistrationID)
	case seminar.EntityCheckin:
		return t.derivePresence(ctx, s, doc, before)
	case seminar.EntityList:
		return t.deriveList(ctx, id, doc, before)
	case seminar.EntityDelegation, seminar.EntityCategory:
		return t.reorder(ctx, e, id, doc, before)
	case seminar.EntityMerge:
		return t.deriveMerge(ctx, doc, before)
	}
	return nil
}

// eachID runs do for every id that a query of one argument gives. The ids are read first: one connection serves both.
func (t *tx) eachID(ctx context.Context, query, arg string, do func(context.Context, seminar.ID) error) error {
	var ids []seminar.ID
	err := t.each(ctx, query, []any{arg}, func(scan func(...any) error) error {
		var id seminar.ID
		err := scan(&id)
		ids = append(ids, id)
		return err
	})
	for _, id := range ids {
		if err == nil {
			err = do(ctx, id)
		}
	}
	return err
}

// thingRow is a row as it stands.
type thingRow struct {
	doc         []byte
	undone      bool
	first, last journal.Operation // only what orders them
}

func (r thingRow) before(o journal.Operation) bool { return journal.Compare(r.last, o) < 0 }

// thing reads a row, nil if there is none.
func (r reader) thing(ctx context.Context, e seminar.Entity, id seminar.ID) (*thingRow, error) {
	var row thingRow
	err := r.row(ctx, `SELECT doc, undone, first_op, first_hlc, last_op, last_hlc, last_desk FROM "`+string(e)+`" WHERE id = ?`, string(id)).
		Scan(&row.doc, &row.undone, &row.first.ID, &row.first.HLC, &row.last.ID, &row.last.HLC, &row.last.Desk)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return &row, err
}

// Rebuild deletes every table that is derived, and replays the journal in the order in which it was written here.
func (s *Store) Rebuild(ctx context.Context) error {
	return s.transact(ctx, func(t *tx) error {
		for _, table := range derived() {
			if _, err := t.exec(ctx, `DELETE FROM "`+table+`"`); err != nil {
				return err
			}
		}
		t.store.settled = settled{}
		if err := t.keepErasures(ctx); err != nil {
			return err
		}
		ops, err := t.operations(ctx, "aside = 0 ORDER BY n")
		if err != nil {
			return err
		}
		for _, o := range ops {
			if err := t.apply(ctx, o); err != nil {
				return err
			}
		}
		return nil
	})
}

// derived are the tables that the journal folds into.
func derived() []string {
	tables := []string{"undo", "erased", "alias", "roster", "search", "code", "headcount", "presence", "tally"}
	for _, e := range seminar.Entities() {
		tables = append(tables, string(e))
	}
	return tables
}
