package desk

import (
	"context"

	"lanyard/internal/document"
	"lanyard/internal/seminar"
)

// FormFor gathers what a seminar's registration form on paper shows: an empty one, or that of somebody who is registered.
func (d *Desk) FormFor(ctx context.Context, of, attendee seminar.ID) (document.RegistrationForm, error) {
	g, err := d.groups(ctx, of)
	if err != nil {
		return document.RegistrationForm{}, err
	}
	f := document.RegistrationForm{Seminar: g.seminar, Categories: map[seminar.ID]string{}}
	for id, c := range g.categories {
		f.Categories[id] = c.Name
	}
	if f.Questions, err = d.Questions(ctx, of); err != nil {
		return f, err
	}
	if f.Pictures, err = d.SeminarPictures(ctx, of); err != nil || attendee == "" {
		return f, err
	}
	who, err := d.Person(ctx, of, attendee)
	if err != nil {
		return f, err
	}
	r := who.Registration
	f.Attendee, f.Answers, f.Number = who.Attendee, r.Answers, r.BadgeNumber
	f.Category, f.Delegation = g.categories[r.CategoryID].Name, g.delegations[r.DelegationID].Name
	return f, nil
}
