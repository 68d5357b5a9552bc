// Package theme is the look of Lanyard: colours, typefaces, sizes and icons, light and dark.
package theme

import (
	"image/color"

	"fyne.io/fyne/v2"
)

// Names of the colours that Lanyard adds to those of the toolkit. Use them with [Color],
// with [Icon] and with canvas objects; the colours themselves are in [Palette].
const (
	Ground    fyne.ThemeColorName = "lanyardGround"
	Surface   fyne.ThemeColorName = "lanyardSurface"
	Line      fyne.ThemeColorName = "lanyardLine"
	Text      fyne.ThemeColorName = "lanyardText"
	QuietText fyne.ThemeColorName = "lanyardQuietText"
	Accent    fyne.ThemeColorName = "lanyardAccent"
	OnAccent  fyne.ThemeColorName = "lanyardOnAccent"

	// AccentWash is the accent laid thinly over the surface: the chosen row, the chosen page.
	AccentWash fyne.ThemeColorName = "lanyardAccentWash"
	// Hover is what lies under the mouse.
	Hover fyne.ThemeColorName = "lanyardHover"

	Accepted    fyne.ThemeColorName = "lanyardAccepted"
	OnAccepted  fyne.ThemeColorName = "lanyardOnAccepted"
	Attention   fyne.ThemeColorName = "lanyardAttention"
	OnAttention fyne.ThemeColorName = "lanyardOnAttention"
	Already     fyne.ThemeColorName = "lanyardAlready"
	OnAlready   fyne.ThemeColorName = "lanyardOnAlready"
	Refused     fyne.ThemeColorName = "lanyardRefused"
	OnRefused   fyne.ThemeColorName = "lanyardOnRefused"

	// The same four as text or icon on ground or surface.
	AcceptedText  fyne.ThemeColorName = "lanyardAcceptedText"
	AttentionText fyne.ThemeColorName = "lanyardAttentionText"
	AlreadyText   fyne.ThemeColorName = "lanyardAlreadyText"
	RefusedText   fyne.ThemeColorName = "lanyardRefusedText"

	// And laid thinly over the surface: what such a text stands on in a pill.
	AcceptedWash  fyne.ThemeColorName = "lanyardAcceptedWash"
	AttentionWash fyne.ThemeColorName = "lanyardAttentionWash"
	AlreadyWash   fyne.ThemeColorName = "lanyardAlreadyWash"
	RefusedWash   fyne.ThemeColorName = "lanyardRefusedWash"
)

// Sizes of text, in the toolkit's device-independent pixels.
const (
	CaptionSize  float32 = 12
	BodySize     float32 = 14
	SectionSize  float32 = 18
	TitleSize    float32 = 24
	SentenceSize float32 = 28
	NameSize     float32 = 40
	AnswerSize   float32 = 56
)

// Distances, in device-independent pixels.
const (
	Space1 float32 = 4
	Space2 float32 = 8
	Space3 float32 = 12
	Space4 float32 = 16
	Space5 float32 = 24

	Radius    float32 = 8
	RowHeight float32 = 40
	IconSize  float32 = 20
)

// Palette is the set of colours of one variant. On… is the text colour on the colour it names.
type Palette struct {
	Ground, Surface, Line, Text, QuietText                color.NRGBA
	Accent, OnAccent, AccentWash, Hover                   color.NRGBA
	Accepted, OnAccepted, Attention, OnAttention          color.NRGBA
	Already, OnAlready, Refused, OnRefused                color.NRGBA
	AcceptedText, AttentionText                           color.NRGBA
	AlreadyText, RefusedText                              color.NRGBA
	AcceptedWash, AttentionWash, AlreadyWash, RefusedWash color.NRGBA
	Disabled, InputBorder, Scrim, Shadow, ScrollThumb     color.NRGBA
}

// Light is the palette of the light variant.
func Light() Palette {
	white := rgb(0xFFFFFF)
	return Palette{
		Ground: rgb(0xF7F7F5), Surface: white, Line: rgb(0xE3E3DF), Text: rgb(0x1B1F1D), QuietText: rgb(0x5C645F),
		Accent: rgb(0x0F766E), OnAccent: white, AccentWash: rgb(0xE4F1EF), Hover: rgb(0xF0F1EE),
		Accepted: rgb(0x15803D), OnAccepted: white, Attention: rgb(0xB45309), OnAttention: white,
		Already: rgb(0x1D4ED8), OnAlready: white, Refused: rgb(0xB91C1C), OnRefused: white,
		AcceptedText: rgb(0x137436), AttentionText: rgb(0xA34A07), AlreadyText: rgb(0x1D4ED8), RefusedText: rgb(0xB91C1C),
		AcceptedWash: rgb(0xE6F4EA), AttentionWash: rgb(0xFDF1E1), AlreadyWash: rgb(0xE8EEFC), RefusedWash: rgb(0xFCE9E9),
		Disabled: rgb(0x9BA19D), InputBorder: rgb(0xCDCFCA), Scrim: rgba(0x0F1311, 0x66), Shadow: rgba(0x000000, 0x1E),
		ScrollThumb: rgba(0x1B1F1D, 0x55),
	}
}

// Dark is the palette of the dark variant.
func Dark() Palette {
	ink := rgb(0x0C110E)
	return Palette{
		Ground: rgb(0x151715), Surface: rgb(0x1E211F), Line: rgb(0x333733), Text: rgb(0xECEFED), QuietText: rgb(0x9BA49F),
		Accent: rgb(0x2DD4BF), OnAccent: rgb(0x06201C), AccentWash: rgb(0x1D3330), Hover: rgb(0x282C29),
		Accepted: rgb(0x16A34A), OnAccepted: ink, Attention: rgb(0xD97706), OnAttention: ink,
		Already: rgb(0x3B82F6), OnAlready: ink, Refused: rgb(0xDC2626), OnRefused: rgb(0xFFFFFF),
		AcceptedText: rgb(0x4ADE80), AttentionText: rgb(0xFBBF24), AlreadyText: rgb(0x93C5FD), RefusedText: rgb(0xFCA5A5),
		AcceptedWash: rgb(0x1A3323), AttentionWash: rgb(0x3A2A12), AlreadyWash: rgb(0x1C2B44), RefusedWash: rgb(0x402021),
		Disabled: rgb(0x6B736E), InputBorder: rgb(0x454B46), Scrim: rgba(0x000000, 0x99), Shadow: rgba(0x000000, 0x66),
		ScrollThumb: rgba(0xECEFED, 0x55),
	}
}

func rgb(hex uint32) color.NRGBA { return rgba(hex, 0xFF) }

func rgba(hex uint32, alpha uint8) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: alpha}
}
