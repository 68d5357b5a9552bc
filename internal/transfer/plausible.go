package transfer

import (
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
)

// plausible weighs how much a decoding looks like writing of the languages concerned: words in a script of their own are so
// throughout, and mostly of its common letters; French and Turkish ones mix plain and marked letters, and the letters in which
// windows-1252 and 1254 differ are Turkish or Azerbaijani rather than Icelandic.
func plausible(data []byte, set *charmap.Charmap, script *unicode.RangeTable, common string) int {
	score := 0
	var w weighed
	for _, b := range data {
		r := set.DecodeByte(b)
		if !unicode.IsLetter(r) && (b < 0x80 || !unicode.Is(unicode.Mn, r)) {
			score += w.score(script != nil)
			w = weighed{}
			if b >= 0x80 && !strings.ContainsRune("«»“”‘’„–—…№·،؛؟\u00a0\u200c\u200d", r) {
				score--
			}
			continue
		}
		if unicode.IsUpper(r) && w.small {
			w.capitals++
		}
		w.small = unicode.IsLower(r)
		switch {
		case b < 0x80:
			w.plain++
		case script == nil:
			w.marked++
			if strings.ContainsRune("ğışĞİŞ", r) {
				w.typical++
			} else if strings.ContainsRune("ðýþÐÝÞ", r) {
				w.typical--
			}
		case unicode.Is(script, r) || unicode.Is(unicode.Mn, r):
			w.marked++
			if strings.ContainsRune(common, unicode.ToLower(r)) {
				w.typical++
			}
		default:
			w.foreign++
		}
	}
	return score + w.score(script != nil)
}

// weighed is one word of a decoding.
type weighed struct {
	plain, marked, foreign int // letters: of ASCII, of the encoding's own script, of another
	typical                int
	capitals               int // after small letters
	small                  bool
}

func (w weighed) score(ownScript bool) int {
	score := -w.capitals
	switch {
	case w.marked+w.foreign == 0:
		return score
	case !ownScript && w.plain == 0 && w.marked > 1, ownScript && (w.plain > 0 || w.foreign > 0):
		score -= 2 * (w.marked + w.foreign)
	case ownScript && w.marked > 1, !ownScript && w.plain > 0 && w.marked <= 2*w.plain:
		score += 2 * w.marked
	}
	return score + w.typical
}
