package names

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Notice says what Clean took out of a text.
type Notice struct {
	Code   string // control, direction, invisible, encoding
	Detail string // the character, as U+202E
}

func (n Notice) String() string { return n.Code + " " + n.Detail }

// Clean gives a text as it is stored: NFC, spaces single, without controls, bidi overrides and invisible characters;
// joiners stay between letters of scripts that need them. Letters are never changed.
func Clean(s string) (string, []Notice) {
	var notices []Notice
	drop := func(code string, r rune) { notices = append(notices, Notice{code, fmt.Sprintf("U+%04X", r)}) }
	in := []rune(norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")))
	out := make([]rune, 0, len(in))
	for i, r := range in {
		switch {
		case unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f':
			if len(out) > 0 && out[len(out)-1] != ' ' {
				out = append(out, ' ')
			}
		case r == '\u200c' || r == '\u200d':
			if i > 0 && i+1 < len(in) && joins(in[i-1]) && joins(in[i+1]) {
				out = append(out, r)
			} else {
				drop("invisible", r)
			}
		case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069', r == '\u200e', r == '\u200f', r == '\u061c':
			drop("direction", r)
		case unicode.IsControl(r):
			drop("control", r)
		case unicode.Is(unicode.Cf, r):
			drop("invisible", r)
		case r == '\uFFFD':
			drop("encoding", r)
		default:
			out = append(out, r)
		}
	}
	return norm.NFC.String(strings.TrimSpace(string(out))), notices
}

func joins(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Devanagari, unicode.Bengali, unicode.Gujarati, unicode.Gurmukhi,
		unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Tamil, unicode.Telugu, unicode.Mongolian, unicode.Syriac)
}

// MixedScripts gives the words that mix Latin with Cyrillic or Greek letters, such as "Аlice" with a Cyrillic А.
func MixedScripts(s string) []string {
	var mixed []string
	for _, w := range strings.Fields(s) {
		scripts := 0
		for _, table := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek} {
			if strings.ContainsFunc(w, func(r rune) bool { return unicode.Is(table, r) && unicode.IsLetter(r) && r != 'ʻ' && r != 'ʼ' }) {
				scripts++
			}
		}
		if scripts > 1 {
			mixed = append(mixed, w)
		}
	}
	return mixed
}

// Initials are one or two letters for a picture's place, as they are written.
func Initials(given, family string) string {
	var b strings.Builder
	for _, part := range []string{given, family} {
		for _, r := range part {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				b.WriteRune(r)
				break
			}
		}
	}
	return b.String()
}
