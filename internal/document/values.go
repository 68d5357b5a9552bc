package document

import (
	"fmt"
	"strconv"
	"strings"

	"lanyard/internal/document/template"
	"lanyard/internal/page"
	"lanyard/internal/seminar"
)

// subject is what one page is about.
type subject struct {
	seminar     seminar.Seminar
	attendee    seminar.Attendee
	category    seminar.Category
	delegation  string
	code        string
	number      string
	sessions    []seminar.Session
	photo       []byte
	photoOf     func() ([]byte, error)
	pictures    map[template.Source][]byte
	status      seminar.Status
	series      string
	answers     []Answer
	certificate *Certificate
	signed      page.QR // the certificate's payload, worked out
	// sample has the values of somebody who does not exist; nil for real people.
	sample template.Values
}

// voice is a language in which a text speaks: the document's own, or the one that stands beside it.
type voice struct {
	*kit          // nil is no language of ours
	second bool   // beside the document's own
	tag    string // by which a template's wordings are chosen; "" is none
	first  *kit   // the document's
}

// variable is a value that a text can name.
type variable struct {
	get func(voice, *subject) string
	// own says that it differs from person to person.
	own bool
	// spoken says that it is said otherwise in another language.
	spoken bool
}

// own is a variable of one person.
func own(get func(*subject) string) variable {
	return variable{get: func(_ voice, s *subject) string { return get(s) }, own: true}
}

// shared is a variable that many people have in common.
func shared(get func(*subject) string) variable {
	return variable{get: func(_ voice, s *subject) string { return get(s) }}
}

// said is a variable in words of the language, nothing where there is none.
func said(own bool, get func(*kit, *subject) string) variable {
	return variable{own: own, spoken: true, get: func(v voice, s *subject) string {
		if v.kit == nil {
			return ""
		}
		return get(v.kit, s)
	}}
}

// variables are all that a text can name. Package template has their labels and samples.
var variables = map[string]variable{
	"given_name":        own(func(s *subject) string { return s.attendee.GivenName }),
	"family_name":       own(func(s *subject) string { return s.attendee.FamilyName }),
	"native_name":       own(func(s *subject) string { return ownScript(s.attendee, s.shownName()) }),
	"badge_name":        own(func(s *subject) string { return s.attendee.NameOnBadge() }),
	"name":              own(func(s *subject) string { return s.attendee.Name() }),
	"formal_name":       own(func(s *subject) string { return s.attendee.Formal() }),
	"first_line":        own(func(s *subject) string { first, _ := nameLines(s.attendee); return first }),
	"second_line":       own(func(s *subject) string { _, second := nameLines(s.attendee); return second }),
	"honorific":         own(func(s *subject) string { return s.attendee.Honorific }),
	"position":          own(func(s *subject) string { return s.attendee.Position }),
	"organisation":      own(func(s *subject) string { return s.attendee.Organisation }),
	"country":           said(true, func(k *kit, s *subject) string { return k.countryOf(s.attendee.Country) }),
	"country_code":      own(func(s *subject) string { return s.attendee.Country }),
	"email":             own(func(s *subject) string { return s.attendee.Email }),
	"phone":             own(func(s *subject) string { return s.attendee.Phone }),
	"language":          own(func(s *subject) string { return s.attendee.Language }),
	"birth_date":        own(func(s *subject) string { return s.attendee.BirthDate }),
	"access":            own(func(s *subject) string { return s.attendee.Access }),
	"dietary":           own(func(s *subject) string { return s.attendee.Dietary }),
	"photo":             own(func(s *subject) string { return presence(len(s.photo) > 0 || s.photoOf != nil) }),
	"badge_code":        own(func(s *subject) string { return s.code }),
	"badge_number":      own(func(s *subject) string { return s.number }),
	"category":          shared(func(s *subject) string { return s.category.Name }),
	"delegation":        shared(func(s *subject) string { return s.delegation }),
	"status":            own(func(s *subject) string { return string(s.status) }),
	"organiser":         shared(func(s *subject) string { return s.seminar.Organiser }),
	"venue":             shared(func(s *subject) string { return s.seminar.Venue }),
	"seminar_dates":     said(false, func(k *kit, s *subject) string { return k.days(s.seminar) }),
	"seminar_start":     said(false, func(k *kit, s *subject) string { return k.dateOf(s.seminar.Start) }),
	"seminar_end":       said(false, func(k *kit, s *subject) string { return k.dateOf(s.seminar.End) }),
	"series":            shared(func(s *subject) string { return s.series }),
	"signer":            shared(func(s *subject) string { return s.signer() }),
	"signer_as":         shared(func(s *subject) string { return s.signerAs() }),
	"seminar":           {spoken: true, get: title},
	"serial":            own(certified(func(c *Certificate) string { return c.Serial })),
	"payload":           own(certified(func(c *Certificate) string { return c.Payload })),
	"issued":            said(false, issued),
	"hours":             said(true, func(k *kit, s *subject) string { return k.hoursOf(s) }),
	"hours_possible":    said(false, func(k *kit, s *subject) string { return k.possible(s) }),
	"hours_words":       {own: true, spoken: true, get: inWords},
	"minutes":           own(certified(func(c *Certificate) string { return positive(c.Minutes) })),
	"percent":           own(certified(func(c *Certificate) string { return positive(share100(c)) })),
	"sessions":          own(certified(func(c *Certificate) string { return strings.Join(c.Sessions, ", ") })),
	"initiatives":       own(certified(func(c *Certificate) string { return strings.Join(c.Initiatives, ", ") })),
	"refers":            own(certified(func(c *Certificate) string { return c.Refers })),
	"certificate_title": {spoken: true, get: calledBy},
}

