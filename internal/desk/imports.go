package desk

import (
	"context"
	"encoding/json"
	"time"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// ImportDone is an import of a seminar that was done.
type ImportDone struct {
	seminar.Import
	At       time.Time
	Operator string
	Undone   bool // it was taken back
}

// Imports gives the imports of a seminar, the last first, those that were taken back too.
func (d *Desk) Imports(ctx context.Context, of seminar.ID) ([]ImportDone, error) {
	ops, err := d.Operations(ctx, OperationFilter{Kinds: []journal.Kind{journal.KindOf(seminar.EntityImport, journal.Add)}})
	if err != nil {
		return nil, err
	}
	var all []ImportDone
	for _, op := range ops {
		if op.Erased() {
			continue
		}
		one := ImportDone{At: op.Wall, Operator: op.Operator}
		if err := json.Unmarshal(op.Body, &one.Import); err != nil {
			return nil, err
		}
		if one.SeminarID != of {
			continue
		}
		one.ID = op.Subject
		if one.Undone, err = d.Undone(ctx, op.ID); err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// sparing leaves out of the operations of an import those of people with whom something has happened since, and says who they
// are; those of other actions are left as they are.
func (c *change) sparing(ctx context.Context, ops []journal.Operation) ([]journal.Operation, []Kept, error) {
	for _, op := range ops {
		if op.Kind != journal.KindOf(seminar.EntityImport, journal.Add) || op.Erased() {
			continue
		}
		var imported seminar.Import
		if err := json.Unmarshal(op.Body, &imported); err != nil {
			return nil, nil, err
		}
		var done UndoneImport
		targets, err := c.takeBack(ctx, imported.SeminarID, ops, &done)
		return targets, done.Kept, err
	}
	return ops, nil, nil
}
