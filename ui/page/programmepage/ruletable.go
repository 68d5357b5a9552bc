package programmepage

import (
	"encoding/json"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
	"lanyard/ui/page/form"
	"lanyard/ui/widgets"
)

// ruleTable is the field of a list's rule, with the rule in words below its conditions. A rule that is nested deeper is kept as
// it is and told in words alone.
type ruleTable struct {
	*form.Tests[*condition]
	sheet *sheet
	base  json.RawMessage
}

func newRuleTable(s *sheet, raw json.RawMessage) *ruleTable {
	l := s.page.env.Lang
	t := &ruleTable{sheet: s, base: raw}
	conditions, anyOf, ok := attendance.Table(raw)
	for i := range conditions {
		ok = ok && showable(&conditions[i])
	}
	t.Tests = form.NewTests(s.page.env, form.TestsOptions[*condition]{All: l.T("programme.rule.all"), Any: l.T("programme.rule.any"), Add: l.T("programme.rule.add"),
		AnyOf: anyOf, Words: t.said, Drawn: t.resized,
		Fresh: func() *condition {
			return newCondition(t, &attendance.Rule{Var: "entries_today", Op: "<", Value: json.RawMessage("1")})
		},
		Touched: func() {
			if f := s.fields["rule"]; f != nil {
				f.SetError("")
			}
		}})
	var rows []*condition
	if t.Nested = !ok; ok {
		for i := range conditions {
			rows = append(rows, newCondition(t, &conditions[i]))
		}
	}
	t.Show(rows)
	return t
}

func (t *ruleTable) resized() {
	t.sheet.column.Refresh()
	if t.sheet.panel != nil {
		t.sheet.panel.Refresh() // the focus is followed into what is new
	}
}

// said is the rule in words, with what can be done about one that is no table.
func (t *ruleTable) said() string {
	l := t.sheet.page.env.Lang
	if len(t.Rows) == 0 && !t.Nested {
		return l.T("programme.rule.none")
	}
	var bad seminar.Problems
	raw := t.value(&bad)
	if len(bad) > 0 {
		return ""
	}
	words := t.sheet.page.ruleInWords(raw)
	if t.Nested {
		words = widgets.Joined(" ", words, l.T("programme.rule.nested"))
	}
	return words
}

// value is the rule as it is filled in; what cannot be used becomes a problem of the field.
func (t *ruleTable) value(bad *seminar.Problems) json.RawMessage {
	if t.Nested || !t.Changed {
		return t.base
	}
	var conditions []attendance.Rule
	for _, row := range t.Rows {
		r, problem := row.value()
		if problem != nil {
			t.sheet.inner["rule"] = row.Variable
			if row.text != nil {
				t.sheet.inner["rule"] = row.text
			}
			*bad = append(*bad, problem)
			return t.base
		}
		conditions = append(conditions, r)
	}
	raw, err := attendance.FromTable(conditions, t.AnyOf())
	if err != nil {
		*bad = append(*bad, t.sheet.problem("rule", "programme.rule.unread"))
	}
	return raw
}
