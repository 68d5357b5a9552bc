package desk

import (
	"context"
	"strings"

	"lanyard/internal/seminar"
)

// admit settles the status of a new registration: pending where registrations are approved, but for somebody at the desk whom
// who registers them may approve; and then whether there is a place.
func (c *change) admit(ctx context.Context, r *seminar.Registration) error {
	if r.Status == "" {
		r.Status = seminar.Confirmed
	}
	if r.Status == seminar.Confirmed {
		asked, err := approved(ctx, c, *r)
		if err != nil {
			return err
		}
		if asked && (r.Source != SourceWalkIn || c.desk.Require(ctx, seminar.RightStatus) != nil) {
			r.Status = seminar.Pending
		}
	}
	return c.place(ctx, seminar.Registration{}, r)
}

// approved says whether a registration needs somebody's approval.
func approved(ctx context.Context, from Reader, r seminar.Registration) (bool, error) {
	s, err := get[seminar.Seminar](ctx, from, seminar.EntitySeminar, r.SeminarID)
	if err != nil || s.Approval || r.CategoryID == "" {
		return s.Approval, err
	}
	var category seminar.Category
	_, err = from.Get(ctx, seminar.EntityCategory, r.CategoryID, &category)
	return category.Approval, err
}

// Approved is what became of registrations that were approved.
type Approved struct {
	Confirmed int
	Waiting   int // there was no place: on the waiting list
	Action    Action
}

// Approve approves those of some people whose registration is pending: they are confirmed, or wait if there is no place.
func (d *Desk) Approve(ctx context.Context, of seminar.ID, attendees []seminar.ID) (Approved, error) {
	var done Approved
	action, err := d.answerPending(ctx, of, attendees, func(c *change, before seminar.Registration) (seminar.Registration, error) {
		now := before
		now.Status, now.DeclinedWhy = seminar.Confirmed, ""
		if err := c.place(ctx, before, &now); err != nil {
			return now, err
		}
		if now.Status == seminar.Confirmed {
			done.Confirmed++
		} else {
			done.Waiting++
		}
		return now, nil
	})
	done.Action = action
	return done, err
}

// Decline cancels those of some people whose registration is pending, with the reason that the desk will read.
func (d *Desk) Decline(ctx context.Context, of seminar.ID, attendees []seminar.ID, why string) (Action, error) {
	return d.answerPending(ctx, of, attendees, func(_ *change, now seminar.Registration) (seminar.Registration, error) {
		now.Status, now.DeclinedWhy = seminar.Cancelled, strings.TrimSpace(why)
		return now, nil
	})
}

// answerPending leaves registrations that are not pending as they are.
func (d *Desk) answerPending(ctx context.Context, of seminar.ID, attendees []seminar.ID, answer func(*change, seminar.Registration) (seminar.Registration, error)) (Action, error) {
	return d.changeEach(ctx, of, attendees, func(c *change, before seminar.Registration) (seminar.Registration, error) {
		if before.Status != seminar.Pending {
			return before, nil
		}
		return answer(c, before)
	})
}

// GivePlace confirms people for whom there is no place, or who wait for one, beyond the quota; why is kept. It asks for
// seminar.RightForce where a quota stands against it.
func (d *Desk) GivePlace(ctx context.Context, of seminar.ID, attendees []seminar.ID, why string) (Action, error) {
	why = strings.TrimSpace(why)
	if why == "" {
		return "", seminar.Problems{seminar.Errorf(seminar.CodeRequired, "Please write why.").WithField("why")}
	}
	return d.ChangeAll(ctx, of, attendees, func(r *seminar.Registration) { r.Status, r.OverWhy = seminar.Confirmed, why })
}
