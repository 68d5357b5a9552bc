package document

import (
	"math"

	"lanyard/internal/page"
)

// palette is what the documents are drawn in: ink, two greys and one accent.
var (
	ink    = page.RGB(0x1B, 0x1F, 0x1D)
	quiet  = page.RGB(0x5C, 0x64, 0x5F)
	line   = page.RGB(0xD9, 0xDB, 0xD7)
	accent = page.RGB(0x0F, 0x76, 0x6E)
	amber  = page.RGB(0xB4, 0x53, 0x09)
)

// bandOf is a category's colour, or the quiet grey where the organiser chose none that can be read.
func bandOf(colour string) page.Colour {
	c, err := page.ParseColour(colour)
	if err != nil {
		return quiet
	}
	return c
}

// textOn is white where it reads well enough on a colour (WCAG 2.2, AA), and otherwise black or white, whichever reads
// better. One of the two always reaches 4.58 to 1.
func textOn(ground page.Colour) page.Colour {
	white := contrast(page.White, ground)
	if white >= 4.5 || white >= contrast(ink, ground) && white >= contrast(page.Black, ground) {
		return page.White
	}
	if contrast(ink, ground) >= 4.5 {
		return ink
	}
	return page.Black
}

// contrast is the ratio of the luminances of two colours, from 1 to 21 (WCAG 2.2).
func contrast(a, b page.Colour) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

func luminance(c page.Colour) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// tint is a colour thinned with white; share is what is left of it, 0 to 1.
func tint(c page.Colour, share float64) page.Colour {
	mix := func(v uint8) uint8 { return uint8(math.Round(255 - (255-float64(v))*share)) }
	return page.RGB(mix(c.R), mix(c.G), mix(c.B))
}
