package desk

import (
	"context"
	"errors"

	"lanyard/internal/seminar"
)

// Edit changes a person and the registration, each only in the fields that differ. The form of somebody who was merged
// into another since it was opened is refused, and a place that there is not: CodeNoPlace.
func (d *Desk) Edit(ctx context.Context, f Form) (Registered, error) {
	var done Registered
	done.Notices = clean(&f.Attendee)
	if err := ValidateForm(f).OrNil(); err != nil {
		return done, err
	}
	action, err := d.write(ctx, func(c *change) error {
		before, err := person(ctx, c, f.Registration.SeminarID, f.Attendee.ID)
		if err != nil {
			return err
		}
		if f.Attendee.ID != before.Attendee.ID { // what the form shows is not of the person whom the id means by now
			return seminar.Errorf(codeMergeMeanwhile, "{name} was merged with somebody meanwhile. Open the person anew.").WithArg("name", before.Attendee.Name())
		}
		if err := nameless(before.Attendee, f.Attendee); err != nil {
			return err
		}
		done.Notices = news(done.Notices, before.Attendee, f.Attendee)
		if problems, err := d.readAnswersOf(ctx, c, &f, before); err != nil || len(problems) > 0 {
			return errors.Join(err, problems.OrNil())
		}
		if was, now := before.Registration, f.Registration; was.Status != now.Status || was.Blocked != now.Blocked || was.Excused != now.Excused {
			if err := d.Require(ctx, seminar.RightStatus); err != nil {
				return err
			}
		}
		if _, err := c.set(ctx, seminar.EntityAttendee, f.Attendee.ID, before.Attendee, f.Attendee); err != nil {
			return err
		}
		if err := c.place(ctx, before.Registration, &f.Registration); err != nil {
			return err
		}
		if _, err := c.set(ctx, seminar.EntityRegistration, before.Registration.ID, before.Registration, f.Registration); err != nil {
			return err
		}
		done.Row, err = row(ctx, c, f.Registration.SeminarID, f.Attendee.ID, "")
		return err
	})
	done.Action = action
	return done, err
}

// ChangeAll makes the same change to the registrations of several attendees, as one action: a status, a category, a
// delegation. Those that are not registered in the seminar are an error, and nothing is changed; so is a place that there is not
// (CodeNoPlace), unless the change writes why it is given all the same.
func (d *Desk) ChangeAll(ctx context.Context, of seminar.ID, attendees []seminar.ID, edit func(*seminar.Registration)) (Action, error) {
	return d.changeEach(ctx, of, attendees, func(c *change, before seminar.Registration) (seminar.Registration, error) {
		now := before
		edit(&now)
		return now, c.place(ctx, before, &now)
	})
}

// changeEach writes what becomes of the registrations of several attendees, as one action.
func (d *Desk) changeEach(ctx context.Context, of seminar.ID, attendees []seminar.ID, becomes func(*change, seminar.Registration) (seminar.Registration, error)) (Action, error) {
	if err := d.Require(ctx, seminar.RightStatus); err != nil {
		return "", err
	}
	return d.write(ctx, func(c *change) error {
		for _, id := range attendees {
			f, err := person(ctx, c, of, id)
			if err != nil {
				return err
			}
			now, err := becomes(c, f.Registration)
			if err != nil {
				return err
			}
			if _, err := c.set(ctx, seminar.EntityRegistration, now.ID, f.Registration, now); err != nil {
				return err
			}
		}
		return nil
	})
}

// Cancel cancels a registration. The person's row and check-ins stay.
func (d *Desk) Cancel(ctx context.Context, of, attendee seminar.ID) (Action, error) {
	return d.ChangeAll(ctx, of, []seminar.ID{attendee}, func(r *seminar.Registration) { r.Status = seminar.Cancelled })
}

// Block keeps somebody out, with the reason that the desk will read; Unblock lets them in again.
func (d *Desk) Block(ctx context.Context, of, attendee seminar.ID, why string) (Action, error) {
	return d.ChangeAll(ctx, of, []seminar.ID{attendee}, func(r *seminar.Registration) { r.Blocked, r.BlockedWhy = true, why })
}

// Unblock reverses Block.
func (d *Desk) Unblock(ctx context.Context, of, attendee seminar.ID) (Action, error) {
	return d.ChangeAll(ctx, of, []seminar.ID{attendee}, func(r *seminar.Registration) { r.Blocked, r.BlockedWhy = false, "" })
}
