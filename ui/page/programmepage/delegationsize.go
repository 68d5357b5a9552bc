package programmepage

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// sizes are the figures of a delegation as its row shows them: in columns, under the captions of the head.
type sizes struct {
	words [4]string // registered, expected, arrived, inside
	share float64   // of those expected who have arrived, 0 to 1
}

const (
	sizeWidth float32 = 82 // of a column
	barWidth  float32 = 96
)

func sizesOf(l *i18n.Lang, n desk.DelegationSize, quota int) *sizes {
	s := &sizes{words: [4]string{l.Number(n.Registered), l.Number(n.Expected), l.Number(n.Arrived), l.Number(n.Inside)}}
	if quota > 0 {
		s.words[0] += " / " + strconv.Itoa(quota)
	}
	if whole := max(n.Expected, n.Arrived); whole > 0 {
		s.share = float64(n.Arrived) / float64(whole)
	}
	return s
}

// sizeCells draws them: a number a column, and how many of those expected have arrived as a bar.
type sizeCells struct {
	widget.BaseWidget
	rtl   bool
	sizes *sizes
	texts [4]*widgets.Text
	track *canvas.Rectangle
	fill  *canvas.Rectangle
}

func newSizeCells(rtl bool) *sizeCells {
	c := &sizeCells{rtl: rtl, track: canvas.NewRectangle(color.Transparent), fill: canvas.NewRectangle(color.Transparent)}
	for i := range c.texts {
		c.texts[i] = widgets.NewText("", theme.BodySize, theme.Text)
		c.texts[i].RTL, c.texts[i].Align, c.texts[i].MinWidth = rtl, widgets.AlignEnd, -1
	}
	c.track.CornerRadius, c.fill.CornerRadius = 3, 3
	c.ExtendBaseWidget(c)
	return c
}

// captions are the words over the columns.
func captions(l *i18n.Lang) *sizeCells {
	c := newSizeCells(l.RTL())
	for i, key := range []string{"registered", "expected", "arrived", "inside"} {
		c.texts[i].TextSize, c.texts[i].Colour = theme.CaptionSize, theme.QuietText
		c.texts[i].Text = l.T("programme.delegation.figure." + key)
	}
	return c
}

func (c *sizeCells) show(s *sizes) {
	if c.Hidden = s == nil; c.Hidden {
		return
	}
	c.sizes = s
	for i, word := range s.words {
		c.texts[i].SetText(word)
	}
	c.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (c *sizeCells) CreateRenderer() fyne.WidgetRenderer {
	v := &sizeView{c}
	v.Refresh()
	return v
}

type sizeView struct{ cells *sizeCells }

func (v *sizeView) Destroy() {}

func (v *sizeView) Objects() []fyne.CanvasObject {
	c := v.cells
	return []fyne.CanvasObject{c.texts[0], c.texts[1], c.texts[2], c.texts[3], c.track, c.fill}
}

func (v *sizeView) MinSize() fyne.Size {
	return fyne.NewSize(4*sizeWidth+theme.Space3+barWidth, v.cells.texts[0].MinSize().Height)
}

func (v *sizeView) Layout(s fyne.Size) {
	c := v.cells
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		if c.rtl {
			x = s.Width - x - w
		}
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	for i, t := range c.texts {
		put(t, float32(i)*sizeWidth, 0, sizeWidth-theme.Space2, s.Height)
	}
	const high = 6
	x := 4*sizeWidth + theme.Space3
	put(c.track, x, (s.Height-high)/2, barWidth, high)
	if c.sizes != nil {
		put(c.fill, x, (s.Height-high)/2, barWidth*float32(c.sizes.share), high)
	}
}

func (v *sizeView) Refresh() {
	c := v.cells
	c.track.Hidden, c.fill.Hidden = c.sizes == nil, c.sizes == nil || c.sizes.share == 0
	c.track.FillColor, c.fill.FillColor = theme.Color(theme.Line), theme.Color(theme.Accepted)
	for _, o := range v.Objects() {
		o.Refresh()
	}
	v.Layout(c.Size())
}
