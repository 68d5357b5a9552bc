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

// Questions gives the seminar's own questions.
func (d *Desk) Questions(ctx context.Context, of seminar.ID) ([]seminar.Question, error) {
	return all[seminar.Question](ctx, d, seminar.EntityQuestion, of)
}

// SaveQuestion adds a question (with no id) or changes one.
func (d *Desk) SaveQuestion(ctx context.Context, v seminar.Question) (seminar.Question, Action, error) {
	v.ID = orNew(v.ID)
	if v.Type == "" {
		v.Type = "text"
	}
	problems := named(v.Text, "text")
	if v.Type == "choice" && len(v.Options) == 0 {
		problems = append(problems, seminar.Errorf("question_options", "Write the answers to choose from.").WithField("options"))
	}
	action, err := save(ctx, d, seminar.EntityQuestion, v.ID, v, problems)
	return v, action, err
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
