package programmepage

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// whenRow is one condition: what is looked at, how, and the values.
type whenRow struct {
	table    *whenTable
	subjects []seminar.ID
	subject  *widgets.Select
	op       *widgets.Select
	ops      []string
	picks    *picks         // where values are offered
	text     *widgets.Entry // where they are written
	body     *fyne.Container
	content  *fyne.Container
	filling  bool
}

func newWhenRow(t *whenTable, c seminar.Condition) *whenRow {
	p := t.sheet.page
	r := &whenRow{table: t, subjects: t.subjects(), body: widgets.Column(theme.Space1)}
	if !slices.Contains(r.subjects, c.Question) { // it was removed
		r.subjects = append(r.subjects, c.Question)
	}
	var names []string
	for _, id := range r.subjects {
		names = append(names, p.subjectNamed(id))
	}
	r.subject = widgets.NewSelect(names, func(string) {
		if !r.filling {
			r.fill(seminar.Condition{Question: r.of()})
			t.touched()
		}
	})
	remove := widgets.NewButtonWithIcon("", theme.Icon(theme.IconCross), func() { t.drop(r) })
	r.content = widgets.Column(theme.Space1, widgets.Edge(p.env.Lang.RTL(), nil, nil, nil, remove, r.subject), r.body, widgets.Rule())
	r.fill(c)
	return r
}

func (r *whenRow) of() seminar.ID { return r.subjects[max(0, r.subject.SelectedIndex())] }

// fill puts a condition into the row.
func (r *whenRow) fill(c seminar.Condition) {
	r.filling = true
	defer func() { r.filling = false }()
	l := r.table.sheet.page.env.Lang
	r.subject.SetSelectedIndex(max(0, slices.Index(r.subjects, c.Question)))
	r.ops = []string{whenIn, whenNotIn, whenAny, whenNone}
	if c.Question == "" {
		r.ops = r.ops[:2]
	}
	var names []string
	for _, op := range r.ops {
		names = append(names, l.T("programme.question.when.op."+op))
	}
	r.op = widgets.NewSelect(names, nil)
	op := map[bool]string{false: whenIn, true: whenNotIn}[c.Not]
	if len(c.Values) == 0 && c.Not && c.Question != "" {
		op = whenNone
	}
	r.op.SetSelectedIndex(slices.Index(r.ops, op))
	r.picks, r.text = nil, nil
	values := r.control(c)
	r.op.OnChanged = func(string) {
		values.Hidden = !r.compares()
		r.body.Refresh()
		r.table.touched()
	}
	r.body.Objects = []fyne.CanvasObject{r.op, values}
	r.body.Refresh()
}

// compares says whether the condition has values.
func (r *whenRow) compares() bool { return r.op.SelectedIndex() < 2 }

// control is what the values are chosen or written with.
func (r *whenRow) control(c seminar.Condition) *fyne.Container {
	s := r.table.sheet
	if offered := s.page.valuesOf(c.Question); offered != nil {
		r.picks = newPicks(s.page.env.Lang.RTL(), offered, c.Values)
		r.picks.changed = r.table.touched
		return r.picks.content
	}
	r.text = s.steer(widgets.NewEntry("", false))
	r.text.Text = strings.Join(c.Values, valueBreak+" ")
	r.text.OnChanged = func(string) { r.table.touched() }
	return widgets.Column(0, r.text)
}

func (r *whenRow) value() seminar.Condition {
	op := r.ops[max(0, r.op.SelectedIndex())]
	c := seminar.Condition{Question: r.of(), Not: op == whenNotIn || op == whenNone}
	switch {
	case !r.compares():
	case r.picks != nil:
		c.Values = r.picks.chosen()
	default:
		q := r.table.sheet.page.question(c.Question)
		for _, text := range optionLines(r.text.Text) {
			if read, problem := desk.ReadAnswer(q, text, "", time.Time{}); problem == nil {
				text = read // as answers are kept
			}
			c.Values = append(c.Values, text)
		}
	}
	return c
}
