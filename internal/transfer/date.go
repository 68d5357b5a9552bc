package transfer

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	timeBehind = regexp.MustCompile(`[ T,]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AaPp]\.?[Mm]\.?)?( ?(Z|GMT|UTC)?[+-]?[\d:]*)?$`)
	threeParts = regexp.MustCompile(`^(\d{1,4})[./\- ]+(\d{1,2})[./\- ]+(\d{1,4})\.? ?г?\.?$`)
	withMonth  = regexp.MustCompile(`^(?:(\d{1,2})[\s.,\-]*)?(\pL[\pL\pM]+)[\s.,\-]*(?:(\d{1,2})[\s.,]+)?(\d{4})( ?(?:г|г\.|il|yil|ж)\.?)?$`)
)

// serials are the days since 1899-12-30 that a spreadsheet shows where it does not know that a cell is a date: those of 1927 to
// 2064, for shorter numbers are years, or something else.
const firstSerial, lastSerial = 10_000, 60_000

// dayOf gives a date as 2006-01-02, "" for none. In numbers the day stands before the month, as in the countries concerned, unless a
// list has the month first.
func dayOf(text string, monthFirst bool) string {
	text = timeBehind.ReplaceAllString(strings.Map(asciiDigit, strings.TrimSpace(text)), "")
	if n, err := strconv.ParseFloat(text, 64); err == nil && n >= firstSerial && n < lastSerial {
		return time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(n)).Format(time.DateOnly)
	}
	if p := threeParts.FindStringSubmatch(text); p != nil {
		switch {
		case len(p[1]) == 4:
			return date(p[1], p[2], p[3])
		case monthFirst:
			return date(p[3], p[1], p[2])
		}
		return date(p[3], p[2], p[1])
	}
	if p := withMonth.FindStringSubmatch(text); p != nil && (p[1] == "") != (p[3] == "") {
		return date(p[4], strconv.Itoa(monthNamed(p[2])), p[1]+p[3])
	}
	return ""
}

// date is a day that the calendar has. A year of two digits is one of 1941 to 2025: the others could be of either century.
func date(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	switch {
	case len(year) == 4:
	case len(year) == 2 && y > 40:
		y += 1900
	case len(year) == 2 && y <= 25:
		y += 2000
	default:
		return ""
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if t.Year() != y || int(t.Month()) != m || t.Day() != d {
		return ""
	}
	return t.Format(time.DateOnly)
}

// months are how the names of the months begin in English, Russian, Azerbaijani, Turkish, Uzbek, French and Arabic.
var months = strings.Fields("jan|янв|yan|oca|يناير|كانون feb|фев|fev|şub|fév|فبراير mar|мар|mart|مارس apr|апр|nis|avr|أبريل|ابريل may|май|мая|mai|مايو jun|июн|iyun|haz|juin|يونيو " +
	"jul|июл|iyul|tem|juil|يوليو aug|авг|avq|avg|ağu|aoû|أغسطس|اغسطس sep|сен|sen|eyl|سبتمبر oct|окт|okt|eki|أكتوبر|اكتوبر nov|ноя|noy|kas|نوفمبر dec|дек|dek|ara|déc|ديسمبر")

// monthNamed is the number of a month, 0 for a word that is none.
func monthNamed(word string) int {
	word = strings.ToLower(word)
	for i, names := range months {
		for _, name := range strings.Split(names, "|") {
			if strings.HasPrefix(word, name) {
				return i + 1
			}
		}
	}
	return 0
}

// monthFirst says whether the dates of a list have the month first: some can be read only so, and none only the other way.
func monthFirst(texts []string) bool {
	first := false
	for _, text := range texts {
		p := threeParts.FindStringSubmatch(timeBehind.ReplaceAllString(strings.TrimSpace(text), ""))
		if p == nil || len(p[1]) == 4 {
			continue
		}
		if date(p[3], p[2], p[1]) == "" {
			first = first || date(p[3], p[1], p[2]) != ""
		} else if date(p[3], p[1], p[2]) == "" {
			return false
		}
	}
	return first
}
