package names

import "unicode"

// MixedScripts gives the words of a name that mix Latin with Cyrillic or Greek letters, such as "Аlice" with a Cyrillic
// А: they look right and are never found, and are most often typed with the wrong keyboard layout.
func MixedScripts(s string) []string {
	var mixed []string
	start, latin, other := -1, false, false
	end := func(i int) {
		if start >= 0 && latin && other {
			mixed = append(mixed, s[start:i])
		}
		start, latin, other = -1, false, false
	}
	for i, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !isApostrophe(r) {
			end(i)
			continue
		}
		if start < 0 {
			start = i
		}
		switch {
		case !unicode.IsLetter(r):
		case unicode.Is(unicode.Latin, r):
			latin = true
		case unicode.In(r, unicode.Cyrillic, unicode.Greek) && r != 'µ':
			other = true
		}
	}
	end(len(s))
	return mixed
}
