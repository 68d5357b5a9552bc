package names

import (
	"math"
	"strings"
	"unicode/utf8"
)

// Query is what somebody typed, read once and then held against many people.
type Query struct{ words []sought }

// sought is one typed word: the ways to look for it, by tier.
type sought [Skeleton + 1][]Form

// NewQuery reads what somebody typed.
func NewQuery(text string) Query {
	var q Query
	for _, word := range Words(text) {
		var w sought
		for t := Strict; t <= Skeleton; t++ {
			w[t] = QueryForms(word, t)
		}
		q.words = append(q.words, w)
	}
	return q
}

// Match says at which tier a query matches the keys: every word of it is a prefix of some word of the keys, in any
// order. Each word is taken at its closest tier, and the loosest of them is the answer; ok is false if a word is in
// none, or there is no word.
func (q Query) Match(k Keys) (Tier, bool) {
	if len(q.words) == 0 {
		return Skeleton, false
	}
	worst := Strict
	for _, word := range q.words {
		h, ok := word.in(k)
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
func (q Query) Rank(k Keys, display string) int {
	var tier Tier
	var prefixes, strays, last int
	for i, word := range q.words {
		h, ok := word.in(k)
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
	if len(q.words) == 0 {
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

// in looks for one typed word in the keys, tier by tier; a whole word is preferred to a prefix.
func (w sought) in(k Keys) (best hit, ok bool) {
	for t := Strict; t <= Skeleton && !ok; t++ {
		for _, form := range w[t] {
			place := 0
			for rest := k.Of(t); rest != ""; place++ {
				var word string
				word, rest, _ = strings.Cut(rest, " ")
				if !strings.HasPrefix(word, form.Text) {
					continue
				}
				whole := len(word) == len(form.Text)
				if form.Whole && !whole {
					continue
				}
				if !ok || whole && !best.whole || whole == best.whole && place < best.place {
					best, ok = hit{t, place, whole}, true
				}
			}
		}
	}
	return best, ok
}
