package sqlite

import (
	"bytes"
	"context"
	"encoding/json"

	"lanyard/internal/desk"
	"lanyard/internal/journal"
)

// Receive takes operations of other desks in, in whatever order they come. One that is here already changes nothing.
// One that this version does not understand, or whose change cannot be made, is kept aside; one that is no operation,
// or whose body is not what its hash says, is refused alone. Neither stands in the way of the others. An error means
// that nothing was taken in.
//
// Operations of this desk's own that are not here any more tell that the end of this database was lost, which passes
// every check of SQLite. They are taken in, and a new incarnation begins.
func (s *Store) Receive(ctx context.Context, ops []journal.Operation) (journal.Receipt, error) {
	var receipt journal.Receipt
	err := s.transact(ctx, func(t *tx) error {
		receipt = journal.Receipt{}
		if err := t.tail(ctx); err != nil {
			return err
		}
		lost := false
		for _, o := range ops {
			if why := journal.Malformed(o); why != "" {
				receipt.Refused = append(receipt.Refused, journal.Refusal{ID: o.ID, Why: why})
				continue
			}
			if o.Erased() {
				o.Body = nil
			}
			if err := t.forget(ctx, &o); err != nil {
				return err
			}
			new, err := t.take(ctx, o, &receipt)
			if err != nil {
				return err
			}
			lost = lost || new && o.Desk == t.identity.Desk && o.Incarnation == t.identity.Incarnation
		}
		if lost {
			return t.goOnAfterLoss(ctx)
		}
		return nil
	})
	return receipt, err
}

// take takes one operation in; false if it is here already or was refused.
func (t *tx) take(ctx context.Context, o journal.Operation, receipt *journal.Receipt) (bool, error) {
	var here int
	if err := t.row(ctx, "SELECT count(*) FROM op WHERE id = ?", o.ID).Scan(&here); err != nil || here > 0 {
		return false, err
	}
	aside := !understood(o)
	err := t.guarded(ctx, func() error {
		if err := t.insert(ctx, o, aside); err != nil || aside {
			return err
		}
		return t.apply(ctx, o)
	})
	if err != nil && !aside {
		if innocent(err) || ctx.Err() != nil {
			return false, err
		}
		aside = true
		err = t.guarded(ctx, func() error { return t.insert(ctx, o, true) })
	}
	switch {
	case err != nil && (innocent(err) || ctx.Err() != nil):
		return false, err
	case err != nil:
		receipt.Refused = append(receipt.Refused, journal.Refusal{ID: o.ID, Why: err.Error()})
		return false, nil
	case aside:
		receipt.Aside++
	default:
		receipt.Applied++
	}
	t.clock.Seen(o.HLC)
	return true, nil
}

// guarded undoes what do has written if it fails, and nothing else of the transaction.
func (t *tx) guarded(ctx context.Context, do func() error) error {
	if _, err := t.exec(ctx, "SAVEPOINT one"); err != nil {
		return err
	}
	err := do()
	if err != nil && !innocent(err) {
		t.store.settled, t.person = settled{}, history{} // may hold what is taken back now
		if _, e := t.exec(context.WithoutCancel(ctx), "ROLLBACK TO one"); e != nil {
			return e
		}
	}
	if _, e := t.exec(context.WithoutCancel(ctx), "RELEASE one"); e != nil && err == nil {
		return e
	}
	return err
}

// understood says whether this version can apply an operation: it knows the kind, and the body reads as what the kind
// changes. It depends on the operation alone, so that every desk of one version says the same.
func understood(o journal.Operation) bool {
	entity, verb, known := o.Kind.Split()
	switch {
	case !known || entity != "" && o.Subject == "":
		return false
	case o.Erased():
		return true
	case verb == journal.Undo:
		return json.Unmarshal(o.Body, &journal.UndoBody{}) == nil
	case verb == journal.Erase:
		return json.Unmarshal(o.Body, &journal.EraseBody{}) == nil
	}
	return bytes.TrimSpace(o.Body)[0] == '{' && json.Unmarshal(o.Body, entity.New()) == nil
}

// adopt applies what was kept aside and is understood now: this is a newer version than the one that received it.
func (s *Store) adopt(ctx context.Context) error {
	var waiting []journal.Operation
	ops, err := s.operations(ctx, "aside ORDER BY n")
	if err != nil {
		return err
	}
	for _, o := range ops {
		if understood(o) {
			waiting = append(waiting, o)
		}
	}
	if len(waiting) == 0 {
		return nil
	}
	return s.transact(ctx, func(t *tx) error {
		if err := t.SetSetting(ctx, desk.SettingErasedThrough, ""); err != nil { // they may be about people who were anonymised
			return err
		}
		for _, o := range waiting {
			err := t.guarded(ctx, func() error {
				if err := t.forget(ctx, &o); err != nil {
					return err
				}
				if _, err := t.exec(ctx, "UPDATE op SET aside = 0, body = ? WHERE id = ?", bodyValue(o), o.ID); err != nil {
					return err
				}
				return t.apply(ctx, o)
			})
			if err != nil && (innocent(err) || ctx.Err() != nil) { // else it stays aside
				return err
			}
		}
		return nil
	})
}
