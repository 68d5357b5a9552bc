package names

import "unicode"

// alphabets are the scripts that no language mixes within a word. (Japanese mixes its own, and Latin with them.)
var alphabets = []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Georgian,
	unicode.Arabic, unicode.Hebrew}

// MixedScripts gives the words of a name that mix letters of two alphabets, such as "Аlice" with a Cyrillic А: they look
// right and are hard to find, and are most often typed with the wrong keyboard layout.
func MixedScripts(s string) []string {
	var mixed []string
	var first *unicode.RangeTable // the alphabet of the word's first letter
	start, two := -1, false
	end := func(i int) {
		if start >= 0 && two {
			mixed = append(mixed, s[start:i])
		}
		first, start, two = nil, -1, false
	}
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !isApostrophe(r) && !isJoiner(r) {
			end(i)
			continue
		}
		if start < 0 {
			start = i
		}
		if alphabet := alphabetOf(r); first == nil {
			first = alphabet
		} else if alphabet != nil && alphabet != first {
			two = true
		}
	}
	end(len(s))
	return mixed
}

// alphabetOf gives the alphabet of a letter, nil for a letter of none and for signs that several share.
func alphabetOf(r rune) *unicode.RangeTable {
	if !unicode.IsLetter(r) || unicode.Is(unicode.Lm, r) || r == 'µ' {
		return nil
	}
	for _, alphabet := range alphabets {
		if unicode.Is(alphabet, r) {
			return alphabet
		}
	}
	return nil
}
