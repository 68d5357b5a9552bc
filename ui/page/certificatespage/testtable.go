package certificatespage

import (
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/internal/attendance"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// testTable is the field of a kind's condition: tests that must all hold, or one of which must. A condition that is nested
// deeper is kept as it is. None at all asks for what the seminar asks for.
type testTable struct {
	page    *Page
	base    json.RawMessage
	nested  bool
	changed bool // somebody changed it: until then base is kept to the letter
	mode    *widgets.Segmented
	rows    []*testRow
	list    *fyne.Container
	words   *widgets.Text
	content *fyne.Container
	resized func()
}

const (
	modeAll = "all"
	modeAny = "any"
)

func newTestTable(p *Page, raw json.RawMessage) *testTable {
	l := p.env.Lang
	t := &testTable{page: p, base: raw, list: widgets.Column(theme.Space3), words: widgets.Quiet("")}
	tests, anyOf, ok := attendance.ConditionTable(raw)
	if t.nested = !ok; t.nested {
		tests = nil
	}
	mode := modeAll
	if anyOf {
		mode = modeAny
	}
	t.mode = widgets.NewSegmented([]widgets.Segment{{ID: modeAll, Label: l.T("certificates.test.all")}, {ID: modeAny, Label: l.T("certificates.test.any")}},
		mode, func(string) { t.touched() })
	t.mode.RTL, t.words.RTL, t.words.Lines = l.RTL(), l.RTL(), 8
	for i := range tests {
		t.rows = append(t.rows, newTestRow(t, tests[i]))
	}
	add := widgets.NewButtonWithIcon(l.T("certificates.test.add"), theme.Icon(theme.IconPlus), t.add)
	t.content = widgets.Column(theme.Space2, t.mode, t.list, t.words, widgets.Row(l.RTL(), 0, add))
	t.draw()
	return t
}

// add puts another test under those that are there: the first variable that none of them looks at yet.
func (t *testTable) add() {
	t.nested = false
	at := slices.IndexFunc(attendance.ConditionVars(), func(v string) bool {
		return !slices.ContainsFunc(t.rows, func(r *testRow) bool { return r.of() == v })
	})
	row := newTestRow(t, attendance.Condition{Var: attendance.ConditionVars()[max(0, at)]})
	t.rows = append(t.rows, row)
	t.touched()
	t.page.env.Window.Canvas().Focus(row.variable)
}

func (t *testTable) drop(row *testRow) {
	t.rows = slices.DeleteFunc(t.rows, func(o *testRow) bool { return o == row })
	t.touched()
	if n := len(t.rows); n > 0 {
		t.page.env.Window.Canvas().Focus(t.rows[n-1].variable)
	}
}

func (t *testTable) touched() {
	t.changed = true
	t.draw()
}

func (t *testTable) draw() {
	t.list.RemoveAll()
	for _, row := range t.rows {
		t.list.Add(row.content)
	}
	t.list.Hidden = len(t.rows) == 0
	t.mode.Hidden = len(t.rows) < 2
	l, key := t.page.env.Lang, ""
	switch {
	case t.nested:
		key = "certificates.test.nested"
	case len(t.rows) == 0:
		key = "certificates.test.usual"
	}
	t.words.SetText("")
	if t.words.Hidden = key == ""; key != "" {
		t.words.SetText(l.T(key, "percent", t.page.env.Seminar().Percent))
	}
	t.content.Refresh()
	if t.resized != nil {
		t.resized()
	}
}

// value is the condition as it is filled in; false if a row cannot be used, which then says why.
func (t *testTable) value() (json.RawMessage, bool) {
	if t.nested || !t.changed {
		return t.base, true
	}
	var tests []attendance.Condition
	for _, row := range t.rows {
		c, ok := row.value()
		if !ok {
			return nil, false
		}
		tests = append(tests, c)
	}
	if len(tests) == 0 {
		return nil, true
	}
	raw, err := attendance.ConditionOf(tests, t.mode.Selected == modeAny)
	return raw, err == nil
}
