package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// tableBody is the toolkit's list with the keys of a table.
type tableBody struct {
	widget.List
	table   *DataTable
	focused bool
	shift   bool
}

func newTableBody(t *DataTable) *tableBody {
	b := &tableBody{table: t}
	b.Length = func() int { return t.total }
	b.CreateItem = func() fyne.CanvasObject { return newTableRow(t) }
	b.UpdateItem = func(id widget.ListItemID, o fyne.CanvasObject) {
		row, ok := t.rowAt(id)
		o.(*tableRow).set(id, row, ok)
	}
	b.HideSeparators = true
	b.ExtendBaseWidget(b)
	return b
}

// FocusGained implements fyne.Focusable.
func (b *tableBody) FocusGained() {
	b.focused = true
	if b.table.cursor < 0 {
		b.table.cursor = 0
	}
	b.table.Refresh()
}

// FocusLost implements fyne.Focusable.
func (b *tableBody) FocusLost() { b.focused, b.shift = false, false; b.table.Refresh() }

// KeyDown implements desktop.Keyable: it notes the Shift key.
func (b *tableBody) KeyDown(ev *fyne.KeyEvent) { b.noteShift(ev, true) }

// KeyUp implements desktop.Keyable.
func (b *tableBody) KeyUp(ev *fyne.KeyEvent) { b.noteShift(ev, false) }

func (b *tableBody) noteShift(ev *fyne.KeyEvent, down bool) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		b.shift = down
	}
}

// TypedShortcut implements fyne.Shortcutable: Ctrl+A selects all rows; what is pasted is for the page.
func (b *tableBody) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutSelectAll:
		b.table.SelectAll()
	case *fyne.ShortcutPaste:
		if canvas, ok := CanvasOf(b).(fyne.Shortcutable); ok {
			canvas.TypedShortcut(s)
		}
	default:
		PassShortcut(b, s, true)
	}
}

// TypedKey implements fyne.Focusable.
func (b *tableBody) TypedKey(ev *fyne.KeyEvent) {
	t := b.table
	page := max(1, int(b.Size().Height/theme.RowHeight)-1)
	switch ev.Name {
	case fyne.KeyDown:
		t.moveTo(t.cursor+1, b.shift)
	case fyne.KeyUp:
		if t.cursor <= 0 && !b.shift {
			focus(t.head)
			return
		}
		t.moveTo(t.cursor-1, b.shift)
	case fyne.KeyPageDown:
		t.moveTo(t.cursor+page, b.shift)
	case fyne.KeyPageUp:
		t.moveTo(t.cursor-page, b.shift)
	case fyne.KeyHome:
		t.moveTo(0, b.shift)
	case fyne.KeyEnd:
		t.moveTo(t.total-1, b.shift)
	case fyne.KeySpace:
		if b.shift {
			t.moveTo(t.cursor, true)
			return
		}
		t.toggle(t.cursor)
	case fyne.KeyReturn, fyne.KeyEnter:
		t.open(t.cursor)
	case fyne.KeyEscape:
		if len(t.selected.ids) > 0 {
			t.ClearSelection()
			return
		}
		HandOn(b, ev)
	default:
		HandOn(b, ev)
	}
}

// tableRow draws one row; tapping it opens, tapping its box selects.
type tableRow struct {
	widget.BaseWidget
	table   *DataTable
	index   int
	row     TableRow
	known   bool
	hovered bool
}

func newTableRow(t *DataTable) *tableRow {
	r := &tableRow{table: t}
	r.ExtendBaseWidget(r)
	return r
}

func (r *tableRow) set(index int, row TableRow, known bool) {
	r.index, r.row, r.known = index, row, known
	r.Refresh()
}

// MouseIn implements desktop.Hoverable.
func (r *tableRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (r *tableRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *tableRow) MouseOut() { r.hovered = false; r.Refresh() }

// Tapped implements fyne.Tappable.
func (r *tableRow) Tapped(ev *fyne.PointEvent) {
	t := r.table
	x := ev.Position.X
	if t.RTL {
		x = r.Size().Width - x
	}
	extend := t.body.shift
	focus(t.body)
	t.moveTo(r.index, extend)
	switch {
	case extend:
	case x < checkWidth:
		t.toggle(r.index)
	default:
		t.open(r.index)
	}
}

// CreateRenderer implements fyne.Widget.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer {
	v := &rowView{row: r, back: newBox("", "", 0), mark: newBox(theme.Accent, "", 0), rule: newBox(theme.Line, "", 0), check: newBox(theme.Surface, theme.QuietText, 4)}
	v.tick = widget.NewIcon(nil)
	return v
}
