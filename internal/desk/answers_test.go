package desk_test

import (
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

func TestARoomThatCountsByTheDayIsEmptyOnTheNext(t *testing.T) {
	h := open(t)
	h.list.Frequency, h.list.Capacity = seminar.Daily, 1
	var err error
	if h.list, _, err = h.SaveList(ctx, h.list); err != nil {
		t.Fatal(err)
	}
	one, other := h.register("Anar").Row, h.register("Leyla").Row
	h.answers(one.Code, "")
	if a := h.answers(other.Code, seminar.ReasonRules); a.Message == nil || a.Message.Code != "checkin_full" {
		t.Errorf("%+v", a.Message)
	}
	h.now = h.now.AddDate(0, 0, 1) // nobody saw the first one leave
	h.answers(other.Code, "")
	h.answers(one.Code, seminar.ReasonRules)
	h.well()
}

func TestTheNonceOfABadgeThatIsNotKnownYetIsAnsweredOnce(t *testing.T) {
	h := open(t)
	s, err := h.Seminar(ctx, h.of)
	if err != nil {
		t.Fatal(err)
	}
	code := seminar.CodeFor(s.CodeKey, 25)
	scan := desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: code, Nonce: "n"}
	first, err := h.Checkin(ctx, scan)
	if err != nil || first.Status != seminar.OK || first.Repeat {
		t.Fatalf("%+v, %v", first, err)
	}
	h.now = h.now.Add(time.Minute)
	scan.Code = "]Q1" + code // by another scanner
	if again, err := h.Checkin(ctx, scan); err != nil || !again.Repeat || again.Operation != "" || !again.Datetime.Equal(first.Datetime) {
		t.Errorf("again: %+v, %v", again, err)
	}
	h.undo(first.Operation)
	if again, err := h.Checkin(ctx, scan); err != nil || !again.Repeat {
		t.Errorf("after it was taken back: %+v, %v", again, err)
	}
	scan.Code = seminar.CodeFor(s.CodeKey, 26)
	if other, err := h.Checkin(ctx, scan); err != nil || other.Repeat || other.Operation == "" {
		t.Errorf("another badge: %+v, %v", other, err)
	}
	if rows, err := h.Recent(ctx, h.of, h.list.ID, 9); err != nil || len(rows) != 2 {
		t.Errorf("%d rows, %v", len(rows), err)
	}
	h.well()
}

// elsewhere adds another seminar with one person in it.
func (h *hall) elsewhere(series seminar.ID, given, email string) (seminar.Seminar, seminar.RosterRow) {
	h.t.Helper()
	s, _, err := h.AddSeminar(ctx, seminar.Seminar{SeriesID: series, Titles: map[string]string{"en": given + "'s"}, Start: "2025-09-01", End: "2025-09-01", Zone: "Asia/Baku"})
	if err != nil {
		h.t.Fatal(err)
	}
	done, err := h.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: given, Email: email}, Registration: seminar.Registration{SeminarID: s.ID}})
	if err != nil {
		h.t.Fatal(err)
	}
	return s, done.Row
}

// inSeries puts the seminar in front into a series.
func (h *hall) inSeries() seminar.ID {
	h.t.Helper()
	series, _, err := h.SaveSeries(ctx, seminar.Series{Title: "Regional"})
	if err != nil {
		h.t.Fatal(err)
	}
	s, err := h.Seminar(ctx, h.of)
	if err != nil {
		h.t.Fatal(err)
	}
	s.SeriesID = series.ID
	if _, err := h.SaveSeminar(ctx, s); err != nil {
		h.t.Fatal(err)
	}
	return series.ID
}

func TestWhoIsRegisteredForAnotherDateAndElsewhereIsOfTheSeries(t *testing.T) {
	for _, first := range []bool{true, false} { // whichever registration has the smaller id
		h := open(t)
		series := h.inSeries()
		here, there := series, seminar.ID("")
		if !first {
			here, there = there, here
		}
		_, one := h.elsewhere(here, "Anar", "anar@example.az")
		next, _, err := h.AddSeminar(ctx, seminar.Seminar{SeriesID: there, Titles: map[string]string{"en": "Next"}, Start: "2025-10-01", End: "2025-10-01", Zone: "Asia/Baku"})
		if err != nil {
			t.Fatal(err)
		}
		_, err = h.Register(ctx, desk.Form{Attendee: seminar.Attendee{ID: one.AttendeeID, GivenName: "Anar", Email: "anar@example.az"}, Registration: seminar.Registration{SeminarID: next.ID}})
		if err != nil {
			t.Fatal(err)
		}
		if a := h.answers("anar@example.az", seminar.ReasonCategory); a.Person.ID != one.AttendeeID {
			t.Errorf("%+v", a.Person)
		}
	}
}

