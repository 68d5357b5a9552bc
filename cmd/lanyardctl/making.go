package main

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"lanyard/internal/blueprint"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// making are the flags that say of a seminar what another one or a template does not.
type making struct{ title, start, tz, venue, organiser, series string }

func (m *making) flags(c *cobra.Command) *cobra.Command {
	f := c.Flags()
	f.StringVar(&m.title, "title", "", "its title (default: that of the other)")
	f.StringVar(&m.start, "start", "", "first day, as 2026-03-01")
	f.StringVar(&m.tz, "tz", "", "IANA time zone, as Asia/Baku")
	f.StringVar(&m.venue, "venue", "", "where it is held")
	f.StringVar(&m.organiser, "organiser", "", "who holds it")
	f.StringVar(&m.series, "series", "", "the title of the series that it belongs to; one that there is not yet is added")
	c.MarkFlagRequired("start")
	return c
}

func (m *making) said() desk.Making {
	v := desk.Making{Start: m.start, Zone: m.tz, Venue: m.venue, Organiser: m.organiser}
	if m.title != "" {
		v.Titles = map[string]string{"en": m.title}
	}
	if m.series != "" {
		v.Series = &m.series
	}
	return v
}

func (p *program) made(s seminar.Seminar, action desk.Action) error {
	answer := struct {
		eventJSON
		Operation desk.Action `json:"operation"`
	}{eventOf(s), action}
	return p.print(answer, func(w io.Writer) { fmt.Fprintf(w, "%s\t%s\t%s\n", s.ID, s.Start, s.Title(p.lang.Tag())) })
}

func (p *program) cloneSeminarCommand() *cobra.Command {
	var m making
	return m.flags(command("clone SEMINAR", "Make a seminar like another one (id or title), without its people", `seminars clone Heritage --start 2026-03-01`,
		cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			if err := p.open(ctx); err != nil {
				return err
			}
			from, err := p.desk.FindSeminar(ctx, args[0])
			if err != nil {
				return err
			}
			s, action, err := p.desk.CloneSeminar(ctx, from.ID, m.said())
			if err != nil {
				return err
			}
			return p.made(s, action)
		}))
}

// seminarTemplateCommand lists the templates of seminars, writes one, and makes a seminar of one.
func (p *program) seminarTemplateCommand() *cobra.Command {
	type one struct {
		ID     string            `json:"id"`
		Titles map[string]string `json:"titles"`
		Days   int               `json:"days"`
	}
	c := command("template", "List the templates of seminars that come with Lanyard", "seminars template", cobra.NoArgs, func(context.Context, []string) error {
		var all []one
		for _, b := range blueprint.Shipped(p.lang.Tag()) {
			all = append(all, one{b.ID, b.Seminar.Titles, b.Days})
		}
		return list(p, all, func(w io.Writer, v one) {
			fmt.Fprintf(w, "%s\t%d\t%s\n", v.ID, v.Days, seminar.Seminar{Titles: v.Titles}.Title(p.lang.Tag()))
		})
	})
	var out string
	export := command("export", "Write the seminar (--seminar) as a template: no people, no dates, no keys", "seminars template export --out regional.lanyard-seminar",
		cobra.NoArgs, func(ctx context.Context, _ []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			data, err := p.desk.SeminarTemplate(ctx, s.ID)
			if err != nil {
				return err
			}
			if err := p.writeFile(ctx, out, func(w io.Writer) error { _, err := w.Write(data); return err }); err != nil {
				return err
			}
			return p.print(map[string]any{"file": out}, func(w io.Writer) { fmt.Fprintln(w, out) })
		})
	export.Flags().StringVar(&out, "out", "", "the file (- is standard output)")
	export.MarkFlagRequired("out")
	var m making
	var in string
	use := m.flags(command("use FILE|ID", "Make a seminar of a template: a file, or one that comes with Lanyard", "seminars template use conference --start 2026-03-01 --title Heritage",
		cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			b, shipped := blueprint.ShippedNamed(args[0], cmp.Or(in, p.lang.Tag()))
			if !shipped {
				data, err := p.readFile(args[0], blueprint.MaxFile)
				if err != nil {
					return err
				}
				if b, err = blueprint.Parse(data); err != nil {
					return err
				}
			}
			if err := p.open(ctx); err != nil {
				return err
			}
			s, action, err := p.desk.MakeSeminar(ctx, b, m.said())
			if err != nil {
				return err
			}
			return p.made(s, action)
		}))
	use.Flags().StringVar(&in, "in", "", "the language of its sessions, categories and lists, as fr (default: that of the answers)")
	c.AddCommand(export, use)
	return c
}
