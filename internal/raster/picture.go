package raster

import (
	"image"
	"math"

	"golang.org/x/image/draw"
	"golang.org/x/image/math/f64"

	"lanyard/internal/page"
)

func (c *canvas) image(i page.Image) error {
	src, err := i.Decode()
	if err != nil {
		return err
	}
	if c.m.upright() {
		c.level(i, src)
	} else {
		c.turned(i, src)
	}
	return nil
}

// level paints a picture whose edges stay level and upright.
func (c *canvas) level(i page.Image, src image.Image) {
	x, y, w, h := i.Frame(src.Bounds().Dx(), src.Bounds().Dy())
	to := c.pixels(x, y, w, h)
	clip := c.pixels(i.X, i.Y, i.W, i.H).Intersect(c.img.Bounds())
	dst, ok := c.img.SubImage(clip).(*image.RGBA)
	if ok && !clip.Empty() {
		draw.CatmullRom.Scale(dst, to, src, src.Bounds(), draw.Over, nil)
	}
}

// pixels is a box in whole pixels.
func (c *canvas) pixels(x, y, w, h float64) image.Rectangle {
	px := func(v float64) int { return int(math.Round(v)) }
	x0, y0 := c.m.apply(x, y)
	x1, y1 := c.m.apply(x+w, y+h)
	return image.Rect(px(x0), px(y0), px(x1), px(y1))
}

// turned paints a picture on a slant. Of one that its box cuts off only what is inside is painted.
func (c *canvas) turned(i page.Image, src image.Image) {
	b := src.Bounds()
	x, y, w, h := i.Frame(b.Dx(), b.Dy())
	kx, ky := w/float64(b.Dx()), h/float64(b.Dy()) // millimetres a pixel
	seen := image.Rect(
		b.Min.X+int(math.Round((i.X-x)/kx)), b.Min.Y+int(math.Round((i.Y-y)/ky)),
		b.Min.X+int(math.Round((i.X+i.W-x)/kx)), b.Min.Y+int(math.Round((i.Y+i.H-y)/ky)),
	).Intersect(b)
	m := c.m.after(affine{kx, 0, 0, ky, x - float64(b.Min.X)*kx, y - float64(b.Min.Y)*ky})
	draw.CatmullRom.Transform(c.img, f64.Aff3{m[0], m[2], m[4], m[1], m[3], m[5]}, src, seen, draw.Over, nil)
}
