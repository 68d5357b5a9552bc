package desk

import (
	"context"
	"slices"

	"lanyard/internal/document"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// Dossier gathers all that the workspace keeps about one person, in every seminar, by whatever id of theirs, with
// titles and questions in a language (BCP 47) where they have it. Errors: those of Require, seminar.CodeNotFound.
func (d *Desk) Dossier(ctx context.Context, attendee seminar.ID, language string) (document.Dossier, error) {
	if err := d.Require(ctx, seminar.RightExport); err != nil {
		return document.Dossier{}, err
	}
	who, err := d.Identity(ctx)
	if err != nil {
		return document.Dossier{}, err
	}
	ids, err := d.Aliases(ctx, attendee)
	if err != nil {
		return document.Dossier{}, err
	}
	of := document.Dossier{Made: d.now(), Desk: who.Desk, People: []seminar.Attendee{}, Consents: []document.DossierConsent{}, Seminars: []document.DossierSeminar{},
		Merges: []seminar.Merge{}, Imports: []seminar.Import{}, Journal: []document.DossierEntry{}, Copies: []document.DossierCopy{}}
	for _, id := range ids {
		a, err := get[seminar.Attendee](ctx, d, seminar.EntityAttendee, id)
		if err != nil {
			return of, err
		}
		of.People = append(of.People, a)
		of.Consents = append(of.Consents, document.DossierConsent{Said: a.Consent})
	}
	registrations, err := d.Registrations(ctx, "", ids[0])
	if err != nil {
		return of, err
	}
	for _, r := range registrations {
		one, err := d.dossierOf(ctx, r, ids, language, &of)
		if err != nil {
			return of, err
		}
		of.Seminars = append(of.Seminars, one)
	}
	merges, err := all[seminar.Merge](ctx, d, seminar.EntityMerge, "")
	if err != nil {
		return of, err
	}
	for _, m := range merges {
		if slices.Contains(ids, m.KeepID) || slices.Contains(ids, m.DropID) {
			of.Merges = append(of.Merges, m)
		}
	}
	if err := d.dossierTrail(ctx, ids[0], &of); err != nil {
		return of, err
	}
	if d.keeper == nil {
		return of, nil
	}
	copies, err := d.keeper.Snapshots(ctx)
	for _, c := range copies {
		of.Copies = append(of.Copies, document.DossierCopy{Path: c.Path, Taken: c.Taken})
	}
	return of, err
}

// dossierOf is what is kept of one registration; what was agreed to there is put with all that was.
func (d *Desk) dossierOf(ctx context.Context, r seminar.Registration, ids []seminar.ID, language string, of *document.Dossier) (document.DossierSeminar, error) {
	s, err := d.Seminar(ctx, r.SeminarID)
	if err != nil {
		return document.DossierSeminar{}, err
	}
	one := document.DossierSeminar{Seminar: s.Title(language), Start: s.Start, End: s.End, Registration: r, Answers: []document.DossierAnswer{},
		Checkins: []document.DossierCheckin{}, Badges: []seminar.Badge{}, Certificates: []seminar.Certificate{}, Corrections: []seminar.Correction{},
		Initiatives: []seminar.Initiative{}, Sessions: map[seminar.ID]string{}}
	g, err := d.groups(ctx, s.ID)
	if err != nil {
		return one, err
	}
	one.Category, one.Delegation = g.categories[r.CategoryID].Name, g.delegations[r.DelegationID].Name
	questions, err := all[seminar.Question](ctx, d, seminar.EntityQuestion, s.ID)
	if err != nil {
		return one, err
	}
	for _, q := range questions {
		answer := r.Answers[q.ID]
		if a := q.Agreed(answer); q.Type == seminar.TypeConsent && a.State != "" {
			of.Consents = append(of.Consents, document.DossierConsent{Seminar: one.Seminar, To: q.Said(language), Said: a})
		} else if answer != "" {
			one.Answers = append(one.Answers, document.DossierAnswer{Question: q.Said(language), Answer: q.Record(answer)})
		}
	}
	lists, err := d.Lists(ctx, s.ID)
	if err != nil {
		return one, err
	}
	for _, list := range lists {
		rows, err := d.Checkins(ctx, list.ID, r.AttendeeID)
		if err != nil {
			return one, err
		}
		for _, c := range rows {
			c.Datetime = c.Datetime.In(s.Location())
			one.Checkins = append(one.Checkins, document.DossierCheckin{Checkin: c, List: list.Name, Undone: c.Undone})
		}
	}
	sessions, err := d.Sessions(ctx, s.ID)
	if err != nil {
		return one, err
	}
	for _, v := range sessions {
		one.Sessions[v.ID] = v.Title
	}
	if one.Badges, err = ofOne(ctx, d, seminar.EntityBadge, s.ID, func(b seminar.Badge) bool { return b.RegistrationID == r.ID }); err != nil {
		return one, err
	}
	if one.Certificates, err = ofOne(ctx, d, seminar.EntityCertificate, s.ID, func(c seminar.Certificate) bool { return c.RegistrationID == r.ID }); err != nil {
		return one, err
	}
	if one.Corrections, err = ofOne(ctx, d, seminar.EntityCorrection, s.ID, func(c seminar.Correction) bool { return slices.Contains(ids, c.AttendeeID) }); err != nil {
		return one, err
	}
	one.Initiatives, err = ofOne(ctx, d, seminar.EntityInitiative, s.ID, func(v seminar.Initiative) bool { return slices.Contains(ids, v.AttendeeID) })
	return one, err
}

// ofOne gives the things of a seminar that are somebody's; never nil.
func ofOne[T any](ctx context.Context, r Reader, e seminar.Entity, of seminar.ID, theirs func(T) bool) ([]T, error) {
	things, err := all[T](ctx, r, e, of)
	some := []T{}
	for _, t := range things {
		if theirs(t) {
			some = append(some, t)
		}
	}
	return some, err
}

// dossierTrail adds what the journal says about somebody, and the imports that they came with.
func (d *Desk) dossierTrail(ctx context.Context, id seminar.ID, of *document.Dossier) error {
	ops, err := d.Operations(ctx, OperationFilter{Subject: id, Whole: true})
	if err != nil {
		return err
	}
	slices.Reverse(ops)
	batches := map[string]bool{}
	for _, o := range ops {
		undone, err := d.Undone(ctx, o.ID)
		if err != nil {
			return err
		}
		batches[o.Batch] = true
		of.Journal = append(of.Journal, document.DossierEntry{ID: o.ID, When: o.Wall, Desk: o.Desk, Operator: o.Operator, Kind: string(o.Kind),
			Undone: undone, Erased: o.Erased(), Body: o.Says()})
	}
	imports, err := d.Operations(ctx, OperationFilter{Kinds: []journal.Kind{journal.KindOf(seminar.EntityImport, journal.Add)}})
	if err != nil {
		return err
	}
	for _, o := range imports {
		if !batches[o.Batch] {
			continue
		}
		var v seminar.Import
		if here, err := d.Get(ctx, seminar.EntityImport, o.Subject, &v); err != nil {
			return err
		} else if here {
			of.Imports = append(of.Imports, v)
		}
	}
	return nil
}
