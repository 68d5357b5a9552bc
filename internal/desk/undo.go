package desk

import (
	"context"
	"encoding/json"
	"slices"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Undo reverses an operation; the first of an action reverses the whole action, of an import without the
// people with whom something has happened since. It is an operation of its own and can
// be undone. Undoing what is undone already changes nothing and answers with the undo that stands. Who moved up from a waiting list
// meanwhile was given a place, and was told perhaps: they keep it, also where that makes more people than places (Movers).
func (d *Desk) Undo(ctx context.Context, operation, why string) (journal.Operation, error) {
	done, _, err := d.UndoSparing(ctx, operation, why)
	return done, err
}

// UndoSparing is Undo, and says whom the undo of an import left.
func (d *Desk) UndoSparing(ctx context.Context, operation, why string) (done journal.Operation, kept []Kept, err error) {
	_, err = d.write(ctx, func(c *change) error {
		var err error
		done, kept, err = c.undo(ctx, operation, why)
		return err
	})
	return done, kept, err
}

func (c *change) undo(ctx context.Context, operation, why string) (done journal.Operation, kept []Kept, err error) {
	found, err := c.Operations(ctx, OperationFilter{ID: operation})
	if err != nil {
		return done, nil, err
	}
	if len(found) == 0 {
		return done, nil, seminar.NotFound("operation", operation)
	}
	targets := found
	if op := found[0]; op.ID == op.Batch && op.Kind != journal.KindUndo {
		if targets, err = c.Operations(ctx, OperationFilter{Batch: op.Batch}); err != nil {
			return done, nil, err
		}
		if targets, kept, err = c.sparing(ctx, targets); err != nil {
			return done, nil, err
		}
	}
	if slices.ContainsFunc(targets, func(o journal.Operation) bool { return o.Kind == journal.KindErase }) {
		return done, nil, seminar.Errorf(CodeErased, "People who were anonymised cannot be brought back.")
	}
	if err := c.desk.requireUndo(ctx, targets); err != nil {
		return done, nil, err
	}
	done, err = c.undoAll(ctx, targets, why)
	return done, kept, err
}

// undoAll reverses those of the operations that stand.
func (c *change) undoAll(ctx context.Context, targets []journal.Operation, why string) (journal.Operation, error) {
	body := journal.UndoBody{Version: 1, Why: why}
	for _, t := range targets {
		if isPiece(t) { // another template may need it
			continue
		}
		c.waits.still = c.waits.still || movesUp(t)
		undone, err := c.Undone(ctx, t.ID)
		if err != nil {
			return journal.Operation{}, err
		}
		if !undone {
			body.Operations = append(body.Operations, t.ID)
		}
	}
	if len(body.Operations) == 0 {
		return c.standingUndo(ctx, targets)
	}
	before, err := overfull(ctx, c)
	if err != nil {
		return journal.Operation{}, err
	}
	c.waits.back, c.waits.before = true, before
	err = c.append(ctx, journal.Draft{Kind: journal.KindUndo, Subject: targets[len(targets)-1].Subject, Body: body})
	return c.last, err
}

// standingUndo finds the undo that reversed the operations before.
func (c *change) standingUndo(ctx context.Context, targets []journal.Operation) (journal.Operation, error) {
	if len(targets) == 0 {
		return journal.Operation{}, nil
	}
	undos, err := c.Operations(ctx, OperationFilter{Kinds: []journal.Kind{journal.KindUndo}, Subject: targets[len(targets)-1].Subject})
	if err != nil {
		return journal.Operation{}, err
	}
	for _, u := range undos {
		var body journal.UndoBody
		if err := json.Unmarshal(u.Says(), &body); err != nil {
			continue
		}
		for _, id := range body.Operations {
			if id != targets[0].ID {
				continue
			}
			if undone, err := c.Undone(ctx, u.ID); err != nil || !undone {
				return u, err
			}
		}
	}
	return targets[0], nil
}
