package typeset

import (
	"unicode"

	"lanyard/internal/page"
)

// Height is how high a text becomes in a column of a width, in millimetres: for rows of tables. The text's own height is
// not looked at.
func (s *Setter) Height(t page.Text) float64 {
	t.H = 0
	if height, ok := s.oneLineHigh(t); ok {
		return height
	}
	return s.Set(t).Height
}

// kerned is more than kerning ever widens a line by.
const kerned = 1.1

// oneLineHigh is the height of a text that stands on one line for certain, which is seen without shaping it: all its letters are
// simple ones of its style's first face, and their own widths leave room. Most cells of a long table are such.
func (s *Setter) oneLineHigh(t page.Text) (float64, bool) {
	if t.Style.Font != "" || t.Direction == page.RTL || t.Turn != 0 || t.W <= 0 || t.Content == "" {
		return 0, false
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	face, wide := s.first(t.Style, nil), 0.0
	for _, r := range t.Content {
		g, ok := face.nominal(r)
		if !ok || !simple(r) {
			return 0, false
		}
		wide += face.Advance(g)
	}
	f := fitting{text: t, room: roomOf(t.Style).with(face)}
	em := millimetres(sizeOf(t.Style))
	return f.tall(1) * em, wide*em*kerned < t.W
}

// simple says that a character is a Latin or Cyrillic letter, a digit or a sign of those scripts that stands for itself: it joins
// with nothing, and ends no line.
func simple(r rune) bool {
	return r >= ' ' && r <= '~' || r > '\u00A0' && r < '\u0300' && r != softHyphen || r >= '\u0400' && r < '\u0530' && !unicode.Is(unicode.M, r)
}

// roomOf is the room of a line whatever stands in it, in ems.
func roomOf(style page.Style) metrics {
	if style.Family == page.Naskh {
		return metricsOf("NotoNaskhArabic")
	}
	return metrics{0.95, 0.25}
}

// with is the room of a line with letters of a face in it.
func (m metrics) with(f *Face) metrics {
	return metrics{max(m.ascent, f.metrics.ascent), max(m.descent, f.metrics.descent)}
}
