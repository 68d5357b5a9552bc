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
	"github.com/spf13/pflag"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/filing"
	"lanyard/internal/i18n"
	"lanyard/internal/page"
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
	f.StringVar(&w.lang, "lang", "", "language of the report: "+strings.Join(spoken(), ", ")+" (default: that of --language)")
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
func speaks(tag string) bool { return slices.Contains(spoken(), tag) }

// spoken are the languages of documents.
func spoken() []string {
	var tags []string
	for _, l := range i18n.DocumentLanguages() {
		tags = append(tags, l.Tag)
	}
	return tags
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
	var plain bool
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
			r, warnings, err := p.writeReport(ctx, s, w, out, plain)
			if err != nil {
				return err
			}
			return p.written(out, r.Rows(), len(w.agreed) > 0, r.LeftOut(), warnings)
		})
	f := c.Flags()
	f.StringVar(&out, "out", "", "the file; its ending says what it is (- is JSON on standard output)")
	f.StringVar(&w.kind, "kind", document.KindSummary, strings.Join(reportKinds(), ", "))
	f.BoolVar(&plain, "no-bom", false, "a CSV without the mark by which spreadsheets know UTF-8")
	p.sealFlag(f)
	w.flags(f)
	f.StringVar(&w.sorted.by, "sort", "", orderNames()+"; with - before it, reversed (default: protocol for delegations, family for the others)")
	c.MarkFlagRequired("out")
	return c
}

// writeReport writes a report, and gives it with what its pages could not show. A plain CSV has no mark of UTF-8.
func (p *program) writeReport(ctx context.Context, s seminar.Seminar, w *wanted, out string, plain bool) (document.Report, []document.Warning, error) {
	setter := p.setter()
	r, err := p.reported(ctx, s, w, setter)
	if err != nil {
		return r, nil, err
	}
	if ext := reportType(out); ext != "pdf" {
		return r, []document.Warning{}, p.writeFile(ctx, out, func(w io.Writer) error {
			return transfer.WriteReport(ctx, w, ext, plain, r, p.progress("rows"))
		})
	}
	doc, err := r.Document(ctx)
	if err != nil {
		return r, nil, err
	}
	warnings := p.boxes(r, doc)
	return r, warnings, p.writePDF(ctx, out, setter, &doc)
}

// boxes warns of the letters of a report that no font has.
func (p *program) boxes(r document.Report, doc page.Document) []document.Warning {
	letters := r.Boxes(doc)
	if len(letters) == 0 {
		return []document.Warning{}
	}
	return []document.Warning{{Code: document.WarnMissing, Message: p.lang.T("reports.boxes", "letters", string(letters))}}
}

// reportType is what a report's file is, by its ending; JSON on standard output.
func reportType(out string) string {
	if out == standard {
		return "json"
	}
	return strings.TrimPrefix(strings.ToLower(filepath.Ext(strings.TrimSuffix(out, filing.Sealed))), ".")
}
