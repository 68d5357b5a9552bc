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

// How a condition compares.
const (
	whenIn     = "in"
	whenNotIn  = "not_in"
	whenAny    = "any"
	whenNone   = "none"
	valueBreak = ";"
)

// whenTable is the field of the conditions under which a question is asked, with all of them in words below.
type whenTable struct {
	sheet   *questionSheet
	rows    []*whenRow
	list    *fyne.Container
	words   *widgets.Text
	content *fyne.Container
}

func newWhenTable(s *questionSheet) *whenTable {
	l := s.page.env.Lang
	t := &whenTable{sheet: s, list: widgets.Column(theme.Space2), words: widgets.Quiet("")}
	t.words.RTL, t.words.Lines = l.RTL(), 8
	for _, c := range s.base.When {
		t.rows = append(t.rows, newWhenRow(t, c))
	}
	add := widgets.NewButtonWithIcon(l.T("programme.rule.add"), theme.Icon(theme.IconPlus), t.add)
	t.content = widgets.Column(theme.Space2, t.list, t.words, widgets.Row(l.RTL(), 0, add))
	t.draw()
	return t
}

func (t *whenTable) add() {
	row := newWhenRow(t, seminar.Condition{Question: t.subjects()[len(t.subjects())-1]})
	t.rows = append(t.rows, row)
	t.touched()
	t.sheet.page.env.Window.Canvas().Focus(row.subject)
}

func (t *whenTable) drop(r *whenRow) {
	t.rows = slices.DeleteFunc(t.rows, func(o *whenRow) bool { return o == r })
	t.touched()
	if n := len(t.rows); n > 0 {
		t.sheet.page.env.Window.Canvas().Focus(t.rows[n-1].subject)
	}
}

func (t *whenTable) touched() {
	if f := t.sheet.fields["when"]; f != nil {
		f.SetError("")
	}
	t.draw()
	t.sheet.touched()
}

func (t *whenTable) draw() {
	t.list.RemoveAll()
	for _, row := range t.rows {
		t.list.Add(row.content)
	}
	t.list.Hidden = len(t.rows) == 0
	if t.words.Text = t.sheet.page.whenInWords(t.value()); t.words.Text == "" {
		t.words.Text = t.sheet.page.env.Lang.T("programme.question.when.none")
	}
	t.words.Refresh()
	t.content.Refresh()
}

// subjects are what a condition can look at: "" is the category, the others are questions.
func (t *whenTable) subjects() []seminar.ID {
	all := []seminar.ID{""}
	for _, q := range t.sheet.page.now.questions {
		if q.ID != t.sheet.base.ID {
			all = append(all, q.ID)
		}
	}
	return all
}

// value are the conditions as they are filled in, nil for none.
func (t *whenTable) value() []seminar.Condition {
	var all []seminar.Condition
	for _, r := range t.rows {
		all = append(all, r.value())
	}
	return all
}

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

// question is one of the seminar's by its id.
func (p *Page) question(id seminar.ID) seminar.Question {
	for _, q := range p.now.questions {
		if q.ID == id {
			return q
		}
	}
	return seminar.Question{}
}

func (p *Page) subjectNamed(id seminar.ID) string {
	l := p.env.Lang
	if id == "" {
		return l.T("programme.question.when.category")
	}
	if q := p.question(id); q.ID != "" {
		return q.Said(l.Tag())
	}
	return l.T("programme.question.when.removed")
}

// valuesOf are what a condition on a question, or for "" on the category, is chosen from; nil if values are written.
func (p *Page) valuesOf(id seminar.ID) []pick {
	l := p.env.Lang
	var offered []pick
	if id == "" {
		offered = []pick{}
		for _, c := range p.now.categories {
			offered = append(offered, pick{string(c.ID), c.Name})
		}
		return offered
	}
	switch q := p.question(id); q.Type {
	case seminar.TypeYesNo, seminar.TypeConsent:
		return []pick{{"yes", l.T("common.yes")}, {"no", l.T("common.no")}}
	case seminar.TypeChoice, seminar.TypeSeveral:
		offered = []pick{}
		for _, o := range q.Options {
			offered = append(offered, pick{o, q.Option(o, l.Tag())})
		}
	}
	return offered
}

// whenInWords are conditions as a sentence, "" for none.
func (p *Page) whenInWords(when []seminar.Condition) string {
	l := p.env.Lang
	var parts []string
	for _, c := range when {
		offered := p.valuesOf(c.Question)
		var values []string
		for _, v := range c.Values {
			if i := slices.IndexFunc(offered, func(o pick) bool { return o.id == v }); i >= 0 {
				v = offered[i].label
			}
			values = append(values, v)
		}
		op := whenIn
		switch {
		case len(values) == 0 && c.Not:
			op = whenNone
		case len(values) == 0:
			op = whenAny
		case c.Not:
			op = whenNotIn
		}
		parts = append(parts, l.T("programme.question.when.say."+op, "what", p.subjectNamed(c.Question),
			"values", strings.Join(values, " "+l.T("programme.rule.or")+" ")))
	}
	if len(parts) == 0 {
		return ""
	}
	return l.T("programme.question.when.words", "conditions", strings.Join(parts, " "+l.T("programme.rule.and")+" "))
}
