package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/document"
	"lanyard/internal/page"
	"lanyard/internal/pdf"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// badgeOptions are how badges are made.
type badgeOptions struct{ template string }

// badgesJSON is what became of a print of badges.
type badgesJSON struct {
	Badges   int                `json:"badges"`
	Pages    int                `json:"pages"`
	Warnings []document.Warning `json:"warnings"`
}

func (p *program) badgesCommand() *cobra.Command {
	var o badgeOptions
	var out, only string
	var replace bool
	c := command("badges --out F.pdf", "Make badges, and mark them printed", "badges --out badges.pdf --only unprinted",
		cobra.NoArgs, func(ctx context.Context, _ []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			rows, err := p.chosen(ctx, s, only)
			if err != nil {
				return err
			}
			if replace {
				if only == "" || only == "all" || only == "unprinted" {
					return usage(fmt.Errorf("--replace takes the people whose badges were lost: --only ID,…"))
				}
				ids := make([]seminar.ID, len(rows))
				for i, r := range rows {
					ids[i] = r.AttendeeID
				}
				if _, err := p.desk.Replace(ctx, s.ID, ids); err != nil {
					return err
				}
				if rows, err = p.chosen(ctx, s, only); err != nil {
					return err
				}
			}
			answer, err := p.writeBadges(ctx, s, rows, out, o)
			if err != nil || out == "-" {
				return err
			}
			return p.print(answer, func(w io.Writer) {
				fmt.Fprintf(w, "%d badges on %d pages in %s\n", answer.Badges, answer.Pages, out)
				for _, warning := range answer.Warnings {
					fmt.Fprintf(w, "%s: %s\n", warning.AttendeeID, warning.Message)
				}
			})
		})
	f := c.Flags()
	f.StringVar(&out, "out", "", "the file (- is standard output)")
	f.StringVar(&only, "only", "unprinted", "unprinted, all, or ids, codes or badge numbers with commas between")
	f.StringVar(&o.template, "template", "", "the badge's template (default: the standard one)")
	f.BoolVar(&replace, "replace", false, "give new codes and revoke the old ones")
	c.MarkFlagRequired("out")
	return c
}

// chosen are the registrations that --only means; cancelled ones get no paper unless they are named.
func (p *program) chosen(ctx context.Context, s seminar.Seminar, only string) ([]seminar.RosterRow, error) {
	f := seminar.RosterFilter{SeminarID: s.ID, Order: seminar.ByFamilyName,
		Status: []seminar.Status{seminar.Confirmed, seminar.Pending, seminar.Waitlisted}}
	switch only {
	case "all":
	case "", "unprinted":
		f.Unprinted = true
	default:
		f.Status = nil
		for _, name := range strings.Split(only, ",") {
			row, err := p.desk.Owner(ctx, s.ID, strings.TrimSpace(name))
			if err != nil {
				return nil, err
			}
			f.Only = append(f.Only, row.AttendeeID)
		}
	}
	return p.desk.Roster(ctx, f)
}

func (p *program) writeBadges(ctx context.Context, s seminar.Seminar, rows []seminar.RosterRow, out string, o badgeOptions) (badgesJSON, error) {
	answer := badgesJSON{Badges: len(rows), Warnings: []document.Warning{}}
	if len(rows) == 0 {
		return answer, seminar.Errorf(seminar.CodeNotFound, "There is nobody to make a badge for.")
	}
	badges, err := p.desk.BadgesFor(ctx, s.ID, rows)
	if err != nil {
		return answer, err
	}
	setter := typeset.New()
	doc, warnings := document.Badges(badges, document.Options{Lang: p.lang, Template: o.template, Setter: setter})
	answer.Pages, answer.Warnings = len(doc.Pages), append(answer.Warnings, warnings...)
	if err := p.writePDF(out, setter, &doc); err != nil {
		return answer, err
	}
	_, err = p.desk.MarkPrinted(ctx, s.ID, rows, o.template)
	return answer, err
}

func (p *program) writePDF(out string, setter *typeset.Setter, doc *page.Document) error {
	return p.writeFile(out, func(w io.Writer) error { return pdf.Write(w, setter, doc) })
}
