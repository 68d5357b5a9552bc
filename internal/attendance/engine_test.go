package attendance_test

import (
	"encoding/json"
	"testing"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

var baku = time.FixedZone("+04", 4*3600)

func at(clock string) time.Time {
	t, err := time.ParseInLocation("2006-01-02 15:04", "2025-07-18 "+clock, baku)
	if err != nil {
		panic(err)
	}
	return t
}

func scene() (attendance.Scan, attendance.Subject) {
	event := seminar.Seminar{ID: "s", Zone: "Asia/Baku", Start: "2025-07-18", End: "2025-07-18"}
	list := seminar.List{ID: "l", SeminarID: "s", Frequency: seminar.Once, ReEntry: true}
	return attendance.Scan{List: list, Seminar: event, Type: seminar.Entry, At: at("09:30")},
		attendance.Subject{Registration: &seminar.Registration{ID: "r", AttendeeID: "a", Status: seminar.Confirmed, CategoryID: "c"},
			Attendee: seminar.Attendee{ID: "a", GivenName: "Leyla"}, Category: seminar.Category{ID: "c", Name: "Delegate"}}
}

func row(kind seminar.CheckinType, clock, nonce string) seminar.Checkin {
	return seminar.Checkin{ID: seminar.ID(clock + string(kind)), ListID: "l", AttendeeID: "a", Type: kind, Datetime: at(clock), Successful: true, Nonce: nonce, Desk: "B"}
}

func TestReasonsInTheirOrder(t *testing.T) {
	cases := map[string]struct {
		change func(*attendance.Scan, *attendance.Subject)
		reason seminar.Reason
		say    string
	}{
		"confirmed": {func(*attendance.Scan, *attendance.Subject) {}, "", ""},
		"unknown":   {func(_ *attendance.Scan, w *attendance.Subject) { w.Registration = nil }, seminar.ReasonInvalid, "This code is nobody's here. Search by name."},
		"forged":    {func(_ *attendance.Scan, w *attendance.Subject) { w.Registration, w.Code = nil, seminar.CodeForged }, seminar.ReasonInvalid, "This badge was not made for this seminar."},
		"ambiguous": {func(_ *attendance.Scan, w *attendance.Subject) { w.Candidates = make([]seminar.Attendee, 2) }, seminar.ReasonAmbiguous, "This could be several people. Choose one."},
		"revoked first": {func(_ *attendance.Scan, w *attendance.Subject) {
			w.Revoked, w.Registration.Status = true, seminar.Cancelled
		}, seminar.ReasonRevoked, "This badge was replaced. Ask for the new one."},
		"cancelled first": {func(_ *attendance.Scan, w *attendance.Subject) {
			w.Registration.Status, w.Registration.Blocked = seminar.Cancelled, true
		}, seminar.ReasonCancelled, "The registration was cancelled."},
		"blocked": {func(_ *attendance.Scan, w *attendance.Subject) {
			w.Registration.Blocked, w.Registration.BlockedWhy = true, "see Anar"
		}, seminar.ReasonBlocked, "Not to be let in: see Anar"},
		"waitlisted": {func(_ *attendance.Scan, w *attendance.Subject) { w.Registration.Status = seminar.Waitlisted }, seminar.ReasonUnapproved, "On the waiting list."},
		"pending":    {func(_ *attendance.Scan, w *attendance.Subject) { w.Registration.Status = seminar.Pending }, seminar.ReasonUnapproved, "The registration is not confirmed yet."},
		"pending taken": {func(s *attendance.Scan, w *attendance.Subject) {
			w.Registration.Status, s.List.TakesPending = seminar.Pending, true
		}, "", ""},
		"too early":       {func(s *attendance.Scan, _ *attendance.Subject) { s.List.From = "10:00" }, seminar.ReasonInvalidTime, "Only from 10:00."},
		"tolerance":       {func(s *attendance.Scan, _ *attendance.Subject) { s.List.From, s.List.Tolerance = "10:00", 30 }, "", ""},
		"bound inclusive": {func(s *attendance.Scan, _ *attendance.Subject) { s.List.To = "09:30" }, "", ""},
		"too late":        {func(s *attendance.Scan, _ *attendance.Subject) { s.List.To = "2025-07-17T18:00" }, seminar.ReasonInvalidTime, "Only until 2025-07-17 18:00."},
		"category":        {func(s *attendance.Scan, _ *attendance.Subject) { s.List.Categories = []seminar.ID{"x"} }, seminar.ReasonCategory, "Delegate may not enter here."},
		"other date":      {func(_ *attendance.Scan, w *attendance.Subject) { w.OtherSeminar = true }, seminar.ReasonCategory, "Registered for another date of the series."},
		"rule": {func(s *attendance.Scan, _ *attendance.Subject) {
			s.List.Rule = json.RawMessage(`{"var":"weekday","op":"==","value":1}`)
		}, seminar.ReasonRules, "Only from 2025-07-21."},
		"rule any": {func(s *attendance.Scan, _ *attendance.Subject) {
			s.List.Rule = json.RawMessage(`{"any":[{"var":"weekday","op":"==","value":1},{"var":"category","op":"in","value":["delegate"]}]}`)
		}, "", ""},
		"already": {func(_ *attendance.Scan, w *attendance.Subject) {
			w.History = []seminar.Checkin{row(seminar.Entry, "09:12", "")}
		}, seminar.ReasonAlreadyRedeemed, "Already checked in at 09:12, desk B."},
		"left": {func(_ *attendance.Scan, w *attendance.Subject) {
			w.History = []seminar.Checkin{row(seminar.Entry, "09:12", ""), row(seminar.Exit, "09:20", "")}
		}, "", ""},
		"left, no re-entry": {func(s *attendance.Scan, w *attendance.Subject) {
			s.List.ReEntry = false
			w.History = []seminar.Checkin{row(seminar.Entry, "09:12", ""), row(seminar.Exit, "09:20", "")}
		}, seminar.ReasonAlreadyRedeemed, "Already checked in at 09:12, desk B."},
		"only exits": {func(s *attendance.Scan, w *attendance.Subject) {
			s.List.ReEntry = false
			w.History = []seminar.Checkin{row(seminar.Exit, "09:20", "")}
		}, "", ""},
		"later rows": {func(_ *attendance.Scan, w *attendance.Subject) {
			w.History = []seminar.Checkin{row(seminar.Entry, "09:40", "")}
		}, "", ""},
		"multiple": {func(s *attendance.Scan, w *attendance.Subject) {
			s.List.Frequency = seminar.Multiple
			w.History = []seminar.Checkin{row(seminar.Entry, "09:12", "")}
		}, "", ""},
		"exit skips": {func(s *attendance.Scan, w *attendance.Subject) {
			s.Type, s.List.From = seminar.Exit, "10:00"
			w.History = []seminar.Checkin{row(seminar.Entry, "09:12", "")}
		}, "", ""},
		"exit, cancelled": {func(s *attendance.Scan, w *attendance.Subject) {
			s.Type, w.Registration.Status = seminar.Exit, seminar.Cancelled
		}, seminar.ReasonCancelled, "The registration was cancelled."},
		"undone": {func(_ *attendance.Scan, w *attendance.Subject) {
			c := row(seminar.Entry, "09:12", "")
			c.Undone = true
			w.History = []seminar.Checkin{c}
		}, "", ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			scan, who := scene()
			c.change(&scan, &who)
			a := attendance.Evaluate(scan, who)
			if a.Reason != c.reason || a.Explanation != c.say {
				t.Errorf("%s %q, want %s %q", a.Reason, a.Explanation, c.reason, c.say)
			}
			if (a.Status == seminar.OK) != (c.reason == "") {
				t.Errorf("status %s with reason %q", a.Status, a.Reason)
			}
			scan.Force = true
			forced := attendance.Evaluate(scan, who)
			never := c.reason == seminar.ReasonInvalid || c.reason == seminar.ReasonAmbiguous
			if (forced.Status == seminar.OK) == never {
				t.Errorf("forced: %s %s", forced.Status, forced.Reason)
			}
			if forced.Status == seminar.OK && forced.Forced != (c.reason != "") {
				t.Errorf("forced is %v", forced.Forced)
			}
		})
	}
}

