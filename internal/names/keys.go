// Package names is what Lanyard knows about people's names: keys under which a name is found whatever the script and
// spelling it is typed in, and the cleaning of what is stored. Everything in it is a pure function.
package names

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Keys are the search keys of one person: words of a-z and 0-9, separated by spaces.
type Keys struct {
	Strict   string // readable Latin
	Loose    string // letters that languages write alike are alike: q g k, h kh x, c ch j zh, a e, o u; glides dropped
	Skeleton string // consonants only, as Arabic writes them
}

// maxReadings bounds the readings of one word, so that an index stays small.
const maxReadings = 3

// KeysOf makes the keys of all parts of a person's name: given, family, own script, badge name. Parts of a hyphenated
// word are found apart and glued, an Arabic word with and without its article, and "عبد" glued to what follows.
func KeysOf(parts ...string) Keys {
	var strict, loose, skeleton set
	for _, p := range parts {
		for _, word := range indexWords(p) {
			for _, r := range readings(word) {
				strict.add(r)
				loose.add(looseOf(r))
				skeleton.add(skeletonOf(r))
			}
		}
	}
	return Keys{strict.String(), loose.String(), skeleton.String()}
}

// set is words in the order they came, each once.
type set struct{ words []string }

func (s *set) add(w string) {
	if w != "" && !slices.Contains(s.words, w) {
		s.words = append(s.words, w)
	}
}

func (s *set) String() string { return strings.Join(s.words, " ") }

// indexWords are the words under which a name is found.
func indexWords(name string) []string {
	var all []string
	for _, chunk := range strings.Fields(fold(name)) {
		parts := strings.FieldsFunc(chunk, isHyphen)
		all = append(all, parts...)
		if len(parts) > 1 {
			all = append(all, strings.Join(parts, ""))
		}
	}
	for i, w := range all {
		if bare, ok := strings.CutPrefix(w, "ال"); ok && len(bare) > 4 {
			all = append(all, bare)
		}
		if (w == "عبد" || w == "abdul" || w == "abd") && i+1 < len(all) {
			all = append(all, w+all[i+1])
		}
	}
	return all
}

// Words are the words of what somebody typed.
func Words(query string) []string {
	return strings.FieldsFunc(fold(query), func(r rune) bool { return unicode.IsSpace(r) || isHyphen(r) })
}

func isHyphen(r rune) bool {
	return r == '-' || r == '‐' || r == '‑' || r == '–' || r == '/' || r == ',' || r == '.'
}

// fold makes small letters of a text and takes off what is written or not as people please: apostrophes, harakat and
// tatweel. Marks that make another letter (ş, й) stay.
func fold(s string) string {
	s = norm.NFC.String(strings.ReplaceAll(s, "İ", "i"))
	var b strings.Builder
	for _, r := range s {
		switch {
		case strings.ContainsRune("'’ʻʼ‘`´ʿʾ\"“”«»()", r), r == 'ـ', r >= 0x064B && r <= 0x0652, r == 0x0670,
			unicode.Is(unicode.Cf, r), unicode.IsControl(r) && !unicode.IsSpace(r):
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// readings are the ways in which a folded word may be written in plain Latin, the likeliest first.
func readings(word string) []string {
	if plain(word) {
		if !strings.ContainsAny(word, "jxw") {
			return []string{word}
		}
	}
	var all []string
	for n := range maxReadings {
		var b strings.Builder
		for _, r := range word {
			b.WriteString(reading(r, n))
		}
		if w := b.String(); w != "" && !slices.Contains(all, w) {
			all = append(all, w)
		}
	}
	return all
}

func plain(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// reading is the n-th reading of one letter.
func reading(r rune, n int) string {
	if r < 0x80 && r != 'j' && r != 'x' && r != 'w' {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return string(r)
		}
		return ""
	}
	if all, ok := letters[r]; ok {
		return all[min(n, len(all)-1)]
	}
	if unicode.Is(unicode.Nd, r) {
		return string('0' + digit(r))
	}
	var b strings.Builder
	for _, d := range norm.NFD.String(string(r)) {
		if d == r { // it has no marks to lose
			return ""
		}
		if d < 0x80 || letters[d] != nil {
			b.WriteString(reading(d, n))
		}
	}
	return b.String()
}

func digit(r rune) rune {
	for n := range rune(10) {
		if !unicode.Is(unicode.Nd, r-n-1) {
			return n
		}
	}
	return 0
}
