package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

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
