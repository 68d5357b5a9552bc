package desk

import (
	"context"
	"strconv"

	"lanyard/internal/seminar"
)

// changes are the fields in which a person differs from what is here.
func (in *importing) changes(row int, known, now Form) []ImportChange {
	var all []ImportChange
	add := func(field, before, after string) {
		if before != after {
			all = append(all, ImportChange{Row: row, Attendee: known.Attendee.ID, Field: field, Old: before, New: after})
		}
	}
	for _, t := range texts {
		add(t.name, *t.of(&known), *t.of(&now))
	}
	a, b, r, s := known.Attendee, now.Attendee, known.Registration, now.Registration
	add("gender", string(a.Gender), string(b.Gender))
	if a.Attention != b.Attention {
		add("attention", strconv.FormatBool(a.Attention), strconv.FormatBool(b.Attention))
	}
	add("status", string(r.Status), string(s.Status))
	add("category", in.name(r.CategoryID), in.name(s.CategoryID))
	add("delegation", in.name(r.DelegationID), in.name(s.DelegationID))
	add("foreign_code", r.ForeignCode, s.ForeignCode)
	for _, q := range in.asked {
		add(q.Said(""), q.Record(r.Answers[q.ID]), q.Record(s.Answers[q.ID]))
	}
	return all
}

// name is what a category or a delegation is called; one that is gone is told by its id.
func (in *importing) name(id seminar.ID) string {
	if name, ok := in.names[id]; ok {
		return name
	}
	return string(id)
}

// missing finds the people of earlier imports of this list whom the file leaves out. An import is of this list if it is of the
// same source and has somebody of the file: the lists of two delegations on one form are two lists.
func (in *importing) missing(ctx context.Context) error {
	if err := in.skipped(ctx); err != nil || in.file.Source == "" {
		return err
	}
	imports, err := all[seminar.Import](ctx, in, seminar.EntityImport, in.of)
	if err != nil {
		return err
	}
	same := map[seminar.ID]bool{}
	for _, i := range imports {
		if i.Source == in.file.Source && i.ID != in.report.Import {
			same[i.ID] = false
		}
	}
	if len(same) == 0 {
		return nil
	}
	type brief struct {
		Attendee seminar.ID     `json:"attendee"`
		Import   seminar.ID     `json:"import_id"`
		Status   seminar.Status `json:"status"`
	}
	registrations, err := all[brief](ctx, in, seminar.EntityRegistration, in.of)
	if err != nil {
		return err
	}
	for _, r := range registrations {
		if _, ours := same[r.Import]; ours && in.here(r.Attendee) {
			same[r.Import] = true
		}
	}
	for _, r := range registrations {
		if !same[r.Import] || in.here(r.Attendee) || r.Status == seminar.Cancelled {
			continue
		}
		f, err := person(ctx, in, in.of, r.Attendee) // who was merged is there by the one who was kept
		if err == nil && !in.here(f.Attendee.ID) {
			in.misses(f, 0, "")
		} else if err != nil && seminar.CodeOf(err) != seminar.CodeNotFound {
			return err
		}
	}
	return nil
}

// skipped finds those who are here and whose row does not count any more.
func (in *importing) skipped(ctx context.Context) error {
	for _, s := range in.file.Skipped {
		p := s.Person
		if p.Attendee.Name() == "" {
			continue
		}
		clean(&p.Attendee)
		f, err := person(ctx, in, in.of, seminar.DeriveID(in.of, rowParts(p)...))
		here := err == nil
		if seminar.CodeOf(err) == seminar.CodeNotFound {
			f, here, err = in.known(ctx, p)
		}
		if err != nil {
			return err
		}
		if here && !in.here(f.Attendee.ID) && f.Registration.Status != seminar.Cancelled {
			in.misses(f, s.Row, s.Code)
		}
	}
	return nil
}

// here says whether somebody is among the rows of the file.
func (in *importing) here(id seminar.ID) bool { _, yes := in.claimed[id]; return yes }

func (in *importing) misses(f Form, row int, reason string) {
	in.claimed[f.Attendee.ID] = claim{} // told once
	in.report.Missing = append(in.report.Missing, ImportMissing{Attendee: f.Attendee.ID, Name: f.Attendee.Name(), Organisation: f.Attendee.Organisation,
		Status: f.Registration.Status, Row: row, Reason: reason})
}
