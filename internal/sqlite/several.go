package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"lanyard/internal/names"
	"lanyard/internal/seminar"
)

// others is what a person of several is known by beside the root and the registration in the roster.
type others struct {
	attendees     []seminar.Attendee
	registrations []seminar.Registration
}

// names are the other spellings of the name, one a line.
func (o others) names() string {
	var all []string
	for _, a := range o.attendees {
		for _, n := range []string{a.Name(), a.NativeName, a.BadgeName} {
			if n != "" && !slices.Contains(all, n) {
				all = append(all, n)
			}
		}
	}
	return strings.Join(all, "\n")
}

// words are what else finds them, as extraOf has it.
func (o others) words() string {
	var all []string
	for _, a := range o.attendees {
		all = append(all, names.KeysOf(a.Organisation).Strict, asciiWords(a.Email))
	}
	for _, r := range o.registrations {
		all = append(all, asciiWords(r.BadgeNumber))
	}
	return strings.Join(strings.Fields(strings.Join(all, " ")), " ")
}

// valid are the registrations whose badge admits beside that of the one in the roster: a badge that was replaced since
// is revoked with it.
func (o others) valid(main seminar.Registration) []seminar.Registration {
	revoked := slices.Clone(main.RevokedCodes)
	for _, r := range o.registrations {
		revoked = append(revoked, r.RevokedCodes...)
	}
	return slices.DeleteFunc(slices.Clone(o.registrations), func(r seminar.Registration) bool { return slices.Contains(revoked, r.Code) })
}

// several says whether a registration, gone or not, is of a person of several, whose root is, and in which seminar.
func (t *tx) several(ctx context.Context, registration seminar.ID) (root, of seminar.ID, yes bool, err error) {
	err = t.row(ctx, `SELECT l.root, coalesce(r.seminar, '') FROM registration r JOIN alias l ON l.attendee = r.attendee
		WHERE r.id = ?`, string(registration)).Scan(&root, &of)
	if errors.Is(err, sql.ErrNoRows) {
		return "", "", false, nil
	}
	return root, of, err == nil, err
}

// putSeveral makes the one row of a person of several in a seminar anew: the root's registration has it, or the one that
// was made first.
func (t *tx) putSeveral(ctx context.Context, root, of seminar.ID) error {
	var here []seminar.Registration
	var all []seminar.ID
	err := t.each(ctx, `SELECT r.id, r.doc, r.gone = 0 AND coalesce(a.gone, 1) = 0 FROM alias l JOIN registration r ON r.attendee = l.attendee
		LEFT JOIN attendee a ON a.id = l.attendee WHERE l.root = ? AND coalesce(r.seminar, '') = ?
		ORDER BY r.attendee <> l.root, r.first_hlc, r.first_op`, []any{string(root), string(of)}, func(scan func(...any) error) error {
		var id seminar.ID
		var doc []byte
		var is bool
		if err := scan(&id, &doc, &is); err != nil {
			return err
		}
		all = append(all, id)
		if !is {
			return nil
		}
		var r seminar.Registration
		err := json.Unmarshal(doc, &r)
		here = append(here, r)
		return err
	})
	if err != nil {
		return err
	}
	for _, id := range all {
		if err := t.dropRoster(ctx, id); err != nil {
			return err
		}
	}
	if len(here) == 0 {
		return nil
	}
	also := others{registrations: here[1:]}
	var person seminar.Attendee
	err = t.each(ctx, `SELECT a.doc FROM alias l JOIN attendee a ON a.id = l.attendee WHERE l.root = ? AND a.gone = 0
		ORDER BY a.id`, []any{string(root)}, func(scan func(...any) error) error {
		var doc []byte
		var a seminar.Attendee
		if err := scan(&doc); err != nil {
			return err
		}
		err := json.Unmarshal(doc, &a)
		if a.ID == root {
			person = a
		} else {
			also.attendees = append(also.attendees, a)
		}
		return err
	})
	if err != nil {
		return err
	}
	return t.putRow(ctx, person, here[0], also)
}

// putAlso keeps in a row what others add to it.
func (t *tx) putAlso(ctx context.Context, rowid int64, also others) error {
	if len(also.attendees)+len(also.registrations) == 0 {
		return nil
	}
	_, err := t.exec(ctx, "UPDATE roster SET also = ?, also_words = ? WHERE rowid = ?", also.names(), also.words(), rowid)
	return err
}

// prints counts how often badges of registrations were printed for their codes in force.
func (t *tx) prints(ctx context.Context, of []seminar.Registration) (int, error) {
	all := 0
	for _, r := range of {
		var n int
		if err := t.row(ctx, "SELECT count(*) FROM badge WHERE registration = ? AND code = ? AND gone = 0", string(r.ID), r.Code).Scan(&n); err != nil {
			return 0, err
		}
		all += n
	}
	return all, nil
}
