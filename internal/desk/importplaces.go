package desk

import (
	"context"

	"lanyard/internal/seminar"
)

// awaits says whether somebody who is registered here waits for a place or for approval.
func (in *importing) awaits(ctx context.Context, r seminar.Registration) (bool, error) {
	switch r.Status {
	case seminar.Waitlisted:
		s, err := get[seminar.Seminar](ctx, in, seminar.EntitySeminar, in.of)
		return s.WaitingList, err
	case seminar.Pending:
		return approved(ctx, in, r)
	}
	return false, nil
}

// keepPlace leaves somebody where they are if there is no place where a row puts them.
func (in *importing) keepPlace(ctx context.Context, before seminar.Registration, now *seminar.Registration) error {
	err := in.place(ctx, before, now)
	if NoPlace(err) {
		now.Status, now.CategoryID, now.DelegationID = before.Status, before.CategoryID, before.DelegationID
		err = in.place(ctx, before, now)
	}
	return err
}
