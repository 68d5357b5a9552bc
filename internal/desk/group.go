package desk

import (
	"context"
	"time"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Group is people who go in or out together, such as a delegation.
type Group struct {
	SeminarID seminar.ID
	ListID    seminar.ID
	People    []seminar.ID // attendees, in the order in which they are answered
	Type      seminar.CheckinType
	At        time.Time // zero is now
	Nonce     string    // makes a repeat harmless; "" makes one for each person
}

// GroupAnswer is what the desk is told of a group, one answer for each person.
type GroupAnswer struct {
	Action  Action // undoes all of it; "" when nothing was written
	Answers []ScanAnswer
}

// Admitted is how many went in, or out.
func (g GroupAnswer) Admitted() int { return len(g.Answers) - len(g.Refused()) }

// Refused are the answers of those who did not, those among them who must answer a question first.
func (g GroupAnswer) Refused() []ScanAnswer {
	var some []ScanAnswer
	for _, a := range g.Answers {
		if a.Status != seminar.OK {
			some = append(some, a)
		}
	}
	return some
}

// CheckinGroup answers everybody of a group and records it, refusals too, as one action: what cannot be written for one
// is written for none. Nobody is admitted against the rules. Somebody who is not registered in the seminar fails it with
// CodeNotFound.
func (d *Desk) CheckinGroup(ctx context.Context, g Group) (GroupAnswer, error) {
	var done GroupAnswer
	action, err := d.write(ctx, func(c *change) error {
		done.Answers = make([]ScanAnswer, 0, len(g.People))
		for _, id := range g.People {
			a, err := c.checkinRow(ctx, Scan{SeminarID: g.SeminarID, ListID: g.ListID, AttendeeID: id, Type: g.Type, At: g.At, Nonce: g.Nonce})
			if err != nil {
				return err
			}
			done.Answers = append(done.Answers, a)
		}
		return nil
	})
	if err != nil {
		return GroupAnswer{}, err
	}
	done.Action = action
	return done, nil
}

// UndoOne reverses one operation alone, also where it is the first of an action: one person of a group who was not there.
func (d *Desk) UndoOne(ctx context.Context, operation, why string) (journal.Operation, error) {
	var done journal.Operation
	_, err := d.write(ctx, func(c *change) error {
		found, err := c.Operations(ctx, OperationFilter{ID: operation})
		if err != nil {
			return err
		}
		if len(found) == 0 {
			return seminar.NotFound("operation", operation)
		}
		if err := d.requireUndo(ctx, found); err != nil {
			return err
		}
		done, err = c.undoAll(ctx, found, why)
		return err
	})
	return done, err
}

// DelegationPeople gives the people of a delegation with where they stand on a list, in the order of protocol: its head, then
// category after category. Those who cancelled are not among them.
func (d *Desk) DelegationPeople(ctx context.Context, list seminar.List, v seminar.Delegation) ([]seminar.RosterRow, error) {
	return d.Roster(ctx, seminar.RosterFilter{SeminarID: list.SeminarID, ListID: list.ID, DelegationID: []seminar.ID{v.ID},
		Status: []seminar.Status{seminar.Confirmed, seminar.Pending, seminar.Waitlisted}, Order: seminar.ByProtocol})
}

// Awaited says whether somebody of a group is to be checked in or out at a moment: in who is not inside by the list, which
// a daily list asks of the day; out who is.
func Awaited(list seminar.List, s seminar.Seminar, way seminar.CheckinType, r seminar.RosterRow, at time.Time) bool {
	zone := s.Location()
	inside := insideAt(list, s, r.Presence, at)
	if list.Frequency == seminar.Daily && r.Presence.Last.In(zone).Format(time.DateOnly) != at.In(zone).Format(time.DateOnly) {
		inside = false
	}
	return inside == (way == seminar.Exit)
}

// Held says whether somebody is not to be let in as they are registered: blocked, on the waiting list, cancelled, or not approved yet
// where the list does not take those. Nobody goes in with a group without being looked at then; out goes whoever is in.
func Held(list seminar.List, way seminar.CheckinType, r seminar.RosterRow) bool {
	switch {
	case way == seminar.Exit:
		return false
	case r.Status == seminar.Pending:
		return r.Blocked || !list.TakesPending
	}
	return r.Blocked || r.Status != seminar.Confirmed
}
