package deskpage

import (
	"context"
	"strings"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/form"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// walkedIn is somebody registered at the desk, and how the list answered.
type walkedIn struct {
	done    desk.Registered
	answer  desk.ScanAnswer
	waits   int // the place on the waiting list, 0 for a place
	missing int // answers that follow
}

// WalkIn opens the form for somebody who stands at the desk and is not registered. What was left half-written before
// is still there.
func (p *Page) WalkIn() {
	if p.list.ID == "" || p.panel || p.asking {
		return
	}
	l := p.env.Lang
	text := p.entry.Text()
	saving := false
	var f *form.Form
	submit := func() {
		if saving || !f.Check() {
			return
		}
		saving = true
		p.saveWalkIn(f, func() { saving = false })
	}
	p.closePanel = func() {
		p.env.Panel(nil, nil)
		p.closed(f)
	}
	save := widgets.NewPrimary(l.T("desk.walkin.save"), theme.IconPersonAdd, submit)
	f = form.New(form.Options{Lang: l, Zone: p.known.seminar.Location(), Categories: p.known.categories, Delegations: p.known.delegations,
		Questions: p.known.questions, OnSubmit: submit, OnCancel: p.closePanel,
		OnCode:      func(code string) { p.enqueue(job{scan: desk.Scan{Code: code}}) },
		ChoosePhoto: p.env.ChoosePhoto, Likely: p.askLikely, NoPlace: p.askPlace, Waits: func(waits bool) {
			words := "desk.walkin.save"
			if waits {
				words = "desk.walkin.wait"
			}
			save.SetText(l.T(words))
		}, OnOpen: func(id seminar.ID) {
			p.closePanel()
			p.Open(id)
		}})
	p.walkin = f
	f.Set(p.blank(text))
	if p.draft != nil && p.draft.Registration.SeminarID == p.known.seminar.ID {
		f.Set(*p.draft)
	}
	panel := widgets.NewSidePanel(l.T("desk.walkin.title"), f.Scrolling(),
		p.closePanel, save)
	panel.RTL = l.RTL()
	p.panel = true
	p.env.Panel(panel, func() { p.closed(f) })
	f.Focus()
}

// askLikely looks for those who are probably the person being written.
func (p *Page) askLikely(v desk.Form, show func([]desk.Duplicate)) {
	p.likely.Ask(p.env, p.list.ID, v, show)
}

// askPlace looks whether there is a place for the person being written.
func (p *Page) askPlace(r seminar.Registration, show func(*desk.Shortage)) {
	p.likely.AskPlace(p.env, r, show)
}

// blank is an empty form; a name that was looked for in vain is already in it.
func (p *Page) blank(typed string) desk.Form {
	var v desk.Form
	v.Registration.SeminarID, v.Registration.Source = p.known.seminar.ID, desk.SourceWalkIn
	if len(p.known.categories) > 0 {
		v.Registration.CategoryID = p.known.categories[0].ID
	}
	if typed != "" && !isCode(typed) && len(p.rows) == 0 {
		v.Attendee.GivenName, v.Attendee.FamilyName = split(typed)
	}
	return v
}

// closed keeps what was written and gives the entry its focus back.
func (p *Page) closed(f *form.Form) {
	if !p.panel {
		return
	}
	p.panel, p.closePanel = false, nil
	p.likely.Cancel()
	v := f.Value()
	if p.draft != nil && p.draft.Registration.SeminarID == v.Registration.SeminarID {
		p.draft = nil
	}
	if f.Changed() {
		p.draft = &v
		p.env.Done(p.env.Lang.T("desk.walkin.discard"), "")
	}
	p.take()
}

func (p *Page) saveWalkIn(f *form.Form, failed func()) {
	v, list, missing := f.Value(), p.list.ID, f.Missing()
	v.Registration.SeminarID, v.Registration.Source = p.known.seminar.ID, desk.SourceWalkIn
	page.Do(p.env, func(ctx context.Context, d *desk.Desk) (walkedIn, error) {
		done, answer, err := d.WalkIn(ctx, v, list)
		w := walkedIn{done: done, answer: answer, missing: missing}
		if err == nil && done.Row.Status == seminar.Waitlisted {
			w.waits, err = d.WaitingAt(ctx, done.Row.SeminarID, done.Row.AttendeeID)
		}
		return w, err
	}, func(w walkedIn, err error) {
		if err != nil {
			failed()
			if !f.ShowProblems(err) {
				p.env.Fail(err)
			}
			return
		}
		p.draft, p.panel, p.closePanel = nil, false, nil
		p.env.Panel(nil, nil)
		if w.answer.Operation != "" {
			p.actions[w.answer.Operation] = w.done.Action
		}
		p.welcome(w)
	})
}

// welcome shows the answer to a walk-in; the badge is one key away while it stands.
func (p *Page) welcome(w walkedIn) {
	l := p.env.Lang
	message := "desk.walkin.done"
	if w.answer.Status != seminar.OK {
		message = "desk.walkin.registered"
	}
	p.env.Done(l.T(message, "name", w.done.Row.Name()), w.done.Action)
	if p.entry.Text() != "" {
		p.entry.Clear()
	}
	p.remember(w.answer)
	p.env.Changed()
	j := job{scan: desk.Scan{SeminarID: p.known.seminar.ID, ListID: p.list.ID, AttendeeID: w.done.Row.AttendeeID, Type: seminar.Entry}}
	p.answered(j, w.answer)
	p.printChecked(w.answer)
	row := w.done.Row
	p.lastPerson, p.lastGroup = &row, nil
	if p.answer {
		a := p.panelUI.Answer
		next := l.T("desk.walkin.badge", "number", row.BadgeNumber)
		if w.waits > 0 {
			next = l.T("attendees.standing.waits", "n", l.Number(w.waits))
		}
		said := []string{a.Hint, next}
		if w.missing > 0 {
			said = append(said, l.N("desk.walkin.missing", w.missing))
		}
		a.Hint = widgets.Joined(" ", append(said, form.Sentences(l, w.done.Notices)...)...)
		p.panelUI.Set(a)
	}
	p.take()
}

// split takes a name apart as most are typed: the given name first.
func split(name string) (given, family string) {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name, ""
	}
	return strings.Join(words[:len(words)-1], " "), words[len(words)-1]
}
