package desk

import (
	"context"
	"slices"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// Hours is what one person attended.
type Hours struct {
	Row      seminar.RosterRow
	Sessions []attendance.SessionAttendance // in the order of the programme
	Minutes  int                            // of the sessions that count
	Percent  int                            // of the minutes that count
}

// Attendance computes the minutes of every person from the check-ins.
func (d *Desk) Attendance(ctx context.Context, of seminar.ID) ([]Hours, error) {
	h, err := hoursOf(ctx, d, of, d.now(), seminar.ByFamilyName)
	if err != nil {
		return nil, err
	}
	people := make([]Hours, len(h.people))
	for i, p := range h.people {
		people[i] = Hours{Row: p.row, Sessions: p.sessions, Minutes: p.minutes, Percent: percent(p.minutes, h.of)}
	}
	return people, nil
}

// PersonHours is what one person attended, with what was corrected by hand.
type PersonHours struct {
	Hours
	Of          int                               // minutes of the sessions that count
	Corrections map[seminar.ID]seminar.Correction // those in force, by session
}

// AttendanceOf computes the minutes of one person from their check-ins.
func (d *Desk) AttendanceOf(ctx context.Context, of, attendee seminar.ID) (PersonHours, error) {
	h, lists, err := frame(ctx, d, of)
	if err != nil {
		return PersonHours{}, err
	}
	line, err := row(ctx, d, of, attendee, mainList(lists))
	if err != nil {
		return PersonHours{}, err
	}
	corrections, err := correctionsOf(ctx, d, of)
	if err != nil {
		return PersonHours{}, err
	}
	known := attendance.Record{Corrections: corrections[line.AttendeeID], Excused: line.Excused}
	if known.Checkins, err = d.Checkins(ctx, "", attendee); err != nil {
		return PersonHours{}, err
	}
	known.Checkins = slices.DeleteFunc(known.Checkins, func(c seminar.Checkin) bool { return c.SeminarID != of })
	p := h.person(line, attendance.NewCounter(h.seminar, h.sessions, lists, d.now()), known)
	return PersonHours{Hours: Hours{Row: p.row, Sessions: p.sessions, Minutes: p.minutes, Percent: percent(p.minutes, h.of)},
		Of: h.of, Corrections: known.Corrections}, nil
}

// seminarHours is a seminar with what everybody attended.
type seminarHours struct {
	seminar  seminar.Seminar
	sessions []seminar.Session
	of       int // minutes of the sessions that count
	people   []personHours
	scans    int
	refused  map[seminar.Reason]int
	days     map[string]*dayCount // by 2006-01-02 in the seminar's zone
}

// dayCount counts the scans of one day.
type dayCount struct{ scans, refused int }

// personHours is what one person attended.
type personHours struct {
	row         seminar.RosterRow
	first, left time.Time // first accepted entry of any list, and the last exit if nothing came after it; zero if none
	sessions    []attendance.SessionAttendance
	minutes     int
	checkins    []seminar.Checkin
}

// frame reads what everybody's attendance is held against: the seminar, its sessions and its lists.
func frame(ctx context.Context, r Reader, of seminar.ID) (seminarHours, []seminar.List, error) {
	var h seminarHours
	var err error
	if h.seminar, err = get[seminar.Seminar](ctx, r, seminar.EntitySeminar, of); err != nil {
		return h, nil, err
	}
	if h.sessions, err = all[seminar.Session](ctx, r, seminar.EntitySession, of); err != nil {
		return h, nil, err
	}
	sortSessions(h.sessions)
	for _, s := range h.sessions {
		if s.Counts {
			h.of += int(s.End.Sub(s.Start) / time.Minute)
		}
	}
	lists, err := all[seminar.List](ctx, r, seminar.EntityList, of)
	return h, lists, err
}

func hoursOf(ctx context.Context, r Reader, of seminar.ID, now time.Time, order seminar.RosterOrder) (seminarHours, error) {
	h, lists, err := frame(ctx, r, of)
	if err != nil {
		return h, err
	}
	rows, err := r.Roster(ctx, seminar.RosterFilter{SeminarID: of, ListID: mainList(lists), Order: order})
	if err != nil {
		return h, err
	}
	for i := range rows {
		rows[i].Presence.Inside = len(lists) > 0 && insideAt(lists[0], h.seminar, rows[i].Presence, now)
	}
	corrections, err := correctionsOf(ctx, r, of)
	if err != nil {
		return h, err
	}
	byPerson := map[seminar.ID][]seminar.Checkin{}
	h.refused, h.days = map[seminar.Reason]int{}, map[string]*dayCount{}
	zone := h.seminar.Location()
	err = r.EachCheckin(ctx, of, func(c seminar.Checkin) error {
		h.scans++
		day := c.Datetime.In(zone).Format(time.DateOnly)
		if h.days[day] == nil {
			h.days[day] = &dayCount{}
		}
		h.days[day].scans++
		if !c.Successful {
			h.days[day].refused++
			h.refused[c.Reason]++
		}
		if c.AttendeeID != "" {
			byPerson[c.AttendeeID] = append(byPerson[c.AttendeeID], c)
		}
		return nil
	})
	if err != nil {
		return h, err
	}
	counter := attendance.NewCounter(h.seminar, h.sessions, lists, now)
	for _, row := range rows {
		h.people = append(h.people, h.person(row, counter, attendance.Record{Checkins: byPerson[row.AttendeeID],
			Corrections: corrections[row.AttendeeID], Excused: row.Excused}))
	}
	return h, nil
}

// mainList is the list on which people are counted as arrived: the first, "" if there is none.
func mainList(lists []seminar.List) seminar.ID {
	if len(lists) == 0 {
		return ""
	}
	return lists[0].ID
}

func (h seminarHours) person(row seminar.RosterRow, counter *attendance.Counter, known attendance.Record) personHours {
	p := personHours{row: row, sessions: counter.Of(known), checkins: known.Checkins}
	for i, s := range p.sessions {
		if h.sessions[i].Counts {
			p.minutes += s.Minutes
		}
	}
	var last time.Time
	for _, c := range known.Checkins {
		if !c.Successful || c.Undone {
			continue
		}
		if c.Type == seminar.Entry && (p.first.IsZero() || c.Datetime.Before(p.first)) {
			p.first = c.Datetime
		}
		if last.After(c.Datetime) {
			continue
		}
		last, p.left = c.Datetime, time.Time{}
		if c.Type == seminar.Exit {
			p.left = c.Datetime
		}
	}
	return p
}

// percent is part of whole, rounded down: 49.9 % does not earn what asks for 50.
func percent(part, whole int) int {
	if whole <= 0 {
		return 0
	}
	return part * 100 / whole
}
