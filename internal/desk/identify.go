package desk

import (
	"context"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// identified is whom a scan means, with what the engine has to know about them.
type identified struct {
	attendance.Subject
	rows   []seminar.RosterRow // of an ambiguous code
	bearer seminar.ID          // whom the row of the scan is written for; "" if the code is nobody's
}

// identify finds whom a scan means. A badge in force outweighs a revoked one, and that a foreign code, a badge number
// or an e-mail address; two people at the same weight are ambiguous.
func (c *change) identify(ctx context.Context, event seminar.Seminar, list seminar.List, s Scan) (identified, error) {
	var who identified
	owners, code := []CodeOwner{{AttendeeID: s.AttendeeID, SeminarID: event.ID, Kind: CodeID}}, string(s.AttendeeID)
	if s.AttendeeID == "" {
		var err error
		if owners, code, err = c.owners(ctx, s.Code); err != nil {
			return who, err
		}
	}
	here, elsewhere := split(owners, event.ID)
	switch {
	case len(here) > 1:
		for _, o := range here {
			line, err := row(ctx, c, event.ID, o.AttendeeID, list.ID)
			if err != nil {
				return who, err
			}
			a, err := get[seminar.Attendee](ctx, c, seminar.EntityAttendee, o.AttendeeID)
			if err != nil {
				return who, err
			}
			who.rows, who.Candidates = append(who.rows, line), append(who.Candidates, a)
		}
		return who, nil
	case len(here) == 1:
		return who, c.subject(ctx, &who, here[0], code, list)
	case len(elsewhere) > 0:
		other, err := get[seminar.Seminar](ctx, c, seminar.EntitySeminar, elsewhere[0].SeminarID)
		if err != nil {
			return who, err
		}
		if other.SeriesID != "" && other.SeriesID == event.SeriesID {
			who.OtherSeminar = true
			return who, c.subject(ctx, &who, elsewhere[0], code, list)
		}
		who.Elsewhere = other.Title("en")
		return who, nil
	}
	for _, code := range attendance.Codes(s.Code) {
		who.Code = max(who.Code, seminar.CheckCode(event.CodeKey, code))
	}
	return who, nil
}

// owners looks a code up as it was typed and as it may have been meant; the first reading that anybody owns counts, and
// is given with them.
func (c *change) owners(ctx context.Context, raw string) ([]CodeOwner, string, error) {
	for _, code := range attendance.Codes(raw) {
		owners, err := c.Codes(ctx, code)
		if err != nil || len(owners) > 0 {
			return owners, code, err
		}
	}
	return nil, "", nil
}

// split keeps the strongest owners in this seminar, and those of others apart.
func split(owners []CodeOwner, here seminar.ID) (mine, others []CodeOwner) {
	weight := map[CodeKind]int{CodeBadge: 0, CodeRevoked: 1, CodeForeign: 2, CodeNumber: 3, CodeEmail: 4, CodeID: 5}
	best := len(weight)
	for _, o := range owners {
		if o.SeminarID != here {
			others = append(others, o)
			continue
		}
		if w := weight[o.Kind]; w < best {
			best, mine = w, nil
		}
		same := len(mine) > 0 && mine[len(mine)-1].AttendeeID == o.AttendeeID
		if weight[o.Kind] == best && !same {
			mine = append(mine, o)
		}
	}
	return mine, others
}

// subject fills in the one person that a code means.
func (c *change) subject(ctx context.Context, who *identified, o CodeOwner, code string, list seminar.List) error {
	f, err := person(ctx, c, o.SeminarID, o.AttendeeID)
	if err != nil {
		return err
	}
	if who.bearer, err = c.bearer(ctx, o, code); err != nil {
		return err
	}
	who.Registration, who.Attendee, who.Revoked = &f.Registration, f.Attendee, o.Kind == CodeRevoked
	if f.Registration.CategoryID != "" {
		if _, err := c.Get(ctx, seminar.EntityCategory, f.Registration.CategoryID, &who.Category); err != nil {
			return err
		}
	}
	if who.History, err = c.Checkins(ctx, list.ID, f.Attendee.ID); err != nil {
		return err
	}
	questions, err := all[seminar.Question](ctx, c, seminar.EntityQuestion, list.SeminarID)
	if err != nil {
		return err
	}
	for _, q := range questions {
		if q.AtDesk {
			who.Questions = append(who.Questions, q)
		}
	}
	if list.Capacity > 0 {
		t, err := c.Tally(ctx, list)
		who.Inside = t.Inside
		return err
	}
	return nil
}
