package raster

import (
	"image"
	"image/draw"

	"lanyard/internal/page"
)

// affine carries a point: x' = m[0]·x + m[2]·y + m[4], y' = m[1]·x + m[3]·y + m[5].
type affine [6]float64

func (m affine) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// after is what carries a point by n first and then by m.
func (m affine) after(n affine) affine {
	x, y := m.apply(n[4], n[5])
	return affine{
		m[0]*n[0] + m[2]*n[1], m[1]*n[0] + m[3]*n[1],
		m[0]*n[2] + m[2]*n[3], m[1]*n[2] + m[3]*n[3],
		x, y,
	}
}

// upright says that what is level stays level and what is upright stays upright, none of it mirrored.
func (m affine) upright() bool { return m[1] == 0 && m[2] == 0 && m[0] > 0 && m[3] > 0 }

// group paints instructions turned and cut to a shape. Of a shape everything is painted on a copy first, of which the shape
// lets through what is inside: its edge is as smooth as any other.
func (c *canvas) group(g page.Group) error {
	before, whole := c.m, c.img
	defer func() { c.m, c.img = before, whole }()
	c.m = before.after(affine(g.Matrix()))
	if g.Clip == nil {
		return c.items(g.Items)
	}
	if g.Clip.Radius == 0 && c.m.upright() {
		// An upright rectangle ends with whole pixels, as pictures do.
		if part, ok := whole.SubImage(c.pixels(g.Clip.X, g.Clip.Y, g.Clip.W, g.Clip.H)).(*image.RGBA); ok && !part.Bounds().Empty() {
			c.img = part
			return c.items(g.Items)
		}
		return nil
	}
	var shape figure
	shape.rounded(g.Clip.X, g.Clip.Y, g.Clip.W, g.Clip.H, g.Clip.Radius, false)
	box := shape.bounds(c.m).Intersect(whole.Bounds())
	if box.Empty() {
		return nil
	}
	c.img = image.NewRGBA(box)
	draw.Draw(c.img, box, whole, box.Min, draw.Src)
	if err := c.items(g.Items); err != nil {
		return err
	}
	mask := image.NewAlpha(box)
	c.ras.Reset(box.Dx(), box.Dy())
	shape.feed(&c.ras, c.m, box.Min)
	c.ras.DrawOp = draw.Src
	c.ras.Draw(mask, box, image.Opaque, image.Point{})
	draw.DrawMask(whole, box, c.img, box.Min, mask, box.Min, draw.Over)
	return nil
}

func (c *canvas) items(items []page.Item) error {
	for _, it := range items {
		if err := c.draw(it); err != nil {
			return err
		}
	}
	return nil
}
