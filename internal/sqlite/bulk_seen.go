package sqlite

import (
	"context"
	"hash/maphash"
	"math/bits"
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// seen answers for an id or a code whether anything of it may be here, without asking the database: a Bloom filter. What it has not
// seen is surely not here; of what is not here it takes one in a hundred thousand for seen, which costs a question.
type seen struct {
	seed maphash.Seed
	bits []uint64
}

const (
	bitsEach  = 24 // of the filter, for each id or code
	marksEach = 6
)

func newSeen(n int) *seen {
	size := 1 << bits.Len(uint(n*bitsEach/64))
	return &seen{maphash.MakeSeed(), make([]uint64, size)}
}

func (s *seen) each(key string, do func(word *uint64, bit uint64) bool) {
	h := maphash.String(s.seed, key)
	step := h>>32 | 1
	for range marksEach {
		if !do(&s.bits[h>>6%uint64(len(s.bits))], 1<<(h&63)) {
			return
		}
		h += step
	}
}

func (s *seen) add(key string) {
	s.each(key, func(word *uint64, bit uint64) bool { *word |= bit; return true })
}

func (s *seen) has(key string) bool {
	yes := true
	s.each(key, func(word *uint64, bit uint64) bool { yes = *word&bit != 0; return yes })
	return yes
}

// learn notes every id and code that is here, and makes room for those of so many new people.
func (t *tx) learn(ctx context.Context, people int) (*seen, error) {
	const each = 8 // ids and codes of a person
	var here int
	if err := t.row(ctx, "SELECT count(*) FROM registration").Scan(&here); err != nil {
		return nil, err
	}
	s := newSeen(each * (here + people))
	return s, t.each(ctx, `SELECT id FROM attendee UNION ALL SELECT id FROM registration UNION ALL SELECT coalesce(attendee, '') FROM registration
		UNION ALL SELECT attendee FROM alias UNION ALL SELECT coalesce(registration, '') FROM badge UNION ALL SELECT code FROM code`, nil,
		func(scan func(...any) error) error {
			var key string
			err := scan(&key)
			s.add(plainCase(key))
			return err
		})
}

// plainCase is a code as the table compares it: without the case of the letters from A to Z.
func plainCase(code string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, code)
}

// note notes ids and codes that are here from now on.
func (t *tx) note(keys ...string) {
	for _, key := range keys {
		if t.bulk != nil {
			t.bulk.seen.add(plainCase(key))
		}
	}
}

// strange says that there is surely nothing of an id or a code.
func (t *tx) strange(key string) bool { return t.bulk != nil && !t.bulk.seen.has(plainCase(key)) }

// Registered gives an attendee with the registration in a seminar; false if they are not registered there.
func (t *tx) Registered(ctx context.Context, of, attendee seminar.ID) (seminar.Attendee, seminar.Registration, bool, error) {
	if t.strange(string(attendee)) {
		return seminar.Attendee{}, seminar.Registration{}, false, nil
	}
	return t.reader.Registered(ctx, of, attendee)
}

// Codes gives who a code could mean.
func (t *tx) Codes(ctx context.Context, code string) ([]desk.CodeOwner, error) {
	if t.strange(code) {
		return nil, nil
	}
	return t.reader.Codes(ctx, code)
}

// Aliases gives the ids of a person, the kept one's first.
func (t *tx) Aliases(ctx context.Context, attendee seminar.ID) ([]seminar.ID, error) {
	if t.strange(string(attendee)) {
		return []seminar.ID{attendee}, nil
	}
	return t.reader.Aliases(ctx, attendee)
}
