package deskpage_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page/deskpage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// berlin is a seminar over the night of 26 October 2025, on which clocks are set back, with a daily main entrance and a
// session across midnight; its people are registered, and nobody has come.
func berlin(t *testing.T, people ...string) *stand {
	s := open(t, uitest.Options{Seminar: seminar.Seminar{Titles: map[string]string{"en": "Long nights"}, Zone: "Europe/Berlin", Start: "2025-10-25", End: "2025-10-27"}})
	s.Now = at("2025-10-25T09:00:00+02:00")
	ctx := context.Background()
	lists, err := s.Desk.Lists(ctx, s.Of)
	s.No(err)
	for _, l := range lists {
		l.Removed = true
		_, _, err := s.Desk.SaveList(ctx, l)
		s.No(err)
	}
	_, _, err = s.Desk.SaveList(ctx, seminar.List{SeminarID: s.Of, Name: "Main entrance", Frequency: seminar.Daily, ReEntry: true})
	s.No(err)
	for _, name := range people {
		_, err := s.Desk.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Lale", FamilyName: name}, Registration: seminar.Registration{SeminarID: s.Of, Status: seminar.Confirmed}})
		s.No(err)
	}
	s.page.Show()
	return s
}

func at(moment string) time.Time {
	t, err := time.Parse(time.RFC3339, moment)
	if err != nil {
		panic(err)
	}
	return t
}

// arrived is the counter as it stands on the screen.
func (s *stand) arrived() string {
	s.Helper()
	for _, c := range uitest.Find[*widgets.CounterStrip](s.Stand)[0].Counters {
		if c.Label == "arrived" {
			return c.Value
		}
	}
	s.Fatal("there is no such counter")
	return ""
}

// offers says whether there is a key to go to a list.
func (s *stand) offers(list string) bool {
	return slices.Contains(s.Buttons(), "Go to "+list+"  Ctrl+J")
}

func (s *stand) session(title, from, to string) seminar.List {
	s.Helper()
	one, _, err := s.Desk.SaveSession(context.Background(), seminar.Session{SeminarID: s.Of, Title: title, Kind: seminar.KindOpening, Start: at(from), End: at(to)})
	s.No(err)
	l, _, err := s.Desk.SaveList(context.Background(), seminar.List{SeminarID: s.Of, SessionID: one.ID, Name: title, Frequency: seminar.Once, Position: 9})
	s.No(err)
	s.page.Changed()
	return l
}

func TestTheDayTurnsAtMidnightOfTheSeminarsZone(t *testing.T) {
	s := berlin(t, "Early", "Late")
	s.scan("Lale Early")
	s.Now = at("2025-10-25T23:50:00+02:00")
	s.scan("Lale Late")
	s.later[len(s.later)-1]()
	s.page.Changed()
	if got := s.arrived(); got != "2" || !s.Mentions("Lale Early") {
		t.Fatalf("before midnight %s arrived", got)
	}
	s.Now = at("2025-10-26T00:00:01+02:00")
	s.page.Changed()
	if got := s.arrived(); got != "0" {
		t.Errorf("after midnight %s have arrived today", got)
	}
	if s.Mentions("Lale Early") || !s.Mentions("Lale Late") {
		t.Error("of the recent scans those of the day before stand, or the last of them cannot be undone any more")
	}
	s.Now = at("2025-10-26T09:00:00+01:00") // a night of eleven hours
	s.scan("Lale Late")
	if a := s.answer(); a.Kind != widgets.KindAccepted || s.arrived() != "1" {
		t.Errorf("on the second day: %+v, %s arrived", a, s.arrived())
	}
	s.Now = at("2025-10-26T23:59:59+01:00")
	s.page.Changed()
	if got := s.arrived(); got != "1" {
		t.Errorf("an hour too early %s have arrived today: the day has 25 hours", got)
	}
	s.Now = at("2025-10-27T00:00:00+01:00")
	s.page.Changed()
	if got := s.arrived(); got != "0" {
		t.Errorf("on the third day %s have arrived", got)
	}
	s.Now = at("2025-10-28T09:00:00+01:00")
	s.page.Changed()
	if got := s.arrived(); got != "1" {
		t.Errorf("after the seminar its last count is %s", got)
	}
}

func TestTheListOfASessionIsProposed(t *testing.T) {
	s := berlin(t, "Early")
	l := s.session("Night of films", "2025-10-25T23:30:00+02:00", "2025-10-26T02:30:00+01:00")
	proposed := func() bool { s.page.Tick(); return s.offers("Night of films") }
	for moment, want := range map[string]bool{"2025-10-25T23:14:59+02:00": false, "2025-10-25T23:15:00+02:00": true,
		"2025-10-25T23:44:59+02:00": true, "2025-10-25T23:45:00+02:00": false} {
		if s.Now = at(moment); proposed() != want {
			t.Errorf("at %s proposed: %v", moment, !want)
		}
	}
	s.Now = at("2025-10-25T23:20:00+02:00")
	s.page.Tick()
	s.Picture("due")
	s.Bind(fyne.KeyJ)
	s.scan("Lale Early")
	rows, err := s.Desk.Recent(context.Background(), s.Of, l.ID, 5)
	s.No(err)
	if len(rows) != 1 {
		t.Fatalf("%d scans on the session's list", len(rows))
	}
	s.later[len(s.later)-1]()
	s.Now = at("2025-10-26T02:29:00+01:00") // half past two for the second time
	if s.page.Tick(); s.offers("Main entrance") {
		t.Error("sent away before the session was over")
	}
	s.Now = at("2025-10-26T02:30:00+01:00")
	if s.page.Tick(); !s.offers("Main entrance") {
		t.Error("after the session the main entrance is not proposed")
	}
	if got := s.arrived(); got != "1" {
		t.Errorf("across midnight %s have arrived at the session", got)
	}
}

func TestADeskFollowsTheProgrammeOnlyWhileNobodyIsThere(t *testing.T) {
	s := berlin(t, "Early")
	l := s.session("Opening", "2025-10-25T10:00:00+02:00", "2025-10-25T11:00:00+02:00")
	s.Settings[deskpage.FollowSetting] = "yes"
	s.Now = at("2025-10-25T09:50:00+02:00")
	at := func() string { return s.Settings["desk.list."+string(s.Of)] }
	s.Write("Lal")
	if s.page.Tick(); at() == string(l.ID) {
		t.Error("the list turned while somebody was looked for")
	}
	s.Press(fyne.KeyEscape)
	if s.page.Tick(); at() != string(l.ID) {
		t.Error("the list did not turn by itself")
	}
	s.Now = s.Now.Add(70 * time.Minute)
	if s.page.Tick(); at() == string(l.ID) || at() == "" {
		t.Error("the desk did not go back to the main entrance")
	}
}

func TestAListChosenByHandStays(t *testing.T) {
	s := berlin(t, "Early")
	s.session("Opening", "2025-10-25T10:00:00+02:00", "2025-10-25T11:00:00+02:00")
	s.Now = at("2025-10-25T09:50:00+02:00")
	if s.page.Tick(); !s.offers("Opening") {
		t.Fatal("the list is not proposed")
	}
	s.Tap("Stay here")
	if s.page.Tick(); s.offers("Opening") {
		t.Error("proposed again to somebody who stays")
	}
}
