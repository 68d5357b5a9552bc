package desk

import (
	"context"
	"slices"
	"time"

	"lanyard/internal/seminar"
)

// EraseDue gives the seminars whose people the organiser wanted anonymised by now.
func (d *Desk) EraseDue(ctx context.Context) ([]seminar.Seminar, error) {
	seminars, err := d.Seminars(ctx)
	return slices.DeleteFunc(seminars, func(s seminar.Seminar) bool { return !s.EraseDue(d.now()) }), err
}

// SetEraseAfter keeps the day after which the organiser wants the people of a seminar anonymised; "" is none.
func (d *Desk) SetEraseAfter(ctx context.Context, of seminar.ID, day string) (Action, error) {
	if err := d.Require(ctx, seminar.RightErase); err != nil {
		return "", err
	}
	if day != "" {
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			return "", seminar.Problems{seminar.Errorf("date", "“{value}” is not a date. Write it as 2025-07-18.").WithArg("value", day).WithField("erase_after")}
		}
	}
	return d.write(ctx, func(c *change) error {
		before, err := get[seminar.Seminar](ctx, c, seminar.EntitySeminar, of)
		if err != nil {
			return err
		}
		now := before
		now.EraseAfter = day
		_, err = c.set(ctx, seminar.EntitySeminar, of, before, now)
		return err
	})
}

// reminded takes the day away after which a seminar's people were to be anonymised: that is done.
func (e *erasing) reminded(ctx context.Context, of seminar.ID) error {
	before, err := get[seminar.Seminar](ctx, e, seminar.EntitySeminar, of)
	if err != nil || before.EraseAfter == "" {
		return err
	}
	now := before
	now.EraseAfter = ""
	_, err = e.set(ctx, seminar.EntitySeminar, of, before, now)
	return err
}
