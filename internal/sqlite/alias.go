package sqlite

import (
	"context"
	"encoding/json"

	"lanyard/internal/seminar"
)

// everyone is a query of one argument, used twice: the ids of all attendees who are one person with an attendee, the
// attendee among them.
const everyone = "SELECT ? UNION SELECT also.attendee FROM alias one JOIN alias also ON also.root = one.root WHERE one.attendee = ?"

// rootOf is the root of an attendee in a column or a parameter.
func rootOf(attendee string) string {
	return "coalesce((SELECT root FROM alias WHERE attendee = " + attendee + "), " + attendee + ")"
}

// Aliases gives the ids of a person, the kept one's first.
func (r reader) Aliases(ctx context.Context, attendee seminar.ID) ([]seminar.ID, error) {
	var all []seminar.ID
	err := r.each(ctx, `SELECT also.attendee FROM alias one JOIN alias also ON also.root = one.root WHERE one.attendee = ?
		ORDER BY also.attendee <> also.root, also.attendee`, []any{string(attendee)}, func(scan func(...any) error) error {
		var id seminar.ID
		err := scan(&id)
		all = append(all, id)
		return err
	})
	if len(all) == 0 {
		all = []seminar.ID{attendee}
	}
	return all, err
}

// Registrations gives all registrations of a person in a seminar, the one in the roster first.
func (r reader) Registrations(ctx context.Context, of, attendee seminar.ID) ([]seminar.Registration, error) {
	var all []seminar.Registration
	err := r.each(ctx, `SELECT r.doc FROM registration r LEFT JOIN roster x ON x.registration = r.id
		WHERE r.attendee IN (`+everyone+`) AND (? = '' OR +r.seminar = ?) AND r.gone = 0 ORDER BY x.registration IS NULL, r.first_hlc, r.first_op`,
		[]any{string(attendee), string(attendee), string(of), string(of)}, func(scan func(...any) error) error {
			var doc []byte
			var one seminar.Registration
			if err := scan(&doc); err != nil {
				return err
			}
			err := json.Unmarshal(doc, &one)
			all = append(all, one)
			return err
		})
	return all, err
}

// EachAliased hands over the registrations of a seminar that stand in the roster as another one.
func (r reader) EachAliased(ctx context.Context, of seminar.ID, do func(registration, as seminar.ID) error) error {
	return r.each(ctx, `SELECT r.id, x.registration FROM alias l JOIN registration r ON r.attendee = l.attendee
		JOIN roster x ON x.attendee = l.root AND +x.seminar = r.seminar WHERE +r.seminar = ? AND r.id <> x.registration`,
		[]any{string(of)}, func(scan func(...any) error) error {
			var registration, as seminar.ID
			if err := scan(&registration, &as); err != nil {
				return err
			}
			return do(registration, as)
		})
}

// EachApart hands over the people who were said not to be one.
func (r reader) EachApart(ctx context.Context, do func(a, b seminar.ID) error) error {
	return r.each(ctx, "SELECT "+rootOf("keep")+", "+rootOf("dropped")+" FROM merge WHERE gone = 0 AND apart", nil,
		func(scan func(...any) error) error {
			var a, b seminar.ID
			if err := scan(&a, &b); err != nil {
				return err
			}
			return do(a, b)
		})
}
