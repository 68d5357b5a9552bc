package attendance

import (
	"strconv"
	"strings"
	"time"

	"lanyard/internal/seminar"
)

// bound is one end of a list's window: an instant, or a time of every local day.
type bound struct {
	at    time.Time
	daily bool
	clock time.Duration // since local midnight by the clock on the wall
}

// parseBound reads an end of a window: with an offset, local date and time, or HH:MM for every day. ok is false for
// "", which is no bound.
func parseBound(text string, s seminar.Seminar) (b bound, ok bool, err *seminar.Error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return b, false, nil
	}
	// A clock comes first: it is what most lists have, and what does not fit a layout costs an error.
	for _, layout := range []string{"15:04", "15:04:05"} {
		if t, e := time.Parse(layout, text); e == nil {
			return bound{daily: true, clock: t.Sub(t.Truncate(24 * time.Hour))}, true, nil
		}
	}
	if t, e := time.Parse(time.RFC3339, text); e == nil {
		return bound{at: t}, true, nil
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"} {
		if t, e := time.ParseInLocation(layout, text, s.Location()); e == nil {
			return bound{at: t}, true, nil
		}
	}
	return b, false, seminar.Errorf("list_time", "“{value}” is not a time. Write it as 09:00, or 2025-07-18T09:00.").
		WithArg("value", text)
}

// on is the instant of a bound on the local day of t.
func (b bound) on(t time.Time, s seminar.Seminar) time.Time { return b.after(0, t, s) }

// after is the instant of a bound some days after the local day of t.
func (b bound) after(days int, t time.Time, s seminar.Seminar) time.Time {
	if !b.daily {
		return b.at
	}
	y, m, d := t.In(s.Location()).Date()
	return time.Date(y, m, d+days, 0, 0, int(b.clock/time.Second), 0, s.Location())
}

// Emptied is the last moment up to at when everybody who was still inside left by the hour that a list has for it
// (seminar.List.ExitAllAt); zero for a list without. Whoever came at that moment or later may be inside.
func Emptied(list seminar.List, s seminar.Seminar, at time.Time) time.Time {
	b, ok, err := parseBound(list.ExitAllAt, s)
	if !ok || err != nil || !b.daily {
		return time.Time{}
	}
	if t := b.on(at, s); !t.After(at) {
		return t
	}
	return b.after(-1, at, s)
}

// outside says which bound of the list's window the moment misses, or nil. Both ends are inclusive, to the second; the
// tolerance widens both.
func outside(list seminar.List, s seminar.Seminar, at time.Time) *seminar.Error {
	at = at.Truncate(time.Second)
	slack := time.Duration(list.Tolerance) * time.Minute
	from, hasFrom, _ := parseBound(list.From, s)
	to, hasTo, _ := parseBound(list.To, s)
	if hasFrom && hasTo && from.daily && to.daily && everyDay(from, to, s, at, slack) {
		return nil
	}
	if hasFrom && at.Before(from.on(at, s).Add(-slack)) {
		return say("too_early", "time", clock(from.on(at, s), at, s))
	}
	if hasTo && at.After(to.on(at, s).Add(slack)) {
		return say("too_late", "time", clock(to.on(at, s), at, s))
	}
	return nil
}

// everyDay says whether a moment lies in a daily window: that of its own local day, or, where the window or its tolerance
// goes past midnight, that of the day before or after. From 22:00 to 02:00 is a window that ends on the next day.
func everyDay(from, to bound, s seminar.Seminar, at time.Time, slack time.Duration) bool {
	end := 0
	if to.clock < from.clock {
		end = 1
	}
	for day := -1; day <= 1; day++ {
		if !at.Before(from.after(day, at, s).Add(-slack)) && !at.After(to.after(day+end, at, s).Add(slack)) {
			return true
		}
	}
	return false
}

// clock writes a moment for a desk: the time alone on the same local day, else the date with it.
func clock(t, at time.Time, s seminar.Seminar) string {
	local := t.In(s.Location())
	layout := "15:04"
	if local.Second() != 0 {
		layout = "15:04:05"
	}
	if day(t, s) != day(at, s) {
		layout = "2006-01-02 " + layout
	}
	return local.Format(layout)
}

// ValidateList says what is wrong with the rules of a list.
func ValidateList(l seminar.List, s seminar.Seminar) seminar.Problems {
	var p seminar.Problems
	for field, text := range map[string]string{"from": l.From, "to": l.To} {
		if _, _, err := parseBound(text, s); err != nil {
			p = append(p, err.WithField(field))
		}
	}
	if b, ok, err := parseBound(l.ExitAllAt, s); err != nil || ok && !b.daily {
		p = append(p, seminar.Errorf("list_clock", "“{value}” is not a time of day. Write it as 18:00.").
			WithArg("value", l.ExitAllAt).WithField("exit_all_at"))
	}
	switch l.Frequency {
	case "", seminar.Once, seminar.Daily, seminar.Multiple:
	default:
		p = append(p, seminar.Errorf("list_frequency", "“{value}” is not a frequency. It is once, daily or multiple.").
			WithArg("value", string(l.Frequency)).WithField("frequency"))
	}
	for field, n := range map[string]int{"tolerance": l.Tolerance, "capacity": l.Capacity} {
		if n < 0 {
			p = append(p, seminar.Errorf("number", "{value} is less than nothing.").WithArg("value", strconv.Itoa(n)).WithField(field))
		}
	}
	if _, err := ParseRule(l.Rule); err != nil {
		p = append(p, err.WithField("rule"))
	}
	return p
}
