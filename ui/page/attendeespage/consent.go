package attendeespage

import (
	"cmp"
	"context"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// consent is the part of the panel in which somebody's consent is recorded.
type consent struct {
	page    *Page
	form    desk.Form
	state   *widgets.Segmented
	where   *widgets.Segmented
	wording *widgets.Entry
}

func (p *Page) newConsent(f desk.Form) *consent {
	l := p.env.Lang
	c := &consent{page: p, form: f}
	var states, places []widgets.Segment
	for _, s := range seminar.ConsentStates() {
		states = append(states, widgets.Segment{ID: string(s), Label: l.T("privacy.consent." + string(s))})
	}
	for _, s := range seminar.ConsentPlaces() {
		places = append(places, widgets.Segment{ID: string(s), Label: l.T("privacy.place." + string(s))})
	}
	was := f.Attendee.Consent
	c.state = widgets.NewSegmented(states, string(was.State), nil)
	c.where = widgets.NewSegmented(places, string(seminar.ConsentAtDesk), nil)
	c.wording = widgets.NewEntry("", true)
	c.wording.SetMinRowsVisible(4)
	c.state.RTL, c.where.RTL = l.RTL(), l.RTL()
	c.wording.SetText(cmp.Or(was.Wording, l.T("privacy.wording.default")))
	return c
}

func (c *consent) content() fyne.CanvasObject {
	l := c.page.env.Lang
	was := c.form.Attendee.Consent
	stands := l.T("privacy.consent.none")
	if was.State != "" {
		stands = l.T("privacy.consent.recorded", "state", l.T("privacy.consent."+string(was.State)), "date", c.page.onDay(was.At),
			"place", l.T("privacy.place."+string(was.Where)), "operator", was.By, "desk", was.Desk)
		if was.At == "" || was.Where == "" { // of a version before, or of a command line
			stands = l.T("privacy.consent." + string(was.State))
		}
	}
	field := func(key string, control fyne.CanvasObject) *widgets.FormField {
		f := widgets.NewFormField(l.T(key), control)
		f.RTL = l.RTL()
		return f
	}
	within := func(s *widgets.Segmented) fyne.CanvasObject {
		return widgets.Fixed(widgets.PanelWidth-2*theme.Space4, 0, s)
	} // long words give way
	state := field("privacy.consent", within(c.state))
	state.Hint = l.T("privacy.consent.hint")
	return widgets.Column(theme.Space3, c.page.said(stands), state, field("privacy.place", within(c.where)), field("privacy.wording", c.wording))
}

func (c *consent) changed() bool {
	was := c.form.Attendee.Consent
	return c.state.Selected != string(was.State)
}

func (c *consent) record(shut func()) {
	p := c.page
	if c.state.Selected == "" { // nothing was said
		shut()
		return
	}
	said := seminar.Agreed{State: seminar.ConsentState(c.state.Selected), Wording: c.wording.Text, Language: p.env.Lang.Tag(),
		Where: seminar.ConsentPlace(c.where.Selected)}
	if said.Wording == c.form.Attendee.Consent.Wording {
		said.Language = c.form.Attendee.Consent.Language
	}
	uipage.Do(p.env, func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		return d.RecordConsent(ctx, c.form.Registration.SeminarID, c.form.Attendee.ID, said)
	}, func(a desk.Action, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		shut()
		p.env.Done(p.env.Lang.T("privacy.consent.saved", "name", c.form.Attendee.Name()), a)
	})
}
