package desk

import (
	"context"
	"slices"
	"strings"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/document"
	"lanyard/internal/seminar"
)

// afterMidnight is how long an entry on a daily list is believed beyond its day: an evening goes on past midnight.
const afterMidnight = 6 * time.Hour

// Emergency reads who is inside now, by list, with the phone and the needs of each. It reads no more than that needs: it is asked
// for when there is no time.
//
// Whoever is inside on several lists is named once: where they were seen last, lists of sessions that are over put behind those
// that are not. Who left by a list of the whole seminar has left its rooms too; in doubt somebody is inside.
func (d *Desk) Emergency(ctx context.Context, of seminar.ID) (document.Summary, error) {
	event, err := get[seminar.Seminar](ctx, d, seminar.EntitySeminar, of)
	if err != nil {
		return document.Summary{}, err
	}
	who, err := d.Identity(ctx)
	if err != nil {
		return document.Summary{}, err
	}
	now := d.now().In(event.Location())
	s := document.Summary{Seminar: event, Made: now, Desk: who.Desk}
	c := inside{seminar: event, now: now, places: map[seminar.ID]place{}, stands: map[seminar.ID]map[seminar.ID]stand{}}
	lists, err := d.Lists(ctx, of)
	if err != nil {
		return s, err
	}
	sessions, err := d.Sessions(ctx, of)
	if err != nil {
		return s, err
	}
	byID := map[seminar.ID]seminar.Session{}
	for _, v := range sessions {
		byID[v.ID] = v
	}
	for _, l := range lists {
		c.places[l.ID] = place{List: l, session: byID[l.SessionID]}
	}
	if err := d.EachScan(ctx, of, func(row seminar.Checkin) error { c.scan(row); return nil }); err != nil {
		return s, err
	}
	people, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Order: seminar.ByFamilyName})
	if err != nil {
		return s, err
	}
	rooms := map[seminar.ID][]document.InsideLine{}
	for _, p := range people {
		if err := c.untie(ctx, d, p.AttendeeID); err != nil {
			return s, err
		}
		list, since, ok := c.where(p.AttendeeID)
		if !ok {
			continue
		}
		a, err := get[seminar.Attendee](ctx, d, seminar.EntityAttendee, p.AttendeeID)
		if err != nil {
			return s, err
		}
		rooms[list] = append(rooms[list], document.InsideLine{Name: p.Formal(), Native: p.NativeName, Organisation: p.Organisation, Country: p.Country,
			Phone: a.Phone, Needs: needs(a), Since: since.In(event.Location())})
		s.Inside++
	}
	for _, l := range lists {
		if len(rooms[l.ID]) > 0 {
			s.Rooms = append(s.Rooms, document.Room{Name: l.Name, Place: c.places[l.ID].session.Room, People: rooms[l.ID]})
			delete(rooms, l.ID)
		}
	}
	for _, rest := range rooms { // of a list that was removed
		s.Rooms = append(s.Rooms, document.Room{Name: event.Venue, People: rest})
	}
	return s, nil
}

// needs is what somebody needs of those who help them out.
func needs(a seminar.Attendee) string { return strings.TrimSpace(a.Access) }

// place is a list with its session, if it has one.
type place struct {
	seminar.List
	session seminar.Session
}

// stand is the last time somebody went in and out at a list.
type stand struct{ in, out time.Time }

// inside gathers who is where.
type inside struct {
	seminar seminar.Seminar
	now     time.Time
	places  map[seminar.ID]place
	stands  map[seminar.ID]map[seminar.ID]stand // by attendee and list
}

func (c *inside) scan(row seminar.Checkin) {
	if !row.Successful || row.AttendeeID == "" || row.Datetime.After(c.now) {
		return
	}
	lists := c.stands[row.AttendeeID]
	if lists == nil {
		lists = map[seminar.ID]stand{}
		c.stands[row.AttendeeID] = lists
	}
	s := lists[row.ListID]
	if row.Type == seminar.Exit {
		s.out = later(s.out, row.Datetime)
	} else {
		s.in = later(s.in, row.Datetime)
	}
	lists[row.ListID] = s
}

// untie finds out whether somebody who went in and out in one second is in or out: the rows have an order of their own.
func (c *inside) untie(ctx context.Context, r Reader, person seminar.ID) error {
	for list, s := range c.stands[person] {
		if !s.in.Equal(s.out) {
			continue
		}
		rows, err := r.Checkins(ctx, list, person)
		if err != nil {
			return err
		}
		rows = slices.DeleteFunc(rows, func(row seminar.Checkin) bool { return !row.Successful || row.Undone || row.Datetime.After(c.now) })
		if len(rows) > 0 && slices.MaxFunc(rows, seminar.Checkin.Compare).Type == seminar.Exit {
			s.out = s.out.Add(time.Nanosecond)
			c.stands[person][list] = s
		}
	}
	return nil
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// where is the list at which somebody is, and since when; false if they are not inside.
func (c *inside) where(person seminar.ID) (list seminar.ID, since time.Time, ok bool) {
	var left time.Time // the building
	for id, s := range c.stands[person] {
		if c.places[id].SessionID == "" {
			left = later(later(left, s.out), attendance.Emptied(c.places[id].List, c.seminar, c.now).Add(-time.Nanosecond))
		}
	}
	running := false
	for id, s := range c.stands[person] {
		p := c.places[id]
		if s.in.IsZero() || s.out.After(s.in) || left.After(s.in) || s.in.Before(attendance.Emptied(p.List, c.seminar, c.now)) {
			continue
		}
		if p.Frequency == seminar.Daily && !sameDay(s.in, c.now, c.now.Location()) && c.now.Sub(s.in) > afterMidnight {
			continue
		}
		runs := p.SessionID == "" || c.now.Before(p.session.End)
		if !ok || runs && !running || runs == running && (s.in.After(since) || s.in.Equal(since) && id < list) {
			list, since, ok, running = id, s.in, true, runs
		}
	}
	return list, since, ok
}
