package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// seriesJSON are the figures of a series.
type seriesJSON struct {
	ID       seminar.ID       `json:"id"`
	Title    string           `json:"title"`
	People   int              `json:"people"` // different ones who came
	Seminars []seriesLineJSON `json:"seminars"`
}

type seriesLineJSON struct {
	ID         seminar.ID     `json:"id"`
	Title      string         `json:"title"`
	Start      string         `json:"start"`
	Registered int            `json:"registered"`
	Arrived    int            `json:"arrived"`
	Returned   int            `json:"returned"`
	Countries  map[string]int `json:"countries"`
}

func (p *program) seriesCommand() *cobra.Command {
	return command("series", "The series with their seminars: registered, arrived, and who of them had come before", "series --json", cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			if err := p.open(ctx); err != nil {
				return err
			}
			all, err := p.desk.Series(ctx)
			if err != nil {
				return err
			}
			answer := make([]seriesJSON, len(all))
			for i, f := range all {
				answer[i] = seriesJSON{f.Series.ID, f.Series.Title, f.People, nil}
				for _, l := range f.Seminars {
					answer[i].Seminars = append(answer[i].Seminars, seriesLineJSON{l.Seminar.ID, l.Seminar.Title(p.lang.Tag()), l.Seminar.Start,
						l.Registered, l.Arrived, l.Returned, l.Countries})
				}
			}
			return list(p, answer, func(w io.Writer, s seriesJSON) {
				fmt.Fprintf(w, "%s\t%d\n", s.Title, s.People)
				for _, l := range s.Seminars {
					fmt.Fprintf(w, "  %s\t%d\t%d\t%d\t%s\n", l.Start, l.Registered, l.Arrived, l.Returned, l.Title)
				}
			})
		})
}

// carryCommand registers people of an earlier seminar.
func (p *program) carryCommand() *cobra.Command {
	var from, category, delegation, country string
	var came, dry bool
	c := command("carry --from SEMINAR", "Register people of an earlier seminar of this workspace, as they are", `attendees carry --from "Heritage" --came`, cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			to, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			earlier, err := p.desk.FindSeminar(ctx, from)
			if err != nil {
				return err
			}
			f := desk.CarryFilter{From: earlier.ID, Came: came}
			var r seminar.Registration
			if err := p.group(ctx, earlier, &r, category, delegation); err != nil {
				return err
			}
			if r.CategoryID != "" {
				f.Categories = []seminar.ID{r.CategoryID}
			}
			if r.DelegationID != "" {
				f.Delegations = []seminar.ID{r.DelegationID}
			}
			if country != "" {
				f.Countries = []string{country}
			}
			people, err := p.desk.Carryables(ctx, to.ID, f)
			if err != nil {
				return err
			}
			var ids []seminar.ID
			for _, one := range people {
				ids = append(ids, one.Row.AttendeeID)
			}
			var done desk.Carried
			if !dry {
				if done, err = p.desk.CarryOver(ctx, earlier.ID, to.ID, ids); err != nil {
					return err
				}
			}
			answer := map[string]any{"chosen": len(ids), "registered": done.Registered, "here": done.Here, "waiting": done.Waiting,
				"pending": done.Pending, "missing": full(done.Missing), "operation": done.Action}
			return p.print(answer, func(w io.Writer) { fmt.Fprintf(w, "%d\t%d\n", len(ids), done.Registered) })
		})
	c.Flags().StringVar(&from, "from", "", "the earlier seminar: its id or title")
	c.Flags().BoolVar(&came, "came", false, "only who came")
	c.Flags().StringVar(&category, "category", "", "of this category there")
	c.Flags().StringVar(&delegation, "delegation", "", "of this delegation there")
	c.Flags().StringVar(&country, "country", "", "ISO 3166-1 alpha-2")
	c.Flags().BoolVar(&dry, "dry-run", false, "only count them")
	c.MarkFlagRequired("from")
	return c
}
