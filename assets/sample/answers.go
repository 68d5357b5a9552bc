package sample

import (
	"fmt"
	"hash/fnv"
	"slices"
)

// Answers are what somebody of the sample answered to the questions of the first seminar, by their keys: those written by hand most
// of them, the real people and whoever is combined none.
func Answers(p Person) map[string]string {
	if p.Real || p.combined || !slices.Contains(p.Seminars, "cooperation-2025") {
		return nil
	}
	sum := fnv.New64a()
	sum.Write([]byte("answers " + p.Key)) // never fails, as hash.Hash promises
	h := mix(sum.Sum64())
	roll := func(n uint64) int { h = mix(h); return int(h % n) }
	if roll(100) < 8 { // has not answered yet
		return nil
	}
	given := map[string]string{"hotel": "no"}
	if p.Country != "AZ" && roll(100) < 90 {
		day := 16 + roll(2)
		given["hotel"], given["arrival"] = "yes", fmt.Sprintf("2025-07-%02d", day)
		given["nights"] = fmt.Sprint(19 - day + roll(3))
		if roll(100) < 60 {
			given["mobile"] = p.Phone
		}
	}
	given["excursion"] = []string{"Old City", "Old City", "Gobustan rock art", "None"}[roll(4)]
	if p.Dietary != "" {
		given["meals"] = p.Dietary
	} else if roll(100) < 12 {
		given["meals"] = []string{"Vegetarian", "No gluten", "Vegetarian; No nuts"}[roll(3)]
	}
	if roll(100) < 80 {
		given["photos"] = fmt.Sprintf("yes 2025-07-%02dT%02d:%02d:00Z where=form desk=A by=sample", 1+roll(14), 5+roll(12), roll(60))
	}
	return given
}
