package deskpage

import (
	"context"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/form"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// editKey opens the form of whom the card or the last answer is about.
func (p *Page) editKey() {
	switch {
	case p.panel || p.asking:
	case p.subject != nil:
		p.edit(p.subject.AttendeeID)
	case p.picked >= 0 && p.picked < len(p.counts.recent) && p.counts.recent[p.picked].AttendeeID != "":
		p.edit(p.counts.recent[p.picked].AttendeeID)
	case p.answer && p.lastPerson != nil:
		p.edit(p.lastPerson.AttendeeID)
	}
}

// edit opens the form of somebody who stands at the desk, in the panel: the desk stays where it is. What was left
// half-written of the same person is still there.
func (p *Page) edit(id seminar.ID) {
	d, of := p.env.Desk(), p.known.seminar.ID
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (desk.Form, error) { return d.Person(ctx, of, id) },
		func(v desk.Form, err error) {
			switch {
			case err != nil:
				p.env.Fail(err)
			case p.front && !p.panel && !p.asking && p.known.seminar.ID == of:
				p.editForm(v)
			}
		})
}

func (p *Page) editForm(v desk.Form) {
	l := p.env.Lang
	if p.edited != nil && p.edited.Attendee.ID == v.Attendee.ID && p.edited.Registration.SeminarID == v.Registration.SeminarID {
		v = *p.edited
	}
	saving := false
	var f *form.Form
	submit := func() {
		if !saving && f.Check() {
			saving = true
			p.saveEdit(f, func() { saving = false })
		}
	}
	p.closePanel = func() {
		p.env.Panel(nil, nil)
		p.editClosed(f)
	}
	f = form.New(form.Options{Lang: l, Zone: p.known.seminar.Location(), Categories: p.known.categories, Delegations: p.known.delegations, Questions: p.known.questions,
		Whole: true, OnSubmit: submit, OnCancel: p.closePanel, ChoosePhoto: p.env.ChoosePhoto, NoPlace: p.askPlace,
		OnCode: func(code string) { p.enqueue(job{scan: desk.Scan{Code: code}}) }})
	f.Set(v)
	panel := widgets.NewSidePanel(v.Attendee.Name(), f.Scrolling(), p.closePanel, widgets.NewPrimary(l.T("common.save")+"  Ctrl+⏎", "", submit))
	panel.RTL = l.RTL()
	p.panel = true
	p.showing++ // the answer under it waits for whoever writes
	p.env.Panel(panel, func() { p.editClosed(f) })
	f.Focus()
}

// editClosed keeps what was written and gives the entry its focus back.
func (p *Page) editClosed(f *form.Form) {
	if !p.panel {
		return
	}
	p.panel, p.closePanel = false, nil
	if f.Changed() {
		v := f.Value()
		p.edited = &v
		p.env.Done(p.env.Lang.T("desk.edit.kept"), "")
	}
	p.take()
}

// saveEdit saves the form, and shows the card as it is now.
func (p *Page) saveEdit(f *form.Form, failed func()) {
	v := f.Value()
	page.Do(p.env, func(ctx context.Context, d *desk.Desk) (desk.Registered, error) { return d.Edit(ctx, v) },
		func(done desk.Registered, err error) {
			if err != nil {
				failed()
				if !f.ShowProblems(err) {
					p.env.Fail(err)
				}
				return
			}
			p.edited, p.panel, p.closePanel = nil, false, nil
			p.env.Panel(nil, nil)
			if done.Action != "" {
				p.env.Done(p.env.Lang.T("attendees.saved", "name", done.Row.Name()), done.Action)
			}
			for _, sentence := range form.Sentences(p.env.Lang, done.Notices) {
				p.env.Done(sentence, "")
			}
			p.Open(v.Attendee.ID)
		})
}
