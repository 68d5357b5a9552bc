package deskpage

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// groupAnswered shows what became of a group: who was refused and why, if anybody was.
func (p *Page) groupAnswered(j groupJob, done desk.GroupAnswer) {
	p.lastGroup = nil
	for _, a := range done.Answers {
		p.remember(a)
		if came(a) {
			p.lastGroup = append(p.lastGroup, *a.Attendee)
		}
		if a.Operation != "" {
			p.groups[a.Operation] = groupDone{done.Action, j.of.Name}
		}
	}
	p.printChecked(done.Answers...)
	p.count()
	l, refused := p.env.Lang, done.Refused()
	sentence := "desk.group.in"
	if j.way == seminar.Exit {
		sentence = "desk.group.out"
	}
	if done.Action != "" {
		p.env.Done(widgets.Joined(": ", j.of.Name, l.N(sentence, done.Admitted())), done.Action)
	}
	heard := widgets.KindAccepted
	if len(refused) > 0 {
		heard = widgets.KindRefused
	}
	p.env.Sound(heard)
	p.env.Changed()
	if p.entry.Text() != "" {
		return // somebody is looking for the next person already
	}
	if len(refused) == 0 {
		p.tell(widgets.Answer{Kind: widgets.KindAccepted, Name: j.of.Name, Sentence: l.N(sentence, done.Admitted())})
		return
	}
	p.showRefused(j.of.Name, l.N(sentence, done.Admitted()), done)
}

// showRefused stays until a key is touched: somebody has to deal with those who stand there.
func (p *Page) showRefused(title, sentence string, done desk.GroupAnswer) {
	l, rtl, refused := p.env.Lang, p.env.Lang.RTL(), done.Refused()
	name := cardText(title, theme.NameSize, theme.Text, 2, rtl)
	name.Style.Bold, name.Least = true, theme.SectionSize
	kind := widgets.KindAccepted
	if done.Admitted() == 0 {
		kind = widgets.KindNeutral
	}
	in, out := widgets.NewStatusPill(kind, sentence), widgets.NewStatusPill(widgets.KindRefused, l.N("desk.group.refused", len(refused)))
	in.RTL, out.RTL = rtl, rtl
	lines := widgets.TextColumn(theme.Space3, 420)
	for _, a := range refused {
		who := cardText(a.Person.Name(), theme.SectionSize, theme.Text, 2, rtl)
		who.Style.Bold = true
		why := cardText(p.why(a), theme.BodySize, theme.QuietText, 3, rtl)
		icon := widgets.Fixed(theme.IconSize, theme.IconSize, widget.NewIcon(kindOf(a).Icon()))
		lines.Add(widgets.Edge(rtl, nil, nil, p.before(container.NewVBox(icon), theme.Space3), nil, widgets.TextColumn(0, 380, who, why)))
	}
	top := widgets.Column(theme.Space3, name, widgets.Flow(rtl, theme.Space2, in, out), widgets.Rule())
	var foot fyne.CanvasObject
	if done.Action != "" {
		undo := widgets.NewButtonWithIcon(l.T("desk.group.undo")+"  Ctrl+Z", theme.Icon(theme.IconUndo), p.undoKey)
		foot = widgets.Row(rtl, theme.Space2, undo)
	}
	p.setRight(widgets.NewCard(widgets.Edge(rtl, top, foot, nil, nil, widgets.Inset(0, theme.Space3, container.NewVScroll(lines)))))
	p.answer = true
	p.showRecent()
}

// why is the reason that somebody of a group was refused, or what they must be asked first.
func (p *Page) why(a desk.ScanAnswer) string {
	l := p.env.Lang
	if a.Status == seminar.Incomplete {
		var texts []string
		for _, q := range a.Questions {
			texts = append(texts, q.Said(l.Tag()))
		}
		return widgets.Joined(" ", append([]string{l.T("desk.ask") + ":"}, texts...)...)
	}
	if a.Message != nil {
		return l.Err(a.Message)
	}
	return l.T("common.reason." + string(a.Reason))
}

// reverse undoes a check-in: of a group the whole of it, unless one of its rows was picked; of a walk-in the registration too.
func (p *Page) reverse(c seminar.Checkin) (name string, action desk.Action, do func(context.Context, *desk.Desk) (journal.Operation, error)) {
	operation, one := c.Op, p.picked >= 0
	name = p.nameOf(c)
	if action := p.actions[c.Op]; action != "" {
		operation, one = string(action), false
	} else if g, ok := p.groups[c.Op]; ok && !one {
		operation, name = string(g.action), g.name
	}
	return name, desk.Action(operation), func(ctx context.Context, d *desk.Desk) (journal.Operation, error) {
		if one {
			return d.UndoOne(ctx, operation, "")
		}
		return d.Undo(ctx, operation, "")
	}
}
