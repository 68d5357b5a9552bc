package desk

import (
	"context"
	"strings"

	"golang.org/x/text/unicode/norm"

	"lanyard/internal/seminar"
)

// Find* take an id or a name, whatever its case, as people and scripts write it.

// FindSeminar finds a seminar by its id or its title in any language; for "" it chooses as Seminar does. A title that
// several seminars have is CodeSeminarChoice.
func (d *Desk) FindSeminar(ctx context.Context, name string) (seminar.Seminar, error) {
	if name == "" {
		return d.Seminar(ctx, "")
	}
	all, err := d.Seminars(ctx)
	if err != nil {
		return seminar.Seminar{}, err
	}
	var found []seminar.Seminar
	for _, s := range all {
		if string(s.ID) == name {
			return s, nil
		}
		for _, title := range s.Titles {
			if same(title, name) {
				found = append(found, s)
				break
			}
		}
	}
	switch len(found) {
	case 0:
		return seminar.Seminar{}, seminar.NotFound("seminar", name)
	case 1:
		return found[0], nil
	}
	return seminar.Seminar{}, seminar.Errorf(seminar.CodeSeminarChoice, "Several seminars have this title. Say the id of the one that is meant.")
}

// FindList finds a check-in list; the first one for "".
func (d *Desk) FindList(ctx context.Context, of seminar.ID, name string) (seminar.List, error) {
	lists, err := d.Lists(ctx, of)
	if err != nil {
		return seminar.List{}, err
	}
	if name == "" && len(lists) > 0 {
		return lists[0], nil
	}
	return find(lists, "list", name, func(l seminar.List) (seminar.ID, string) { return l.ID, l.Name })
}

// FindSession finds a session by its title.
func (d *Desk) FindSession(ctx context.Context, of seminar.ID, name string) (seminar.Session, error) {
	all, err := d.Sessions(ctx, of)
	if err != nil {
		return seminar.Session{}, err
	}
	return find(all, "session", name, func(s seminar.Session) (seminar.ID, string) { return s.ID, s.Title })
}

// FindCategory finds a category.
func (d *Desk) FindCategory(ctx context.Context, of seminar.ID, name string) (seminar.Category, error) {
	all, err := d.Categories(ctx, of)
	if err != nil {
		return seminar.Category{}, err
	}
	return find(all, "category", name, func(c seminar.Category) (seminar.ID, string) { return c.ID, c.Name })
}

// FindDelegation finds a delegation by its name or country. Where several are called so, such as two of one country, none is
// meant: code ambiguous.
func (d *Desk) FindDelegation(ctx context.Context, of seminar.ID, name string) (seminar.Delegation, error) {
	all, err := d.Delegations(ctx, of)
	if err != nil {
		return seminar.Delegation{}, err
	}
	var found []seminar.Delegation
	for _, v := range all {
		if string(v.ID) == name {
			return v, nil
		}
		if v.Country != "" && same(v.Country, name) || same(v.Name, name) {
			found = append(found, v)
		}
	}
	switch len(found) {
	case 0:
		return seminar.Delegation{}, seminar.NotFound("delegation", name)
	case 1:
		return found[0], nil
	}
	return seminar.Delegation{}, seminar.Errorf(seminar.CodeAmbiguous, "Several delegations answer to “{name}”. Use the name or the id of one.").WithArg("name", name)
}

// same compares names as people write them: whatever the case, the spaces around, and the way accents are put together.
func same(a, b string) bool {
	return strings.EqualFold(norm.NFC.String(strings.TrimSpace(a)), norm.NFC.String(strings.TrimSpace(b)))
}

func find[T any](all []T, what, name string, of func(T) (seminar.ID, string)) (T, error) {
	for _, t := range all {
		if id, title := of(t); string(id) == name || same(title, name) {
			return t, nil
		}
	}
	var none T
	return none, seminar.NotFound(what, name)
}

// Owner finds one registration of a seminar by attendee id, badge code or badge number.
func (d *Desk) Owner(ctx context.Context, of seminar.ID, code string) (seminar.RosterRow, error) {
	return owner(ctx, d, of, code)
}

func owner(ctx context.Context, r Reader, of seminar.ID, code string) (seminar.RosterRow, error) {
	owners, err := r.Codes(ctx, code)
	if err != nil {
		return seminar.RosterRow{}, err
	}
	for _, o := range owners {
		if o.SeminarID == of && o.Kind != CodeRevoked {
			return row(ctx, r, of, o.AttendeeID, "")
		}
	}
	return seminar.RosterRow{}, seminar.NotFound("attendee", code)
}

// row gives one attendee's line in a seminar, with presence on a list.
func row(ctx context.Context, r Reader, of, attendee, list seminar.ID) (seminar.RosterRow, error) {
	rows, err := r.Roster(ctx, seminar.RosterFilter{SeminarID: of, ListID: list, Only: []seminar.ID{attendee}, Limit: 1})
	if err == nil && len(rows) == 0 {
		err = seminar.NotFound("attendee", string(attendee))
	}
	if err != nil {
		return seminar.RosterRow{}, err
	}
	return rows[0], nil
}

// FindInitiative finds an initiative by its title.
func (d *Desk) FindInitiative(ctx context.Context, of seminar.ID, name string) (seminar.Initiative, error) {
	all, err := d.Initiatives(ctx, of)
	if err != nil {
		return seminar.Initiative{}, err
	}
	return find(all, "initiative", name, func(v seminar.Initiative) (seminar.ID, string) { return v.ID, v.Title })
}
