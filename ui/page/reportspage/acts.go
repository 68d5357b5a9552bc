package reportspage

import (
	"context"
	"encoding/json"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/journal"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// act is one action of the journal, which is undone whole: what the log prints in one line or several.
type act struct {
	first  journal.Operation
	found  journal.Operation // the first of what was looked for
	parts  int
	what   string             // was done by it
	undone *journal.Operation // the undo of it that stands
}

// actsOf takes operations, newest first, together to the actions that they belong to, newest first: those with something that
// was found. An action is undone when everything in it is.
func actsOf(ops, found []journal.Operation, say func(journal.Operation) (string, error)) ([]act, error) {
	wanted, batches := make(map[string]bool, len(found)), make(map[string]bool, len(found))
	for _, o := range found {
		wanted[o.ID], batches[o.Batch] = true, true
	}
	undo := map[string]*journal.Operation{} // of an operation, the one that stands
	at := map[string]int{}
	var all []act
	for _, o := range ops {
		if o.Kind == journal.KindUndo && undo[o.ID] == nil { // it comes after what it undoes: whether it stands is known
			var body journal.UndoBody
			if json.Unmarshal(o.Body, &body) == nil {
				for _, id := range body.Operations {
					undo[id] = &o
				}
			}
		}
		if !batches[o.Batch] {
			continue
		}
		n, known := at[o.Batch]
		if !known {
			n = len(all)
			at[o.Batch] = n
			all = append(all, act{undone: undo[o.ID]})
		}
		a := &all[n]
		if a.first, a.parts = o, a.parts+1; wanted[o.ID] {
			a.found = o
		}
		if undo[o.ID] == nil {
			a.undone = nil
		}
	}
	for i := range all {
		var err error
		if all[i].what, err = say(all[i].found); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// buildActs makes the list of what can be undone, beside the log.
func (p *Page) buildActs() {
	t, rtl := p.env.Lang.T, p.env.Lang.RTL()
	p.list = widgets.NewPickList()
	p.list.RTL = rtl
	p.list.OnMoved = func(i int) {
		if p.showReverse(); i == len(p.acts) {
			p.bringOlder()
		}
	}
	p.list.OnTyped = func(r rune) { p.env.Window.Canvas().Focus(p.find); p.find.TypedRune(r) }
	p.list.OnEscape = func() { p.env.Window.Canvas().Unfocus() }
	p.reverse = widgets.NewPrimary("", theme.IconUndo, p.reverseAct)
	p.find, p.lines = widgets.NewEntry(t("reports.log.find"), false), newest
	p.find.OnChanged = func(string) { p.load(false) }
	p.find.OnEscape = func() { p.find.SetText(""); p.list.Take() }
	p.find.OnEnter = func() { p.list.Take() }
	hint := widgets.Caption(t("reports.acts.hint"))
	hint.Lines, hint.MinWidth, hint.RTL = 2, 48, rtl
	p.besideLog = widgets.Fixed(400, 0, widgets.NewCard(widgets.Edge(rtl, widgets.Column(theme.Space2, p.find, hint), widgets.Inset(0, theme.Space3, p.reverse), nil, nil, p.list)))
}

// showActs shows the actions; the one in front stays in front.
func (p *Page) showActs() {
	l := p.env.Lang
	zone := p.summary.Seminar.Location()
	when := func(o journal.Operation) string {
		at := o.Wall.In(zone)
		return widgets.Joined(" · ", l.Date(at)+" "+l.Time(at), o.Operator, l.T("window.desk", "letter", o.Desk))
	}
	items := make([]widgets.PickItem, len(p.acts), len(p.acts)+1)
	for i, a := range p.acts {
		items[i] = widgets.PickItem{ID: a.first.ID, Title: a.what, Meta: when(a.first)}
		if a.parts > 1 {
			items[i].Tag = "× " + l.Number(a.parts)
		}
		if a.undone != nil {
			items[i].Meta, items[i].Kind = l.T("reports.acts.undone", "when", when(*a.undone)), widgets.KindAttention
		}
	}
	if p.older {
		items = append(items, p.olderRow())
	}
	p.list.Set(items)
	p.showReverse()
}

func (p *Page) showReverse() {
	word := "reports.acts.undo"
	if a := p.act(); a != nil && a.undone != nil {
		word = "reports.acts.redo"
	}
	p.reverse.SetText(p.env.Lang.T(word) + "  Ctrl+U")
	if p.act() == nil {
		p.reverse.Disable()
		return
	}
	p.reverse.Enable()
}

// act is the one in front, nil if there is none.
func (p *Page) act() *act {
	if i := p.list.Cursor; p.kind == document.KindLog && i >= 0 && i < len(p.acts) {
		return &p.acts[i]
	}
	return nil
}

// reverseAct undoes the action in front; of one that is undone, its undo. What another did needs somebody who may.
func (p *Page) reverseAct() {
	a := p.act()
	if a == nil {
		return
	}
	id, word := a.first.Batch, "reports.acts.was_undone"
	if a.undone != nil {
		id, word = a.undone.ID, "reports.acts.was_redone"
	}
	what := a.what
	var kept []desk.Kept
	page.Do(p.env, func(ctx context.Context, d *desk.Desk) (done journal.Operation, err error) {
		done, kept, err = d.UndoSparing(ctx, id, "")
		return done, err
	},
		func(done journal.Operation, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			p.env.Done(p.env.Lang.T(word, "what", what), desk.Action(done.ID))
			p.env.Changed()
			p.load(true)
			p.env.ShowKept(kept)
		})
}
