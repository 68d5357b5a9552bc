package reportspage

import (
	"context"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/filing"
	docpage "lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
)

// files are the kinds of file, in the order of the menu.
func files() []string { return append([]string{"pdf"}, transfer.ReportTypes()...) }

// menu offers the kinds of file.
func (p *Page) menu() {
	if p.export.Disabled() {
		return
	}
	var items []*fyne.MenuItem
	for _, ext := range files() {
		item := fyne.NewMenuItem(p.env.Lang.T("reports.as."+ext), func() { p.save(ext) })
		item.Shortcut = shortcut(ext)
		items = append(items, item)
	}
	if p.preview.Prints() {
		item := fyne.NewMenuItem(p.env.Lang.T(p.printLabel()), p.print)
		item.Shortcut = page.Ctrl(fyne.KeyP)
		items = append(items, item)
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), p.env.Window.Canvas())
	at := fyne.NewPos(p.export.Size().Width-menu.MinSize().Width, p.export.Size().Height)
	if p.env.Lang.RTL() {
		at.X = 0
	}
	menu.ShowAtRelativePosition(at, p.export)
}

// ready says whether there is a report to take away.
func (p *Page) ready() bool { return p.summary.Seminar.ID != "" && !p.export.Disabled() }

// fresh reads what paper and files have otherwise than the screen: who is inside at this second, and of the log all of it. It is nil
// where they have the same.
func (p *Page) fresh() func(ctx context.Context) (document.Report, error) {
	asked := p.asked()
	switch {
	case asked.wanted.Seminar == "":
		return nil
	case p.kind == document.KindEmergency:
	case p.kind == document.KindLog && p.older:
		asked.part.lines = 0
	default:
		return nil
	}
	return func(ctx context.Context) (document.Report, error) {
		r, err := p.read(ctx, asked)
		return r.Report, err
	}
}

// save writes the report that is shown.
func (p *Page) save(ext string) {
	if !p.ready() && p.fresh() == nil {
		return
	}
	narrowed := ""
	if s := p.scoped(); s != (scope{name: s.name}) {
		narrowed = s.name
	}
	name := filing.Name(ext, p.env.Lang.T("reports.kind."+p.kind), p.env.Seminar().Start, narrowed)
	page.With(p.env, seminar.RightExport, func(*desk.Desk) { p.saveAs(name, ext) })
}

// printLabel is the key of the words for print.
func (p *Page) printLabel() string {
	if p.preview.Prints() {
		return "reports.print"
	}
	return "reports.as.pdf"
}

// print prints the report that is shown, or saves it where there is no printer.
func (p *Page) print() {
	l := p.env.Lang
	if !p.preview.Prints() {
		p.save("pdf")
		return
	}
	out := paper.Pages{Name: l.T("reports.kind." + p.kind), Begun: l.T("reports.printing"), Out: l.T("reports.printed"), Doc: p.preview.Document()}
	fresh := p.fresh()
	if fresh == nil && (!p.ready() || len(out.Doc.Pages) == 0) {
		return
	}
	page.With(p.env, seminar.RightExport, func(*desk.Desk) {
		if fresh == nil {
			p.preview.PrintPages(out)
			return
		}
		task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (docpage.Document, error) {
			r, err := fresh(ctx)
			if err != nil {
				return docpage.Document{}, err
			}
			return r.Document(ctx)
		}, func(doc docpage.Document, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			out.Doc = doc
			p.preview.PrintPages(out)
		})
	})
}

// printEmergency prints who is inside at this second, whatever report is shown.
func (p *Page) printEmergency() {
	p.choose(document.KindEmergency)
	p.print()
}

// endingOf is what a file is by its name, where somebody gave it another ending than was proposed.
func endingOf(path, proposed string) string {
	if ext := strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), "."); slices.Contains(files(), ext) {
		return ext
	}
	return proposed
}

func (p *Page) saveAs(name, ext string) {
	r, fresh, lang := p.report, p.fresh(), p.env.Lang
	p.env.SaveFile(name, func(ctx context.Context, path string, progress task.Progress) error {
		rows := func(done, total int) {
			progress(float64(done)/float64(max(1, total)), lang.N("common.count.rows", done))
		}
		if fresh != nil {
			var err error
			if r, err = fresh(ctx); err != nil {
				return err
			}
		}
		ext := endingOf(path, ext)
		if ext == "pdf" {
			doc, err := r.Telling(func(done, total int) { rows(done, 2*total) }).Document(ctx)
			if err != nil {
				return err
			}
			return p.preview.Write(ctx, path, doc, func(f float64, text string) { progress(0.5+f/2, text) })
		}
		return filing.Write(path, func(w io.Writer) error { return transfer.WriteReport(ctx, w, ext, false, r, rows) })
	})
}