func TestACodeOfSeveralPeopleElsewhereIsNobodysHere(t *testing.T) {
	h := open(t)
	series := h.inSeries()
	_, one := h.elsewhere(series, "Anar", "office@example.az")
	_, other := h.elsewhere(series, "Leyla", "office@example.az")
	if one.BadgeNumber != other.BadgeNumber {
		t.Fatalf("%s and %s", one.BadgeNumber, other.BadgeNumber)
	}
	for _, code := range []string{"office@example.az", one.BadgeNumber} {
		if a := h.answers(code, seminar.ReasonInvalid); a.Person.ID != "" {
			t.Errorf("%s is %+v", code, a.Person)
		}
		a, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: code, Force: true, ForceWhy: "a test"})
		if err != nil || a.Status == seminar.OK {
			t.Errorf("%s was forced: %+v, %v", code, a, err)
		}
	}
}

func TestAnAnswerOfWhoIsRegisteredElsewhereOrNotKnownYetDoesNotStopTheScan(t *testing.T) {
	h := open(t)
	_, who := h.elsewhere(h.inSeries(), "Anar", "")
	question, _, err := h.SaveQuestion(ctx, seminar.Question{SeminarID: h.of, Text: "Which language?", Required: true, AtDesk: true})
	if err != nil {
		t.Fatal(err)
	}
	s, err := h.Seminar(ctx, h.of)
	if err != nil {
		t.Fatal(err)
	}
	for name, code := range map[string]string{"another date": who.Code, "not known yet": seminar.CodeFor(s.CodeKey, 25)} {
		a, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: code, Force: true, ForceWhy: "a test", Answers: map[seminar.ID]string{question.ID: "French"}})
		if err != nil || a.Status != seminar.OK || a.Operation == "" {
			t.Errorf("%s: %+v, %v", name, a, err)
		}
	}
	h.well()
}

func TestAScanOfTheSessionsDoorThatWasTakenBackLeavesWhatTheEntranceSaw(t *testing.T) {
	h := open(t)
	door, _, err := h.SaveList(ctx, seminar.List{SeminarID: h.of, SessionID: h.session.ID, Position: 9, Name: "Panel", ReEntry: true})
	if err != nil {
		t.Fatal(err)
	}
	who := h.register("Anar").Row
	h.answers(who.Code, "")
	mistaken, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: door.ID, Code: who.Code})
	if err != nil {
		t.Fatal(err)
	}
	h.undo(mistaken.Operation)
	h.now = h.session.End
	if p, err := h.AttendanceOf(ctx, h.of, who.AttendeeID); err != nil || p.Minutes != 120 {
		t.Errorf("%d minutes of 120, %v", p.Minutes, err)
	}
}

func TestAnExitOfTheNextDayDoesNotEndAStayOfTheDayBefore(t *testing.T) {
	h := open(t)
	s, err := h.Seminar(ctx, h.of)
	if err != nil {
		t.Fatal(err)
	}
	s.End = "2025-07-19"
	if _, err := h.SaveSeminar(ctx, s); err != nil {
		t.Fatal(err)
	}
	h.list.Frequency = seminar.Daily
	if h.list, _, err = h.SaveList(ctx, h.list); err != nil {
		t.Fatal(err)
	}
	next := h.session
	next.ID, next.Start, next.End = "", h.session.Start.AddDate(0, 0, 1), h.session.End.AddDate(0, 0, 1)
	if next, _, err = h.SaveSession(ctx, next); err != nil {
		t.Fatal(err)
	}
	who := h.register("Anar").Row
	h.answers(who.Code, "")
	out := desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: who.Code, Type: seminar.Exit, At: next.Start.Add(time.Hour)}
	if _, err := h.Checkin(ctx, out); err != nil {
		t.Fatal(err)
	}
	h.now = next.End.Add(time.Hour)
	p, err := h.AttendanceOf(ctx, h.of, who.AttendeeID)
	if err != nil || p.Sessions[0].Minutes != 120 || !p.Sessions[0].Assumed || p.Sessions[1].Minutes != 0 {
		t.Errorf("%+v, %v", p.Sessions, err)
	}
}
