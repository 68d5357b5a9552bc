package desk

import (
	"context"
	"time"

	"lanyard/internal/seminar"
)

// Waiter is somebody on the waiting list of a seminar.
type Waiter struct {
	Row      seminar.RosterRow
	Position int // from 1
	Since    time.Time
}

// WaitingList gives the waiting list of a seminar in its order.
func (d *Desk) WaitingList(ctx context.Context, of seminar.ID) ([]Waiter, error) {
	waiting, err := d.Waiting(ctx, of)
	if err != nil || len(waiting) == 0 {
		return nil, err
	}
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Status: []seminar.Status{seminar.Waitlisted}})
	if err != nil {
		return nil, err
	}
	by := make(map[seminar.ID]seminar.RosterRow, len(rows))
	for _, r := range rows {
		by[r.AttendeeID] = r
	}
	list := make([]Waiter, 0, len(waiting))
	for i, w := range waiting {
		if r, here := by[w.AttendeeID]; here {
			list = append(list, Waiter{Row: r, Position: i + 1, Since: w.Since})
		}
	}
	return list, nil
}

// WaitingAt is the place of somebody on the waiting list of a seminar, from 1; 0 for somebody who is not on it.
func (d *Desk) WaitingAt(ctx context.Context, of, attendee seminar.ID) (int, error) {
	waiting, err := d.Waiting(ctx, of)
	for i, w := range waiting {
		if w.AttendeeID == attendee {
			return i + 1, err
		}
	}
	return 0, err
}

// MovedRow is somebody who moved up, and whether they were told.
type MovedRow struct {
	Row  seminar.RosterRow
	At   time.Time
	Told bool
}

// MovedUpList gives who moved up from the waiting list of a seminar and has the place still: those who are to be told first.
func (d *Desk) MovedUpList(ctx context.Context, of seminar.ID) ([]MovedRow, error) {
	moved, err := d.MovedUp(ctx, of)
	if err != nil || len(moved) == 0 {
		return nil, err
	}
	var only []seminar.ID
	for _, m := range moved {
		only = append(only, m.AttendeeID)
	}
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Only: only})
	if err != nil {
		return nil, err
	}
	by := map[seminar.ID]seminar.RosterRow{}
	for _, r := range rows {
		by[r.AttendeeID] = r
	}
	var waiting, done []MovedRow
	for _, m := range moved {
		at, _ := time.Parse(time.RFC3339, m.At) // zero if it cannot be read: the row matters more
		one := MovedRow{Row: by[m.AttendeeID], At: at, Told: m.Told}
		if one.Told {
			done = append(done, one)
		} else {
			waiting = append(waiting, one)
		}
	}
	return append(waiting, done...), nil
}

// SayTold records that people who moved up were told of it.
func (d *Desk) SayTold(ctx context.Context, of seminar.ID, attendees []seminar.ID) (Action, error) {
	return d.write(ctx, func(c *change) error {
		for _, id := range attendees {
			f, err := person(ctx, c, of, id)
			if err != nil {
				return err
			}
			if f.Registration.MovedUp == nil {
				continue
			}
			now, told := f.Registration, *f.Registration.MovedUp
			told.Told = true
			now.MovedUp = &told
			if _, err := c.set(ctx, seminar.EntityRegistration, now.ID, f.Registration, now); err != nil {
				return err
			}
		}
		return nil
	})
}
