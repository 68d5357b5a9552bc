// Package raster paints a page as an image, for previews and for label printers. It draws the same instructions with the
// same typesetting as package pdf: what the preview shows is what the printer gets.
package raster

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// largest is the side in pixels beyond which an image is refused: an A3 sheet at 1200 dots per inch and no more.
const largest = 20000

// Render paints a page on white paper at a resolution in dots per inch. It fails on a resolution or a page of no size,
// and on a picture or a QR code that cannot be drawn.
func Render(setter *typeset.Setter, p *page.Page, dpi float64) (*image.RGBA, error) {
	k := dpi / 25.4
	w, h := int(math.Round(p.W*k)), int(math.Round(p.H*k))
	if w < 1 || h < 1 || w > largest || h > largest {
		return nil, fmt.Errorf("raster: a page of %.1f × %.1f mm cannot be painted at %.0f dpi", p.W, p.H, dpi)
	}
	c := &canvas{img: image.NewRGBA(image.Rect(0, 0, w, h)), m: affine{k, 0, 0, k, 0, 0}, setter: setter}
	draw.Draw(c.img, c.img.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	for _, it := range p.Items {
		if err := c.draw(it); err != nil {
			return nil, err
		}
	}
	return c.img, nil
}

// canvas is an image being painted.
type canvas struct {
	img    *image.RGBA
	m      affine // from millimetres on the page to pixels
	setter *typeset.Setter
	ras    vector.Rasterizer
}

func (c *canvas) draw(it page.Item) error {
	switch it := it.(type) {
	case page.Rect:
		c.rect(it)
	case page.Line:
		c.line(it)
	case page.Circle:
		c.circle(it)
	case page.Path:
		c.path(it)
	case page.Image:
		return c.image(it)
	case page.QR:
		return c.qr(it)
	case page.Code128:
		return c.bars(it)
	case page.Text:
		c.text(it)
	case page.Group:
		return c.group(it)
	}
	return nil
}

// fill paints a figure, given in millimetres, in a colour.
func (c *canvas) fill(f *figure, colour page.Colour) {
	if !colour.Visible() || len(f.steps) == 0 {
		return
	}
	box := f.bounds(c.m).Intersect(c.img.Bounds())
	if box.Empty() {
		return
	}
	c.ras.Reset(box.Dx(), box.Dy())
	f.feed(&c.ras, c.m, box.Min)
	c.ras.Draw(c.img, box, image.NewUniform(colour.NRGBA()), image.Point{})
}
