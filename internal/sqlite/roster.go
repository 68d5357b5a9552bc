package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"lanyard/internal/desk"
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
	one, err := listingOf(ctx, newPlaces(t, t.store.collator), a, r, also, prints)
	if err != nil {
		return err
	}
	for _, code := range one.codes {
		t.note(code.text)
	}
	rowid, err := insertListing(ctx, t, one)
	if err != nil {
		return err
	}
	if err := t.putAlso(ctx, rowid, also); err != nil {
		return err
	}
	return count(ctx, t, one.counted, 1)
}

// listing is a row of the roster and what hangs on it, ready to be written.
type listing struct {
	columns []any // as in rosterInto
	keys    []any // strict, loose, skeleton, extra
	codes   []typed
	counted
}

// typed is something that may be typed to mean exactly one registration.
type typed struct {
	text string
	kind desk.CodeKind
}

// counted is where a registration counts.
type counted struct {
	seminar  seminar.ID
	status   seminar.Status
	category seminar.ID
}

const rosterInto = `INSERT INTO roster (registration, attendee, seminar, given_name, family_name, native_name, badge_name,
	organisation, country, email, category, delegation, status, blocked, attention, code, badge_number, prints,
	sort_family, sort_given, sort_organisation, sort_badge, honorific, protocol, excused) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`

// listingOf makes the listing of a registration; prints is how often its badge was printed.
func listingOf(ctx context.Context, at *places, a seminar.Attendee, r seminar.Registration, also others, prints int) (listing, error) {
	if r.Status == "" {
		r.Status = seminar.Confirmed
	}
	by := nameKeysOf(at.collator, a)
	protocol, err := at.key(ctx, r.SeminarID, a.ID, r.DelegationID, r.CategoryID, by.family)
	if err != nil {
		return listing{}, err
	}
	keys := keysOf(a, also.names())
	return listing{
		columns: []any{string(r.ID), string(a.ID), string(r.SeminarID), a.GivenName, a.FamilyName, a.NativeName, a.BadgeName, a.Organisation,
			a.Country, a.Email, string(r.CategoryID), string(r.DelegationID), string(r.Status), r.Blocked, a.Attention, r.Code,
			r.BadgeNumber, prints, by.family, by.given, by.organisation, sortBadge(r.BadgeNumber), a.Honorific, protocol, r.Excused},
		keys:    []any{keys.Strict, keys.Loose, keys.Skeleton, extraOf(a, r, also.words())},
		codes:   codesOf(a, r, also),
		counted: counted{r.SeminarID, r.Status, r.CategoryID},
	}, nil
}

// insertListing writes a listing, all but what others add to it and where it counts.
func insertListing(ctx context.Context, to execer, l listing) (rowid int64, err error) {
	done, err := to.exec(ctx, rosterInto, l.columns...)
	if err != nil {
		return 0, err
	}
	if rowid, err = done.LastInsertId(); err != nil {
		return 0, err
	}
	if _, err := to.exec(ctx, "INSERT INTO search (rowid, strict, loose, skeleton, extra) VALUES (?, ?, ?, ?, ?)", append([]any{rowid}, l.keys...)...); err != nil {
		return 0, err
	}
	const most = 8 // codes in one statement
	for some := range slices.Chunk(l.codes, most) {
		values := []any{rowid}
		for _, c := range some {
			values = append(values, c.text, string(c.kind))
		}
		query := "INSERT OR IGNORE INTO code (row, code, kind) VALUES (?1, ?, ?)" + strings.Repeat(", (?1, ?, ?)", len(some)-1)
		if _, err := to.exec(ctx, query, values...); err != nil {
			return 0, err
		}
	}
	return rowid, nil
}

// dropRoster takes a registration's row out, with all that hangs on it.
func (t *tx) dropRoster(ctx context.Context, registration seminar.ID) error {
	var rowid int64
	var was counted
	err := t.row(ctx, "DELETE FROM roster WHERE registration = ? RETURNING rowid, seminar, status, category", string(registration)).
		Scan(&rowid, &was.seminar, &was.status, &was.category)
	if errors.Is(err, sql.ErrNoRows) {
		return nil
	}
	if err != nil {
		return err
	}
	if _, err := t.exec(ctx, "DELETE FROM search WHERE rowid = ?", rowid); err != nil {
		return err
	}
	if _, err := t.exec(ctx, "DELETE FROM code WHERE row = ?", rowid); err != nil {
		return err
	}
	return count(ctx, t, was, -1)
}

func count(ctx context.Context, to execer, at counted, by int) error {
	_, err := to.exec(ctx, `INSERT INTO headcount (seminar, status, category, n) VALUES (?, ?, ?, ?)
		ON CONFLICT (seminar, status, category) DO UPDATE SET n = n + excluded.n`, string(at.seminar), string(at.status), string(at.category), by)
	return err
}

// codesOf is everything that may be typed to mean exactly this registration, but for the ids that stand in the roster's row itself.
func codesOf(a seminar.Attendee, r seminar.Registration, also others) []typed {
	var all []typed
	put := func(kind desk.CodeKind, codes ...string) {
		for _, c := range codes {
			if c != "" {
				all = append(all, typed{c, kind})
			}
		}
	}
	for _, other := range also.attendees {
		put(desk.CodeEmail, other.Email)
		put(desk.CodeID, string(other.ID))
	}
	for _, other := range also.valid(r) {
		put(desk.CodeBadge, other.Code)
	}
	for _, other := range also.registrations {
		put(desk.CodeID, string(other.ID))
	}
	for _, one := range append(also.registrations, r) {
		put(desk.CodeRevoked, one.RevokedCodes...)
		put(desk.CodeForeign, one.ForeignCode)
		put(desk.CodeNumber, one.BadgeNumber)
	}
	put(desk.CodeBadge, r.Code)
	put(desk.CodeEmail, a.Email)
	return all
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
