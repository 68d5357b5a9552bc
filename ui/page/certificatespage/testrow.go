package certificatespage

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/attendance"
	"lanyard/ui/page/form"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// testRow is one test of a condition: what is looked at, and with what it is compared. What can be chosen follows from the
// variable.
type testRow struct {
	*form.TestRow
	table  *testTable
	op     *widgets.Select // nil where there is but one
	number *widgets.Entry
	field  *widgets.FormField // says what is wrong with the row
	chips  []*widgets.Chip
	ids    []string // as the chips have them
	others []string // named by the test, and not there any more
}

func newTestRow(t *testTable, c attendance.Condition) *testRow {
	l := t.page.env.Lang
	r := &testRow{table: t}
	var names []string
	for _, v := range attendance.ConditionVars() {
		names = append(names, l.T("certificates.test.var."+v))
	}
	r.TestRow = form.NewTestRow(t.page.env, names, func() { r.fill(attendance.Condition{Var: r.of()}) })
	r.fill(c)
	return r
}

// of is the variable that is chosen.
func (r *testRow) of() string { return attendance.ConditionVars()[r.At()] }

func (r *testRow) fill(c attendance.Condition) {
	r.Fill(slices.Index(attendance.ConditionVars(), c.Var), func() { r.compare(c) })
}

// compare makes the operator and what it compares with.
func (r *testRow) compare(c attendance.Condition) {
	l := r.table.page.env.Lang
	r.op, r.number, r.field, r.chips, r.ids, r.others = nil, nil, nil, nil, nil, nil
	r.Body.Objects = nil
	if ops := attendance.ConditionOps(r.of()); len(ops) > 1 {
		var names []string
		for _, op := range ops {
			names = append(names, l.T("certificates.test.op."+op))
		}
		r.op = widgets.NewSelect(names, nil)
		r.op.SetSelectedIndex(max(0, slices.Index(ops, c.Op)))
		r.op.OnChanged = func(string) { r.Touch() }
		r.Body.Add(r.op)
	}
	switch r.of() {
	case "percent", "minutes":
		r.number = widgets.NewEntry("", false)
		r.number.OnEnter, r.number.OnEscape = r.table.form.save, r.table.page.editKinds
		if c.Value != nil {
			r.number.Text = strconv.Itoa(c.Number())
		}
		r.number.OnChanged = func(string) { r.field.SetError(""); r.Touch() }
		r.field = widgets.NewFormField(l.T("certificates.test.least."+r.of()), r.number)
	case "sessions", "category":
		r.field = widgets.NewFormField(l.T("certificates.test.which."+r.of()), r.choices(c.Texts()))
	default:
		return
	}
	r.field.RTL = l.RTL()
	r.Body.Add(r.field)
}

// choices are the sessions or the categories, each a chip to turn on.
func (r *testRow) choices(chosen []string) fyne.CanvasObject {
	p := r.table.page
	rtl := p.env.Lang.RTL()
	flow := widgets.Flow(rtl, theme.Space1)
	known := map[string]bool{}
	for _, o := range p.found.named[r.of()] {
		chip := widgets.NewChip(o.name, -1, func(bool) { flow.Refresh(); r.field.SetError(""); r.Touch() })
		chip.RTL = rtl
		chip.Selected = slices.ContainsFunc(chosen, func(c string) bool {
			hit := c == o.id || strings.EqualFold(strings.TrimSpace(c), strings.TrimSpace(o.name))
			known[c] = known[c] || hit
			return hit
		})
		r.chips, r.ids = append(r.chips, chip), append(r.ids, o.id)
		flow.Add(chip)
	}
	for _, c := range chosen {
		if !known[c] {
			r.others = append(r.others, c)
		}
	}
	return flow
}

// value is the test as it is filled in; false if it cannot be used, which its field then says.
func (r *testRow) value() (attendance.Condition, bool) {
	l := r.table.page.env.Lang
	c := attendance.Condition{Var: r.of(), Op: attendance.ConditionOps(r.of())[0]}
	if r.op != nil {
		c.Op = attendance.ConditionOps(r.of())[max(0, r.op.SelectedIndex())]
	}
	var value any = true
	switch {
	case r.number != nil:
		n, err := strconv.Atoi(strings.TrimSpace(r.number.Text))
		if err != nil || n < 0 || r.of() == "percent" && n > 100 {
			r.field.SetError(l.T("certificates.test.number"))
			r.table.page.env.Window.Canvas().Focus(r.number)
			return c, false
		}
		value = n
	case r.field != nil:
		ids := slices.Clone(r.others)
		for i, chip := range r.chips {
			if chip.Selected {
				ids = append(ids, r.ids[i])
			}
		}
		if len(ids) == 0 {
			r.field.SetError(l.T("certificates.test.none"))
			return c, false
		}
		value = ids
	}
	var err error
	c.Value, err = json.Marshal(value)
	return c, err == nil
}
