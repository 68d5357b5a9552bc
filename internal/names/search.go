package names

import (
	"slices"
	"strings"
)

// Tier is a stage of a search.
type Tier int

// The stages, asked one after the other.
const (
	Strict Tier = iota
	Loose
	Skeleton
)

func (t Tier) String() string { return [...]string{"strict", "loose", "skeleton"}[t] }

// QueryForms gives, for one typed word, the beginnings of words to look for in the keys of a stage: none if the word
// says too little for that stage.
func QueryForms(word string, t Tier) []string {
	var s set
	for _, r := range readings(fold(word)) {
		switch t {
		case Strict:
			s.add(r)
		case Loose:
			s.add(looseOf(r))
		case Skeleton:
			s.add(skeletonOf(r))
		}
	}
	return s.words
}

// Match says at which stage a query finds a name: every word of it begins some word of the keys, in any order.
func Match(query string, k Keys) (Tier, bool) {
	words := Words(query)
	for t, key := range []string{k.Strict, k.Loose, k.Skeleton} {
		if len(words) > 0 && matches(words, Tier(t), strings.Fields(key)) {
			return Tier(t), true
		}
	}
	return 0, false
}

func matches(words []string, t Tier, keys []string) bool {
	for _, w := range words {
		forms := QueryForms(w, t)
		if !slices.ContainsFunc(keys, func(k string) bool {
			return slices.ContainsFunc(forms, func(f string) bool { return strings.HasPrefix(k, f) })
		}) {
			return false
		}
	}
	return true
}

// Rank orders the candidates of a query, lower is better: by stage, then whole words before beginnings, then names
// that begin with what was typed first, then short names.
func Rank(query string, k Keys, display string) int {
	tier, ok := Match(query, k)
	if !ok {
		tier = Skeleton + 1
	}
	words := Words(query)
	shown := Words(display)
	partial, displaced := 0, 0
	keys := strings.Fields([...]string{k.Strict, k.Loose, k.Skeleton, ""}[tier])
	for i, w := range words {
		forms := QueryForms(w, min(tier, Skeleton))
		if !slices.ContainsFunc(forms, func(f string) bool { return slices.Contains(keys, f) }) {
			partial++
		}
		if i >= len(shown) || !slices.ContainsFunc(forms, func(f string) bool {
			return slices.ContainsFunc(QueryForms(shown[i], min(tier, Skeleton)), func(s string) bool { return strings.HasPrefix(s, f) })
		}) {
			displaced++
		}
	}
	return int(tier)*1_000_000 + partial*10_000 + displaced*1_000 + min(len([]rune(display)), 999)
}
