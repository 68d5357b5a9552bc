package main

import (
	"context"
	"fmt"
	"io"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/names"
)

// duplicateJSON is two registrations that are probably one person's, as scripts read them.
type duplicateJSON struct {
	A       attendeeJSON   `json:"a"`
	B       attendeeJSON   `json:"b"`
	Score   float64        `json:"score"` // 0 to 1
	Reasons []names.Reason `json:"reasons"`
}

func (p *program) duplicatesCommand() *cobra.Command {
	return command("duplicates", "Propose who is registered twice, and say why", "attendees duplicates --json", cobra.NoArgs,
		func(ctx context.Context, _ []string) error {
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			found, err := p.desk.Duplicates(ctx, s.ID, p.progress("people"))
			if err != nil {
				return err
			}
			d, err := p.describer(ctx, s)
			if err != nil {
				return err
			}
			pairs := make([]duplicateJSON, len(found))
			for i, f := range found {
				pairs[i] = duplicateJSON{d.of(f.A), d.of(f.B), hundredths(f.Score), f.Reasons}
			}
			return list(p, pairs, func(w io.Writer, v duplicateJSON) {
				fmt.Fprintf(w, "%.2f\t%s\t%s\t%s\n", v.Score, inBrief(v.A), inBrief(v.B), p.why(v.Reasons))
			})
		})
}

// inBrief is a person in one cell of a table.
func inBrief(a attendeeJSON) string {
	name := strings.TrimSpace(a.GivenName + " " + a.FamilyName)
	if name == "" {
		name = a.NativeName
	}
	if a.Organisation != "" {
		name += ", " + a.Organisation
	}
	return a.BadgeNumber + " " + name
}

// why says the reasons of a likeness in the language asked for.
func (p *program) why(reasons []names.Reason) string {
	words := make([]string, len(reasons))
	for i, r := range reasons {
		words[i] = p.lang.T("common.likeness." + string(r))
	}
	return strings.Join(words, ", ")
}

func hundredths(x float64) float64 { return math.Round(x*100) / 100 }

// plainTwin says that a new person of a file is probably somebody else.
func (p *program) plainTwin(w io.Writer, v desk.ImportTwin) {
	other := v.Name
	if v.OtherRow > 0 {
		other = fmt.Sprintf("%s of row %d", v.Name, v.OtherRow)
	}
	fmt.Fprintf(w, "row %d is probably %s: %s\n", v.Row, other, p.why(v.Reasons))
}
