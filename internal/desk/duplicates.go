package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"lanyard/internal/names"
	"lanyard/internal/seminar"
)

// Duplicate is two registrations of a seminar that are probably one person's.
type Duplicate struct {
	A, B    seminar.RosterRow // A was found first
	Score   float64           // 0 to 1
	Reasons []names.Reason
}

// Duplicates proposes who is registered twice in a seminar, the likeliest first; not those who were said to be two
// people. Nothing is changed. progress may be
// nil; the context's error when it is cancelled.
func (d *Desk) Duplicates(ctx context.Context, of seminar.ID, progress func(done, total int)) ([]Duplicate, error) {
	return duplicates(ctx, d, of, nil, progress)
}

// duplicates looks for pairs. With fresh, which names the people just added, only for pairs that have one of them.
func duplicates(ctx context.Context, r Reader, of seminar.ID, fresh func(seminar.ID) bool, progress func(done, total int)) ([]Duplicate, error) {
	rows, err := r.Roster(ctx, seminar.RosterFilter{SeminarID: of})
	if err != nil {
		return nil, err
	}
	contacts := make(map[seminar.ID]Contact, len(rows))
	err = r.EachContact(ctx, of, func(c Contact) error { contacts[c.AttendeeID] = c; return nil })
	if err != nil {
		return nil, err
	}
	if fresh != nil { // those who were here before first: nobody asks about them
		slices.SortStableFunc(rows, func(a, b seminar.RosterRow) int {
			return cmp.Compare(b2i(fresh(a.AttendeeID)), b2i(fresh(b.AttendeeID)))
		})
	}
	said, err := apart(ctx, r)
	if err != nil {
		return nil, err
	}
	crowd := names.NewCrowd()
	var found []Duplicate
	for i, row := range rows {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if progress != nil && i%200 == 0 {
			progress(i, len(rows))
		}
		ask := fresh == nil || fresh(row.AttendeeID)
		for _, like := range crowd.Add(personOf(row, contacts[row.AttendeeID]), ask) {
			if !said.has(rows[like.Place].AttendeeID, row.AttendeeID) {
				found = append(found, Duplicate{A: rows[like.Place], B: row, Score: like.Score, Reasons: like.Reasons})
			}
		}
	}
	if progress != nil {
		progress(len(rows), len(rows))
	}
	found = likeliest(found)
	slices.SortStableFunc(found, func(a, b Duplicate) int { return cmp.Compare(b.Score, a.Score) })
	return found, nil
}

// clearly is how much higher a score is that makes another proposal for the same person idle.
const clearly = 0.1

// likeliest drops proposals that rest on the name alone where one of the two is far more like somebody else: a second
// registration without an address is like every namesake, and most like one.
func likeliest(all []Duplicate) []Duplicate {
	best := map[seminar.ID]float64{}
	for _, v := range all {
		best[v.A.AttendeeID] = max(best[v.A.AttendeeID], v.Score)
		best[v.B.AttendeeID] = max(best[v.B.AttendeeID], v.Score)
	}
	return slices.DeleteFunc(all, func(v Duplicate) bool {
		sure := names.Likeness{Reasons: v.Reasons}.Contact()
		return !sure && max(best[v.A.AttendeeID], best[v.B.AttendeeID]) > v.Score+clearly
	})
}

func personOf(r seminar.RosterRow, c Contact) names.Person {
	return names.Person{Given: r.GivenName, Family: r.FamilyName, Native: r.NativeName, Badge: r.BadgeName, Email: r.Email,
		Phone: c.Phone, BirthDate: c.BirthDate, Organisation: r.Organisation, Country: r.Country}
}

// Likely gives the people of a seminar who are probably the one being written into a form, the likeliest first, at most
// limit of them. It asks the search index and so takes milliseconds, however many are registered; list is whose
// presence the rows show.
func (d *Desk) Likely(ctx context.Context, f Form, list seminar.ID, limit int) ([]Duplicate, error) {
	clean(&f.Attendee)
	a, of := f.Attendee, f.Registration.SeminarID
	if of == "" {
		return nil, nil
	}
	if a.ID != "" {
		all, err := d.Aliases(ctx, a.ID)
		if err != nil {
			return nil, err
		}
		a.ID = all[0]
	}
	rows, err := candidates(ctx, d, a, of, list)
	if err != nil {
		return nil, err
	}
	said, err := apart(ctx, d)
	if err != nil {
		return nil, err
	}
	crowd := names.NewCrowd()
	for _, row := range rows {
		var known seminar.Attendee
		if _, err := d.Get(ctx, seminar.EntityAttendee, row.AttendeeID, &known); err != nil {
			return nil, err
		}
		crowd.Add(personOf(row, Contact{Phone: known.Phone, BirthDate: known.BirthDate}), false)
	}
	asked := names.Person{Given: a.GivenName, Family: a.FamilyName, Native: a.NativeName, Badge: a.BadgeName, Email: a.Email,
		Phone: a.Phone, BirthDate: a.BirthDate, Organisation: a.Organisation, Country: a.Country}
	var found []Duplicate
	for _, like := range crowd.Add(asked, true) {
		if len(found) < limit && !said.has(a.ID, rows[like.Place].AttendeeID) {
			found = append(found, Duplicate{A: rows[like.Place], Score: like.Score, Reasons: like.Reasons})
		}
	}
	return found, ctx.Err()
}

// candidatesEach is how many people one question to the index brings at most.
const candidatesEach = 40

// candidates are people of a seminar who have a word of the name or the e-mail address. Beside the whole words the index
// is asked for one with the beginning of the other, so that a slip behind it does not hide the person.
func candidates(ctx context.Context, r Reader, a seminar.Attendee, of, list seminar.ID) ([]seminar.RosterRow, error) {
	given, family := names.Words(a.GivenName), names.Words(a.FamilyName)
	if len(given)+len(family) < 2 { // the name in the person's own script may say more
		if native := names.Words(a.NativeName); len(native) > 1 {
			given, family = native[:1], native[1:]
		}
	}
	if len(given) == 0 || len(family) == 0 {
		if a.Email == "" {
			return nil, nil
		}
		given, family = nil, nil
	}
	var questions []string
	if len(given) > 0 {
		g, f := given[0], family[0]
		questions = append(questions, strings.Join(given, " ")+" "+strings.Join(family, " "), g+" "+f,
			beginning(g)+" "+f, g+" "+beginning(f))
	}
	if a.Email != "" {
		questions = append(questions, a.Email)
	}
	var rows []seminar.RosterRow
	seen := map[seminar.ID]bool{a.ID: true}
	for i, q := range questions {
		if slices.Contains(questions[:i], q) {
			continue
		}
		more, err := r.Roster(ctx, seminar.RosterFilter{SeminarID: of, ListID: list, Search: q, Limit: candidatesEach})
		if err != nil {
			return nil, err
		}
		for _, row := range more {
			if !seen[row.AttendeeID] {
				seen[row.AttendeeID] = true
				rows = append(rows, row)
			}
		}
	}
	return rows, nil
}

func beginning(word string) string {
	letters := []rune(word)
	return string(letters[:min(2, len(letters))])
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
