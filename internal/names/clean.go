package names

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Notice says what Clean took out of a text, for the operator: Code is stable, Detail lists the code points; see Clean.
type Notice struct{ Code, Detail string }

func (n Notice) String() string { return n.Code + " " + n.Detail }

// Codes of notices, in the order in which Clean gives them.
const (
	NoticeControl   = "control"   // control characters, from terminals and damaged files
	NoticeBidi      = "direction" // marks and overrides of direction, which turn what follows about
	NoticeInvisible = "invisible" // zero-width and other invisible characters
	NoticeEncoding  = "encoding"  // bytes that are not UTF-8, code points that are no characters, and signs of lost ones
)

var noticeOrder = [...]string{NoticeControl, NoticeBidi, NoticeInvisible, NoticeEncoding}

// Clean returns a name as it is stored: in NFC, outer spaces trimmed, inner runs of spaces made one; controls, bidi
// overrides and zero-width characters are removed, with one notice for each kind. Joiners stay where Arabic and Indic
// scripts need them. Letters are never changed, nor their case. Tabs and line ends count as spaces. Bytes that are not
// UTF-8 are removed too; their notice ends in the text with � where they stood. A � that arrived as one stays, with a
// notice, since somebody has to ask for the letter that it stands for.
func Clean(s string) (string, []Notice) {
	if isPlain(s) {
		return s, nil
	}
	removed, before := map[string][]string{}, s
	for {
		next := cleanOnce(s, removed)
		if next == s {
			break
		}
		s = next // what was removed may have parted a letter from its mark
	}
	var notices []Notice
	for _, code := range noticeOrder {
		if points := removed[code]; len(points) > 0 {
			if code == NoticeEncoding {
				points = append(points, "“"+cleanOnce(strings.ToValidUTF8(before, string(utf8.RuneError)), map[string][]string{})+"”")
			}
			notices = append(notices, Notice{code, strings.Join(points, " ")})
		}
	}
	return s, notices
}

// isPlain says whether a text is clean without a closer look: printable ASCII with single inner spaces.
func isPlain(s string) bool {
	space := true
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' || space && s[i] == ' ' {
			return false
		}
		space = s[i] == ' '
	}
	return s == "" || !space
}

// cleanOnce cleans a text and adds the code points it removed, once each, by code of notice.
func cleanOnce(s string, removed map[string][]string) string {
	s = norm.NFC.String(s)
	var b strings.Builder
	b.Grow(len(s))
	space, before := false, rune(0)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		code := unwanted(r)
		switch {
		case r == utf8.RuneError && n == 1:
			code = NoticeEncoding
		case isSpace(r):
			space = true
		case code == NoticeInvisible && isJoiner(r) && !space && joins(before, s[i+n:]):
			code = ""
		}
		if code != "" {
			note(removed, code, r, s[i:i+n])
		} else if !isSpace(r) {
			if r == utf8.RuneError {
				note(removed, NoticeEncoding, r, "")
			}
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space, before = false, r
			b.WriteRune(r)
		}
		i += n
	}
	return norm.NFC.String(b.String())
}

func note(removed map[string][]string, code string, r rune, raw string) {
	point := fmt.Sprintf("U+%04X", r)
	if raw != "" && r == utf8.RuneError {
		point = fmt.Sprintf("0x%X", raw)
	}
	for _, p := range removed[code] {
		if p == point {
			return
		}
	}
	removed[code] = append(removed[code], point)
}

// unwanted gives the code of the notice for a rune that a name does not keep, or "".
func unwanted(r rune) string {
	switch {
	case isSpace(r):
		return ""
	case unicode.Is(unicode.Cc, r):
		return NoticeControl
	case r == 0x061C, r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069:
		return NoticeBidi
	case r >= 0x600 && r <= 0x605, r == 0x6DD, r == 0x8E2, r == 0x110BD, r == 0x110CD: // Arabic and Kaithi signs of numbers
		return ""
	case unicode.Is(unicode.Cf, r), r == 0x34F, r == 0x115F, r == 0x1160, r == 0x3164, r == 0xFFA0, r == 0x17B4, r == 0x17B5:
		return NoticeInvisible
	case r >= 0xFDD0 && r <= 0xFDEF, r&0xFFFE == 0xFFFE:
		return NoticeEncoding
	}
	return ""
}

func isSpace(r rune) bool { return unicode.IsSpace(r) || r == 0x2800 }

func isJoiner(r rune) bool { return r == 0x200C || r == 0x200D }

// joins says whether a joiner is needed: between two letters of a script that has such forms, or after an Indic
// virama, where it shapes the letter before even at the end of a word.
func joins(before rune, rest string) bool {
	if !unicode.In(before, joinerScripts...) {
		return false
	}
	if norm.NFC.PropertiesString(string(before)).CCC() == virama {
		return true
	}
	after, _ := utf8.DecodeRuneInString(rest)
	return unicode.In(after, joinerScripts...) && isLetterOrMark(before) && isLetterOrMark(after)
}

// virama is the combining class of the signs that take a consonant's vowel away.
const virama = 9

func isLetterOrMark(r rune) bool { return unicode.IsLetter(r) || unicode.IsMark(r) }

var joinerScripts = []*unicode.RangeTable{unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mongolian,
	unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil,
	unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Myanmar, unicode.Khmer}
