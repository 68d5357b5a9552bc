package desk

import (
	"context"
	"strings"

	"lanyard/internal/names"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// alike says whether a row's name reads like that of somebody who is here, or of one who was merged into them.
func (in *importing) alike(ctx context.Context, known, row seminar.Attendee) (bool, error) {
	if alike(known, row) {
		return true, nil
	}
	others, err := in.others(ctx, known.ID)
	for _, a := range others {
		if alike(a, row) {
			return true, err
		}
	}
	return false, err
}

func alike(a, b seminar.Attendee) bool {
	tier, ok := names.Match(b.Name(), names.KeysOf(a.GivenName, a.FamilyName, a.NativeName, a.BadgeName))
	return ok && tier <= names.Loose
}

// others are those who were merged into somebody, as they were.
func (in *importing) others(ctx context.Context, kept seminar.ID) ([]seminar.Attendee, error) {
	ids, err := in.Aliases(ctx, kept)
	var all []seminar.Attendee
	for _, id := range ids[1:] {
		var a seminar.Attendee
		here, e := in.Get(ctx, seminar.EntityAttendee, id, &a)
		if e != nil {
			return nil, e
		}
		if here {
			all = append(all, a)
		}
	}
	return all, err
}

// news leaves of a row that is of one who was merged what that one has not said: a file taken in before the merge does
// not bring back a spelling that was given up.
func (in *importing) news(ctx context.Context, p transfer.Person, known, f Form) (Form, error) {
	others, err := in.others(ctx, known.Attendee.ID)
	if err != nil || len(others) == 0 {
		return f, err
	}
	registrations, err := in.Registrations(ctx, in.of, known.Attendee.ID)
	if err != nil {
		return f, err
	}
	var said Form
	best := -1
	for _, a := range append([]seminar.Attendee{known.Attendee}, others...) {
		one := Form{Attendee: a}
		for _, r := range registrations {
			if r.AttendeeID == a.ID {
				one.Registration = r
			}
		}
		if n := in.likeRow(one, p); n > best {
			said, best = one, n
		}
	}
	if said.Attendee.ID == known.Attendee.ID {
		return f, nil
	}
	if f.Attendee.Name() == said.Attendee.Name() { // the two parts of a name are one thing
		f.Attendee.GivenName, f.Attendee.FamilyName = "", ""
	}
	for _, t := range texts {
		if to := t.of(&f); !ofName(t.name) && *to == *t.of(&said) {
			*to = ""
		}
	}
	r, old := &f.Registration, said.Registration
	if r.Status == old.Status {
		r.Status = ""
	}
	if r.CategoryID == old.CategoryID {
		r.CategoryID = ""
	}
	if r.DelegationID == old.DelegationID {
		r.DelegationID = ""
	}
	if r.ForeignCode == old.ForeignCode {
		r.ForeignCode = ""
	}
	f.Attendee.Attention = f.Attendee.Attention && !said.Attendee.Attention
	return f, nil
}

// likeRow says how surely a row is of somebody: by the id that it gave them, the other system's code, the e-mail address,
// which a merge may have handed on, and the name.
func (in *importing) likeRow(f Form, p transfer.Person) int {
	a := f.Attendee
	return 16*b2i(a.ID == seminar.DeriveID(in.of, rowParts(p)...)) + 8*b2i(p.ForeignCode != "" && f.Registration.ForeignCode == p.ForeignCode) +
		4*b2i(a.Email != "" && strings.EqualFold(a.Email, p.Attendee.Email)) + 2*b2i(a.Name() == p.Attendee.Name()) + b2i(alike(a, p.Attendee))
}
