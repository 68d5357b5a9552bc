package i18n

import (
	"fmt"
	"strconv"
	"time"
	"unicode"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
)

// Date is a day without its year: "Fri 18 July", "18 iyul, cümə". The day is the one in t's own zone.
func (l *Lang) Date(t time.Time) string {
	return l.T("common.date.short", l.dateParts(t, "common.weekday_short.")...)
}

// LongDate is a day with its year: "Friday 18 July 2025", "18 iyul 2025, cümə".
func (l *Lang) LongDate(t time.Time) string {
	return l.T("common.date.long", l.dateParts(t, "common.weekday.")...)
}

func (l *Lang) dateParts(t time.Time, weekday string) []any {
	return []any{
		"weekday", l.T(weekday + strconv.Itoa(int(t.Weekday()))),
		"day", l.Day(t),
		"month", l.T("common.month." + strconv.Itoa(int(t.Month()))),
		"year", strconv.Itoa(t.Year()),
	}
}

// Day is the number of a day in its month; the first is an ordinal in French.
func (l *Lang) Day(t time.Time) string {
	if base, _ := l.locale.Base(); base.String() == "fr" && t.Day() == 1 {
		return "1er"
	}
	return strconv.Itoa(t.Day())
}

// Time is a time of day in t's own zone, in 24 hours: "09:42".
func (l *Lang) Time(t time.Time) string { return t.Format("15:04") }

// Number is a whole number as the language writes it: "12,345", "12.345".
func (l *Lang) Number(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + l.group + digits[i:]
	}
	return sign + digits
}

// groupOf is what the language puts between thousands.
func groupOf(tag language.Tag) string {
	return firstGroup(message.NewPrinter(tag).Sprintf("%d", 1_000_000))
}

// firstGroup is what stands between the first two groups of digits: "," of "1,000,000".
func firstGroup(s string) string {
	r := []rune(s)
	start := 0
	for start < len(r) && unicode.IsDigit(r[start]) {
		start++
	}
	end := start
	for end < len(r) && !unicode.IsDigit(r[end]) {
		end++
	}
	return string(r[start:end])
}

// Hours is a length of time given in minutes: "4 h 30 min", "45 min", "2 h".
func (l *Lang) Hours(minutes int) string {
	h, m := minutes/60, minutes%60
	switch {
	case h == 0:
		return l.T("common.duration.minutes", "minutes", m)
	case m == 0:
		return l.T("common.duration.hours", "hours", h)
	}
	return l.T("common.duration.both", "hours", h, "minutes", m)
}

// value is the value of a placeholder among pairs of name and value.
func (l *Lang) value(name string, args []any) (string, bool) {
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] != name {
			continue
		}
		switch v := args[i+1].(type) {
		case string:
			return v, true
		case int:
			return l.Number(v), true
		case time.Time:
			return l.Date(v), true
		default:
			return fmt.Sprint(v), true
		}
	}
	return "", false
}
