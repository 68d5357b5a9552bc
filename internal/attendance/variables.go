package attendance

import (
	"encoding/json"
	"slices"
	"strings"
)

// Variables are what a condition of a rule may look at, in the order in which a table offers them.
func Variables() []string {
	return []string{"now", "weekday", "category", "entry_status", "entries_so_far", "entries_today", "days_entered",
		"minutes_since_first_entry", "minutes_since_last_entry"}
}

// Comparisons are the operators that a variable takes; none for one that there is not.
func Comparisons(name string) []string {
	kind, known := variables[name]
	switch {
	case !known:
		return nil
	case kind == number:
		return []string{"<", "<=", "==", "!=", ">=", ">"}
	case kind == moment:
		return []string{">=", ">", "<=", "<"}
	}
	return []string{"==", "!=", "in", "not_in"}
}

// Table gives a rule as a flat table, if it is one: conditions that must all hold, or one of which must. A rule that is
// nested deeper is none, and no rule is an empty one.
func Table(raw json.RawMessage) (conditions []Rule, anyOf, ok bool) {
	r, err := ParseRule(raw)
	if err != nil || r == nil {
		return nil, false, err == nil
	}
	return flat(*r, r.All, r.Any, func(one Rule) bool { return one.Var != "" })
}

// FromTable writes a flat table as a rule; null for an empty one. Whether its conditions can be used is for [ParseRule] to
// say.
func FromTable(conditions []Rule, anyOf bool) (json.RawMessage, error) {
	return fromFlat(conditions, anyOf, Rule{All: conditions}, Rule{Any: conditions})
}

// Texts are the values that a condition compares a text with. The rule must have been read by [ParseRule].
func (r *Rule) Texts() []string { return slices.Clone(r.texts) }

// Number is the value that a condition compares a number with. The rule must have been read by [ParseRule].
func (r *Rule) Number() float64 { return r.number }

// Moment is the time that a condition compares the clock with, as it was written. The rule must have been read by
// [ParseRule].
func (r *Rule) Moment() string { return r.bound }

// RenameCategory gives a rule in which a category has another name; the rule itself, to the letter, if it does not name it.
func RenameCategory(raw json.RawMessage, from, to string) (json.RawMessage, error) {
	r, problem := ParseRule(raw)
	if problem != nil || r == nil { // a newer version's, or none
		return raw, nil
	}
	named, err := r.rename(from, to)
	if err != nil || !named {
		return raw, err
	}
	return json.Marshal(r)
}

func (r *Rule) rename(from, to string) (named bool, err error) {
	for _, group := range [][]Rule{r.All, r.Any} {
		for i := range group {
			one, err := group[i].rename(from, to)
			if err != nil {
				return false, err
			}
			named = named || one
		}
	}
	if r.Var != "category" {
		return named, nil
	}
	for i, text := range r.texts {
		if strings.EqualFold(text, from) {
			r.texts[i], named = to, true
		}
	}
	if !named {
		return false, nil
	}
	var value any = r.texts
	if !strings.HasSuffix(r.Op, "in") {
		value = r.texts[0]
	}
	r.Value, err = json.Marshal(value)
	return true, err
}
