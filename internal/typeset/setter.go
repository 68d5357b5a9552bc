// Package typeset turns text into positioned glyphs: paragraphs by the Unicode bidirectional algorithm, runs by script
// and by the font that has the letters, shaping by HarfBuzz, lines, and the fitting of a text into its box. Printing
// and previewing both draw what it gives.
package typeset

import (
	"fmt"
	"io/fs"
	"slices"
	"sync"

	"github.com/go-text/typesetting/segmenter"
	"github.com/go-text/typesetting/shaping"

	"lanyard/assets/fonts"
	"lanyard/internal/page"
)

// Setter sets text. It parses a font when a text first needs it and remembers what it shaped, for reports and badges
// repeat their words. It may be used from several goroutines, which then take turns.
type Setter struct {
	files  fs.FS
	own    []string // font files of the user's that are not read yet
	extra  []*Face
	system *system // nil for a setter that keeps to the fonts it was given

	mu      sync.Mutex
	faces   map[string]*Face
	chains  map[page.Style][]string
	shaped  map[paragraphKey]*paragraph
	fitted  map[page.Text]*Block // at the corner of the page, in no colour
	shaper  shaping.HarfbuzzShaper
	breaker segmenter.Segmenter
}

// remembered is how many paragraphs are kept shaped: a congress's names and the labels around them, some 10 MB.
const remembered = 8192

// refitted is how many texts are kept as they were fitted into their boxes: those that stand on every page come again soon.
const refitted = 1024

// New is a setter with the embedded fonts.
func New() *Setter {
	return &Setter{
		files:  fonts.Files,
		faces:  make(map[string]*Face),
		chains: make(map[page.Style][]string),
		shaped: make(map[paragraphKey]*paragraph),
		fitted: make(map[page.Text]*Block),
	}
}

// Missing gives the characters of a text for which no font has a glyph, each once, in order. Controls and other
// characters that are never drawn do not count.
func (s *Setter) Missing(text string) []rune {
	s.mu.Lock()
	defer s.mu.Unlock()
	var missing []rune
	for _, line := range paragraphsOf(text) {
		for _, r := range s.paragraph(line, page.Style{}, page.Auto, "").missing {
			if !slices.Contains(missing, r) {
				missing = append(missing, r)
			}
		}
	}
	return missing
}

// Measure is the width in millimetres of a text on one line, at the style's full size.
func (s *Setter) Measure(style page.Style, text string) float64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	widest := 0.0
	for _, line := range paragraphsOf(text) {
		widest = max(widest, s.paragraph(line, style, page.Auto, "").width)
	}
	return widest * millimetres(sizeOf(style))
}

// Plain is the face of ordinary text: Noto Sans.
func (s *Setter) Plain() *Face {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.face("NotoSans-Regular")
}

// chainOf names the faces for a style, best first. The lock is held.
func (s *Setter) chainOf(style page.Style) []string {
	key := page.Style{Family: style.Family, Bold: style.Bold, Italic: style.Italic}
	names, ok := s.chains[key]
	if !ok {
		names = chain(key)
		s.chains[key] = names
	}
	return names
}

// face parses an embedded font the first time it is asked for. The lock is held. The fonts are part of the program: one
// that does not parse is a broken build, not something that a desk could act on.
func (s *Setter) face(name string) *Face {
	if f, ok := s.faces[name]; ok {
		return f
	}
	data, err := fs.ReadFile(s.files, name+".ttf")
	if err != nil {
		panic(fmt.Sprintf("typeset: embedded font %s: %v", name, err))
	}
	f, err := plainFace(name, data)
	if err != nil {
		panic(err.Error())
	}
	s.faces[name] = f
	return f
}

// millimetres is the length of an em of a type size in points.
func millimetres(points float64) float64 { return points * 25.4 / 72 }

// sizeOf is a style's size; text of no size at all is a slip, and is set legibly.
func sizeOf(style page.Style) float64 {
	if style.Size <= 0 {
		return 10
	}
	return style.Size
}
