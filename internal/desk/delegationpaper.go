package desk

import (
	"context"
	"slices"

	"lanyard/internal/document"
	"lanyard/internal/seminar"
)

// DelegationBadges gives whose badges of a delegation are to be made, in the order of protocol: those not printed yet, or
// everybody where all were. Whose category gets none, and those who cancelled, are not among them.
func (d *Desk) DelegationBadges(ctx context.Context, v seminar.Delegation) ([]seminar.RosterRow, error) {
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: v.SeminarID, DelegationID: []seminar.ID{v.ID}, Badged: true, Order: seminar.ByProtocol,
		Status: []seminar.Status{seminar.Confirmed, seminar.Pending, seminar.Waitlisted}})
	fresh := slices.DeleteFunc(slices.Clone(rows), func(r seminar.RosterRow) bool { return r.Prints > 0 })
	if len(fresh) > 0 {
		return fresh, err
	}
	return rows, err
}

// DelegationReport is the sheets of delegations narrowed to one. Errors: those of ReportOf.
func (d *Desk) DelegationReport(ctx context.Context, v seminar.Delegation) (document.Summary, error) {
	s, err := d.ReportOf(ctx, Wanted{Seminar: v.SeminarID, Kind: document.KindDelegations})
	s.People = slices.DeleteFunc(s.People, func(l document.PersonLine) bool { return l.Row.DelegationID != v.ID })
	s.ByDelegation = slices.DeleteFunc(s.ByDelegation, func(g document.Group) bool { return g.ID != v.ID })
	return s, err
}
