package sample_test

import (
	"slices"
	"strings"
	"testing"

	"lanyard/assets/sample"
)

func TestAnswersAreToWhatIsAsked(t *testing.T) {
	s := load(t).Seminars[0]
	asked := map[string]sample.Question{}
	for _, q := range s.Questions {
		titled(t, q.Key, q.Texts)
		for _, o := range q.Options {
			titled(t, q.Key, o)
		}
		if len(q.Helps) > 0 {
			titled(t, q.Key, q.Helps)
		}
		asked[q.Key] = q
	}
	answered := map[string]int{}
	for _, p := range sample.People(1000) {
		given := sample.Answers(p)
		if len(given) > 0 && (p.Real || strings.HasPrefix(p.Key, "g0")) {
			t.Errorf("%s %s answered", p.Given, p.Family)
		}
		for key, text := range given {
			answered[key]++
			q, ok := asked[key]
			if !ok || text == "" {
				t.Errorf("%s answered %q to %q", p.Key, text, key)
			}
			for _, part := range strings.Split(text, "; ") {
				if len(q.Options) > 0 && !slices.ContainsFunc(q.Options, func(o map[string]string) bool { return o["en"] == part }) {
					t.Errorf("%s: %q is no option of %s", p.Key, part, key)
				}
			}
			if q.When != nil && !slices.Contains(q.When.Values, given[q.When.Question]) {
				t.Errorf("%s was not asked %s", p.Key, key)
			}
		}
	}
	for key := range asked {
		if answered[key] < 8 {
			t.Errorf("%d answers to %s", answered[key], key)
		}
	}
}
