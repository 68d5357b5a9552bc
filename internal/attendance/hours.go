package attendance

import (
	"slices"
	"time"

	"lanyard/internal/seminar"
)

// Status is how somebody attended a session.
type Status string

// The statuses; "" is a session that has not begun.
const (
	Present Status = "present"
	Late    Status = "late"
	Excused Status = "excused"
	Absent  Status = "absent"
)

// SessionAttendance is one person in one session.
type SessionAttendance struct {
	Session seminar.Session
	Minutes int
	Status  Status
	Assumed bool // an exit that nobody recorded was supplied by a rule
	// Corrected says that somebody wrote this by hand, whatever the check-ins say.
	Corrected bool
}

// Record is what is known of one person's attendance.
type Record struct {
	Checkins    []seminar.Checkin
	Corrections map[seminar.ID]seminar.Correction // by session
	Excused     bool                              // from the whole seminar: where nobody saw them they were excused
}

// Interval is one stay: from an entry to the exit after it.
type Interval struct {
	From, To time.Time
	Assumed  bool // To was supplied
}

// Counter computes the minutes of people in the sessions of one seminar.
type Counter struct {
	seminar  seminar.Seminar
	sessions []seminar.Session
	lists    map[seminar.ID]seminar.List
	late     time.Duration
	now      time.Time
}

// NewCounter makes a counter; sessions are in the order in which Of answers.
func NewCounter(s seminar.Seminar, sessions []seminar.Session, lists []seminar.List, now time.Time) *Counter {
	c := &Counter{seminar: s, sessions: sessions, lists: map[seminar.ID]seminar.List{}, now: now, late: seminar.DefaultLateAfter * time.Minute}
	if s.LateAfter != nil {
		c.late = time.Duration(*s.LateAfter) * time.Minute
	}
	for _, l := range lists {
		c.lists[l.ID] = l
	}
	return c
}

// Of gives one person's attendance. What was corrected by hand holds; for the rest all check-ins are counted. A session with a list of its own counts what
// that list saw, or, if it saw nothing, what the lists of the whole seminar saw; stays are cut to the session's times.
func (c *Counter) Of(r Record) []SessionAttendance {
	byList := map[seminar.ID][]seminar.Checkin{}
	for _, row := range r.Checkins {
		if row.Undone { // that list saw nothing
			continue
		}
		byList[row.ListID] = append(byList[row.ListID], row)
	}
	bySession := map[seminar.ID][]Interval{}
	for id, rows := range byList {
		list := c.lists[id]
		bySession[list.SessionID] = append(bySession[list.SessionID], c.stays(list, rows)...)
	}
	all := make([]SessionAttendance, len(c.sessions))
	for i, s := range c.sessions {
		stays, own := bySession[s.ID]
		if !own {
			stays = bySession[""]
		}
		all[i] = c.in(s, stays)
		if r.Excused && all[i].Status == Absent {
			all[i].Status = Excused
		}
		if by, ok := r.Corrections[s.ID]; ok {
			all[i] = SessionAttendance{Session: s, Minutes: by.Minutes, Status: Status(by.Status), Corrected: true}
		}
	}
	return all
}

// stays pairs entries with the exits after them, and closes those that nobody closed. On a daily list an exit of another day
// than that on which the stay had to end is not of that stay: nobody saw the end of it.
func (c *Counter) stays(list seminar.List, rows []seminar.Checkin) []Interval {
	stays := Presence(rows)
	for i := range stays {
		to := stays[i].To
		if !to.IsZero() && (list.Frequency != seminar.Daily || day(to, c.seminar) == day(stays[i].From, c.seminar)) {
			continue
		}
		end := c.closing(list, stays[i].From)
		if !to.IsZero() && day(to, c.seminar) <= day(end.Add(-time.Second), c.seminar) { // a session that goes past midnight
			continue
		}
		if i+1 < len(stays) && stays[i+1].From.Before(end) {
			end = stays[i+1].From // in again without having left: one stay, whose end nobody saw
		}
		if end.After(c.now) {
			end = c.now
		} else {
			stays[i].Assumed = true
		}
		stays[i].To = maxTime(end, stays[i].From)
	}
	return stays
}

// closing is when a stay ends that nobody ended: at the list's hour for it, else with the list's session, else with
// the last session of that local day.
func (c *Counter) closing(list seminar.List, from time.Time) time.Time {
	if b, ok, err := parseBound(list.ExitAllAt, c.seminar); ok && err == nil && b.daily {
		at := b.on(from, c.seminar)
		if !at.After(from) { // an hour after midnight
			at = b.after(1, from, c.seminar)
		}
		return at
	}
	if list.SessionID != "" {
		for _, s := range c.sessions {
			if s.ID == list.SessionID {
				return s.End
			}
		}
	}
	of := c.programmeDay(from)
	var last, next time.Time // the ends of the day's last session, and of the first that had not ended by then
	for _, s := range c.sessions {
		if day(s.Start, c.seminar) != of {
			continue
		}
		last = maxTime(last, s.End)
		if s.End.After(from) && (next.IsZero() || s.End.Before(next)) {
			next = s.End
		}
	}
	if c.seminar.MissingExit == seminar.ExitWithSession && !next.IsZero() {
		return next
	}
	if !last.After(from) {
		y, m, d := from.In(c.seminar.Location()).Date()
		last = time.Date(y, m, d+1, 0, 0, 0, 0, c.seminar.Location())
	}
	return last
}

// programmeDay is the day of the programme that a moment belongs to: that of the session under way, which may have begun
// before midnight, else the local day.
func (c *Counter) programmeDay(t time.Time) string {
	for _, s := range c.sessions {
		if !t.Before(s.Start) && t.Before(s.End) {
			return day(s.Start, c.seminar)
		}
	}
	return day(t, c.seminar)
}

// Presence pairs accepted entries with the exits after them, in their order; rows that are refused or undone do not
// count. To is zero where nobody recorded the exit.
func Presence(rows []seminar.Checkin) []Interval {
	rows = slices.DeleteFunc(slices.Clone(rows), func(c seminar.Checkin) bool { return !c.Successful || c.Undone })
	slices.SortFunc(rows, seminar.Checkin.Compare)
	var stays []Interval
	for _, r := range rows {
		open := len(stays) > 0 && stays[len(stays)-1].To.IsZero()
		switch {
		case r.Type == seminar.Entry:
			stays = append(stays, Interval{From: r.Datetime})
		case open:
			stays[len(stays)-1].To, stays[len(stays)-1].Assumed = r.Datetime, r.Assumed
		}
	}
	return stays
}

// in cuts the stays to a session.
func (c *Counter) in(s seminar.Session, stays []Interval) SessionAttendance {
	a := SessionAttendance{Session: s}
	if c.now.Before(s.Start) {
		return a
	}
	var total time.Duration
	var first, reached time.Time
	slices.SortFunc(stays, func(a, b Interval) int { return a.From.Compare(b.From) })
	for _, stay := range stays {
		from, to := maxTime(maxTime(stay.From, s.Start), reached), minTime(stay.To, s.End)
		if !to.After(from) {
			continue
		}
		total += to.Sub(from) // overlapping stays of two lists are counted once
		reached = to
		if first.IsZero() {
			first = from
		}
		a.Assumed = a.Assumed || stay.Assumed
	}
	a.Minutes = int(total / time.Minute)
	switch {
	case first.IsZero():
		a.Status = Absent
	case s.Counts && first.After(s.Start.Add(c.late)): // nobody is late for the registration or a break
		a.Status = Late
	default:
		a.Status = Present
	}
	return a
}

func maxTime(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}

func minTime(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
