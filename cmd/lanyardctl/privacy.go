package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/filing"
	"lanyard/internal/seminar"
)

func (p *program) dossierCommand() *cobra.Command {
	var out string
	c := command("dossier ID --out F.pdf|F.json", "Write all that is kept about one person", "attendees dossier A-012 --out dossier.pdf",
		cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			kind := strings.ToLower(filepath.Ext(strings.TrimSuffix(out, filing.Sealed)))
			if kind != ".pdf" && kind != ".json" && out != standard {
				return usage(fmt.Errorf("a dossier is a .pdf or .json file, not %q", out))
			}
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			who, err := p.desk.Owner(ctx, s.ID, args[0])
			if err != nil {
				return err
			}
			of, err := p.desk.Dossier(ctx, who.AttendeeID)
			if err != nil {
				return err
			}
			if out, err = p.sealed(out); err != nil {
				return err
			}
			if kind == ".pdf" {
				setter := p.setter()
				doc := document.DossierPages(of, document.Options{Lang: p.lang, Setter: setter})
				err = p.writePDF(ctx, out, setter, &doc)
			} else {
				err = p.writeFile(ctx, out, of.JSON)
			}
			if err != nil {
				return err
			}
			return p.print(map[string]any{"file": out, "seminars": len(of.Seminars), "operations": len(of.Journal)},
				func(w io.Writer) { fmt.Fprintln(w, out) })
		})
	c.Flags().StringVar(&out, "out", "", "the file (- is JSON on standard output)")
	p.sealFlag(c.Flags())
	c.MarkFlagRequired("out")
	return c
}

// surely is what a person types to anonymise from a command line, since nothing brings people back.
const surely = "anonymise"

func (p *program) anonymiseCommand() *cobra.Command {
	var e desk.Erasure
	var whole, discard bool
	var confirm string
	c := command("anonymise [ID…]", "Take away, for good, what tells who people are; every figure stays",
		"attendees anonymise A-012 --confirm anonymise", cobra.ArbitraryArgs, func(ctx context.Context, args []string) error {
			if one := len(args) > 0; one == (whole || e.EndedBefore != "") || whole && e.EndedBefore != "" {
				return usage(fmt.Errorf("say who: people by their ids, or --everybody of the seminar, or those of seminars that --ended-before a day"))
			}
			if !e.DryRun && confirm != surely {
				return usage(fmt.Errorf("nothing brings these people back: see what would go with --dry-run, then say --confirm %s", surely))
			}
			s, err := p.seminarOrNone(ctx, e.EndedBefore == "")
			if err != nil {
				return err
			}
			for _, a := range args {
				who, err := p.desk.Owner(ctx, s.ID, a)
				if err != nil {
					return err
				}
				e.Attendees = append(e.Attendees, who.AttendeeID)
			}
			if whole {
				e.SeminarID = s.ID
			}
			e.Word, e.Progress = p.lang.T("privacy.person"), p.progress("people")
			done, err := p.desk.Anonymise(ctx, e)
			if err != nil {
				return err
			}
			if discard && !e.DryRun && done.Unfinished == nil {
				if err := p.desk.Discard(ctx, done.Copies); err != nil {
					return err
				}
				done.Copies = []desk.Snapshot{}
			}
			done.Copies = full(done.Copies)
			if err := p.print(done, func(w io.Writer) { p.plainErased(w, done) }); err != nil {
				return err
			}
			return done.Unfinished
		})
	f := c.Flags()
	f.BoolVar(&whole, "everybody", false, "all people of the seminar who are registered in no other")
	f.StringVar(&e.EndedBefore, "ended-before", "", "all people of seminars whose last day is before this one, 2025-07-18")
	f.BoolVar(&e.DryRun, "dry-run", false, "say what would go, and change nothing")
	f.StringVar(&confirm, "confirm", "", "the word “"+surely+"”: it cannot be undone")
	f.BoolVar(&discard, "discard-copies", false, "delete the snapshots beside the workspace that still hold them")
	return c
}

// seminarOrNone opens the workspace, and gives the seminar where one is meant.
func (p *program) seminarOrNone(ctx context.Context, one bool) (seminar.Seminar, error) {
	if one {
		return p.seminar(ctx)
	}
	return seminar.Seminar{}, p.open(ctx)
}

func (p *program) plainErased(w io.Writer, done desk.Erased) {
	fmt.Fprintf(w, "%d people, %d operations; %d photos, %d notes, %d written answers, %d certificates\n", done.People, done.Operations,
		done.Photos, done.Notes, done.Answers, done.Certificates)
	for _, k := range done.Kept {
		fmt.Fprintf(w, "kept: %s (%s)\n", k.Name, k.Seminar)
	}
	for _, m := range done.Mentions {
		fmt.Fprintf(w, "still named in a text: %s (%s)\n", m.Name, m.Where)
	}
	for _, c := range done.Copies {
		fmt.Fprintf(w, "still in: %s\n", c.Path)
	}
}

func (p *program) consentCommand() *cobra.Command {
	var wording, language, where string
	c := command("consent ID given|refused|withdrawn", "Record what somebody said to their data being kept and used",
		`attendees consent A-012 given --wording "I agree that my data are kept."`, cobra.ExactArgs(2), func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			state, place := seminar.ConsentState(args[1]), seminar.ConsentPlace(where)
			if !slices.Contains(seminar.ConsentStates(), state) || !slices.Contains(seminar.ConsentPlaces(), place) {
				return usage(fmt.Errorf("a consent is given, refused or withdrawn, at the desk, on a form or by an import"))
			}
			who, err := p.desk.Owner(ctx, s.ID, args[0])
			if err != nil {
				return err
			}
			if language == "" {
				language = p.lang.Tag()
			}
			_, err = p.desk.RecordConsent(ctx, s.ID, who.AttendeeID, seminar.Agreed{State: state, Wording: wording, Language: language, Where: place})
			if err != nil {
				return err
			}
			now, err := p.desk.Person(ctx, s.ID, who.AttendeeID)
			if err != nil {
				return err
			}
			return p.print(now.Attendee.Consent, func(w io.Writer) { fmt.Fprintln(w, now.Attendee.Name(), state) })
		})
	f := c.Flags()
	f.StringVar(&wording, "wording", "", "the text as it was shown (default: the one recorded before)")
	f.StringVar(&language, "language-of-wording", "", "its language (default: that of this run)")
	f.StringVar(&where, "where", "desk", "desk, form or import")
	return c
}
