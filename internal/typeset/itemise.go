package typeset

import (
	"slices"
	"unicode"

	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"lanyard/internal/page"
)

// item is a stretch of text of one direction, script and face: what a shaper takes at once.
type item struct {
	start, end int
	level      int8
	script     language.Script
	face       *Face
}

// itemise cuts a paragraph into items and notes the characters that no face has. The lock is held.
func (s *Setter) itemise(p *paragraph, style page.Style) {
	runs, rtl := embedding(p.text, p.key.direction)
	p.rtl = rtl
	scripts := scriptsOf(p.text)
	s.breaker.Init(p.text)
	graphemes := s.breaker.GraphemeIterator()
	next, run := 0, -1
	var current *Face
	chosen := s.chosen(style)
	first := s.first(style, chosen)
	for graphemes.Next() {
		g := graphemes.Grapheme()
		start, end := g.Offset, g.Offset+len(g.Text)
		if unicode.Is(unicode.Bidi_Control, g.Text[0]) {
			continue // it has said what it had to: a shaper would give it an empty glyph, and the letters beside it were outlines
		}
		for run < 0 || start >= next {
			run++
			next = runs[run].end
			current = nil
		}
		level, script := runs[run].level, scripts[start]
		if current != first || !hasAll(first, g.Text) {
			current = s.faceFor(p, g.Text, script, style, chosen, current)
		}
		if n := len(p.items); n > 0 {
			last := &p.items[n-1]
			if last.end == start && last.level == level && last.script == script && last.face == current {
				last.end = end
				continue
			}
		}
		p.items = append(p.items, item{start, end, level, script, current})
	}
}

// scriptsOf gives every character a script, those common to several taking that of the letters before them, or at the
// beginning of those behind.
func scriptsOf(text []rune) []language.Script {
	out := make([]language.Script, len(text))
	last := language.Script(0)
	for i, r := range text {
		script := language.LookupScript(r)
		if script != language.Common && script != language.Inherited && script != language.Unknown {
			if last == 0 {
				for j := range i {
					out[j] = script
				}
			}
			last = script
		}
		out[i] = last
	}
	if last == 0 {
		for i := range out {
			out[i] = language.Latin
		}
	}
	return out
}

// first is the face that a style would have all its letters in. The lock is held.
func (s *Setter) first(style page.Style, chosen []*Face) *Face {
	if len(chosen) > 0 {
		return chosen[0]
	}
	return s.face(s.chainOf(style)[0])
}

// faceFor chooses the face of a grapheme: spaces and marks of punctuation keep to the face before them, letters take the
// first that has them whole, or at least their first character: of the family asked for, of the embedded fonts, of the
// user's, of the system's.
func (s *Setter) faceFor(p *paragraph, grapheme []rune, script language.Script, style page.Style, chosen []*Face, current *Face) *Face {
	if current != nil && language.LookupScript(grapheme[0]) == language.Common && hasAll(current, grapheme) {
		return current
	}
	var base *Face
	has := func(f *Face) bool {
		if base == nil && f.Has(grapheme[0]) {
			base = f
		}
		return hasAll(f, grapheme)
	}
	for _, f := range chosen {
		if has(f) {
			return f
		}
	}
	names := s.chainOf(style)
	for _, name := range names {
		if f := s.face(name); has(f) {
			return f
		}
	}
	s.readOwn()
	for _, f := range s.extra {
		if has(f) {
			return f
		}
	}
	if s.system != nil {
		if f := s.system.face(grapheme[0], script, style); f != nil && has(f) {
			return f
		}
	}
	if base == nil {
		base = s.face(names[0])
	}
	for _, r := range grapheme {
		if !unseen(r) && !base.Has(r) && !slices.Contains(p.missing, r) {
			p.missing = append(p.missing, r)
		}
	}
	return base
}

func hasAll(f *Face, grapheme []rune) bool {
	for _, r := range grapheme {
		if !unseen(r) && !f.Has(r) {
			return false
		}
	}
	return true
}

// unseen are the characters that are never drawn, so that no font needs them.
func unseen(r rune) bool { return unicode.IsControl(r) || harfbuzz.IsDefaultIgnorable(r) }
