package desk

import (
	"context"
	"strconv"
	"strings"

	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// newcomer is the id of a person who is not known: the same for the same row, whenever and wherever it is taken in. Two
// rows that say the same are two people.
func (in *importing) newcomer(p transfer.Person) seminar.ID {
	parts := rowParts(p)
	row := strings.Join(parts, "\n")
	if in.same[row]++; in.same[row] > 1 {
		parts = append(parts, strconv.Itoa(in.same[row]))
	}
	return seminar.DeriveID(in.of, parts...)
}

// rowParts are what the id of a new person derives from.
func rowParts(p transfer.Person) []string { return []string{"import", p.Key, p.Attendee.Name()} }

// known finds somebody who is here already: by the other system's code, the badge number of this seminar or the e-mail
// address, and a name that reads alike. Two people who share an address stay two people.
func (in *importing) known(ctx context.Context, p transfer.Person) (Form, bool, error) {
	var elsewhere Form
	for _, code := range []string{p.ForeignCode, p.BadgeNumber, p.Attendee.Email} {
		if code == "" {
			continue
		}
		owners, err := in.Codes(ctx, code)
		if err != nil {
			return Form{}, false, err
		}
		for _, o := range owners {
			if code == p.BadgeNumber && (o.Kind != CodeNumber || o.SeminarID != in.of) {
				continue
			}
			f, err := person(ctx, in, o.SeminarID, o.AttendeeID)
			if err != nil {
				return Form{}, false, err
			}
			if is, err := in.alike(ctx, f.Attendee, p.Attendee); err != nil {
				return Form{}, false, err
			} else if !is {
				continue
			}
			if o.SeminarID == in.of {
				return f, true, nil
			}
			elsewhere = f
		}
	}
	return elsewhere, false, nil
}

// again is a person who is registered here already.
func (in *importing) again(ctx context.Context, p transfer.Person, known, f Form) error {
	row, changed := p.Row, false
	if in.options.Update {
		f, err := in.news(ctx, p, known, f)
		if err != nil {
			return err
		}
		a := merged(known.Attendee, f.Attendee)
		r := known.Registration
		if f.Registration.Status != "" {
			r.Status = f.Registration.Status
		}
		r.CategoryID = firstID(f.Registration.CategoryID, r.CategoryID)
		r.DelegationID = firstID(f.Registration.DelegationID, r.DelegationID)
		if f.Registration.ForeignCode != "" {
			r.ForeignCode = f.Registration.ForeignCode
		}
		if err := in.place(ctx, known.Registration, &r); NoPlace(err) { // they stay where they are
			r.Status, r.CategoryID, r.DelegationID = known.Registration.Status, known.Registration.CategoryID, known.Registration.DelegationID
		} else if err != nil {
			return err
		}
		one, err := in.set(ctx, seminar.EntityAttendee, a.ID, known.Attendee, a)
		if err != nil {
			return err
		}
		other, err := in.set(ctx, seminar.EntityRegistration, r.ID, known.Registration, r)
		if err != nil {
			return err
		}
		changed = one || other
	}
	if changed {
		in.report.Updated++
		in.report.Became[row] = BecameChanged
	} else {
		in.report.Unchanged++
		in.report.Became[row] = BecameUnchanged
	}
	return nil
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
	now.Attention = known.Attention || file.Attention
	return now
}

// named gives the category or delegation of a name, made if the seminar has none of that name.
func (in *importing) named(ctx context.Context, e seminar.Entity, seen map[string]seminar.ID, name string) (seminar.ID, error) {
	key := strings.ToLower(strings.TrimSpace(name))
	if key == "" || seen[key] != "" {
		return seen[key], nil
	}
	type thing struct {
		ID       seminar.ID `json:"id"`
		Seminar  seminar.ID `json:"seminar"`
		Name     string     `json:"name"`
		Position int        `json:"position"`
		Colour   string     `json:"colour,omitempty"`
		Country  string     `json:"country,omitempty"`
	}
	things, err := all[thing](ctx, in, e, in.of)
	if err != nil {
		return "", err
	}
	for _, t := range things {
		if strings.EqualFold(t.Name, key) || (t.Country != "" && strings.EqualFold(t.Country, key)) {
			seen[key] = t.ID
			return t.ID, nil
		}
	}
	t := thing{ID: seminar.DeriveID(in.of, string(e), key), Seminar: in.of, Name: strings.TrimSpace(name), Position: len(things) + 1}
	if e == seminar.EntityCategory {
		t.Colour = "#5c645f"
	}
	seen[key] = t.ID
	_, err = in.set(ctx, e, t.ID, thing{}, t)
	return t.ID, err
}

func firstID(ids ...seminar.ID) seminar.ID {
	for _, id := range ids {
		if id != "" {
			return id
		}
	}
	return ""
}
