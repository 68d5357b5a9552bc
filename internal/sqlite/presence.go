package sqlite

import (
	"context"
	"encoding/json"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// derivePresence brings the presence of one person on one list up to a check-in that was written or undone.
func (t *tx) derivePresence(ctx context.Context, doc, before []byte) error {
	var c, old seminar.Checkin
	if err := json.Unmarshal(doc, &c); err != nil {
		return err
	}
	if before != nil {
		if err := json.Unmarshal(before, &old); err == nil && (old.ListID != c.ListID || old.AttendeeID != c.AttendeeID) {
			if err := t.putPresence(ctx, old.ListID, old.AttendeeID); err != nil {
				return err
			}
		}
	}
	if !c.Successful && before == nil {
		return nil // a refusal moves nobody
	}
	return t.putPresence(ctx, c.ListID, c.AttendeeID)
}

// stand is where somebody is on one day of a list ("" for all days).
type stand struct {
	entries     int
	first, last string
	inside      bool
}

// putPresence makes the presence of one person on one list anew, and moves the list's counters by the difference.
func (t *tx) putPresence(ctx context.Context, list, attendee seminar.ID) error {
	if attendee == "" {
		return nil
	}
	rows, err := t.Checkins(ctx, list, attendee)
	if err != nil {
		return err
	}
	day, err := t.dayOf(ctx, list)
	if err != nil {
		return err
	}
	now := map[string]stand{}
	for _, stay := range attendance.Presence(rows) {
		d := day(stay.From)
		s := now[d]
		s.entries++
		if s.first == "" {
			s.first = stay.From.UTC().Format(time.RFC3339)
		}
		s.last, s.inside = stay.From.UTC().Format(time.RFC3339), stay.To.IsZero()
		if !stay.To.IsZero() {
			s.last = stay.To.UTC().Format(time.RFC3339)
		}
		now[d] = s
	}
	if err := t.dropPresence(ctx, list, attendee); err != nil {
		return err
	}
	for d, s := range now {
		_, err := t.exec(ctx, `INSERT INTO presence (list, day, attendee, entries, first_at, last_at, inside) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			string(list), d, string(attendee), s.entries, s.first, s.last, s.inside)
		if err != nil {
			return err
		}
		if err := t.tally(ctx, list, d, 1, s.inside, 1); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) dropPresence(ctx context.Context, list, attendee seminar.ID) error {
	type gone struct {
		day    string
		inside bool
	}
	var all []gone
	err := t.each(ctx, "DELETE FROM presence WHERE list = ? AND attendee = ? RETURNING day, inside", []any{string(list), string(attendee)},
		func(scan func(...any) error) error {
			var g gone
			err := scan(&g.day, &g.inside)
			all = append(all, g)
			return err
		})
	for _, g := range all {
		if err == nil {
			err = t.tally(ctx, list, g.day, -1, g.inside, -1)
		}
	}
	return err
}

func (t *tx) tally(ctx context.Context, list seminar.ID, day string, arrived int, inside bool, sign int) error {
	in := 0
	if inside {
		in = sign
	}
	_, err := t.exec(ctx, `INSERT INTO tally (list, day, arrived, inside) VALUES (?, ?, ?, ?)
		ON CONFLICT (list, day) DO UPDATE SET arrived = arrived + excluded.arrived, inside = inside + excluded.inside`,
		string(list), day, arrived, in)
	return err
}

// dayOf gives how a list tells days apart: a daily list by the seminar's local calendar day, the others not.
func (r reader) dayOf(ctx context.Context, id seminar.ID) (func(time.Time) string, error) {
	var list seminar.List
	if _, err := r.Get(ctx, seminar.EntityList, id, &list); err != nil {
		return nil, err
	}
	if list.Frequency != seminar.Daily {
		return func(time.Time) string { return "" }, nil
	}
	var of seminar.Seminar
	if _, err := r.Get(ctx, seminar.EntitySeminar, list.SeminarID, &of); err != nil {
		return nil, err
	}
	zone := of.Location()
	return func(t time.Time) string { return t.In(zone).Format(time.DateOnly) }, nil
}

// deriveList counts a list anew when the way in which it tells days apart has changed, or when its check-ins came
// before it did.
func (t *tx) deriveList(ctx context.Context, id seminar.ID, doc, before []byte) error {
	var now, old seminar.List
	if err := json.Unmarshal(doc, &now); err != nil {
		return err
	}
	if before != nil {
		if err := json.Unmarshal(before, &old); err != nil {
			return err
		}
		if (now.Frequency == seminar.Daily) == (old.Frequency == seminar.Daily) && now.SeminarID == old.SeminarID {
			return nil
		}
	}
	return t.eachID(ctx, "SELECT DISTINCT attendee FROM checkin WHERE list = ? AND attendee IS NOT NULL", string(id),
		func(ctx context.Context, attendee seminar.ID) error { return t.putPresence(ctx, id, attendee) })
}
