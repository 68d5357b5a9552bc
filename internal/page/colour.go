package page

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"
)

// Colour is red, green, blue and A: 0 draws nothing (the zero Colour), anything else draws opaquely. Printers
// disagree about transparency, so there is none.
type Colour struct{ R, G, B, A uint8 }

// The two colours that every document uses.
var (
	Black = Colour{0, 0, 0, 255}
	White = Colour{255, 255, 255, 255}
)

// RGB is an opaque colour.
func RGB(r, g, b uint8) Colour { return Colour{r, g, b, 255} }

// Grey is an opaque grey, 0 for black.
func Grey(v uint8) Colour { return Colour{v, v, v, 255} }

// ParseColour reads "#rrggbb" or "#rgb", with or without the hash.
func ParseColour(s string) (Colour, error) {
	h := strings.TrimPrefix(strings.TrimSpace(s), "#")
	if len(h) == 3 {
		h = string([]byte{h[0], h[0], h[1], h[1], h[2], h[2]})
	}
	v, err := strconv.ParseUint(h, 16, 32)
	if err != nil || len(h) != 6 {
		return Colour{}, fmt.Errorf("page: %q is not a colour such as #1a5276", s)
	}
	return RGB(uint8(v>>16), uint8(v>>8), uint8(v)), nil
}

// Visible says whether the colour draws anything.
func (c Colour) Visible() bool { return c.A != 0 }

// NRGBA is the colour for package image.
func (c Colour) NRGBA() color.NRGBA {
	if c.A == 0 {
		return color.NRGBA{}
	}
	return color.NRGBA{c.R, c.G, c.B, 255}
}

// Ink is black or white, whichever reads better on the colour as a background.
func (c Colour) Ink() Colour {
	if !c.Visible() || 299*int(c.R)+587*int(c.G)+114*int(c.B) > 140*1000 {
		return Black
	}
	return White
}

// String is "#rrggbb", or "none".
func (c Colour) String() string {
	if !c.Visible() {
		return "none"
	}
	return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
}
