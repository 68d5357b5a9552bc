package document

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"lanyard/internal/document/wording"
	"lanyard/internal/seminar"
)

// days are a seminar's days: "18 July 2025", "18–19 July 2025", "30 June – 2 July 2025". Dates that cannot be read
// give "".
func (k kit) days(s seminar.Seminar) string {
	from, err := time.Parse(time.DateOnly, s.Start)
	if err != nil {
		return ""
	}
	to, err := time.Parse(time.DateOnly, s.End)
	if err != nil || to.Before(from) {
		to = from
	}
	switch {
	case k.foreign != "" && from.Equal(to):
		return k.day(from)
	case k.foreign != "":
		return numericDays(from, to)
	}
	args := []any{"day", k.Day(from), "month", k.month(from), "year", strconv.Itoa(from.Year()),
		"to_day", k.Day(to), "to_month", k.month(to), "to_year", strconv.Itoa(to.Year())}
	switch {
	case from.Equal(to):
		return k.T("document.days.one", args...)
	case from.Year() != to.Year():
		return k.T("document.days.years", args...)
	case from.Month() != to.Month():
		return k.T("document.days.months", args...)
	}
	return k.T("document.days.month", args...)
}

// numericDays are days in figures: "18.07.2025", "18–19.07.2025", "30.06.–02.07.2025".
func numericDays(from, to time.Time) string {
	const whole = "02.01.2006"
	switch {
	case from.Equal(to):
		return to.Format(whole)
	case from.Year() != to.Year():
		return from.Format(whole) + "–" + to.Format(whole)
	case from.Month() != to.Month():
		return from.Format("02.01.") + "–" + to.Format(whole)
	}
	return from.Format("02") + "–" + to.Format(whole)
}

// day is one day: "18 July 2025".
func (k kit) day(t time.Time) string {
	if k.foreign != "" {
		return cmp.Or(wording.Date(k.foreign, t), t.Format("02.01.2006"))
	}
	return k.T("document.days.one", "day", k.Day(t), "month", k.month(t), "year", strconv.Itoa(t.Year()))
}

// dateOf is a seminar's first or last day; one that cannot be read gives "".
func (k kit) dateOf(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return ""
	}
	return k.day(t)
}

func (k kit) month(t time.Time) string { return k.T("common.month." + strconv.Itoa(int(t.Month()))) }

// clock is a time of day, or "" for none. With several days the day goes before it.
func (k kit) clock(t time.Time, severalDays bool) string {
	switch {
	case t.IsZero():
		return ""
	case severalDays:
		return k.Date(t) + ", " + k.Time(t)
	}
	return k.Time(t)
}

// joined are the parts that are not empty, with a separator between.
func joined(separator string, parts ...string) string {
	var full []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			full = append(full, p)
		}
	}
	return strings.Join(full, separator)
}

// dateIn reads a seminar's first or last day; false for one that cannot be read.
func dateIn(date string) (time.Time, bool) {
	t, err := time.Parse(time.DateOnly, date)
	return t, err == nil
}
