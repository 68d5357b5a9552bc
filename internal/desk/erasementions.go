package desk

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// alone is up to how many people a part of a name is looked for by itself: of many, half the texts would have one of them.
const alone = 20

// shortest is how many letters a part of a name has, at the least, that is looked for by itself.
const shortest = 4

// naming finds the texts that name somebody who is anonymised, such as a session's title or a note about somebody else. They are
// not that person's, and stay; somebody has to look at them.
type naming struct {
	people []calling
	by     map[string][]sought // by the longest word
}

// calling is what one person is or was called.
type calling struct {
	name  string
	parts [][]string // words, each of which is looked for whole
	full  [][]string
}

type sought struct {
	person int
	words  []string
}

// called remembers somebody by the name that they have, and what the operations about them ever called them.
func (n *naming) called(name string, ops []journal.Operation) {
	c := calling{name: name}
	seen := map[string]bool{}
	add := func(to *[][]string, text string) {
		if words := wordsOf(text); len(words) > 0 && !seen[strings.Join(words, " ")] {
			seen[strings.Join(words, " ")] = true
			*to = append(*to, words)
		}
	}
	for _, o := range ops {
		var a seminar.Attendee
		if e, _, _ := o.Kind.Split(); e != seminar.EntityAttendee || o.Erased() || json.Unmarshal(o.Says(), &a) != nil {
			continue
		}
		c.name = cmp.Or(c.name, a.Name())
		if a.GivenName != "" && a.FamilyName != "" {
			add(&c.full, a.Name())
		}
		add(&c.full, a.NativeName)
		if a.Email != "" {
			add(&c.full, a.Email)
		}
		for _, part := range []string{a.GivenName, a.FamilyName} {
			if utf8.RuneCountInString(part) >= shortest {
				add(&c.parts, part)
			}
		}
	}
	if c.name != "" {
		n.people = append(n.people, c)
	}
}

// index makes what is looked for findable.
func (n *naming) index() {
	n.by = map[string][]sought{}
	for i, c := range n.people {
		all := c.full
		if len(n.people) <= alone || len(c.full) == 0 {
			all = append(slices.Clone(all), c.parts...)
		}
		for _, words := range all {
			longest := slices.MaxFunc(words, func(a, b string) int { return cmp.Compare(len(a), len(b)) })
			n.by[longest] = append(n.by[longest], sought{i, words})
		}
	}
}

// in gives the names of those whom a text names.
func (n *naming) in(text string) []string {
	words := wordsOf(text)
	var named []string
	for _, w := range words {
		for _, s := range n.by[w] {
			all := !slices.ContainsFunc(s.words, func(w string) bool { return !slices.Contains(words, w) })
			if name := n.people[s.person].name; all && !slices.Contains(named, name) {
				named = append(named, name)
			}
		}
	}
	return named
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(norm.NFC.String(text)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
}

// mentions tells the texts that are left and name somebody. The names of files that people came from go.
func (e *erasing) mentions(ctx context.Context) error {
	if len(e.naming.people) == 0 {
		return nil
	}
	e.naming.index()
	type place struct {
		entity seminar.Entity
		id     seminar.ID
	}
	found := map[place][]string{}
	var order []place
	if err := e.EachText(ctx, func(entity seminar.Entity, id seminar.ID, text string) error {
		at := place{entity, id}
		for _, name := range e.naming.in(text) {
			if found[at] == nil {
				order = append(order, at)
			}
			if !slices.Contains(found[at], name) {
				found[at] = append(found[at], name)
			}
		}
		return ctx.Err()
	}); err != nil {
		return err
	}
	for _, at := range order {
		if at.entity == seminar.EntityImport {
			ops, err := e.Operations(ctx, OperationFilter{Subject: at.id, Kinds: []journal.Kind{journal.KindOf(seminar.EntityImport, journal.Add)}})
			if err != nil {
				return err
			}
			if _, err := e.take(ctx, at.id, ops, remainder{at: e.at}); err != nil {
				return err
			}
			continue
		}
		where, err := e.titled(ctx, at.entity, at.id)
		if err != nil {
			return err
		}
		for _, name := range found[at] {
			e.done.Mentions = append(e.done.Mentions, Mention{Name: name, Where: where})
		}
	}
	return nil
}

// titled is what a thing is called in which somebody is named; of what is about a person, the person.
func (e *erasing) titled(ctx context.Context, entity seminar.Entity, id seminar.ID) (string, error) {
	var thing struct {
		Title, Name, Text string
		Titles            map[string]string
		Attendee          seminar.ID
	}
	if _, err := e.Get(ctx, entity, id, &thing); err != nil {
		return "", err
	}
	if entity == seminar.EntityAttendee {
		thing.Attendee = id
	}
	if thing.Attendee != "" && entity != seminar.EntityInitiative {
		var a seminar.Attendee
		_, err := e.Get(ctx, seminar.EntityAttendee, thing.Attendee, &a)
		return a.Name(), err
	}
	return cmp.Or(thing.Title, thing.Name, seminar.Seminar{Titles: thing.Titles}.Title("en"), thing.Text, string(id)), nil
}
