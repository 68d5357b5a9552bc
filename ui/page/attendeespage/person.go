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
	if !p.env.Leaving() {
		return
	}
	type opened struct {
		form    desk.Form
		history []moment
		twin    []desk.Duplicate // who is probably the same person, the likeliest
		before  []desk.Before
		waits   int // the place on the waiting list, 0 for none
	}
	event, list, d := p.env.Seminar(), p.known.list, p.env.Desk()
	task.Run(p.env.Context, p.env.Run, func(ctx context.Context) (opened, error) {
		f, err := d.Person(ctx, event.ID, id)
		if err != nil {
			return opened{}, err
		}
		history, err := p.history(ctx, d, id, event.Location())
		if err != nil {
			return opened{}, err
		}
		twin, err := d.Likely(ctx, f, list, 1)
		if err != nil {
			return opened{}, err
		}
		o := opened{form: f, history: history, twin: twin}
		if o.before, err = d.CameBefore(ctx, event.ID, id); err != nil {
			return opened{}, err
		}
		if f.Registration.Status == seminar.Waitlisted {
			o.waits, err = d.WaitingAt(ctx, event.ID, id)
		}
		return o, err
	}, func(o opened, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		p.panel(o.form, o.history, o.twin, p.known.standing(p.env, o.form, o.waits), earlier(p.env.Lang, o.before))
	})
}

func (p *Page) add() {
	if p.env.Seminar().ID == "" || !p.leavePanel() {
		return
	}
	v := desk.Form{Registration: seminar.Registration{SeminarID: p.env.Seminar().ID, Status: seminar.Confirmed, Source: "form"}}
	if len(p.known.categories) > 0 {
		v.Registration.CategoryID = p.known.categories[0].ID
	}
	p.panel(v, nil, nil, "", "")
}

// panel shows the form of a person; one without an id is new.
func (p *Page) panel(v desk.Form, history []moment, twin []desk.Duplicate, standing, before string) {
	t := p.env.Lang.T
	shut := func() { p.env.Panel(nil, nil); p.take() }
	var f *form.Form
	var panel *widgets.SidePanel
	leave := func() {
		if panel.Leaving() {
			shut()
		}
	}
	save := func() {
		if f.Check() {
			p.save(f, v.Attendee.ID == "", shut)
		}
	}
	f = form.New(form.Options{Lang: p.env.Lang, Categories: p.known.categories, Delegations: p.known.delegations,
		Questions: p.known.questions, Whole: true, ChoosePhoto: p.env.ChoosePhoto, OnSubmit: save, OnCancel: leave, Likely: p.askLikely, OnOpen: p.Open,
		Zone: p.env.Seminar().Location(), NoPlace: func(r seminar.Registration, show func(*desk.Shortage)) { p.likely.AskPlace(p.env, r, show) }})
	f.Set(v)
	title := t("attendees.add")
	var foot []fyne.CanvasObject
	if v.Attendee.ID != "" {
		title = v.Attendee.Name()
		foot = append(foot, p.blockButton(v))
	}
	button := widgets.NewPrimary(t("common.save"), "", save)
	content := widgets.Column(theme.Space3)
	if len(twin) > 0 && p.pairing == nil {
		content.Add(p.twinNotice(v.Attendee.ID, twin[0]))
	}
	if a := v.Attendee; a.Anonymised != "" {
		gone := widgets.NewNotice(widgets.KindAttention, t("privacy.anonymised", "date", p.onDay(a.Anonymised)), t("privacy.anonymised.form"))
		gone.RTL = p.env.Lang.RTL()
		content.Add(widgets.TextColumn(0, widgets.PanelWidth-2*theme.Space4, gone))
	}
	for _, words := range []string{standing, before} {
		if words != "" {
			said := widgets.Quiet(words)
			said.RTL = p.env.Lang.RTL()
			content.Add(widgets.TextColumn(0, widgets.PanelWidth-2*theme.Space4, said))
		}
	}
	hours := p.newAttended(v.Attendee.ID)
	content.Add(f.Content())
	content.Add(hours.box)
	var past *past
	if len(history) > 0 {
		past = newPast(p.env.Lang, history)
		content.Add(past)
	}
	if id := v.Attendee.ID; id != "" {
		concerns := widgets.NewButtonWithIcon(t("privacy.title")+"…", theme.Icon(theme.IconShield), func() { p.openPrivacy(id) })
		content.Add(widgets.Row(p.env.Lang.RTL(), 0, concerns))
	}
	panel = widgets.NewSidePanel(title, content, leave, append(foot, button)...)
	panel.RTL = p.env.Lang.RTL()
	p.env.Guard(panel, f.Changed)
	p.env.Panel(panel, func() {
		p.past, p.shown = nil, ""
		hours.closed()
	})
	p.past, p.shown = past, v.Attendee.ID // after the panel before was closed
	f.Focus()
	hours.panel = panel
	hours.load()
}

