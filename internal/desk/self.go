package desk

import (
	"strings"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// Fact is something that the person themselves knows, beside the name: what somebody who checks in alone is asked for.
type Fact string

// The facts, the surest first.
const (
	FactEmail     Fact = "email"
	FactPhone     Fact = "phone" // its last digits
	FactBirthDate Fact = "birth_date"
)

// phoneDigits is how many digits of a phone number are enough: a number is given in many ways, its end in one.
const phoneDigits = 4

// FactOf is the fact that an attendee can be asked for; "" for somebody of whom none is known, who goes to the desk.
func FactOf(a seminar.Attendee) Fact {
	switch {
	case a.Email != "":
		return FactEmail
	case len(digitsIn(a.Phone)) >= phoneDigits:
		return FactPhone
	case a.BirthDate != "":
		return FactBirthDate
	}
	return ""
}

// Confirms says whether what was typed is the fact of an attendee.
func Confirms(a seminar.Attendee, f Fact, typed string) bool {
	typed = strings.TrimSpace(typed)
	switch f {
	case FactEmail:
		return a.Email != "" && strings.EqualFold(typed, strings.TrimSpace(a.Email))
	case FactPhone:
		have, given := digitsIn(a.Phone), digitsIn(typed)
		return len(have) >= phoneDigits && len(given) >= phoneDigits && strings.HasSuffix(have, given[len(given)-phoneDigits:])
	case FactBirthDate:
		for _, layout := range []string{time.DateOnly, "2.1.2006", "2/1/2006", "2 1 2006", "02012006"} {
			if t, err := time.Parse(layout, typed); err == nil && a.BirthDate != "" && t.Format(time.DateOnly) == a.BirthDate {
				return true
			}
		}
	}
	return false
}

// digitsIn are the decimal digits of a text, whatever their script, as 0 to 9.
func digitsIn(text string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, attendance.FoldDigits(text))
}
