package sqlite

import (
	"context"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// EachPlace hands over where everybody registered in a seminar belongs.
func (r reader) EachPlace(ctx context.Context, of seminar.ID, do func(desk.Place) error) error {
	return r.each(ctx, "SELECT attendee, status, category, delegation, country FROM roster WHERE seminar = ?", []any{string(of)},
		func(scan func(...any) error) error {
			var p desk.Place
			if err := scan(&p.AttendeeID, &p.Status, &p.CategoryID, &p.DelegationID, &p.Country); err != nil {
				return err
			}
			return do(p)
		})
}

// EachScan hands over the rows of a seminar that stand, in no order; rows of nobody have an id, the others none. It is
// EachCheckin for those who count everything: it goes through the table as it lies on disk, which takes a third of the
// time. The plus keeps SQLite from going by the lists.
func (r reader) EachScan(ctx context.Context, of seminar.ID, do func(seminar.Checkin) error) error {
	return r.each(ctx, `SELECT list, datetime, coalesce(`+rootOf("checkin.attendee")+`, ''), coalesce(accepted, 0), iif(attendee IS NULL, id, ''),
		json_extract(doc, '$.type'), coalesce(json_extract(doc, '$.reason'), ''), coalesce(json_extract(doc, '$.assumed'), 0)
		FROM checkin WHERE +`+ofSeminar+` AND undone = 0`, []any{string(of)}, func(scan func(...any) error) error {
		var list, at, attendee, id, way, reason string // plain texts are scanned without reflection
		var successful, assumed bool
		if err := scan(&list, &at, &attendee, &successful, &id, &way, &reason, &assumed); err != nil {
			return err
		}
		datetime, err := time.Parse(time.RFC3339, at)
		if err != nil {
			return err
		}
		return do(seminar.Checkin{ID: seminar.ID(id), ListID: seminar.ID(list), AttendeeID: seminar.ID(attendee), Type: seminar.CheckinType(way),
			Datetime: datetime, Successful: successful, Reason: seminar.Reason(reason), Assumed: assumed})
	})
}
