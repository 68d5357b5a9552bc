package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"slices"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// reader answers questions on a pool or within a transaction.
type reader struct{ *connection }

// each hands over every row of a query.
func (r reader) each(ctx context.Context, query string, args []any, do func(scan func(...any) error) error) error {
	rows, err := r.query(ctx, query, args...)
	if err != nil {
		return running(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows.Scan); err != nil {
			return running(err)
		}
	}
	return running(rows.Err())
}

// Get fills doc with one thing; false if it is not here or gone.
func (r reader) Get(ctx context.Context, e seminar.Entity, id seminar.ID, doc any) (bool, error) {
	var text []byte
	err := r.row(ctx, `SELECT doc FROM "`+string(e)+`" WHERE id = ? AND gone = 0`, string(id)).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, json.Unmarshal(text, doc)
}

// All fills docs with the things of a seminar, of every seminar for "".
func (r reader) All(ctx context.Context, e seminar.Entity, of seminar.ID, docs any) error {
	where, args := "gone = 0", []any{}
	if of != "" {
		where, args = "gone = 0 AND seminar = ?", []any{string(of)}
	}
	order := "id"
	switch e {
	case seminar.EntitySession, seminar.EntityCategory, seminar.EntityDelegation, seminar.EntityList, seminar.EntityQuestion, seminar.EntityInitiative:
		order = "coalesce(position, 0), id"
	}
	var text []byte
	err := r.row(ctx, `SELECT '[' || coalesce(group_concat(doc, ','), '') || ']' FROM (SELECT doc FROM "`+string(e)+`" WHERE `+where+` ORDER BY `+order+`)`, args...).Scan(&text)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, docs)
}

// Registered gives an attendee with the registration in a seminar; false if they are not registered there. The plus
// keeps SQLite from going through the whole seminar.
func (r reader) Registered(ctx context.Context, of, attendee seminar.ID) (seminar.Attendee, seminar.Registration, bool, error) {
	var a seminar.Attendee
	var reg seminar.Registration
	var person, registration []byte
	err := r.row(ctx, `SELECT a.doc, r.doc FROM roster x JOIN attendee a ON a.id = x.attendee JOIN registration r ON r.id = x.registration
		WHERE x.attendee = `+rootOf("?1")+` AND +x.seminar = ?2 LIMIT 1`, string(attendee), string(of)).Scan(&person, &registration)
	if errors.Is(err, sql.ErrNoRows) {
		return a, reg, false, nil
	}
	if err == nil {
		err = errors.Join(json.Unmarshal(person, &a), json.Unmarshal(registration, &reg))
		reg.AttendeeID = a.ID
	}
	return a, reg, err == nil, err
}

// EachContact hands over the phone numbers and birth dates of the people of a seminar, without their photos.
func (r reader) EachContact(ctx context.Context, of seminar.ID, do func(desk.Contact) error) error {
	return r.each(ctx, `SELECT a.id, coalesce(json_extract(a.doc, '$.phone'), ''), coalesce(json_extract(a.doc, '$.birth_date'), '')
		FROM roster r JOIN attendee a ON a.id = r.attendee WHERE r.seminar = ?`, []any{string(of)}, func(scan func(...any) error) error {
		var c desk.Contact
		if err := scan(&c.AttendeeID, &c.Phone, &c.BirthDate); err != nil {
			return err
		}
		return do(c)
	})
}

// Codes gives who a code could mean, exactly, the strongest first.
func (r reader) Codes(ctx context.Context, code string) ([]desk.CodeOwner, error) {
	var all []desk.CodeOwner
	query := `SELECT r.registration, r.attendee, r.seminar, c.kind, EXISTS (SELECT 1 FROM alias WHERE attendee = r.attendee)
		FROM code c JOIN roster r ON r.rowid = c.row WHERE c.code = ?1`
	if len(code) == idLength { // may be an id of the row itself
		query += ` UNION ALL SELECT registration, attendee, seminar, 'id', EXISTS (SELECT 1 FROM alias WHERE attendee = r.attendee)
			FROM roster r WHERE registration = lower(?1) OR attendee = lower(?1)`
	}
	err := r.each(ctx, query, []any{code}, func(scan func(...any) error) error {
		var o desk.CodeOwner
		err := scan(&o.RegistrationID, &o.AttendeeID, &o.SeminarID, &o.Kind, &o.Merged)
		all = append(all, o)
		return err
	})
	slices.SortFunc(all, func(a, b desk.CodeOwner) int {
		return cmp.Or(cmp.Compare(slices.Index(strength, a.Kind), slices.Index(strength, b.Kind)), cmp.Compare(a.RegistrationID, b.RegistrationID))
	})
	return all, err
}

// idLength is that of a UUID in letters.
const idLength = 36

