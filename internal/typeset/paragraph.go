package typeset

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lanyard/internal/page"
)

type paragraphKey struct {
	text         string
	font         string
	family       page.Family
	bold, italic bool
	direction    page.Direction
	language     string
}

// paragraph is a shaped text without line breaks. Lengths are in ems.
type paragraph struct {
	key      paragraphKey
	text     []rune
	rtl      bool
	items    []item
	runs     []shapedRun // of the whole text, in logical order
	advances []float64   // the width up to each character: advances[n] for text[:n]
	breaks   []int       // where a line may begin; the last is the text's length
	clusters []int       // where a grapheme begins; the last is the text's length
	width    float64
	missing  []rune
	lines    map[[2]int][]shapedRun // of parts, as lines broke it
}

// lineEnds are the ways of ending a line, and the tab, which a box of text has no stops for.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ")

// paragraphsOf cleans a text and splits it at its newlines. Letters are composed (NFC), so that an accent typed apart
// finds the letter that the font was drawn with.
func paragraphsOf(text string) []string {
	if !strings.ContainsFunc(text, special) {
		return []string{text}
	}
	text = norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD"))
	if !strings.ContainsFunc(text, ends) {
		return []string{text}
	}
	text = lineEnds.Replace(text)
	text = strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
	return strings.Split(text, "\n")
}

// special says that a character may need cleaning.
func special(r rune) bool { return r < ' ' || r > '~' }

// ends says that a character ends a line or is a control, which most texts have none of.
func ends(r rune) bool { return unicode.IsControl(r) || r == '\u2028' || r == '\u2029' }

// paragraph shapes a text or remembers it. The lock is held.
func (s *Setter) paragraph(text string, style page.Style, dir page.Direction, language string) *paragraph {
	key := paragraphKey{text, style.Font, style.Family, style.Bold, style.Italic, dir, language}
	if p, ok := s.shaped[key]; ok {
		return p
	}
	p := &paragraph{key: key, text: []rune(text)}
	s.itemise(p, style)
	p.runs = s.shape(p, 0, len(p.text))
	p.measure()
	s.segment(p)
	if len(s.shaped) >= remembered {
		clear(s.shaped)
	}
	s.shaped[key] = p
	return p
}

// measure adds the widths of the clusters up, in logical order.
func (p *paragraph) measure() {
	own := make([]float64, len(p.text)+1)
	for _, r := range p.runs {
		for _, g := range r.glyphs {
			own[g.Cluster] += g.Advance
		}
		p.width += r.width
	}
	p.advances = make([]float64, len(p.text)+1)
	for i := range p.text {
		p.advances[i+1] = p.advances[i] + own[i]
	}
}

const softHyphen = '\u00AD'

// segment finds where lines may break and where graphemes begin, in the text that was itemised last.
func (s *Setter) segment(p *paragraph) {
	for it := s.breaker.LineIterator(); it.Next(); {
		l := it.Line()
		end := l.Offset + len(l.Text)
		if end < len(p.text) && p.text[end-1] == softHyphen {
			continue // a break there would have to draw a hyphen
		}
		p.breaks = append(p.breaks, end)
	}
	for it := s.breaker.GraphemeIterator(); it.Next(); {
		p.clusters = append(p.clusters, it.Grapheme().Offset)
	}
	p.clusters = append(p.clusters, len(p.text))
}
