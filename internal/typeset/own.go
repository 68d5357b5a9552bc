package typeset

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"unicode"

	"github.com/go-text/typesetting/language"

	"lanyard/internal/page"
)

// readOwn reads the user's font files, the first time that a letter is in none of the embedded fonts. A file that is gone
// has no letters: they are reported as missing. The lock is held.
func (s *Setter) readOwn() {
	for _, path := range s.own {
		if data, err := os.ReadFile(path); err == nil {
			if faces, err := facesOf(filepath.Base(path), data); err == nil {
				s.extra = append(s.extra, faces...)
			}
		}
	}
	s.own = nil
}

// Addition is what a font file adds to the embedded fonts.
type Addition struct {
	Letters int           // that none of those has
	Scripts []AddedScript // of the letters, the one with most first
}

// AddedScript is a script (ISO 15924) with letters that a font adds.
type AddedScript struct {
	Script  string
	Letters int
	Sample  string // a few of them
}

// Adds says what a font file (TrueType, OpenType, or a collection) adds to the embedded fonts. It fails on a file that is no
// font, and on one that breaks when its letters are drawn.
func Adds(name string, data []byte) (added Addition, err error) {
	defer func() {
		if r := recover(); r != nil { // a table that points outside the file
			err = fmt.Errorf("typeset: font %s: %v", name, r)
		}
	}()
	faces, err := facesOf(name, data)
	if err != nil {
		return added, err
	}
	ours := New()
	var embedded []*Face
	ours.mu.Lock()
	for _, n := range chain(page.Style{}) {
		embedded = append(embedded, ours.face(n))
	}
	ours.mu.Unlock()
	ours.extra = faces
	scripts := map[language.Script][]rune{}
	seen := map[rune]bool{}
	for _, f := range faces {
		for letters := f.font.Cmap.Iter(); letters.Next(); {
			r, _ := letters.Char()
			script := language.LookupScript(r)
			if seen[r] || script == language.Common || script == language.Inherited || script == language.Unknown ||
				slices.ContainsFunc(embedded, func(e *Face) bool { return e.Has(r) }) {
				continue
			}
			seen[r] = true
			scripts[script] = append(scripts[script], r)
		}
	}
	for script, letters := range scripts {
		slices.Sort(letters)
		one := AddedScript{Script: script.String(), Letters: len(letters), Sample: sampleOf(script, letters, faces)}
		if one.Sample != "" {
			ours.Missing(one.Sample) // shaped once, with the tables that this takes
			added.Scripts = append(added.Scripts, one)
			added.Letters += len(letters)
		}
	}
	slices.SortFunc(added.Scripts, func(a, b AddedScript) int {
		return cmp.Or(cmp.Compare(b.Letters, a.Letters), cmp.Compare(a.Script, b.Script))
	})
	return added, nil
}

// samples are names, for scripts whose first letters say little.
var samples = map[language.Script]string{language.Han: "李明王伟", language.Hiragana: "さくら", language.Katakana: "サクラ", language.Hangul: "김민준",
	language.Thai: "สมชาย", language.Bengali: "রহিম", language.Tamil: "கமலா", language.Ethiopic: "አበበ"}

// sampleOf is a few letters of a script that the faces draw, "" if they draw none.
func sampleOf(script language.Script, letters []rune, faces []*Face) string {
	drawn := func(r rune) bool { return slices.ContainsFunc(faces, func(f *Face) bool { return f.Has(r) }) }
	if known := []rune(samples[script]); len(known) > 0 && !slices.ContainsFunc(known, func(r rune) bool { return !drawn(r) }) {
		return string(known)
	}
	var sample []rune
	for _, r := range letters[:min(len(letters), 64)] {
		if unicode.IsLetter(r) && drawn(r) {
			if sample = append(sample, r); len(sample) == 5 {
				break
			}
		}
	}
	return string(sample)
}
