package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/photo"
	"lanyard/internal/seminar"
)

// photosJSON is what became of a folder of photos.
type photosJSON struct {
	Matched   []photoMatchJSON   `json:"matched"`
	Ambiguous []photoDoubtJSON   `json:"ambiguous"`
	Unmatched []string           `json:"unmatched"`
	Refused   []photoRefusalJSON `json:"refused"`
	Action    desk.Action        `json:"operation"` // "" if nothing was kept
}

type photoMatchJSON struct {
	File string       `json:"file"`
	By   desk.PhotoBy `json:"by"`
	photoPersonJSON
}

type photoPersonJSON struct {
	ID          seminar.ID `json:"id"`
	Name        string     `json:"name"`
	BadgeNumber string     `json:"badge_number"`
}

type photoDoubtJSON struct {
	File       string            `json:"file"`
	Candidates []photoPersonJSON `json:"candidates"`
	Others     []string          `json:"others,omitempty"` // the other files of the one candidate
}

type photoRefusalJSON struct {
	File   string `json:"file"`
	Code   string `json:"code"`
	Reason string `json:"reason"`
}

func (p *program) photosCommand() *cobra.Command {
	c := &cobra.Command{Use: "photos", Short: "Photos of the attendees"}
	var dry, newest bool
	take := command("import FOLDER|ZIP|FILE", "Keep photos for the people whom their file names mean: a badge's code or number, an id, an e-mail address, a name in any spelling",
		"photos import photos/ --dry-run --json", cobra.ExactArgs(1), func(ctx context.Context, args []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			if err := p.desk.Require(ctx, seminar.RightImport); err != nil {
				return err
			}
			files, closer, err := photo.Files(args[0])
			if errors.Is(err, os.ErrNotExist) {
				return seminar.NotFound("file", args[0])
			}
			if err != nil {
				return err
			}
			defer closer.Close()
			report, err := p.desk.MatchPhotos(ctx, s.ID, files, p.progress("photos"))
			if err != nil {
				return err
			}
			if newest {
				report.TakeNewest()
			}
			answer := p.photos(report)
			if !dry && len(report.Matched) > 0 {
				if answer.Action, err = p.keepPhotos(ctx, s, report); err != nil {
					return err
				}
			}
			return p.print(answer, func(w io.Writer) { plainPhotos(w, answer) })
		})
	take.Flags().BoolVar(&dry, "dry-run", false, "say whose photos they are, and change nothing")
	take.Flags().BoolVar(&newest, "newest", false, "of several files for one person, keep the one that was written last")
	c.AddCommand(take)
	return c
}

func (p *program) keepPhotos(ctx context.Context, s seminar.Seminar, report desk.PhotoReport) (desk.Action, error) {
	if _, err := p.store.Snapshot(ctx, "before import"); err != nil {
		return "", err
	}
	choices := make([]desk.PhotoChoice, len(report.Matched))
	for i, m := range report.Matched {
		choices[i] = desk.PhotoChoice{AttendeeID: m.Row.AttendeeID, Photo: m.Photo}
	}
	return p.desk.SavePhotos(ctx, s.ID, choices, nil)
}

// photos is a report in JSON.
func (p *program) photos(r desk.PhotoReport) photosJSON {
	person := func(row seminar.RosterRow) photoPersonJSON {
		return photoPersonJSON{row.AttendeeID, row.Name(), row.BadgeNumber}
	}
	all := photosJSON{Matched: []photoMatchJSON{}, Ambiguous: []photoDoubtJSON{}, Unmatched: []string{}, Refused: []photoRefusalJSON{}}
	for _, m := range r.Matched {
		all.Matched = append(all.Matched, photoMatchJSON{m.File, m.By, person(m.Row)})
	}
	for _, d := range r.Ambiguous {
		one := photoDoubtJSON{File: d.File, Others: d.Others}
		for _, row := range d.Candidates {
			one.Candidates = append(one.Candidates, person(row))
		}
		all.Ambiguous = append(all.Ambiguous, one)
	}
	for _, d := range r.Unmatched {
		all.Unmatched = append(all.Unmatched, d.File)
	}
	for _, f := range r.Refused {
		all.Refused = append(all.Refused, photoRefusalJSON{f.File, seminar.CodeOf(f.Err), p.lang.Err(f.Err)})
	}
	return all
}

func plainPhotos(w io.Writer, all photosJSON) {
	for _, m := range all.Matched {
		fmt.Fprintf(w, "%s\t%s %s (%s)\n", m.File, m.BadgeNumber, m.Name, m.By)
	}
	for _, d := range all.Ambiguous {
		if len(d.Others) > 0 {
			fmt.Fprintf(w, "%s\t%d files for one person, %s %s; the others: %s (--newest takes the last)\n", d.File, len(d.Others)+1, d.Candidates[0].BadgeNumber, d.Candidates[0].Name, strings.Join(d.Others, ", "))
			continue
		}
		fmt.Fprintf(w, "%s\tmay be:", d.File)
		for _, c := range d.Candidates {
			fmt.Fprintf(w, " %s %s;", c.BadgeNumber, c.Name)
		}
		fmt.Fprintln(w)
	}
	for _, f := range all.Unmatched {
		fmt.Fprintf(w, "%s\tnobody has this name or code\n", f)
	}
	for _, f := range all.Refused {
		fmt.Fprintf(w, "%s\t%s\n", f.File, f.Reason)
	}
	kept := "would be kept"
	if all.Action != "" {
		kept = "kept"
	}
	fmt.Fprintf(w, "%d %s, %d ambiguous, %d of nobody, %d refused\n", len(all.Matched), kept, len(all.Ambiguous), len(all.Unmatched), len(all.Refused))
}
