package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
)

// kindJSON is a kind of certificate as scripts read it.
type kindJSON struct {
	seminar.CertificateKind
	Asks []string `json:"asks"` // what it asks for, a sentence each
}

func (p *program) kindsCommand() *cobra.Command {
	c := command("kinds", "List the kinds of certificate with what each asks for", "certificates kinds --json", cobra.NoArgs, func(ctx context.Context, _ []string) error {
		s, err := p.seminar(ctx)
		if err != nil {
			return err
		}
		return p.printKinds(ctx, s)
	})
	var titles []string
	var layout, condition string
	set := command("set ID", "Add a kind of certificate, or change one",
		"certificates kinds set participation --title en=Participation",
		cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			return p.changeKinds(ctx, func(s *seminar.Seminar) error {
				kind := seminar.CertificateKind{ID: args[0]}
				if layout != "" {
					found, err := p.desk.Layout(ctx, s.ID, template.Certificate, layout)
					if err != nil {
						return err
					}
					kind.Template = found.ID
				}
				if condition != "" {
					if !json.Valid([]byte(condition)) {
						return usage(fmt.Errorf("the condition is no JSON: %s", condition))
					}
					kind.Condition = json.RawMessage(condition)
				}
				for _, t := range titles {
					tag, text, ok := strings.Cut(t, "=")
					if !ok || tag == "" {
						return usage(fmt.Errorf("a title is written as en=Certificate of attendance, and not as %q", t))
					}
					if kind.Titles == nil {
						kind.Titles = map[string]string{}
					}
					kind.Titles[tag] = text
				}
				s.Kinds = slices.Clone(s.CertificateKinds())
				if i := slices.IndexFunc(s.Kinds, func(k seminar.CertificateKind) bool { return k.ID == kind.ID }); i >= 0 {
					s.Kinds[i] = kind
				} else {
					s.Kinds = append(s.Kinds, kind)
				}
				return nil
			})
		})
	f := set.Flags()
	f.StringArrayVar(&titles, "title", nil, "what it is called, as LANGUAGE=TEXT (default: the language's own words)")
	f.StringVar(&layout, "template", "", "its layout, by id or name (default: the one that is called as the kind is)")
	f.StringVar(&condition, "condition", "", "what it asks for, as an all/any table such as {\"var\":\"category\",\"op\":\"in\",\"value\":[\"Speaker\"]} (default: a check-in, and the seminar's share of the sessions that count)")
	remove := command("remove ID", "Take a kind out; what was issued stays", "certificates kinds remove participation", cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
		return p.changeKinds(ctx, func(s *seminar.Seminar) error {
			if _, err := s.CertificateKind(args[0]); err != nil || args[0] == "" {
				return seminar.NotFound("certificate kind", args[0])
			}
			s.Kinds = slices.DeleteFunc(slices.Clone(s.CertificateKinds()), func(k seminar.CertificateKind) bool { return strings.EqualFold(k.ID, args[0]) })
			return nil
		})
	})
	c.AddCommand(set, remove)
	return c
}

func (p *program) changeKinds(ctx context.Context, change func(*seminar.Seminar) error) error {
	s, err := p.seminar(ctx)
	if err != nil {
		return err
	}
	if err := change(&s); err != nil {
		return err
	}
	if _, err := p.desk.SaveSeminar(ctx, s); err != nil {
		return err
	}
	return p.printKinds(ctx, s)
}

func (p *program) printKinds(ctx context.Context, s seminar.Seminar) error {
	var all []kindJSON
	for _, k := range s.CertificateKinds() {
		one := kindJSON{CertificateKind: k, Asks: []string{}}
		asks, err := p.desk.ConditionsOf(ctx, s.ID, k.ID)
		if err != nil {
			asks = []*seminar.Error{seminar.Errorf(seminar.CodeOf(err), p.sentence(err))}
		}
		for _, a := range asks {
			one.Asks = append(one.Asks, p.lang.Err(a))
		}
		all = append(all, one)
	}
	return list(p, all, func(w io.Writer, k kindJSON) {
		fmt.Fprintf(w, "%s\t%s\t%s\n", k.ID, k.Title(p.lang.Tag()), strings.Join(k.Asks, " "))
	})
}

func (p *program) prefixCommand() *cobra.Command {
	return command("prefix [PREFIX]", "Show or set what stands before the year in serial numbers; \"\" is nothing", "certificates prefix ICESCO",
		cobra.MaximumNArgs(1), func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			if len(args) == 1 {
				s.SerialPrefix = args[0]
				if _, err := p.desk.SaveSeminar(ctx, s); err != nil {
					return err
				}
			}
			answer := map[string]string{"prefix": s.SerialPrefix, "example": s.SerialNumber("A", 12)}
			return p.print(answer, func(w io.Writer) { fmt.Fprintln(w, answer["example"]) })
		})
}
