package desk

import (
	"context"
	"slices"
	"strings"

	"lanyard/internal/seminar"
)

// bearer is whose own a code is: of people who were merged, the one it was printed for. A check-in is written for the
// bearer and read as the kept person's, so that undoing the merge gives it back to whoever it was, and so that a desk
// that has not heard of the merge writes the same row.
func (c *change) bearer(ctx context.Context, o CodeOwner, code string) (seminar.ID, error) {
	if !o.Merged {
		return o.AttendeeID, nil
	}
	registrations, err := c.Registrations(ctx, o.SeminarID, o.AttendeeID)
	if err != nil {
		return "", err
	}
	for _, has := range carriers(o.Kind, code) {
		if i := slices.IndexFunc(registrations, has); i >= 0 {
			return registrations[i].AttendeeID, nil
		}
	}
	people, err := c.Aliases(ctx, o.AttendeeID)
	if err != nil {
		return "", err
	}
	for _, id := range slices.Backward(people) { // the kept one last: a merge fills in an address that only the dropped one had
		switch o.Kind {
		case CodeID:
			if strings.EqualFold(string(id), code) {
				return id, nil
			}
		case CodeEmail:
			var a seminar.Attendee
			if here, err := c.Get(ctx, seminar.EntityAttendee, id, &a); err != nil {
				return "", err
			} else if here && strings.EqualFold(a.Email, code) {
				return id, nil
			}
		}
	}
	return o.AttendeeID, nil
}

// carriers say which registration a code is of, the surest first. A replacement revokes the codes of everybody whom the
// person was merged of, each of which still is one registration's own.
func carriers(kind CodeKind, code string) []func(seminar.Registration) bool {
	own := func(r seminar.Registration) bool { return r.Code == code }
	switch kind {
	case CodeBadge:
		return []func(seminar.Registration) bool{own}
	case CodeRevoked:
		return []func(seminar.Registration) bool{own, func(r seminar.Registration) bool { return slices.Contains(r.RevokedCodes, code) }}
	case CodeForeign:
		return []func(seminar.Registration) bool{func(r seminar.Registration) bool { return strings.EqualFold(r.ForeignCode, code) }}
	case CodeNumber:
		return []func(seminar.Registration) bool{func(r seminar.Registration) bool { return strings.EqualFold(r.BadgeNumber, code) }}
	case CodeID:
		return []func(seminar.Registration) bool{func(r seminar.Registration) bool { return strings.EqualFold(string(r.ID), code) }}
	}
	return nil
}