func TestNonceMakesARepeatHarmless(t *testing.T) {
	scan, who := scene()
	first := row(seminar.Entry, "09:12", "n1")
	first.Undone = true
	who.History, scan.Nonce = []seminar.Checkin{first}, "n1"
	if a := attendance.Evaluate(scan, who); a.Status != seminar.OK || a.Repeat == nil || !a.Repeat.Datetime.Equal(at("09:12")) {
		t.Errorf("%+v", a)
	}
	scan.Type = seminar.Exit
	if a := attendance.Evaluate(scan, who); a.Repeat != nil {
		t.Error("another type is another scan")
	}
}

func TestQuestionsAreAskedBeforeRedeemed(t *testing.T) {
	scan, who := scene()
	who.Questions = []seminar.Question{{ID: "q", Text: "Language?", Required: true, AtDesk: true}}
	who.History = []seminar.Checkin{row(seminar.Entry, "09:12", "")}
	if a := attendance.Evaluate(scan, who); a.Status != seminar.Incomplete || len(a.Questions) != 1 {
		t.Errorf("%+v", a)
	}
	scan.Answers = map[seminar.ID]string{"q": "Arabic"}
	if a := attendance.Evaluate(scan, who); a.Reason != seminar.ReasonAlreadyRedeemed {
		t.Errorf("%+v", a)
	}
}

