package page

import (
	"time"

	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/widgets"
)

// Today is a seminar's local day at a moment. After the seminar, and before it, there is none: what was counted last stays.
func Today(of seminar.Seminar, now time.Time) string {
	if !of.Runs(now) {
		return ""
	}
	return now.In(of.Location()).Format(time.DateOnly)
}

// Presence is where somebody stands on a list at a moment: on a daily one, of that day.
func Presence(list seminar.List, of seminar.Seminar, r seminar.RosterRow, now time.Time) seminar.Presence {
	day := Today(of, now)
	if list.Frequency == seminar.Daily && day != "" && r.Presence.First.In(of.Location()).Format(time.DateOnly) < day {
		return seminar.Presence{}
	}
	return r.Presence
}

// Standing is where somebody stands on a list at a moment, as a pill says it.
func Standing(l *i18n.Lang, list seminar.List, of seminar.Seminar, r seminar.RosterRow, now time.Time) (widgets.Kind, string) {
	zone, here := of.Location(), Presence(list, of, r, now)
	switch {
	case r.Blocked:
		return widgets.KindRefused, l.T("common.status.blocked")
	case r.Status == seminar.Cancelled:
		return widgets.KindRefused, l.T("common.status.cancelled")
	case r.Status == seminar.Pending || r.Status == seminar.Waitlisted:
		return widgets.KindAttention, l.T("common.status." + string(r.Status))
	case here.Inside:
		return widgets.KindAccepted, l.T("desk.arrived_at", "time", l.Time(here.First.In(zone)))
	case here.Arrived:
		return widgets.KindAlready, l.T("desk.left_at", "time", l.Time(here.Last.In(zone)))
	}
	return widgets.KindNeutral, l.T("common.presence.not_arrived")
}
