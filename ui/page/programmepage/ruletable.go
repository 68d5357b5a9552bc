package programmepage

import (
	"encoding/json"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// ruleTable is the field of a list's rule: conditions that must all hold, or one of which must, with the rule in words
// below them. A rule that is nested deeper is kept as it is and told in words alone.
type ruleTable struct {
	sheet   *sheet
	base    json.RawMessage
	nested  bool // base is no table
	changed bool // somebody changed it: until then base is kept to the letter
	mode    *widgets.Segmented
	modes   *fyne.Container // the mode in the width that there is
	rows    []*condition
	list    *fyne.Container
	words   *widgets.Text
	content *fyne.Container
}

const (
	modeAll = "all"
	modeAny = "any"
)

func newRuleTable(s *sheet, raw json.RawMessage) *ruleTable {
	l := s.page.env.Lang
	t := &ruleTable{sheet: s, base: raw, list: widgets.Column(theme.Space3), words: widgets.Quiet("")}
	conditions, anyOf, ok := attendance.Table(raw)
	for i := range conditions {
		ok = ok && showable(&conditions[i])
	}
	if t.nested = !ok; t.nested {
		conditions = nil
	}
	mode := modeAll
	if anyOf {
		mode = modeAny
	}
	t.mode = widgets.NewSegmented([]widgets.Segment{{ID: modeAll, Label: l.T("programme.rule.all")}, {ID: modeAny, Label: l.T("programme.rule.any")}},
		mode, func(string) { t.touched() })
	t.mode.RTL, t.words.RTL, t.words.Lines = l.RTL(), l.RTL(), 8
	t.modes = container.New(&shrinking{rtl: l.RTL()}, t.mode)
	for i := range conditions {
		t.rows = append(t.rows, newCondition(t, &conditions[i]))
	}
	add := widgets.NewButtonWithIcon(l.T("programme.rule.add"), theme.Icon(theme.IconPlus), t.add)
	t.content = widgets.Column(theme.Space2, t.modes, t.list, t.words, widgets.Row(l.RTL(), 0, add))
	t.draw()
	return t
}

// add puts another condition under those that are there; in the place of a rule that is no table, the first.
func (t *ruleTable) add() {
	t.nested = false
	row := newCondition(t, &attendance.Rule{Var: "entries_today", Op: "<", Value: json.RawMessage("1")})
	t.rows = append(t.rows, row)
	t.touched()
	t.sheet.page.env.Window.Canvas().Focus(row.variable)
}

// drop takes a condition out.
func (t *ruleTable) drop(c *condition) {
	t.rows = slices.DeleteFunc(t.rows, func(o *condition) bool { return o == c })
	t.touched()
	if n := len(t.rows); n > 0 {
		t.sheet.page.env.Window.Canvas().Focus(t.rows[n-1].variable)
	}
}

// touched shows what somebody changed.
func (t *ruleTable) touched() {
	t.changed = true
	if f := t.sheet.fields["rule"]; f != nil {
		f.SetError("")
	}
	t.draw()
}

func (t *ruleTable) draw() {
	t.list.RemoveAll()
	for _, row := range t.rows {
		t.list.Add(row.content)
	}
	t.list.Hidden = len(t.rows) == 0
	t.modes.Hidden = len(t.rows) < 2
	t.words.SetText(t.said())
	t.words.Hidden = t.words.Text == ""
	t.content.Refresh()
	t.sheet.column.Refresh()
	if t.sheet.panel != nil {
		t.sheet.panel.Refresh() // the focus is followed into what is new
	}
}

// said is the rule in words, with what can be done about one that is no table.
func (t *ruleTable) said() string {
	l := t.sheet.page.env.Lang
	if len(t.rows) == 0 && !t.nested {
		return l.T("programme.rule.none")
	}
	var bad seminar.Problems
	raw := t.value(&bad)
	if len(bad) > 0 {
		return ""
	}
	words := t.sheet.page.ruleInWords(raw)
	if t.nested {
		words = widgets.Joined(" ", words, l.T("programme.rule.nested"))
	}
	return words
}

// value is the rule as it is filled in; what cannot be used becomes a problem of the field.
func (t *ruleTable) value(bad *seminar.Problems) json.RawMessage {
	if t.nested || !t.changed {
		return t.base
	}
	var conditions []attendance.Rule
	for _, row := range t.rows {
		r, problem := row.value()
		if problem != nil {
			t.sheet.inner["rule"] = row.variable
			if row.text != nil {
				t.sheet.inner["rule"] = row.text
			}
			*bad = append(*bad, problem)
			return t.base
		}
		conditions = append(conditions, r)
	}
	raw, err := attendance.FromTable(conditions, t.mode.Selected == modeAny)
	if err != nil {
		*bad = append(*bad, t.sheet.problem("rule", "programme.rule.unread"))
	}
	return raw
}
