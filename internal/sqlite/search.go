package sqlite

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"lanyard/internal/names"
	"lanyard/internal/seminar"
)

// candidates is how many unranked matches of a stage are fetched, to be ranked in Go: ranking in SQL took p99 31 ms
// at 100,000 people, fetching 0.17 ms.
const candidates = 200

// enough is how many people, found by the stages before, make the last one unwanted: consonants alone add strangers.
const enough = 1

// searchOptions are those of the search table, as the migration has them.
const searchOptions = `strict, loose, skeleton, extra, content='', contentless_delete=1, detail=column, prefix='1 2 3',
	tokenize='unicode61 remove_diacritics 0'`

// search asks the stages one after the other until the limit is filled: an exact code, then strict, loose and skeleton
// keys. Whole words are asked for before beginnings, so that a short name is not lost among thousands. Whole rows are read
// only of those who are answered with.
func (r reader) search(ctx context.Context, f seminar.RosterFilter) ([]seminar.RosterRow, error) {
	limit := f.Limit
	if limit <= 0 {
		limit = candidates
	}
	s := &searching{reader: r, filter: f, query: names.NewQuery(f.Search), seen: map[seminar.ID]bool{}}
	if err := s.exact(ctx); err != nil {
		return nil, err
	}
	words := names.Words(f.Search)
	for tier := names.Strict; tier <= names.Skeleton && len(s.found) < f.Offset+limit; tier++ {
		if tier == names.Skeleton && len(s.found) >= enough {
			break
		}
		if err := s.stage(ctx, words, tier); err != nil {
			return nil, err
		}
	}
	return s.rows(ctx, s.found[min(f.Offset, len(s.found)):min(f.Offset+limit, len(s.found))])
}

type searching struct {
	reader
	filter seminar.RosterFilter
	query  names.Query
	seen   map[seminar.ID]bool
	found  []found
}

// found is somebody whom a stage found.
type found struct {
	registration seminar.ID
	match        string
}

func (s *searching) add(registration seminar.ID, match string) {
	if !s.seen[registration] {
		s.seen[registration] = true
		s.found = append(s.found, found{registration, match})
	}
}

// exact finds by badge code, badge number, e-mail address or another system's code.
func (s *searching) exact(ctx context.Context) error {
	text := strings.TrimSpace(s.filter.Search)
	owners, err := s.Codes(ctx, text)
	if err != nil || len(owners) == 0 {
		return err
	}
	only := s.filter
	only.Search, only.Offset, only.Only = "", 0, nil
	for _, o := range owners {
		only.Only = append(only.Only, o.AttendeeID)
	}
	rows, err := s.Roster(ctx, only)
	for _, row := range rows {
		s.add(row.RegistrationID, names.Strict.String())
	}
	return err
}

// candidate is somebody whom a query of the index found, with what ranks them.
type candidate struct {
	registration seminar.ID
	person       seminar.Attendee
	also         string
	rank         int
}

// stage fetches and ranks the matches of one stage.
func (s *searching) stage(ctx context.Context, words []string, tier names.Tier) error {
	var all []candidate
	here := map[seminar.ID]bool{} // a whole word is the beginning of one too
	for _, star := range []string{"", "*"} {
		query, ok := matchQuery(words, tier, star)
		if !ok {
			return nil
		}
		more, err := s.fetch(ctx, query)
		if err != nil {
			return err
		}
		for _, c := range more {
			if s.seen[c.registration] || here[c.registration] {
				continue
			}
			here[c.registration] = true
			c.rank = s.query.Rank(s.keys.of(c.person, c.also), c.person.Name())
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(a.rank, b.rank) })
	for _, c := range all {
		s.add(c.registration, tier.String())
	}
	return nil
}

func (s *searching) fetch(ctx context.Context, query string) ([]candidate, error) {
	where, args := conditions(s.filter)
	args = append(append([]any{query}, args...), candidates)
	join := ""
	if s.filter.Arrived != nil {
		join, args = presenceOf, append([]any{string(s.filter.ListID)}, args...)
	}
	var all []candidate
	err := s.each(ctx, "SELECT r.registration, r.given_name, r.family_name, r.native_name, r.badge_name, r.also FROM search"+
		" CROSS JOIN roster r ON r.rowid = search.rowid "+join+" WHERE search MATCH ? AND "+where+" LIMIT ?", args,
		func(scan func(...any) error) error {
			var c candidate
			a := &c.person
			err := scan(&c.registration, &a.GivenName, &a.FamilyName, &a.NativeName, &a.BadgeName, &c.also)
			all = append(all, c)
			return err
		})
	return all, err
}

// rows reads the rows of those who are answered with, in their order.
func (s *searching) rows(ctx context.Context, of []found) ([]seminar.RosterRow, error) {
	if len(of) == 0 {
		return nil, nil
	}
	place := make(map[seminar.ID]int, len(of))
	ids := make([]string, len(of))
	for i, f := range of {
		place[f.registration], ids[i] = i, string(f.registration)
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	rows := make([]seminar.RosterRow, len(of))
	err = s.each(ctx, "SELECT "+rosterColumns+", "+presenceColumns+" FROM json_each(?) j JOIN roster r ON r.registration = j.value "+presenceOf,
		[]any{string(list), string(s.filter.ListID)}, func(scan func(...any) error) error {
			row, err := scanRoster(scan)
			at := place[row.RegistrationID]
			row.Match = of[at].match
			rows[at] = row
			return err
		})
	// Somebody may have been taken off the list between the two questions.
	return slices.DeleteFunc(rows, func(r seminar.RosterRow) bool { return r.RegistrationID == "" }), err
}

// matchQuery asks for every word in the keys of a stage or of one before it; in the strict keys also among
// organisations, addresses and numbers. The forms are plain letters and digits, so that nothing typed is read as FTS5's
// own syntax.
func matchQuery(words []string, tier names.Tier, star string) (string, bool) {
	var all []string
	for _, w := range words {
		var some []string
		for t := names.Strict; t <= tier; t++ {
			column := map[names.Tier]string{names.Strict: "{strict extra}", names.Loose: "loose", names.Skeleton: "skeleton"}[t]
			for _, form := range names.QueryForms(w, t) {
				mark := star
				if form.Whole {
					mark = ""
				}
				some = append(some, column+` : "`+form.Text+`"`+mark)
			}
		}
		if len(some) == 0 {
			return "", false
		}
		all = append(all, "("+strings.Join(some, " OR ")+")")
	}
	return strings.Join(all, " AND "), len(all) > 0
}
