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

// consent is the part of the panel that says what somebody agreed to, and in which that is recorded and withdrawn.
type consent struct {
	page    *Page
	form    desk.Form
	all     []seminar.Consent
	of      seminar.Consent // that is being recorded
	asked   *widgets.Select
	state   *widgets.Segmented
	where   *widgets.Segmented
	wording *widgets.Entry
	shut    func()
}

func (p *Page) newConsent(f desk.Form, all []seminar.Consent) *consent {
	l := p.env.Lang
	c := &consent{page: p, form: f, all: all, asked: widgets.NewSelect(nil, nil)}
	var states, places []widgets.Segment
	for _, s := range seminar.ConsentStates() {
		states = append(states, widgets.Segment{ID: string(s), Label: l.T("privacy.consent." + string(s))})
	}
	for _, s := range seminar.ConsentPlaces() {
		places = append(places, widgets.Segment{ID: string(s), Label: l.T("privacy.place." + string(s))})
	}
	c.state = widgets.NewSegmented(states, "", nil)
	c.where = widgets.NewSegmented(places, string(seminar.ConsentAtDesk), nil)
	c.wording = widgets.NewEntry("", true)
	c.wording.SetMinRowsVisible(4)
	c.state.RTL, c.where.RTL = l.RTL(), l.RTL()
	for _, one := range all {
		c.asked.Options = append(c.asked.Options, c.called(one))
	}
	c.turnTo(all[0])
	c.asked.SetSelectedIndex(0)
	c.asked.OnChanged = func(string) { c.turnTo(all[c.asked.SelectedIndex()]) }
	return c
}

// called is what somebody is asked to agree to, in short.
func (c *consent) called(one seminar.Consent) string {
	if one.Question == nil {
		return c.page.env.Lang.T("privacy.consent.data")
	}
	return one.Question.Said(c.page.env.Lang.Tag())
}

// asks is the wording as it is put to people now: of a question it stands in the question.
func (c *consent) asks(one seminar.Consent) string {
	if one.Question == nil {
		return cmp.Or(one.Wording, c.page.env.Lang.T("privacy.wording.default"))
	}
	return one.Question.Wording(c.page.env.Lang.Tag())
}

func (c *consent) turnTo(one seminar.Consent) {
	c.of = one
	c.state.Select(string(one.State))
	c.wording.SetText(c.asks(one))
	c.wording.Disable()
	if one.Question == nil {
		c.wording.Enable()
	}
}

func (c *consent) content() fyne.CanvasObject {
	l := c.page.env.Lang
	field := func(key string, control fyne.CanvasObject) *widgets.FormField {
		f := widgets.NewFormField(l.T(key), control)
		f.RTL = l.RTL()
		return f
	}
	within := func(s *widgets.Segmented) fyne.CanvasObject {
		return widgets.Fixed(widgets.PanelWidth-2*theme.Space4, 0, s)
	} // long words give way
	column := widgets.Column(theme.Space3)
	for _, one := range c.all {
		column.Add(c.stands(one))
	}
	if len(c.all) > 1 {
		column.Add(field("privacy.consent.of", c.asked))
	}
	state := field("privacy.consent", within(c.state))
	state.Hint = l.T("privacy.consent.hint")
	column.Add(state)
	column.Add(field("privacy.place", within(c.where)))
	column.Add(field("privacy.wording", c.wording))
	return column
}

// stands says where one consent stands and to which words, with the key that withdraws it.
func (c *consent) stands(one seminar.Consent) fyne.CanvasObject {
	l := c.page.env.Lang
	title := widgets.Body(c.called(one))
	title.Lines, title.RTL = 4, l.RTL()
	column := widgets.Column(theme.Space1, title, c.page.said(c.recorded(one.Agreed)))
	if words := cmp.Or(one.Wording, one.Version); words != "" {
		said := widgets.Caption("“" + words + "”")
		if one.Version != "" {
			said.SetText(widgets.Joined(" · ", said.Text, one.Version))
		}
		said.Lines, said.RTL = 6, l.RTL()
		column.Add(said)
	}
	if one.Holds() {
		column.Add(widgets.Row(l.RTL(), 0, widgets.NewButton(l.T("privacy.withdraw"), func() {
			c.keep(one, seminar.Agreed{State: seminar.ConsentWithdrawn})
		})))
	}
	return column
}

// recorded is when, where and by whom a consent was recorded.
func (c *consent) recorded(a seminar.Agreed) string {
	l := c.page.env.Lang
	if a.State == "" {
		return l.T("privacy.consent.none")
	}
	said := l.T("privacy.consent." + string(a.State))
	if a.At != "" && a.Where != "" { // else it is of a version before, or of a list that does not say
		said = l.T("privacy.consent.recorded", "state", said, "date", c.page.onDay(a.At),
			"place", l.T("privacy.place."+string(a.Where)), "operator", a.By, "desk", a.Desk)
	}
	if a.Before != "" {
		said = widgets.Joined(" ", said, l.T("privacy.consent.before", "date", c.page.onDay(a.Before)))
	}
	return said
}

func (c *consent) changed() bool { return c.state.Selected != string(c.of.State) }

// record writes down what is chosen.
func (c *consent) record() {
	if c.state.Selected == "" { // nothing was said
		c.shut()
		return
	}
	l := c.page.env.Lang
	said := seminar.Agreed{State: seminar.ConsentState(c.state.Selected), Where: seminar.ConsentPlace(c.where.Selected)}
	if c.wording.Text != c.of.Wording {
		said.Wording, said.Language = c.wording.Text, l.Tag()
	}
	if !said.Holds() && c.of.Question != nil { // whoever does not agree says it of the words that they know
		said.Wording = ""
	}
	c.keep(c.of, said)
}

func (c *consent) keep(of seminar.Consent, said seminar.Agreed) {
	p, question := c.page, seminar.ID("")
	if of.Question != nil {
		question = of.Question.ID
	}
	uipage.Do(p.env, func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		return d.RecordConsent(ctx, c.form.Registration.SeminarID, c.form.Attendee.ID, question, said)
	}, func(a desk.Action, err error) {
		if err != nil {
			p.env.Fail(err)
			return
		}
		c.shut()
		p.env.Done(p.env.Lang.T("privacy.consent.saved", "name", c.form.Attendee.Name()), a)
	})
}
