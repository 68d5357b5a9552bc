package desk

import (
	"cmp"
	"context"
	"crypto/rand"
	"fmt"
	"maps"
	"strings"
	"time"

	"lanyard/internal/blueprint"
	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
)

// Making is what is said of a seminar that is made of another one or of a template; what is empty is as there.
type Making struct {
	Titles    map[string]string
	Start     string // first day, 2006-01-02; it is required
	Zone      string
	Venue     string
	Organiser string
	Series    *string // the title of the series that it is in, of which one that there is not yet is added; "" is none
}

// CloneSeminar makes a seminar like another one, without its people, on days from another first one.
func (d *Desk) CloneSeminar(ctx context.Context, from seminar.ID, m Making) (seminar.Seminar, Action, error) {
	b, err := d.Blueprint(ctx, from)
	if err != nil {
		return seminar.Seminar{}, "", err
	}
	return d.MakeSeminar(ctx, b, m)
}

// MakeSeminar makes a seminar of a blueprint, with keys and ids of its own, as one action. Errors: seminar.Problems, those of the
// things in it with their place, such as "sessions[3].title".
func (d *Desk) MakeSeminar(ctx context.Context, b *blueprint.Blueprint, m Making) (seminar.Seminar, Action, error) {
	if err := d.Require(ctx, seminar.RightManage); err != nil {
		return seminar.Seminar{}, "", err
	}
	ids := map[string]string{}
	fresh := func(id seminar.ID) {
		if id != "" {
			ids[string(id)] = string(newID())
		}
	}
	eachThing(b, func(_ string, _ int, id seminar.ID) { fresh(id) })
	for _, file := range b.Templates {
		fresh(seminar.ID(templateID(file)))
	}
	now, err := blueprint.Renamed(*b, ids)
	if err != nil {
		return seminar.Seminar{}, "", err
	}
	s := seminarOf(now, m)
	if err := ValidateSeminar(s).OrNil(); err != nil {
		return s, "", err
	}
	s.CodeKey, s.SignKey = make([]byte, 32), make([]byte, 32)
	rand.Read(s.CodeKey)
	rand.Read(s.SignKey)
	parts, err := partsOf(now, s)
	if err != nil {
		return s, "", err
	}
	pictures := map[template.Source][]byte{}
	for source, data := range now.Pictures {
		pictures[template.Source(source)] = data
	}
	changed, pieces, err := cutPictures(pictures)
	if err != nil {
		return s, "", err
	}
	for source, ids := range changed {
		*s.Picture(source) = ids
	}
	action, err := d.write(ctx, func(c *change) error {
		if err := c.inSeries(ctx, &s, m.Series); err != nil {
			return err
		}
		if _, err := c.set(ctx, seminar.EntitySeminar, s.ID, seminar.Seminar{}, s); err != nil {
			return err
		}
		for _, one := range parts.things {
			if _, err := c.set(ctx, one.entity, one.id, one.empty, one.now); err != nil {
				return err
			}
		}
		return c.keepPieces(ctx, append(pieces, parts.pieces...))
	})
	return s, action, err
}

// seminarOf is the seminar of a blueprint with what is said of it.
func seminarOf(b blueprint.Blueprint, m Making) seminar.Seminar {
	s := b.Seminar
	s.ID, s.Start, s.End = newID(), m.Start, m.Start
	if _, err := time.Parse(time.DateOnly, m.Start); err == nil {
		s.End = blueprint.LastDay(m.Start, b.Days)
		if s.EraseAfter == "" && b.EraseDays > 0 {
			s.EraseAfter = blueprint.Erases(s.End, b.EraseDays)
		}
	}
	if len(m.Titles) > 0 {
		s.Titles = maps.Clone(m.Titles)
	}
	s.Zone, s.Venue, s.Organiser = cmp.Or(m.Zone, s.Zone), cmp.Or(m.Venue, s.Venue), cmp.Or(m.Organiser, s.Organiser)
	return s
}

// made is a thing that is to be written.
type made struct {
	entity     seminar.Entity
	id         seminar.ID
	empty, now any
}

type parts struct {
	things   []made
	pieces   []seminar.Piece
	problems seminar.Problems
}

// put notes a thing, and what is wrong with it by its place.
func put[T any](p *parts, e seminar.Entity, id seminar.ID, now T, place string, i int, wrong seminar.Problems) {
	for _, one := range wrong {
		p.problems = append(p.problems, one.WithField(strings.TrimSuffix(fmt.Sprintf("%s[%d].%s", place, i, one.Field), ".")))
	}
	var empty T
	p.things = append(p.things, made{e, id, empty, now})
}

// partsOf are the things of a seminar that is made of a blueprint.
func partsOf(b blueprint.Blueprint, s seminar.Seminar) (*parts, error) {
	p := &parts{}
	for i, v := range b.Sessions {
		one := v.On(s)
		one.ID, one.Start, one.End = orNew(one.ID), one.Start.UTC(), one.End.UTC()
		put(p, seminar.EntitySession, one.ID, one, "sessions", i, ValidateSession(one))
	}
	for i, v := range b.Categories {
		v.ID, v.SeminarID, v.Colour = orNew(v.ID), s.ID, cmp.Or(v.Colour, greyBand)
		put(p, seminar.EntityCategory, v.ID, v, "categories", i, named(v.Name, "name"))
	}
	for i, v := range b.Delegations {
		v.ID, v.SeminarID, v.Name = orNew(v.ID), s.ID, cmp.Or(v.Name, v.Country)
		put(p, seminar.EntityDelegation, v.ID, v, "delegations", i, named(v.Name, "name"))
	}
	for i, v := range b.Lists {
		v = blueprint.ListOn(v, s)
		v.ID, v.Frequency = orNew(v.ID), cmp.Or(v.Frequency, seminar.Once)
		put(p, seminar.EntityList, v.ID, v, "lists", i, validateList(&v, s))
	}
	if len(b.Lists) == 0 {
		v := entrance(s)
		put(p, seminar.EntityList, v.ID, v, "lists", 0, nil)
	}
	for i, v := range b.Questions {
		v.ID, v.SeminarID, v.Type = orNew(v.ID), s.ID, cmp.Or(v.Type, seminar.TypeText)
		put(p, seminar.EntityQuestion, v.ID, v, "questions", i, validateQuestion(v, b.Questions))
	}
	for i, file := range b.Templates {
		t, err := template.Parse(file)
		if err != nil {
			p.problems = append(p.problems, seminar.Errorf(blueprint.CodeValue, "{place}: “{value}” cannot stand here.").
				WithArg("place", fmt.Sprintf("templates[%d]", i)).WithArg("value", err.Error()).WithField(fmt.Sprintf("templates[%d]", i)))
			continue
		}
		kept, pieces, err := takeApart(*t)
		if err != nil {
			return nil, err
		}
		kept.SeminarID = s.ID
		put(p, seminar.EntityTemplate, kept.ID, kept, "templates", i, nil)
		p.pieces = append(p.pieces, pieces...)
	}
	return p, p.problems.OrNil()
}
