package programmepage

import (
	"fmt"
	"strconv"
	"strings"
	"time"
	"unicode"

	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
)

// day is a seminar's day (2006-01-02) as the language writes it; what is no date stays as it is.
func day(l *i18n.Lang, iso string) string {
	t, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return l.LongDate(t)
}

// days are the first and the last day of a seminar, or the one.
func days(l *i18n.Lang, s seminar.Seminar) string {
	if s.End == s.Start || s.End == "" {
		return day(l, s.Start)
	}
	return l.T("common.date.range", "from", day(l, s.Start), "to", day(l, s.End))
}

// writtenDay is a day as it stands in an entry: day, month in letters, year.
func writtenDay(l *i18n.Lang, t time.Time) string {
	return fmt.Sprintf("%d %s %d", t.Day(), l.T("common.month."+strconv.Itoa(int(t.Month()))), t.Year())
}

// readDay reads a day as people write it: 18 July 2025, 18.07.2025, 18/7/25, 2025-07-18. A month's name may be cut short.
func readDay(l *i18n.Lang, text string) (time.Time, bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(parts) != 3 {
		return time.Time{}, false
	}
	year, month, date := parts[2], parts[1], parts[0]
	if len(parts[0]) == 4 {
		year, date = parts[0], parts[2]
	}
	y, err1 := strconv.Atoi(year)
	d, err2 := strconv.Atoi(date)
	m := readMonth(l, month)
	if err1 != nil || err2 != nil || m == 0 {
		return time.Time{}, false
	}
	if y < 100 {
		y += 2000
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return t, t.Day() == d && int(t.Month()) == m && y >= 1900 && y < 2200
}

func readMonth(l *i18n.Lang, text string) int {
	if n, err := strconv.Atoi(text); err == nil {
		if n >= 1 && n <= 12 {
			return n
		}
		return 0
	}
	want := strings.ToLower(text)
	for n := 1; n <= 12; n++ {
		for _, name := range []string{l.T("common.month." + strconv.Itoa(n)), time.Month(n).String()} {
			if len([]rune(want)) >= 3 && strings.HasPrefix(strings.ToLower(name), want) {
				return n
			}
		}
	}
	return 0
}

// readClock reads a time of day as people write it: 9, 9:30, 09.30, 0930.
func readClock(text string) (hours, minutes int, ok bool) {
	parts := strings.FieldsFunc(strings.TrimSpace(text), func(r rune) bool { return !unicode.IsDigit(r) })
	switch {
	case len(parts) == 1 && len(parts[0]) >= 3 && len(parts[0]) <= 4:
		cut := len(parts[0]) - 2
		parts = []string{parts[0][:cut], parts[0][cut:]}
	case len(parts) == 1:
		parts = append(parts, "0")
	case len(parts) != 2:
		return 0, 0, false
	}
	h, err1 := strconv.Atoi(parts[0])
	m, err2 := strconv.Atoi(parts[1])
	return h, m, err1 == nil && err2 == nil && h < 24 && m < 60 && len(parts[1]) <= 2
}

// dayOf is the day of a moment where the seminar is, 2006-01-02.
func dayOf(t time.Time, zone *time.Location) string { return t.In(zone).Format(time.DateOnly) }

// daysOf are all days of a seminar, at most as many as a list can offer.
func daysOf(s seminar.Seminar) []string {
	const most = 60
	first, err1 := time.Parse(time.DateOnly, s.Start)
	last, err2 := time.Parse(time.DateOnly, s.End)
	if err1 != nil || err2 != nil {
		return nil
	}
	var all []string
	for d := first; !d.After(last) && len(all) < most; d = d.AddDate(0, 0, 1) {
		all = append(all, d.Format(time.DateOnly))
	}
	return all
}
