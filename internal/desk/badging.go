package desk

import (
	"cmp"
	"context"
	"slices"
	"time"

	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// BadgesFor gathers what the badges of some attendees show, in the order of the rows. A queue does not wait for another desk: of
// what is still on its way a badge has the standard layout instead of its template, and no picture, and says so.
func (d *Desk) BadgesFor(ctx context.Context, of seminar.ID, rows []seminar.RosterRow) ([]document.Badge, error) {
	g, err := d.groups(ctx, of)
	if err != nil {
		return nil, err
	}
	sessions, err := d.Sessions(ctx, of)
	if err != nil {
		return nil, err
	}
	questions, err := d.Questions(ctx, of)
	if err != nil {
		return nil, err
	}
	var series seminar.Series
	if _, err := d.Get(ctx, seminar.EntitySeries, g.seminar.SeriesID, &series); err != nil {
		return nil, err
	}
	pictures, waiting, err := d.picturesOf(ctx, g.seminar.Pictures())
	if err != nil {
		return nil, err
	}
	layouts := d.badgeLayouts()
	badges := make([]document.Badge, len(rows))
	for i, r := range rows {
		a, err := get[seminar.Attendee](ctx, d, seminar.EntityAttendee, r.AttendeeID)
		if err != nil {
			return nil, err
		}
		badges[i] = document.Badge{Seminar: g.seminar, Attendee: a, Category: g.categories[r.CategoryID],
			Delegation: g.delegations[r.DelegationID].Name, Code: r.Code, Number: r.BadgeNumber,
			Sessions: sessions, Status: r.Status, Series: series.Title, Pictures: pictures, PicturesWait: waiting}
		if len(a.Photo) > 0 {
			badges[i].Attendee.Photo = nil         // thousands of photos are not held at once
			whenever := context.WithoutCancel(ctx) // the badge outlives this call
			badges[i].PhotoOf = func() ([]byte, error) {
				a, err := get[seminar.Attendee](whenever, d, seminar.EntityAttendee, r.AttendeeID)
				return a.Photo, err
			}
		}
		if badges[i].Answers, err = d.answers(ctx, questions, r.RegistrationID); err != nil {
			return nil, err
		}
		id := g.seminar.TemplateOf(g.categories[r.CategoryID])
		if badges[i].Layout, err = layouts.of(ctx, id); err != nil {
			return nil, err
		}
		badges[i].LayoutWaits = layouts.waiting[id]
	}
	return badges, nil
}

// answers are what somebody answered, in the order of the questions.
func (d *Desk) answers(ctx context.Context, questions []seminar.Question, registration seminar.ID) ([]document.Answer, error) {
	if len(questions) == 0 {
		return nil, nil
	}
	r, err := get[seminar.Registration](ctx, d, seminar.EntityRegistration, registration)
	var all []document.Answer
	for _, q := range questions {
		if text := r.Answers[q.ID]; text != "" {
			all = append(all, document.Answer{ID: q.ID, Question: q.Said(""), Text: q.Brief(text)})
		}
	}
	return all, err
}

// badgeLayouts are the templates of badges by their ids, each read once, and those of them that are still on their way.
type badgeLayouts struct {
	*Desk
	known   map[string]*template.Template
	waiting map[string]bool
}

func (d *Desk) badgeLayouts() badgeLayouts {
	return badgeLayouts{d, map[string]*template.Template{}, map[string]bool{}}
}

// of is the template of an id; nil is the standard one, as where it was taken away since or has not arrived yet, and where somebody
// who gets no badge is printed one all the same.
func (l badgeLayouts) of(ctx context.Context, id string) (*template.Template, error) {
	if id == "" || id == seminar.NoBadge {
		return nil, nil
	}
	if t, ok := l.known[id]; ok {
		return t, nil
	}
	t, err := l.layoutOfID(ctx, template.Badge, id)
	if seminar.CodeOf(err) == CodeTemplateWaiting {
		l.waiting[id], err = true, nil
	}
	if err != nil {
		return nil, err
	}
	l.known[id] = t
	return t, nil
}

// MarkPrinted records that badges came out of the printer, by a template or for "" by that of each one's category.
func (d *Desk) MarkPrinted(ctx context.Context, of seminar.ID, rows []seminar.RosterRow, chosen string) (Action, error) {
	g, err := d.groups(ctx, of)
	if err != nil {
		return "", err
	}
	layouts, names := d.badgeLayouts(), make([]string, len(rows))
	for i, r := range rows {
		t, err := layouts.of(ctx, cmp.Or(chosen, g.seminar.TemplateOf(g.categories[r.CategoryID])))
		if err != nil {
			return "", err
		}
		if t != nil {
			names[i] = t.ID
		}
	}
	printed := d.now().UTC().Format(time.RFC3339)
	return d.write(ctx, func(c *change) error {
		for i, r := range rows {
			body, err := fieldsOf(seminar.Badge{SeminarID: of, RegistrationID: r.RegistrationID, Code: r.Code,
				Template: names[i], PrintNumber: r.Prints + 1, Printed: printed})
			if err != nil {
				return err
			}
			err = c.append(ctx, journal.Draft{Kind: journal.KindOf(seminar.EntityBadge, journal.Add), Subject: newID(), Body: body})
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Replace gives lost badges new codes and revokes the old ones, of a merged person all of them.
func (d *Desk) Replace(ctx context.Context, of seminar.ID, attendees []seminar.ID) (Action, error) {
	if err := d.Require(ctx, seminar.RightReplace); err != nil {
		return "", err
	}
	s, err := get[seminar.Seminar](ctx, d, seminar.EntitySeminar, of)
	if err != nil {
		return "", err
	}
	return d.write(ctx, func(c *change) error {
		for _, id := range attendees {
			all, err := c.Registrations(ctx, of, id)
			if err == nil && len(all) == 0 {
				err = seminar.NotFound("attendee", string(id))
			}
			if err != nil {
				return err
			}
			now := all[0]
			now.RevokedCodes = slices.Clone(now.RevokedCodes)
			for _, r := range all {
				now.RevokedCodes = append(now.RevokedCodes, r.Code)
			}
			if now.Code, err = seminar.NewCode(s.CodeKey); err != nil {
				return err
			}
			if _, err := c.set(ctx, seminar.EntityRegistration, now.ID, all[0], now); err != nil {
				return err
			}
		}
		return nil
	})
}

// groups are what registrations refer to, by id.
type groups struct {
	seminar     seminar.Seminar
	categories  map[seminar.ID]seminar.Category
	delegations map[seminar.ID]seminar.Delegation
}

func (d *Desk) groups(ctx context.Context, of seminar.ID) (groups, error) {
	g := groups{categories: map[seminar.ID]seminar.Category{}, delegations: map[seminar.ID]seminar.Delegation{}}
	var err error
	if g.seminar, err = get[seminar.Seminar](ctx, d, seminar.EntitySeminar, of); err != nil {
		return g, err
	}
	categories, err := d.Categories(ctx, of)
	if err != nil {
		return g, err
	}
	for _, c := range categories {
		g.categories[c.ID] = c
	}
	delegations, err := d.Delegations(ctx, of)
	for _, v := range delegations {
		g.delegations[v.ID] = v
	}
	return g, err
}
