package transfer

import (
	"iter"
	"slices"
)

// Sparing is People for long lists: it gives the same but for Result.People, which stays empty. Result.All makes each of them anew
// from its row, which is a quarter of the size.
func Sparing(t Table, m Mapping) Result {
	b := newBuilder(t, m)
	b.take = func(Person) { b.result.count++ }
	for _, r := range t.Rows {
		b.row(r)
	}
	b.result.again = func(yield func(Person) bool) {
		b := newBuilder(t, m)
		more := true
		b.take = func(p Person) { more = more && yield(p) }
		for _, r := range t.Rows {
			b.result.Errors, b.result.Skipped = nil, nil // were said before
			if b.row(r); !more {
				return
			}
		}
	}
	return b.result
}

// All are the people of a list, in its order.
func (r Result) All() iter.Seq[Person] {
	if r.again != nil {
		return r.again
	}
	return slices.Values(r.People)
}

// Len is how many All gives.
func (r Result) Len() int { return max(len(r.People), r.count) }
