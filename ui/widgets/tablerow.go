package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// rowView draws a row of a table; its cells are kept and filled anew while scrolling.
type rowView struct {
	row                     *tableRow
	back, mark, rule, check *box
	tick                    *widget.Icon
	cells                   []*cellView
	objects                 []fyne.CanvasObject
}

type cellView struct {
	text *Text
	icon *widget.Icon
	band *canvas.Rectangle
}

func (v *rowView) Destroy()                     {}
func (v *rowView) Objects() []fyne.CanvasObject { return v.objects }
func (v *rowView) MinSize() fyne.Size           { return fyne.NewSize(100, theme.RowHeight) }

func (v *rowView) Layout(s fyne.Size) {
	t := v.row.table
	at := func(o fyne.CanvasObject, x, y, w, h float32) { place(o, startX(t.RTL, x, w, s.Width), y, w, h) }
	place(v.back, 0, 0, s.Width, s.Height)
	at(v.mark.Rectangle, 0, 0, 3, s.Height)
	place(v.rule, 0, s.Height-1, s.Width, 1)
	at(v.check.Rectangle, theme.Space3, (s.Height-16)/2, 16, 16)
	at(v.tick, theme.Space3+1, (s.Height-14)/2, 14, 14)
	x := checkWidth
	for i, w := range t.widths(s.Width) {
		if i >= len(v.cells) {
			break
		}
		c := v.cells[i]
		cx, cw := x, max(0, w-theme.Space3)
		if c.band.Visible() {
			at(c.band, cx, (s.Height-18)/2, 4, 18)
			cx, cw = cx+4+theme.Space2, cw-4-theme.Space2
		}
		if c.icon.Visible() {
			at(c.icon, cx, (s.Height-16)/2, 16, 16)
			cx, cw = cx+16+theme.Space2, cw-16-theme.Space2
		}
		at(c.text, cx, 0, max(0, cw), s.Height-1)
		x += w
	}
}

func (v *rowView) sync() {
	if len(v.cells) == len(v.row.table.Columns) && v.objects != nil {
		return
	}
	v.cells = nil
	v.objects = []fyne.CanvasObject{v.back.Rectangle, v.rule.Rectangle, v.mark.Rectangle, v.check.Rectangle, v.tick}
	for range v.row.table.Columns {
		c := &cellView{text: NewText("", theme.BodySize, theme.Text), icon: widget.NewIcon(nil), band: canvas.NewRectangle(nil)}
		c.text.MinWidth, c.band.CornerRadius = -1, 2
		v.cells = append(v.cells, c)
		v.objects = append(v.objects, c.band, c.icon, c.text)
	}
}

// Refresh implements fyne.WidgetRenderer.
func (v *rowView) Refresh() {
	v.sync()
	r, t := v.row, v.row.table
	chosen := r.known && t.selected.has(r.row.ID)
	cursor := r.index == t.cursor && t.body.focused
	v.back.fill, v.check.fill, v.check.stroke = "", theme.Surface, theme.QuietText
	switch {
	case chosen:
		v.back.fill, v.check.fill, v.check.stroke = theme.AccentWash, theme.Accent, theme.Accent
	case r.hovered || cursor:
		v.back.fill = theme.Hover
	}
	for _, b := range []*box{v.back, v.mark, v.rule, v.check} {
		b.paint()
	}
	showIf(v.mark.Rectangle, cursor)
	showIf(v.check.Rectangle, chosen || r.hovered || cursor || len(t.selected.ids) > 0)
	v.tick.SetResource(theme.IconIn(theme.IconCheck, theme.OnAccent))
	showIf(v.tick, chosen)
	for i, c := range v.cells {
		var cell TableCell
		if r.known && i < len(r.row.Cells) {
			cell = r.row.Cells[i]
		}
		c.fill(cell, t.Columns[i].Align, t.RTL, !r.known && i == 0)
	}
	v.Layout(r.Size())
}

func (c *cellView) fill(cell TableCell, align Align, rtl, waiting bool) {
	c.text.Text, c.text.Align, c.text.RTL, c.text.Style.Bold = cell.Text, align, rtl, cell.Bold
	c.text.Colour = theme.Text
	if cell.Quiet || waiting {
		c.text.Colour = theme.QuietText
	}
	if waiting {
		c.text.Text = "…"
	}
	c.band.FillColor = cell.Colour
	showIf(c.band, cell.Colour != nil)
	showIf(c.icon, cell.Kind != KindNeutral)
	if cell.Kind != KindNeutral {
		look := cell.Kind.look()
		c.icon.SetResource(theme.IconIn(look.icon, look.text))
	}
	c.text.Refresh()
}

// tableHead is the row of titles; a tap on a sortable one sorts.
type tableHead struct {
	widget.BaseWidget
	table *DataTable
}

func newTableHead(t *DataTable) *tableHead {
	h := &tableHead{table: t}
	h.ExtendBaseWidget(h)
	return h
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
		rule.paint()
		p.layout(h.Size())
	}
	p.refresh()
	return p
}
