package desk

import (
	"cmp"
	"slices"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/document"
	"lanyard/internal/seminar"
)

// countPerson adds one person to the figures of the whole seminar.
func countPerson(s *document.Summary, p personHours) {
	switch p.row.Status {
	case seminar.Cancelled:
		s.Cancelled++
	case seminar.Confirmed:
		s.Confirmed++
	}
	if p.row.Status != seminar.Cancelled {
		s.Registered++
	}
	if !p.first.IsZero() {
		s.Arrived++
	}
	if p.row.Presence.Inside {
		s.Inside++
	}
	s.Minutes += p.minutes
}

// countSession adds one person to a session's line.
func countSession(line *document.SessionLine, a attendance.SessionAttendance) {
	line.Minutes += a.Minutes
	switch a.Status {
	case attendance.Present:
		line.Present++
	case attendance.Late:
		line.Present++
		line.Late++
	case attendance.Absent:
		line.Absent++
	case attendance.Excused:
		line.Excused++
	}
}

// groupMap gathers the people of countries, categories or delegations.
type groupMap map[string]*document.Group

func (m groupMap) at(key string) *document.Group {
	if m[key] == nil {
		m[key] = &document.Group{Key: key}
	}
	return m[key]
}

func (m groupMap) add(key string, p personHours) *document.Group {
	g := m.at(key)
	if p.row.Status == seminar.Confirmed {
		g.Expected++
	}
	if !p.first.IsZero() {
		g.Arrived++
	}
	g.Minutes += p.minutes
	return g
}

// sorted gives the largest group first.
func (m groupMap) sorted() []document.Group {
	groups := make([]document.Group, 0, len(m))
	for _, g := range m {
		groups = append(groups, *g)
	}
	slices.SortFunc(groups, func(a, b document.Group) int {
		return cmp.Or(cmp.Compare(b.Arrived, a.Arrived), cmp.Compare(b.Expected, a.Expected), cmp.Compare(a.Key, b.Key), cmp.Compare(a.ID, b.ID))
	})
	return groups
}

// asListed gives the groups in the order in which a list of people comes to them, then those that nobody is in.
func (m groupMap) asListed(people []document.PersonLine) []document.Group {
	at := map[seminar.ID]int{}
	for i, p := range people {
		if _, ok := at[p.Row.DelegationID]; !ok {
			at[p.Row.DelegationID] = i
		}
	}
	groups := m.sorted()
	slices.SortStableFunc(groups, func(a, b document.Group) int {
		i, listed := at[a.ID]
		if !listed {
			i = len(people)
		}
		j, listed := at[b.ID]
		if !listed {
			j = len(people)
		}
		return cmp.Compare(i, j)
	})
	return groups
}

// byDay counts the days on which anybody was scanned.
func byDay(h seminarHours) []document.DayLine {
	zone := h.seminar.Location()
	lines := map[string]*document.DayLine{}
	for day, n := range h.days {
		at, err := time.ParseInLocation(time.DateOnly, day, zone)
		if err != nil {
			continue
		}
		lines[day] = &document.DayLine{Day: at, Scans: n.scans, Refused: n.refused}
	}
	for _, p := range h.people {
		seen := map[string]bool{}
		for _, c := range p.checkins {
			if day := c.Datetime.In(zone).Format(time.DateOnly); c.Successful && !c.Undone && c.Type == seminar.Entry && !seen[day] {
				seen[day] = true
				lines[day].Present++
			}
		}
		if !p.first.IsZero() {
			lines[p.first.In(zone).Format(time.DateOnly)].First++
		}
	}
	var days []document.DayLine
	for _, l := range lines {
		days = append(days, *l)
	}
	slices.SortFunc(days, func(a, b document.DayLine) int { return a.Day.Compare(b.Day) })
	return days
}

// maxSpans keeps the chart of arrivals readable: beyond it, the spans grow.
const maxSpans = 96

// arrivals counts first arrivals by spans of equal length, gaps included.
func arrivals(firsts []time.Time, zone *time.Location) []document.Arrivals {
	if len(firsts) == 0 {
		return nil
	}
	slices.SortFunc(firsts, time.Time.Compare)
	span := arrivalSpan
	for firsts[len(firsts)-1].Sub(firsts[0]) > maxSpans*span {
		span *= 2
	}
	start := firsts[0].Truncate(span)
	spans := make([]document.Arrivals, int(firsts[len(firsts)-1].Sub(start)/span)+1)
	for i := range spans {
		from := start.Add(time.Duration(i) * span)
		spans[i].From, spans[i].To = from.In(zone), from.Add(span).In(zone)
	}
	for _, t := range firsts {
		spans[int(t.Sub(start)/span)].Count++
	}
	return spans
}
