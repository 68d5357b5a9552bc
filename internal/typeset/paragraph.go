package typeset

import (
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/bidi"
	"golang.org/x/text/unicode/norm"

	"lanyard/internal/page"
)

type paragraphKey struct {
	text         string
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
}

// paragraphsOf cleans a text and splits it at its newlines. Letters are composed (NFC), so that an accent typed apart
// finds the letter that the font was drawn with.
func paragraphsOf(text string) []string {
	text = norm.NFC.String(strings.ToValidUTF8(text, "\uFFFD"))
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ").Replace(text)
	text = strings.Map(func(r rune) rune {
		if r != '\n' && unicode.IsControl(r) {
			return -1
		}
		return r
	}, text)
	return strings.Split(text, "\n")
}

// paragraph shapes a text or remembers it. The lock is held.
func (s *Setter) paragraph(text string, style page.Style, dir page.Direction, language string) *paragraph {
	key := paragraphKey{text, style.Family, style.Bold, style.Italic, dir, language}
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

// segment finds where lines may break and where graphemes begin.
func (s *Setter) segment(p *paragraph) {
	s.breaker.Init(p.text)
	for it := s.breaker.LineIterator(); it.Next(); {
		l := it.Line()
		p.breaks = append(p.breaks, l.Offset+len(l.Text))
	}
	for it := s.breaker.GraphemeIterator(); it.Next(); {
		p.clusters = append(p.clusters, it.Grapheme().Offset)
	}
	p.clusters = append(p.clusters, len(p.text))
}

// embedding gives the bidirectional runs of the text and says whether the paragraph runs right to left.
func (s *Setter) embedding(text []rune, dir page.Direction) (runs []bidi.Run, rtl bool) {
	rtl = dir == page.RTL || dir == page.Auto && beginsRTL(text)
	// The library takes the paragraph's direction from the first strong character: a mark in front decides it.
	mark := '\u200E'
	if rtl {
		mark = '\u200F'
	}
	found := s.levels.Segment(append([]rune{mark}, text...), bidi.LeftToRight)
	for i := range found.NumRuns() {
		r := found.Run(i)
		r.Start, r.End = max(r.Start-1, 0), r.End-1
		if r.End > r.Start {
			runs = append(runs, r)
		}
	}
	return runs, rtl
}

// beginsRTL says whether the first strong letter outside isolates reads from right to left (UAX #9, P2 and P3).
func beginsRTL(text []rune) bool {
	depth := 0
	for _, r := range text {
		switch {
		case r >= '\u2066' && r <= '\u2068':
			depth++
		case r == '\u2069':
			depth = max(depth-1, 0)
		case depth == 0:
			switch direction(r) {
			case leftward:
				return true
			case rightward:
				return false
			}
		}
	}
	return false
}

// visual puts the runs of a line into the order in which they stand from left to right (UAX #9, L2).
func visual(runs []shapedRun) []shapedRun {
	out := slices.Clone(runs)
	highest, lowest := int8(0), int8(127)
	for _, r := range out {
		highest = max(highest, r.level)
		if r.level%2 == 1 {
			lowest = min(lowest, r.level)
		}
	}
	for level := highest; level >= lowest && level > 0; level-- {
		for i := 0; i < len(out); i++ {
			if out[i].level < level {
				continue
			}
			j := i
			for j < len(out) && out[j].level >= level {
				j++
			}
			slices.Reverse(out[i:j])
			i = j
		}
	}
	return out
}
