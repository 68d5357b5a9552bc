package theme_test

import (
	"bytes"
	"image/color"
	"io/fs"
	"testing"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"
	"github.com/go-text/typesetting/font"

	"fyne.io/fyne/v2/test"

	"lanyard/assets/icons"
	"lanyard/ui/theme"
)

// TestEveryTextIsReadable holds the rule that text has a contrast of 4.5 to what it stands on.
func TestEveryTextIsReadable(t *testing.T) {
	for name, p := range map[string]theme.Palette{"light": theme.Light(), "dark": theme.Dark()} {
		type pair struct {
			what     string
			text, on color.NRGBA
		}
		var pairs []pair
		for what, on := range map[string]color.NRGBA{"ground": p.Ground, "surface": p.Surface, "hover": p.Hover, "accent wash": p.AccentWash} {
			pairs = append(pairs, pair{"text on " + what, p.Text, on}, pair{"quiet text on " + what, p.QuietText, on}, pair{"accent on " + what, p.Accent, on})
		}
		for what, text := range map[string]color.NRGBA{"accepted": p.AcceptedText, "attention": p.AttentionText, "already": p.AlreadyText, "refused": p.RefusedText} {
			pairs = append(pairs, pair{what + " text on ground", text, p.Ground}, pair{what + " text on surface", text, p.Surface})
		}
		pairs = append(pairs,
			pair{"on accent", p.OnAccent, p.Accent}, pair{"on accepted", p.OnAccepted, p.Accepted}, pair{"on attention", p.OnAttention, p.Attention},
			pair{"on already", p.OnAlready, p.Already}, pair{"on refused", p.OnRefused, p.Refused},
			pair{"accepted pill", p.AcceptedText, p.AcceptedWash}, pair{"attention pill", p.AttentionText, p.AttentionWash},
			pair{"already pill", p.AlreadyText, p.AlreadyWash}, pair{"refused pill", p.RefusedText, p.RefusedWash})
		for _, pair := range pairs {
			if ratio := theme.Contrast(pair.text, pair.on); ratio < 4.5 {
				t.Errorf("%s: %s has a contrast of %.2f", name, pair.what, ratio)
			}
		}
	}
}

// TestAButtonUnderTheMouseIsReadable lays what the toolkit lays over a button over those that are filled.
func TestAButtonUnderTheMouseIsReadable(t *testing.T) {
	for mode, p := range map[theme.Mode]theme.Palette{theme.AlwaysLight: theme.Light(), theme.AlwaysDark: theme.Dark()} {
		veil := color.NRGBAModel.Convert(theme.New(mode).Color(fynetheme.ColorNameHover, fynetheme.VariantLight)).(color.NRGBA)
		over := func(under color.NRGBA) color.NRGBA {
			mix := func(above, below uint8) uint8 {
				return uint8((int(above)*int(veil.A) + int(below)*(255-int(veil.A))) / 255)
			}
			return color.NRGBA{R: mix(veil.R, under.R), G: mix(veil.G, under.G), B: mix(veil.B, under.B), A: 255}
		}
		for what, pair := range map[string][2]color.NRGBA{"primary": {p.OnAccent, p.Accent}, "plain": {p.Text, p.Hover}, "dangerous": {p.Surface, p.RefusedText}} {
			if ratio := theme.Contrast(pair[0], over(pair[1])); ratio < 4.5 {
				t.Errorf("mode %v: the words on a %s button have a contrast of %.2f", mode, what, ratio)
			}
			if over(pair[1]) == pair[1] {
				t.Errorf("mode %v: a %s button looks the same under the mouse", mode, what)
			}
		}
	}
}

// TestTextOnIsReadableOnAnyColour covers category colours, which the organiser chooses freely.
func TestTextOnIsReadableOnAnyColour(t *testing.T) {
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				back := color.NRGBA{R: uint8(r), G: uint8(g), B: uint8(b), A: 0xFF}
				if ratio := theme.Contrast(theme.TextOn(back), back); ratio < 4.2 {
					t.Fatalf("%v: contrast %.2f", back, ratio)
				}
			}
		}
	}
}

// TestTypefaceShowsTheScripts: a bare laptop has no font for these, so the embedded one must.
func TestTypefaceShowsTheScripts(t *testing.T) {
	th := theme.New(theme.AlwaysLight)
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Italic: true}, {Bold: true, Italic: true}} {
		face, err := font.ParseTTF(bytes.NewReader(th.Font(style).Content()))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range "AəşğİıҚңөүҳӣҷʻʼ" + "ليلىقفارزادهپچگکی" + "שלום" + "Հայ" + "ქართ" + "€—…·" {
			if _, ok := face.NominalGlyph(r); !ok {
				t.Errorf("%v has no %q", style, r)
			}
		}
	}
}

func TestModeWinsOverTheSystem(t *testing.T) {
	dark := theme.New(theme.AlwaysDark).Color(theme.Ground, fynetheme.VariantLight)
	if dark != color.Color(theme.Dark().Ground) {
		t.Errorf("always dark gave %v", dark)
	}
	followed := theme.New(theme.FollowSystem).Color(theme.Ground, fynetheme.VariantDark)
	if followed != color.Color(theme.Dark().Ground) {
		t.Errorf("follow system gave %v for a dark system", followed)
	}
}

// TestIconsTakeTheColour: the toolkit recolours fills only, so an icon drawn in strokes would stay black.
func TestIconsTakeTheColour(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(theme.New(theme.AlwaysLight))
	files, err := fs.Glob(icons.Files, "*.svg")
	if err != nil || len(files) < 90 {
		t.Fatalf("%d icons, %v", len(files), err)
	}
	for _, file := range files {
		svg := theme.IconIn(theme.IconName(file[:len(file)-4]), theme.Refused).Content()
		if !bytes.Contains(svg, []byte("#b91c1c")) || bytes.Contains(svg, []byte("stroke=")) {
			t.Errorf("%s is not recoloured", file)
		}
	}
}
