package typeset

import (
	"cmp"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"

	"lanyard/internal/page"
)

// Families are the families of the user's font files, in the order of their names: what page.Style.Font may name.
func (s *Setter) Families() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.readOwn()
	var all []string
	for _, f := range s.extra {
		if family := f.font.Describe().Family; family != "" && !slices.Contains(all, family) {
			all = append(all, family)
		}
	}
	slices.Sort(all)
	return all
}

// chosen are the faces of the family that a style asks for, the one of its weight and slant first. The lock is held.
func (s *Setter) chosen(style page.Style) []*Face {
	if style.Font == "" {
		return nil
	}
	s.readOwn()
	var faces []*Face
	for _, f := range s.extra {
		if strings.EqualFold(f.font.Describe().Family, style.Font) {
			faces = append(faces, f)
		}
	}
	slices.SortStableFunc(faces, func(a, b *Face) int { return cmp.Compare(unlike(a, style), unlike(b, style)) })
	return faces
}

// unlike is how far a face is from a style, 0 for the same weight and slant.
func unlike(f *Face, style page.Style) int {
	aspect := f.font.Describe().Aspect
	n := 0
	if (aspect.Weight >= font.WeightSemibold) != style.Bold {
		n++
	}
	if (aspect.Style == font.StyleItalic) != style.Italic {
		n += 2
	}
	return n
}
