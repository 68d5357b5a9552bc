package typeset

import (
	"strings"

	"lanyard/internal/page"
)

// metrics are the room that lines of a face ask for above and below the baseline, in ems. The fonts' own figures
// serve every script of the world at once and are too generous for a name on a badge; these hold the capitals with
// accents of Latin and Cyrillic, and the stacked marks of Arabic.
type metrics struct{ ascent, descent float64 }

func metricsOf(face string) metrics {
	switch {
	case strings.HasPrefix(face, "NotoNaskhArabic"):
		return metrics{1.00, 0.50}
	case strings.HasPrefix(face, "NotoSansArabic"):
		return metrics{1.00, 0.45}
	case strings.HasPrefix(face, "NotoSansDevanagari"):
		return metrics{0.95, 0.40}
	}
	return metrics{0.95, 0.25}
}

// measured are the metrics of a font that is not ours: its own, within reason. Ideographs fill an em and no more, whatever
// else their font has room for.
func measured(f *Face) metrics {
	own, ok := f.font.FontHExtents()
	if !ok || f.Has('一') {
		return metrics{0.95, 0.25}
	}
	em := f.Upem()
	return metrics{
		ascent:  min(max(float64(own.Ascender)/em, 0.95), 1.3),
		descent: min(max(-float64(own.Descender)/em, 0.25), 0.7),
	}
}

// scripts are the faces for letters beyond Latin, Cyrillic and Greek, in the order they are tried.
var scripts = []string{"NotoSansHebrew", "NotoSansArmenian", "NotoSansGeorgian", "NotoSansDevanagari"}

// chain names the faces tried for a style, best first.
func chain(s page.Style) []string {
	weight := "-Regular"
	if s.Bold {
		weight = "-Bold"
	}
	slant := weight
	if s.Italic {
		slant = "-Italic"
		if s.Bold {
			slant = "-BoldItalic"
		}
	}
	latin, arabic := "NotoSans", "NotoSansArabic"
	otherLatin, otherArabic := "NotoSerif", "NotoNaskhArabic"
	if s.Family != page.Sans {
		latin, arabic, otherLatin, otherArabic = otherLatin, otherArabic, latin, arabic
	}
	names := []string{latin + slant, arabic + weight}
	for _, n := range scripts {
		names = append(names, n+weight)
	}
	return append(names, otherLatin+slant, otherArabic+weight)
}
