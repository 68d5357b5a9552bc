package certificatespage

import (
	"encoding/json"
	"slices"

	"lanyard/internal/attendance"
	"lanyard/ui/page/form"
)

// testTable is the field of a kind's condition. A condition that is nested deeper is kept as it is. None at all asks for what the
// seminar asks for.
type testTable struct {
	*form.Tests[*testRow]
	page *Page
	form *kindForm
}

func newTestTable(f *kindForm) *testTable {
	l := f.page.env.Lang
	t := &testTable{page: f.page, form: f}
	tests, anyOf, ok := attendance.ConditionTable(f.base.Condition)
	t.Tests = form.NewTests(f.page.env, form.TestsOptions[*testRow]{All: l.T("certificates.test.all"), Any: l.T("certificates.test.any"), Add: l.T("certificates.test.add"),
		AnyOf: anyOf, Fresh: t.fresh, Words: t.said, Drawn: t.resized})
	var rows []*testRow
	if t.Nested = !ok; ok {
		for i := range tests {
			rows = append(rows, newTestRow(t, tests[i]))
		}
	}
	t.Show(rows)
	return t
}

func (t *testTable) resized() {
	if t.form.panel != nil {
		t.form.panel.Refresh()
	}
}

// fresh is a test of the first variable that none of the others looks at yet.
func (t *testTable) fresh() *testRow {
	at := slices.IndexFunc(attendance.ConditionVars(), func(v string) bool {
		return !slices.ContainsFunc(t.Rows, func(r *testRow) bool { return r.of() == v })
	})
	return newTestRow(t, attendance.Condition{Var: attendance.ConditionVars()[max(0, at)]})
}

// said is what stands below the tests.
func (t *testTable) said() string {
	switch l := t.page.env.Lang; {
	case t.Nested:
		return l.T("certificates.test.nested")
	case len(t.Rows) == 0:
		return l.T("certificates.test.usual", "percent", t.page.env.Seminar().Percent)
	}
	return ""
}

// value is the condition as it is filled in; false if a row cannot be used, which then says why.
func (t *testTable) value() (json.RawMessage, bool) {
	if t.Nested || !t.Changed {
		return t.form.base.Condition, true
	}
	var tests []attendance.Condition
	for _, row := range t.Rows {
		c, ok := row.value()
		if !ok {
			return nil, false
		}
		tests = append(tests, c)
	}
	if len(tests) == 0 {
		return nil, true
	}
	raw, err := attendance.ConditionOf(tests, t.AnyOf())
	return raw, err == nil
}
