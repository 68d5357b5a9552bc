package i18n

import (
	"strings"
	"unicode/utf8"
)

// The pseudo-locales: English in disguise, so that a layout shows what a real language would do to it.
const (
	LongTag = "x-long" // twice as long, with accents above and below the line
	RTLTag  = "x-rtl"  // in Arabic letters, from right to left
)

// outside applies f to the parts of a text that are not {placeholders}.
func outside(text string, f func(string) string) string {
	var b strings.Builder
	for {
		open := strings.IndexByte(text, '{')
		if open < 0 {
			break
		}
		length := strings.IndexByte(text[open:], '}')
		if length < 0 {
			break
		}
		b.WriteString(f(text[:open]))
		b.WriteString(text[open : open+length+1])
		text = text[open+length+1:]
	}
	b.WriteString(f(text))
	return b.String()
}

// lengthen puts accents on a text and doubles it: layouts have to take it, and a text that stays plain was never
// translated.
func lengthen(text string) string {
	accented := accents().Replace(text)
	words := strings.TrimSpace(accented)
	pad := strings.TrimRight(words, ".…!?:; ")
	if pad == "" {
		return accented
	}
	return strings.Replace(accented, words, pad+" "+words, 1)
}

func accents() *strings.Replacer {
	return strings.NewReplacer("a", "å", "c", "ç", "e", "é", "g", "ğ", "i", "ï", "n", "ñ", "o", "ö", "s", "ş", "u", "ü", "y", "ÿ", "z", "ž",
		"A", "Å", "C", "Ç", "E", "Ê", "G", "Ğ", "I", "İ", "N", "Ñ", "O", "Ö", "S", "Ş", "U", "Ü", "Y", "Ý", "Z", "Ž")
}

// mirror writes English in Arabic letters, so that joining, order and alignment show without knowing Arabic.
func mirror(text string) string {
	const latin, arabic = "abcdefghijklmnopqrstuvwxyz", "ابسدعفجحيزكلمنوبقرستوضغصطظ"
	letters := []rune(arabic)
	return strings.Map(func(r rune) rune {
		lower := r | 0x20
		if i := strings.IndexRune(latin, lower); r < utf8.RuneSelf && i >= 0 && lower >= 'a' {
			return letters[i]
		}
		switch r {
		case ',':
			return '،'
		case '?':
			return '؟'
		case ';':
			return '؛'
		}
		return r
	}, text)
}
