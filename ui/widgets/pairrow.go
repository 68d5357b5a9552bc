package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// pairRowHeight is the height of every row of a [PairList], in device-independent pixels.
const pairRowHeight float32 = 98

// pairRow draws one pair; tapping it brings it to the front.
type pairRow struct {
	widget.BaseWidget
	owner   *PairList
	index   int
	item    PairItem
	hovered bool
}

func newPairRow(owner *PairList) *pairRow {
	r := &pairRow{owner: owner}
	r.ExtendBaseWidget(r)
	return r
}

// Tapped implements fyne.Tappable.
func (r *pairRow) Tapped(*fyne.PointEvent) {
	r.owner.Take()
	r.owner.MoveTo(r.index)
}

// MouseIn implements desktop.Hoverable.
func (r *pairRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (r *pairRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *pairRow) MouseOut() { r.hovered = false; r.Refresh() }

// pairLine is one of the two in a row.
type pairLine struct {
	title, native *Text
	flag          *canvas.Image
	frame         *box
}

func newPairLine() *pairLine {
	l := &pairLine{title: flexible(NewText("", theme.BodySize, theme.Text), true, 1), native: flexible(NewText("", theme.BodySize, theme.Text), false, 1),
		flag: canvas.NewImageFromImage(nil), frame: newBox("", theme.Line, 2)}
	l.flag.FillMode, l.flag.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	return l
}

func (l *pairLine) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.title, l.native, l.flag, l.frame.Rectangle}
}

func (l *pairLine) set(half PairHalf, rtl bool) {
	l.title.Text, l.native.Text = half.Title, half.Native
	l.title.RTL, l.native.RTL = rtl, rtl
	showIf(l.flag, half.Flag != nil)
	showIf(l.frame.Rectangle, half.Flag != nil)
	if l.flag.Image != half.Flag {
		l.flag.Image = half.Flag
		l.flag.Refresh()
	}
	l.frame.paint()
	l.title.Refresh()
	l.native.Refresh()
}

// lay places the line y below the top of a row: the name, the name in the person's own script, the flag at the end.
func (l *pairLine) lay(y float32, s fyne.Size, rtl bool) {
	const height, flagWidth, flagHeight = 22, 24, 18
	at := func(o fyne.CanvasObject, x, y, w, h float32) { place(o, startX(rtl, x, w, s.Width), y, w, h) }
	end := s.Width - theme.Space3 - flagWidth
	at(l.flag, end, y+(height-flagHeight)/2, flagWidth, flagHeight)
	at(l.frame.Rectangle, end, y+(height-flagHeight)/2, flagWidth, flagHeight)
	room := max(0, end-theme.Space2-theme.Space3)
	w := min(l.title.measure(l.title.Text)+1, room)
	if l.native.Text != "" {
		w = min(w, max(room*0.6, room-l.native.measure(l.native.Text)-theme.Space2))
	}
	at(l.title, theme.Space3, y, w, height)
	at(l.native, theme.Space3+w+theme.Space2, y, max(0, room-w-theme.Space2), height)
}

// CreateRenderer implements fyne.Widget.
func (r *pairRow) CreateRenderer() fyne.WidgetRenderer {
	back, mark := newBox("", "", theme.Radius), newBox(theme.Accent, "", 2)
	lines := [2]*pairLine{newPairLine(), newPairLine()}
	why := flexible(NewText("", theme.CaptionSize, theme.QuietText), false, 2)
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, mark.Rectangle, why}}
	for _, l := range lines {
		p.objects = append(p.objects, l.objects()...)
	}
	p.min = func() fyne.Size { return fyne.NewSize(180, pairRowHeight) }
	p.layout = func(s fyne.Size) {
		rtl := r.owner.RTL
		place(back, 0, 1, s.Width, s.Height-2)
		place(mark, startX(rtl, 0, 3, s.Width), 12, 3, s.Height-24)
		lines[0].lay(8, s, rtl)
		lines[1].lay(32, s, rtl)
		place(why, startX(rtl, theme.Space3, s.Width-2*theme.Space3, s.Width), 57, s.Width-2*theme.Space3, 36)
	}
	p.refresh = func() {
		l := r.owner
		front := r.index == l.Cursor
		back.fill, back.stroke, back.StrokeWidth = "", "", 0
		switch {
		case front:
			back.fill = theme.AccentWash
		case r.hovered:
			back.fill = theme.Hover
		}
		if front && l.body.focused {
			back.stroke, back.StrokeWidth = theme.Accent, 1
		}
		back.paint()
		mark.paint()
		showIf(mark.Rectangle, front)
		for i, line := range lines {
			line.set(r.item.Of[i], l.RTL)
		}
		why.Text, why.RTL = r.item.Why, l.RTL
		p.layout(r.Size())
		why.Refresh()
	}
	p.refresh()
	return p
}
