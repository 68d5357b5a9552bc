package main

import (
	"context"
	"errors"
	"fmt"
	"image/png"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/filing"
	"lanyard/internal/i18n"
	"lanyard/internal/page"
	"lanyard/internal/raster"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
	"lanyard/internal/typeset"
)

func reportKinds() []string { return document.Kinds() }

// wanted are the flags that say which report.
type wanted struct {
	kind, session, day, list, compare, lang string
	ticked                                  bool
	sorted                                  sorting
	agreed                                  []string
}

func newWanted(kind string) *wanted { return &wanted{kind: kind} }

// flags are those of the report command; preview has the kind in another flag, and no order.
func (w *wanted) flags(f *pflag.FlagSet) {
	f.StringVar(&w.compare, "compare", "", "of a comparison: the other seminar, by id or title (default: the one before)")
	f.StringVar(&w.session, "session", "", "of a signature sheet: the session, by id or title")
	f.StringVar(&w.day, "day", "", "of a signature sheet: the day, such as 2025-07-18")
	f.StringVar(&w.list, "list", "", "of a signature sheet: the check-in list, by id or name")
	f.BoolVar(&w.ticked, "ticked", false, "of a signature sheet: who came is ticked, with the time")
	agreedFlag(f, &w.agreed)
	var tags []string
	for _, l := range i18n.DocumentLanguages() {
		tags = append(tags, l.Tag)
	}
	f.StringVar(&w.lang, "lang", "", "language of the report: "+strings.Join(tags, ", ")+" (default: that of --language)")
}

// check says what is wrong with the flags.
func (w *wanted) check() error {
	if !slices.Contains(reportKinds(), w.kind) {
		return usage(fmt.Errorf("the kinds of report are %s", strings.Join(reportKinds(), ", ")))
	}
	narrowed := 0
	for _, v := range []string{w.session, w.day, w.list} {
		if v != "" {
			narrowed++
		}
	}
	if narrowed > 1 || w.kind != document.KindSignIn && (narrowed > 0 || w.ticked) {
		return usage(errors.New("say one of --session, --day or --list, and --ticked, with --kind signin only"))
	}
	if len(w.agreed) > 0 && !slices.Contains(desk.AgreedKinds(), w.kind) {
		return usage(fmt.Errorf("--consent goes with --kind %s", strings.Join(desk.AgreedKinds(), " or ")))
	}
	if w.compare != "" && w.kind != document.KindComparison {
		return usage(errors.New("--compare goes with --kind comparison"))
	}
	if w.lang != "" && !speaks(w.lang) {
		return usage(fmt.Errorf("no report speaks %q", w.lang))
	}
	return nil
}

// speaks says whether documents speak a language.
func speaks(tag string) bool {
	return slices.ContainsFunc(i18n.DocumentLanguages(), func(l struct{ Tag, Name string }) bool { return l.Tag == tag })
}

// reported composes the report that the flags ask for.
func (p *program) reported(ctx context.Context, s seminar.Seminar, w *wanted, setter *typeset.Setter) (document.Report, error) {
	var none document.Report
	asked := desk.Wanted{Seminar: s.ID, Kind: w.kind, Day: w.day, Ticked: w.ticked}
	var err error
	if w.sorted.by != "" {
		if asked.Order, err = w.sorted.order(); err != nil {
			return none, err
		}
	}
	if asked.Session, err = p.sessionID(ctx, s.ID, w.session); err != nil {
		return none, err
	}
	if asked.AgreedTo, err = p.agreedTo(ctx, s.ID, w.agreed); err != nil {
		return none, err
	}
	if w.list != "" {
		list, err := p.desk.FindList(ctx, s.ID, w.list)
		if err != nil {
			return none, err
		}
		asked.List = list.ID
	}
	if w.compare != "" {
		other, err := p.desk.FindSeminar(ctx, w.compare)
		if err != nil {
			return none, err
		}
		asked.Compare = other.ID
	}
	summary, err := p.desk.ReportOf(ctx, asked)
	if err != nil {
		return none, err
	}
	o := document.Options{Lang: p.lang, Setter: setter, Progress: p.progress("rows")}
	if w.lang != "" {
		o.Lang = i18n.OpenDocument(w.lang)
	}
	if w.kind == document.KindLog {
		ops, err := p.desk.Operations(ctx, desk.OperationFilter{})
		if err != nil {
			return none, err
		}
		if summary.Log, err = p.desk.Trail(o.Lang).Lines(ctx, desk.Told(ops), s.Location()); err != nil {
			return none, err
		}
	}
	return document.Compose(w.kind, summary, o), nil
}

