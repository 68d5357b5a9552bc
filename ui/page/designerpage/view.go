package designerpage

import (
	"fyne.io/fyne/v2"

	"lanyard/internal/document/template"
)

// view is where the page stands on the stage: between millimetres on it and the window's pixels.
type view struct {
	page     template.Size
	corner   fyne.Position // of the page, on the stage
	scale    float32       // pixels a millimetre
	mirrored bool          // lengths count from the right edge of the page
}

// The bounds of the scale, and a step of it.
const (
	leastScale float32 = 0.5
	mostScale  float32 = 40
	zoomStep   float32 = 1.25
	// natural is the scale at which a millimetre is about one on a usual screen, called 100%.
	natural float32 = 96 / 25.4
)

// fit stands a page whole in the middle of a space, with air around.
func (v *view) fit(space fyne.Size) {
	const air = 36
	v.scale = min((space.Width-2*air)/float32(v.page.W), (space.Height-2*air)/float32(v.page.H))
	v.scale = min(max(v.scale, leastScale), mostScale)
	v.corner = fyne.NewPos((space.Width-v.scale*float32(v.page.W))/2, (space.Height-v.scale*float32(v.page.H))/2)
}

// zoom makes the page larger or smaller; what is at a point stays there.
func (v *view) zoom(by float32, at fyne.Position) {
	scale := min(max(v.scale*by, leastScale), mostScale)
	by = scale / v.scale
	v.scale = scale
	v.corner = fyne.NewPos(at.X-(at.X-v.corner.X)*by, at.Y-(at.Y-v.corner.Y)*by)
}

// pan moves the page, of which a part stays in sight.
func (v *view) pan(dx, dy float32, space fyne.Size) {
	const seen = 60
	w, h := v.scale*float32(v.page.W), v.scale*float32(v.page.H)
	v.corner = fyne.NewPos(min(max(v.corner.X+dx, seen-w), space.Width-seen), min(max(v.corner.Y+dy, seen-h), space.Height-seen))
}

// point is a place on the page as its template counts.
func (v *view) point(at fyne.Position) (x, y float64) {
	x, y = float64((at.X-v.corner.X)/v.scale), float64((at.Y-v.corner.Y)/v.scale)
	if v.mirrored {
		x = v.page.W - x
	}
	return x, y
}

// at is where a place on the page is on the stage.
func (v *view) at(x, y float64) fyne.Position {
	if v.mirrored {
		x = v.page.W - x
	}
	return fyne.NewPos(v.corner.X+v.scale*float32(x), v.corner.Y+v.scale*float32(y))
}

// distance is a way of the pointer as the template counts it.
func (v *view) distance(dx, dy float32) (x, y float64) {
	if v.mirrored {
		dx = -dx
	}
	return float64(dx / v.scale), float64(dy / v.scale)
}

// seen is a place as somebody who looks at the page counts it: from its left edge.
func (v *view) seen(p template.Place) template.Place {
	if v.mirrored {
		p.X = v.page.W - p.X - p.W
	}
	return p
}

// box is where a rectangle on the page is on the stage.
func (v *view) box(p template.Place) (fyne.Position, fyne.Size) {
	size := fyne.NewSize(v.scale*float32(p.W), v.scale*float32(p.H))
	if v.mirrored {
		return v.at(p.X+p.W, p.Y), size
	}
	return v.at(p.X, p.Y), size
}
