package paper

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"lanyard/internal/filing"
	"lanyard/internal/printing"
	"lanyard/internal/printing/plain"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// shownPrints is how many of them the panel shows.
const shownPrints = 20

// ShowPrints opens the panel with what this desk prints: how it stands with each, and what can be done.
func (p *Press) ShowPrints() {
	env, l := p.env, p.env.Lang
	column := PanelColumn()
	fill := func() {
		column.RemoveAll()
		all := env.Prints.Entries()
		if len(all) == 0 {
			column.Add(widgets.Quiet(l.T("paper.prints.none")))
		}
		for i, e := range all {
			if i == shownPrints {
				break
			}
			column.Add(p.entry(e))
		}
		column.Refresh()
	}
	fill()
	open := true
	shut := func() { env.Panel(nil, nil) }
	panel := widgets.NewSidePanel(l.T("paper.prints"), column, shut)
	panel.RTL = l.RTL()
	env.Prints.Watch("panel", func() {
		env.Run.UI(func() {
			if open {
				fill()
			}
		})
	})
	env.Panel(panel, func() { open = false })
}

// entry is one of them with its buttons.
func (p *Press) entry(e printing.Entry) fyne.CanvasObject {
	l, rtl := p.env.Lang, p.env.Lang.RTL()
	text := l.T("paper.stage." + string(e.Stage))
	if e.Err != nil {
		text = l.Err(plain.Error(l, e.Err))
	}
	at := e.Since
	if of := p.env.Seminar(); of.ID != "" {
		at = at.In(of.Location())
	}
	notice := widgets.NewNotice(stageKind(e.Stage), e.Name, widgets.Joined(" · ", l.Time(at), text))
	notice.RTL = rtl
	buttons := widgets.Flow(rtl, theme.Space2)
	if e.Stage.Over() {
		buttons.Add(widgets.NewButtonWithIcon(l.T("paper.again"), theme.Icon(theme.IconPrint), func() { p.Again(e) }))
	} else {
		buttons.Add(widgets.NewButtonWithIcon(l.T("common.cancel"), theme.Icon(theme.IconCross), func() { p.cancel(e) }))
	}
	buttons.Add(widgets.NewButtonWithIcon(l.T("paper.save"), theme.Icon(theme.IconSave), func() { p.saveEntry(e) }))
	return PanelColumn(notice, buttons)
}

func stageKind(s printing.Stage) widgets.Kind {
	switch s {
	case printing.StageDone:
		return widgets.KindAccepted
	case printing.StageFailed:
		return widgets.KindRefused
	case printing.StageStopped, printing.StageUnknown:
		return widgets.KindAttention
	case printing.StagePrinting:
		return widgets.KindAlready
	}
	return widgets.KindNeutral
}

// Trouble is what somebody has to see to and has not yet.
type Trouble struct {
	Kind  widgets.Kind
	What  string // is the matter
	Name  string // of the newest that did not come out, and how many there are besides
	Again bool   // it can be printed again; otherwise the printer waits for a hand

	entries []printing.Entry // the newest first
}

// Trouble says what has to be seen to: the newest, with what else did not come out; nil if all is well.
func (p *Press) Trouble() *Trouble {
	l := p.env.Lang
	var t *Trouble
	for _, e := range p.env.Prints.Entries() {
		switch {
		case !e.Stage.Trouble() || e.Seen:
		case t == nil:
			t = &Trouble{Kind: stageKind(e.Stage), What: l.T("paper.stage." + string(e.Stage)), Name: e.Name, Again: e.Stage.Over(), entries: []printing.Entry{e}}
			if e.Err != nil {
				t.What = l.Err(plain.Error(l, e.Err))
			}
		case e.Stage == t.entries[0].Stage && e.Stage == printing.StageFailed: // of the others each has to be looked at by itself
			t.entries = append(t.entries, e)
		}
	}
	if t != nil && len(t.entries) > 1 {
		t.Name = widgets.Joined(" ", t.Name, l.N("paper.and_more", len(t.entries)-1))
	}
	return t
}

// Newest is the number of the newest of them.
func (t *Trouble) Newest() int { return t.entries[0].ID }

// Retry prints all of them again, in their order.
func (p *Press) Retry(t *Trouble) {
	for _, e := range slices.Backward(t.entries) {
		p.Again(e)
	}
}

// SetAside lets them be.
func (p *Press) SetAside(t *Trouble) {
	for _, e := range t.entries {
		p.env.Prints.See(e.ID)
	}
}

// Again prints something once more, as it stands now: with the same code, unless the badge was replaced.
func (p *Press) Again(e printing.Entry) {
	w, ok := e.About.(*printJob)
	if !ok || !e.Stage.Over() || !p.Prints() {
		return
	}
	p.env.Prints.See(e.ID)
	p.print(w, nil)
}

func (p *Press) cancel(e printing.Entry) {
	env := p.env
	task.Run(env.Context, env.Run, func(ctx context.Context) (bool, error) { return true, env.Prints.Cancel(ctx, env.Printing, e.ID) },
		func(_ bool, err error) {
			if err != nil {
				env.Fail(plain.Error(env.Lang, err))
			}
		})
}

// saveEntry writes it as a PDF, which always works.
func (p *Press) saveEntry(e printing.Entry) {
	w, ok := e.About.(*printJob)
	if !ok {
		return
	}
	d := p.env.Desk()
	p.env.SaveFile(filing.Name("pdf", e.Name), func(ctx context.Context, path string, progress task.Progress) error {
		doc, _, err := w.make(ctx, d)
		if err != nil {
			return err
		}
		return p.Write(ctx, path, doc, progress)
	})
}

// PrintsKey is the key that shows what is printed, of all pages that print.
func (p *Press) PrintsKey() page.Binding {
	return page.Binding{Shortcut: page.Ctrl(fyne.KeyB), Label: p.env.Lang.T("paper.prints"), Do: p.ShowPrints}
}
