package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/filing"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
)

func (p *program) dossierCommand() *cobra.Command {
	var out, lang string
	c := command("dossier ID --out F.pdf|F.json", "Write all that is kept about one person", "attendees dossier A-012 --out dossier.pdf",
		cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			kind := strings.ToLower(filepath.Ext(strings.TrimSuffix(out, filing.Sealed)))
			if kind != ".pdf" && kind != ".json" && out != standard {
				return usage(fmt.Errorf("a dossier is a .pdf or .json file, not %q", out))
			}
			o := document.Options{Lang: p.lang}
			if lang != "" {
				if !speaks(lang) {
					return usage(fmt.Errorf("no document speaks %q", lang))
				}
				o.Lang = i18n.OpenDocument(lang)
			}
			_, who, err := p.whose(ctx, args[0])
			if err != nil {
				return err
			}
			of, err := p.desk.Dossier(ctx, who.AttendeeID, o.Lang.Tag())
			if err != nil {
				return err
			}
			if out, err = p.sealed(out); err != nil {
				return err
			}
			if kind == ".pdf" {
				o.Setter = p.setter()
				doc := document.DossierPages(of, o)
				err = p.writePDF(ctx, out, o.Setter, &doc)
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
	c.Flags().StringVar(&lang, "lang", "", "language of the PDF, as of reports (default: that of --language)")
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
			said := 0
			for _, one := range []bool{len(args) > 0, whole, e.EndedBefore != "", e.Due} {
				if one {
					said++
				}
			}
			if said != 1 {
				return usage(fmt.Errorf("say who: people by their ids, or --everybody of the seminar, or those of seminars that --ended-before a day, or that are --due"))
			}
			if !e.DryRun && confirm != surely {
				return usage(fmt.Errorf("nothing brings these people back: see what would go with --dry-run, then say --confirm %s", surely))
			}
			s, err := p.seminarOrNone(ctx, e.EndedBefore == "" && !e.Due)
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
	f.BoolVar(&e.Due, "due", false, "all people of seminars whose --erase-after is over")
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
