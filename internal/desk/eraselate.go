package desk

import (
	"context"
	"slices"
	"strconv"

	"lanyard/internal/seminar"
)

// SettingErasedThrough is how far the journal, in the order of its arrival here, was looked through for news of people who were
// anonymised.
const SettingErasedThrough = "erased_through"

// Nameless is somebody who was anonymised here or elsewhere.
type Nameless struct {
	AttendeeID seminar.ID
	Name       string // that they have since
	At         string // RFC 3339
}

// EraseLate takes away what was written of people after, or unknown to, the desk that anonymised them: a desk that had not heard
// of it may have gone on with them. It finishes what somebody with the right has decided, and asks for none. Those who have been
// merged since with somebody who has a name are Kept: nobody has decided about that one. The file is scrubbed by
// Keeper.Tidy. Nothing is looked at twice.
func (d *Desk) EraseLate(ctx context.Context) (Erased, error) {
	var done Erased
	mark, err := d.Setting(ctx, SettingErasedThrough)
	if err != nil {
		return done, err
	}
	since, _ := strconv.ParseInt(mark, 10, 64) // of none: from the start
	if _, through, err := d.Nameless(ctx, since); err != nil || through == since {
		return done, err // without a transaction: a start waits for none
	}
	_, err = d.write(ctx, func(c *change) error {
		done = Erased{Kept: []KeptOne{}, Mentions: []Mention{}}
		late, through, err := c.Nameless(ctx, since)
		if err != nil {
			return err
		}
		e := erasing{change: c, done: &done, at: c.moment(), nameless: map[seminar.ID]Nameless{}}
		for _, one := range late {
			e.nameless[one.AttendeeID] = one
		}
		if len(late) > 0 {
			if err := e.learn(ctx); err != nil {
				return err
			}
		}
		for _, one := range late {
			if err := e.late(ctx, one); err != nil {
				return err
			}
		}
		return c.SetSetting(ctx, SettingErasedThrough, strconv.FormatInt(through, 10))
	})
	if done.Operations > 0 {
		d.log.Info("news of people who were anonymised went again", "people", done.People, "operations", done.Operations)
	}
	return done, err
}

func (e *erasing) late(ctx context.Context, one Nameless) error {
	ids, err := e.Aliases(ctx, one.AttendeeID)
	if err != nil {
		return err
	}
	for _, id := range ids {
		var a seminar.Attendee
		if _, err := e.Get(ctx, seminar.EntityAttendee, id, &a); err != nil {
			return err
		}
		if _, known := e.nameless[id]; !known && a.Name() != "" && a.Anonymised == "" {
			if !slices.ContainsFunc(e.done.Kept, func(k KeptOne) bool { return k.AttendeeID == id }) {
				e.done.Kept = append(e.done.Kept, KeptOne{AttendeeID: id, Name: a.Name()})
			}
			return nil
		}
	}
	return e.person(ctx, ids)
}
