package names

import (
	"strconv"
	"unicode"
)

// romanise appends one of the four spellings of a word: bit 0 of variant takes the second spelling of vowels, bit 1
// that of consonants. The word is in lower case, without apostrophes or marks. A letter of a script without a table
// becomes seven digits, so that a Chinese or Devanagari name is still found by its beginning in its own letters.
func romanise(dst []byte, word []rune, variant group, turkic bool) []byte {
	slavic := isSlavic(word)
	for i := 0; i < len(word); i++ {
		r := word[i]
		if slavic {
			switch {
			case r == 'j':
				dst = append(dst, 'y')
				continue
			case r == 'c' && i+1 < len(word) && word[i+1] == 'h':
				dst = append(dst, 'k')
				continue
			}
		}
		if r < 0x80 && r != 'c' {
			dst = append(dst, byte(r))
			continue
		}
		l := lookup(r)
		if !l.known {
			dst = appendUnknown(dst, r)
			continue
		}
		second := l.group != 0 && variant&l.group != 0
		switch {
		case r >= 0x600 && r < 0x700:
			l = arabicLetter(word, i, l)
			second = l.group != 0 && variant&l.group != 0
		case r == 'е' && variant&vowels != 0 && (i == 0 || isCyrillicVowel(word[i-1])):
			dst = append(dst, 'y')
		case r == 'д' && variant&consonants != 0 && i+1 < len(word) && word[i+1] == 'ж':
			dst = append(dst, 'j')
			i++
			continue
		case turkic && (r == 'ö' || r == 'ü' || r == 'ä'):
			second = false
		case r == 'c' && (i+1 < len(word) && (word[i+1] == 'h' || word[i+1] == 'k' || word[i+1] == 'z') ||
			i > 0 && word[i-1] == 's'): // part of ch, ck, cz, sc: not the Azerbaijani c
			second = false
		}
		if second {
			dst = append(dst, l.other...)
		} else {
			dst = append(dst, l.usual...)
		}
	}
	return dst
}

// isSlavic says whether a word is in Slavic Latin or ISO 9, whose j is a y and ch a kh.
func isSlavic(word []rune) bool {
	for _, r := range word {
		switch r {
		case 'č', 'š', 'ž', 'ě', 'ř', 'ŝ', 'ć', 'đ':
			return true
		}
	}
	return false
}

// appendUnknown writes a letter as digits, which loose and skeleton leave alone.
func appendUnknown(dst []byte, r rune) []byte {
	var digits [7]byte
	number := strconv.AppendInt(digits[:0], int64(r), 10)
	for range 7 - len(number) {
		dst = append(dst, '0')
	}
	return append(dst, number...)
}

func isCyrillicVowel(r rune) bool {
	switch r {
	case 'а', 'е', 'ё', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я', 'ә', 'ө', 'ү', 'ұ', 'і', 'ь', 'ъ':
		return true
	}
	return false
}

// choices says which groups have a second spelling in a word, and whether it is Turkic by its letters and so free of
// the ambiguities of English and French (ch as sh, x as ks, c as k …).
func choices(word []rune) (groups group, turkic, latinOnly bool) {
	latinOnly = true
	for i, r := range word {
		switch r {
		case 'ə', 'ş', 'ğ', 'ı', 'ў', 'ғ':
			turkic = true
		case 'е':
			groups |= vowels
		case 'д':
			if i+1 < len(word) && word[i+1] == 'ж' {
				groups |= consonants
			}
		}
		if r >= 0x80 || r == 'c' {
			groups |= lookup(r).group
		}
		if r >= 0x370 && !unicode.Is(unicode.Latin, r) {
			latinOnly = false
		}
	}
	return groups, turkic, latinOnly
}
