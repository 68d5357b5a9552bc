package designerpage

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lanyard/ui/theme"
)

// A rectangle that only shows at its edge costs as much as one that is filled: every pixel within it is worked out, for each
// picture of a drag. So the focus ring of the stage and the shadow of the page are drawn by their sides.

// ring is a focus ring: its sides, and its corners of theme.Radius.
type ring struct {
	sides   [4]*canvas.Rectangle
	corners [4]*canvas.Arc
}

const ringWidth float32 = 2

func newRing() *ring {
	r := &ring{}
	for i := range r.sides {
		r.sides[i] = canvas.NewRectangle(color.Transparent)
		r.corners[i] = canvas.NewArc(float32(90*i), float32(90*i+90), 1-ringWidth/theme.Radius, color.Transparent) // from the top, clockwise
	}
	return r
}

func (r *ring) objects() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for i := range r.sides {
		all = append(all, r.sides[i], r.corners[i])
	}
	return all
}

func (r *ring) place(size fyne.Size) {
	const round, w = theme.Radius, ringWidth
	long, high := fyne.NewSize(size.Width-2*round, w), fyne.NewSize(w, size.Height-2*round)
	put(r.sides[0], fyne.NewPos(round, 0), long)
	put(r.sides[1], fyne.NewPos(size.Width-w, round), high)
	put(r.sides[2], fyne.NewPos(round, size.Height-w), long)
	put(r.sides[3], fyne.NewPos(0, round), high)
	right, low := size.Width-2*round, size.Height-2*round
	for i, at := range []fyne.Position{{X: right}, {X: right, Y: low}, {Y: low}, {}} {
		put(r.corners[i], at, fyne.NewSquareSize(2*round))
	}
}

func (r *ring) paint(c color.Color) {
	for i := range r.sides {
		if r.sides[i].FillColor != c {
			r.sides[i].FillColor, r.corners[i].FillColor = c, c
			r.sides[i].Refresh()
			r.corners[i].Refresh()
		}
	}
}

// shadow is what a page throws, of which it covers all but the edge: at its left, its right, above and below it.
type shadow [4]*canvas.Rectangle

const (
	shadowBeside float32 = 3
	shadowAbove  float32 = 1
	shadowBelow  float32 = 5
)

func newShadow() *shadow {
	var s shadow
	for i := range s {
		s[i] = canvas.NewRectangle(color.Transparent)
	}
	s[0].TopLeftCornerRadius, s[0].BottomLeftCornerRadius = shadowBeside, shadowBeside
	s[1].TopRightCornerRadius, s[1].BottomRightCornerRadius = shadowBeside, shadowBeside
	return &s
}

func (s *shadow) place(at fyne.Position, size fyne.Size) {
	high := fyne.NewSize(shadowBeside, size.Height+shadowAbove+shadowBelow)
	put(s[0], at.SubtractXY(shadowBeside, shadowAbove), high)
	put(s[1], at.AddXY(size.Width, -shadowAbove), high)
	put(s[2], at.SubtractXY(0, shadowAbove), fyne.NewSize(size.Width, shadowAbove))
	put(s[3], at.AddXY(0, size.Height), fyne.NewSize(size.Width, shadowBelow))
}

func (s *shadow) paint(c color.Color) {
	for _, side := range s {
		side.FillColor = c
		side.Refresh()
	}
}
