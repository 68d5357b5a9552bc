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
	showIf(v.check.Rectangle, !t.ReadOnly && (chosen || r.hovered || cursor || len(t.selected.ids) > 0))
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
