package sqlite

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Taken counts the confirmed of a seminar, or of one of its categories or delegations: those from the headcount.
func (r reader) Taken(ctx context.Context, of seminar.ID, by seminar.Entity, id seminar.ID) (int, error) {
	query, values := "SELECT coalesce(sum(n), 0) FROM headcount WHERE seminar = ? AND status = 'confirmed'", []any{string(of)}
	switch by {
	case seminar.EntityCategory:
		query, values = query+" AND category = ?", append(values, string(id))
	case seminar.EntityDelegation:
		query = "SELECT count(*) FROM roster INDEXED BY roster_delegation WHERE seminar = ? AND delegation = ? AND status = 'confirmed'"
		values = append(values, string(id))
	}
	var n int
	return n, r.row(ctx, query, values...).Scan(&n)
}

// Waiting gives the waiting list of a seminar in its order. Somebody who came onto it at once waits since the registration.
func (r reader) Waiting(ctx context.Context, of seminar.ID) ([]desk.Waiting, error) {
	var all []desk.Waiting
	err := r.each(ctx, `SELECT x.registration, x.attendee, x.category, x.delegation, x.blocked,
		coalesce(unixepoch(json_extract(r.doc, '$.waiting_since'), 'subsec') * 1000, r.first_hlc >> 16) AS since, r.first_hlc
		FROM roster x JOIN registration r ON r.id = x.registration
		WHERE x.seminar = ? AND x.status = 'waitlisted' ORDER BY cast(since AS INTEGER), r.first_hlc, r.id`, []any{string(of)},
		func(scan func(...any) error) error {
			var w desk.Waiting
			var since float64
			var first int64
			if err := scan(&w.RegistrationID, &w.AttendeeID, &w.CategoryID, &w.DelegationID, &w.Blocked, &since, &first); err != nil {
				return err
			}
			w.Since = journal.TimeOf(int64(since) << 16)
			all = append(all, w)
			return nil
		})
	return all, err
}

// WaitingSeminars gives the seminars in which somebody is on the waiting list.
func (r reader) WaitingSeminars(ctx context.Context) ([]seminar.ID, error) {
	var all []seminar.ID
	err := r.each(ctx, "SELECT DISTINCT seminar FROM headcount WHERE status = 'waitlisted' AND n > 0 ORDER BY seminar", nil, func(scan func(...any) error) error {
		var id seminar.ID
		err := scan(&id)
		all = append(all, id)
		return err
	})
	return all, err
}

// MovedUp gives who moved up from the waiting list of a seminar and has the place still, the last first. Those who never did,
// which is nearly everybody, are told by the text alone.
func (r reader) MovedUp(ctx context.Context, of seminar.ID) ([]desk.Moved, error) {
	var all []desk.Moved
	err := r.each(ctx, `SELECT x.attendee, r.doc ->> '$.moved_up.at', r.doc ->> '$.moved_up.cause', r.doc ->> '$.moved_up.told'
		FROM registration r CROSS JOIN roster x ON x.registration = r.id
		WHERE r.seminar = ? AND r.gone = 0 AND instr(r.doc, '"moved_up":{') AND x.status = 'confirmed' AND r.doc ->> '$.moved_up.at' <> '' ORDER BY 2 DESC, r.last_hlc DESC`, []any{string(of)},
		func(scan func(...any) error) error {
			var m desk.Moved
			if err := scan(&m.AttendeeID, &m.At, &m.Cause, &m.Told); err != nil {
				return err
			}
			all = append(all, m)
			return nil
		})
	return all, err
}
