package sqlite

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Checkins gives the rows of one attendee on one list, or on every list.
func (t *tx) Checkins(ctx context.Context, list, attendee seminar.ID) ([]seminar.Checkin, error) {
	rows, err := t.reader.Checkins(ctx, list, attendee)
	if err == nil && list != "" {
		t.person = history{list, attendee, rows}
	}
	return rows, err
}

// derivePresence brings the presence of one person on one list up to a check-in that was written or undone.
func (t *tx) derivePresence(ctx context.Context, s journal.State, doc, before []byte) error {
	if before == nil && string(s.Fields["successful"]) != "true" { // a refusal moves nobody
		return nil
	}
	var c, old seminar.Checkin
	if err := json.Unmarshal(doc, &c); err != nil {
		return err
	}
	if before != nil {
		t.person = history{}
		if err := json.Unmarshal(before, &old); err == nil && (old.ListID != c.ListID || old.AttendeeID != c.AttendeeID) {
			if err := t.putPresence(ctx, old.ListID, old.AttendeeID); err != nil {
				return err
			}
		}
		return t.putPresence(ctx, c.ListID, c.AttendeeID)
	}
	known := t.person.list == c.ListID && t.person.attendee == c.AttendeeID && c.AttendeeID != ""
	if known { // the scan that wrote this row has just read the others
		c.Undone, c.HLC, c.Op = s.Undone, s.First.HLC, s.First.ID
		t.person.rows = append(slices.Clip(t.person.rows), c)
		return t.movePresence(ctx, c.ListID, c.AttendeeID, t.person.rows)
	}
	return t.putPresence(ctx, c.ListID, c.AttendeeID)
}

// stand is where somebody is on one day of a list ("" for all days).
type stand struct {
	entries     int
	first, last string
	inside      bool
}

// putPresence makes the presence of one person on one list anew.
func (t *tx) putPresence(ctx context.Context, list, attendee seminar.ID) error {
	if attendee == "" {
		return nil
	}
	root, _, err := t.root(ctx, attendee)
	if err != nil {
		return err
	}
	rows, err := t.reader.Checkins(ctx, list, root)
	if err != nil {
		return err
	}
	return t.movePresence(ctx, list, root, rows)
}

// movePresence brings the presence of one person on one list to what the rows say, and moves the list's counters by
// the difference.
func (t *tx) movePresence(ctx context.Context, list, attendee seminar.ID, rows []seminar.Checkin) error {
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
	was, err := t.presence(ctx, list, attendee)
	if err != nil {
		return err
	}
	for d, s := range was {
		if _, still := now[d]; still {
			continue
		}
		if _, err := t.exec(ctx, "DELETE FROM presence WHERE list = ? AND attendee = ? AND day = ?", string(list), string(attendee), d); err != nil {
			return err
		}
		if err := t.tally(ctx, list, d, -1, -number(s.inside)); err != nil {
			return err
		}
	}
	for d, s := range now {
		old, here := was[d]
		if s == old {
			continue
		}
		_, err := t.exec(ctx, `INSERT INTO presence (list, day, attendee, entries, first_at, last_at, inside) VALUES (?, ?, ?, ?, ?, ?, ?)
			ON CONFLICT (list, attendee, day) DO UPDATE SET entries = excluded.entries, first_at = excluded.first_at,
			last_at = excluded.last_at, inside = excluded.inside`,
			string(list), d, string(attendee), s.entries, s.first, s.last, s.inside)
		if err != nil {
			return err
		}
		if err := t.tally(ctx, list, d, 1-number(here), number(s.inside)-number(old.inside)); err != nil {
			return err
		}
	}
	return nil
}

func (t *tx) presence(ctx context.Context, list, attendee seminar.ID) (map[string]stand, error) {
	all := map[string]stand{}
	err := t.each(ctx, "SELECT day, entries, first_at, last_at, inside FROM presence WHERE list = ? AND attendee = ?", []any{string(list), string(attendee)},
		func(scan func(...any) error) error {
			var d string
			var s stand
			err := scan(&d, &s.entries, &s.first, &s.last, &s.inside)
			all[d] = s
			return err
		})
	return all, err
}

// tally moves the counters of a list on one day.
func (t *tx) tally(ctx context.Context, list seminar.ID, day string, arrived, inside int) error {
	if arrived == 0 && inside == 0 {
		return nil
	}
	_, err := t.exec(ctx, `INSERT INTO tally (list, day, arrived, inside) VALUES (?, ?, ?, ?)
		ON CONFLICT (list, day) DO UPDATE SET arrived = arrived + excluded.arrived, inside = inside + excluded.inside`,
		string(list), day, arrived, inside)
	return err
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// dayOf gives how a list tells days apart: a daily list by the seminar's local calendar day, the others not.
func (t *tx) dayOf(ctx context.Context, id seminar.ID) (func(time.Time) string, error) {
	var list seminar.List
	if _, err := t.Get(ctx, seminar.EntityList, id, &list); err != nil {
		return nil, err
	}
	if list.Frequency != seminar.Daily {
		return func(time.Time) string { return "" }, nil
	}
	var of seminar.Seminar
	if _, err := t.Get(ctx, seminar.EntitySeminar, list.SeminarID, &of); err != nil {
		return nil, err
	}
	zone := of.Location()
	return func(at time.Time) string { return at.In(zone).Format(time.DateOnly) }, nil
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
