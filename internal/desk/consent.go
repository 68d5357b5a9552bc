package desk

import (
	"context"

	"lanyard/internal/seminar"
)

// RecordConsent writes down what somebody said to their data being kept and used, with who recorded it, where and when. To
// withdraw or refuse without a wording keeps the one that was agreed to. Error: seminar.CodeNotFound.
func (d *Desk) RecordConsent(ctx context.Context, of, attendee seminar.ID, said seminar.Agreed) (Action, error) {
	return d.write(ctx, func(c *change) error {
		f, err := person(ctx, c, of, attendee)
		if err != nil {
			return err
		}
		who, err := d.Identity(ctx)
		if err != nil {
			return err
		}
		said.At, said.By, said.Desk = c.moment(), d.operator, who.Desk
		if said.Wording == "" {
			said.Wording, said.Language = f.Attendee.Consent.Wording, f.Attendee.Consent.Language
		}
		if said.Where == "" {
			said.Where = seminar.ConsentAtDesk
		}
		now := f.Attendee
		now.Consent = said
		_, err = c.set(ctx, seminar.EntityAttendee, now.ID, f.Attendee, now)
		return err
	})
}
