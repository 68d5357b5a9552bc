package bench_test

import (
	"math/rand/v2"
	"strings"

	"lanyard/assets/sample"
)

// namesake is somebody in the crowd.
type namesake struct{ given, family, native string }

func (n namesake) full() string { return n.given + " " + n.family }

// crowd makes n people of eight languages, no two of one full name: everybody whom the sample's given and family names
// make, and people with a second given name for the rest. So most searches by given and family name have several
// others that fit.
func crowd(n int) []namesake {
	byLanguage := map[string][]namesake{}
	var languages []string
	used := map[string]bool{}
	var all []namesake
	add := func(p namesake) bool {
		if used[p.full()] || len(all) == n {
			return false
		}
		used[p.full()] = true
		all = append(all, p)
		return true
	}
	for _, p := range sample.People(60_000) {
		if p.Real || p.Given == "" || p.Family == "" {
			continue
		}
		if byLanguage[p.Language] == nil {
			languages = append(languages, p.Language)
		}
		if one := (namesake{p.Given, p.Family, p.Native}); add(one) {
			byLanguage[p.Language] = append(byLanguage[p.Language], one)
		}
	}
	r := rand.New(rand.NewPCG(3, 4))
	for len(all) < n {
		of := byLanguage[languages[r.IntN(len(languages))]]
		one, other := of[r.IntN(len(of))], of[r.IntN(len(of))]
		nativeGiven, nativeFamily, two := strings.Cut(one.native, " ")
		otherGiven, _, _ := strings.Cut(other.native, " ")
		if two != (otherGiven != "") || one.given == other.given {
			continue
		}
		one.given += " " + other.given
		if two {
			one.native = nativeGiven + " " + otherGiven + " " + nativeFamily
		}
		add(one)
	}
	return all
}
