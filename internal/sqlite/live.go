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

// EachScan hands over the rows of a seminar that stand, list by list, each by datetime. Rows of nobody have an id, the
// others none. It is EachCheckin for those who count: reading the documents whole takes three times as long.
func (r reader) EachScan(ctx context.Context, of seminar.ID, do func(seminar.Checkin) error) error {
	return r.each(ctx, `SELECT list, datetime, coalesce(attendee, ''), coalesce(accepted, 0), iif(attendee IS NULL, id, ''),
		json_extract(doc, '$.type'), coalesce(json_extract(doc, '$.reason'), ''), coalesce(json_extract(doc, '$.assumed'), 0)
		FROM checkin WHERE `+ofSeminar+` AND undone = 0 ORDER BY list, datetime, first_hlc`, []any{string(of)},
		func(scan func(...any) error) error {
			var c seminar.Checkin
			var at string
			err := scan(&c.ListID, &at, &c.AttendeeID, &c.Successful, &c.ID, &c.Type, &c.Reason, &c.Assumed)
			if err != nil {
				return err
			}
			if c.Datetime, err = time.Parse(time.RFC3339, at); err != nil {
				return err
			}
			return do(c)
		})
}
