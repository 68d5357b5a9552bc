package names

import (
	"math"
	"strings"
	"unicode/utf8"
)

// Match says at which tier a query matches the keys: every word of it is a prefix of some word of the keys, in any
// order. Each word is taken at its closest tier, and the loosest of them is the answer; ok is false if a word is in
// none, or there is no word.
func Match(query string, k Keys) (Tier, bool) {
	words := Words(query)
	if len(words) == 0 {
		return Skeleton, false
	}
	worst := Strict
	for _, word := range words {
		h, ok := find(word, k)
		if !ok {
			return Skeleton, false
		}
		worst = max(worst, h.tier)
	}
	return worst, true
}

// NoMatch is the rank of a person that a query does not match.
const NoMatch = math.MaxInt

// Rank orders candidates for a query, the lower the better: by tier, then whole words before prefixes, then words in
// the order of the name, then the shorter display name. It is NoMatch for a name that does not match.
func Rank(query string, k Keys, display string) int {
	var tier Tier
	var prefixes, strays, last int
	words := Words(query)
	for i, word := range words {
		h, ok := find(word, k)
		if !ok {
			return NoMatch
		}
		tier = max(tier, h.tier)
		if !h.whole {
			prefixes++
		}
		if h.place < last || i == 0 && h.place > 0 {
			strays++
		}
		last = h.place
	}
	if len(words) == 0 {
		return NoMatch
	}
	return ((int(tier)*16+prefixes)*16+strays)*256 + min(utf8.RuneCountInString(display), 255)
}

// hit is where a word of a query was found.
type hit struct {
	tier  Tier
	place int  // which word of the key
	whole bool // the whole word, not its beginning
}

// find looks for one typed word in the keys, tier by tier; a whole word is preferred to a prefix.
func find(word string, k Keys) (best hit, ok bool) {
	for t := Strict; t <= Skeleton && !ok; t++ {
		key := k.Of(t)
		eachForm(word, t, func(form []byte, must bool) bool {
			place := 0
			for rest := key; rest != ""; place++ {
				var w string
				w, rest, _ = strings.Cut(rest, " ")
				if len(w) < len(form) || w[:len(form)] != string(form) {
					continue
				}
				whole := len(w) == len(form)
				if must && !whole {
					continue
				}
				if !ok || whole && !best.whole || whole == best.whole && place < best.place {
					best, ok = hit{t, place, whole}, true
				}
			}
			return true
		})
	}
	return best, ok
}
