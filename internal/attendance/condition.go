package attendance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"lanyard/internal/seminar"
)

// Condition is what a certificate asks of a person: all or any of some tests, nested as deep as maxDepth, as [Rule] is what
// a list asks of a scan.
type Condition struct {
	All []Condition `json:"all,omitempty"`
	Any []Condition `json:"any,omitempty"`

	Var   string          `json:"var,omitempty"`
	Op    string          `json:"op,omitempty"`
	Value json.RawMessage `json:"value,omitempty"`

	number int
	texts  []string
}

// ConditionVars are what a test may look at, in the order in which a table offers them: to have checked in (true), minutes
// of the sessions that count, per cent of them, sessions by title or id, category by name or id.
func ConditionVars() []string {
	return []string{"checked_in", "percent", "minutes", "sessions", "category"}
}

// ConditionOps are the operators that a variable takes; none for one that there is not.
func ConditionOps(name string) []string {
	switch name {
	case "checked_in":
		return []string{"=="}
	case "percent", "minutes":
		return []string{">="}
	case "sessions":
		return []string{"all", "any"}
	case "category":
		return []string{"in", "not_in"}
	}
	return nil
}

// ParseCondition reads a condition; nil for an empty one or null.
func ParseCondition(raw json.RawMessage) (*Condition, *seminar.Error) {
	if none(raw) {
		return nil, nil
	}
	var c Condition
	if problem := readTable(raw, &c); problem != "" {
		return nil, conditionError(problem)
	}
	if problem := c.check(1); problem != "" {
		return nil, conditionError(problem)
	}
	return &c, nil
}

func conditionError(problem string) *seminar.Error {
	return seminar.Errorf("certificate_condition", "This condition cannot be used: {problem}.").WithArg("problem", problem)
}

func (c *Condition) check(depth int) string {
	if depth > maxDepth {
		return "it is nested too deep"
	}
	forms := 0
	for _, used := range []bool{c.All != nil, c.Any != nil, c.Var != ""} {
		if used {
			forms++
		}
	}
	if forms != 1 {
		return `each part is one of "all", "any" or "var"`
	}
	for _, group := range [][]Condition{c.All, c.Any} {
		for i := range group {
			if problem := group[i].check(depth + 1); problem != "" {
				return problem
			}
		}
	}
	if c.Var == "" {
		return ""
	}
	ops := ConditionOps(c.Var)
	if ops == nil {
		return fmt.Sprintf("there is no variable %q", c.Var)
	}
	if !slices.Contains(ops, c.Op) {
		return fmt.Sprintf("%q cannot be compared with %q", c.Var, c.Op)
	}
	return c.checkValue()
}

func (c *Condition) checkValue() string {
	var err error
	fits := true
	switch c.Var {
	case "checked_in":
		err = json.Unmarshal(c.Value, &fits)
	case "percent", "minutes":
		err = json.Unmarshal(c.Value, &c.number)
		fits = c.number >= 0 && (c.Var == "minutes" || c.number <= 100)
	default:
		err = json.Unmarshal(c.Value, &c.texts)
		fits = len(c.texts) > 0 && !slices.Contains(c.texts, "")
	}
	if err != nil || !fits || bytes.Equal(c.Value, []byte("null")) {
		return fmt.Sprintf("the value of %q is of the wrong kind", c.Var)
	}
	return ""
}

// Number is the value of a test of minutes or per cent. The condition must have been read by [ParseCondition].
func (c *Condition) Number() int { return c.number }

// Texts are the sessions or categories that a test names. The condition must have been read by [ParseCondition].
func (c *Condition) Texts() []string { return slices.Clone(c.texts) }

// ConditionTable gives a condition as a flat table, if it is one: tests that must all hold, or one of which must.
func ConditionTable(raw json.RawMessage) (tests []Condition, anyOf, ok bool) {
	c, err := ParseCondition(raw)
	if err != nil || c == nil {
		return nil, false, err == nil
	}
	return flat(*c, c.All, c.Any, func(one Condition) bool { return one.Var != "" })
}

// ConditionOf writes a flat table as a condition; null for an empty one.
func ConditionOf(tests []Condition, anyOf bool) (json.RawMessage, error) {
	return fromFlat(tests, anyOf, Condition{All: tests}, Condition{Any: tests})
}

// Usual is the condition of a kind that has none of its own: to have checked in, and a share of the minutes that count.
func Usual(percent int) *Condition {
	c := &Condition{All: []Condition{{Var: "checked_in", Op: "=="}}}
	if percent > 0 {
		c.All = append(c.All, Condition{Var: "percent", Op: ">=", number: percent})
	}
	return c
}

// sameText is how titles and names are compared: whatever the case and the spaces around.
func sameText(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }
