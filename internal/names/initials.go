package names

import (
	"strings"
	"unicode"
)

// Initials gives two letters for an avatar, as written: those of the given and the family name, or of the first two
// words of the one there is, or the first two letters of its only word. It is "" for a name without letters or digits.
func Initials(given, family string) string {
	g, f := initialsOf(given), initialsOf(family)
	switch {
	case len(g) > 0 && len(f) > 0:
		return g[0] + f[0]
	case len(g) == 0:
		g, given = f, family
	}
	switch len(g) {
	case 0:
		return ""
	case 1:
		letters := firstTwo(strings.Fields(given))
		return strings.Join(letters, "")
	}
	return g[0] + g[1]
}

// initialsOf gives the first letter of every word that has one.
func initialsOf(name string) []string {
	var found []string
	for _, word := range strings.Fields(name) {
		if l := lettersOf(word, 1); len(l) > 0 {
			found = append(found, l[0])
		}
	}
	return found
}

// firstTwo gives the first two letters of the first word that has any.
func firstTwo(words []string) []string {
	for _, word := range words {
		if l := lettersOf(word, 2); len(l) > 0 {
			return l
		}
	}
	return nil
}

// lettersOf gives up to n letters or digits of a word, each with the marks that follow it.
func lettersOf(word string, n int) []string {
	var found []string
	inside := false
	for _, r := range word {
		switch {
		case unicode.IsLetter(r) && r != 'ʻ' && r != 'ʼ' || unicode.IsDigit(r):
			if len(found) == n {
				return found
			}
			found, inside = append(found, string(r)), true
		case unicode.IsMark(r) && inside:
			found[len(found)-1] += string(r)
		default:
			inside = false
		}
	}
	return found
}
