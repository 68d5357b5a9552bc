package attendeespage

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"lanyard/internal/attendance"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	uipage "lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// correcting writes by hand how somebody attended a session.
type correcting struct {
	page    *Page
	hours   desk.PersonHours
	at      int // the session
	status  *widgets.Segmented
	minutes *widgets.Entry
	why     *widgets.Entry
	fields  map[string]*widgets.FormField
	column  *fyne.Container
	panel   *widgets.SidePanel
	before  seminar.Correction // as it was filled in, to know whether anything was changed
	back    *widgets.Button    // takes a correction back
}

// ask opens the correction in the place of the person. What was changed about the person is to be saved or given up first.
func (a *attended) ask() {
	p := a.page
	if !p.env.Leaving() {
		return
	}
	c := &correcting{page: p, hours: a.hours, fields: map[string]*widgets.FormField{}}
	c.build()
}

// first is the session that most likely needs it: one that counts, with an absence or an end that nobody saw.
func (c *correcting) first() int {
	return max(0, slices.IndexFunc(c.hours.Sessions, func(s attendance.SessionAttendance) bool {
		return s.Session.Counts && !s.Corrected && (s.Status == attendance.Absent || s.Assumed)
	}))
}

func (c *correcting) build() {
	p, l, rtl := c.page, c.page.env.Lang, c.page.env.Lang.RTL()
	var titles []string
	for i, s := range c.hours.Sessions {
		titles = append(titles, strconv.Itoa(i+1)+"  "+l.Time(s.Session.Start.In(p.env.Seminar().Location()))+"  "+s.Session.Title)
	}
	session := widgets.NewSelect(titles, nil)
	var segments []widgets.Segment
	for _, s := range []attendance.Status{attendance.Present, attendance.Late, attendance.Excused, attendance.Absent} {
		segments = append(segments, widgets.Segment{ID: string(s), Label: l.T("common.attendance." + string(s))})
	}
	c.status = widgets.NewSegmented(segments, "", func(string) { c.there() })
	c.status.RTL = rtl
	c.minutes, c.why = widgets.NewEntry("", false), widgets.NewEntry(l.T("attendees.attendance.why.hint"), false)
	for _, e := range []*widgets.Entry{c.minutes, c.why} {
		e.OnEnter, e.OnEscape = c.save, c.leave
	}
	c.column = widgets.Column(theme.Space3, c.field("session", session), c.field("status", widgets.Fixed(widgets.PanelWidth-2*theme.Space4, 0, c.status)), c.field("minutes", c.minutes), c.field("why", c.why))
	c.back = widgets.NewButtonWithIcon(l.T("attendees.attendance.take_back"), theme.Icon(theme.IconUndo), c.takeBack)
	c.panel = widgets.NewSidePanel(l.T("attendees.attendance")+" · "+c.hours.Row.Name(), c.column, c.leave, c.back, widgets.NewPrimary(l.T("common.save"), "", c.save))
	c.panel.RTL = rtl
	session.SetSelectedIndex(c.first())
	c.choose(c.first())
	session.OnChanged = func(string) {
		switch at := session.SelectedIndex(); {
		case at == c.at:
		case c.panel.Leaving():
			c.choose(at)
		default:
			session.SetSelectedIndex(c.at) // what was written is of this one
		}
	}
	p.env.Guard(c.panel, func() bool { return c.before != c.written() })
	p.env.Panel(c.panel, nil)
	p.env.Window.Canvas().Focus(session)
}

func (c *correcting) field(name string, control fyne.CanvasObject) *widgets.FormField {
	f := widgets.NewFormField(c.page.env.Lang.T("attendees.attendance."+name+".label"), control)
	f.RTL = c.page.env.Lang.RTL()
	c.fields[name] = f
	return f
}

// choose fills in what is known of a session.
func (c *correcting) choose(i int) {
	if i < 0 {
		return
	}
	c.at = i
	s := c.hours.Sessions[i]
	c.status.Selected = string(s.Status)
	if s.Status == "" || s.Status == attendance.Absent && !s.Corrected { // whoever corrects an absence has seen the person
		c.status.Selected = string(attendance.Present)
	}
	c.status.Refresh()
	c.minutes.SetText(strconv.Itoa(s.Minutes))
	if s.Minutes == 0 {
		c.minutes.SetText(strconv.Itoa(c.most()))
	}
	c.why.SetText(c.hours.Corrections[s.Session.ID].Why)
	if s.Corrected {
		c.back.Show()
	} else {
		c.back.Hide()
	}
	c.before = c.written()
	c.panel.SetNote("")
	c.there()
}

// most is how long the session is, in minutes.
func (c *correcting) most() int {
	s := c.hours.Sessions[c.at].Session
	return int(s.End.Sub(s.Start).Minutes())
}

// there shows the minutes of somebody who was there.
func (c *correcting) there() {
	for _, f := range c.fields {
		f.SetError("")
	}
	c.fields["minutes"].SetHint(c.page.env.Lang.T("attendees.attendance.minutes.hint", "most", c.page.env.Lang.Number(c.most())))
	if c.present() {
		c.fields["minutes"].Show()
	} else {
		c.fields["minutes"].Hide()
	}
	c.column.Refresh()
	c.panel.Refresh()
}

func (c *correcting) present() bool {
	return c.status.Selected == string(attendance.Present) || c.status.Selected == string(attendance.Late)
}

// leave goes back to the person.
func (c *correcting) leave() { c.page.Open(c.hours.Row.AttendeeID) }

// written is the correction as it is filled in.
func (c *correcting) written() seminar.Correction {
	v := seminar.Correction{SeminarID: c.page.env.Seminar().ID, AttendeeID: c.hours.Row.AttendeeID, SessionID: c.hours.Sessions[c.at].Session.ID,
		Status: c.status.Selected, Why: strings.TrimSpace(c.why.Text)}
	if c.present() {
		n, err := strconv.Atoi(strings.TrimSpace(c.minutes.Text))
		if err != nil {
			n = -1
		}
		v.Minutes = n
	}
	return v
}

func (c *correcting) save() {
	l, v := c.page.env.Lang, c.written()
	c.act(l.T("attendees.attendance.done", "name", c.hours.Row.Name()), func(ctx context.Context, d *desk.Desk) (desk.Action, error) { return d.Correct(ctx, v) })
}

func (c *correcting) takeBack() {
	id, session := c.hours.Row.AttendeeID, c.hours.Sessions[c.at].Session.ID
	c.act(c.page.env.Lang.T("attendees.attendance.taken_back", "name", c.hours.Row.Name()), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		return d.TakeBack(ctx, session, id)
	})
}

func (c *correcting) act(message string, do func(context.Context, *desk.Desk) (desk.Action, error)) {
	p := c.page
	uipage.Do(p.env, do, func(a desk.Action, err error) {
		var problems seminar.Problems
		switch {
		case errors.As(err, &problems):
			for _, e := range problems {
				if f := c.fields[e.Field]; f != nil {
					f.SetError(p.env.Lang.Err(e))
				}
			}
			c.column.Refresh()
		case err != nil:
			p.env.Fail(err)
		default:
			c.before = c.written()
			p.env.Done(message, a)
			c.leave()
		}
	})
}
