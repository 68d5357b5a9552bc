package sqlite

import (
	"context"
	"database/sql"
	"strings"

	"lanyard/internal/seminar"
)

const rosterColumns = `r.registration, r.attendee, r.seminar, r.given_name, r.family_name, r.native_name, r.badge_name,
	r.organisation, r.country, r.email, r.category, r.delegation, r.status, r.blocked, r.attention, r.code, r.badge_number, r.prints, r.honorific, r.also, r.excused`

// presenceOf joins where a person stands on a list, all days together; the inner query is the last day's row.
const presenceOf = `LEFT JOIN presence p ON p.list = ? AND p.attendee = r.attendee
	AND p.day = (SELECT max(day) FROM presence WHERE list = p.list AND attendee = p.attendee)`

const presenceColumns = `coalesce(p.entries, 0), p.first_at, p.last_at, coalesce(p.inside, 0)`

func scanRoster(scan func(...any) error, more ...any) (seminar.RosterRow, error) {
	var r seminar.RosterRow
	var first, last sql.NullString
	into := append([]any{&r.RegistrationID, &r.AttendeeID, &r.SeminarID, &r.GivenName, &r.FamilyName, &r.NativeName, &r.BadgeName,
		&r.Organisation, &r.Country, &r.Email, &r.CategoryID, &r.DelegationID, &r.Status, &r.Blocked, &r.Attention, &r.Code,
		&r.BadgeNumber, &r.Prints, &r.Honorific, &r.Also, &r.Excused, &r.Presence.Entries, &first, &last, &r.Presence.Inside}, more...)
	err := scan(into...)
	r.Presence.First, r.Presence.Last = parseTime(first), parseTime(last)
	r.Presence.Arrived = r.Presence.Entries > 0
	return r, err
}

// conditions are the WHERE of a filter, without its search.
func conditions(f seminar.RosterFilter) (string, []any) {
	where, args := []string{}, []any{}
	add := func(condition string, values ...any) { where, args = append(where, condition), append(args, values...) }
	if f.SeminarID != "" && len(f.Only) > 0 {
		add("+r.seminar = ?", string(f.SeminarID)) // the few are found by who they are, not by where they are
	} else if f.SeminarID != "" {
		add("r.seminar = ?", string(f.SeminarID))
	}
	in := func(column string, values []string) {
		if len(values) == 0 {
			return
		}
		any_ := make([]any, len(values))
		for i, v := range values {
			any_[i] = v
		}
		add(column+" IN (?"+strings.Repeat(", ?", len(values)-1)+")", any_...)
	}
	in("r.status", texts(f.Status))
	in("r.category", texts(f.CategoryID))
	in("r.delegation", texts(f.DelegationID))
	in("r.country", f.Country)
	switch len(f.Only) { // whoever was merged is meant by any of the ids
	case 0:
	case 1: // every scan asks so
		add("r.attendee = "+rootOf("?"), string(f.Only[0]), string(f.Only[0]))
	default:
		values := make([]any, len(f.Only))
		for i, id := range f.Only {
			values[i] = string(id)
		}
		add("r.attendee IN (SELECT coalesce(l.root, v.column1) FROM (VALUES (?)"+strings.Repeat(", (?)", len(values)-1)+
			") v LEFT JOIN alias l ON l.attendee = v.column1)", values...)
	}
	for _, to := range f.AgreedTo {
		if to == seminar.AgreedData {
			add("EXISTS (SELECT 1 FROM attendee a WHERE a.id = r.attendee AND json_extract(a.doc, '$.consent.state') = ?)", string(seminar.ConsentGiven))
			continue
		}
		add(`EXISTS (SELECT 1 FROM registration g, json_each(g.doc, '$.answers') q WHERE g.id = r.registration AND q.key = ?
			AND (q.value = 'yes' OR q.value LIKE 'yes %'))`, string(to))
	}
	if f.Unprinted {
		add("r.prints = 0")
	}
	if f.Badged {
		add("r.category NOT IN (SELECT id FROM category WHERE gone = 0 AND json_extract(doc, '$.template') = ?)", seminar.NoBadge)
	}
	if f.Arrived != nil {
		add("(p.entries IS NOT NULL) = ?", *f.Arrived)
	}
	if len(where) == 0 {
		return "1", args
	}
	return strings.Join(where, " AND "), args
}

