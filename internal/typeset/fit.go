package typeset

import (
	"slices"
	"strings"

	"lanyard/internal/page"
)

// slack is the part of a millimetre by which rounding may carry a line over the edge before it counts.
const slack = 1e-6

// Set fits a text into its box: see page.Text for the order of what it tries. Lines are never wider than the box. They are
// shared with other texts that say the same, and must not be changed.
func (s *Setter) Set(t page.Text) *Block {
	key := t
	key.X, key.Y, key.Style.Colour = 0, 0, page.Colour{}
	s.mu.Lock()
	defer s.mu.Unlock()
	known, ok := s.fitted[key]
	if !ok {
		if len(s.fitted) >= refitted {
			clear(s.fitted)
		}
		known = s.fit(key)
		s.fitted[key] = known
	}
	b := *known
	b.Text = t
	return &b
}

// fit is Set for a text that is not remembered. The lock is held.
func (s *Setter) fit(t page.Text) *Block {
	f := newFitting(s, t)
	size, spans, cut := f.fit()
	b := &Block{Text: t, Size: size, Cut: cut, Broken: broken(spans)}
	for _, p := range f.paragraphs {
		b.Missing = append(b.Missing, p.missing...)
	}
	f.place(b, spans)
	return b
}

// broken says whether a line ends where none may break.
func broken(spans []span) bool {
	for _, l := range spans {
		if l.end < len(l.p.text) && l.p.text[l.end] != ' ' && !slices.Contains(l.p.breaks, l.end) {
			return true
		}
	}
	return false
}

// fitting is one text on its way into its box.
type fitting struct {
	setter        *Setter
	text          page.Text
	paragraphs    []*paragraph
	width, height float64 // of the box, as the text sees it; 0 is without limit
	largest       float64 // points
	smallest      float64
	room          metrics // of a line, in ems
}

// span is a line: a part of a paragraph.
type span struct {
	p          *paragraph
	start, end int
}

func newFitting(s *Setter, t page.Text) *fitting {
	f := &fitting{setter: s, text: t, width: t.W, height: t.H, largest: sizeOf(t.Style)}
	if t.Turn%2 != 0 {
		f.width, f.height = t.H, t.W
	}
	f.smallest = f.largest
	if m := t.Style.MinSize; m > 0 && m < f.largest {
		f.smallest = m
	}
	content := paragraphsOf(t.Content)
	if t.MaxLines == 1 && len(content) > 1 {
		content = []string{strings.Join(content, " ")}
	}
	f.room = roomOf(t.Style)
	for _, c := range content {
		p := s.paragraph(strings.TrimRight(c, " "), t.Style, t.Direction, t.Language)
		for _, r := range p.runs {
			f.room = f.room.with(r.face)
		}
		f.paragraphs = append(f.paragraphs, p)
	}
	return f
}

// pitch is the distance of two baselines in ems.
func (f *fitting) pitch() float64 {
	if f.text.Style.LineHeight > 0 {
		return f.text.Style.LineHeight
	}
	return f.room.ascent + f.room.descent
}

// tall is the height of n lines in ems.
func (f *fitting) tall(n int) float64 {
	return f.room.ascent + f.room.descent + float64(n-1)*f.pitch()
}

// fit chooses the size and the lines.
func (f *fitting) fit() (size float64, spans []span, cut bool) {
	single := len(f.paragraphs) == 1
	if single && (!f.text.WrapFirst || f.text.MaxLines == 1) {
		if size, ok := f.oneLine(); ok {
			p := f.paragraphs[0]
			return size, []span{{p, 0, len(p.text)}}, false
		}
	}
	if f.text.MaxLines != 1 {
		if size, spans, ok := f.largestWrapped(); ok {
			return size, spans, false
		}
	}
	em := millimetres(f.smallest)
	spans, _ = f.wrap(em, true)
	limit := f.limit(em)
	if len(spans) <= limit {
		return f.smallest, spans, false
	}
	spans = spans[:limit]
	spans[limit-1] = f.ellipsis(spans[limit-1], em)
	return f.smallest, spans, true
}

// oneLine is the largest size at which the paragraph fits on one line.
func (f *fitting) oneLine() (float64, bool) {
	size := f.largest
	if w := f.paragraphs[0].width; f.width > 0 && w > 0 {
		size = min(size, f.width/millimetres(w))
	}
	if size < f.smallest {
		return 0, false
	}
	// A line too high for its box is still that one line: no wrapping would make it lower.
	if f.height > 0 {
		size = max(f.smallest, min(size, f.height/millimetres(f.tall(1))))
	}
	return size, true
}

// largestWrapped halves its way to the largest size at which the wrapped text fits without breaking words.
func (f *fitting) largestWrapped() (float64, []span, bool) {
	try := func(size float64) ([]span, bool) {
		em := millimetres(size)
		spans, ok := f.wrap(em, false)
		return spans, ok && len(spans) <= f.limit(em)
	}
	if spans, ok := try(f.largest); ok {
		return f.largest, spans, true
	}
	best, ok := try(f.smallest)
	if !ok {
		return 0, nil, false
	}
	low, high := f.smallest, f.largest
	for high-low > 0.1 {
		mid := (low + high) / 2
		if spans, ok := try(mid); ok {
			low, best = mid, spans
		} else {
			high = mid
		}
	}
	return low, best, true
}

// limit is how many lines the box takes at a size, one at the least.
func (f *fitting) limit(em float64) int {
	limit := 1 << 30
	if f.text.MaxLines > 0 {
		limit = f.text.MaxLines
	}
	if f.height > 0 {
		held := 1
		for held < limit && f.tall(held+1)*em <= f.height+slack {
			held++
		}
		limit = held
	}
	return limit
}
