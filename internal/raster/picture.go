package raster

import (
	"image"
	"math"

	"golang.org/x/image/draw"

	"lanyard/internal/page"
)

func (c *canvas) image(i page.Image) error {
	src, err := i.Decode()
	if err != nil {
		return err
	}
	x, y, w, h := i.Frame(src.Bounds().Dx(), src.Bounds().Dy())
	px := func(v float64) int { return int(math.Round(v * c.k)) }
	to := image.Rect(px(x), px(y), px(x+w), px(y+h))
	clip := image.Rect(px(i.X), px(i.Y), px(i.X+i.W), px(i.Y+i.H)).Intersect(c.img.Bounds())
	dst, ok := c.img.SubImage(clip).(*image.RGBA)
	if ok && !clip.Empty() {
		draw.CatmullRom.Scale(dst, to, src, src.Bounds(), draw.Over, nil)
	}
	return nil
}
