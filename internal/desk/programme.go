package desk

import (
	"context"
	"strings"

	"lanyard/internal/seminar"
)

// Reorder puts things of one entity in the order of their ids: sessions that start together, categories, lists.
func (d *Desk) Reorder(ctx context.Context, e seminar.Entity, ids []seminar.ID) (Action, error) {
	if err := d.Require(ctx, seminar.RightProgram); err != nil {
		return "", err
	}
	return d.write(ctx, func(c *change) error {
		type placed struct {
			Position int `json:"position"`
		}
		for i, id := range ids {
			before, err := get[placed](ctx, c, e, id)
			if err != nil {
				return err
			}
			if _, err := c.set(ctx, e, id, before, placed{i + 1}); err != nil {
				return err
			}
		}
		return nil
	})
}

// Remove takes something off the programme; undo brings it back.
func (d *Desk) Remove(ctx context.Context, e seminar.Entity, id seminar.ID) (Action, error) {
	type removal struct {
		Removed bool `json:"removed"`
	}
	return save(ctx, d, e, id, removal{true}, nil)
}

// save writes what changed of one thing, if there are no problems with it.
func save[T any](ctx context.Context, d *Desk, e seminar.Entity, id seminar.ID, now T, p seminar.Problems) (Action, error) {
	if err := d.Require(ctx, seminar.RightProgram); err != nil {
		return "", err
	}
	if err := p.OrNil(); err != nil {
		return "", err
	}
	return d.write(ctx, func(c *change) error {
		var before T
		if _, err := c.Get(ctx, e, id, &before); err != nil {
			return err
		}
		_, err := c.set(ctx, e, id, before, now)
		return err
	})
}

func named(text, field string) seminar.Problems {
	if strings.TrimSpace(text) != "" {
		return nil
	}
	return seminar.Problems{seminar.Errorf(seminar.CodeRequired, "Please write a name here.").WithField(field)}
}

func orNew(id seminar.ID) seminar.ID {
	if id == "" {
		return newID()
	}
	return id
}
