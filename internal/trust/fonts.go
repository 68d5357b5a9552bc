package trust

import pdf "github.com/ledongthuc/pdf"

// fonts are the fonts of a file, each read once: all the pages of certificates have the same.
type fonts struct {
	sets map[string]map[string]*pdf.Font // by what the resources of a page say
	each map[string]*pdf.Font            // by what the font's own object says
	read int64                           // bytes of their tables, unpacked
	// letters are those of the largest table.
	letters int
}

// The tables by which the letters of fonts are read stay in memory: beyond this much they are forgotten and read anew, as in
// a file that was put together of many, each with fonts of its own.
const (
	mostFonts = 8 << 20 // bytes; a font with all the letters of a large alphabet has some 200 kB
	mostSets  = 1024    // kinds of pages
	mostSaid  = 1 << 14 // bytes of what an object says of a font or of a page's fonts: it is what they are known by
)

// of are the fonts of a page, by the names that its instructions have for them. Objects say where their parts are in the
// file, so those that say the same are the same. All tables of a page together are bounded as its instructions are.
func (f *fonts) of(p pdf.Page) (map[string]*pdf.Font, error) {
	named := p.Resources().Key("Font")
	says := named.String()
	if set, ok := f.sets[says]; ok {
		return set, nil
	}
	if len(says) > mostSaid {
		return nil, errLarge
	}
	if f.sets == nil || f.read > mostFonts || len(f.sets) == mostSets {
		*f = fonts{sets: map[string]map[string]*pdf.Font{}, each: map[string]*pdf.Font{}}
	}
	set, left := map[string]*pdf.Font{}, int64(mostStream)
	for _, name := range named.Keys() {
		font, err := f.one(named.Key(name), &left)
		if err != nil {
			return nil, err
		}
		set[name] = font
	}
	f.sets[says] = set
	return set, nil
}

func (f *fonts) one(v pdf.Value, left *int64) (*pdf.Font, error) {
	says := v.String()
	if known, ok := f.each[says]; ok {
		return known, nil
	}
	n, ok := unpacked(v.Key("ToUnicode"), *left)
	*left -= n
	f.read += n
	if !ok || len(says) > mostSaid {
		return nil, errLarge
	}
	letters, ok := lettersOf(v, n)
	if !ok {
		return nil, errLarge
	}
	f.letters = max(f.letters, letters)
	f.each[says] = &pdf.Font{V: v}
	return f.each[says], nil
}
