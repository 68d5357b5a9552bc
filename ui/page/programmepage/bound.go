package programmepage

import (
	"strings"
	"time"

	"lanyard/internal/i18n"
)

// isoMinute is how a list keeps a local date and time.
const isoMinute = "2006-01-02T15:04"

// writtenBound is an end of a list's window as it stands in an entry: a time of day as it is, a moment by the seminar's
// clock as its day and time. What is neither stays as it is.
func writtenBound(l *i18n.Lang, bound string, zone *time.Location) string {
	t, err := time.Parse(time.RFC3339, bound)
	if err == nil {
		t = t.In(zone)
	} else if t, err = time.ParseInLocation(isoMinute, bound, zone); err != nil {
		return bound
	}
	return writtenDay(l, t) + " " + l.Time(t)
}

// readBound reads an end of a window as people write it: 9:00 for every day, or a day and a time. "" is no bound.
func readBound(l *i18n.Lang, text string) (bound string, ok bool) {
	text = strings.TrimSpace(text)
	if text == "" {
		return "", true
	}
	clock := func(text string) (string, bool) {
		h, m, ok := readClock(text)
		return time.Date(2000, 1, 1, h, m, 0, 0, time.UTC).Format("15:04"), ok
	}
	if at, ok := clock(text); ok {
		return at, true
	}
	cut := strings.LastIndexAny(text, " T")
	if cut < 0 {
		return "", false
	}
	day, ok1 := readDay(l, text[:cut])
	at, ok2 := clock(text[cut+1:])
	return day.Format(time.DateOnly) + "T" + at, ok1 && ok2
}
