package raster

import (
	"fmt"
	"image"
	"math"

	"lanyard/internal/page"
	"lanyard/internal/typeset"
)

// Layer paints instructions without paper below them, to be laid over a page: a part of it, in millimetres, at a resolution in
// dots per inch. It fails as Render does.
func Layer(setter *typeset.Setter, items []page.Item, part page.Rect, dpi float64) (*image.RGBA, error) {
	k := dpi / 25.4
	w, h := int(math.Ceil(part.W*k)), int(math.Ceil(part.H*k))
	if w < 1 || h < 1 || w > largest || h > largest {
		return nil, fmt.Errorf("raster: a part of %.1f × %.1f mm cannot be painted at %.0f dpi", part.W, part.H, dpi)
	}
	c := &canvas{img: image.NewRGBA(image.Rect(0, 0, w, h)), m: affine{k, 0, 0, k, -part.X * k, -part.Y * k}, setter: setter}
	return c.img, c.items(items)
}
