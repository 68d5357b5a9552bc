package main

import (
	"context"
	"fmt"
	"image/png"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/filing"
	"lanyard/internal/page"
	"lanyard/internal/raster"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

func reportKinds() []string { return document.Kinds() }

func (p *program) reportCommand() *cobra.Command {
	var out, kind string
	var sorted sorting
	c := command("report --out F.pdf|F.xlsx|F.csv|F.json", "Report on a seminar", "report --out report.pdf --kind summary",
		cobra.NoArgs, func(ctx context.Context, _ []string) error {
			if !slices.Contains(reportKinds(), kind) {
				return usage(fmt.Errorf("--kind is one of %s", strings.Join(reportKinds(), ", ")))
			}
			if ext := reportType(out); !slices.Contains([]string{".pdf", ".xlsx", ".csv", ".json"}, ext) {
				return usage(fmt.Errorf("a report is a .pdf, .xlsx, .csv or .json file, not %q", out))
			}
			order, err := sorted.order()
			if err != nil {
				return err
			}
			if out, err = p.sealed(out); err != nil {
				return err
			}
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			summary, err := p.desk.SummaryBy(ctx, s.ID, order)
			if err != nil {
				return err
			}
			rows, err := p.writeReport(ctx, kind, summary, out)
			if err != nil {
				return err
			}
			return p.print(map[string]any{"file": out, "rows": rows}, func(w io.Writer) { fmt.Fprintf(w, "%s: %d rows\n", out, rows) })
		})
	c.Flags().StringVar(&out, "out", "", "the file; its ending says what it is (- is JSON on standard output)")
	p.sealFlag(c.Flags())
	c.Flags().StringVar(&kind, "kind", "summary", strings.Join(reportKinds(), ", "))
	sorted.flag(c.Flags())
	c.MarkFlagRequired("out")
	return c
}

// writeReport writes one kind of report, and says how many rows its table has.
func (p *program) writeReport(ctx context.Context, kind string, s document.Summary, out string) (int, error) {
	setter := p.setter()
	o := document.Options{Lang: p.lang, Setter: setter}
	log, err := p.logLines(ctx, kind, s)
	if err != nil {
		return 0, err
	}
	columns, rows := document.Table(kind, s, o)
	if kind == "log" {
		rows = nil
		for _, l := range log {
			rows = append(rows, []any{l.When, l.Who, l.Desk, l.What})
		}
	}
	switch reportType(out) {
	case ".pdf":
		doc := reportDocument(kind, s, log, o)
		return len(rows), p.writePDF(ctx, out, setter, &doc)
	case ".xlsx":
		return len(rows), p.writeFile(ctx, out, func(w io.Writer) error { return transfer.WriteXLSX(w, []transfer.Sheet{p.sheet(kind, columns, rows)}) })
	case ".csv":
		return len(rows), p.writeFile(ctx, out, func(w io.Writer) error { return transfer.WriteCSV(w, p.sheet(kind, columns, rows)) })
	}
	return len(rows), p.writeFile(ctx, out, func(w io.Writer) error { return reportJSON(w, kind, columns, rows) })
}

// reportType is what a report's file is, by its ending; JSON on standard output.
func reportType(out string) string {
	if out == standard {
		return ".json"
	}
	return strings.ToLower(filepath.Ext(strings.TrimSuffix(out, filing.Sealed)))
}

// logLines are the lines of the audit trail, in the order in which things happened.
func (p *program) logLines(ctx context.Context, kind string, s document.Summary) ([]document.LogLine, error) {
	if kind != "log" {
		return nil, nil
	}
	ops, err := p.desk.Operations(ctx, desk.OperationFilter{})
	if err != nil {
		return nil, err
	}
	slices.Reverse(ops)
	lines := make([]document.LogLine, len(ops))
	t := p.trail()
	for i, o := range ops {
		what, err := t.sentence(ctx, o)
		if err != nil {
			return nil, err
		}
		lines[i] = document.LogLine{When: o.Wall.In(s.Seminar.Location()), Who: o.Operator, Desk: o.Desk, What: what}
	}
	return lines, nil
}

func reportDocument(kind string, s document.Summary, log []document.LogLine, o document.Options) page.Document {
	switch kind {
	case "attendance":
		return document.Attendance(s, o)
	case "matrix":
		return document.Matrix(s, o)
	case "signin":
		return document.SignIn(s, o)
	case "delegations":
		return document.Delegations(s, o)
	case "log":
		return document.Log(log, s, o)
	}
	return document.Report(s, o)
}

func (p *program) sheet(kind string, columns []document.Column, rows [][]any) transfer.Sheet {
	s := transfer.Sheet{Name: p.lang.T("document." + kind), Rows: rows}
	if kind == document.KindSummary {
		s.Name = p.lang.T("document.report")
	}
	kinds := map[string]transfer.Kind{"text": transfer.Text, "number": transfer.Number, "time": transfer.Time}
	for _, c := range columns {
		s.Columns = append(s.Columns, transfer.Column{Title: c.Title, Width: c.Width, Kind: kinds[c.Kind]})
	}
	return s
}

func reportJSON(w io.Writer, kind string, columns []document.Column, rows [][]any) error {
	titles := make([]string, len(columns))
	for i, c := range columns {
		titles[i] = c.Title
	}
	return writeJSON(w, map[string]any{"kind": kind, "columns": titles, "rows": full(rows)})
}

func (p *program) previewCommand() *cobra.Command {
	var badge, certificate, report, out, side, layout string
	var dpi float64
	c := command("preview --badge ID|--certificate ID|--report KIND --out F.png", "One page as a picture",
		"preview --badge A-012 --out badge.png --dpi 150", cobra.NoArgs, func(ctx context.Context, _ []string) error {
			if side != string(document.Front) && side != string(document.Back) {
				return usage(fmt.Errorf("--side is %s or %s, not %q", document.Front, document.Back, side))
			}
			if dpi < 30 || dpi > 600 {
				return usage(fmt.Errorf("--dpi is 30 to 600, not %g", dpi))
			}
			said := 0
			for _, what := range []string{badge, certificate, report} {
				if what != "" {
					said++
				}
			}
			if said != 1 || report != "" && !slices.Contains(reportKinds(), report) {
				return usage(fmt.Errorf("say --badge ID, --certificate ID or --report KIND (%s)", strings.Join(reportKinds(), ", ")))
			}
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			kind := template.Badge
			if certificate != "" {
				kind = template.Certificate
			}
			setter := p.setter()
			options := document.Options{Lang: p.lang, Setter: setter, Side: document.Side(side)}
			if options.Template, err = p.layout(ctx, s, kind, layout); err != nil {
				return err
			}
			doc, warnings, err := p.previewed(ctx, s, badge, certificate, report, options)
			if err != nil {
				return err
			}
			img, err := raster.Render(setter, doc.Pages[0], dpi)
			if err != nil {
				return err
			}
			if err := p.writeFile(ctx, out, func(w io.Writer) error { return png.Encode(w, img) }); err != nil {
				return err
			}
			size := img.Bounds().Size()
			return p.print(map[string]any{"file": out, "width": size.X, "height": size.Y, "warnings": warnings}, func(w io.Writer) {
				fmt.Fprintln(w, out, size.X, size.Y)
				plainWarnings(w, warnings)
			})
		})
	f := c.Flags()
	f.StringVar(&badge, "badge", "", "whose badge (id, code or badge number)")
	f.StringVar(&side, "side", string(document.Front), "of a badge: front or back")
	f.StringVar(&certificate, "certificate", "", "whose certificate")
	f.StringVar(&layout, "template", "", "the layout of the badge or certificate, by id or name (default: its own)")
	f.StringVar(&report, "report", "", "the first page of a report: "+strings.Join(reportKinds(), ", "))
	f.StringVar(&out, "out", "", "the PNG file (- is standard output)")
	f.Float64Var(&dpi, "dpi", 150, "dots per inch, 30 to 600")
	c.MarkFlagRequired("out")
	return c
}

// previewed makes the document of one page; nothing is issued or marked.
func (p *program) previewed(ctx context.Context, s seminar.Seminar, badge, certificate, report string, o document.Options) (page.Document, []document.Warning, error) {
	switch {
	case badge != "":
		row, err := p.desk.Owner(ctx, s.ID, badge)
		if err != nil {
			return page.Document{}, nil, err
		}
		badges, err := p.desk.BadgesFor(ctx, s.ID, []seminar.RosterRow{row})
		if err != nil {
			return page.Document{}, nil, err
		}
		doc, warnings := document.Badges(badges, o)
		return doc, append([]document.Warning{}, warnings...), nil
	case certificate != "":
		row, err := p.desk.Owner(ctx, s.ID, certificate)
		if err != nil {
			return page.Document{}, nil, err
		}
		people, err := p.desk.Eligibility(ctx, s.ID)
		if err != nil {
			return page.Document{}, nil, err
		}
		i := slices.IndexFunc(people, func(e desk.Eligibility) bool { return e.Row.AttendeeID == row.AttendeeID })
		if i < 0 {
			return page.Document{}, nil, seminar.NotFound("attendee", certificate)
		}
		one, err := p.desk.CertificatePreview(ctx, s.ID, people[i])
		if err != nil {
			return page.Document{}, nil, err
		}
		doc, warnings := document.Certificates([]document.Certificate{one}, o)
		return doc, append([]document.Warning{}, warnings...), nil
	}
	summary, err := p.desk.Summary(ctx, s.ID)
	if err != nil {
		return page.Document{}, nil, err
	}
	log, err := p.logLines(ctx, report, summary)
	return reportDocument(report, summary, log, o), []document.Warning{}, err
}
