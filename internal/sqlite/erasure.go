package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// keptOf reads what erasures say that stays of a body, a JSON array in their order; nil if none is known here.
func keptOf(text string) (json.RawMessage, error) {
	var says []journal.Fields
	if err := json.Unmarshal([]byte(text), &says); err != nil || len(says) == 0 {
		return nil, err
	}
	return journal.KeptOf(says).Document()
}

// forget takes the body of an operation on its way here that an erasure has named before it came.
func (t *tx) forget(ctx context.Context, o *journal.Operation) error {
	if o.Erased() || !erasable(*o) {
		return nil
	}
	var named bool
	if err := t.row(ctx, "SELECT EXISTS (SELECT 1 FROM erased WHERE target = ?)", o.ID).Scan(&named); err != nil || !named {
		return err
	}
	o.Body = nil
	var says string
	err := t.row(ctx, `SELECT json_group_array(json(kept) ORDER BY by.hlc, by.desk, by.id) FROM erased JOIN op by ON by.id = erased.by
		WHERE erased.target = ?`, o.ID).Scan(&says)
	if err != nil {
		return err
	}
	o.Kept, err = keptOf(says)
	return err
}

// erasable says whether an operation's body may be erased: what an erasure does must stay known, and of a kind that is not
// known here nobody can say what would be left.
func erasable(o journal.Operation) bool {
	_, verb, known := o.Kind.Split()
	return known && verb != journal.Erase
}

// applyErasure takes away the bodies that an erasure names and that are here, and folds anew what they were about.
func (t *tx) applyErasure(ctx context.Context, o journal.Operation) error {
	targets, err := t.keepErasure(ctx, o)
	if err != nil {
		return err
	}
	if err := t.SetSetting(ctx, unscrubbed, o.ID); err != nil {
		return err
	}
	var undos []journal.Operation
	var subjects []journal.Operation // one of each
	seen := map[seminar.ID]bool{}
	for _, id := range targets {
		ops, err := t.operations(ctx, "id = ? AND aside = 0", id)
		if err != nil {
			return err
		}
		for _, target := range ops {
			if !erasable(target) {
				continue
			}
			if _, err := t.exec(ctx, "UPDATE op SET body = NULL WHERE id = ?", id); err != nil {
				return err
			}
			if target.Kind == journal.KindUndo {
				undos = append(undos, target)
			} else if !seen[target.Subject] {
				seen[target.Subject] = true
				subjects = append(subjects, target)
			}
		}
	}
	for _, target := range subjects {
		entity, _, _ := target.Kind.Split()
		if err := t.refold(ctx, entity, target.Subject); err != nil {
			return err
		}
	}
	for _, target := range undos { // one that came without its body did nothing until now
		ops, err := t.operations(ctx, "id = ?", target.ID)
		if err == nil {
			err = t.applyUndo(ctx, ops[0])
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// keepErasure writes down what an erasure says, and gives the operations that it names, in their order.
func (t *tx) keepErasure(ctx context.Context, o journal.Operation) ([]string, error) {
	var body journal.EraseBody
	if err := json.Unmarshal(o.Body, &body); err != nil {
		return nil, fmt.Errorf("erasure %s: %w", o.ID, err)
	}
	targets := slices.Sorted(maps.Keys(body.Operations))
	for _, id := range targets {
		kept, err := body.Operations[id].Document()
		if err != nil {
			return nil, err
		}
		_, err = t.exec(ctx, "INSERT INTO erased (target, by, kept) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", id, o.ID, string(kept))
		if err != nil {
			return nil, err
		}
	}
	return targets, nil
}

// keepErasures writes down all of them before anything else is replayed, so that nothing folds to less than stays.
func (t *tx) keepErasures(ctx context.Context) error {
	ops, err := t.operations(ctx, "kind = ? AND aside = 0 ORDER BY n", string(journal.KindErase))
	for _, o := range ops {
		if err == nil {
			_, err = t.keepErasure(ctx, o)
		}
	}
	return err
}

// carryErasures takes the erasures of a file that is set aside into the copy that takes its place. A file that cannot be
// read has none to give.
func carryErasures(ctx context.Context, copied, old string) error {
	erasures, err := erasuresOf(ctx, old)
	if err != nil || len(erasures) == 0 {
		return ctx.Err()
	}
	s, err := Open(ctx, Options{Path: copied})
	if err != nil {
		return err
	}
	receipt, err := s.Receive(ctx, erasures)
	if err == nil && receipt.Applied > 0 {
		err = s.Scrub(ctx)
	}
	return errors.Join(err, s.Close())
}

func erasuresOf(ctx context.Context, path string) ([]journal.Operation, error) {
	if _, err := inspect(path, false); err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", dsn(path, "ro", "_pragma=query_only(1)"))
	if err != nil {
		return nil, err
	}
	r := reader{newConnection(db)}
	ops, err := r.operations(ctx, "kind = ? AND aside = 0 ORDER BY n", string(journal.KindErase))
	return ops, errors.Join(err, r.close(), db.Close())
}
