package programmepage

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// line is one line of the agenda: a session, or the day that those below it are on.
type line struct {
	session int // -1: a day
	day     string
	warning string
}

// agenda is the list of sessions under their days. Up, Down, Home and End move between sessions; Enter or Space opens.
type agenda struct {
	widget.List
	env      *page.Env
	of       seminar.Seminar
	sessions []seminar.Session
	lines    []line
	at       int // the session under the cursor, -1: none
	focused  bool
	open     func(session int)
}

const dayHeight = 44

func newAgenda(env *page.Env, open func(int)) *agenda {
	a := &agenda{env: env, at: -1, open: open}
	a.Length = func() int { return len(a.lines) }
	a.CreateItem = func() fyne.CanvasObject { return newAgendaRow(a) }
	a.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*agendaRow).show(a.lines[i]) }
	a.HideSeparators = true
	a.ExtendBaseWidget(a)
	return a
}

// show fills the agenda; the cursor stays with its session.
func (a *agenda) show(of seminar.Seminar, sessions []seminar.Session) {
	var under seminar.ID
	if a.at >= 0 && a.at < len(a.sessions) {
		under = a.sessions[a.at].ID
	}
	kept := min(a.at, len(sessions)-1)
	a.of, a.sessions, a.lines, a.at = of, sessions, nil, kept
	zone := of.Location()
	for i, s := range sessions {
		if s.ID == under {
			a.at = i
		}
		if of.Start != of.End && (i == 0 || !sameDay(sessions[i-1].Start, s.Start, zone)) {
			a.lines = append(a.lines, line{session: -1, day: day(a.env.Lang, dayOf(s.Start, zone))})
		}
		a.lines = append(a.lines, line{session: i, warning: a.warning(s)})
	}
	for i, l := range a.lines {
		height := a.rowHeight()
		if l.session < 0 {
			height = dayHeight
		}
		a.SetItemHeight(i, height)
	}
	a.Refresh()
}

func (a *agenda) rowHeight() float32 { return 64 }

// warning is what is odd about a session: a day that the seminar does not have, a room that is taken.
func (a *agenda) warning(s seminar.Session) string {
	if d := dayOf(s.Start, a.of.Location()); d < a.of.Start || d > a.of.End {
		return a.env.Lang.T("programme.outside.short")
	}
	if len(clashes(a.sessions, s)) > 0 {
		return a.env.Lang.T("programme.clash.short")
	}
	return ""
}

// clashes are the other sessions in the same room at the same time.
func clashes(all []seminar.Session, s seminar.Session) []seminar.Session {
	var some []seminar.Session
	for _, o := range all {
		if o.ID != s.ID && strings.TrimSpace(s.Room) != "" && strings.EqualFold(strings.TrimSpace(o.Room), strings.TrimSpace(s.Room)) &&
			o.Start.Before(s.End) && s.Start.Before(o.End) {
			some = append(some, o)
		}
	}
	return some
}

// point puts the cursor on a session.
func (a *agenda) point(session int) {
	if session < 0 || session >= len(a.sessions) {
		return
	}
	a.at = session
	for i, l := range a.lines {
		if l.session == session && a.Size().Height >= a.rowHeight() {
			a.ScrollTo(i)
		}
	}
	a.Refresh()
}

// pointAt puts the cursor on the session with an id, once it is there.
func (a *agenda) pointAt(id seminar.ID) {
	for i, s := range a.sessions {
		if s.ID == id {
			a.point(i)
		}
	}
}

// FocusGained implements fyne.Focusable.
func (a *agenda) FocusGained() {
	a.focused = true
	if a.at < 0 {
		a.at = 0
	}
	a.Refresh()
}

// FocusLost implements fyne.Focusable.
func (a *agenda) FocusLost() { a.focused = false; a.Refresh() }

// TypedKey implements fyne.Focusable.
func (a *agenda) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown:
		a.point(a.at + 1)
	case fyne.KeyUp:
		a.point(a.at - 1)
	case fyne.KeyHome:
		a.point(0)
	case fyne.KeyEnd:
		a.point(len(a.sessions) - 1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		a.open(a.at)
	default:
		widgets.HandOn(a, ev)
	}
}

// take gives the agenda the focus of its window.
func (a *agenda) take() {
	if c := widgets.CanvasOf(a); c != nil {
		c.Focus(a)
	}
}

// kindIcon is what stands for each kind of session.
func kindIcon(k seminar.SessionKind) theme.IconName {
	switch k {
	case seminar.KindRegistration:
		return theme.IconDesk
	case seminar.KindOpening:
		return theme.IconFlag
	case seminar.KindAddress:
		return theme.IconMicrophone
	case seminar.KindPanel:
		return theme.IconGroup
	case seminar.KindWorkshop:
		return theme.IconLightbulb
	case seminar.KindVideo:
		return theme.IconCamera
	case seminar.KindCeremony:
		return theme.IconCertificates
	case seminar.KindBreak:
		return theme.IconCoffee
	}
	return theme.IconProgramme
}
