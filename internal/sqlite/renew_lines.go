package sqlite

import (
	"context"
	"hash/fnv"
	"strings"

	"lanyard/internal/seminar"
)

// rosterLine is what the keys of a row are made of, and what it has.
type rosterLine struct {
	rowid                         int64
	registration                  string
	seminar, delegation, category seminar.ID
	number                        string
	also, alsoWords               string // of those who are one with the person
	person                        seminar.Attendee
	honorific                     string // that the row has; the person's own is in person
	has                           nameKeys
	protocol                      []byte
}

func (l rosterLine) sum() uint64 {
	h, p := fnv.New64a(), l.person
	h.Write([]byte(strings.Join([]string{l.registration, string(p.ID), l.number, p.GivenName, p.FamilyName, p.NativeName, p.BadgeName, p.Organisation,
		p.Email, l.also, l.alsoWords}, "\x00")))
	return h.Sum64()
}

func (r *renewal) lines(ctx context.Context, from reader) ([]rosterLine, error) {
	var all []rosterLine
	honorific := "r.honorific"
	if r.is.order != r.want.order { // a file that was migrated has none in its roster yet
		honorific = `coalesce((SELECT json_extract(doc, '$.honorific') FROM attendee WHERE id = r.attendee), '')`
	}
	err := from.each(ctx, `SELECT r.rowid, r.registration, r.attendee, r.seminar, r.delegation, r.category, r.badge_number, r.given_name, r.family_name,
		r.native_name, r.badge_name, r.organisation, r.email, r.also, r.also_words, `+honorific+`, r.honorific, r.sort_family, r.sort_given, r.sort_organisation, r.protocol
		FROM roster r ORDER BY r.rowid`, nil, func(scan func(...any) error) error {
		var l rosterLine
		p := &l.person
		err := scan(&l.rowid, &l.registration, &p.ID, &l.seminar, &l.delegation, &l.category, &l.number, &p.GivenName, &p.FamilyName,
			&p.NativeName, &p.BadgeName, &p.Organisation, &p.Email, &l.also, &l.alsoWords, &p.Honorific, &l.honorific, &l.has.family, &l.has.given, &l.has.organisation, &l.protocol)
		all = append(all, l)
		return err
	})
	return all, err
}
