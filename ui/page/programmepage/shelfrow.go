package programmepage

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// shelfRow is one thing: its band, flag or icon, its title with what matters of it below, and a word at the end.
type shelfRow struct {
	widget.BaseWidget
	shelf            *shelf
	at               int
	title, meta, end *widgets.Text
	warning          *widgets.StatusPill
	sizes            *sizeCells
	band             *canvas.Rectangle
	flag             *canvas.Image
	icon             *widget.Icon
	back, mark, rule *canvas.Rectangle
	hovered          bool
}

const (
	shelfHeight         = 60
	flagWidth   float32 = 24
)

func newShelfRow(s *shelf) *shelfRow {
	r := &shelfRow{shelf: s, title: widgets.Section(""), meta: widgets.Quiet(""), end: widgets.Quiet(""),
		warning: widgets.NewStatusPill(widgets.KindAttention, ""), band: canvas.NewRectangle(nil), flag: canvas.NewImageFromImage(nil),
		sizes: newSizeCells(s.env.Lang.RTL()), icon: widget.NewIcon(nil), back: canvas.NewRectangle(nil), mark: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil)}
	r.meta.Lines, r.end.Lines, r.end.MinWidth, r.end.Align = 1, 1, 0, widgets.AlignEnd
	rtl := s.env.Lang.RTL()
	r.title.RTL, r.meta.RTL, r.end.RTL, r.warning.RTL = rtl, rtl, rtl, rtl
	r.flag.FillMode, r.flag.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	r.back.CornerRadius, r.mark.CornerRadius, r.band.CornerRadius = theme.Radius, 2, 2
	r.ExtendBaseWidget(r)
	return r
}

func (r *shelfRow) show(at int) {
	r.at = at
	r.Refresh()
}

// Tapped implements fyne.Tappable.
func (r *shelfRow) Tapped(*fyne.PointEvent) {
	r.shelf.take()
	r.shelf.point(r.at)
	r.shelf.open(r.at)
}

// MouseIn implements desktop.Hoverable.
func (r *shelfRow) MouseIn(*desktop.MouseEvent) { r.hovered = true; r.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (r *shelfRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *shelfRow) MouseOut() { r.hovered = false; r.Refresh() }

// CreateRenderer implements fyne.Widget.
func (r *shelfRow) CreateRenderer() fyne.WidgetRenderer {
	v := &shelfView{row: r}
	v.Refresh()
	return v
}

type shelfView struct{ row *shelfRow }

func (v *shelfView) Destroy() {}

func (v *shelfView) Objects() []fyne.CanvasObject {
	r := v.row
	return []fyne.CanvasObject{r.back, r.rule, r.mark, r.band, r.flag, r.icon, r.title, r.meta, r.warning, r.sizes, r.end}
}

func (v *shelfView) MinSize() fyne.Size { return fyne.NewSize(100, shelfHeight) }

func (v *shelfView) Layout(s fyne.Size) {
	r, rtl := v.row, v.row.shelf.env.Lang.RTL()
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		if rtl {
			x = s.Width - x - w
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	put(r.back, 0, 0, s.Width, s.Height-1)
	put(r.mark, 0, theme.Space3, 3, s.Height-2*theme.Space3)
	put(r.rule, 0, s.Height-1, s.Width, 1)
	x, end := theme.Space3, s.Width-theme.Space3
	put(r.band, x, (s.Height-32)/2, 5, 32)
	put(r.flag, x, (s.Height-18)/2, flagWidth, 18)
	put(r.icon, x+(flagWidth-theme.IconSize)/2, (s.Height-theme.IconSize)/2, theme.IconSize, theme.IconSize)
	switch { // rows with a flag and rows without begin at one edge
	case r.band.Visible():
		x += 5 + theme.Space3
	case r.flag.Visible() || r.icon.Visible():
		x += flagWidth + theme.Space3
	}
	w := min(r.end.MinSize().Width+1, (end-x)*0.4)
	if r.sizes.Visible() {
		w = r.sizes.MinSize().Width
		put(r.sizes, end-w, 0, w, s.Height)
	}
	put(r.end, end-w, 0, w, s.Height)
	end -= w + theme.Space3
	if r.warning.Visible() {
		w = min(r.warning.MinSize().Width, (end-x)*0.4)
		put(r.warning, end-w, 0, w, s.Height)
		end -= w + theme.Space3
	}
	high := r.title.MinSize().Height
	top := (s.Height - high - r.meta.MinSize().Height) / 2
	if r.meta.Text == "" {
		top = (s.Height - high) / 2
	}
	put(r.title, x, top, max(0, end-x), high)
	put(r.meta, x, top+high, max(0, end-x), r.meta.MinSize().Height)
}

func (v *shelfView) Refresh() {
	r, s := v.row, v.row.shelf
	if r.at >= len(s.items) {
		return
	}
	one := s.items[r.at]
	rtl := s.env.Lang.RTL()
	r.title.RTL, r.title.Align = rtl, widgets.AlignStart
	if one.rtl != rtl && one.rtl { // it keeps to the side of the others
		r.title.RTL, r.title.Align = true, widgets.AlignEnd
	}
	r.title.SetText(one.title)
	r.meta.SetText(one.meta)
	r.end.SetText(one.end)
	r.warning.Word, r.warning.Hidden, r.warning.Kind, r.warning.Icon = one.warning, one.warning == "", one.kind, one.mark
	r.sizes.show(one.sizes)
	r.band.FillColor, r.band.Hidden = one.colour, one.colour == nil
	r.flag.Image, r.flag.Hidden = one.flag, one.flag == nil
	r.icon.Hidden = one.icon == "" || one.colour != nil || one.flag != nil
	if !r.icon.Hidden {
		r.icon.SetResource(theme.IconIn(one.icon, theme.QuietText))
	}
	here := r.at == s.at
	r.back.FillColor, r.mark.FillColor, r.rule.FillColor = nil, theme.Color(theme.Accent), theme.Color(theme.Line)
	switch {
	case here:
		r.back.FillColor = theme.Color(theme.AccentWash)
	case r.hovered:
		r.back.FillColor = theme.Color(theme.Hover)
	}
	r.mark.Hidden = !here || !s.focused
	for _, o := range v.Objects() {
		o.Refresh()
	}
	v.Layout(r.Size())
}
