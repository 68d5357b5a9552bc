package document

import (
	"fmt"

	"lanyard/internal/page"
	"lanyard/internal/picture"
)

// The organiser's logo in a title block, in millimetres at the most, and the air before it.
const (
	logoWidth  = 36.0
	logoHeight = 22.0
	logoGap    = 8.0
)

// logo draws the organiser's logo as large as its place holds it, in the upper corner that ends at x. Errors are those of package
// picture: nothing is drawn.
func (s surface) logo(data []byte, x, y float64) error {
	p, err := picture.Open(data)
	if err != nil {
		return err
	}
	w, h := logoWidth, logoWidth*p.H/p.W
	if h > logoHeight {
		w, h = logoHeight*p.W/p.H, logoHeight
	}
	it, err := p.Item(w, h, page.Contain, fmt.Sprintf("logo %gx%g", w, h))
	if err == nil {
		s.Add(page.Moved(it, s.left(x-w, w), y))
	}
	return err
}
