package desk

import (
	"context"
	"slices"

	"lanyard/internal/seminar"
)

// whom gives the people to anonymise, each by all ids with the kept one first, and the seminars whose imports go too.
func (e *erasing) whom(ctx context.Context) (people [][]seminar.ID, seminars []seminar.ID, err error) {
	if len(e.of.Attendees) > 0 {
		seen := map[seminar.ID]bool{}
		for _, id := range e.of.Attendees {
			ids, err := e.Aliases(ctx, id)
			if err != nil {
				return nil, nil, err
			}
			if !seen[ids[0]] {
				seen[ids[0]] = true
				people = append(people, ids)
			}
		}
		return people, nil, nil
	}
	all, err := e.desk.Seminars(ctx)
	if err != nil {
		return nil, nil, err
	}
	titles := map[seminar.ID]string{}
	for _, s := range all {
		titles[s.ID] = s.Title("en")
		if s.ID == e.of.SeminarID || e.of.EndedBefore != "" && s.End < e.of.EndedBefore || e.of.Due && s.EraseDue(e.desk.now()) {
			seminars = append(seminars, s.ID)
		}
	}
	if len(seminars) == 0 {
		return nil, nil, seminar.Errorf(CodeEraseNone, "No seminar was chosen: there is nobody to anonymise.")
	}
	registered := map[seminar.ID][]seminar.ID{} // where, by the kept id
	var order []seminar.ID
	roots := map[seminar.ID][]seminar.ID{}
	var pairs [][2]seminar.ID
	if err := e.EachRegistration(ctx, func(attendee, of seminar.ID) error {
		pairs = append(pairs, [2]seminar.ID{attendee, of})
		return nil
	}); err != nil {
		return nil, nil, err
	}
	for _, p := range pairs {
		ids, err := e.Aliases(ctx, p[0])
		if err != nil {
			return nil, nil, err
		}
		if roots[ids[0]] == nil {
			roots[ids[0]] = ids
			order = append(order, ids[0])
		}
		registered[ids[0]] = append(registered[ids[0]], p[1])
	}
	for _, id := range order {
		chosen := func(of seminar.ID) bool { return slices.Contains(seminars, of) }
		if id == "" || !slices.ContainsFunc(registered[id], chosen) {
			continue
		}
		elsewhere := slices.IndexFunc(registered[id], func(of seminar.ID) bool { return !chosen(of) && titles[of] != "" })
		if elsewhere < 0 {
			people = append(people, roots[id])
			continue
		}
		var a seminar.Attendee
		if _, err := e.Get(ctx, seminar.EntityAttendee, id, &a); err != nil {
			return nil, nil, err
		}
		if a.Anonymised == "" {
			e.done.Kept = append(e.done.Kept, KeptOne{id, a.Name(), titles[registered[id][elsewhere]]})
		}
	}
	return people, seminars, nil
}
