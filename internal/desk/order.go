package desk

import (
	"cmp"
	"slices"

	"lanyard/internal/seminar"
)

func sortBy[T any, K cmp.Ordered](s []T, key func(T) K) {
	slices.SortStableFunc(s, func(a, b T) int { return cmp.Compare(key(a), key(b)) })
}

func sortSessions(s []seminar.Session) {
	slices.SortStableFunc(s, func(a, b seminar.Session) int {
		return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.Position, b.Position), cmp.Compare(a.ID, b.ID))
	})
}
