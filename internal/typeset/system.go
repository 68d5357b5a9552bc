package typeset

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/go-text/typesetting/language"

	"lanyard/internal/page"
)

// WithSystem is New's setter with the fonts of the system behind the embedded ones. They are looked for when a text first
// has a letter that those lack, and the list of them is kept in the user's cache folder for the next time. A system
// whose fonts cannot be listed has none: the letters are reported as missing. files are font files of the user's, which come
// before those of the system and are read when a letter first needs them.
func WithSystem(files ...string) *Setter {
	s := New()
	s.own = files
	s.system = &system{wanted: make(map[want]*Face), faces: make(map[*font.Font]*Face)}
	return s
}

// system is what the computer has of fonts.
type system struct {
	listed bool
	fonts  *fontscan.FontMap
	all    []fontscan.Footprint
	wanted map[want]*Face // nil where no font has the letter
	faces  map[*font.Font]*Face
}

type want struct {
	letter       rune
	script       language.Script
	serif        bool
	bold, italic bool
}

// face is the best face of the system for a letter, nil if none draws it. The setter's lock is held.
func (y *system) face(letter rune, script language.Script, style page.Style) *Face {
	w := want{letter, script, style.Family != page.Sans, style.Bold, style.Italic}
	f, ok := y.wanted[w]
	if !ok {
		y.list()
		f = y.find(w)
		y.wanted[w] = f
	}
	return f
}

// list finds the fonts, once.
func (y *system) list() {
	if y.listed {
		return
	}
	y.listed = true
	y.fonts = fontscan.NewFontMap(quiet{})
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir() // a computer without a cache folder lists its fonts every time
	}
	dir = filepath.Join(dir, "lanyard")
	all, err := fontscan.SystemFonts(quiet{}, dir)
	if err != nil || y.fonts.UseSystemFonts(dir) != nil {
		return
	}
	y.all = all
}

// find asks for a face as a browser would, by kind, weight and script, and then takes any that has the letter.
func (y *system) find(w want) *Face {
	if len(y.all) == 0 {
		return nil
	}
	kind, aspect := fontscan.SansSerif, font.Aspect{Style: font.StyleNormal, Weight: font.WeightNormal, Stretch: font.StretchNormal}
	if w.serif {
		kind = fontscan.Serif
	}
	if w.bold {
		aspect.Weight = font.WeightBold
	}
	if w.italic {
		aspect.Style = font.StyleItalic
	}
	y.fonts.SetScript(w.script)
	ask := func(family string, aspect font.Aspect) *Face {
		y.fonts.SetQuery(fontscan.Query{Families: []string{family}, Aspect: aspect})
		if f := y.known(y.fonts.ResolveFace(w.letter)); f != nil && f.Has(w.letter) {
			return f
		}
		return nil
	}
	if f := ask(kind, aspect); f != nil {
		return f
	}
	for _, print := range y.all {
		if print.Runes.Contains(w.letter) {
			if f := ask(print.Family, print.Aspect); f != nil {
				return f
			}
		}
	}
	return nil
}

// known is a font of the system as a face of ours. The one that has a picture of a box for every letter there is, which
// macOS keeps for letters that no font has, is none.
func (y *system) known(found *font.Face) *Face {
	if found == nil {
		return nil
	}
	f, ok := y.faces[found.Font]
	if !ok {
		at := y.fonts.FontLocation(found.Font)
		if family, _ := y.fonts.FontMetadata(found.Font); !strings.Contains(family, "lastresort") {
			f = foreignFace(filepath.Base(at.File), found)
		}
		y.faces[found.Font] = f
	}
	return f
}

// quiet is a log that nobody reads: fonts that cannot be read are as good as none.
type quiet struct{}

func (quiet) Printf(string, ...any) {}
