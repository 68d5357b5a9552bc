package deskpage

import (
	"lanyard/internal/printing"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// watchPrints follows what this desk prints: what does not come out is said above the entry until somebody has seen to it,
// while the scans go on.
func (p *Page) watchPrints() {
	p.env.Prints.Watch("desk", func() { p.env.Run.UI(p.showPrint) })
}

// showPrint shows the newest print that somebody has to see to, or nothing.
func (p *Page) showPrint() {
	e, kind, what := p.press.Trouble()
	if e == nil {
		if p.printLine.Visible() {
			p.printLine.Hide()
			p.content.Refresh()
		}
		p.trouble = 0
		return
	}
	l, rtl := p.env.Lang, p.env.Lang.RTL()
	if p.trouble != e.ID && p.front {
		p.env.Sound(widgets.KindRefused)
	}
	p.trouble = e.ID
	notice := widgets.NewNotice(kind, what, e.Name)
	notice.RTL = rtl
	buttons := widgets.Row(rtl, theme.Space2)
	if e.Stage.Over() {
		buttons.Add(widgets.NewButton(l.T("paper.again")+"  Ctrl+R", p.againKey))
	}
	id := e.ID
	buttons.Add(widgets.NewButton(l.T("paper.prints")+"  Ctrl+B", p.press.ShowPrints))
	buttons.Add(widgets.NewButton(l.T("paper.set_aside"), func() { p.env.Prints.See(id); p.take() }))
	p.printLine.RemoveAll()
	p.printLine.Add(widgets.Edge(rtl, nil, nil, nil, buttons, notice))
	p.printLine.Show()
	p.content.Refresh()
}

// againKey prints again what did not come out.
func (p *Page) againKey() {
	e, _, _ := p.press.Trouble()
	switch {
	case p.press.Anyway() || e == nil:
	case e.Stage == printing.StageStopped: // it comes out by itself once somebody has seen to the printer
		p.press.ShowPrints()
	default:
		p.press.Again(*e)
	}
	p.take()
}
