package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// tableHead is the row of titles; a tap on a sortable one sorts. With the focus, Left and Right choose a title, Enter or
// Space sorts by it, Down goes to the rows.
type tableHead struct {
	widget.BaseWidget
	table   *DataTable
	column  int // that the keys choose
	focused bool
}

func newTableHead(t *DataTable) *tableHead {
	h := &tableHead{table: t}
	h.ExtendBaseWidget(h)
	return h
}

// FocusGained implements fyne.Focusable.
func (h *tableHead) FocusGained() {
	h.focused = true
	if h.column >= len(h.table.Columns) || !h.table.Columns[h.column].Sortable {
		h.column = -1
		h.step(1)
	}
	h.Refresh()
}

// FocusLost implements fyne.Focusable.
func (h *tableHead) FocusLost() { h.focused = false; h.Refresh() }

// TypedRune implements fyne.Focusable.
func (h *tableHead) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (h *tableHead) TypedKey(ev *fyne.KeyEvent) {
	forward := 1
	if h.table.RTL {
		forward = -1
	}
	switch ev.Name {
	case fyne.KeyRight:
		h.step(forward)
	case fyne.KeyLeft:
		h.step(-forward)
	case fyne.KeyDown:
		h.table.Take()
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		if h.column >= 0 && h.column < len(h.table.Columns) {
			h.table.sort(h.table.Columns[h.column])
		}
	default:
		HandOn(h, ev)
	}
}

// step goes to the next sortable title.
func (h *tableHead) step(by int) {
	for i := h.column + by; i >= 0 && i < len(h.table.Columns); i += by {
		if h.table.Columns[i].Sortable {
			h.column = i
			h.Refresh()
			return
		}
	}
}

// Tapped implements fyne.Tappable.
func (h *tableHead) Tapped(ev *fyne.PointEvent) {
	x := ev.Position.X
	if h.table.RTL {
		x = h.Size().Width - x
	}
	left := checkWidth
	for i, w := range h.table.widths(h.Size().Width) {
		if x >= left && x < left+w {
			h.table.sort(h.table.Columns[i])
			return
		}
		left += w
	}
}

// CreateRenderer implements fyne.Widget.
func (h *tableHead) CreateRenderer() fyne.WidgetRenderer {
	rule := newBox(theme.Line, "", 0)
	arrow := widget.NewIcon(nil)
	ring := newRing(theme.Radius)
	var titles []*Text
	p := &parts{}
	p.min = func() fyne.Size { return fyne.NewSize(100, theme.RowHeight) }
	p.layout = func(s fyne.Size) {
		t := h.table
		place(rule, 0, s.Height-1, s.Width, 1)
		x := checkWidth
		for i, w := range t.widths(s.Width) {
			if i >= len(titles) {
				break
			}
			tw := max(0, w-theme.Space3)
			if t.Columns[i].ID == t.SortBy && arrow.Visible() {
				tw = max(0, tw-18)
				ax := x + min(titles[i].measure(titles[i].Text)+theme.Space1, tw)
				if t.Columns[i].Align == AlignEnd {
					ax = x + tw + 2
				}
				place(arrow, startX(t.RTL, ax, 14, s.Width), (s.Height-14)/2, 14, 14)
			}
			place(titles[i], startX(t.RTL, x, tw, s.Width), 0, tw, s.Height)
			if i == h.column {
				place(ring, startX(t.RTL, x-theme.Space2, w, s.Width), theme.Space1, w, s.Height-2*theme.Space1)
			}
			x += w
		}
	}
	p.refresh = func() {
		t := h.table
		titles, p.objects = nil, []fyne.CanvasObject{rule.Rectangle, arrow}
		showIf(arrow, t.SortBy != "")
		name := theme.IconArrowUp
		if t.Descending {
			name = theme.IconArrowDown
		}
		arrow.SetResource(theme.IconIn(name, theme.Accent))
		for _, c := range t.Columns {
			title := NewText(c.Title, theme.CaptionSize, theme.QuietText)
			title.Style.Bold, title.MinWidth, title.Align, title.RTL = true, -1, c.Align, t.RTL
			if c.ID == t.SortBy {
				title.Colour = theme.Text
			}
			titles = append(titles, title)
			p.objects = append(p.objects, title)
		}
		p.objects = append(p.objects, ring.Rectangle)
		showIf(ring.Rectangle, h.focused)
		ring.paint()
		rule.paint()
		p.layout(h.Size())
	}
	p.refresh()
	return p
}
