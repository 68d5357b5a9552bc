package sqlite

import (
	"cmp"
	"context"
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
// keys. Whole words are asked for before beginnings, so that a short name is not lost among thousands.
func (r reader) search(ctx context.Context, f seminar.RosterFilter) ([]seminar.RosterRow, error) {
	limit := f.Limit
	if limit <= 0 {
		limit = candidates
	}
	s := &searching{reader: r, filter: f, seen: map[seminar.ID]bool{}}
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
	return s.found[min(f.Offset, len(s.found)):min(f.Offset+limit, len(s.found))], nil
}

type searching struct {
	reader
	filter seminar.RosterFilter
	seen   map[seminar.ID]bool
	found  []seminar.RosterRow
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
	s.add(rows, "strict")
	return err
}

func (s *searching) add(rows []seminar.RosterRow, match string) {
	for _, row := range rows {
		if !s.seen[row.RegistrationID] {
			s.seen[row.RegistrationID] = true
			row.Match = match
			s.found = append(s.found, row)
		}
	}
}

// stage fetches and ranks the matches of one stage.
func (s *searching) stage(ctx context.Context, words []string, tier names.Tier) error {
	var rows []seminar.RosterRow
	for _, star := range []string{"", "*"} {
		query, ok := matchQuery(words, tier, star)
		if !ok {
			return nil
		}
		more, err := s.fetch(ctx, query)
		if err != nil {
			return err
		}
		rows = append(rows, more...)
	}
	type ranked struct {
		row  seminar.RosterRow
		rank int
	}
	all := make([]ranked, len(rows))
	for i, row := range rows {
		keys := keysOf(seminar.Attendee{GivenName: row.GivenName, FamilyName: row.FamilyName, NativeName: row.NativeName, BadgeName: row.BadgeName}, row.Also)
		all[i] = ranked{row, names.Rank(s.filter.Search, keys, row.Name())}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
	for i, r := range all {
		rows[i] = r.row
	}
	s.add(rows, tier.String())
	return nil
}

func (s *searching) fetch(ctx context.Context, query string) ([]seminar.RosterRow, error) {
	where, args := conditions(s.filter)
	args = append(append([]any{string(s.filter.ListID), query}, args...), candidates)
	var rows []seminar.RosterRow
	err := s.each(ctx, "SELECT "+rosterColumns+", "+presenceColumns+" FROM search CROSS JOIN roster r ON r.rowid = search.rowid "+presenceOf+
		" WHERE search MATCH ? AND "+where+" LIMIT ?", args, func(scan func(...any) error) error {
		row, err := scanRoster(scan)
		rows = append(rows, row)
		return err
	})
	return rows, err
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
