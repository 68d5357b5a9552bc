package desk

import (
	"cmp"
	"maps"
	"slices"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/seminar"
)

// live gives the figures of a view.
func (c *crowd) live(v LiveView, now time.Time) (Live, error) {
	zone := c.seminar.Location()
	now = now.In(zone)
	l := Live{Seminar: c.seminar, Lists: c.lists, Days: c.daysOf()}
	day, err := c.dayOf(v.Day, now, l.Days)
	if err != nil {
		return l, err
	}
	start, end := bounds(day)
	if v.List != "" {
		i := slices.IndexFunc(c.lists, func(list seminar.List) bool { return list.ID == v.List })
		if i < 0 {
			return l, seminar.NotFound(string(seminar.EntityList), string(v.List))
		}
		l.List = c.lists[i]
	}
	n := c.counted(LiveView{List: v.List}, start, end, now)
	n.grow(len(c.places.texts))
	l.Day, l.Today = time.Unix(start, 0).In(zone), start <= now.Unix() && now.Unix() < end
	l.Expected, l.Arrived = int(n.total.expected), int(n.total.arrived)
	if len(c.lists) > 0 {
		l.Inside = int(n.inside[n.entrance])
	}
	if l.Today {
		l.LastMinute = n.latest(n.arrivals, now, time.Minute)
	}
	l.Arrivals = spans(n.arrivals, l.Day, LiveSpan)
	l.ByCategory = grouped(n.category, func(i int) document.Group {
		v := c.category[seminar.ID(c.categories.texts[i])]
		return document.Group{Key: v.Name, Colour: v.Colour}
	})
	l.ByDelegation = grouped(n.delegation, func(i int) document.Group {
		v := c.group[seminar.ID(c.delegations.texts[i])]
		return document.Group{Key: v.Name, Quota: v.Quota}
	})
	l.ByDelegation = slices.DeleteFunc(l.ByDelegation, func(g document.Group) bool { return g.Key == "" }) // most belong to none
	l.ByCountry = grouped(n.country, func(i int) document.Group { return document.Group{Key: c.countries.texts[i]} })
	l.Rooms = c.rooms(n)
	l.Pace = c.pace(n, l, now)
	return l, nil
}

// daysOf gives the days of the seminar, and the others with scans.
func (c *crowd) daysOf() []time.Time {
	zone := c.seminar.Location()
	all := map[int64]bool{}
	for day := range c.days {
		all[day] = true
	}
	first, err1 := time.ParseInLocation(time.DateOnly, c.seminar.Start, zone)
	last, err2 := time.ParseInLocation(time.DateOnly, c.seminar.End, zone)
	for i := 0; err1 == nil && err2 == nil && i < mostDays; i++ {
		day := midnight(first, i)
		if day.After(midnight(last, 0)) {
			break
		}
		all[day.Unix()] = true
	}
	var days []time.Time
	for _, day := range slices.Sorted(maps.Keys(all)) {
		days = append(days, time.Unix(day, 0).In(zone))
	}
	return days
}

// mostDays keeps a seminar whose end was mistyped by a century from filling the list of days.
const mostDays = 400

// dayOf reads the day of a view: today while the seminar runs or if anybody was let in, else the last day on which somebody
// was, else the first of the seminar. A refused scan, such as one to try a scanner out, makes no day.
func (c *crowd) dayOf(day string, now time.Time, days []time.Time) (time.Time, error) {
	if day != "" {
		t, err := time.ParseInLocation(time.DateOnly, day, now.Location())
		if err != nil {
			return t, seminar.Errorf("date", "“{value}” is not a date. Write it as 2025-07-18.").WithArg("value", day).WithField("day")
		}
		return t, nil
	}
	today := midnight(now, 0)
	if c.seminar.Runs(now) || c.accepted[today.Unix()] > 0 || len(days) == 0 {
		return today, nil
	}
	if len(c.accepted) > 0 {
		return time.Unix(slices.Max(slices.Collect(maps.Keys(c.accepted))), 0).In(now.Location()), nil
	}
	if first, err := time.ParseInLocation(time.DateOnly, c.seminar.Start, now.Location()); err == nil {
		return midnight(first, 0), nil
	}
	return days[0], nil
}

// grouped gives the groups that anybody is expected of or came from, the largest first.
func grouped(s shares, named func(int) document.Group) []document.Group {
	var all []document.Group
	for i, one := range s {
		if one.expected == 0 && one.arrived == 0 {
			continue
		}
		g := named(i)
		g.Expected, g.Arrived = int(one.expected), int(one.arrived)
		if at := slices.IndexFunc(all, func(o document.Group) bool { return o.Key == g.Key }); at >= 0 { // of one name, or gone
			all[at].Expected += g.Expected
			all[at].Arrived += g.Arrived
			continue
		}
		all = append(all, g)
	}
	slices.SortFunc(all, func(a, b document.Group) int {
		return cmp.Or(cmp.Compare(max(b.Expected, b.Arrived), max(a.Expected, a.Arrived)), cmp.Compare(a.Key, b.Key))
	})
	return all
}

// rooms gives the lists that matter that day: a list of a session of another day only if anybody came to it.
func (c *crowd) rooms(n *count) []LiveRoom {
	var all []LiveRoom
	for _, l := range c.lists {
		place := c.places.of(string(l.ID))
		n.grow(len(c.places.texts))
		s, ofSession := c.sessions[l.SessionID]
		r := LiveRoom{List: l, Room: s.Room, Inside: int(n.inside[place]), Arrived: int(n.came[place]), Capacity: l.Capacity}
		if r.Capacity == 0 {
			r.Capacity = s.Capacity
		}
		if ofSession && r.Arrived == 0 && (s.End.Unix() <= n.start || s.Start.Unix() >= n.end) {
			continue
		}
		all = append(all, r)
	}
	return all
}
