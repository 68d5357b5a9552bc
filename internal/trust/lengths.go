package trust

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"lanyard/internal/i18n"
)

// speech is how lengths of time are written in figures.
type speech struct {
	english *i18n.Lang
	forms   []*regexp.Regexp // of every language of the interface, the longest first
}

// figures is made once: it never changes.
var figures = sync.OnceValue(func() speech {
	var forms []*regexp.Regexp
	for _, key := range []string{"common.duration.both", "common.duration.hours", "common.duration.minutes"} {
		for _, l := range i18n.Languages() {
			form := regexp.QuoteMeta(plain(i18n.Open(l.Tag).T(key)))
			form = strings.NewReplacer(`\{hours\}`, `(?P<hours>\d[\d,. ]{0,6}\d|\d)`, `\{minutes\}`, `(?P<minutes>\d{1,2})`, " ", ` ?`).Replace(form)
			forms = append(forms, regexp.MustCompile(`(?:^|[^\d\pL])`+form+`(?:[^\pL]|$)`))
		}
	}
	return speech{i18n.Open("en"), forms}
})

// lengthsIn are the lengths of time that a text states in figures, in minutes.
func lengthsIn(text string) []int {
	all, _ := lengthsAnd(text)
	return all
}

// lengthsAnd are the lengths of time that a text states in figures, and the text without them.
func lengthsAnd(text string) (all []int, rest string) {
	for _, form := range figures().forms {
		hours, minutes := form.SubexpIndex("hours"), form.SubexpIndex("minutes")
		text = form.ReplaceAllStringFunc(text, func(hit string) string {
			m, total := form.FindStringSubmatch(hit), 0
			if hours >= 0 {
				h, _ := strconv.Atoi(strings.NewReplacer(",", "", ".", "", " ", "").Replace(m[hours]))
				total = 60 * h
			}
			if minutes >= 0 {
				n, _ := strconv.Atoi(m[minutes])
				total += n
			}
			all = append(all, total)
			return " ; " // its hours are not read again without its minutes
		})
	}
	return all, text
}

var clock = regexp.MustCompile(`(?:^|[^\d:])(\d{1,4}):([0-5]\d)(?:[^\d:]|$)`)

// clocksIn are lengths as they stand in a language that the interface does not speak, "5:36", in minutes.
func clocksIn(text string) (all []int) {
	for _, m := range clock.FindAllStringSubmatch(text, -1) {
		h, _ := strconv.Atoi(m[1])
		n, _ := strconv.Atoi(m[2])
		all = append(all, 60*h+n)
	}
	return all
}
