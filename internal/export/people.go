package export

import (
	"context"
	"math"
	"strconv"

	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// everybody is the people with all that a file needs to be taken in again: a column a field, then one a question.
func (x *Export) everybody(ctx context.Context, s *transfer.Sheet) error {
	delegations, err := x.Desk.Delegations(ctx, x.Seminar.ID)
	if err != nil {
		return err
	}
	categories, err := x.Desk.Categories(ctx, x.Seminar.ID)
	if err != nil {
		return err
	}
	groups := map[seminar.ID]string{}
	for _, d := range delegations {
		groups[d.ID] = d.Name
	}
	for _, c := range categories {
		groups[c.ID] = c.Name
	}
	questions, err := x.Desk.Questions(ctx, x.Seminar.ID)
	if err != nil {
		return err
	}
	var registrations []seminar.Registration
	if err := x.Desk.All(ctx, seminar.EntityRegistration, x.Seminar.ID, &registrations); err != nil {
		return err
	}
	of := make(map[seminar.ID]seminar.Registration, len(registrations))
	for _, r := range registrations {
		of[r.ID] = r
	}
	s.Columns = x.columns("badge_number", "given_name", "family_name", "native_name", "badge_name", "honorific", "position", "organisation", "country",
		"email", "phone", "language", "birth_date", "gender", "category", "delegation", "status", "access", "dietary", "desk_note", "attention",
		"foreign_code", "arrived@")
	for _, q := range questions {
		c := transfer.Column{Title: q.Said(x.Lang.Tag())}
		if q.Type == seminar.TypeNumber {
			c.Kind = transfer.Number
		}
		s.Columns = append(s.Columns, c)
	}
	for i, r := range x.Rows {
		if i%200 == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			if x.Progress != nil {
				x.Progress(i, 2*len(x.Rows)) // the other half is writing
			}
		}
		var a seminar.Attendee
		if _, err := x.Desk.Get(ctx, seminar.EntityAttendee, r.AttendeeID, &a); err != nil {
			return err
		}
		attention := ""
		if a.Attention {
			attention = x.yes(true)
		}
		registration := of[r.RegistrationID]
		row := []any{r.BadgeNumber, a.GivenName, a.FamilyName, a.NativeName, a.BadgeName, a.Honorific, a.Position, a.Organisation, a.Country,
			a.Email, a.Phone, a.Language, transfer.Date(a.BirthDate), string(a.Gender), groups[r.CategoryID], groups[r.DelegationID],
			x.Lang.T("common.status." + string(r.Status)), a.Access, a.Dietary, a.DeskNote, attention, registration.ForeignCode, x.local(r.Presence.First)}
		for _, q := range questions {
			row = append(row, typed(q, registration.Answers[q.ID]))
		}
		s.Rows = append(s.Rows, row)
	}
	return nil
}

// typed is an answer as its question asks for it: a number that reads the same when it comes back, or a day.
func typed(q seminar.Question, answer string) any {
	switch q.Type {
	case seminar.TypeNumber:
		n, err := strconv.ParseFloat(answer, 64)
		if err == nil && !math.IsInf(n, 0) && !math.IsNaN(n) && strconv.FormatFloat(n, 'f', -1, 64) == answer {
			return n
		}
	case seminar.TypeDate:
		return transfer.Date(answer)
	}
	return answer
}
