package desk

import (
	"context"
	"slices"
	"time"

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
		return who, c.elsewhere(ctx, &who, elsewhere, code, event, list)
	}
	for _, code := range attendance.Codes(s.Code) {
		who.Code = max(who.Code, seminar.CheckCode(event.CodeKey, code))
	}
	return who, nil
}

// elsewhere fills in whom a code means that is nobody's here: the one person of another date of the series, else no more
// than the title of the seminar that knows it. Several people of the series are not told apart here: none of them is meant.
func (c *change) elsewhere(ctx context.Context, who *identified, owners []CodeOwner, code string, event seminar.Seminar, list seminar.List) error {
	var dates []CodeOwner // of the series, the strongest first
	for _, o := range owners {
		other, err := get[seminar.Seminar](ctx, c, seminar.EntitySeminar, o.SeminarID)
		if err != nil {
			return err
		}
		if who.Elsewhere == "" {
			who.Elsewhere = other.Title("en")
		}
		if other.SeriesID != "" && other.SeriesID == event.SeriesID && (len(dates) == 0 || dates[0].Kind == o.Kind) {
			dates = append(dates, o)
		}
	}
	if len(dates) == 0 || slices.ContainsFunc(dates, func(o CodeOwner) bool { return o.AttendeeID != dates[0].AttendeeID }) {
		return nil
	}
	who.Elsewhere, who.OtherSeminar = "", true
	return c.subject(ctx, who, dates[0], code, list)
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

// split keeps the strongest owners in this seminar, and those of others apart. A badge number is a seminar's own: in another
// it means somebody else.
func split(owners []CodeOwner, here seminar.ID) (mine, others []CodeOwner) {
	weight := map[CodeKind]int{CodeBadge: 0, CodeRevoked: 1, CodeForeign: 2, CodeNumber: 3, CodeEmail: 4, CodeID: 5}
	best := len(weight)
	for _, o := range owners {
		if o.SeminarID != here {
			if o.Kind != CodeNumber {
				others = append(others, o)
			}
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
	who.Questions, err = all[seminar.Question](ctx, c, seminar.EntityQuestion, list.SeminarID)
	return err
}

// inside counts who is in a room at a moment; 0 where nobody asks. A daily list counts by the day: whoever was not seen to
// leave is not inside on the next.
func (c *change) inside(ctx context.Context, event seminar.Seminar, list seminar.List, at time.Time) (int, error) {
	if list.Capacity == 0 {
		return 0, nil
	}
	t, err := tallyAt(ctx, c, event, list, at)
	if list.Frequency == seminar.Daily && t.Day != at.In(event.Location()).Format(time.DateOnly) {
		return 0, err
	}
	return t.Inside, err
}

// Tally counts a list now: after the hour at which everybody leaves, whoever came before it is not inside.
func (d *Desk) Tally(ctx context.Context, list seminar.List) (seminar.Tally, error) {
	if list.ExitAllAt == "" {
		return d.Store.Tally(ctx, list)
	}
	event, err := get[seminar.Seminar](ctx, d, seminar.EntitySeminar, list.SeminarID)
	if err != nil {
		return seminar.Tally{}, err
	}
	return tallyAt(ctx, d.Store, event, list, d.now())
}

func tallyAt(ctx context.Context, r Reader, event seminar.Seminar, list seminar.List, at time.Time) (seminar.Tally, error) {
	t, err := r.Tally(ctx, list)
	since := attendance.Emptied(list, event, at)
	if err != nil || since.IsZero() {
		return t, err
	}
	if today := midnight(at.In(event.Location()), 0); list.Frequency == seminar.Daily && since.Before(today) {
		since = today
	}
	t.Inside, err = r.InsideSince(ctx, list.ID, since)
	return t, err
}

// insideAt says whether somebody whose presence on a list is known is inside at a moment.
func insideAt(list seminar.List, event seminar.Seminar, p seminar.Presence, at time.Time) bool {
	return p.Inside && !p.Last.Before(attendance.Emptied(list, event, at))
}