func (p *program) reportCommand() *cobra.Command {
	var out string
	w := newWanted(document.KindSummary)
	c := command("report --out F.pdf|F.xlsx|F.csv|F.json", "Report on a seminar", "report --out report.pdf --kind summary --lang ar",
		cobra.NoArgs, func(ctx context.Context, _ []string) error {
			if err := w.check(); err != nil {
				return err
			}
			if ext := reportType(out); ext != "pdf" && !slices.Contains(transfer.ReportTypes(), ext) {
				return usage(fmt.Errorf("a report is a .pdf, .xlsx, .csv or .json file, not %q", out))
			}
			var err error
			if out, err = p.sealed(out); err != nil {
				return err
			}
			s, err := p.seminar(ctx)
			if err != nil {
				return err
			}
			r, err := p.writeReport(ctx, s, w, out)
			if err != nil {
				return err
			}
			return p.written(out, r.Rows(), len(w.agreed) > 0, r.LeftOut())
		})
	f := c.Flags()
	f.StringVar(&out, "out", "", "the file; its ending says what it is (- is JSON on standard output)")
	f.StringVar(&w.kind, "kind", document.KindSummary, strings.Join(reportKinds(), ", "))
	p.sealFlag(f)
	w.flags(f)
	f.StringVar(&w.sorted.by, "sort", "", orderNames()+"; with - before it, reversed (default: protocol for delegations, family for the others)")
	c.MarkFlagRequired("out")
	return c
}

// writeReport writes a report, and gives it.
func (p *program) writeReport(ctx context.Context, s seminar.Seminar, w *wanted, out string) (document.Report, error) {
	setter := p.setter()
	r, err := p.reported(ctx, s, w, setter)
	if err != nil {
		return r, err
	}
	if ext := reportType(out); ext != "pdf" {
		return r, p.writeFile(ctx, out, func(w io.Writer) error { return transfer.WriteReport(ctx, w, ext, r, p.progress("rows")) })
	}
	doc, err := r.Document(ctx)
	if err != nil {
		return r, err
	}
	return r, p.writePDF(ctx, out, setter, &doc)
}

// reportType is what a report's file is, by its ending; JSON on standard output.
func reportType(out string) string {
	if out == standard {
		return "json"
	}
	return strings.TrimPrefix(strings.ToLower(filepath.Ext(strings.TrimSuffix(out, filing.Sealed))), ".")
}

func (p *program) previewCommand() *cobra.Command {
	var badge, certificate, out, side, layout string
	w := newWanted("")
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
			for _, what := range []string{badge, certificate, w.kind} {
				if what != "" {
					said++
				}
			}
			if said != 1 {
				return usage(fmt.Errorf("say --badge ID, --certificate ID or --report KIND (%s)", strings.Join(reportKinds(), ", ")))
			}
			if w.kind != "" {
				if err := w.check(); err != nil {
					return err
				}
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
			doc, warnings, err := p.previewed(ctx, s, badge, certificate, w, options)
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
	w.flags(f)
	f.StringVar(&w.kind, "report", "", "the first page of a report: "+strings.Join(reportKinds(), ", "))
	f.StringVar(&out, "out", "", "the PNG file (- is standard output)")
	f.Float64Var(&dpi, "dpi", 150, "dots per inch, 30 to 600")
	c.MarkFlagRequired("out")
	return c
}

// previewed makes the document of one page; nothing is issued or marked.
func (p *program) previewed(ctx context.Context, s seminar.Seminar, badge, certificate string, w *wanted, o document.Options) (page.Document, []document.Warning, error) {
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
	r, err := p.reported(ctx, s, w, o.Setter)
	if err != nil {
		return page.Document{}, nil, err
	}
	doc, err := r.Document(ctx)
	return doc, []document.Warning{}, err
}
