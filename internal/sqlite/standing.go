package sqlite

import (
	"context"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// EachStanding hands over where the people of delegations stand on a list, counted by delegation and status.
func (r reader) EachStanding(ctx context.Context, list seminar.List, delegation seminar.ID, since time.Time, do func(desk.Standing) error) error {
	day := "p.day = (SELECT max(day) FROM presence WHERE list = p.list AND attendee = p.attendee)"
	if list.Frequency == seminar.Daily {
		day = "p.day = (SELECT max(day) FROM tally WHERE list = p.list)"
	}
	of, which := "r.delegation <> ''", []any{}
	if delegation != "" {
		of, which = "r.delegation = ?", []any{string(delegation)}
	}
	args := append([]any{since.UTC().Format(time.RFC3339), string(list.ID), string(list.SeminarID)}, which...)
	return r.each(ctx, `SELECT r.delegation, r.status, count(*), count(p.entries), coalesce(sum(p.inside AND p.last_at >= ?), 0)
		FROM roster r LEFT JOIN presence p ON p.list = ? AND p.attendee = r.attendee AND `+day+`
		WHERE r.seminar = ? AND `+of+` GROUP BY r.delegation, r.status`, args, func(scan func(...any) error) error {
		var s desk.Standing
		if err := scan(&s.DelegationID, &s.Status, &s.People, &s.Arrived, &s.Inside); err != nil {
			return err
		}
		return do(s)
	})
}
