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

// CodeEraseEarly is the code of a day for anonymising that comes before a seminar's last.
const CodeEraseEarly = "erase_early"

// eraseDay says what is wrong with a day after which the people of a seminar are to be anonymised; nil if nothing is.
func eraseDay(of seminar.Seminar, day string) *seminar.Error {
	_, err := time.Parse(time.DateOnly, day)
	switch {
	case day == "":
		return nil
	case err != nil:
		return seminar.Errorf("date", "“{value}” is not a date. Write it as 2025-07-18.").WithArg("value", day).WithField("erase_after")
	case day < of.End:
		return seminar.Errorf(CodeEraseEarly, "The seminar is not over by then: its people are needed until its last day.").WithField("erase_after")
	}
	return nil
}

// SetEraseAfter keeps the day after which the organiser wants the people of a seminar anonymised; "" is none. Errors:
// seminar.Problems with the field erase_after.
func (d *Desk) SetEraseAfter(ctx context.Context, of seminar.ID, day string) (Action, error) {
	if err := d.Require(ctx, seminar.RightErase); err != nil {
		return "", err
	}
	return d.write(ctx, func(c *change) error {
		before, err := get[seminar.Seminar](ctx, c, seminar.EntitySeminar, of)
		if err != nil {
			return err
		}
		if problem := eraseDay(before, day); problem != nil {
			return seminar.Problems{problem}
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
