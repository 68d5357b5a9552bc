package main

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"lanyard/internal/collation"
	"lanyard/internal/seminar"
)

// sorting is how people are to be sorted, as a command line says it.
type sorting struct{ by, language string }

// orderName is an order as the command line calls it: given, rather than given_name.
func orderName(o seminar.RosterOrder) string {
	name, _, _ := strings.Cut(string(o), "_")
	return name
}

func orderNames() string {
	var all []string
	for _, o := range seminar.RosterOrders() {
		all = append(all, orderName(o))
	}
	return strings.Join(all, ", ")
}

func (s *sorting) flag(f *pflag.FlagSet) {
	f.StringVar(&s.by, "sort", "family", orderNames()+"; with - before it, reversed")
}

func (s *sorting) languageFlag(f *pflag.FlagSet) {
	var tags []string
	for _, l := range collation.Languages() {
		tags = append(tags, l.Tag)
	}
	f.StringVar(&s.language, "sort-language", "", "sort this answer in another language than the workspace: "+strings.Join(tags, ", "))
}

// order reads it.
func (s sorting) order() (seminar.RosterOrder, error) {
	bare, reversed := strings.CutPrefix(s.by, "-")
	for _, o := range seminar.RosterOrders() {
		if bare != orderName(o) && bare != string(o) {
			continue
		}
		if s.language != "" && (collation.Known(s.language) == "" || o.Texts(seminar.Attendee{}) == nil) {
			return "", usage(fmt.Errorf("--sort-language is for --sort family, given and organisation, in one of the languages that --help names, not %q", s.language))
		}
		if reversed {
			return "-" + o, nil
		}
		return o, nil
	}
	return "", usage(fmt.Errorf("--sort is one of %s, or one of them with - before it; not %q", orderNames(), s.by))
}

// roster gives the rows that a filter chooses. In another language than the workspace's they are all read, and sorted here.
func (p *program) roster(ctx context.Context, f seminar.RosterFilter, s sorting) ([]seminar.RosterRow, error) {
	if s.language == "" || f.Search != "" { // what is searched stands in the order of how well it matches
		return p.desk.Roster(ctx, f)
	}
	limit := f.Limit
	f.Limit = 0
	rows, err := p.desk.Roster(ctx, f)
	if err != nil {
		return nil, err
	}
	bare, reversed := strings.CutPrefix(string(f.Order), "-")
	by, keys := collation.New(s.language), make(map[seminar.ID][]byte, len(rows))
	for _, r := range rows {
		keys[r.RegistrationID] = by.Key(seminar.RosterOrder(bare).Texts(seminar.Attendee{GivenName: r.GivenName, FamilyName: r.FamilyName,
			NativeName: r.NativeName, Organisation: r.Organisation})...)
	}
	slices.SortStableFunc(rows, func(a, b seminar.RosterRow) int {
		if reversed {
			a, b = b, a
		}
		return bytes.Compare(keys[a.RegistrationID], keys[b.RegistrationID])
	})
	if limit > 0 {
		rows = rows[:min(limit, len(rows))]
	}
	return rows, nil
}
