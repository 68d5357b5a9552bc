package desk_test

import (
	"slices"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/seminar"
)

// at scans somebody at a list at a time of the day, as an exit if out.
func (h *hall) at(clock string, list seminar.ID, code string, out bool) {
	h.t.Helper()
	when, err := time.ParseInLocation("2006-01-02 15:04", "2025-07-18 "+clock, h.now.Location())
	if err != nil {
		h.t.Fatal(err)
	}
	h.now = when
	way := seminar.Entry
	if out {
		way = seminar.Exit
	}
	a, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: list, Code: code, Type: way})
	if err != nil || a.Status != seminar.OK {
		h.t.Fatalf("%s: %+v, %v", clock, a, err)
	}
}

func (h *hall) report(w desk.Wanted) document.Summary {
	h.t.Helper()
	w.Seminar = h.of
	s, err := h.ReportOf(ctx, w)
	if err != nil {
		h.t.Fatal(err)
	}
	return s
}

// where is every room of the emergency list with the given names of those in it.
func (h *hall) where() map[string][]string {
	h.t.Helper()
	all := map[string][]string{}
	for _, r := range h.report(desk.Wanted{Kind: document.KindEmergency}).Rooms {
		for _, p := range r.People {
			all[r.Name] = append(all[r.Name], p.Name)
		}
	}
	return all
}

func TestTheEmergencyListSaysWhoIsInsideAndWhere(t *testing.T) {
	h := open(t)
	panel, _, err := h.SaveList(ctx, seminar.List{SeminarID: h.of, Name: "Panel", SessionID: h.session.ID, Frequency: seminar.Multiple})
	if err != nil {
		t.Fatal(err)
	}
	h.list.Frequency = seminar.Multiple
	if h.list, _, err = h.SaveList(ctx, h.list); err != nil {
		t.Fatal(err)
	}
	anar, leyla, samir := h.register("Anar"), h.register("Leyla"), h.register("Samir")
	needs := h.person(anar.Row.AttendeeID)
	needs.Attendee.Access, needs.Attendee.Phone = "wheelchair", "+994501234567"
	if _, err := h.Edit(ctx, needs); err != nil {
		t.Fatal(err)
	}
	is := func(when string, want map[string][]string) {
		t.Helper()
		got := h.where()
		if len(got) != len(want) {
			t.Errorf("%s: %v, want %v", when, got, want)
		}
		for room, people := range want {
			if !slices.Equal(got[room], people) {
				t.Errorf("%s, %s: %v, want %v", when, room, got[room], people)
			}
		}
	}
	is("before the doors", nil)
	h.at("08:50", h.list.ID, anar.Row.Code, false)
	h.at("08:51", h.list.ID, leyla.Row.Code, false)
	h.at("09:05", panel.ID, leyla.Row.Code, false)
	for _, r := range h.report(desk.Wanted{Kind: document.KindEmergency}).Rooms {
		if p := r.People[0]; r.Name == "Main entrance" && (p.Needs != "wheelchair" || p.Phone != "+994501234567" || p.Since.Format("15:04") != "08:50") {
			t.Errorf("%+v", p)
		}
	}
	is("in the panel", map[string][]string{"Main entrance": {"Anar Əliyev"}, "Panel": {"Leyla Əliyev"}})
	h.at("09:10", h.list.ID, leyla.Row.Code, true)
	is("out of the house without having left the panel", map[string][]string{"Main entrance": {"Anar Əliyev"}})
	h.at("09:20", panel.ID, samir.Row.Code, false)
	is("who was scanned at the panel alone", map[string][]string{"Main entrance": {"Anar Əliyev"}, "Panel": {"Samir Əliyev"}})
	h.at("09:30", panel.ID, anar.Row.Code, false)
	h.now = h.session.End.Add(time.Minute)
	is("after the panel", map[string][]string{"Main entrance": {"Anar Əliyev"}, "Panel": {"Samir Əliyev"}})
}

