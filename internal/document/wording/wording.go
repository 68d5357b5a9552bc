// Package wording is what a certificate says in the languages of those who get one: lengths of time in words, dates, and
// the sentences. The interface's own languages are package i18n's; a certificate speaks more of them.
//
// No library for Go spells numbers in all nine languages, so the rules are written down here: those of CLDR's rule-based
// number formats (common/rbnf, release 42) where it has the language, a grammar's where it has not (Uzbek, Tajik) and
// for the counted noun, which CLDR leaves to the text around it.
package wording

import "strings"

// MostHours is the most hours that are put into words.
const MostHours = 999

// Tags are the languages, English first.
func Tags() []string { return []string{"en", "fr", "ar", "az", "ru", "kk", "uz", "ky", "tg"} }

// language is how one language counts.
type language struct {
	hours, minutes func(n int) string // a number from 1 on with its noun
	join           func(hours, minutes string) string
}

func languages(tag string) (language, bool) {
	switch tag {
	case "en":
		return english(), true
	case "fr":
		return french(), true
	case "ar":
		return arabic(), true
	case "az":
		return azerbaijani(), true
	case "ru":
		return russian(), true
	case "kk":
		return kazakh(), true
	case "uz":
		return uzbek(), true
	case "ky":
		return kyrgyz(), true
	case "tg":
		return tajik(), true
	}
	return language{}, false
}

// Hours is a length of time in minutes, in words: "five hours and thirty-six minutes". It is "" for none, for more than
// MostHours hours, and in a language that this package does not have. tag is a BCP 47 tag, of which the base counts.
func Hours(tag string, minutes int) string {
	l, ok := languages(Base(tag))
	h, m := minutes/60, minutes%60
	switch {
	case !ok || minutes <= 0 || h > MostHours:
		return ""
	case h == 0:
		return l.minutes(m)
	case m == 0:
		return l.hours(h)
	}
	return l.join(l.hours(h), l.minutes(m))
}

// Base is the language of a tag in lower case, without script and region: "kk" of "kk-Cyrl-KZ".
func Base(tag string) string {
	base, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(tag)), "-")
	base, _, _ = strings.Cut(base, "_")
	return base
}

// after puts the second text behind the first with a space or what else stands between.
func after(between string) func(a, b string) string {
	return func(a, b string) string { return a + between + b }
}

// joined puts words that are there into one text.
func joined(words ...string) string {
	var some []string
	for _, w := range words {
		if w != "" {
			some = append(some, w)
		}
	}
	return strings.Join(some, " ")
}
