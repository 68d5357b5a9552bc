package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/document"
	"lanyard/internal/export"
	"lanyard/internal/filing"
	"lanyard/internal/seminar"
)

func (p *program) exportCommand() *cobra.Command {
	var out, what, as string
	var plain bool
	var sorted sorting
	var kinds, agreed []string
	for _, w := range export.Whats() {
		kinds = append(kinds, string(w))
	}
	c := command("export --out F.xlsx|F.csv|F.json|F.vcf|F.ics", "Write people, programme, delegations, initiatives or check-ins into a file",
		"export --what programme --out programme.ics", cobra.NoArgs, func(ctx context.Context, _ []string) error {
			if !slices.Contains(kinds, what) {
				return usage(fmt.Errorf("--what is one of %s", strings.Join(kinds, ", ")))
			}
			name := strings.TrimSuffix(out, filing.Sealed)
			if out == standard {
				name = "." + strings.TrimPrefix(as, ".")
			}
			if formats := export.What(what).Formats(); !slices.Contains(formats, strings.ToLower(filepath.Ext(name))) {
				return usage(fmt.Errorf("%s can be a %s file, not %q", what, strings.Join(formats, ", "), name))
			}
			order, err := sorted.order()
			if err != nil {
				return err
			}
			if len(agreed) > 0 && what != string(export.People) {
				return usage(errors.New("--consent goes with --what people"))
			}
			if out, err = p.sealed(out); err != nil {
				return err
			}
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			left := 0
			x := export.Export{Desk: p.desk, Lang: p.lang, Seminar: s, Plain: plain, Progress: p.progress(what)}
			if what == string(export.People) {
				f := seminar.RosterFilter{SeminarID: s.ID, Order: order}
				if f.ListID, err = p.listOrNone(ctx, s, ""); err != nil {
					return err
				}
				if f.AgreedTo, err = p.agreedTo(ctx, s.ID, agreed); err != nil {
					return err
				}
				if x.Rows, err = p.roster(ctx, f, sorted); err != nil {
					return err
				}
				if len(agreed) > 0 {
					if left, err = p.desk.Count(ctx, seminar.RosterFilter{SeminarID: s.ID}); err != nil {
						return err
					}
					left -= len(x.Rows)
				}
			}
			n := 0
			err = p.writeFile(ctx, out, func(w io.Writer) (err error) {
				n, err = x.Write(ctx, w, export.What(what), name)
				return err
			})
			if err != nil {
				return err
			}
			return p.written(out, n, len(agreed) > 0, left, nil)
		})
	f := c.Flags()
	f.StringVar(&out, "out", "", "the file; its ending says what it is (- is standard output, as --as says)")
	f.StringVar(&what, "what", string(export.People), strings.Join(kinds, ", "))
	f.StringVar(&as, "as", "csv", "what goes to standard output: xlsx, csv, json, vcf or ics")
	f.BoolVar(&plain, "no-bom", false, "a CSV without the mark by which spreadsheets know UTF-8")
	agreedFlag(f, &agreed)
	p.sealFlag(f)
	sorted.flag(f)
	sorted.languageFlag(f)
	c.MarkFlagRequired("out")
	return c
}

// written says of a file of people what is in it and, where only some were asked for, how many are not. Warnings are of a report.
func (p *program) written(file string, rows int, some bool, left int, warnings []document.Warning) error {
	said := map[string]any{"file": file, "rows": rows}
	if warnings != nil {
		said["warnings"] = warnings
	}
	text := fmt.Sprintf("%s: %d rows", file, rows)
	if some {
		said["left_out"] = left
		text += fmt.Sprintf("; left out, not having agreed: %d", left)
	}
	return p.print(said, func(w io.Writer) {
		fmt.Fprintln(w, text)
		plainWarnings(w, warnings)
	})
}
