package theme

import (
	"image/color"
	"math"
)

// Contrast is the ratio of WCAG 2 between two opaque colours, from 1 to 21; text needs 4.5.
func Contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

// TextOn is the one of two text colours, near-black or white, that reads better on a background
// which somebody chose freely, such as a category's colour.
func TextOn(background color.Color) color.Color {
	ink := color.NRGBA{R: 0x14, G: 0x17, B: 0x15, A: 0xFF}
	if Contrast(color.White, background) >= Contrast(ink, background) {
		return color.White
	}
	return ink
}

func luminance(c color.Color) float64 {
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	return 0.2126*linear(n.R) + 0.7152*linear(n.G) + 0.0722*linear(n.B)
}

func linear(channel uint8) float64 {
	v := float64(channel) / 255
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}
