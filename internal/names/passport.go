package names

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Passport proposes how a name in another script is spelt in Latin letters: as the passports of a country (ISO 3166-1
// alpha-2) spell it, or as those of the country whose letters it is in, or else by ICAO Doc 9303. Upper and lower case
// are as typed. It is a proposal: people spell their names as they like. The answer is "" for a name that is in Latin
// letters already or in letters without a table, and for one in Arabic letters that has a word outside the lexicon of
// passport_arabic.go, since its vowels would have to be guessed.
func Passport(name, country string) string {
	name, _ = Clean(name)
	words := strings.FieldsFunc(name, func(r rune) bool { return r == ' ' })
	switch alphabet := soleAlphabet(name); alphabet {
	case unicode.Arabic:
		return arabicNames(words, country)
	case unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Georgian:
		t := tableFor(alphabet, strings.ToUpper(country), strings.ToLower(name))
		for i, w := range words {
			words[i] = t.word([]rune(t.decomposed(w)))
		}
		if spelt := norm.NFC.String(strings.Join(words, " ")); InLatin(spelt) { // else it has a letter that no table has
			return spelt
		}
	}
	return ""
}

// InLatin says whether a name has no letter of another alphabet.
func InLatin(name string) bool {
	for _, r := range name {
		if alphabet := alphabetOf(r); unicode.IsLetter(r) && !unicode.Is(unicode.Lm, r) && alphabet != unicode.Latin {
			return false
		}
	}
	return true
}

// soleAlphabet is the alphabet of all letters of a name, nil if there are several or none.
func soleAlphabet(name string) *unicode.RangeTable {
	var sole *unicode.RangeTable
	for _, r := range name {
		if !unicode.IsLetter(r) || unicode.Is(unicode.Lm, r) {
			continue
		}
		alphabet := alphabetOf(r)
		if alphabet == nil || sole != nil && alphabet != sole {
			return nil
		}
		sole = alphabet
	}
	return sole
}

// passport is one country's table.
type passport struct {
	letters map[string]spelt // by one letter or several that are spelt together, in lower case
	longest int              // of the keys, in letters
	accents bool             // letters are looked up without the accents that only say where the stress is
	dotted  bool             // i and ı are two letters
}

// spelt is how a letter is written, and how instead where it stands: at the beginning of a word, there or after a vowel
// or a sign that parts it from the letter before, at the end.
type spelt struct{ usual, first, open, last string }

// tableOfPassport reads entries: letters, "=", the spelling, then if need be "^" and the spelling at the beginning of a
// word, "~" and that at the beginning or after a vowel or sign, "$" and that at the end. A later entry takes the place of
// an earlier one.
func tableOfPassport(specs ...string) *passport {
	t := &passport{letters: map[string]spelt{}}
	for _, spec := range specs {
		for _, entry := range strings.Fields(spec) {
			key, rest, _ := strings.Cut(entry, "=")
			one := [4]string{}
			at, given := 0, [4]bool{true}
			for _, r := range rest {
				if i := strings.IndexRune("^~$", r); i >= 0 {
					at = i + 1
					given[at] = true
					continue
				}
				one[at] += string(r)
			}
			for i := range one {
				if !given[i] {
					one[i] = one[0]
				}
			}
			if given[2] && !given[1] {
				one[1] = one[2]
			}
			t.letters[key] = spelt{one[0], one[1], one[2], one[3]}
			t.longest = max(t.longest, utf8.RuneCountInString(key))
		}
	}
	return t
}

// decomposed is a word as its letters are looked up.
func (t *passport) decomposed(word string) string {
	if !t.accents {
		return word
	}
	return norm.NFC.String(strings.Map(func(r rune) rune {
		if r >= 0x300 && r <= 0x303 || r == 0x313 || r == 0x314 || r == 0x342 || r == 0x345 {
			return -1
		}
		return r
	}, norm.NFD.String(word)))
}

// word spells one word; the parts of a hyphenated one are words of their own.
func (t *passport) word(word []rune) string {
	var b strings.Builder
	for start, i := 0, 0; i < len(word); {
		if isApostrophe(word[i]) || isMark(word[i]) { // says how the letter before is heard, as in Мар’яна
			i++
			continue
		}
		if !unicode.IsLetter(word[i]) {
			b.WriteRune(word[i])
			i++
			start = i
			continue
		}
		n, letters := t.match(word[i:])
		spelling := letters.usual
		switch end := i+n == len(word) || !unicode.IsLetter(word[i+n]); {
		case i == start:
			spelling = letters.first
		case end && letters.last != letters.usual:
			spelling = letters.last
		case opens(word[start:i]):
			spelling = letters.open
		}
		b.WriteString(t.inCase(spelling, word, i, n))
		i += n
	}
	return b.String()
}

// match finds the longest run of letters that has a spelling, of which an unknown letter is its own.
func (t *passport) match(word []rune) (int, spelt) {
	for n := min(t.longest, len(word)); n > 0; n-- {
		if s, ok := t.letters[strings.ToLower(string(word[:n]))]; ok {
			return n, s
		}
	}
	l := string(unicode.ToLower(word[0]))
	return 1, spelt{l, l, l, l}
}

// inCase gives a spelling the case of the letters that it stands for: Ш is Sh in Шамиль and SH in ШАМИЛЬ.
func (t *passport) inCase(spelling string, word []rune, at, n int) string {
	if !unicode.IsUpper(word[at]) {
		return spelling
	}
	beside := -1
	switch {
	case at+n < len(word) && unicode.IsLetter(word[at+n]):
		beside = at + n
	case at > 0 && unicode.IsLetter(word[at-1]):
		beside = at - 1
	}
	if n > 1 && unicode.IsUpper(word[at+1]) || n == 1 && beside >= 0 && unicode.IsUpper(word[beside]) {
		return t.upper(spelling)
	}
	r, size := utf8.DecodeRuneInString(spelling)
	if size == 0 {
		return ""
	}
	return t.upper(string(r)) + spelling[size:]
}

func (t *passport) upper(s string) string {
	if t.dotted {
		return strings.ToUpperSpecial(unicode.AzeriCase, s)
	}
	return strings.ToUpper(s)
}

// opens says whether what stands before a letter lets a е be heard as ye: a vowel, or a sign that parts. A у behind a
// vowel is a w, as in Әуезов.
func opens(before []rune) bool {
	n := len(before)
	last := unicode.ToLower(before[n-1])
	if last == 'у' && n > 1 && isCyrillicVowel(unicode.ToLower(before[n-2])) {
		return false
	}
	return isCyrillicVowel(last) || last == 'ў' || last == 'ӯ' || last == 'ӣ'
}