func texts[T ~string](values []T) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = string(v)
	}
	return all
}

var orders = map[seminar.RosterOrder]string{
	"": "+r.rowid", seminar.ByFamilyName: "r.sort_family%, r.registration%", seminar.ByGivenName: "r.sort_given%, r.registration%",
	seminar.ByOrganisation: "r.sort_organisation%", seminar.ByCountry: "r.country%, r.sort_family%", seminar.ByCategory: "r.category%, r.sort_family%",
	seminar.ByStatus: "r.status%, r.sort_family%", seminar.ByBadgeNumber: "r.sort_badge%",
	seminar.ByProtocol: "r.protocol%, r.registration%",
	seminar.ByArrived:  "p.first_at IS NULL, p.first_at%, r.sort_family",
}

func orderBy(o seminar.RosterOrder) string {
	bare, reversed := strings.CutPrefix(string(o), "-")
	by, ok := orders[seminar.RosterOrder(bare)]
	if !ok {
		by = orders[seminar.ByFamilyName]
	}
	if reversed {
		return strings.ReplaceAll(by, "%", " DESC")
	}
	return strings.ReplaceAll(by, "%", "")
}

// Roster gives the rows that a filter chooses.
func (r reader) Roster(ctx context.Context, f seminar.RosterFilter) ([]seminar.RosterRow, error) {
	if strings.TrimSpace(f.Search) != "" {
		return r.search(ctx, f)
	}
	if f.Offset > 0 && f.Limit > 0 && f.Arrived == nil && strings.TrimPrefix(string(f.Order), "-") != string(seminar.ByArrived) {
		return r.later(ctx, f)
	}
	where, args := conditions(f)
	limit := f.Limit
	if limit <= 0 {
		limit = -1
	}
	args = append(append([]any{string(f.ListID)}, args...), limit, f.Offset)
	order := " ORDER BY " + orderBy(f.Order)
	if f.SeminarID != "" && len(f.Only) == 1 {
		order = "" // one person in one seminar is one row
	}
	var rows []seminar.RosterRow
	err := r.each(ctx, "SELECT "+rosterColumns+", "+presenceColumns+" FROM roster r "+presenceOf+" WHERE "+where+
		order+" LIMIT ? OFFSET ?", args, func(scan func(...any) error) error {
		row, err := scanRoster(scan)
		rows = append(rows, row)
		return err
	})
	return rows, err
}

// later gives a later page of rows: those before it are passed over without asking where each stands on the list.
func (r reader) later(ctx context.Context, f seminar.RosterFilter) ([]seminar.RosterRow, error) {
	where, args := conditions(f)
	order := " ORDER BY " + orderBy(f.Order)
	args = append(args, f.Limit, f.Offset, string(f.ListID))
	var rows []seminar.RosterRow
	err := r.each(ctx, "SELECT "+rosterColumns+", "+presenceColumns+" FROM (SELECT r.rowid AS at FROM roster r WHERE "+where+order+
		" LIMIT ? OFFSET ?) page JOIN roster r ON r.rowid = page.at "+presenceOf+order, args, func(scan func(...any) error) error {
		row, err := scanRoster(scan)
		rows = append(rows, row)
		return err
	})
	return rows, err
}

// Countries gives the countries that the people of a seminar come from, by code.
func (r reader) Countries(ctx context.Context, of seminar.ID) ([]string, error) {
	var all []string
	err := r.each(ctx, "SELECT DISTINCT country FROM roster WHERE seminar = ? AND country <> '' ORDER BY country", []any{string(of)},
		func(scan func(...any) error) error {
			var code string
			err := scan(&code)
			all = append(all, code)
			return err
		})
	return all, err
}

// Count counts the rows that a filter chooses.
func (r reader) Count(ctx context.Context, f seminar.RosterFilter) (int, error) {
	if strings.TrimSpace(f.Search) != "" {
		f.Offset, f.Limit = 0, 0
		rows, err := r.search(ctx, f)
		return len(rows), err
	}
	where, args := conditions(f)
	join := ""
	if f.Arrived != nil {
		join, args = presenceOf, append([]any{string(f.ListID)}, args...)
	}
	var n int
	err := r.row(ctx, "SELECT count(*) FROM roster r "+join+" WHERE "+where, args...).Scan(&n)
	return n, err
}
