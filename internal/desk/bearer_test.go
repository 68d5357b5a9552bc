package desk_test

import (
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

func TestAScanWhileMergedGoesBackToWhomTheCodeIsOf(t *testing.T) {
	for name, code := range map[string]func(keep, drop seminar.RosterRow) (string, bool){
		"the dropped one's badge":        func(_, drop seminar.RosterRow) (string, bool) { return drop.Code, true },
		"the dropped one's badge number": func(_, drop seminar.RosterRow) (string, bool) { return drop.BadgeNumber, true },
		"the dropped one's address":      func(_, drop seminar.RosterRow) (string, bool) { return "aigul@example.kg", true },
		"the dropped one's id":           func(_, drop seminar.RosterRow) (string, bool) { return string(drop.AttendeeID), true },
		"the dropped one's registration": func(_, drop seminar.RosterRow) (string, bool) { return string(drop.RegistrationID), true },
		"the kept one's badge":           func(keep, _ seminar.RosterRow) (string, bool) { return keep.Code, false },
		"the kept one's badge number":    func(keep, _ seminar.RosterRow) (string, bool) { return keep.BadgeNumber, false },
		"the kept one's id":              func(keep, _ seminar.RosterRow) (string, bool) { return string(keep.AttendeeID), false },
	} {
		t.Run(name, func(t *testing.T) {
			h := open(t)
			keep, drop := h.two()
			merged := h.merge(keep.AttendeeID, drop.AttendeeID)
			text, dropped := code(keep, drop)
			scan := desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: text, Nonce: "n"}
			a, err := h.Checkin(ctx, scan)
			if err != nil || a.Status != seminar.OK || a.Person.ID != keep.AttendeeID || a.Attendee.AttendeeID != keep.AttendeeID {
				t.Fatalf("%+v, %v", a, err)
			}
			h.answers(keep.Code, seminar.ReasonAlreadyRedeemed)
			h.answers(drop.Code, seminar.ReasonAlreadyRedeemed)
			if again, err := h.Checkin(ctx, scan); err != nil || !again.Repeat {
				t.Errorf("the nonce again: %+v, %v", again, err)
			}
			if n := h.tally(); n != (seminar.Tally{Expected: 1, Arrived: 1, Inside: 1}) {
				t.Errorf("merged: %+v", n)
			}
			h.well()
			h.undo(string(merged))
			in, out := keep, drop
			if dropped {
				in, out = drop, keep
			}
			h.answers(in.Code, seminar.ReasonAlreadyRedeemed)
			if again, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: in.Code, Nonce: "n"}); err != nil || !again.Repeat {
				t.Errorf("the nonce after the undo: %+v, %v", again, err)
			}
			if n := h.tally(); n != (seminar.Tally{Expected: 2, Arrived: 1, Inside: 1}) {
				t.Errorf("apart: %+v", n)
			}
			h.answers(out.Code, "")
			h.well()
		})
	}
}

func TestWhatWasRefusedAndTakenBackWhileMergedGoesBackToo(t *testing.T) {
	h := open(t)
	keep, drop := h.two()
	merged := h.merge(keep.AttendeeID, drop.AttendeeID)
	first := h.answers(drop.Code, "")
	h.answers(drop.Code, seminar.ReasonAlreadyRedeemed)
	h.undo(first.Operation)
	if n := h.tally(); n.Arrived != 0 {
		t.Errorf("taken back: %+v", n)
	}
	forced, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, AttendeeID: first.Bearer, Force: true, ForceWhy: "a test"})
	if err != nil || forced.Status != seminar.OK {
		t.Fatalf("%+v, %v", forced, err)
	}
	h.undo(string(merged))
	rows, err := h.Checkins(ctx, h.list.ID, drop.AttendeeID)
	if err != nil || len(rows) != 3 {
		t.Errorf("the dropped one has %d rows, %v", len(rows), err)
	}
	if rows, err := h.Checkins(ctx, h.list.ID, keep.AttendeeID); err != nil || len(rows) != 0 {
		t.Errorf("the kept one has %d rows, %v", len(rows), err)
	}
	h.well()
}

func TestARevokedBadgeForcedWhileMergedGoesBackToWhomItWasPrintedFor(t *testing.T) {
	h := open(t)
	keep, drop := h.two()
	merged := h.merge(keep.AttendeeID, drop.AttendeeID)
	if _, err := h.Replace(ctx, h.of, []seminar.ID{keep.AttendeeID}); err != nil {
		t.Fatal(err)
	}
	for _, code := range []string{keep.Code, drop.Code} {
		h.answers(code, seminar.ReasonRevoked)
		a, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: code, Force: true, ForceWhy: "a test"})
		if err != nil || a.Status != seminar.OK || a.Person.ID != keep.AttendeeID {
			t.Fatalf("%+v, %v", a, err)
		}
	}
	h.undo(string(merged))
	for _, id := range []seminar.ID{keep.AttendeeID, drop.AttendeeID} {
		if rows, err := h.Checkins(ctx, h.list.ID, id); err != nil || len(rows) != 2 {
			t.Errorf("%s has %d rows, %v", id, len(rows), err)
		}
	}
	h.well()
}

func TestTheHoursOfScansWhileMergedGoBack(t *testing.T) {
	h := open(t)
	keep, drop := h.two()
	merged := h.merge(keep.AttendeeID, drop.AttendeeID)
	for i, code := range []string{drop.Code, drop.Code, keep.Code, drop.Code} {
		way := []seminar.CheckinType{seminar.Entry, seminar.Exit}[i%2]
		a, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: code, Type: way, At: h.session.Start.Add(time.Duration(i) * 20 * time.Minute)})
		if err != nil || a.Status != seminar.OK {
			t.Fatalf("%d: %+v, %v", i, a, err)
		}
	}
	h.now = h.session.End
	minutes := func(id seminar.ID) int {
		p, err := h.AttendanceOf(ctx, h.of, id)
		if err != nil {
			t.Fatal(err)
		}
		return p.Minutes
	}
	if one, other := minutes(keep.AttendeeID), minutes(drop.AttendeeID); one != 40 || other != 40 {
		t.Errorf("merged: %d and %d", one, other)
	}
	h.undo(string(merged))
	if got := minutes(drop.AttendeeID); got != 20 {
		t.Errorf("the dropped one: %d", got)
	}
	if got := minutes(keep.AttendeeID); got != 80 { // in at 40 minutes, and nobody saw them leave
		t.Errorf("the kept one: %d", got)
	}
	h.well()
}