// strength is the order of the kinds of code, the strongest first.
var strength = []desk.CodeKind{desk.CodeBadge, desk.CodeRevoked, desk.CodeForeign, desk.CodeNumber, desk.CodeEmail, desk.CodeID}

// checkinColumns are those of scanCheckin. Whoever a row was written for, it is their root's.
var checkinColumns = "doc, undone, first_hlc, first_op, coalesce(" + rootOf("checkin.attendee") + ", '')"

// ofSeminar chooses the rows of a seminar by its lists, which have the index.
const ofSeminar = "list IN (SELECT id FROM list WHERE seminar = ?)"

func scanCheckin(scan func(...any) error) (seminar.Checkin, error) {
	var text []byte
	var c seminar.Checkin
	var undone bool
	var hlc int64
	var op string
	var root seminar.ID
	if err := scan(&text, &undone, &hlc, &op, &root); err != nil {
		return c, err
	}
	err := json.Unmarshal(text, &c)
	c.AttendeeID, c.Undone, c.HLC, c.Op = root, undone, hlc, op
	return c, err
}

func (r reader) checkins(ctx context.Context, where string, args ...any) ([]seminar.Checkin, error) {
	var all []seminar.Checkin
	err := r.each(ctx, "SELECT "+checkinColumns+" FROM checkin WHERE "+where, args, func(scan func(...any) error) error {
		c, err := scanCheckin(scan)
		all = append(all, c)
		return err
	})
	return all, err
}

// Checkins gives the rows of one attendee on one list, or on every list, in their order. They are few: sorting them here
// is quicker than in SQL.
func (r reader) Checkins(ctx context.Context, list, attendee seminar.ID) ([]seminar.Checkin, error) {
	on, args := "", []any{string(attendee)}
	if list != "" {
		on, args = " AND list = ?2", append(args, string(list))
	}
	rows, err := r.checkins(ctx, "attendee = ?1"+on+" UNION ALL SELECT "+checkinColumns+` FROM alias one JOIN alias also ON also.root = one.root
		JOIN checkin ON checkin.attendee = also.attendee WHERE one.attendee = ?1 AND also.attendee <> ?1`+on, args...)
	slices.SortFunc(rows, seminar.Checkin.Compare)
	return rows, err
}

// Recent gives the last rows of a list or of a seminar, newest first.
func (r reader) Recent(ctx context.Context, of, list seminar.ID, limit int) ([]seminar.Checkin, error) {
	if list == "" {
		return r.checkins(ctx, ofSeminar+" ORDER BY datetime DESC, first_hlc DESC LIMIT ?", string(of), limit)
	}
	return r.checkins(ctx, "list = ? ORDER BY datetime DESC, first_hlc DESC LIMIT ?", string(list), limit)
}

// EachCheckin hands over every row of a seminar by datetime.
func (r reader) EachCheckin(ctx context.Context, of seminar.ID, do func(seminar.Checkin) error) error {
	return r.each(ctx, "SELECT "+checkinColumns+" FROM checkin WHERE "+ofSeminar+" ORDER BY datetime, first_hlc", []any{string(of)}, func(scan func(...any) error) error {
		c, err := scanCheckin(scan)
		if err != nil {
			return err
		}
		return do(c)
	})
}

// InsideSince counts whose last accepted row on a list is an entry, at a moment or later.
func (r reader) InsideSince(ctx context.Context, list seminar.ID, since time.Time) (int, error) {
	var n int
	err := r.row(ctx, "SELECT count(*) FROM presence WHERE list = ? AND inside AND last_at >= ?", string(list), since.UTC().Format(time.RFC3339)).Scan(&n)
	return n, err
}

// Tally counts a list; of a daily one, the latest day on which anybody came.
func (r reader) Tally(ctx context.Context, list seminar.List) (seminar.Tally, error) {
	var t seminar.Tally
	err := r.row(ctx, "SELECT day, arrived, inside FROM tally WHERE list = ? ORDER BY day DESC LIMIT 1", string(list.ID)).Scan(&t.Day, &t.Arrived, &t.Inside)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return t, err
	}
	admitted := map[seminar.ID]bool{}
	for _, c := range list.Categories {
		admitted[c] = true
	}
	err = r.each(ctx, "SELECT status, category, n FROM headcount WHERE seminar = ?", []any{string(list.SeminarID)}, func(scan func(...any) error) error {
		var status seminar.Status
		var category seminar.ID
		var n int
		if err := scan(&status, &category, &n); err != nil {
			return err
		}
		expected := status == seminar.Confirmed || status == seminar.Pending && list.TakesPending
		if expected && (len(admitted) == 0 || admitted[category]) {
			t.Expected += n
		}
		return nil
	})
	return t, err
}

func parseTime(s sql.NullString) time.Time {
	t, err := time.Parse(time.RFC3339, s.String)
	if err != nil {
		return time.Time{}
	}
	return t
}
