package widgets

import (
	"context"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/task"
	"lanyard/ui/theme"
)

// TableColumn is a column of a [DataTable], told as data.
type TableColumn struct {
	ID       string
	Title    string
	Width    float32 // least width; the columns with Grow share what is left
	Grow     bool
	Align    Align
	Sortable bool
}

// TableCell is what stands in one column of a row. Text alone is the usual case.
type TableCell struct {
	Text   string
	Bold   bool
	Quiet  bool
	Kind   Kind        // an icon in the kind's colour before the text; KindNeutral: none
	Colour color.Color // a category's band before the text; nil: none
}

// TableRow is one row; ID is what selection and opening tell.
type TableRow struct {
	ID    string
	Cells []TableCell
}

// TablePage is an answer to Fetch: the rows from the offset on, and how many there are in all.
type TablePage struct {
	Rows  []TableRow
	Total int
}

// DataTable shows a table of any length: rows are fetched in pages as they come into view and the
// last pages are kept. Up, Down, Page Up, Page Down, Home and End move; Space selects; Shift with any of
// them selects a range; Ctrl+A selects all, Escape nobody; Enter opens. Up from the first row goes to the titles, where
// Left and Right choose a column and Enter sorts by it.
type DataTable struct {
	widget.BaseWidget
	Columns []TableColumn
	Runner  task.Runner
	// Fetch is called off the UI thread for the rows from offset on, at most limit of them.
	Fetch func(ctx context.Context, offset, limit int) (TablePage, error)
	// SortBy and Descending say which header carries the arrow; OnSort is told a tapped one and
	// is expected to order what Fetch gives and call Reload.
	SortBy     string
	Descending bool
	RTL        bool
	ReadOnly   bool // nothing can be selected

	OnSort             func(column string, descending bool)
	OnOpen             func(id string)
	OnSelectionChanged func(ids []string)
	OnError            func(error)
	OnTotal            func(total int)

	cache    *pageCache
	total    int
	cursor   int
	anchor   int
	selected selection
	ranges   task.Latest[TablePage]
	head     *tableHead
	body     *tableBody
}

// NewDataTable makes a table; call Reload to fill it.
func NewDataTable(runner task.Runner, columns []TableColumn, fetch func(ctx context.Context, offset, limit int) (TablePage, error)) *DataTable {
	t := &DataTable{Columns: columns, Runner: runner, Fetch: fetch, cursor: -1, anchor: -1}
	t.cache = &pageCache{runner: runner}
	t.head, t.body = newTableHead(t), newTableBody(t)
	t.ExtendBaseWidget(t)
	return t
}

// Reload forgets what was fetched and fetches again. Selection and cursor stay.
func (t *DataTable) Reload() {
	t.cache.fetch, t.cache.runner = t.Fetch, t.Runner
	t.cache.failed = t.OnError
	t.cache.arrived = t.arrived
	t.cache.reset()
	t.cache.ask(max(t.cursor, 0) / tablePageSize)
}

func (t *DataTable) arrived(page TablePage) {
	if t.total != page.Total {
		t.total = page.Total
		if t.cursor = min(t.cursor, t.total-1); t.cursor > 0 {
			t.moveTo(t.cursor, false)
		}
		if t.OnTotal != nil {
			t.OnTotal(t.total)
		}
	}
	t.Refresh()
}

// Total is how many rows there are, known after the first page.
func (t *DataTable) Total() int { return t.total }

// Selected are the IDs of the selected rows in the order they were selected.
func (t *DataTable) Selected() []string { return t.selected.list() }

// SelectAll selects every row, those that were never shown too.
func (t *DataTable) SelectAll() {
	if t.total > 0 && !t.ReadOnly {
		t.selectRange(0, t.total-1)
	}
}

// ClearSelection unselects everything.
func (t *DataTable) ClearSelection() {
	t.ranges.Cancel()
	t.anchor = -1
	if t.selected.clear() {
		t.tellSelection()
	}
}

// Take gives the table the focus of its window.
func (t *DataTable) Take() { focus(t.body) }

// Focusable is the part of the table that takes the focus, for canvas.Focus and for tests.
func (t *DataTable) Focusable() fyne.Focusable { return t.body }

// Front brings a row to the front, of a table that has not been shown yet when it comes.
func (t *DataTable) Front(index int) {
	t.cursor = index
	if t.total > 0 {
		t.moveTo(index, false)
	}
}

// Current is the ID of the row under the cursor, or "".
func (t *DataTable) Current() string {
	if row, ok := t.rowAt(t.cursor); ok {
		return row.ID
	}
	return ""
}

