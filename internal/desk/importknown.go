package desk

import (
	"context"
	"hash/maphash"
	"strconv"
	"strings"

	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// newcomer is the id of a person who is not known: the same for the same row, whenever and wherever it is taken in. Two
// rows that say the same are two people.
func (in *importing) newcomer(p transfer.Person) seminar.ID {
	if p.ID != "" { // the row says which one it was when it had problems
		return p.ID
	}
	parts := rowParts(p)
	var row maphash.Hash
	row.SetSeed(in.seed)
	for _, part := range parts {
		row.WriteString(part + "\n")
	}
	key := row.Sum64()
	if in.same[key]++; in.same[key] > 1 {
		parts = append(parts, strconv.Itoa(in.same[key]))
	}
	return seminar.DeriveID(in.of, parts...)
}

// rowParts are what the id of a new person derives from.
func rowParts(p transfer.Person) []string { return []string{"import", p.Key, p.Attendee.Name()} }

// officeAddress is how many people may have an e-mail address that still says who somebody is.
const officeAddress = 20

// claim is the row of this file that somebody is.
type claim struct {
	sum uint64 // of the name and the other system's code
	new int    // the row, if it is of somebody new; else 0
}

// said sums up what tells two rows of one person from those of two.
func (in *importing) said(p transfer.Person) uint64 {
	return maphash.String(in.seed, p.Attendee.Name()+"\n"+p.ForeignCode)
}

func (in *importing) claim(id seminar.ID, p transfer.Person, new int) {
	if _, taken := in.claimed[id]; !taken {
		in.claimed[id] = claim{in.said(p), new}
	}
	if in.report.People[p.Row] == "" {
		in.report.People[p.Row] = id
	}
}

// another says whether somebody is another row of this file, so that this one is not theirs: two tickets, or two names on one
// address, are two people.
func (in *importing) another(id seminar.ID, p transfer.Person) bool {
	c, taken := in.claimed[id]
	return taken && c.sum != in.said(p)
}

// known finds somebody who is here already: by the other system's code, the badge number of this seminar or the e-mail
// address, and a name that is the same or, if there is none, reads alike. Two people who share an address stay two people.
func (in *importing) known(ctx context.Context, p transfer.Person) (known Form, here bool, err error) {
	if p.ID != "" { // somebody of another seminar, if anybody
		if _, err := in.Get(ctx, seminar.EntityAttendee, p.ID, &known.Attendee); err != nil {
			return Form{}, false, err
		}
	}
	for _, code := range []string{p.ForeignCode, p.BadgeNumber, p.Attendee.Email} {
		if code == "" || code == p.Attendee.Email && in.offices[strings.ToLower(code)] {
			continue
		}
		owners, err := in.Codes(ctx, code)
		if err != nil {
			return Form{}, false, err
		}
		if code == p.Attendee.Email && len(owners) > officeAddress {
			in.offices[strings.ToLower(code)] = true // and of the rows to come it is not asked again
			continue
		}
		best := 0
		for _, o := range owners {
			if code == p.BadgeNumber && (o.Kind != CodeNumber || o.SeminarID != in.of) || in.another(o.AttendeeID, p) {
				continue
			}
			f, err := person(ctx, in, o.SeminarID, o.AttendeeID)
			if err != nil {
				return Form{}, false, err
			}
			is, err := in.alike(ctx, f.Attendee, p.Attendee)
			if err != nil {
				return Form{}, false, err
			}
			sure := 4*b2i(is && o.SeminarID == in.of) + 2*b2i(is && f.Attendee.Name() == p.Attendee.Name()) + b2i(is)
			if sure > best {
				best, here, known = sure, o.SeminarID == in.of, f
			}
		}
		if here {
			return known, true, nil
		}
	}
	return known, false, nil
}

// again is a person who is registered here already: what the row says otherwise is told and, if it is asked for, done.
func (in *importing) again(ctx context.Context, p transfer.Person, known, f Form) error {
	in.claim(known.Attendee.ID, p, 0)
	if waits, err := in.awaits(ctx, known.Registration); err != nil {
		return err
	} else if waits && f.Registration.Status == seminar.Confirmed { // elsewhere, which gives no place here
		f.Registration.Status = ""
	}
	now := laid(known, f)
	changes := in.changes(p.Row, known, now)
	if len(changes) > 0 {
		f, err := in.news(ctx, p, known, f)
		if err != nil {
			return err
		}
		now = laid(known, f)
		if in.options.Update {
			if err := in.keepPlace(ctx, known.Registration, &now.Registration); err != nil {
				return err
			}
		}
		changes = in.changes(p.Row, known, now)
	}
	if known.Attendee.Anonymised != "" { // an old file must not bring back who this was
		changes = nil
	}
	in.report.Changes = append(in.report.Changes, changes...)
	if len(changes) == 0 || !in.options.Update {
		in.report.Unchanged++
		in.report.Became[p.Row] = BecameUnchanged
		return nil
	}
	if _, err := in.set(ctx, seminar.EntityAttendee, now.Attendee.ID, known.Attendee, now.Attendee); err != nil {
		return err
	}
	if _, err := in.set(ctx, seminar.EntityRegistration, now.Registration.ID, known.Registration, now.Registration); err != nil {
		return err
	}
	in.report.Updated++
	in.report.Became[p.Row] = BecameChanged
	return nil
}

// laid is a person known with what a row says laid over it.
func laid(known, row Form) Form {
	now := Form{Attendee: merged(known.Attendee, row.Attendee), Registration: known.Registration}
	r := &now.Registration
	if row.Registration.Status != "" {
		r.Status = row.Registration.Status
	}
	r.CategoryID = firstID(row.Registration.CategoryID, r.CategoryID)
	r.DelegationID = firstID(row.Registration.DelegationID, r.DelegationID)
	if row.Registration.ForeignCode != "" {
		r.ForeignCode = row.Registration.ForeignCode
	}
	r.Answers = answered(r.Answers, row.Registration.Answers)
	return now
}

// merged is the person known, with what the file says of them; what the file leaves empty stays.
func merged(known, file seminar.Attendee) seminar.Attendee {
	now := known
	for to, from := range map[*string]string{&now.GivenName: file.GivenName, &now.FamilyName: file.FamilyName,
		&now.NativeName: file.NativeName, &now.BadgeName: file.BadgeName, &now.Honorific: file.Honorific,
		&now.Position: file.Position, &now.Organisation: file.Organisation, &now.Country: file.Country,
		&now.Email: file.Email, &now.Phone: file.Phone, &now.Language: file.Language, &now.BirthDate: file.BirthDate,
		&now.Access: file.Access, &now.Dietary: file.Dietary, &now.DeskNote: file.DeskNote} {
		if from != "" {
			*to = from
		}
	}
	if file.Gender != "" {
		now.Gender = file.Gender
	}
	now.Attention = known.Attention || file.Attention
	if file.Consent.State != "" && file.Consent.State != known.Consent.State && (known.Consent.State == "" || known.Consent.Holds()) || known.Consent == (seminar.Agreed{}) {
		now.Consent = file.Consent.After(known.Consent) // an old list brings back none that was withdrawn
	}
	return now
}
