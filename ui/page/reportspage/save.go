package reportspage

import (
	"context"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/filing"
	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
	"lanyard/ui/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/task"
)

// files are the kinds of file, in the order of the menu.
func files() []string { return []string{"pdf", "xlsx", "csv"} }

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

// save writes the report of the kind chosen.
func (p *Page) save(ext string) {
	kind, s, lang := p.kinds.Selected, p.summary, p.env.Lang
	if s.Seminar.ID == "" || p.export.Disabled() {
		return
	}
	name := filing.Name(ext, lang.T("reports.kind."+kind), s.Seminar.Start)
	page.With(p.env, seminar.RightExport, func(*desk.Desk) { p.saveAs(name, ext) })
}

// printLabel is the key of the words for print.
func (p *Page) printLabel() string {
	if p.preview.Prints() {
		return "reports.print"
	}
	return "reports.as.pdf"
}

// print prints the report of the kind chosen, or saves it where there is no printer.
func (p *Page) print() {
	kind, s, l := p.kinds.Selected, p.summary, p.env.Lang
	if !p.preview.Prints() {
		p.save("pdf")
		return
	}
	if s.Seminar.ID == "" || p.export.Disabled() {
		return
	}
	page.With(p.env, seminar.RightExport, func(*desk.Desk) {
		p.preview.PrintPages(paper.Pages{Name: l.T("reports.kind." + kind), Begun: l.T("reports.printing"), Out: l.T("reports.printed"),
			Doc: paged(kind, s, p.preview.Options())})
	})
}

func (p *Page) saveAs(name, ext string) {
	kind, s, lang := p.kinds.Selected, p.summary, p.env.Lang
	p.env.SaveFile(name, func(ctx context.Context, path string, progress task.Progress) error {
		if ext == "pdf" {
			return p.preview.Write(ctx, path, paged(kind, s, p.preview.Options()), progress)
		}
		columns, rows := document.Table(kind, s, document.Options{Lang: lang})
		sheet := transfer.Sheet{Name: lang.T("reports.kind." + kind), Rows: rows}
		kinds := map[string]transfer.Kind{document.ColumnText: transfer.Text, document.ColumnNumber: transfer.Number, document.ColumnTime: transfer.Time}
		for _, c := range columns {
			sheet.Columns = append(sheet.Columns, transfer.Column{Title: c.Title, Width: c.Width, Kind: kinds[c.Kind]})
		}
		return filing.Write(path, func(w io.Writer) error {
			if err := ctx.Err(); err != nil {
				return err
			}
			if ext == "csv" {
				return transfer.WriteCSV(w, sheet)
			}
			return transfer.WriteXLSX(w, []transfer.Sheet{sheet})
		})
	})
}
