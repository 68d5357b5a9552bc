package desk

import (
	"context"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Codes of a merge that is refused.
const (
	CodeMergeSame    = "merge_same"    // one person was given twice
	CodeMergeAlready = "merge_already" // they were merged before

	codeMergeMeanwhile = "merge_meanwhile"
)

// Merge makes two people of a seminar one. Nothing of the dropped one is lost: registrations, check-ins, badges and
// certificates stay, and are read as the kept one's, in every seminar; what the kept one has not said is filled in from
// the dropped (Merging shows it before). The action's undo takes everything back. Errors: CodeMergeSame,
// CodeMergeAlready, seminar.CodeNotFound.
func (d *Desk) Merge(ctx context.Context, of, keep, drop seminar.ID) (Action, error) {
	return d.write(ctx, func(c *change) error {
		one, other, err := pair(ctx, c, of, keep, drop)
		if err != nil {
			return err
		}
		if _, err := c.set(ctx, seminar.EntityAttendee, one.Attendee.ID, one.Attendee, filled(one, other).Attendee); err != nil {
			return err
		}
		rows, err := c.Roster(ctx, seminar.RosterFilter{Only: []seminar.ID{other.Attendee.ID}})
		if err != nil {
			return err
		}
		for _, row := range rows {
			if err := c.fill(ctx, row.SeminarID, one.Attendee.ID, other.Attendee.ID); err != nil {
				return err
			}
		}
		return c.say(ctx, seminar.Merge{KeepID: one.Attendee.ID, DropID: other.Attendee.ID})
	})
}

// fill brings the kept one's registration in a seminar up to what the dropped one's says; nothing where only one of them
// is registered.
func (c *change) fill(ctx context.Context, of, keep, drop seminar.ID) error {
	one, err := person(ctx, c, of, keep)
	if seminar.CodeOf(err) == seminar.CodeNotFound {
		return nil
	}
	if err != nil {
		return err
	}
	other, err := person(ctx, c, of, drop)
	if err != nil {
		return err
	}
	_, err = c.set(ctx, seminar.EntityRegistration, one.Registration.ID, one.Registration, filled(one, other).Registration)
	return err
}

// say appends a whole merge: of two desks that say different things of a pair, one is right in every field.
func (c *change) say(ctx context.Context, m seminar.Merge) error {
	m.ID = seminar.MergeID(m.KeepID, m.DropID)
	fields, err := journal.Changed(seminar.Merge{Apart: !m.Apart}, m)
	if err != nil {
		return err
	}
	return c.append(ctx, journal.Draft{Kind: journal.KindOf(seminar.EntityMerge, journal.Set), Subject: m.ID, Body: fields})
}

// KeepApart records that two people of a seminar are not one, so that nobody proposes it again. The action is "" if that
// was said before. Errors: CodeMergeSame, CodeMergeAlready, seminar.CodeNotFound.
func (d *Desk) KeepApart(ctx context.Context, of, a, b seminar.ID) (Action, error) {
	return d.write(ctx, func(c *change) error {
		one, other, err := pair(ctx, c, of, a, b)
		if err != nil {
			return err
		}
		said, err := apart(ctx, c)
		if err != nil || said.has(one.Attendee.ID, other.Attendee.ID) {
			return err
		}
		return c.say(ctx, seminar.Merge{KeepID: one.Attendee.ID, DropID: other.Attendee.ID, Apart: true})
	})
}

// pair finds two people of a seminar who are not one yet.
func pair(ctx context.Context, r Reader, of, a, b seminar.ID) (one, other Form, err error) {
	if one, err = person(ctx, r, of, a); err != nil {
		return one, other, err
	}
	if other, err = person(ctx, r, of, b); err != nil || one.Attendee.ID != other.Attendee.ID {
		return one, other, err
	}
	all, err := r.Aliases(ctx, one.Attendee.ID)
	if err != nil {
		return one, other, err
	}
	if len(all) > 1 {
		return one, other, seminar.Errorf(CodeMergeAlready, "These two are one person already: {name}.").WithArg("name", one.Attendee.Name())
	}
	return one, other, seminar.Errorf(CodeMergeSame, "This is {name} twice. Choose two people.").WithArg("name", one.Attendee.Name())
}

// apartPairs are the people who were said not to be one.
type apartPairs map[[2]seminar.ID]bool

func apart(ctx context.Context, r Reader) (apartPairs, error) {
	pairs := apartPairs{}
	err := r.EachApart(ctx, func(a, b seminar.ID) error {
		pairs[[2]seminar.ID{min(a, b), max(a, b)}] = true
		return nil
	})
	return pairs, err
}

func (p apartPairs) has(a, b seminar.ID) bool { return p[[2]seminar.ID{min(a, b), max(a, b)}] }
