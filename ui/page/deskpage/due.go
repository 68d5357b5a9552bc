package deskpage

import (
	"time"

	"fyne.io/fyne/v2/widget"

	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// around is how long before and after its beginning the list of a session is proposed.
const around = 15 * time.Minute

// FollowSetting is "yes" for a desk that goes to the list of a session by itself.
const FollowSetting = "desk.follow"

// due is the list that the programme has for this moment, while the desk stands at another one.
type due struct {
	list    seminar.List // no id: the desk stands where it should
	session seminar.Session
	over    bool // the session of the list in front is over; the list is the main entrance
	alone   bool // no other session begins at the same time, so that a desk can follow by itself
}

// is says whether two are the same turn of the programme.
func (d due) is(other due) bool {
	return d.list.ID == other.list.ID && d.session.ID == other.session.ID && d.over == other.over
}

// Tick implements page.Clocked.
func (p *Page) Tick() {
	if !p.loaded || p.list.ID == "" {
		return
	}
	now := p.dueAt(p.env.Desk().Now())
	if now.list.ID != "" && now.is(p.declined) {
		now = due{}
	}
	if now.list.ID != "" && now.alone && p.env.Setting(FollowSetting) == "yes" && p.idle() {
		p.due = now
		p.goToDue()
		p.env.Done(p.env.Lang.T("desk.due.turned", "list", now.list.Name), "")
		return
	}
	if !now.is(p.due) {
		p.due = now
		p.showDue()
	}
}

// idle says that nobody stands at the desk: nothing is typed, shown, asked or being saved.
func (p *Page) idle() bool {
	return p.entry.Text() == "" && !p.panel && !p.asking && !p.busy && len(p.queue) == 0 && p.waits == nil && !p.answer &&
		p.subject == nil && p.group == nil && p.picked < 0
}

// dueAt is what the programme has for a moment. Of several sessions that begin at once it is the first.
func (p *Page) dueAt(now time.Time) due {
	var found due
	begin := 0
	for _, l := range p.known.lists {
		s, ok := p.session(l.SessionID)
		if !ok || now.Before(s.Start.Add(-around)) || !now.Before(s.Start.Add(around)) || !now.Before(s.End) {
			continue
		}
		if l.ID == p.list.ID {
			return due{}
		}
		if begin++; begin == 1 {
			found = due{list: l, session: s}
		}
	}
	if begin > 0 {
		found.alone = begin == 1
		return found
	}
	s, ok := p.session(p.list.SessionID)
	if !ok || now.Before(s.End) {
		return due{}
	}
	for _, l := range p.known.lists {
		if l.SessionID == "" {
			return due{list: l, session: s, over: true, alone: true}
		}
	}
	return due{}
}

func (p *Page) session(id seminar.ID) (seminar.Session, bool) {
	for _, s := range p.known.sessions {
		if s.ID == id && id != "" {
			return s, true
		}
	}
	return seminar.Session{}, false
}

// goToDue brings the list that is proposed to the front. Scans that wait keep theirs.
func (p *Page) goToDue() {
	if p.due.list.ID == "" || p.panel || p.asking {
		return
	}
	id := string(p.due.list.ID)
	p.due, p.declined = due{}, due{}
	p.env.SetSetting(page.ListSetting(p.known.seminar.ID), id)
	p.chooseList(id)
	p.again()
	p.showDue()
	p.take()
}

// decline keeps a list that somebody chose: what the programme has for now is not proposed again.
func (p *Page) decline() {
	p.declined = p.dueAt(p.env.Desk().Now())
	p.due = due{}
	p.showDue()
}

// showDue shows the proposal as one quiet line with its key, or nothing.
func (p *Page) showDue() {
	p.dueLine.RemoveAll()
	defer p.content.Refresh()
	if p.due.list.ID == "" {
		p.dueLine.Hide()
		return
	}
	l, rtl := p.env.Lang, p.env.Lang.RTL()
	text := l.T("desk.due.begins", "session", p.due.session.Title, "time", l.Time(p.due.session.Start.In(p.known.seminar.Location())))
	if p.due.over {
		text = l.T("desk.due.over", "session", p.due.session.Title)
	}
	icon := widgets.Fixed(theme.Space4, theme.Space4, widget.NewIcon(theme.Icon(theme.IconClock)))
	turn := widgets.NewButton(l.T("desk.due.switch", "list", p.due.list.Name)+"  Ctrl+J", p.goToDue)
	stay := widgets.NewButton(l.T("desk.due.stay"), func() { p.decline(); p.take() })
	turn.Importance, stay.Importance = widget.LowImportance, widget.LowImportance
	p.dueLine.Add(widgets.Edge(rtl, nil, nil, p.before(icon, theme.Space2), widgets.Row(rtl, theme.Space2, turn, stay), cardText(text, theme.BodySize, theme.QuietText, 1, rtl)))
	p.dueLine.Show()
}
