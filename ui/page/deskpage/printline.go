package deskpage

import (
	"fyne.io/fyne/v2/container"

	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// watchPrints follows what this desk prints: what does not come out is said above the entry until somebody has seen to it,
// while the scans go on.
func (p *Page) watchPrints() {
	p.env.Prints.Watch("desk", func() { p.env.Run.UI(p.showPrint) })
}

// showPrint shows what somebody has to see to, or nothing.
func (p *Page) showPrint() {
	now := p.press.Trouble()
	if now == nil {
		if p.printLine.Visible() {
			p.printLine.Hide()
			p.content.Refresh()
		}
		p.trouble = 0
		return
	}
	l, rtl := p.env.Lang, p.env.Lang.RTL()
	if p.trouble != now.Newest() && p.front {
		p.env.Sound(widgets.KindRefused)
	}
	p.trouble = now.Newest()
	notice := widgets.NewNotice(now.Kind, now.What, now.Name)
	notice.RTL = rtl
	buttons := widgets.Row(rtl, theme.Space2)
	if now.Again {
		buttons.Add(widgets.NewButton(l.T("paper.again")+"  Ctrl+R", p.againKey))
	}
	buttons.Add(widgets.NewButton(l.T("paper.prints")+"  Ctrl+B", p.press.ShowPrints))
	buttons.Add(widgets.NewButton(l.T("paper.set_aside"), func() { p.press.SetAside(now); p.take() }))
	p.printLine.RemoveAll()
	room := p.content.Size().Width - 2*theme.Space4 - buttons.MinSize().Width - theme.Space3 // so that the notice knows its lines at once
	p.printLine.Add(widgets.Edge(rtl, nil, nil, nil, container.NewCenter(buttons), widgets.TextColumn(0, max(200, room), notice)))
	p.printLine.Show()
	p.content.Refresh()
}

// againKey prints again what did not come out.
func (p *Page) againKey() {
	now := p.press.Trouble()
	switch {
	case p.press.Anyway() || now == nil:
	case !now.Again: // it comes out by itself once somebody has seen to the printer
		p.press.ShowPrints()
	default:
		p.press.Retry(now)
	}
	p.take()
}
