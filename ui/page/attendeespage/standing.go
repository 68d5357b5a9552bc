package attendeespage

import (
	"strings"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/widgets"
)

// standing says what there is to know of a registration beside its status: the place on the waiting list, that somebody moved up from
// it, why they were declined or have a place beyond the quota. "" is nothing.
func (k known) standing(env *uipage.Env, f desk.Form, waits int) string {
	l, r := env.Lang, f.Registration
	var said []string
	if waits > 0 {
		said = append(said, l.T("attendees.standing.waits", "n", l.Number(waits)))
	}
	if m := r.MovedUp; m != nil && r.Status == seminar.Confirmed {
		at, _ := time.Parse(time.RFC3339, m.At) // what cannot be read says no time
		at = at.In(env.Seminar().Location())
		key := "attendees.standing.moved"
		if m.Told {
			key = "attendees.standing.told"
		}
		said = append(said, l.T(key, "day", l.Date(at), "time", l.Time(at)))
	}
	if r.DeclinedWhy != "" && r.Status == seminar.Cancelled {
		said = append(said, l.T("attendees.standing.declined", "why", r.DeclinedWhy))
	}
	if r.OverWhy != "" && r.Status == seminar.Confirmed {
		said = append(said, l.T("attendees.standing.over", "why", r.OverWhy))
	}
	return strings.Join(said, "\n")
}

// earlier says in which seminars somebody was before, and whether they came.
func earlier(l *i18n.Lang, all []desk.Before) string {
	var lines []string
	for _, b := range all {
		came := l.T("attendees.before.not")
		switch {
		case b.Came:
			came = l.N("attendees.before.days", b.Days)
		case b.Status == seminar.Cancelled:
			came = l.T("common.status.cancelled")
		}
		day, err := time.Parse(time.DateOnly, b.Seminar.Start)
		when := b.Seminar.Start
		if err == nil {
			when = l.LongDate(day)
		}
		lines = append(lines, widgets.Joined(" · ", b.Seminar.Title(l.Tag()), when, b.Category, came))
	}
	if len(lines) == 0 {
		return ""
	}
	return l.T("attendees.before") + "\n" + strings.Join(lines, "\n")
}
