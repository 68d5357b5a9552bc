package reportspage

import (
	"context"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/filing"
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

// save writes the report that is shown.
func (p *Page) save(ext string) {
	if !p.ready() {
		return
	}
	name := filing.Name(ext, p.env.Lang.T("reports.kind."+p.kind), p.summary.Seminar.Start)
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
	doc := p.preview.Document()
	if !p.ready() || len(doc.Pages) == 0 {
		return
	}
	page.With(p.env, seminar.RightExport, func(*desk.Desk) {
		p.preview.PrintPages(paper.Pages{Name: l.T("reports.kind." + p.kind), Begun: l.T("reports.printing"), Out: l.T("reports.printed"), Doc: doc})
	})
}

func (p *Page) saveAs(name, ext string) {
	whole, lang := p.whole(), p.env.Lang
	p.env.SaveFile(name, func(ctx context.Context, path string, progress task.Progress) error {
		rows := func(done, total int) {
			progress(float64(done)/float64(max(1, total)), lang.N("common.count.rows", done))
		}
		r, err := whole(ctx)
		if err != nil {
			return err
		}
		if ext == "pdf" {
			doc, err := r.Telling(func(done, total int) { rows(done, 2*total) }).Document(ctx)
			if err != nil {
				return err
			}
			return p.preview.Write(ctx, path, doc, func(f float64, text string) { progress(0.5+f/2, text) })
		}
		return filing.Write(path, func(w io.Writer) error { return transfer.WriteReport(ctx, w, ext, r, rows) })
	})
}