func (t *DataTable) rowAt(index int) (TableRow, bool) {
	if index < 0 || index >= t.total {
		return TableRow{}, false
	}
	return t.cache.row(index)
}

func (t *DataTable) moveTo(index int, extend bool) {
	if t.total == 0 {
		return
	}
	from := max(t.cursor, 0)
	t.cursor = min(max(index, 0), t.total-1)
	if t.body.Size().Height >= theme.RowHeight { // before the first layout there is nothing to scroll
		t.body.ScrollTo(t.cursor)
	}
	if extend && !t.ReadOnly {
		if t.anchor < 0 {
			t.anchor = from
		}
		t.selectRange(min(t.anchor, t.cursor), max(t.anchor, t.cursor))
	} else {
		t.anchor = -1
	}
	t.Refresh()
}

func (t *DataTable) toggle(index int) {
	if row, ok := t.rowAt(index); ok && !t.ReadOnly {
		t.selected.toggle(row.ID)
		t.tellSelection()
	}
}

// selectRange selects the rows from first to last, fetching those that are not here.
func (t *DataTable) selectRange(first, last int) {
	t.ranges.Run(t.cache.ctx, t.Runner, func(ctx context.Context) (TablePage, error) {
		return t.Fetch(ctx, first, last-first+1)
	}, func(page TablePage, err error) {
		if err != nil {
			if t.OnError != nil {
				t.OnError(err)
			}
			return
		}
		t.selected.clear()
		for _, row := range page.Rows {
			t.selected.add(row.ID)
		}
		t.tellSelection()
	})
}

func (t *DataTable) tellSelection() {
	t.Refresh()
	if t.OnSelectionChanged != nil {
		t.OnSelectionChanged(t.Selected())
	}
}

func (t *DataTable) open(index int) {
	if row, ok := t.rowAt(index); ok && t.OnOpen != nil {
		t.OnOpen(row.ID)
	}
}

func (t *DataTable) sort(column TableColumn) {
	if !column.Sortable {
		return
	}
	t.Descending = t.SortBy == column.ID && !t.Descending
	t.SortBy = column.ID
	t.Refresh()
	if t.OnSort != nil {
		t.OnSort(t.SortBy, t.Descending)
	}
}

// checkWidth is the place of the selection box before the first column.
const checkWidth float32 = 40

// widths shares a width among the columns.
func (t *DataTable) widths(total float32) []float32 {
	sum, growing := checkWidth+theme.Space3, 0
	for _, c := range t.Columns {
		sum += c.Width
		if c.Grow {
			growing++
		}
	}
	spare := total - sum
	shrink := float32(1)
	if spare < 0 {
		shrink = max(0, (total-checkWidth-theme.Space3)/(sum-checkWidth-theme.Space3))
	}
	widths := make([]float32, len(t.Columns))
	for i, c := range t.Columns {
		widths[i] = c.Width * shrink
		if c.Grow && spare > 0 {
			widths[i] += spare / float32(growing)
		}
	}
	return widths
}

// CreateRenderer implements fyne.Widget.
func (t *DataTable) CreateRenderer() fyne.WidgetRenderer {
	back, ring := newBox(theme.Surface, theme.Line, theme.Radius), newRing(theme.Radius)
	head, rows := t.head, theme.Dense(t.body)
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, head, rows, ring.Rectangle}}
	p.min = func() fyne.Size { return fyne.NewSize(320, 5*theme.RowHeight) }
	p.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		place(ring, 0, 0, s.Width, s.Height)
		place(head, 1, 1, s.Width-2, theme.RowHeight)
		place(rows, 1, theme.RowHeight+1, s.Width-2, s.Height-theme.RowHeight-2)
	}
	p.refresh = func() {
		back.paint()
		ring.paint()
		showIf(ring.Rectangle, t.body.focused)
		head.Refresh()
		t.body.Refresh()
	}
	return p
}

// selection is a set of IDs that remembers its order.
type selection struct {
	ids   []string
	known map[string]bool
}

func (s *selection) has(id string) bool { return s.known[id] }
func (s *selection) list() []string     { return append([]string{}, s.ids...) }

func (s *selection) add(id string) {
	if s.known == nil {
		s.known = map[string]bool{}
	}
	if !s.known[id] {
		s.known[id] = true
		s.ids = append(s.ids, id)
	}
}

func (s *selection) toggle(id string) {
	if !s.known[id] {
		s.add(id)
		return
	}
	delete(s.known, id)
	for i, other := range s.ids {
		if other == id {
			s.ids = append(s.ids[:i:i], s.ids[i+1:]...)
			return
		}
	}
}

func (s *selection) clear() bool {
	had := len(s.ids) > 0
	s.ids, s.known = nil, nil
	return had
}
