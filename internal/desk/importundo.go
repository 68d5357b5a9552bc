package desk

import (
	"context"
	"encoding/json"
	"slices"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// UndoneImport is what taking an import back left.
type UndoneImport struct {
	Removed int    `json:"removed"`
	Kept    []Kept `json:"kept"`
	Action  Action `json:"-"`
}

// Kept is somebody whom the undo of an import left, since something has happened with them.
type Kept struct {
	seminar.RosterRow
	Why []seminar.Entity `json:"why"` // what has happened, the last first: of a registration, that they were edited
}

// UndoImport takes one import back. People with whom something has happened since are kept, and named.
func (d *Desk) UndoImport(ctx context.Context, id seminar.ID) (UndoneImport, error) {
	if err := d.Require(ctx, seminar.RightImport); err != nil {
		return UndoneImport{}, err
	}
	var done UndoneImport
	action, err := d.write(ctx, func(c *change) error {
		done = UndoneImport{Kept: []Kept{}}
		record, err := c.Operations(ctx, OperationFilter{Subject: id, Kinds: []journal.Kind{journal.KindOf(seminar.EntityImport, journal.Add)}})
		if err != nil {
			return err
		}
		if len(record) == 0 {
			return seminar.NotFound("import", string(id))
		}
		ops, err := c.Operations(ctx, OperationFilter{Batch: record[0].Batch})
		if err != nil {
			return err
		}
		var imported seminar.Import // from the journal: one that was taken back already is no longer in the tables
		if err := json.Unmarshal(record[0].Says(), &imported); err != nil {
			return err
		}
		targets, err := c.takeBack(ctx, imported.SeminarID, ops, &done)
		if err != nil {
			return err
		}
		_, err = c.undoAll(ctx, targets, "import")
		return err
	})
	done.Action = action
	return done, err
}

// takeBack chooses the operations of an import that can go: not those of people with whom something happened since,
// and not the categories and delegations that the kept may be in.
func (c *change) takeBack(ctx context.Context, of seminar.ID, ops []journal.Operation, done *UndoneImport) ([]journal.Operation, error) {
	var targets []journal.Operation
	kept := map[seminar.ID]bool{}
	for _, op := range ops {
		if op.Kind != journal.KindOf(seminar.EntityAttendee, journal.Set) {
			continue
		}
		since, err := c.standing(ctx, op.Subject, op.Batch)
		if err != nil {
			return nil, err
		}
		if len(since) == 0 {
			if undone, err := c.Undone(ctx, op.ID); err != nil {
				return nil, err
			} else if !undone && op.Base == "" {
				done.Removed++
			}
			continue
		}
		kept[op.Subject] = true
		kept[seminar.DeriveID(of, "registration", string(op.Subject))] = true
		line, err := row(ctx, c, of, op.Subject, "")
		if err != nil {
			return nil, err
		}
		done.Kept = append(done.Kept, Kept{line, since})
	}
	for _, op := range ops {
		entity, _, _ := op.Kind.Split()
		group := entity == seminar.EntityCategory || entity == seminar.EntityDelegation
		if !kept[op.Subject] && !(group && len(kept) > 0) {
			targets = append(targets, op)
		}
	}
	return targets, nil
}

// standing says what has happened to a person since the action, and was not undone, the last first.
func (c *change) standing(ctx context.Context, attendee seminar.ID, action string) ([]seminar.Entity, error) {
	ops, err := c.Operations(ctx, OperationFilter{Subject: attendee})
	if err != nil {
		return nil, err
	}
	var since []seminar.Entity
	for _, op := range ops { // newest first
		if op.Batch == action {
			break
		}
		entity, _, _ := op.Kind.Split()
		if entity == seminar.EntityAttendee {
			entity = seminar.EntityRegistration
		}
		if op.Kind == journal.KindUndo || slices.Contains(since, entity) {
			continue
		}
		if undone, err := c.Undone(ctx, op.ID); err != nil {
			return nil, err
		} else if !undone {
			since = append(since, entity)
		}
	}
	return since, nil
}
