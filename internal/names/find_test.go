package names_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"lanyard/internal/names"
)

// TestRomanisationsAreFound asks for names as passports, ISO 9, BGN/PCGN and English and French transcriptions spell them.
func TestRomanisationsAreFound(t *testing.T) {
	all, found := pairs(t, "testdata/romanisations.tsv"), 0
	for _, p := range all {
		if _, ok := names.NewQuery(p[0]).Match(names.KeysOf(p[1])); ok {
			found++
		} else {
			t.Logf("%q does not find %q", p[0], p[1])
		}
	}
	share := float64(found) / float64(len(all))
	t.Logf("%d of %d found: %.3f", found, len(all), share)
	if len(all) < 120 || share < 0.95 {
		t.Errorf("%.3f of %d pairs found, want 0.95 of at least 120", share, len(all))
	}
}

type person struct {
	name string
	keys names.Keys
}

// people combines the names of the test data to n distinct ones.
func people(t *testing.T, n int) []person {
	var first, second []string
	for _, p := range slices.Concat(pairs(t, "testdata/name-searches.tsv"), pairs(t, "testdata/romanisations.tsv")) {
		if w := strings.Fields(p[1]); len(w) > 1 && !slices.Contains(second, w[1]) {
			first, second = append(first, w[0]), append(second, w[1])
		}
	}
	r, used := rand.New(rand.NewPCG(1, 2)), map[string]bool{}
	var all []person
	for len(all) < n {
		name := first[r.IntN(len(first))] + " " + second[r.IntN(len(second))]
		if r.IntN(2) == 0 {
			name += " " + first[r.IntN(len(first))]
		}
		if !used[name] {
			used[name] = true
			all = append(all, person{name, names.KeysOf(name)})
		}
	}
	return all
}

// ranked gives the people that a query finds, best first.
func ranked(all []person, query string) []person {
	type candidate struct {
		person
		rank int
	}
	var found []candidate
	for _, p := range all {
		if rank := names.NewQuery(query).Rank(p.keys, p.name); rank != names.NoMatch {
			found = append(found, candidate{p, rank})
		}
	}
	slices.SortStableFunc(found, func(a, b candidate) int { return a.rank - b.rank })
	var sorted []person
	for _, c := range found {
		sorted = append(sorted, c.person)
	}
	return sorted
}

func TestFullNameIsAmongTheFirstFive(t *testing.T) {
	all, hits, asked := people(t, 5000), 0, 0
	for i := 0; i < len(all); i += 50 {
		asked++
		found := ranked(all, all[i].name)
		if slices.ContainsFunc(found[:min(5, len(found))], func(p person) bool { return p.name == all[i].name }) {
			hits++
		}
	}
	t.Logf("%d of %d", hits, asked)
	if float64(hits) < 0.98*float64(asked) {
		t.Errorf("%d of %d among the first five", hits, asked)
	}
}

func TestThreeLettersRankStrictFirst(t *testing.T) {
	all, compared := people(t, 5000), 0
	for _, query := range []string{"ali", "has", "гас", "qaf", "жум", "ахм", "jaf", "yus"} {
		last := names.Strict
		for _, p := range ranked(all, query) {
			tier, ok := names.NewQuery(query).Match(p.keys)
			if !ok || tier < last {
				t.Errorf("%q: %q at %v comes after %v", query, p.name, tier, last)
			}
			last = tier
			compared++
		}
	}
	if compared < 100 {
		t.Errorf("only %d compared", compared)
	}
}

func TestKeysOfOddNames(t *testing.T) {
	for name, query := range map[string]string{
		"Madonna": "mad", "王小明": "王小", "Agent 007": "007", "علي ٤٧": "47", "Jean-Luc": "jeanluc", "O'Connor": "connor", "A": "a",
	} {
		if tier, ok := names.NewQuery(query).Match(names.KeysOf(name)); !ok || tier != names.Strict {
			t.Errorf("%q finds %q: %v %v", query, name, ok, tier)
		}
	}
	if k := names.KeysOf("", " ", "-"); k != (names.Keys{}) {
		t.Errorf("keys of nothing: %+v", k)
	}
	for _, query := range []string{"", " ", "-"} {
		if _, ok := names.NewQuery(query).Match(names.KeysOf("Ali")); ok || names.QueryForms(query, names.Loose) != nil {
			t.Errorf("%q finds somebody", query)
		}
	}
}

// BenchmarkKeysOfPerson is a person with both names and a name in another script.
func BenchmarkKeysOfPerson(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		names.KeysOf("Leyla", "Qafar-zadə", "Лейла Гафарзаде", "")
	}
}

// BenchmarkRank ranks the candidates of one keystroke.
func BenchmarkRank(b *testing.B) {
	k := names.KeysOf("Leyla", "Qafar-zadə", "Лейла Гафарзаде")
	for b.Loop() {
		names.NewQuery("лейла каф").Rank(k, "Leyla Qafar-zadə")
	}
}
