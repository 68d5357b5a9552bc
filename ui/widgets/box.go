package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"lanyard/ui/theme"
)

// box is a rectangle in colours of the theme. An empty name means no fill or no line.
type box struct {
	*canvas.Rectangle
	fill, stroke fyne.ThemeColorName
}

func newBox(fill, stroke fyne.ThemeColorName, radius float32) *box {
	b := &box{Rectangle: canvas.NewRectangle(color.Transparent), fill: fill, stroke: stroke}
	b.CornerRadius = radius
	if stroke != "" {
		b.StrokeWidth = 1
	}
	b.paint()
	return b
}

// paint takes the colours from the theme as it is now.
func (b *box) paint() {
	b.FillColor = colourOrClear(b.fill)
	b.StrokeColor = colourOrClear(b.stroke)
	b.Rectangle.Refresh()
}

func colourOrClear(name fyne.ThemeColorName) color.Color {
	if name == "" {
		return color.Transparent
	}
	return theme.Color(name)
}

// newRing is the focus ring: two pixels of accent, hidden until the widget has the focus.
func newRing(radius float32) *box {
	ring := newBox("", theme.Accent, radius)
	ring.StrokeWidth = 2
	ring.Rectangle.Hide()
	return ring
}

// shadow is a soft shadow of two layers; it asks nothing of the graphics card.
type shadow struct{ outer, inner *canvas.Rectangle }

func newShadow(radius float32) *shadow {
	s := &shadow{outer: canvas.NewRectangle(color.Transparent), inner: canvas.NewRectangle(color.Transparent)}
	s.outer.CornerRadius, s.inner.CornerRadius = radius+3, radius+1
	return s
}

func (s *shadow) around(x, y, w, h float32) {
	place(s.outer, x-3, y-1, w+6, h+6)
	place(s.inner, x-1, y, w+2, h+2)
}

func (s *shadow) paint(visible bool) {
	faint := color.NRGBAModel.Convert(fynetheme.Color(fynetheme.ColorNameShadow)).(color.NRGBA)
	faint.A /= 2
	for _, layer := range []*canvas.Rectangle{s.outer, s.inner} {
		layer.FillColor = faint
		showIf(layer, visible)
		layer.Refresh()
	}
}
