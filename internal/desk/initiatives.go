package desk

import (
	"context"
	"slices"

	"lanyard/internal/seminar"
)

// Initiatives gives the proposals put forward in a seminar.
func (d *Desk) Initiatives(ctx context.Context, of seminar.ID) ([]seminar.Initiative, error) {
	return all[seminar.Initiative](ctx, d, seminar.EntityInitiative, of)
}

// SaveInitiative adds an initiative (with no id) or changes one. Without a status it is proposed.
func (d *Desk) SaveInitiative(ctx context.Context, v seminar.Initiative) (seminar.Initiative, Action, error) {
	v.ID = orNew(v.ID)
	if v.Status == "" {
		v.Status = seminar.Proposed
	}
	action, err := save(ctx, d, seminar.EntityInitiative, v.ID, v, ValidateInitiative(v))
	return v, action, err
}

// ValidateInitiative says what is wrong with an initiative.
func ValidateInitiative(v seminar.Initiative) seminar.Problems {
	p := named(v.Title, "title")
	if !slices.Contains(seminar.InitiativeStatuses(), v.Status) {
		p = append(p, seminar.Errorf("initiative_status", "“{value}” is not what becomes of an initiative: proposed, supported, adopted or referred.").
			WithArg("value", string(v.Status)).WithField("status"))
	}
	return p
}
