package theme

import (
	"embed"
	"image/color"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
)

//go:embed fonts/*.ttf
var fontFiles embed.FS

// Mode says which variant is shown.
type Mode int

// The modes: as the system is set, or always light, or always dark.
const (
	FollowSystem Mode = iota
	AlwaysLight
	AlwaysDark
)

// Theme is Lanyard's theme for the toolkit. Make it with [New]; change the mode by setting a new one.
type Theme struct {
	mode        Mode
	light, dark map[fyne.ThemeColorName]color.Color
	fonts       [4]fyne.Resource
}

// New makes the theme. Set it with fyne.CurrentApp().Settings().SetTheme.
func New(mode Mode) *Theme {
	t := &Theme{mode: mode, light: colours(Light()), dark: colours(Dark())}
	for i, name := range [4]string{"Regular", "Bold", "Italic", "BoldItalic"} {
		t.fonts[i] = fontResource("LanyardSans-" + name + ".ttf")
	}
	return t
}

// Mode is the mode the theme was made with.
func (t *Theme) Mode() Mode { return t.mode }

// fontResource reads an embedded font; the names are fixed at build time, so a miss is a broken build.
func fontResource(name string) fyne.Resource {
	data, err := fontFiles.ReadFile("fonts/" + name)
	if err != nil {
		panic("theme: embedded font missing: " + name)
	}
	return fyne.NewStaticResource(name, data)
}

// Font implements fyne.Theme.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return fynetheme.DefaultTheme().Font(style)
	case style.Bold && style.Italic:
		return t.fonts[3]
	case style.Italic:
		return t.fonts[2]
	case style.Bold:
		return t.fonts[1]
	}
	return t.fonts[0]
}

// Icon implements fyne.Theme: the toolkit's own widgets draw with Lanyard's icons too.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	if own, ok := toolkitIcons[name]; ok {
		return Icon(own)
	}
	return fynetheme.DefaultTheme().Icon(name)
}

// Color implements fyne.Theme.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	set := t.light
	if t.mode == AlwaysDark || t.mode == FollowSystem && variant == fynetheme.VariantDark {
		set = t.dark
	}
	if c, ok := set[name]; ok {
		return c
	}
	return fynetheme.DefaultTheme().Color(name, variant)
}

// Size implements fyne.Theme.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if size, ok := sizes[name]; ok {
		return size
	}
	return fynetheme.DefaultTheme().Size(name)
}

// sizes never changes.
var sizes = map[fyne.ThemeSizeName]float32{
	fynetheme.SizeNameCaptionText:     CaptionSize,
	fynetheme.SizeNameText:            BodySize,
	fynetheme.SizeNameSubHeadingText:  SectionSize,
	fynetheme.SizeNameHeadingText:     TitleSize,
	fynetheme.SizeNamePadding:         Space1,
	fynetheme.SizeNameInnerPadding:    Space2,
	fynetheme.SizeNameInlineIcon:      IconSize,
	fynetheme.SizeNameLineSpacing:     Space1,
	fynetheme.SizeNameInputBorder:     1,
	fynetheme.SizeNameInputRadius:     Radius,
	fynetheme.SizeNameSelectionRadius: Radius,
	fynetheme.SizeNameButtonRadius:    Radius,
	fynetheme.SizeNameCardRadius:      Radius,
	fynetheme.SizeNameDialogRadius:    Space3,
	fynetheme.SizeNamePopupRadius:     Radius,
	fynetheme.SizeNameMenuRadius:      Radius,
	fynetheme.SizeNameScrollBar:       Space2,
	fynetheme.SizeNameScrollBarRadius: Space1,
}

// colours lists every colour name with its colour in a palette.
func colours(p Palette) map[fyne.ThemeColorName]color.Color {
	clear := color.NRGBA{}
	focus := p.Accent
	focus.A = 0x40
	veil := p.Text // the toolkit lays it over a button of any colour, whose words must still be read
	veil.A = 0x14
	return map[fyne.ThemeColorName]color.Color{
		Ground: p.Ground, Surface: p.Surface, Line: p.Line, Text: p.Text, QuietText: p.QuietText,
		Accent: p.Accent, OnAccent: p.OnAccent, AccentWash: p.AccentWash, Hover: p.Hover,
		Accepted: p.Accepted, OnAccepted: p.OnAccepted, Attention: p.Attention, OnAttention: p.OnAttention,
		Already: p.Already, OnAlready: p.OnAlready, Refused: p.Refused, OnRefused: p.OnRefused,
		AcceptedText: p.AcceptedText, AttentionText: p.AttentionText, AlreadyText: p.AlreadyText, RefusedText: p.RefusedText,
		AcceptedWash: p.AcceptedWash, AttentionWash: p.AttentionWash, AlreadyWash: p.AlreadyWash, RefusedWash: p.RefusedWash,

		fynetheme.ColorNameBackground:          p.Ground,
		fynetheme.ColorNameForeground:          p.Text,
		fynetheme.ColorNamePlaceHolder:         p.QuietText,
		fynetheme.ColorNamePrimary:             p.Accent,
		fynetheme.ColorNameForegroundOnPrimary: p.OnAccent,
		fynetheme.ColorNameHyperlink:           p.Accent,
		fynetheme.ColorNameFocus:               focus,
		fynetheme.ColorNameSelection:           p.AccentWash,
		fynetheme.ColorNameHover:               veil,
		fynetheme.ColorNamePressed:             p.Shadow,
		fynetheme.ColorNameButton:              p.Hover,
		fynetheme.ColorNameDisabled:            p.Disabled,
		fynetheme.ColorNameDisabledButton:      p.Hover,
		fynetheme.ColorNameInputBackground:     p.Surface,
		fynetheme.ColorNameInputBorder:         p.InputBorder,
		fynetheme.ColorNameMenuBackground:      p.Surface,
		fynetheme.ColorNameOverlayBackground:   p.Surface,
		fynetheme.ColorNameHeaderBackground:    p.Surface,
		fynetheme.ColorNameSeparator:           p.Line,
		fynetheme.ColorNameShadow:              p.Shadow,
		fynetheme.ColorNameScrollBar:           p.ScrollThumb,
		fynetheme.ColorNameScrollBarBackground: clear,
		fynetheme.ColorNameSuccess:             p.Accepted,
		fynetheme.ColorNameForegroundOnSuccess: p.OnAccepted,
		fynetheme.ColorNameWarning:             p.Attention,
		fynetheme.ColorNameForegroundOnWarning: p.OnAttention,
		fynetheme.ColorNameError:               p.RefusedText,
		fynetheme.ColorNameForegroundOnError:   p.Surface,
	}
}

// Color is the colour of that name in the theme and variant that are shown now.
// UI thread only; ask again in Refresh, since the user may change the variant.
func Color(name fyne.ThemeColorName) color.Color { return fynetheme.Color(name) }
