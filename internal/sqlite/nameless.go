package sqlite

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// Nameless gives the people who were anonymised and of whom something that can be read was written here since.
func (r reader) Nameless(ctx context.Context, since int64) ([]desk.Nameless, int64, error) {
	var through int64
	var erased bool
	err := r.row(ctx, "SELECT coalesce(max(n), 0), EXISTS (SELECT 1 FROM erased) FROM op").Scan(&through, &erased)
	if err != nil || !erased || through <= since {
		return nil, since, err
	}
	var people []desk.Nameless
	// An erasure says of a person's own operations the name that they have since: the first of several holds.
	err = r.each(ctx, `WITH fresh (id) AS MATERIALIZED (SELECT DISTINCT subject FROM op WHERE n > ? AND body IS NOT NULL AND aside = 0 AND kind <> 'erase'),
		who (id) AS (SELECT id FROM fresh
			UNION SELECT attendee FROM registration WHERE id IN fresh UNION SELECT attendee FROM checkin WHERE id IN fresh
			UNION SELECT r.attendee FROM badge b JOIN registration r ON r.id = b.registration WHERE b.id IN fresh
			UNION SELECT r.attendee FROM certificate c JOIN registration r ON r.id = c.registration WHERE c.id IN fresh
			UNION SELECT keep FROM merge WHERE id IN fresh UNION SELECT dropped FROM merge WHERE id IN fresh
			UNION SELECT json_extract(doc, '$.attendee') FROM correction WHERE id IN fresh
			UNION SELECT json_extract(doc, '$.attendee') FROM initiative WHERE id IN fresh)
		SELECT who.id, json_extract(e.kept, '$.family_name'), json_extract(e.kept, '$.anonymised')
		FROM who JOIN op o ON o.subject = who.id JOIN erased e ON e.target = o.id JOIN op by ON by.id = e.by
		WHERE o.kind GLOB 'attendee.*' AND json_extract(e.kept, '$.anonymised') IS NOT NULL
		ORDER BY who.id, by.hlc, by.desk, by.id, o.id`, []any{since}, func(scan func(...any) error) error {
		var one desk.Nameless
		if err := scan(&one.AttendeeID, &one.Name, &one.At); err != nil {
			return err
		}
		if n := len(people); n == 0 || people[n-1].AttendeeID != one.AttendeeID {
			people = append(people, one)
		}
		return nil
	})
	return people, through, err
}

// EachText hands over every text that somebody wrote and that may name anybody: those of the programme, and what was noted about
// people. Names, contacts and what else is a person's own are not among it.
func (r reader) EachText(ctx context.Context, do func(seminar.Entity, seminar.ID, string) error) error {
	each := func(e seminar.Entity, query string) error {
		return r.each(ctx, query, nil, func(scan func(...any) error) error {
			var id seminar.ID
			var text string
			if err := scan(&id, &text); err != nil {
				return err
			}
			return do(e, id, text)
		})
	}
	for _, e := range []seminar.Entity{seminar.EntitySeries, seminar.EntitySeminar, seminar.EntitySession, seminar.EntityCategory, seminar.EntityDelegation,
		seminar.EntityList, seminar.EntityQuestion, seminar.EntityInitiative, seminar.EntityImport} {
		if err := each(e, `SELECT t.id, v.value FROM "`+string(e)+`" t, json_tree(t.doc) v WHERE v.type = 'text' AND v.value <> ''`); err != nil {
			return err
		}
	}
	for _, of := range []struct {
		entity seminar.Entity
		fields []string
	}{{seminar.EntityAttendee, []string{"desk_note", "access", "dietary"}}, {seminar.EntityRegistration, []string{"blocked_why", "over_why", "declined_why"}},
		{seminar.EntityCheckin, []string{"forced_why"}}, {seminar.EntityCorrection, []string{"why"}}, {seminar.EntityCertificate, []string{"revoked_why"}}} {
		for _, f := range of.fields {
			if err := each(of.entity, `SELECT id, json_extract(doc, '$.`+f+`') FROM "`+string(of.entity)+`" WHERE json_extract(doc, '$.`+f+`') <> ''`); err != nil {
				return err
			}
		}
	}
	return each(seminar.EntityRegistration, `SELECT r.id, v.value FROM registration r, json_each(r.doc, '$.answers') v WHERE v.type = 'text'`)
}
