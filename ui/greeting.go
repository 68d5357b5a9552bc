package ui

import (
	"context"
	"slices"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/facing"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// turnFacing opens the screen that faces the attendees, or closes it. The keyboard stays with this window.
func (w *Window) turnFacing() {
	if w.facing != nil {
		w.facing.Close()
		return
	}
	w.facing = facing.Open(facing.Options{App: w.app, Title: w.lang.T("facing.title"), After: w.after, Closed: func() { w.facing = nil }})
	w.restFacing()
	w.window.RequestFocus()
}

// program is what the facing screen says of the programme.
type program struct{ now, next *seminar.Session }

// restFacing says on the facing screen what is on, and what comes next.
func (w *Window) restFacing() {
	if w.facing == nil || w.seminar.ID == "" {
		return
	}
	d, s, l := w.desk(), w.seminar, w.lang
	w.ahead(seminar.Category{}, func(p program) {
		at := d.Now().In(s.Location())
		below := said(sessionNow(l, p.now), sessionNext(l, s, p.next))
		if len(below) == 0 {
			below = said(s.Venue, l.T("facing.hint"))
		}
		w.facing.Rest(facing.Words{Above: widgets.Joined(" · ", l.Date(at), l.Time(at)), Name: s.Title(l.Tag()), RTL: l.RTL(), Below: below})
	})
}

// ahead reads what a category has before it, and hands it over if the screen is still open.
func (w *Window) ahead(of seminar.Category, then func(program)) {
	d, id := w.desk(), w.seminar.ID
	task.Run(w.work, w.run, func(ctx context.Context) (program, error) {
		var p program
		var err error
		p.now, p.next, err = d.Ahead(ctx, id, of, d.Now())
		return p, err
	}, func(p program, err error) {
		switch {
		case err != nil:
			w.log.Warn("facing", "error", err) // the desk goes on without
		case w.facing != nil:
			then(p)
		}
	})
}

// greet says to whoever was just checked in what concerns them, in their language if the interface has it. Why somebody
// was refused is between them and the desk.
func (w *Window) greet(a desk.ScanAnswer) {
	if w.facing == nil {
		return
	}
	l := w.lang
	if own := i18n.Open(a.Person.Language); a.Person.Language != "" && own.Tag() == a.Person.Language {
		l = own
	}
	s := w.seminar
	words := facing.Words{Kind: widgets.KindAccepted, RTL: l.RTL(), Name: a.Person.NameOnBadge(), Native: a.Person.NativeName}
	if words.Native == words.Name {
		words.Native = ""
	}
	switch {
	case a.Status != seminar.OK && a.Reason != seminar.ReasonAlreadyRedeemed || a.Person.ID == "":
		w.facing.Greet(facing.Words{Kind: widgets.KindAttention, RTL: l.RTL(), Name: l.T("facing.ask")})
		return
	case a.Type == seminar.Exit:
		words.Above = l.T("facing.goodbye")
		w.facing.Greet(words)
		return
	case a.Status != seminar.OK || a.Repeat || a.First != nil:
		words.Above = l.T("facing.back")
	default:
		words.Above = l.T("facing.welcome")
	}
	w.ahead(a.Category, func(p program) {
		words.Below = said(sessionNow(l, p.now), sessionNext(l, s, p.next))
		w.facing.Greet(words)
	})
}

// said are the texts that say something.
func said(texts ...string) []string {
	return slices.DeleteFunc(texts, func(t string) bool { return t == "" })
}

func sessionNow(l *i18n.Lang, s *seminar.Session) string {
	switch {
	case s == nil:
		return ""
	case s.Room == "":
		return l.T("facing.now", "session", s.Title)
	}
	return l.T("facing.now.room", "session", s.Title, "room", s.Room)
}

func sessionNext(l *i18n.Lang, of seminar.Seminar, s *seminar.Session) string {
	if s == nil {
		return ""
	}
	at := l.Time(s.Start.In(of.Location()))
	if s.Room == "" {
		return l.T("facing.next", "time", at, "session", s.Title)
	}
	return l.T("facing.next.room", "time", at, "session", s.Title, "room", s.Room)
}
