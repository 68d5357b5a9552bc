package livepage

import (
	"fyne.io/fyne/v2"

	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// frame puts the head above the body. It knows how large everything is drawn: as at a desk in a window of 1280×720, and
// larger the more room there is, so that a wall is read from two metres.
type frame struct{ page *Page }

// The room that the page has in a window of 1280×720.
const (
	deskWidth  float32 = 1092
	deskHeight float32 = 656
)

// MinSize implements fyne.Layout: the page takes what there is.
func (f *frame) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(max(objects[0].MinSize().Width+2*theme.Space5, 640), 480)
}

// Layout implements fyne.Layout.
func (f *frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	k := max(1, min(size.Width/deskWidth, size.Height/deskHeight))
	f.page.board.scale(k)
	f.page.head.scale(k)
	margin, high, gap := theme.Space5, objects[0].MinSize().Height, theme.Space3*k
	objects[0].Move(fyne.NewPos(margin, theme.Space4))
	objects[0].Resize(fyne.NewSize(size.Width-2*margin, high))
	top := theme.Space4 + high + gap
	objects[1].Move(fyne.NewPos(margin, top))
	objects[1].Resize(fyne.NewSize(size.Width-2*margin, max(0, size.Height-top-margin)))
}

// scale draws everything so many times as large as at a desk.
func (b *board) scale(k float32) {
	if b.chart.Scale == k {
		return
	}
	b.chart.Scale = k
	for _, s := range []*widgets.Shares{b.rooms, b.category, b.country, b.delegation} {
		s.Scale = k
	}
	for _, f := range []*widgets.Figure{b.arrived, b.inside, b.minute} {
		f.Scale = k
		f.Refresh()
	}
	b.title.TextSize, b.peak.TextSize = theme.SectionSize*k*0.95, theme.BodySize*k
	b.title.Refresh()
	b.peak.Refresh()
	b.chart.Refresh()
	b.pace.scale(k)
	for _, c := range b.content.Layout.(*grid).cards {
		c.Padding = theme.Space3 * k
		c.Refresh()
	}
}

// grid lays the board out: the numbers on top, the arrivals in the middle with the rooms beside them, three lists below.
type grid struct {
	board *board
	cards []*widgets.Card
	rtl   bool
}

// MinSize implements fyne.Layout: what has no room is left out by the parts themselves.
func (g *grid) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(600, 400) }

// Layout implements fyne.Layout.
func (g *grid) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	k := max(1, g.board.chart.Scale)
	gap := theme.Space3 * k
	top := 108 * k
	middle := (size.Height - top - 2*gap) * 0.4
	rows := []struct {
		height float32
		parts  []float32 // of the width
	}{{top, []float32{3, 1.6, 2, 5.2}}, {middle, []float32{6.9, 3.1}}, {size.Height - top - middle - 2*gap, []float32{1, 1, 1}}}
	y, i := float32(0), 0
	for _, row := range rows {
		whole := float32(0)
		for _, part := range row.parts {
			whole += part
		}
		x := float32(0)
		for _, part := range row.parts {
			w := (size.Width - gap*float32(len(row.parts)-1)) * part / whole
			left := x
			if g.rtl {
				left = size.Width - x - w
			}
			objects[i].Move(fyne.NewPos(left, y))
			objects[i].Resize(fyne.NewSize(w, row.height))
			x += w + gap
			i++
		}
		y += row.height + gap
	}
}

// titled puts the title of the chart and its peak in one line above it.
type titled struct{ board *board }

// MinSize implements fyne.Layout.
func (t *titled) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(240, 120) }

// Layout implements fyne.Layout.
func (t *titled) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b, high := t.board, 28*max(1, t.board.chart.Scale)
	peak := min(b.peak.MinSize().Width, size.Width/2)
	if b.peak.Text != "" {
		peak = size.Width / 2
	}
	place := func(o fyne.CanvasObject, x, y, w, h float32) {
		if b.chart.RTL {
			x = size.Width - x - w
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	place(b.title, 0, 0, size.Width-peak, high)
	place(b.peak, size.Width-peak, 0, peak, high)
	place(b.chart, 0, high, size.Width, max(0, size.Height-high))
}
