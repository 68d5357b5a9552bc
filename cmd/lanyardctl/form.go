package main

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/document"
	"lanyard/internal/document/wording"
	"lanyard/internal/seminar"
)

// formJSON is a registration form that was written.
type formJSON struct {
	File     string             `json:"file"`
	Pages    int                `json:"pages"`
	Warnings []document.Warning `json:"warnings"`
}

func (p *program) formCommand() *cobra.Command {
	var out, whom, tags string
	var fields []string
	c := command("form --out F.pdf", "Write the registration form for people who fill it in on paper", "form --out form.pdf --lang en,az", cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			for _, name := range fields {
				if !slices.Contains(document.FormFields(), name) {
					return usage(fmt.Errorf("--field is one of %s, not %q", strings.Join(document.FormFields(), ", "), name))
				}
			}
			languages, err := p.formLanguages(tags)
			if err != nil {
				return err
			}
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			attendee := seminar.ID("")
			if whom != "" {
				owner, err := p.desk.Owner(ctx, s.ID, whom)
				if err != nil {
					return err
				}
				attendee = owner.AttendeeID
			}
			form, err := p.desk.FormFor(ctx, s.ID, attendee)
			if err != nil {
				return err
			}
			form.Languages, form.Fields = languages, fields
			setter := p.setter()
			doc, warnings := document.Form(form, document.Options{Lang: p.lang, Setter: setter})
			pages := len(doc.Pages) // writing uses them up
			if err := p.writePDF(ctx, out, setter, &doc); err != nil {
				return err
			}
			return p.print(formJSON{out, pages, full(warnings)}, func(w io.Writer) {
				fmt.Fprintf(w, "%s: %d pages\n", out, pages)
				plainWarnings(w, warnings)
			})
		})
	f := c.Flags()
	f.StringVar(&out, "out", "", "the file (- is standard output)")
	f.StringVar(&tags, "lang", "", "the form's language, or two with a comma between for both beside each other: "+strings.Join(wording.Tags(), ", ")+" (default: --language)")
	f.StringVar(&whom, "attendee", "", "filled in for somebody to check and sign: an id, code or badge number")
	f.StringArrayVar(&fields, "field", nil, "ask for this beside the seminar's own questions (may be repeated; default: all of "+strings.Join(document.FormFields(), ", ")+")")
	c.MarkFlagRequired("out")
	return c
}

// formLanguages are the languages that --lang means.
func (p *program) formLanguages(tags string) ([]string, error) {
	if tags == "" {
		return nil, nil
	}
	languages := strings.Split(strings.ToLower(tags), ",")
	for i, tag := range languages {
		languages[i] = strings.TrimSpace(tag)
		if !slices.Contains(wording.Tags(), wording.Base(tag)) {
			return nil, usage(fmt.Errorf("--lang is one or two of %s, not %q", strings.Join(wording.Tags(), ", "), tag))
		}
	}
	if len(languages) > 2 {
		return nil, usage(fmt.Errorf("a form has two languages at the most"))
	}
	return languages, nil
}
