package programmepage

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/theme"
)

// line is one line of the agenda: a session, or the day that those below it are on.
type line struct {
	session int // -1: a day
	day     string
	warning string
}

// agenda is the list of sessions under their days; the cursor goes from session to session.
type agenda struct {
	cursor
	env      *page.Env
	of       seminar.Seminar
	sessions []seminar.Session
	lines    []line
}

const (
	dayHeight    = 44
	agendaHeight = 64 // of a session
)

func newAgenda(env *page.Env, open func(int)) *agenda {
	a := &agenda{env: env, cursor: cursor{at: -1, open: open, row: agendaHeight}}
	a.self = a
	a.count = func() int { return len(a.sessions) }
	a.id = func(i int) seminar.ID { return a.sessions[i].ID }
	a.line = func(i int) int { return slices.IndexFunc(a.lines, func(l line) bool { return l.session == i }) }
	a.Length = func() int { return len(a.lines) }
	a.CreateItem = func() fyne.CanvasObject { return newAgendaRow(a) }
	a.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*agendaRow).show(a.lines[i]) }
	a.HideSeparators = true
	a.ExtendBaseWidget(a)
	return a
}

// show fills the agenda.
func (a *agenda) show(of seminar.Seminar, sessions []seminar.Session) {
	a.keep(func() { a.of, a.sessions, a.lines = of, sessions, nil })
	zone := of.Location()
	for i, s := range sessions {
		if of.Start != of.End && (i == 0 || !sameDay(sessions[i-1].Start, s.Start, zone)) {
			a.lines = append(a.lines, line{session: -1, day: day(a.env.Lang, dayOf(s.Start, zone))})
		}
		a.lines = append(a.lines, line{session: i, warning: a.warning(s)})
	}
	for i, l := range a.lines {
		height := float32(agendaHeight)
		if l.session < 0 {
			height = dayHeight
		}
		a.SetItemHeight(i, height)
	}
	a.Refresh()
}

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
