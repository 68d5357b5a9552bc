package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"hash/fnv"

	"lanyard/internal/seminar"
)

// checkSearch makes the search index anew from the roster, in memory, and compares the two word by word. A connection
// of its own holds what it makes.
func (s *Store) checkSearch(ctx context.Context) (note string, err error) {
	db, err := sql.Open("sqlite", dsn(s.path, "ro", ""))
	if err != nil {
		return "", err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	conn, err := db.Conn(ctx)
	if err != nil {
		return "", err
	}
	r := reader{newConnection(conn)}
	defer func() {
		if e := r.close(); err == nil {
			err = e
		}
	}()
	for _, query := range []string{
		"CREATE VIRTUAL TABLE temp.expected USING fts5(" + searchOptions + ")",
		"CREATE VIRTUAL TABLE temp.expected_words USING fts5vocab(temp, expected, instance)",
		"CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, search, instance)",
		"BEGIN", // one moment's view of both
	} {
		if err := r.once(ctx, query); err != nil {
			return "", running(err)
		}
	}
	people, err := r.expect(ctx)
	if err != nil {
		return "", err
	}
	expected, err := r.wordSums(ctx, "temp.expected_words")
	if err != nil {
		return "", err
	}
	found, err := r.wordSums(ctx, "temp.words")
	if err != nil {
		return "", err
	}
	for rowid := range found {
		if _, ok := people[rowid]; !ok {
			return "", damaged(errors.New("the search index holds somebody who is not in the roster"))
		}
	}
	for rowid, registration := range people {
		if found[rowid] != expected[rowid] {
			return "", damaged(fmt.Errorf("the search index of registration %s is not what its names say", registration))
		}
	}
	return "", nil
}

// expect fills the expected index, and gives the registrations by their row.
func (r reader) expect(ctx context.Context) (map[int64]string, error) {
	type line struct {
		rowid        int64
		registration string
		words        []any
	}
	var lines []line
	err := r.each(ctx, `SELECT rowid, registration, given_name, family_name, native_name, badge_name, organisation, email, badge_number,
		also, also_words FROM roster`, nil, func(scan func(...any) error) error {
		var l line
		var a seminar.Attendee
		var reg seminar.Registration
		var also, words string
		err := scan(&l.rowid, &l.registration, &a.GivenName, &a.FamilyName, &a.NativeName, &a.BadgeName, &a.Organisation, &a.Email, &reg.BadgeNumber,
			&also, &words)
		keys := keysOf(a, also)
		l.words = []any{l.rowid, keys.Strict, keys.Loose, keys.Skeleton, extraOf(a, reg, words)}
		lines = append(lines, l)
		return err
	})
	people := make(map[int64]string, len(lines))
	for _, l := range lines {
		if err != nil {
			break
		}
		people[l.rowid] = l.registration
		_, err = r.exec(ctx, "INSERT INTO temp.expected (rowid, strict, loose, skeleton, extra) VALUES (?, ?, ?, ?, ?)", l.words...)
	}
	return people, running(err)
}

// wordSums gives a sum over the words of each row and the columns they stand in, whatever their order.
func (r reader) wordSums(ctx context.Context, vocabulary string) (map[int64]uint64, error) {
	sums := map[int64]uint64{}
	err := r.each(ctx, "SELECT doc, term, col FROM "+vocabulary, nil, func(scan func(...any) error) error {
		var rowid int64
		var term, column string
		if err := scan(&rowid, &term, &column); err != nil {
			return err
		}
		h := fnv.New64a()
		h.Write([]byte(column + "\x00" + term))
		sums[rowid] += h.Sum64()
		return nil
	})
	return sums, err
}