// twinNotice says who else is probably the person in the panel, and offers to look at both.
func (p *Page) twinNotice(id seminar.ID, other desk.Duplicate) fyne.CanvasObject {
	l := p.env.Lang
	notice := widgets.NewNotice(widgets.KindAttention, l.T("attendees.twins.notice", "who", form.Who(l, other.A.Name(), other.A.Organisation)), form.Why(l, other.Reasons))
	notice.RTL = l.RTL()
	look := widgets.NewButtonWithIcon(l.T("attendees.twins.compare"), theme.Icon(theme.IconMerge), func() { p.compare(id, other.A.AttendeeID) })
	return widgets.TextColumn(theme.Space2, widgets.PanelWidth-2*theme.Space4, notice, widgets.Row(l.RTL(), 0, look))
}

// leavePanel closes the panel, and says whether it did: it asks first if something would be lost.
func (p *Page) leavePanel() bool {
	if !p.env.Leaving() {
		return false
	}
	p.env.Panel(nil, nil)
	return true
}

// askLikely looks for those who are probably the person being written.
func (p *Page) askLikely(v desk.Form, show func([]desk.Duplicate)) {
	p.likely.Ask(p.env, p.known.list, v, show)
}

func (p *Page) save(f *form.Form, added bool, shut func()) {
	v, position := f.Value(), 0
	uipage.Do(p.env, func(ctx context.Context, d *desk.Desk) (desk.Registered, error) {
		if !added {
			return d.Edit(ctx, v)
		}
		done, err := d.Register(ctx, v)
		if err == nil && done.Row.Status == seminar.Waitlisted {
			position, err = d.WaitingAt(ctx, done.Row.SeminarID, done.Row.AttendeeID)
		}
		return done, err
	}, func(done desk.Registered, err error) {
		if err != nil {
			if !f.ShowProblems(err) {
				p.env.Fail(err)
			}
			return
		}
		shut()
		if done.Action != "" {
			message := p.env.Lang.T("attendees.saved", "name", done.Row.Name())
			switch {
			case position > 0:
				message = p.env.Lang.T("attendees.saved.waits", "name", done.Row.Name(), "n", p.env.Lang.Number(position))
			case added && done.Row.Status == seminar.Pending && v.Registration.Status == seminar.Confirmed:
				message = p.env.Lang.T("attendees.saved.pending", "name", done.Row.Name())
			}
			p.env.Done(message, done.Action)
		}
		for _, sentence := range form.Sentences(p.env.Lang, done.Notices) {
			p.env.Done(sentence, "")
		}
	})
}

func (p *Page) blockButton(v desk.Form) fyne.CanvasObject {
	t, id := p.env.Lang.T, v.Attendee.ID
	if v.Registration.Blocked {
		return widgets.NewButtonWithIcon(t("attendees.unblock"), theme.Icon(theme.IconUnlock), func() {
			if !p.leavePanel() {
				return
			}
			p.act(t("attendees.unblocked"), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
				return d.Unblock(ctx, v.Registration.SeminarID, id)
			})
		})
	}
	return widgets.NewButtonWithIcon(t("attendees.block"), theme.Icon(theme.IconLock), func() { p.askBlock([]seminar.ID{id}) })
}
