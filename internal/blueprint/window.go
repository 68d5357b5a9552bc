package blueprint

import (
	"fmt"
	"regexp"
	"strconv"
	"time"

	"lanyard/internal/seminar"
)

// A bound of a list's window (seminar.List.From, To) is a time of every day, or of one: then a blueprint has "day 2 09:00".
var onDay = regexp.MustCompile(`^day (-?\d{1,3}) (\d\d:\d\d(:\d\d)?)$`)

// boundOf takes a bound off its date.
func boundOf(bound string, of seminar.Seminar) string {
	t, err := time.Parse(time.RFC3339, bound)
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"} {
		if err != nil {
			t, err = time.ParseInLocation(layout, bound, of.Location())
		}
	}
	if err != nil { // a time of every day, or none
		return bound
	}
	t = t.In(of.Location())
	text := t.Format("15:04:05")
	if t.Second() == 0 {
		text = t.Format(clock)
	}
	return fmt.Sprintf("day %d %s", between(of.Start, t.Format(time.DateOnly))+1, text)
}

// boundOn puts a bound on the date that its day has in a seminar.
func boundOn(bound string, of seminar.Seminar) string {
	m := onDay.FindStringSubmatch(bound)
	if m == nil {
		return bound
	}
	day, _ := strconv.Atoi(m[1]) // three digits
	return on(of.Start, day) + "T" + m[2]
}

// ListOf takes a list's window off its dates.
func ListOf(l seminar.List, of seminar.Seminar) seminar.List {
	l.From, l.To = boundOf(l.From, of), boundOf(l.To, of)
	return l
}

// ListOn puts a list's window on the dates of a seminar.
func ListOn(l seminar.List, of seminar.Seminar) seminar.List {
	l.SeminarID, l.From, l.To = of.ID, boundOn(l.From, of), boundOn(l.To, of)
	return l
}
