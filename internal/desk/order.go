package desk

import (
	"cmp"
	"slices"

	"lanyard/internal/seminar"
)

func sortBy[T any, K cmp.Ordered](s []T, key func(T) K) {
	slices.SortStableFunc(s, func(a, b T) int { return cmp.Compare(key(a), key(b)) })
}

// Behind is the position behind all that are there. How many there are does not say: some may have been removed.
func Behind[T any](all []T, position func(T) int) int {
	last := 0
	for _, one := range all {
		last = max(last, position(one))
	}
	return last + 1
}

func sortSessions(s []seminar.Session) {
	slices.SortStableFunc(s, func(a, b seminar.Session) int {
		return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.Position, b.Position), cmp.Compare(a.ID, b.ID))
	})
}
