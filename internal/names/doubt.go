package names

import (
	"slices"
	"strings"
	"unicode"
)

// alphabets are the scripts that no language mixes within a word, by their codes in ISO 15924. (Japanese mixes its own, and
// Latin with them.)
var alphabets = []struct {
	code  string
	table *unicode.RangeTable
}{{"Latn", unicode.Latin}, {"Cyrl", unicode.Cyrillic}, {"Grek", unicode.Greek}, {"Armn", unicode.Armenian}, {"Geor", unicode.Georgian},
	{"Arab", unicode.Arabic}, {"Hebr", unicode.Hebrew}}

// NoticeMixed is the code of a notice for a word that Mixed found; Clean gives none.
const NoticeMixed = "mixed"

// MixedWord is a word that mixes letters of two alphabets.
type MixedWord struct {
	Word    string
	Letters string // those of the alphabet with fewer letters in the word, each once, with commas between
	Script  string // of those letters, ISO 15924
}

// Mixed gives the words of a name that mix letters of two alphabets, such as "Аlice" with a Cyrillic А: they look right
// and are hard to find, and are most often typed with the wrong keyboard layout.
func Mixed(s string) []MixedWord {
	var mixed []MixedWord
	for _, word := range strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsMark(r) && !isApostrophe(r) && !isJoiner(r)
	}) {
		letters := map[int][]string{} // by alphabet
		last := -1
		for _, r := range word {
			if at := alphabetAt(r); at >= 0 {
				letters[at] = append(letters[at], string(r))
				last = at
			}
		}
		if len(letters) < 2 {
			continue
		}
		odd := last // of two with as many letters, the one that the word ends in
		for at := range alphabets {
			if n := len(letters[at]); n > 0 && n < len(letters[odd]) {
				odd = at
			}
		}
		var once []string
		for _, l := range letters[odd] {
			if !slices.Contains(once, l) {
				once = append(once, l)
			}
		}
		mixed = append(mixed, MixedWord{word, strings.Join(once, ", "), alphabets[odd].code})
	}
	return mixed
}

// alphabetAt is the place of a letter's alphabet among them, -1 for a letter of none and for signs that several share.
func alphabetAt(r rune) int {
	if !unicode.IsLetter(r) || unicode.Is(unicode.Lm, r) || r == 'µ' {
		return -1
	}
	for i, a := range alphabets {
		if unicode.Is(a.table, r) {
			return i
		}
	}
	return -1
}

// alphabetOf is a letter's alphabet, nil if alphabetAt has none.
func alphabetOf(r rune) *unicode.RangeTable {
	if at := alphabetAt(r); at >= 0 {
		return alphabets[at].table
	}
	return nil
}
