package programmepage

import (
	"context"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// add opens a new session, after the last one.
func (p *Page) add() {
	of := p.env.Seminar()
	if of.ID == "" {
		return
	}
	first, err := time.ParseInLocation(time.DateOnly, of.Start, of.Location())
	if err != nil {
		first = p.env.Desk().Now()
	}
	start := first.Add(9 * time.Hour)
	room := ""
	if n := len(p.sessions); n > 0 {
		start, room = p.sessions[n-1].End, p.sessions[n-1].Room
	}
	p.edit(seminar.Session{SeminarID: of.ID, Kind: seminar.KindPanel, Room: room, Start: start, End: start.Add(time.Hour), Counts: true,
		Position: desk.Behind(p.sessions, func(v seminar.Session) int { return v.Position })})
}

// open opens the session at a place of the programme.
func (p *Page) open(at int) {
	if at >= 0 && at < len(p.sessions) && p.env.Leaving() {
		p.edit(p.sessions[at])
	}
}

// sessionSheet is the form of one session.
type sessionSheet struct {
	*sheet
	base       seminar.Session
	title      *widgets.Entry
	kind       *widgets.Select
	day        *widgets.Select
	days       []string
	start, end *widgets.Entry
	room       *widgets.Suggest
	speakers   *speakers
	capacity   *widgets.Entry
	counts     *widgets.Check
}

// edit opens a session in the panel; one without an id is new.
func (p *Page) edit(v seminar.Session) {
	t, zone := p.env.Lang.T, p.env.Seminar().Location()
	s := &sessionSheet{sheet: p.newSheet(), base: v}
	s.of = v.ID
	s.title = s.entry("title", t("programme.title"), v.Title)
	var kinds []string
	for _, k := range seminar.SessionKinds() {
		kinds = append(kinds, t("common.kind."+string(k)))
	}
	s.kind = widgets.NewSelect(kinds, nil)
	s.kind.Selected = t("common.kind." + string(v.Kind))
	s.add("kind", t("programme.kind"), s.kind)
	s.makeDay(dayOf(v.Start, zone))
	var start, end *widgets.FormField
	s.start, start = s.clockField("start", t("programme.start"), v.Start.In(zone))
	s.end, end = s.clockField("end", t("programme.end"), v.End.In(zone))
	s.beside(start, end)
	s.makeRoom(v.Room)
	s.speakers = newSpeakers(s.sheet, v.Speakers)
	s.add("speakers", t("programme.speakers"), s.speakers.content).Hint = t("programme.speakers.hint")
	s.capacity = s.entry("capacity", t("programme.capacity"), strconv.Itoa(v.Capacity))
	s.counts = widgets.NewCheck(t("programme.counts"), nil)
	s.counts.Checked = v.Counts
	s.column.Add(s.counts)
	s.start.OnChanged = func(string) { s.fields["start"].SetError(""); s.warn() }
	s.end.OnChanged = func(string) { s.fields["end"].SetError(""); s.warn() }
	s.save = s.submit
	s.filled = func() any { v, _ := s.value(); return [2]any{v, s.start.Text + " " + s.end.Text} }
	s.retime = func(now seminar.Session) {
		if now.Start.Equal(s.base.Start) && now.End.Equal(s.base.End) {
			return // what somebody is typing stays
		}
		changed := s.changed()
		s.base.Start, s.base.End, s.base.Position = now.Start, now.End, now.Position
		s.start.SetText(p.env.Lang.Time(now.Start.In(zone)))
		s.end.SetText(p.env.Lang.Time(now.End.In(zone)))
		s.setDay(dayOf(now.Start, zone))
		if !changed {
			s.before = s.filled()
		}
	}
	s.warn()
	var more []fyne.CanvasObject
	if v.ID != "" {
		more = append(more, widgets.NewButtonWithIcon(t("common.remove"), theme.Icon(theme.IconTrash), p.remove))
	}
	s.open(t("programme.session"), more...)
}

// makeDay offers the seminar's days, and the session's own if it is none of them. Where there is one day it is not asked.
func (s *sessionSheet) makeDay(own string) {
	l := s.page.env.Lang
	s.days = daysOf(s.page.env.Seminar())
	if !slices.Contains(s.days, own) {
		s.days = append(s.days, own)
	}
	var names []string
	for _, d := range s.days {
		names = append(names, day(l, d))
	}
	s.day = widgets.NewSelect(names, func(string) { s.fields["day"].SetError(""); s.warn() })
	f := s.field("day", l.T("programme.day"), s.day)
	s.day.Selected = day(l, own)
	if len(s.days) > 1 {
		s.column.Add(f)
	}
}

func (s *sessionSheet) setDay(own string) {
	if slices.Contains(s.days, own) {
		s.day.SetSelected(day(s.page.env.Lang, own))
	}
}

// makeRoom offers the rooms that the programme has already.
func (s *sessionSheet) makeRoom(room string) {
	s.room = widgets.NewSuggest("")
	s.steer(s.room.Entry)
	s.room.SetText(room)
	s.room.OnEnter = func() { s.save() }
	s.room.OnTaken = func(string) { s.warn() }
	s.room.Resized = s.column.Refresh
	s.room.Find = func(text string, offer func([]string)) {
		s.warn()
		var rooms []string
		for _, o := range s.page.sessions {
			if strings.HasPrefix(strings.ToLower(o.Room), strings.ToLower(strings.TrimSpace(text))) && !slices.Contains(rooms, o.Room) &&
				!strings.EqualFold(o.Room, text) && o.Room != "" && strings.TrimSpace(text) != "" {
				rooms = append(rooms, o.Room)
			}
		}
		offer(rooms)
	}
	s.add("room", s.page.env.Lang.T("programme.room"), s.room.Content())
}

// value is the session as it is filled in, and what of it could not be read.
func (s *sessionSheet) value() (seminar.Session, seminar.Problems) {
	now, zone := s.base, s.page.env.Seminar().Location()
	var bad seminar.Problems
	now.Title, now.Room, now.Counts = strings.TrimSpace(s.title.Text), strings.TrimSpace(s.room.Entry.Text), s.counts.Checked
	if i := s.kind.SelectedIndex(); i >= 0 {
		now.Kind = seminar.SessionKinds()[i]
	}
	at := dayOf(s.base.Start, zone)
	if i := s.day.SelectedIndex(); i >= 0 {
		at = s.days[i]
	}
	read := func(field, text string) time.Time {
		h, m, ok := readClock(text)
		date, err := time.Parse(time.DateOnly, at)
		if !ok || err != nil {
			bad = append(bad, s.problem(field, "programme.clock.unread", "value", text))
		}
		return time.Date(date.Year(), date.Month(), date.Day(), h, m, 0, 0, zone).UTC()
	}
	now.Start, now.End = read("start", s.start.Text), read("end", s.end.Text)
	now.Speakers = s.speakers.value()
	var err error
	if now.Capacity, err = strconv.Atoi(strings.TrimSpace(s.capacity.Text)); err != nil {
		now.Capacity = -1
	}
	if of := s.page.env.Seminar(); at < of.Start || at > of.End {
		bad = append(bad, s.problem("day", "programme.outside", "days", days(s.page.env.Lang, of)))
	}
	return now, bad
}

// warn says that the room is taken at that time. It may be meant so: nobody is kept from saving.
func (s *sessionSheet) warn() {
	if s.speakers == nil {
		return // the form is being made
	}
	now, bad := s.value()
	warning := ""
	if others := clashes(s.page.sessions, now); len(others) > 0 && len(bad) == 0 {
		warning = s.page.env.Lang.T("programme.clash", "title", others[0].Title)
	}
	s.fields["room"].SetWarning(warning)
}

func (s *sessionSheet) submit() {
	now, bad := s.value()
	for _, e := range desk.ValidateSession(now) {
		if bad.For(e.Field) == nil && (e.Field != "end" || bad.For("start") == nil) {
			bad = append(bad, e)
		}
	}
	if s.problems(bad.OrNil()) {
		return
	}
	p := s.page
	var id seminar.ID
	p.act(p.env.Lang.T("programme.saved", "title", now.Title), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
		saved, action, err := d.SaveSession(ctx, now)
		id = saved.ID
		return action, err
	}, func() { s.kept(id) })
}
