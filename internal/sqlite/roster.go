package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"strings"

	"lanyard/internal/names"
	"lanyard/internal/seminar"
)

// putRoster makes the roster's row of one registration anew, with its search keys, codes and place in the headcount; of a
// person of several, the one row of all their registrations in the seminar.
func (t *tx) putRoster(ctx context.Context, registration seminar.ID) error {
	if root, of, several, err := t.several(ctx, registration); err != nil || several {
		return errors.Join(err, t.putSeveral(ctx, root, of))
	}
	if err := t.dropRoster(ctx, registration); err != nil {
		return err
	}
	var r seminar.Registration
	var a seminar.Attendee
	if here, err := t.Get(ctx, seminar.EntityRegistration, registration, &r); err != nil || !here {
		return err
	}
	if here, err := t.Get(ctx, seminar.EntityAttendee, r.AttendeeID, &a); err != nil || !here {
		return err
	}
	return t.putRow(ctx, a, r, others{})
}

// putNewRoster is putRoster of a registration that was never here, whose document is known.
func (t *tx) putNewRoster(ctx context.Context, registration seminar.ID, doc []byte, gone bool) error {
	if root, of, several, err := t.several(ctx, registration); err != nil || several {
		return errors.Join(err, t.putSeveral(ctx, root, of))
	}
	if gone {
		return nil
	}
	var r seminar.Registration
	if err := json.Unmarshal(doc, &r); err != nil {
		return damaged(err)
	}
	var a seminar.Attendee
	if here, err := t.Get(ctx, seminar.EntityAttendee, r.AttendeeID, &a); err != nil || !here {
		return err
	}
	return t.putRow(ctx, a, r, others{})
}

// putRow writes a row that is not there.
func (t *tx) putRow(ctx context.Context, a seminar.Attendee, r seminar.Registration, also others) error {
	prints, err := t.prints(ctx, append(also.valid(r), r))
	if err != nil {
		return err
	}
	if r.Status == "" {
		r.Status = seminar.Confirmed
	}
	names := nameKeysOf(t.store.collator, a)
	protocol, err := newPlaces(t, t.store.collator).key(ctx, r.SeminarID, a.ID, r.DelegationID, r.CategoryID, names.family)
	if err != nil {
		return err
	}
	result, err := t.exec(ctx, `INSERT INTO roster (registration, attendee, seminar, given_name, family_name, native_name, badge_name,
		organisation, country, email, category, delegation, status, blocked, attention, code, badge_number, prints,
		sort_family, sort_given, sort_organisation, sort_badge, honorific, protocol, excused) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
		string(r.ID), string(a.ID), string(r.SeminarID), a.GivenName, a.FamilyName, a.NativeName, a.BadgeName, a.Organisation,
		a.Country, a.Email, string(r.CategoryID), string(r.DelegationID), string(r.Status), r.Blocked, a.Attention, r.Code,
		r.BadgeNumber, prints, names.family, names.given, names.organisation, sortBadge(r.BadgeNumber), a.Honorific, protocol, r.Excused)
	if err != nil {
		return err
	}
	rowid, err := result.LastInsertId()
	if err != nil {
		return err
	}
	if err := t.putAlso(ctx, rowid, also); err != nil {
		return err
	}
	keys := keysOf(a, also.names())
	_, err = t.exec(ctx, "INSERT INTO search (rowid, strict, loose, skeleton, extra) VALUES (?, ?, ?, ?, ?)", rowid,
		keys.Strict, keys.Loose, keys.Skeleton, extraOf(a, r, also.words()))
	if err != nil {
		return err
	}
	if err := t.putCodes(ctx, a, r, also); err != nil {
		return err
	}
	return t.count(ctx, r.SeminarID, r.Status, r.CategoryID, 1)
}

// dropRoster takes a registration's row out, with all that hangs on it.
func (t *tx) dropRoster(ctx context.Context, registration seminar.ID) error {
	var rowid int64
	var of, category seminar.ID
	var status seminar.Status
	err := t.row(ctx, "DELETE FROM roster WHERE registration = ? RETURNING rowid, seminar, status, category", string(registration)).
		Scan(&rowid, &of, &status, &category)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := t.exec(ctx, "DELETE FROM search WHERE rowid = ?", rowid); err != nil {
		return err
	}
	if _, err := t.exec(ctx, "DELETE FROM code WHERE registration = ?", string(registration)); err != nil {
		return err
	}
	return t.count(ctx, of, status, category, -1)
}

func (t *tx) count(ctx context.Context, of seminar.ID, s seminar.Status, category seminar.ID, by int) error {
	_, err := t.exec(ctx, `INSERT INTO headcount (seminar, status, category, n) VALUES (?, ?, ?, ?)
		ON CONFLICT (seminar, status, category) DO UPDATE SET n = n + excluded.n`, string(of), string(s), string(category), by)
	return err
}

// putCodes keeps everything that may be typed to mean exactly this registration.
func (t *tx) putCodes(ctx context.Context, a seminar.Attendee, r seminar.Registration, also others) error {
	var values []any
	put := func(kind string, codes ...string) {
		for _, c := range codes {
			if c != "" {
				values = append(values, c, string(r.ID), kind)
			}
		}
	}
	for _, other := range also.attendees {
		put("email", other.Email)
		put("id", string(other.ID))
	}
	for _, other := range also.valid(r) {
		put("badge", other.Code)
	}
	for _, one := range append(also.registrations, r) {
		put("revoked", one.RevokedCodes...)
		put("foreign", one.ForeignCode)
		put("number", one.BadgeNumber)
		put("id", string(one.ID))
	}
	put("badge", r.Code)
	put("email", a.Email)
	put("id", string(a.ID))
	for len(values) > 0 {
		some := values[:min(len(values), 3*8)]
		values = values[len(some):]
		query := "INSERT OR IGNORE INTO code (code, registration, kind) VALUES (?, ?, ?)" + strings.Repeat(", (?, ?, ?)", len(some)/3-1)
		if _, err := t.exec(ctx, query, some...); err != nil {
			return err
		}
	}
	return nil
}

// keysOf are a person's search keys; also are the names of those who are one with them, one a line.
func keysOf(a seminar.Attendee, also string) names.Keys {
	return names.KeysOf(append([]string{a.GivenName, a.FamilyName, a.NativeName, a.BadgeName}, strings.Split(also, "\n")...)...)
}

// extraOf is what else a person is found by: the organisation's words in plain Latin, e-mail address, badge number, and
// those of the ones who are one with them.
func extraOf(a seminar.Attendee, r seminar.Registration, also string) string {
	return strings.Join([]string{names.KeysOf(a.Organisation).Strict, asciiWords(a.Email), asciiWords(r.BadgeNumber), also}, " ")
}

// asciiWords makes words of letters and digits out of an address or a number.
func asciiWords(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	}), " ")
}

// sortBadge sorts A-9 before A-10.
func sortBadge(number string) []byte {
	desk, n, ok := strings.Cut(number, "-")
	if !ok {
		return []byte(number)
	}
	return []byte(desk + "-" + strings.Repeat("0", max(0, 12-len(n))) + n)
}