func TestASignatureSheetIsForASessionADayOrAList(t *testing.T) {
	h := open(t)
	anar, leyla := h.register("Anar"), h.register("Leyla")
	h.at("09:05", h.list.ID, anar.Row.Code, false)
	h.now = h.session.End
	came := func(w desk.Wanted) map[string]string {
		t.Helper()
		w.Kind = document.KindSignIn
		all := map[string]string{}
		for _, p := range h.report(w).People {
			all[p.Row.GivenName] = ""
			if !p.Came.IsZero() {
				all[p.Row.GivenName] = p.Came.Format("15:04")
			}
		}
		return all
	}
	for what, w := range map[string]desk.Wanted{"session": {Session: h.session.ID}, "day": {Day: "2025-07-18"}, "list": {List: h.list.ID}} {
		if got := came(w); len(got) != 2 || got["Anar"] != "09:05" || got["Leyla"] != "" {
			t.Errorf("%s: %v", what, got)
		}
	}
	if got := came(desk.Wanted{Day: "2025-07-19"}); got["Anar"] != "" {
		t.Errorf("on another day: %v", got)
	}
	staff, _, err := h.SaveCategory(ctx, seminar.Category{SeminarID: h.of, Name: "Staff", Sessions: []seminar.ID{"another"}})
	if err != nil {
		t.Fatal(err)
	}
	f := h.person(leyla.Row.AttendeeID)
	f.Registration.CategoryID = staff.ID
	if _, err := h.Edit(ctx, f); err != nil {
		t.Fatal(err)
	}
	if got := came(desk.Wanted{Session: h.session.ID}); len(got) != 1 {
		t.Errorf("who may not enter the session stands on its sheet: %v", got)
	}
	for what, w := range map[string]desk.Wanted{"session": {Session: "x"}, "list": {List: "x"}, "day": {Day: "tomorrow"}} {
		w.Seminar, w.Kind = h.of, document.KindSignIn
		if _, err := h.ReportOf(ctx, w); err == nil {
			t.Errorf("a %s that is not there is taken", what)
		}
	}
}

func TestASeminarIsComparedWithTheOneBefore(t *testing.T) {
	h := open(t)
	now, err := h.Seminar(ctx, h.of)
	if err != nil {
		t.Fatal(err)
	}
	add := func(title, start string, series seminar.ID) seminar.ID {
		s, _, err := h.AddSeminar(ctx, seminar.Seminar{Titles: map[string]string{"en": title}, Start: start, End: start, Zone: "Asia/Baku", SeriesID: series})
		if err != nil {
			t.Fatal(err)
		}
		return s.ID
	}
	series, _, err := h.SaveSeries(ctx, seminar.Series{Title: "Regional"})
	if err != nil {
		t.Fatal(err)
	}
	now.SeriesID = series.ID
	if _, err := h.SaveSeminar(ctx, now); err != nil {
		t.Fatal(err)
	}
	add("Elsewhere", "2025-07-01", "")
	add("Later", "2025-09-01", series.ID)
	old := add("Earlier", "2024-07-01", series.ID)
	anar := h.register("Anar")
	h.register("Leyla")
	if _, err := h.Register(ctx, desk.Form{Attendee: h.person(anar.Row.AttendeeID).Attendee, Registration: seminar.Registration{SeminarID: old}}); err != nil {
		t.Fatal(err)
	}
	h.answers(anar.Row.Code, "")
	s := h.report(desk.Wanted{Kind: document.KindComparison})
	if s.Before == nil || s.Before.Seminar.ID != old || s.Before.Registered != 1 || s.Registered != 2 {
		t.Fatalf("compared with %+v", s.Before)
	}
	if len(s.Returned) != 1 || s.Returned[0].Name != "Anar Əliyev" || s.Returned[0].CameThen || !s.Returned[0].CameNow {
		t.Errorf("returned %+v", s.Returned)
	}
	alone := open(t)
	if s := alone.report(desk.Wanted{Kind: document.KindComparison}); s.Before != nil {
		t.Error("compared with nothing")
	}
}

func TestGenderIsCountedOnlyWhereItWasAsked(t *testing.T) {
	h := open(t)
	h.register("Anar")
	if s := h.report(desk.Wanted{Kind: document.KindStatistics}); len(s.ByGender) != 0 {
		t.Errorf("%+v", s.ByGender)
	}
	if _, err := h.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Leyla", Gender: seminar.Female}, Registration: seminar.Registration{SeminarID: h.of}}); err != nil {
		t.Fatal(err)
	}
	s := h.report(desk.Wanted{Kind: document.KindStatistics})
	if len(s.ByGender) != 2 || len(s.ByOrganisation) != 1 {
		t.Errorf("%+v, %+v", s.ByGender, s.ByOrganisation)
	}
}

func TestTheCheckinLogHasEveryScan(t *testing.T) {
	h := open(t)
	anar := h.register("Anar")
	h.answers(anar.Row.Code, "")
	h.answers(anar.Row.Code, seminar.ReasonAlreadyRedeemed)
	h.answers("nonsense", seminar.ReasonInvalid)
	s := h.report(desk.Wanted{Kind: document.KindCheckins})
	if len(s.Checkins) != 3 || !s.Checkins[0].Accepted || s.Checkins[1].Reason != "already_redeemed" || s.Checkins[2].Name != "" || s.Checkins[0].List != "Main entrance" {
		t.Errorf("%+v", s.Checkins)
	}
	if len(s.ByDay) != 1 || s.ByDay[0].Scans != 3 || s.ByDay[0].Refused != 2 || s.ByDay[0].Present != 1 || s.ByDay[0].First != 1 {
		t.Errorf("%+v", s.ByDay)
	}
}
