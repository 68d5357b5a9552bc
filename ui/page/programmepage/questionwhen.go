package programmepage

import (
	"slices"

	"fyne.io/fyne/v2"

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