func TestCodes(t *testing.T) {
	code := seminar.CodeFor([]byte("key"), 42)
	spaced := code[:11] + " " + code[11:] + "\r\n"
	arabic := []rune(code)
	for i, d := range arabic {
		arabic[i] = d - '0' + '٠'
	}
	french := []rune(code)
	for i, d := range french {
		french[i] = []rune(`à&é"'(-è_ç`)[d-'0']
	}
	for _, raw := range []string{code, spaced, "]Q1" + code, `\000026` + code, string(arabic), string(french)} {
		if got := attendance.NormaliseCode(raw); got != code {
			t.Errorf("%q reads as %q", raw, got)
		}
	}
	for _, raw := range []string{"QR:" + code + "#", "\x02" + code + "\t\r\n", "~" + string(arabic) + "~", throughLayout(t, "kz", code)} {
		if got := attendance.NormaliseCode(raw); got != code {
			t.Errorf("%q reads as %q", raw, got)
		}
	}
	wrong := "9" + code // one digit more is another number
	for _, got := range attendance.Codes(wrong) {
		if got == code {
			t.Errorf("%q reads as %q", wrong, got)
		}
	}
	if got := attendance.NormaliseCode(" A-012\n"); got != "A-012" {
		t.Errorf("a badge number reads as %q", got)
	}
}

func TestMinutes(t *testing.T) {
	scan, _ := scene()
	sessions := []seminar.Session{{ID: "p1", Start: at("10:00"), End: at("11:00"), Counts: true}, {ID: "p2", Start: at("11:30"), End: at("12:30"), Counts: true}}
	c := attendance.NewCounter(scan.Seminar, sessions, []seminar.List{scan.List}, at("18:00"))
	got := c.Of(attendance.Record{Checkins: []seminar.Checkin{row(seminar.Entry, "09:12", ""), row(seminar.Exit, "10:40", ""), row(seminar.Entry, "11:50", "")}})
	want := []struct {
		minutes int
		status  attendance.Status
		assumed bool
	}{{40, attendance.Present, false}, {40, attendance.Late, true}}
	for i, w := range want {
		if got[i].Minutes != w.minutes || got[i].Status != w.status || got[i].Assumed != w.assumed {
			t.Errorf("session %d: %+v, want %+v", i, got[i], w)
		}
	}
}

func FuzzParseRule(f *testing.F) {
	f.Add(`{"all":[{"var":"now","op":">=","value":"09:00","tolerance":5}]}`)
	f.Fuzz(func(t *testing.T, raw string) {
		if _, err := attendance.ParseRule([]byte(raw)); err != nil {
			return
		}
		scan, who := scene()
		scan.List.Rule = []byte(raw)
		attendance.Evaluate(scan, who)
	})
}

func FuzzCodes(f *testing.F) {
	f.Add("]Q1 ١٢٣")
	f.Fuzz(func(t *testing.T, raw string) {
		for _, c := range attendance.Codes(raw) {
			if c == "" {
				t.Error("an empty reading")
			}
		}
	})
}

func BenchmarkEvaluate(b *testing.B) {
	scan, who := scene()
	for i := range 50 {
		who.History = append(who.History, row([]seminar.CheckinType{seminar.Entry, seminar.Exit}[i%2], at("08:00").Add(time.Duration(i)*time.Minute).Format("15:04"), ""))
	}
	for b.Loop() {
		attendance.Evaluate(scan, who)
	}
}
