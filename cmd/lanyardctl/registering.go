package main

import (
	"context"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

func (p *program) registerCommand() *cobra.Command {
	var a seminar.Attendee
	var status, category, delegation, over string
	var answers []string
	var follow bool
	c := command("register", "Register one person",
		`register --given Leyla --family "Qafar-zadə" --country AZ --category Delegate`, cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			form := desk.Form{AnswersFollow: follow, Attendee: a, Registration: seminar.Registration{SeminarID: s.ID,
				Status: seminar.Status(status), Source: desk.SourceWalkIn, OverWhy: over}}
			if err := p.group(ctx, s, &form.Registration, category, delegation); err != nil {
				return err
			}
			if form.Registration.Answers, err = p.answersOf(ctx, s.ID, answers); err != nil {
				return err
			}
			done, err := p.desk.Register(ctx, form)
			if err != nil {
				return err
			}
			return p.show(ctx, s, done.Row, done.Notices)
		})
	f := c.Flags()
	f.StringVar(&a.GivenName, "given", "", "given name")
	f.StringVar(&a.FamilyName, "family", "", "family name")
	f.StringVar(&a.NativeName, "native", "", "the whole name in the person's own script")
	f.StringVar(&a.BadgeName, "badge-name", "", "the name on the badge, if another")
	f.StringVar(&a.Honorific, "honorific", "", "Dr, Prof…")
	f.StringVar(&a.Position, "position", "", "position")
	f.StringVar(&a.Organisation, "organisation", "", "organisation")
	f.StringVar(&a.Country, "country", "", "ISO 3166-1 alpha-2")
	f.StringVar(&a.Email, "email", "", "e-mail address")
	f.StringVar(&a.Phone, "phone", "", "phone, as +994 50 555 01 01")
	f.StringVar(&a.DeskNote, "note", "", "a note for the desk")
	f.BoolVar(&a.Attention, "attention", false, "ask the desk to look")
	f.StringVar(&status, "status", "", "confirmed (default), pending, waitlisted or cancelled")
	f.StringVar(&over, "over", "", "give a place beyond a quota, with this reason")
	f.StringVar(&category, "category", "", "id or name")
	f.StringVar(&delegation, "delegation", "", "id, name or country")
	f.StringArrayVar(&answers, "answer", nil, "ID=VALUE: the answer to one of the seminar's own questions (may be repeated)")
	f.BoolVar(&follow, "answers-follow", false, "register without answers that must be given")
	return c
}

// group puts a registration into a category and a delegation by name; "" leaves them.
func (p *program) group(ctx context.Context, s seminar.Seminar, r *seminar.Registration, category, delegation string) error {
	if category != "" {
		c, err := p.desk.FindCategory(ctx, s.ID, category)
		if err != nil {
			return err
		}
		r.CategoryID = c.ID
	}
	if delegation != "" {
		v, err := p.desk.FindDelegation(ctx, s.ID, delegation)
		if err != nil {
			return err
		}
		r.DelegationID = v.ID
	}
	return nil
}
