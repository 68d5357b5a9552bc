package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lanyard/internal/seminar"
)

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
			s, who, err := p.whose(ctx, args[0])
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
