package typeset

import (
	"bytes"
	"fmt"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// AddFont adds a font file of the user's (TrueType or OpenType, or a collection of them) behind the embedded fonts, for
// letters that those lack; it comes before the fonts of the system. It fails on a file that is no font. The data must not
// be changed.
func (s *Setter) AddFont(name string, data []byte) error {
	faces, err := facesOf(name, data)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.extra = append(s.extra, faces...)
	clear(s.shaped)
	clear(s.fitted)
	return nil
}

// facesOf reads the faces of a font file, the first of those that have the same letters.
func facesOf(name string, data []byte) ([]*Face, error) {
	loaders, err := opentype.NewLoaders(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("typeset: font %s: %w", name, err)
	}
	// The faces of a collection mostly have the same letters, in the shapes of one country or another; which of those a
	// text gets follows from its language. A face that adds no letter would only fill the memory.
	var faces []*Face
	for _, l := range loaders {
		f, err := font.NewFont(l)
		if err != nil {
			return nil, fmt.Errorf("typeset: font %s: %w", name, err)
		}
		if adds(f, faces) {
			faces = append(faces, foreignFace(name, font.NewFace(f)))
		}
	}
	return faces, nil
}

// adds says whether a font has a letter that the faces lack.
func adds(f *font.Font, faces []*Face) bool {
	for letters := f.Cmap.Iter(); letters.Next(); {
		r, _ := letters.Char()
		known := false
		for _, face := range faces {
			_, has := face.nominal(r)
			known = known || has
		}
		if !known {
			return true
		}
	}
	return false
}
