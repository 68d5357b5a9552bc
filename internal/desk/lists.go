package desk

import (
	"context"
	"encoding/json"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// Lists gives the check-in lists of a seminar; the first is the one meant when none is said.
func (d *Desk) Lists(ctx context.Context, of seminar.ID) ([]seminar.List, error) {
	return all[seminar.List](ctx, d, seminar.EntityList, of)
}

// SaveList adds a list (with no id) or changes one.
func (d *Desk) SaveList(ctx context.Context, l seminar.List) (seminar.List, Action, error) {
	l.ID = orNew(l.ID)
	if l.Frequency == "" {
		l.Frequency = seminar.Once
	}
	s, err := get[seminar.Seminar](ctx, d, seminar.EntitySeminar, l.SeminarID)
	if err != nil {
		return l, "", err
	}
	problems := validateList(&l, s)
	action, err := save(ctx, d, seminar.EntityList, l.ID, l, problems)
	return l, action, err
}

// validateList makes no rule the rule that it is, and says what is wrong with a list.
func validateList(l *seminar.List, s seminar.Seminar) seminar.Problems {
	if len(l.Rule) == 0 {
		l.Rule = json.RawMessage("null")
	}
	return append(named(l.Name, "name"), attendance.ValidateList(*l, s)...)
}
