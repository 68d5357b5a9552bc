package programmepage

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
	"lanyard/ui/page/form"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// condition is one row of a rule's table: what is looked at, how it is compared, and with what. What can be chosen
// follows from the variable.
type condition struct {
	*form.TestRow
	table     *ruleTable
	tolerance int // of the rule that was there, in minutes: it goes with its clock
	op        *widgets.Select
	ops       []string // as the choice has them
	text      *widgets.Entry
	choice    *widgets.Select
	picks     *picks
}

func newCondition(t *ruleTable, r *attendance.Rule) *condition {
	l := t.sheet.page.env.Lang
	c := &condition{table: t, tolerance: r.Tolerance}
	var names []string
	for _, v := range attendance.Variables() {
		names = append(names, l.T("programme.rule.var."+v))
	}
	c.TestRow = form.NewTestRow(t.sheet.page.env, names, func() { c.fill(&attendance.Rule{Var: c.of(), Op: ops(c.of())[0]}) })
	c.fill(r)
	return c
}

// ops are the operators that the table offers for a variable. "is one of" says all that "is" says of a category.
func ops(variable string) []string {
	all := attendance.Comparisons(variable)
	if variable == "category" || variable == "entry_status" {
		all = slices.DeleteFunc(all, func(op string) bool { return (op == "in" || op == "not_in") != (variable == "category") })
	}
	return all
}

// showable says whether a row of the table can show a condition as it is: whole numbers, days of the week, and one of the
// two words of an entry status.
func showable(r *attendance.Rule) bool {
	whole := r.Number() == float64(int(r.Number()))
	switch kindOf(r.Var) {
	case "weekday":
		return whole && r.Number() >= 1 && r.Number() <= 7
	case "entry_status":
		return slices.Contains(ops(r.Var), r.Op) && slices.Contains(statuses(), r.Texts()[0])
	}
	return whole
}

// of is the variable that is chosen.
func (c *condition) of() string {
	return attendance.Variables()[c.At()]
}

// fill puts a condition into the row.
func (c *condition) fill(r *attendance.Rule) {
	c.Fill(slices.Index(attendance.Variables(), r.Var), func() { c.compare(r) })
}

// compare makes the operator and the value.
func (c *condition) compare(r *attendance.Rule) {
	l := c.table.sheet.page.env.Lang
	c.ops = ops(c.of())
	var names []string
	for _, op := range c.ops {
		names = append(names, l.T("programme.rule."+kindOf(c.of())+"."+opNames[op]))
	}
	c.op = widgets.NewSelect(names, nil)
	op := r.Op
	if other := map[string]string{"==": "in", "!=": "not_in"}[op]; c.of() == "category" && other != "" {
		op = other
	}
	c.op.SetSelectedIndex(max(0, slices.Index(c.ops, op)))
	c.op.OnChanged = func(string) { c.Touch() }
	c.text, c.choice, c.picks = nil, nil, nil
	value := c.control(r)
	if c.picks != nil {
		c.Body.Objects = []fyne.CanvasObject{c.op, value}
	} else {
		c.Body.Objects = []fyne.CanvasObject{widgets.Side(l.RTL(), theme.Space1, 100, c.op, value)}
	}
}

// control makes what the value of a condition is chosen or written with.
func (c *condition) control(r *attendance.Rule) fyne.CanvasObject {
	p := c.table.sheet.page
	switch kindOf(c.of()) {
	case "weekday":
		var days []string
		for n := 1; n <= 7; n++ {
			days = append(days, p.weekday(n))
		}
		return c.choose(days, int(r.Number())-1)
	case "entry_status":
		var words []string
		for _, s := range statuses() {
			words = append(words, p.status(s))
		}
		at := 0
		if texts := r.Texts(); len(texts) > 0 {
			at = slices.Index(statuses(), texts[0])
		}
		return c.choose(words, at)
	case "category":
		var offered []pick
		for _, v := range p.now.categories {
			offered = append(offered, pick{v.Name, v.Name})
		}
		var chosen []string
		for _, text := range r.Texts() {
			chosen = append(chosen, p.categoryNamed(text))
		}
		c.picks = newPicks(p.env.Lang.RTL(), offered, chosen)
		c.picks.changed = c.Touch
		return c.picks.content
	case "now":
		return c.write(writtenBound(p.env.Lang, r.Moment(), p.env.Seminar().Location()), "09:00")
	}
	return c.write(string(r.Value), "1")
}

func (c *condition) choose(options []string, at int) fyne.CanvasObject {
	c.choice = widgets.NewSelect(options, nil)
	c.choice.SetSelectedIndex(max(0, min(at, len(options)-1)))
	c.choice.OnChanged = func(string) { c.Touch() }
	return c.choice
}

func (c *condition) write(text, example string) fyne.CanvasObject {
	c.text = c.table.sheet.steer(widgets.NewEntry(example, false))
	c.text.Text = text
	c.text.OnChanged = func(string) { c.Touch() }
	return c.text
}

// value is the condition as it is filled in, or what is wrong with it.
func (c *condition) value() (attendance.Rule, *seminar.Error) {
	p := c.table.sheet.page
	r := attendance.Rule{Var: c.of(), Op: c.ops[max(0, c.op.SelectedIndex())]}
	var value any
	switch kindOf(r.Var) {
	case "weekday":
		value = c.choice.SelectedIndex() + 1
	case "entry_status":
		value = statuses()[c.choice.SelectedIndex()]
	case "category":
		chosen := c.picks.chosen()
		if len(chosen) == 0 {
			return r, c.table.sheet.problem("rule", "programme.rule.no_category")
		}
		value = chosen
	case "now":
		bound, ok := readBound(p.env.Lang, c.text.Text)
		if !ok || bound == "" {
			return r, c.table.sheet.problem("rule", "programme.bound.unread", "value", c.text.Text,
				"example", writtenDay(p.env.Lang, p.env.Desk().Now())+" 09:00")
		}
		value, r.Tolerance = bound, c.tolerance
	default:
		n, err := strconv.Atoi(strings.TrimSpace(c.text.Text))
		if err != nil {
			return r, c.table.sheet.problem("rule", "programme.number.unread", "value", c.text.Text)
		}
		value = n
	}
	var err error
	if r.Value, err = json.Marshal(value); err != nil {
		return r, c.table.sheet.problem("rule", "programme.rule.unread")
	}
	return r, nil
}
