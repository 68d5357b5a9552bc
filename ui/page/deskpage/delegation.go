package deskpage

import (
	"context"
	"slices"
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/names"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// A delegation among the people found is a row without an attendee: its name, its country, and in the place of the
// organisation how many there are.

// isDelegation says whether a row is a delegation and no person.
func isDelegation(r seminar.RosterRow) bool { return r.AttendeeID == "" && r.DelegationID != "" }

func rowOf(v seminar.Delegation) seminar.RosterRow {
	return seminar.RosterRow{DelegationID: v.ID, GivenName: v.Name, Country: v.Country}
}

// delegationsFor are the delegations that a text can mean, by the beginnings of words in their name or their country's, in
// any script; none for a single letter, which begins too much.
func (p *Page) delegationsFor(text string) []seminar.Delegation {
	if len([]rune(strings.TrimSpace(text))) < 2 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.known.delegations), func(v seminar.Delegation) bool {
		country := ""
		if v.Country != "" {
			country = p.env.Lang.Country(v.Country)
		}
		return !begins(text, v.Name, country) && !strings.EqualFold(v.Country, strings.TrimSpace(text))
	})
}

// begins says whether each word of a text is the beginning of a word of a name.
func begins(text string, name ...string) bool {
	keys := strings.Fields(names.KeysOf(name...).Strict)
	words := strings.Fields(text)
	for _, word := range words {
		found := slices.ContainsFunc(names.QueryForms(word, names.Strict), func(f names.Form) bool {
			return slices.ContainsFunc(keys, func(key string) bool { return key == f.Text || !f.Whole && strings.HasPrefix(key, f.Text) })
		})
		if !found {
			return false
		}
	}
	return len(words) > 0
}

// among puts delegations before the people that a text found; but behind the first whose own name begins so, whom Enter
// still means.
func among(text string, people []seminar.RosterRow, some []seminar.Delegation) []seminar.RosterRow {
	at := 0
	if len(people) > 0 && begins(text, people[0].GivenName, people[0].FamilyName, people[0].NativeName) {
		at = 1
	}
	for i, v := range some {
		people = slices.Insert(people, at+i, rowOf(v))
	}
	return people
}

// figure puts how many there are into the rows of delegations, once they are counted: nobody waits for it.
func (p *Page) figure(rows []seminar.RosterRow) {
	var ids []seminar.ID
	for _, r := range rows {
		if isDelegation(r) {
			ids = append(ids, r.DelegationID)
		}
	}
	if len(ids) == 0 {
		p.sizing.Cancel()
		return
	}
	d, list := p.env.Desk(), p.list
	p.sizing.Run(p.env.Context, p.env.Run, func(ctx context.Context) (map[seminar.ID]desk.DelegationSize, error) {
		sizes := map[seminar.ID]desk.DelegationSize{}
		for _, id := range ids {
			var err error
			if sizes[id], err = d.DelegationSize(ctx, list, id); err != nil {
				return nil, err
			}
		}
		return sizes, nil
	}, func(sizes map[seminar.ID]desk.DelegationSize, err error) {
		if err != nil { // nobody asked: the delegations are there without
			p.env.Log.Warn("delegations", "error", err)
			return
		}
		l := p.env.Lang
		for i, r := range p.rows {
			if size, ok := sizes[r.DelegationID]; ok && isDelegation(r) && i < len(p.results.Results) {
				p.rows[i].Organisation = l.T("desk.group.size", "expected", l.Number(size.Expected), "arrived", l.Number(size.Arrived))
				p.results.Results[i] = p.delegationResult(p.rows[i])
			}
		}
		p.results.Refresh()
	})
}

func (p *Page) delegationResult(r seminar.RosterRow) widgets.Result {
	return widgets.Result{ID: string(r.DelegationID), Title: r.Name(), Meta: r.Organisation, Tag: p.env.Lang.T("column.delegation"),
		Flag: p.flag(r.Country), Icon: theme.IconGroup}
}

// Delegations offers all delegations of the seminar to choose from.
func (p *Page) Delegations() {
	if p.list.ID == "" || p.panel || p.asking || len(p.known.delegations) == 0 {
		return
	}
	p.take()
	if p.entry.Text() != "" {
		p.entry.Clear()
	}
	p.offer(among("", nil, p.known.delegations), "")
}
