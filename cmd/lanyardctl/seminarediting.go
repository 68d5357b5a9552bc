package main

import (
	"context"
	"fmt"
	"io"
	"maps"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/text/language"

	"lanyard/internal/desk"
	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
)

// editSeminarCommand changes the seminar that --seminar means.
func (p *program) editSeminarCommand() *cobra.Command {
	var e event
	var titles []string
	var badge string
	var c *cobra.Command
	c = command("edit", "Change a seminar (--seminar): only what is said", `seminars edit --title "Heritage" --title-in az=İrs --venue Baku --badge-template a6-folded`, cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			s.Titles = maps.Clone(s.Titles)
			if c.Flags().Changed("title") {
				s.Titles["en"] = e.title
			}
			for _, one := range titles {
				tag, title, said := strings.Cut(one, "=")
				if _, err := language.Parse(tag); err != nil || !said {
					return usage(fmt.Errorf("--title-in is written as az=İrs, not %q", one))
				}
				if s.Titles[tag] = title; title == "" && tag != "en" {
					delete(s.Titles, tag)
				}
			}
			e.lay(c.Flags().Changed, &s)
			if c.Flags().Changed("badge-template") {
				if s.BadgeTemplate, err = p.badgeTemplate(ctx, s, badge); err != nil {
					return err
				}
			}
			save := p.desk.SaveSeminar
			if c.Flags().Changed("series") {
				save = func(ctx context.Context, s seminar.Seminar) (desk.Action, error) {
					return p.desk.SaveSeminarIn(ctx, s, nil, e.series)
				}
			}
			action, err := save(ctx, s)
			if err != nil {
				return err
			}
			if s, err = p.desk.Seminar(ctx, s.ID); err != nil {
				return err
			}
			answer := struct {
				eventJSON
				Operation string `json:"operation"` // "" if nothing was changed
			}{eventOf(s), string(action)}
			return p.print(answer, func(w io.Writer) { fmt.Fprintf(w, "%s\t%s\t%s\n", s.ID, s.Start, s.Title(p.lang.Tag())) })
		})
	f := e.flags(c).Flags()
	f.Lookup("title").Usage = "its title in English"
	for _, name := range []string{"title", "certificate-percent", "capacity", "waiting-list"} { // what is not said stays
		f.Lookup(name).DefValue = ""
	}
	f.Lookup("start").Usage, f.Lookup("end").Usage, f.Lookup("tz").Usage = "first day, as 2025-07-18", "last day", "IANA time zone, as Asia/Baku"
	f.StringArrayVar(&titles, "title-in", nil, "its title in another language, as az=İrs; az= takes it away")
	f.StringVar(&badge, "badge-template", "", "of categories that have none of their own: an id or a name, none for no badge, standard")
	return c
}

// lay puts the flags that said says were given over a seminar, but for its title.
func (e event) lay(said func(flag string) bool, over *seminar.Seminar) {
	for _, one := range []struct {
		flag, text string
		to         *string
	}{{"start", e.start, &over.Start}, {"end", e.end, &over.End}, {"tz", e.tz, &over.Zone}, {"venue", e.venue, &over.Venue}, {"organiser", e.organiser, &over.Organiser},
		{"erase-after", e.eraseAfter, &over.EraseAfter}} {
		if said(one.flag) {
			*one.to = one.text
		}
	}
	if said("certificate-percent") {
		over.Percent = e.percent
	}
	if said("capacity") {
		over.Capacity = e.capacity
	}
	if said("waiting-list") {
		over.WaitingList = e.waiting
	}
	if said("approval") {
		over.Approval = e.approval
	}
}

// badgeTemplate is what a seminar keeps for a template of badges that was named.
func (p *program) badgeTemplate(ctx context.Context, s seminar.Seminar, name string) (string, error) {
	switch name {
	case "", standardLayout:
		return "", nil
	case seminar.NoBadge:
		return name, nil
	}
	t, err := p.layout(ctx, s, template.Badge, name)
	if err != nil {
		return "", err
	}
	return t.ID, nil
}
