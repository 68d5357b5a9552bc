package form

import (
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Tests is a table of tests that must all hold, or one of which must: the rule of a check-in list, the condition of a kind of
// certificate. A row embeds a TestRow and has what the variable is compared with as its body.
type Tests[R testRow] struct {
	Rows    []R
	Content *fyne.Container
	// Nested says that what there was is no table, and Changed that somebody changed it: until then it is kept to the letter.
	Nested, Changed bool

	o     TestsOptions[R]
	env   *page.Env
	mode  *widgets.Segmented
	modes *fyne.Container
	list  *fyne.Container
	words *widgets.Text
}

// TestsOptions are what one table is called and does otherwise than another.
type TestsOptions[R testRow] struct {
	All, Any, Add string        // labels
	AnyOf         bool          // one test is enough
	Fresh         func() R      // the row that somebody adds
	Words         func() string // below the rows, "" for nothing
	Touched       func()        // somebody changed it; may be nil
	Drawn         func()        // it may be of another height
}

type testRow interface{ row() *TestRow }

const (
	allOf = "all"
	anyOf = "any"
)

// NewTests makes a table without rows; Show shows those that there are.
func NewTests[R testRow](env *page.Env, o TestsOptions[R]) *Tests[R] {
	rtl := env.Lang.RTL()
	t := &Tests[R]{o: o, env: env, list: widgets.Column(theme.Space3), words: widgets.Quiet("")}
	mode := allOf
	if o.AnyOf {
		mode = anyOf
	}
	t.mode = widgets.NewSegmented([]widgets.Segment{{ID: allOf, Label: o.All}, {ID: anyOf, Label: o.Any}}, mode, func(string) { t.Touch() })
	t.mode.RTL, t.words.RTL, t.words.Lines = rtl, rtl, 8
	t.modes = widgets.Shrinking(rtl, t.mode)
	add := widgets.NewButtonWithIcon(o.Add, theme.Icon(theme.IconPlus), t.add)
	t.Content = widgets.Column(theme.Space2, t.modes, t.list, t.words, widgets.Row(rtl, 0, add))
	return t
}

// Show shows rows.
func (t *Tests[R]) Show(rows []R) {
	t.Rows = rows
	for _, r := range rows {
		t.own(r)
	}
	t.draw()
}

// AnyOf says that one test is enough.
func (t *Tests[R]) AnyOf() bool { return t.mode.Selected == anyOf }

// Touch shows what somebody changed.
func (t *Tests[R]) Touch() {
	t.Changed = true
	if t.o.Touched != nil {
		t.o.Touched()
	}
	t.draw()
}

// own gives a row what it does to its table.
func (t *Tests[R]) own(r R) {
	r.row().drop, r.row().touched = func() { t.drop(r.row()) }, t.Touch
}

// add puts another test under those that are there; in the place of what is no table, the first.
func (t *Tests[R]) add() {
	t.Nested = false
	r := t.o.Fresh()
	t.own(r)
	t.Rows = append(t.Rows, r)
	t.Touch()
	t.env.Window.Canvas().Focus(r.row().Variable)
}

func (t *Tests[R]) drop(row *TestRow) {
	t.Rows = slices.DeleteFunc(t.Rows, func(r R) bool { return r.row() == row })
	t.Touch()
	if n := len(t.Rows); n > 0 {
		t.env.Window.Canvas().Focus(t.Rows[n-1].row().Variable)
	}
}

func (t *Tests[R]) draw() {
	t.list.RemoveAll()
	for _, r := range t.Rows {
		t.list.Add(r.row().content)
	}
	t.list.Hidden = len(t.Rows) == 0
	t.modes.Hidden = len(t.Rows) < 2
	t.words.SetText(t.o.Words())
	t.words.Hidden = t.words.Text == ""
	t.Content.Refresh()
	if t.o.Drawn != nil {
		t.o.Drawn()
	}
}

// TestRow is what all rows have: the variable that is looked at, a button that takes the row out, and below them a body that
// follows from the variable.
type TestRow struct {
	Variable      *widgets.Select
	Body          *fyne.Container
	content       *fyne.Container
	filling       bool // by the program
	drop, touched func()
}

// NewTestRow makes a row; chosen is told when somebody chooses another variable.
func NewTestRow(env *page.Env, variables []string, chosen func()) *TestRow {
	r := &TestRow{Body: widgets.Column(theme.Space1)}
	r.Variable = widgets.NewSelect(variables, func(string) {
		if !r.filling {
			chosen()
			r.Touch()
		}
	})
	remove := widgets.NewButtonWithIcon("", theme.Icon(theme.IconCross), func() { r.drop() })
	r.content = widgets.Column(theme.Space1, widgets.Edge(env.Lang.RTL(), nil, nil, nil, remove, r.Variable), r.Body, widgets.Rule())
	return r
}

func (r *TestRow) row() *TestRow { return r }

// At is the number of the variable that is chosen.
func (r *TestRow) At() int { return max(0, r.Variable.SelectedIndex()) }

// Fill chooses a variable and fills the body anew, which is nobody's change.
func (r *TestRow) Fill(at int, body func()) {
	r.filling = true
	defer func() { r.filling = false }()
	r.Variable.SetSelectedIndex(max(0, at))
	body()
	r.Body.Refresh()
}

// Touch tells the table that somebody changed the row.
func (r *TestRow) Touch() {
	if !r.filling && r.touched != nil {
		r.touched()
	}
}
