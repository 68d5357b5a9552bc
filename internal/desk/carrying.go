package desk

import (
	"context"
	"slices"
	"strings"

	"lanyard/internal/seminar"
)

// SourceSeries marks a registration that was carried over from another seminar.
const SourceSeries = "series"

// CarryFilter chooses people of an earlier seminar; empty fields choose all.
type CarryFilter struct {
	From        seminar.ID
	Came        bool // only who came, to any of its lists
	Categories  []seminar.ID
	Delegations []seminar.ID
	Countries   []string
	Search      string
}

// Carryable is somebody who can be carried over.
type Carryable struct {
	Row  seminar.RosterRow // as in the earlier seminar
	Came bool
	Here bool // registered in this one already
}

// Carryables gives the people of an earlier seminar whom a filter chooses, by family name, and who of them is registered in another
// seminar already. Who cancelled there is not among them.
func (d *Desk) Carryables(ctx context.Context, to seminar.ID, f CarryFilter) ([]Carryable, error) {
	came, err := cameTo(ctx, d, f.From)
	if err != nil {
		return nil, err
	}
	here := map[seminar.ID]bool{}
	if err := d.EachPlace(ctx, to, func(p Place) error { here[p.AttendeeID] = true; return nil }); err != nil {
		return nil, err
	}
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: f.From, CategoryID: f.Categories, DelegationID: f.Delegations, Country: f.Countries,
		Search: f.Search, Status: []seminar.Status{seminar.Confirmed, seminar.Pending, seminar.Waitlisted}, Order: seminar.ByFamilyName})
	if err != nil {
		return nil, err
	}
	people := make([]Carryable, 0, len(rows))
	for _, r := range rows {
		if came[r.AttendeeID] || !f.Came {
			people = append(people, Carryable{r, came[r.AttendeeID], here[r.AttendeeID]})
		}
	}
	return people, nil
}

// Carried is what became of people who were carried over.
type Carried struct {
	Registered int
	Waiting    int      // of the registered: there was no place for them
	Pending    int      // of the registered: somebody is to approve them
	Here       int      // they were registered already
	Missing    []string // categories and delegations that this seminar has none of: their people are in none
	Action     Action
}

// CarryOver registers people of one seminar in another, as they are: the same person, in the category and the delegation of the same
// name (or, a delegation, of the same country). Those who are registered already are passed over. It is one action. Errors:
// seminar.CodeNotFound of somebody who is not in the earlier seminar.
func (d *Desk) CarryOver(ctx context.Context, from, to seminar.ID, attendees []seminar.ID) (Carried, error) {
	if err := d.Require(ctx, seminar.RightImport); err != nil {
		return Carried{}, err
	}
	var done Carried
	action, err := d.write(ctx, func(c *change) error {
		done = Carried{}
		into, err := c.counterparts(ctx, from, to)
		if err != nil {
			return err
		}
		for _, id := range attendees {
			if err := ctx.Err(); err != nil {
				return err
			}
			before, err := person(ctx, c, from, id)
			if err != nil {
				return err
			}
			_, _, here, err := c.Registered(ctx, to, before.Attendee.ID)
			if err != nil {
				return err
			}
			if here {
				done.Here++
				continue
			}
			f := Form{Attendee: before.Attendee, Registration: seminar.Registration{SeminarID: to, Source: SourceSeries}}
			f.Registration.CategoryID = into.of(before.Registration.CategoryID, &done)
			f.Registration.DelegationID = into.of(before.Registration.DelegationID, &done)
			if _, err := c.register(ctx, f); err != nil {
				return err
			}
			now, err := person(ctx, c, to, before.Attendee.ID)
			if err != nil {
				return err
			}
			done.Registered++
			switch now.Registration.Status {
			case seminar.Waitlisted:
				done.Waiting++
			case seminar.Pending:
				done.Pending++
			}
		}
		return nil
	})
	done.Action = action
	return done, err
}

// counterparts are what categories and delegations of one seminar are in another.
type counterparts struct {
	names map[seminar.ID]string // of the earlier seminar's
	here  map[seminar.ID]seminar.ID
}

func (c *change) counterparts(ctx context.Context, from, to seminar.ID) (*counterparts, error) {
	p := &counterparts{map[seminar.ID]string{}, map[seminar.ID]seminar.ID{}}
	categories, err := all[seminar.Category](ctx, c, seminar.EntityCategory, from)
	if err != nil {
		return nil, err
	}
	others, err := all[seminar.Category](ctx, c, seminar.EntityCategory, to)
	if err != nil {
		return nil, err
	}
	for _, v := range categories {
		p.names[v.ID] = v.Name
		if i := slices.IndexFunc(others, func(o seminar.Category) bool { return strings.EqualFold(o.Name, v.Name) }); i >= 0 {
			p.here[v.ID] = others[i].ID
		}
	}
	delegations, err := all[seminar.Delegation](ctx, c, seminar.EntityDelegation, from)
	if err != nil {
		return nil, err
	}
	rest, err := all[seminar.Delegation](ctx, c, seminar.EntityDelegation, to)
	if err != nil {
		return nil, err
	}
	for _, v := range delegations {
		p.names[v.ID] = v.Name
		i := slices.IndexFunc(rest, func(o seminar.Delegation) bool { return strings.EqualFold(o.Name, v.Name) })
		if i < 0 && v.Country != "" {
			i = slices.IndexFunc(rest, func(o seminar.Delegation) bool { return o.Country == v.Country })
		}
		if i >= 0 {
			p.here[v.ID] = rest[i].ID
		}
	}
	return p, nil
}

// of is what a category or a delegation is here, "" if there is none; that is noted once.
func (p *counterparts) of(id seminar.ID, done *Carried) seminar.ID {
	name := p.names[id]
	if p.here[id] == "" && name != "" && !slices.Contains(done.Missing, name) {
		done.Missing = append(done.Missing, name)
	}
	return p.here[id]
}
