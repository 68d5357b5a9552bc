package paper

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/document"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// shownWarnings is how many warnings are read one by one: the rest is counted.
const shownWarnings = 50

// Warn shows what pages could not show as they should, with the person and the text, and asks whether to go on: anyway
// is the word on the button that does.
func (p *Preview) Warn(all []document.Warning, anyway string, then func()) {
	env := p.env
	l, rtl := env.Lang, env.Lang.RTL()
	shut := func() { env.Panel(nil, nil) }
	column := PanelColumn(widgets.Quiet(l.T("paper.warnings.text")))
	for i, w := range all {
		if i == shownWarnings {
			column.Add(widgets.Caption(l.N("paper.warnings.more", len(all)-i)))
			break
		}
		notice := widgets.NewNotice(widgets.KindAttention, w.Message, "")
		notice.RTL = rtl
		column.Add(notice)
	}
	goOn := func() { shut(); then() }
	back := widget.NewButton(l.T("common.cancel"), shut)
	save := widget.NewButton(anyway, goOn)
	save.Importance = widget.HighImportance
	panel := widgets.NewSidePanel(l.N("paper.warnings.title", len(all)), column, shut, back, save)
	panel.RTL = rtl
	env.Panel(panel, func() { p.anyway = nil })
	p.anyway = goOn
}

// Anyway goes on if warnings are being shown, and says whether they were: the key that saves, pressed again, saves.
func (p *Preview) Anyway() bool {
	if p.anyway == nil {
		return false
	}
	p.anyway()
	return true
}

// PanelColumn puts objects below each other in a side panel.
func PanelColumn(objects ...fyne.CanvasObject) *fyne.Container {
	return widgets.TextColumn(theme.Space3, widgets.PanelWidth-2*theme.Space4, objects...)
}
