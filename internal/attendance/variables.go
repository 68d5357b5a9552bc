package attendance

import (
	"encoding/json"
	"slices"
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
	switch {
	case err != nil:
		return nil, false, false
	case r == nil:
		return nil, false, true
	case r.Var != "":
		return []Rule{*r}, false, true
	}
	conditions = slices.Concat(r.All, r.Any)
	if len(conditions) == 0 || slices.ContainsFunc(conditions, func(part Rule) bool { return part.Var == "" }) {
		return nil, false, false
	}
	return conditions, r.Any != nil, true
}

// FromTable writes a flat table as a rule; null for an empty one. Whether its conditions can be used is for [ParseRule] to
// say.
func FromTable(conditions []Rule, anyOf bool) (json.RawMessage, error) {
	switch {
	case len(conditions) == 0:
		return json.RawMessage("null"), nil
	case anyOf:
		return json.Marshal(Rule{Any: conditions})
	}
	return json.Marshal(Rule{All: conditions})
}

// Texts are the values that a condition compares a text with. The rule must have been read by [ParseRule].
func (r *Rule) Texts() []string { return slices.Clone(r.texts) }

// Number is the value that a condition compares a number with. The rule must have been read by [ParseRule].
func (r *Rule) Number() float64 { return r.number }

// Moment is the time that a condition compares the clock with, as it was written. The rule must have been read by
// [ParseRule].
func (r *Rule) Moment() string { return r.bound }
