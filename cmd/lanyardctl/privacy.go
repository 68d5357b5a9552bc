package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

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
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			who, err := p.desk.Owner(ctx, s.ID, args[0])
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

// consentJSON is a consent as lanyardctl writes it.
type consentJSON struct {
	Question seminar.ID     `json:"question"` // "" is that the data are kept and used
	Text     string         `json:"text"`
	Said     seminar.Agreed `json:"said"`
}

func (p *program) consentCommand() *cobra.Command {
	var wording, language, where, asked string
	c := command("consent ID [given|refused|withdrawn]", "Record what somebody said to what they are asked to agree to, or list all of it",
		`attendees consent A-012 given --wording "I agree that my data are kept."`, cobra.RangeArgs(1, 2), func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			who, err := p.desk.Owner(ctx, s.ID, args[0])
			if err != nil {
				return err
			}
			of, err := p.consentQuestion(ctx, s.ID, asked)
			if err != nil {
				return err
			}
			if len(args) == 2 {
				state, place := seminar.ConsentState(args[1]), seminar.ConsentPlace(where)
				if !slices.Contains(seminar.ConsentStates(), state) || !slices.Contains(seminar.ConsentPlaces(), place) {
					return usage(fmt.Errorf("a consent is given, refused or withdrawn, at the desk, on paper, on a form or by an import"))
				}
				said := seminar.Agreed{State: state, Wording: wording, Where: place}
				if wording != "" {
					said.Language = cmp.Or(language, p.lang.Tag())
				}
				if _, err := p.desk.RecordConsent(ctx, s.ID, who.AttendeeID, of, said); err != nil {
					return err
				}
			}
			consents, err := p.desk.Consents(ctx, s.ID, who.AttendeeID)
			if err != nil {
				return err
			}
			all := make([]consentJSON, len(consents))
			for i, c := range consents {
				all[i] = consentJSON{Text: p.lang.T("privacy.consent.data"), Said: c.Agreed}
				if c.Question != nil {
					all[i].Question, all[i].Text = c.Question.ID, c.Question.Said(p.lang.Tag())
				}
			}
			if len(args) == 1 {
				return p.print(all, func(w io.Writer) {
					for _, c := range all {
						fmt.Fprintf(w, "%-10s %-20s %s\n", cmp.Or(string(c.Said.State), "-"), c.Said.At, c.Text)
					}
				})
			}
			now := all[slices.IndexFunc(all, func(c consentJSON) bool { return c.Question == of })]
			return p.print(now.Said, func(w io.Writer) { fmt.Fprintln(w, who.Name(), now.Said.State) })
		})
	f := c.Flags()
	f.StringVar(&asked, "question", "", "one of the seminar's questions, by its id or text (default: that the data are kept and used)")
	f.StringVar(&wording, "wording", "", "the text as it was shown (default: the one recorded before, or the question's)")
	f.StringVar(&language, "language-of-wording", "", "its language (default: that of this run)")
	f.StringVar(&where, "where", "desk", "desk, paper, form or import")
	return c
}

// consentQuestion finds a question that asks for agreement; "" is that the data are kept and used.
func (p *program) consentQuestion(ctx context.Context, of seminar.ID, name string) (seminar.ID, error) {
	if name == "" {
		return "", nil
	}
	q, err := p.desk.FindQuestion(ctx, of, name)
	if err == nil && q.Type != seminar.TypeConsent {
		err = usage(fmt.Errorf("“%s” does not ask for agreement", q.Said("")))
	}
	return q.ID, err
}

// agreedFlag limits people to those who agreed to something.
func agreedFlag(f *pflag.FlagSet, names *[]string) {
	f.StringArrayVar(names, "consent", nil, "only who agreed to this: a question that asks for it, by id or text, or “"+string(seminar.AgreedData)+
		"” for data being kept and used (may be repeated)")
}

func (p *program) agreedTo(ctx context.Context, of seminar.ID, names []string) ([]seminar.ID, error) {
	var all []seminar.ID
	for _, name := range names {
		id := seminar.AgreedData
		if name != string(seminar.AgreedData) {
			var err error
			if id, err = p.consentQuestion(ctx, of, name); err != nil {
				return nil, err
			}
		}
		all = append(all, id)
	}
	return all, nil
}
