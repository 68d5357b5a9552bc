package desk

import (
	"context"
	"slices"
	"strings"

	"lanyard/internal/names"
	"lanyard/internal/seminar"
)

// InitiativeLine is an initiative with the names of what it refers to.
type InitiativeLine struct {
	seminar.Initiative
	Who        string // who put it forward, as they are called now
	Session    string
	Delegation string

	all, who names.Keys
}

// InitiativeBook is what was put forward in a seminar, to be looked through.
type InitiativeBook struct{ Lines []InitiativeLine }

// InitiativeFilter chooses initiatives. Empty fields choose all; of a field of several any will do.
type InitiativeFilter struct {
	Search     string // over title, theme, text, who and delegation, in any script, by the beginnings of words
	Session    []seminar.ID
	Delegation []seminar.ID
	Theme      []string
	Status     []seminar.InitiativeStatus
}

// InitiativeBook reads the initiatives of a seminar, in their order.
func (d *Desk) InitiativeBook(ctx context.Context, of seminar.ID) (InitiativeBook, error) {
	var b InitiativeBook
	list, err := d.Initiatives(ctx, of)
	if err != nil || len(list) == 0 {
		return b, err
	}
	sessions, err := d.Sessions(ctx, of)
	if err != nil {
		return b, err
	}
	delegations, err := d.Delegations(ctx, of)
	if err != nil {
		return b, err
	}
	people := seminar.RosterFilter{SeminarID: of}
	titles, groups, who := map[seminar.ID]string{}, map[seminar.ID]string{}, map[seminar.ID]seminar.RosterRow{}
	for _, v := range sessions {
		titles[v.ID] = v.Title
	}
	for _, v := range delegations {
		groups[v.ID] = v.Name
	}
	for _, v := range list {
		if v.AttendeeID != "" && !slices.Contains(people.Only, v.AttendeeID) {
			people.Only = append(people.Only, v.AttendeeID)
		}
	}
	if len(people.Only) > 0 {
		rows, err := d.Roster(ctx, people)
		if err != nil {
			return b, err
		}
		for _, r := range rows {
			who[r.AttendeeID] = r
		}
	}
	for _, v := range list {
		line := InitiativeLine{Initiative: v, Who: v.By, Session: titles[v.SessionID], Delegation: groups[v.DelegationID]}
		person := []string{v.By}
		if r, here := who[v.AttendeeID]; here {
			line.Who = r.Formal()
			person = []string{r.GivenName, r.FamilyName, r.NativeName, r.BadgeName}
		}
		line.who = names.KeysOf(append(person, line.Delegation)...)
		line.all = names.KeysOf(append(person, line.Delegation, v.Title, v.Theme, v.Text)...)
		b.Lines = append(b.Lines, line)
	}
	return b, nil
}

// Find gives the lines that a filter chooses, in their order. Words that are written so nowhere are looked for as they sound:
// "arxiv" in «архив».
func (b InitiativeBook) Find(f InitiativeFilter) []InitiativeLine {
	query, searched := names.NewQuery(f.Search), strings.TrimSpace(f.Search) != ""
	var found, sounding []InitiativeLine
	for _, l := range b.Lines {
		if !among(f.Session, l.SessionID) || !among(f.Delegation, l.DelegationID) || !among(f.Theme, l.Theme) || !among(f.Status, l.Status) {
			continue
		}
		switch tier, ok := l.match(query); {
		case !searched || ok && tier == names.Strict:
			found = append(found, l)
		case ok:
			sounding = append(sounding, l)
		}
	}
	if len(found) == 0 && loud(f.Search) {
		return sounding
	}
	return found
}

// loud says whether enough sounds of each word are left to look for it by them: of "qqqq" there is one, which much begins with.
func loud(search string) bool {
	const least = 3
	return !slices.ContainsFunc(names.Words(search), func(word string) bool {
		return slices.ContainsFunc(names.QueryForms(word, names.Loose), func(f names.Form) bool { return len(f.Text) < least })
	})
}

// match says whether a line is meant, and how it is written. Names, by their consonants too: those are too few to tell the words
// of a text apart.
func (l InitiativeLine) match(q names.Query) (names.Tier, bool) {
	if tier, ok := q.Match(l.all); ok && tier <= names.Loose {
		return tier, true
	}
	return q.Match(l.who)
}

func among[T comparable](some []T, one T) bool { return len(some) == 0 || slices.Contains(some, one) }

// Themes are those that were used, in the order of their first initiative.
func (b InitiativeBook) Themes() []string {
	var all []string
	for _, l := range b.Lines {
		if l.Theme != "" && !slices.Contains(all, l.Theme) {
			all = append(all, l.Theme)
		}
	}
	return all
}
