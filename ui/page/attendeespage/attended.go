package attendeespage

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/attendance"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// attended is the part of a person's panel that says which sessions they attended.
type attended struct {
	page    *Page
	id      seminar.ID
	panel   *widgets.SidePanel
	box     *fyne.Container
	latest  task.Latest[desk.PersonHours]
	hours   desk.PersonHours
	correct *widgets.Button
}

func (p *Page) newAttended(id seminar.ID) *attended {
	return &attended{page: p, id: id, box: widgets.TextColumn(theme.Space2, widgets.PanelWidth-2*theme.Space4)}
}

// load reads the minutes anew. Somebody who is not registered yet has attended nothing.
func (a *attended) load() {
	p := a.page
	if a.id == "" {
		return
	}
	p.attended = a
	of, d := p.env.Seminar().ID, p.env.Desk()
	a.latest.Run(p.env.Context, p.env.Run, func(ctx context.Context) (desk.PersonHours, error) { return d.AttendanceOf(ctx, of, a.id) },
		func(h desk.PersonHours, err error) {
			if err != nil {
				p.env.Fail(err)
				return
			}
			a.hours = h
			a.show()
		})
}

// closed is told when the panel closes.
func (a *attended) closed() {
	a.latest.Cancel()
	if a.page.attended == a {
		a.page.attended = nil
	}
}

func (a *attended) show() {
	l := a.page.env.Lang
	a.box.RemoveAll()
	if len(a.hours.Sessions) == 0 {
		return
	}
	title := widgets.Section(l.T("attendees.attendance"))
	title.RTL = l.RTL()
	if a.correct == nil {
		a.correct = widgets.NewButtonWithIcon(l.T("attendees.attendance.correct")+"  Ctrl+H", theme.Icon(theme.IconEdit), a.ask)
	}
	a.box.Add(title)
	if a.hours.Of > 0 {
		sum := widgets.Quiet(l.T("attendees.attendance.sum", "minutes", l.Hours(a.hours.Minutes), "of", l.Hours(a.hours.Of),
			"percent", l.Number(a.hours.Percent)))
		sum.RTL = l.RTL()
		a.box.Add(sum)
	}
	for _, s := range a.hours.Sessions {
		a.box.Add(a.line(s))
	}
	a.box.Add(widgets.Row(l.RTL(), 0, a.correct))
	if a.panel != nil {
		a.panel.Refresh()
	}
}

// line is one session: what it was, how they attended, and by what that is known if not by two scans.
func (a *attended) line(s attendance.SessionAttendance) fyne.CanvasObject {
	l, zone := a.page.env.Lang, a.page.env.Seminar().Location()
	title := widgets.Body(s.Session.Title)
	title.Lines, title.RTL = 2, l.RTL()
	when := l.Time(s.Session.Start.In(zone)) + "–" + l.Time(s.Session.End.In(zone))
	if s.Status != "" {
		when += " · " + l.T("attendees.attendance.minutes", "n", l.Number(s.Minutes), "of", l.Number(int(s.Session.End.Sub(s.Session.Start)/time.Minute)))
	}
	at := widgets.Caption(when)
	at.RTL = l.RTL()
	marks := widgets.Flow(l.RTL(), theme.Space1, a.pill(attendanceKind(s.Status), "", l.T(statusKey(s.Status))))
	if s.Assumed {
		marks.Add(a.pill(widgets.KindNeutral, theme.IconClock, l.T("attendees.attendance.assumed")))
	}
	if s.Corrected {
		marks.Add(a.pill(widgets.KindNeutral, theme.IconEdit, l.T("attendees.attendance.corrected")))
	}
	line := widgets.TextColumn(2, widgets.PanelWidth-2*theme.Space4, title, at, marks)
	if c, ok := a.hours.Corrections[s.Session.ID]; ok && c.Why != "" {
		why := widgets.Caption(c.Why)
		why.Lines, why.RTL = 3, l.RTL()
		line.Add(why)
	}
	return line
}

func (a *attended) pill(kind widgets.Kind, icon theme.IconName, word string) fyne.CanvasObject {
	pill := widgets.NewStatusPill(kind, word)
	pill.Icon, pill.RTL = icon, a.page.env.Lang.RTL()
	return pill
}

func statusKey(s attendance.Status) string {
	if s == "" {
		return "attendees.attendance.coming"
	}
	return "common.attendance." + string(s)
}

func attendanceKind(s attendance.Status) widgets.Kind {
	switch s {
	case attendance.Present:
		return widgets.KindAccepted
	case attendance.Late:
		return widgets.KindAttention
	case attendance.Excused:
		return widgets.KindAlready
	case attendance.Absent:
		return widgets.KindRefused
	}
	return widgets.KindNeutral
}

// correctKey corrects the attendance of the person who is open.
func (p *Page) correctKey() {
	if p.attended != nil && len(p.attended.hours.Sessions) > 0 {
		p.attended.ask()
	}
}
