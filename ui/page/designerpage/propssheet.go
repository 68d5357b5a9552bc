package designerpage

import (
	"fyne.io/fyne/v2"

	"lanyard/internal/document"
	"lanyard/internal/document/stock"
	"lanyard/internal/document/template"
	docpage "lanyard/internal/page"
	"lanyard/ui/page/paper"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// cellsHeight is the height of the small picture of a sheet, on which the first free cell is chosen.
const cellsHeight float32 = 110

// buildSheet has what the template is printed on, and how much of that is shown.
func (p *props) buildSheet() {
	g, l := p.page, p.page.env.Lang
	head := widgets.NewText(l.T("designer.sheet"), theme.BodySize, theme.Text)
	head.Style.Bold, head.RTL = true, l.RTL()
	p.add(head)
	if g.kind == template.Certificate {
		p.add(p.remark("designer.sheet.certificate"))
		return
	}
	on := p.choice(l.T("designer.sheet.stock"), p.stocks(), func() string { return g.editor.Template().Stock }, func(name string) {
		if g.editor.Edit("", func(t *template.Template) { t.Stock = name }) {
			g.changed()
		}
	})
	p.first = on.Control.(*widgets.Select)
	p.add(on)
	if s := g.paper(); s.Cells() > 1 {
		cells := widgets.NewSheetCells(s.Columns, s.Rows, fyne.NewSize(cellsHeight*float32(s.Size.W/s.Size.H), cellsHeight), func(first int) {
			g.sheet.start = first
			g.drawSheet()
		})
		cells.First = min(g.sheet.start, s.Cells())
		p.add(p.field(l.T("designer.sheet.start"), widgets.Row(l.RTL(), 0, cells)),
			p.tick(l.T("designer.sheet.full"), func() bool { return g.sheet.full }, func(on bool) { g.sheet.full = on; g.drawSheet() }))
	}
	p.add(p.remark("designer.sheet.back"))
}

// stocks are the sheets and labels that the page fits on.
func (p *props) stocks() []option {
	l := p.page.env.Lang
	all := []option{{"", l.T("designer.sheet.any")}, {document.NoSheet().Name, l.T("badges.sheet.none")}}
	for _, s := range stock.All() {
		if document.SheetOf(s).Fits(docpage.Size(p.page.editor.Template().Size)) {
			all = append(all, option{s.Name, paper.StockTitle(l, s)})
		}
	}
	return all
}
