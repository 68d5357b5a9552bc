package template

import (
	"slices"
	"strings"
	"sync"
)

// Group is what a variable tells of; a menu of them has a heading for each: "template.group.<group>".
type Group string

// The groups, in the order a menu has them.
const (
	OfAttendee     Group = "attendee"
	OfRegistration Group = "registration"
	OfSeminar      Group = "seminar"
	OfCertificate  Group = "certificate"
)

// Groups are all of them.
func Groups() []Group { return []Group{OfAttendee, OfRegistration, OfSeminar, OfCertificate} }

// Variable is something that a text or a condition can name. Its label is the message "template.variable.<name>".
type Variable struct {
	Name   string
	Group  Group
	Kinds  []Kind // that have a value for it
	Sample string // for a preview without data
}

// For says whether a kind of template has a value for the variable.
func (v Variable) For(kind Kind) bool { return slices.Contains(v.Kinds, kind) }

// QuestionPrefix begins the variable of an answer to one of the seminar's own questions: "question:" and the question's id, or
// its text whatever the case, so that a template serves another seminar that asks the same.
const QuestionPrefix = "question:"

// Values give a variable's value by its name; "" is none.
type Values func(name string) string

var both = []Kind{Badge, Certificate}

// Variables are the catalogue, group by group. Package document has a value for each.
func Variables() []Variable {
	var all []Variable
	add := func(g Group, kinds []Kind, names ...string) {
		for _, name := range names {
			all = append(all, Variable{Name: name, Group: g, Kinds: kinds, Sample: typical[name]})
		}
	}
	add(OfAttendee, both, "first_line", "second_line", "name", "formal_name", "given_name", "family_name", "native_name", "badge_name",
		"honorific", "position", "organisation", "country", "country_code", "email", "phone", "language", "birth_date", "access",
		"dietary", "photo")
	add(OfRegistration, both, "category", "delegation", "badge_number", "badge_code", "status")
	add(OfSeminar, both, "seminar", "seminar_dates", "seminar_start", "seminar_end", "series", "venue", "organiser", "signer", "signer_as")
	add(OfCertificate, []Kind{Certificate}, "serial", "issued", "hours", "hours_possible", "hours_words", "minutes", "percent",
		"sessions", "initiatives", "payload", "certificate_title", "refers")
	return all
}

var byName = sync.OnceValue(func() map[string]Variable {
	all := map[string]Variable{}
	for _, v := range Variables() {
		all[v.Name] = v
	}
	return all
})

// VariableNamed is a variable by its exact name; those of questions are there for every question.
func VariableNamed(name string) (Variable, bool) {
	if question, ok := strings.CutPrefix(name, QuestionPrefix); ok && strings.TrimSpace(question) != "" {
		return Variable{Name: name, Group: OfRegistration, Kinds: both, Sample: "…"}, true
	}
	v, ok := byName()[name]
	return v, ok
}

// Holds says whether all conditions hold for values.
func Holds(all []Condition, value Values) bool {
	for _, c := range all {
		v := strings.TrimSpace(value(c.Variable))
		holds := v != ""
		if len(c.Is) > 0 {
			holds = slices.ContainsFunc(c.Is, func(is string) bool { return strings.EqualFold(strings.TrimSpace(is), v) })
		}
		if holds == c.Not {
			return false
		}
	}
	return true
}
