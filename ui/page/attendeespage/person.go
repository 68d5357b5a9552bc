package attendeespage

import (
	"context"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/page/form"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Open implements page.Opener: one person in the panel, the form above and the history below.
func (p *Page) Open(id seminar.ID) {
	type opened struct {
		form    desk.Form
		history []string
	}
	of, d := p.env.Seminar().ID, p.env.Desk()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (opened, error) {
		f, err := d.Person(ctx, of, id)
		if err != nil {
			return opened{}, err
		}
		history, err := p.history(ctx, d, id)
		return opened{f, history}, err
	}, func(o opened, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.panel(o.form, o.history)
	})
}

// history is what happened to a person, newest first.
func (p *Page) history(ctx context.Context, d *desk.Desk, id seminar.ID) ([]string, error) {
	ops, err := d.Operations(ctx, desk.OperationFilter{Subject: id, Limit: 12})
	if err != nil {
		return nil, err
	}
	l := p.env.Lang
	lines := make([]string, len(ops))
	for i, o := range ops {
		at := o.Wall.In(p.env.Seminar().Location())
		lines[i] = l.Date(at) + " " + l.Time(at) + " · " + l.T("attendees.history."+string(o.Kind)) + " · " + l.T("window.desk", "letter", o.Desk)
		if o.Operator != "" {
			lines[i] += " · " + o.Operator
		}
	}
	return lines, nil
}

func (p *Page) add() {
	if p.env.Seminar().ID == "" {
		return
	}
	v := desk.Form{Registration: seminar.Registration{SeminarID: p.env.Seminar().ID, Status: seminar.Confirmed, Source: "form"}}
	if len(p.known.categories) > 0 {
		v.Registration.CategoryID = p.known.categories[0].ID
	}
	p.panel(v, nil)
}

// panel shows the form of a person; one without an id is new.
func (p *Page) panel(v desk.Form, history []string) {
	t := p.env.Lang.T
	shut := func() { p.env.Panel(nil, nil); p.table.Take() }
	var f *form.Form
	var panel *widgets.SidePanel
	leave := func() { // what was typed is not lost by one key
		if f.Changed() && panel.Note == "" {
			panel.SetNote(t("common.unsaved"))
			return
		}
		shut()
	}
	save := func() { p.save(f, v.Attendee.ID == "", shut) }
	f = form.New(form.Options{Lang: p.env.Lang, Categories: p.known.categories, Delegations: p.known.delegations,
		Questions: p.known.questions, Whole: true, OnSubmit: save, OnCancel: leave, Likely: p.askLikely, OnOpen: p.Open})
	f.Set(v)
	title := t("attendees.add")
	var foot []fyne.CanvasObject
	if v.Attendee.ID != "" {
		title = v.Attendee.Name()
		foot = append(foot, p.blockButton(v, shut))
	}
	button := widgets.NewPrimary(t("common.save"), "", save)
	hours := p.newAttended(v.Attendee.ID, f)
	content := widgets.Column(theme.Space3, f.Content(), hours.box)
	if len(history) > 0 {
		content.Add(widgets.Section(t("attendees.history")))
		for _, line := range history {
			text := widgets.Caption(line)
			text.Lines, text.RTL = 3, p.env.Lang.RTL()
			content.Add(text)
		}
	}
	panel = widgets.NewSidePanel(title, content, leave, append(foot, button)...)
	panel.RTL = p.env.Lang.RTL()
	p.env.Panel(panel, hours.closed)
	f.Focus()
	hours.panel = panel
	hours.load()
}

// askLikely looks for those who are probably the person being written.
func (p *Page) askLikely(v desk.Form, show func([]desk.Duplicate)) {
	p.likely.Ask(p.env, p.known.list, v, show)
}

func (p *Page) save(f *form.Form, added bool, shut func()) {
	v := f.Value()
	uipage.Do(p.env, func(ctx context.Context, d *desk.Desk) (desk.Registered, error) {
		if added {
			return d.Register(ctx, v)
		}
		return d.Edit(ctx, v)
	}, func(done desk.Registered, err error) {
		if err != nil {
			if !f.ShowProblems(err) {
				p.env.Fail(err)
			}
			return
		}
		shut()
		if done.Action != "" {
			p.env.Done(p.env.Lang.T("attendees.saved", "name", done.Row.Name()), done.Action)
		}
		for _, sentence := range form.Sentences(p.env.Lang, done.Notices) {
			p.env.Done(sentence, "")
		}
	})
}

func (p *Page) blockButton(v desk.Form, shut func()) fyne.CanvasObject {
	t, id := p.env.Lang.T, v.Attendee.ID
	if v.Registration.Blocked {
		return widgets.NewButtonWithIcon(t("attendees.unblock"), theme.Icon(theme.IconUnlock), func() {
			shut()
			p.act(t("attendees.unblocked"), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
				return d.Unblock(ctx, v.Registration.SeminarID, id)
			})
		})
	}
	return widgets.NewButtonWithIcon(t("attendees.block"), theme.Icon(theme.IconLock), func() { p.askBlock([]seminar.ID{id}) })
}
