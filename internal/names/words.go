package names

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// maxQueryWords bounds a pasted text; more words than these make no search any narrower.
const maxQueryWords = 12

// Words gives the words of what someone typed, in lower case, in the letters typed: apostrophes and vowel marks are
// dropped, hyphens, dots and other signs part words, except that the Arabic article stays with its word (al-Masri).
func Words(query string) []string {
	var found []string
	eachWord(query, func(w written) bool {
		plain := make([]rune, len(w.letters))
		for i, r := range w.letters {
			switch {
			case r == 'ў' && w.uzbek:
				r = 'o'
			case r == 'ғ' && w.uzbek:
				r = 'g'
			}
			plain[i] = r
		}
		if n := len(found); n > 0 && w.hyphenated && isArticle(found[n-1]) {
			found[n-1] += string(plain)
		} else {
			found = append(found, string(plain))
		}
		return len(found) < maxQueryWords
	})
	return found
}

func isArticle(word string) bool {
	switch word {
	case "al", "el", "аль", "эль", "ал":
		return true
	}
	return false
}

// written is one word as it stands in a text.
type written struct {
	letters    []rune // in lower case, without apostrophes and marks; valid until the next word
	elided     int    // letters before an apostrophe that elides (the O of O'Connor), else 0
	hyphenated bool   // a hyphen joins it to the word before
	uzbek      bool   // Latin oʻ and gʻ stand as ў and ғ
}

// eachWord calls f for every word of a text until it answers false.
func eachWord(text string, f func(written) bool) {
	if !norm.NFC.IsNormalString(text) {
		text = norm.NFC.String(text)
	}
	var room [48]rune
	w := written{letters: room[:0]}
	next := written{}
	for _, r := range text {
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		} else if r >= 0x80 {
			r = unicode.ToLower(r)
		}
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			w.letters = append(w.letters, r)
		case isApostrophe(r):
			apostrophe(&w, r)
		case r < 0x80 || isSeparator(r):
			next.hyphenated = isHyphen(r)
			if len(w.letters) > 0 {
				if !f(w) {
					return
				}
				w = written{letters: w.letters[:0], hyphenated: next.hyphenated}
			} else {
				w.hyphenated = w.hyphenated && next.hyphenated
			}
		case isMark(r):
		default:
			if d, ok := digit(r); ok {
				r = d
			}
			w.letters = append(w.letters, r)
		}
	}
	if len(w.letters) > 0 {
		f(w)
	}
}

// apostrophe reads a sign after the letters so far: part of the Uzbek letters oʻ and gʻ, an elision, or nothing.
func apostrophe(w *written, r rune) {
	n := len(w.letters)
	if n == 0 {
		return
	}
	switch w.letters[n-1] {
	case 'o':
		w.letters[n-1], w.uzbek = 'ў', true
	case 'g':
		w.letters[n-1], w.uzbek = 'ғ', true
	}
	if n == 1 && (r == '\'' || r == '’') {
		w.elided = 1
	}
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '`', '´', '‘', '’', '‛', 'ʻ', 'ʼ', 'ʽ', 'ʾ', 'ʿ', 'ʹ', 'ʺ', 'ˈ', '′', '＇', '"', '“', '”':
		return true
	}
	return false
}

func isHyphen(r rune) bool { return r == '-' || r >= 0x2010 && r <= 0x2015 || r == 0x2212 }

// isSeparator says whether a rune outside ASCII parts words. Marks of scripts without a table belong to their words.
func isSeparator(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) && !isMark(r)
}

// digit folds the digits of any script to 0-9.
func digit(r rune) (rune, bool) {
	if r < 0x660 || !unicode.IsDigit(r) {
		return 0, false
	}
	// Every script's digits stand in one block of ten, in order; count back to its zero.
	n := rune(0)
	for n < 9 && unicode.IsDigit(r-n-1) {
		n++
	}
	return '0' + n, true
}
