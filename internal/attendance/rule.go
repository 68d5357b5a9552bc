package attendance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"lanyard/internal/seminar"
)

// Rule is a small declarative table: all or any of some conditions, nested as deep as maxDepth. There is no code in
// data: whoever can write a rule can only narrow whom a list admits.
type Rule struct {
	All []Rule `json:"all,omitempty"`
	Any []Rule `json:"any,omitempty"`

	Var       string          `json:"var,omitempty"`
	Op        string          `json:"op,omitempty"`
	Value     json.RawMessage `json:"value,omitempty"`
	Tolerance int             `json:"tolerance,omitempty"` // minutes that widen a comparison with a time

	number float64
	texts  []string
	bound  string
}

const maxDepth = 8

// variable is what a condition may look at.
type variable int

const (
	number variable = iota
	text
	moment
)

// variables are those of the field: now, weekday (1 is Monday), category (its name or id), entries so far, entries
// today, days entered, minutes since the first and the last entry (-1 before any), entry status (inside, outside).
var variables = map[string]variable{
	"now": moment, "weekday": number, "category": text, "entries_so_far": number, "entries_today": number,
	"days_entered": number, "minutes_since_first_entry": number, "minutes_since_last_entry": number, "entry_status": text,
}

// ParseRule reads a rule; nil for an empty one or null, which admits everybody.
func ParseRule(raw json.RawMessage) (*Rule, *seminar.Error) {
	if none(raw) {
		return nil, nil
	}
	var r Rule
	if problem := readTable(raw, &r); problem != "" {
		return nil, ruleError(problem)
	}
	if problem := r.check(1); problem != "" {
		return nil, ruleError(problem)
	}
	return &r, nil
}

func ruleError(problem string) *seminar.Error {
	return seminar.Errorf("list_rule", "This rule cannot be used: {problem}.").WithArg("problem", problem)
}

// check says what is wrong with a rule, "" for nothing, and reads its values.
func (r *Rule) check(depth int) string {
	if depth > maxDepth {
		return "it is nested too deep"
	}
	forms := 0
	for _, used := range []bool{r.All != nil, r.Any != nil, r.Var != ""} {
		if used {
			forms++
		}
	}
	if forms != 1 {
		return `each part is one of "all", "any" or "var"`
	}
	for _, group := range [][]Rule{r.All, r.Any} {
		for i := range group {
			if problem := group[i].check(depth + 1); problem != "" {
				return problem
			}
		}
	}
	if r.Var == "" {
		return ""
	}
	return r.checkValue()
}

func (r *Rule) checkValue() string {
	kind, known := variables[r.Var]
	if !known {
		return fmt.Sprintf("there is no variable %q", r.Var)
	}
	if !slices.Contains(Comparisons(r.Var), r.Op) {
		return fmt.Sprintf("%q cannot be compared with %q", r.Var, r.Op)
	}
	var err error
	switch {
	case kind == number:
		err = json.Unmarshal(r.Value, &r.number)
	case kind == moment:
		if err = json.Unmarshal(r.Value, &r.bound); err == nil {
			if _, ok, bad := parseBound(r.bound, seminar.Seminar{}); bad != nil || !ok {
				return fmt.Sprintf("%q is not a time", r.bound)
			}
		}
	case strings.HasSuffix(r.Op, "in"):
		err = json.Unmarshal(r.Value, &r.texts)
	default:
		r.texts = make([]string, 1)
		err = json.Unmarshal(r.Value, &r.texts[0])
	}
	if err != nil || len(r.Value) == 0 || bytes.Equal(r.Value, []byte("null")) {
		return fmt.Sprintf("the value of %q is of the wrong kind", r.Var)
	}
	return ""
}

// facts are what the variables stand for in one scan.
type facts struct {
	numbers     map[string]float64
	texts       map[string][]string // any of which may match
	at          time.Time
	seminar     seminar.Seminar
	category    string
	first, last time.Time // entries; zero for none
}

// obeysRules holds the list's rule against the scan; the answer says what would be nearest to fixing it.
func obeysRules(scan Scan, who Subject) *Answer {
	if scan.Type == seminar.Exit {
		return nil
	}
	r, err := ParseRule(scan.List.Rule)
	if err != nil { // a rule of a newer version: a person decides
		return refuse(seminar.ReasonRules, say("rule"))
	}
	if r == nil {
		return nil
	}
	f := factsOf(scan, who)
	if r.holds(f) {
		return nil
	}
	return refuse(seminar.ReasonRules, r.fix(f).say)
}

func (r *Rule) holds(f facts) bool {
	holds := func(part Rule) bool { return part.holds(f) }
	switch {
	case r.Var != "":
		return r.compare(f)
	case r.All != nil:
		return !slices.ContainsFunc(r.All, func(part Rule) bool { return !holds(part) })
	}
	return slices.ContainsFunc(r.Any, holds)
}

func (r *Rule) compare(f facts) bool {
	switch variables[r.Var] {
	case text:
		hit := slices.ContainsFunc(f.texts[r.Var], func(have string) bool {
			return slices.ContainsFunc(r.texts, func(want string) bool { return strings.EqualFold(have, want) })
		})
		return hit == (r.Op == "==" || r.Op == "in")
	case moment:
		b, _, _ := parseBound(r.bound, f.seminar)
		slack := time.Duration(r.Tolerance) * time.Minute
		d := f.at.Sub(b.on(f.at, f.seminar))
		if r.Op[0] == '<' {
			return ordered(r.Op, float64(d-slack), 0)
		}
		return ordered(r.Op, float64(d+slack), 0)
	}
	return ordered(r.Op, f.numbers[r.Var], r.number)
}

func ordered(op string, a, b float64) bool {
	switch op {
	case "<":
		return a < b
	case "<=":
		return a <= b
	case ">":
		return a > b
	case ">=":
		return a >= b
	case "==":
		return a == b
	}
	return a != b
}

func factsOf(scan Scan, who Subject) facts {
	f := facts{at: scan.At.Truncate(time.Second), seminar: scan.Seminar, category: who.Category.Name, numbers: map[string]float64{
		"minutes_since_first_entry": -1, "minutes_since_last_entry": -1,
		"weekday": float64((int(scan.At.In(scan.Seminar.Location()).Weekday())+6)%7 + 1)},
		texts: map[string][]string{"category": {who.Category.Name, string(who.Registration.CategoryID)}, "entry_status": {"outside"}}}
	rows := accepted(scan, who.History)
	days := map[string]bool{}
	for _, c := range rows {
		if c.Type != seminar.Entry {
			continue
		}
		since := float64(scan.At.Sub(c.Datetime) / time.Minute)
		if f.first.IsZero() {
			f.numbers["minutes_since_first_entry"], f.first = since, c.Datetime
		}
		f.numbers["minutes_since_last_entry"], f.last = since, c.Datetime
		f.numbers["entries_so_far"]++
		if day(c.Datetime, scan.Seminar) == day(scan.At, scan.Seminar) {
			f.numbers["entries_today"]++
		}
		days[day(c.Datetime, scan.Seminar)] = true
	}
	f.numbers["days_entered"] = float64(len(days))
	if inside(scan, rows) {
		f.texts["entry_status"] = []string{"inside"}
	}
	return f
}
