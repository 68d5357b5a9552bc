package deskpage

import (
	"slices"
	"time"

	"lanyard/internal/seminar"
	"lanyard/ui/page"
)

// lately is how long a scan of the day before still stands among the recent ones: it may have to be undone.
const lately = time.Hour

// ofDay leaves of the counts what belongs to the day: a daily list begins anew at midnight, and so do the recent scans.
func (c *counts) ofDay(of seminar.Seminar, list seminar.List, now time.Time) {
	day := page.Today(of, now)
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
