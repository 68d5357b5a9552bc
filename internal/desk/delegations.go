package desk

import (
	"bytes"
	"context"
	"slices"

	"lanyard/internal/attendance"
	"lanyard/internal/collation"
	"lanyard/internal/seminar"
)

// DelegationSize is how many people of a delegation there are.
type DelegationSize struct {
	Registered int // whatever their status, but for those who cancelled
	Expected   int // whom the list admits by their status
	Arrived    int // of the registered, on the list; of a daily one on its latest day, as in the list's own counters
	Inside     int // of those who arrived
}

// Over is how many more are registered than the delegation may have; 0 where there is no quota.
func (s DelegationSize) Over(v seminar.Delegation) int {
	if v.Quota <= 0 {
		return 0
	}
	return max(0, s.Registered-v.Quota)
}

// DelegationSize counts a delegation on a list.
func (d *Desk) DelegationSize(ctx context.Context, list seminar.List, delegation seminar.ID) (DelegationSize, error) {
	sizes, err := d.delegationSizes(ctx, list, delegation)
	return sizes[delegation], err
}

// DelegationSizes counts all delegations of a list's seminar at once. One without anybody is not among them.
func (d *Desk) DelegationSizes(ctx context.Context, list seminar.List) (map[seminar.ID]DelegationSize, error) {
	return d.delegationSizes(ctx, list, "")
}

func (d *Desk) delegationSizes(ctx context.Context, list seminar.List, delegation seminar.ID) (map[seminar.ID]DelegationSize, error) {
	event, err := get[seminar.Seminar](ctx, d, seminar.EntitySeminar, list.SeminarID)
	if err != nil {
		return nil, err
	}
	since := attendance.Emptied(list, event, d.now())
	if today := midnight(d.now().In(event.Location()), 0); list.Frequency == seminar.Daily && since.Before(today) && !since.IsZero() {
		since = today
	}
	sizes := map[seminar.ID]DelegationSize{}
	err = d.EachStanding(ctx, list, delegation, since, func(s Standing) error {
		if s.Status == seminar.Cancelled {
			return nil
		}
		n := sizes[s.DelegationID]
		n.Registered += s.People
		if s.Status == seminar.Confirmed || s.Status == seminar.Pending && list.TakesPending {
			n.Expected += s.People
		}
		n.Arrived, n.Inside = n.Arrived+s.Arrived, n.Inside+s.Inside
		sizes[s.DelegationID] = n
		return nil
	})
	return sizes, err
}

// Heads gives the heads of delegations, by attendee, as far as they are registered.
func (d *Desk) Heads(ctx context.Context, of seminar.ID, delegations []seminar.Delegation) (map[seminar.ID]seminar.RosterRow, error) {
	f := seminar.RosterFilter{SeminarID: of}
	for _, v := range delegations {
		if v.HeadID != "" {
			f.Only = append(f.Only, v.HeadID)
		}
	}
	heads := map[seminar.ID]seminar.RosterRow{}
	if len(f.Only) == 0 {
		return heads, nil
	}
	rows, err := d.Roster(ctx, f)
	for _, r := range rows {
		heads[r.AttendeeID] = r
	}
	return heads, err
}

// MoveTo puts people into a delegation ("" is none), as one action. Who was the head of another is not any more. Whoever is
// not registered in the seminar is an error, and nothing is changed.
func (d *Desk) MoveTo(ctx context.Context, of seminar.ID, people []seminar.ID, delegation seminar.ID) (Action, error) {
	if err := d.Require(ctx, seminar.RightStatus); err != nil {
		return "", err
	}
	return d.write(ctx, func(c *change) error {
		delegations, err := all[seminar.Delegation](ctx, c, seminar.EntityDelegation, of)
		if err != nil {
			return err
		}
		if delegation != "" && !slices.ContainsFunc(delegations, func(v seminar.Delegation) bool { return v.ID == delegation }) {
			return seminar.NotFound("delegation", string(delegation))
		}
		for _, id := range people {
			f, err := person(ctx, c, of, id)
			if err != nil {
				return err
			}
			now := f.Registration
			now.DelegationID = delegation
			if _, err := c.set(ctx, seminar.EntityRegistration, now.ID, f.Registration, now); err != nil {
				return err
			}
			ids, err := c.Aliases(ctx, id)
			if err != nil {
				return err
			}
			for _, v := range delegations {
				if v.ID == delegation || !slices.Contains(ids, v.HeadID) {
					continue
				}
				headless := v
				headless.HeadID = ""
				if _, err := c.set(ctx, seminar.EntityDelegation, v.ID, v, headless); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// Alphabetical are the ids of delegations in the alphabetical order of a language. name is what each is called
// in it, such as its country; those of one name follow each other by their own.
func Alphabetical(delegations []seminar.Delegation, language string, name func(seminar.Delegation) string) []seminar.ID {
	by := collation.New(language)
	keys := map[seminar.ID][]byte{}
	ids := make([]seminar.ID, len(delegations))
	for i, v := range delegations {
		ids[i], keys[v.ID] = v.ID, by.Key(name(v), v.Name)
	}
	slices.SortStableFunc(ids, func(a, b seminar.ID) int { return bytes.Compare(keys[a], keys[b]) })
	return ids
}
