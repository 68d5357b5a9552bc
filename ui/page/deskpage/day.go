package deskpage

import (
	"slices"
	"time"

	"lanyard/internal/seminar"
)

// lately is how long a scan of the day before still stands among the recent ones: it may have to be undone.
const lately = time.Hour

// today is the seminar's local day at a moment. After the seminar, and before it, there is none: what was counted last
// stays.
func today(of seminar.Seminar, now time.Time) string {
	if !of.Runs(now) {
		return ""
	}
	return now.In(of.Location()).Format(time.DateOnly)
}

// ofDay leaves of the counts what belongs to the day: a daily list begins anew at midnight, and so do the recent scans.
func (c *counts) ofDay(of seminar.Seminar, list seminar.List, now time.Time) {
	day := today(of, now)
	if day == "" {
		return
	}
	if list.Frequency == seminar.Daily && c.tally.Day != day {
		c.tally.Arrived, c.tally.Inside, c.tally.Day = 0, 0, day
	}
	c.recent = slices.DeleteFunc(c.recent, func(r seminar.Checkin) bool {
		return r.Datetime.In(of.Location()).Format(time.DateOnly) < day && now.Sub(r.Datetime) > lately
	})
}

// presence is where somebody stands on the list: on a daily one, today.
func (p *Page) presence(r seminar.RosterRow) seminar.Presence {
	day := today(p.known.seminar, p.env.Desk().Now())
	if p.list.Frequency == seminar.Daily && day != "" && r.Presence.First.In(p.known.seminar.Location()).Format(time.DateOnly) < day {
		return seminar.Presence{}
	}
	return r.Presence
}