// value is a variable's value, "" for a name that there is none of.
func (v voice) value(s *subject, name string) string {
	if s.sample != nil {
		return strings.TrimSpace(s.sample(name))
	}
	if question, ok := strings.CutPrefix(name, template.QuestionPrefix); ok {
		return s.answer(strings.TrimSpace(question))
	}
	known, ok := variables[name]
	if !ok {
		return ""
	}
	return strings.TrimSpace(known.get(v, s))
}

// answer is the answer to a question, by its id or its text.
func (s *subject) answer(question string) string {
	for _, a := range s.answers {
		if string(a.ID) == question || strings.EqualFold(strings.TrimSpace(a.Question), question) {
			return strings.TrimSpace(a.Text)
		}
	}
	return ""
}

// shownName is the name as the page shows it, so that the same name in the person's own script is not shown twice.
func (s *subject) shownName() string {
	if s.certificate != nil {
		return s.attendee.Name()
	}
	given, family := nameLines(s.attendee)
	return joined(" ", given, family)
}

// presence is a value for conditions.
func presence(there bool) string {
	if there {
		return "1"
	}
	return ""
}

func certified(get func(*Certificate) string) func(*subject) string {
	return func(s *subject) string {
		if s.certificate == nil {
			return ""
		}
		return get(s.certificate)
	}
}

func (s *subject) signer() string {
	if s.certificate != nil {
		return s.certificate.Signer
	}
	return s.seminar.Signer
}

func (s *subject) signerAs() string {
	if s.certificate != nil {
		return s.certificate.SignerAs
	}
	return s.seminar.SignerAs
}

// positive is a number, nothing for none.
func positive(n int) string {
	if n <= 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// share100 is how much of what counts was attended, in per cent.
func share100(c *Certificate) int {
	if c.Of <= 0 {
		return 0
	}
	return min(100, c.Minutes*100/c.Of)
}

// inWords is the time attended in words of the language.
func inWords(v voice, s *subject) string {
	if s.certificate == nil {
		return ""
	}
	return byTag(s.certificate.HoursWords, v.tag)
}

// calledBy is what the certificate is called, where its kind has a name of its own.
func calledBy(v voice, s *subject) string {
	if s.certificate == nil {
		return ""
	}
	title := byTag(s.certificate.Titles, v.tag)
	if title == "" && !v.second {
		title = s.certificate.Titles[english]
	}
	return title
}

func byTag(texts map[string]string, tag string) string {
	if t, ok := texts[tag]; ok {
		return t
	}
	base, _, _ := strings.Cut(tag, "-")
	return texts[base]
}

// title is the seminar's title in the document's language, and beside it the one in the person's language or script.
func title(v voice, s *subject) string {
	if !v.second {
		return s.seminar.Title(v.Tag())
	}
	return ownTitle(s.seminar, s.attendee, v.first.Tag(), v.tag)
}

func (k *kit) countryOf(code string) string {
	if code == "" {
		return ""
	}
	return k.Country(code)
}

func issued(k *kit, s *subject) string {
	if s.certificate == nil || s.certificate.Issued.IsZero() {
		return ""
	}
	return k.day(s.certificate.Issued)
}

func (k *kit) hoursOf(s *subject) string {
	if s.certificate == nil || s.certificate.Minutes <= 0 {
		return ""
	}
	return k.length(s.certificate.Minutes)
}

func (k *kit) possible(s *subject) string {
	if s.certificate == nil || s.certificate.Of <= s.certificate.Minutes {
		return ""
	}
	return k.length(s.certificate.Of)
}

// length is a length of time; as on a clock in a language that the window does not speak.
func (k *kit) length(minutes int) string {
	if k.foreign != "" {
		return fmt.Sprintf("%d:%02d", minutes/60, minutes%60)
	}
	return k.Hours(minutes)
}
