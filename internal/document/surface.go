package document

import (
	"strings"

	"lanyard/assets/flags"
	"lanyard/internal/page"
)

// surface draws on a page with lengths from the side at which the language begins: right for Arabic.
type surface struct {
	*page.Page
	rtl bool
}

// left is the left edge of something that begins at x.
func (s surface) left(x, w float64) float64 {
	if s.rtl {
		return s.W - x - w
	}
	return x
}

func (s surface) fill(x, y, w, h float64, c page.Colour) {
	if w > 0 && h > 0 {
		s.Fill(s.left(x, w), y, w, h, c)
	}
}

// level draws a level line.
func (s surface) level(x, y, w, width float64, c page.Colour) {
	left := s.left(x, w)
	s.Rule(left, y, left+w, y, width, c)
}

// text writes a box of text. Its start is the side at which the language of the document begins, whatever the script
// of the text: a column of names in three scripts has one edge.
func (s surface) text(t page.Text) {
	if strings.TrimSpace(t.Content) == "" {
		return
	}
	t.X = s.left(t.X, t.W)
	t.Align = s.side(t.Align)
	s.Add(t)
}

func (s surface) side(a page.Align) page.Align {
	switch {
	case a == page.Start && s.rtl, a == page.End && !s.rtl:
		return page.Right
	case a == page.Start, a == page.End:
		return page.Left
	}
	return a
}

// flag draws a country's flag, 4 to 3, with a hairline around; false means that the country has none.
func (s surface) flag(country string, x, y, w float64) bool {
	data, ok := flags.PNG(country)
	if !ok {
		return false
	}
	left, h := s.left(x, w), w*3/4
	s.Add(page.Image{X: left, Y: y, W: w, H: h, Data: data, Key: "flag " + strings.ToLower(country), Fit: page.Stretch})
	s.Frame(left, y, w, h, 0.1, page.Grey(150))
	return true
}

// flagOf is a country's code if it has a flag.
func flagOf(country string) string {
	if _, ok := flags.PNG(country); ok {
		return country
	}
	return ""
}
