package desk_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"lanyard/internal/blueprint"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// furnished is a hall with something of everything that a clone carries over, and with people.
func furnished(t *testing.T) *hall {
	h := open(t)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	second, _, err := h.SaveSession(ctx, seminar.Session{SeminarID: h.of, Title: "Night", Kind: seminar.KindVideo, Speakers: []string{"A. Speaker"},
		Start: time.Date(2025, 7, 18, 19, 0, 0, 0, time.UTC), End: time.Date(2025, 7, 18, 21, 30, 0, 0, time.UTC)})
	must(err)
	press, _, err := h.SaveCategory(ctx, seminar.Category{SeminarID: h.of, Name: "Press", Quota: 5, Sessions: []seminar.ID{second.ID}})
	must(err)
	_, _, err = h.SaveList(ctx, seminar.List{SeminarID: h.of, Name: "Night door", SessionID: second.ID, Categories: []seminar.ID{press.ID},
		From: "2025-07-18T22:30", To: "23:59", Frequency: seminar.Multiple, Rule: json.RawMessage(`{"var":"category","op":"in","value":["Press"]}`)})
	must(err)
	tongue, _, err := h.SaveQuestion(ctx, seminar.Question{SeminarID: h.of, Position: 1, Text: "Which language?", Type: "choice", Options: []string{"az", "en"}})
	must(err)
	_, _, err = h.SaveQuestion(ctx, seminar.Question{SeminarID: h.of, Position: 2, Text: "Which newspaper?", Type: "text",
		When: []seminar.Condition{{Values: []string{string(press.ID)}}, {Question: tongue.ID, Values: []string{"az"}}}})
	must(err)
	who := h.register("Leyla").Row
	_, _, err = h.SaveDelegation(ctx, seminar.Delegation{SeminarID: h.of, Name: "Kazakhstan", Country: "KZ", Quota: 4, HeadID: who.AttendeeID})
	must(err)
	h.alter(func(s *seminar.Seminar) {
		s.Capacity, s.WaitingList, s.Signer, s.EraseAfter = 40, true, "H. Signer", "2025-08-17"
		s.Kinds = []seminar.CertificateKind{{ID: "night", Condition: json.RawMessage(`{"var":"sessions","op":"all","value":["` + string(second.ID) + `"]}`)}}
	})
	return h
}

// alike compares what two seminars are made of, whatever their ids and dates.
func (h *hall) alike(of seminar.ID, start string) {
	h.t.Helper()
	sessions, _ := h.Sessions(ctx, of)
	if len(sessions) != 2 || sessions[1].Title != "Night" || len(sessions[1].Speakers) != 0 ||
		sessions[1].Start.In(time.FixedZone("", 4*3600)).Format("2006-01-02T15:04") != start+"T23:00" || sessions[1].End.Sub(sessions[1].Start) != 150*time.Minute {
		h.t.Fatalf("the programme: %+v", sessions)
	}
	categories, _ := h.Categories(ctx, of)
	lists, _ := h.Lists(ctx, of)
	if len(categories) != 1 || categories[0].Quota != 5 || len(categories[0].Sessions) != 1 || categories[0].Sessions[0] != sessions[1].ID {
		h.t.Errorf("the categories: %+v", categories)
	}
	var door seminar.List
	for _, l := range lists {
		if l.Name == "Night door" {
			door = l
		}
	}
	if len(lists) != 2 || door.SessionID != sessions[1].ID || len(door.Categories) != 1 || door.Categories[0] != categories[0].ID ||
		door.From != start+"T22:30" || door.To != "23:59" || !strings.Contains(string(door.Rule), "Press") {
		h.t.Errorf("the lists: %+v", lists)
	}
	delegations, _ := h.Delegations(ctx, of)
	if len(delegations) != 1 || delegations[0].Quota != 4 || delegations[0].HeadID != "" {
		h.t.Errorf("the delegations: %+v", delegations)
	}
	questions, _ := h.Questions(ctx, of)
	if len(questions) != 2 || len(questions[0].Options) != 2 || len(questions[1].When) != 2 || questions[1].When[0].Values[0] != string(categories[0].ID) ||
		questions[1].When[1].Question != questions[0].ID {
		h.t.Errorf("the questions: %+v", questions)
	}
	if n, _ := h.Count(ctx, seminar.RosterFilter{SeminarID: of}); n != 0 {
		h.t.Errorf("%d people came over", n)
	}
	s, _ := h.Seminar(ctx, of)
	was, _ := h.Seminar(ctx, h.of)
	if end, _ := time.Parse(time.DateOnly, start); s.EraseAfter != end.AddDate(0, 0, 30).Format(time.DateOnly) {
		h.t.Errorf("the people are to be anonymised after %s", s.EraseAfter)
	}
	if s.Capacity != 40 || !s.WaitingList || s.Start != start || s.End != start || bytes.Equal(s.CodeKey, was.CodeKey) || bytes.Equal(s.SignKey, was.SignKey) || len(s.SignKey) != 32 {
		h.t.Errorf("the seminar: %+v", s)
	}
	if len(s.Kinds) != 1 || !strings.Contains(string(s.Kinds[0].Condition), string(sessions[1].ID)) {
		h.t.Errorf("the certificates: %s", s.Kinds[0].Condition)
	}
}

func TestASeminarIsClonedWithoutItsPeople(t *testing.T) {
	h := furnished(t)
	s, action, err := h.CloneSeminar(ctx, h.of, desk.Making{Start: "2026-03-01", Titles: map[string]string{"en": "Cooperation II"}})
	if err != nil {
		t.Fatal(err)
	}
	h.alike(s.ID, "2026-03-01")
	if s.Signer != "H. Signer" || s.Title("en") != "Cooperation II" || s.Zone != "Asia/Baku" {
		t.Errorf("the seminar: %+v", s)
	}
	if _, err := h.Undo(ctx, string(action), ""); err != nil {
		t.Fatal(err)
	}
	if all, _ := h.Seminars(ctx); len(all) != 1 {
		t.Errorf("%d seminars after the undo", len(all))
	}
	if _, _, err := h.CloneSeminar(ctx, h.of, desk.Making{Start: "soon"}); seminar.CodeOf(err) != "date" {
		t.Errorf("a clone of no day: %v", err)
	}
}

func TestATemplateOfASeminarGoesThroughAFile(t *testing.T) {
	h := furnished(t)
	file, err := h.SeminarTemplate(ctx, h.of)
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{"Signer", "Leyla", "code_key", "sign_key", string(h.of), string(h.session.ID), "2025-07-18"} {
		if bytes.Contains(file, []byte(secret)) {
			t.Errorf("the file has %q in it:\n%s", secret, file)
		}
	}
	b, err := blueprint.Parse(file)
	if err != nil {
		t.Fatal(err)
	}
	again, err := b.JSON()
	if err != nil || !bytes.Equal(again, file) {
		t.Errorf("written again it is another file: %v\n%s\n%s", err, file, again)
	}
	s, _, err := h.MakeSeminar(ctx, b, desk.Making{Start: "2026-03-01"})
	if err != nil {
		t.Fatal(err)
	}
	h.alike(s.ID, "2026-03-01")

	b.Sessions[1].Title = " "
	_, _, err = h.MakeSeminar(ctx, b, desk.Making{Start: "2026-03-01"})
	if problems, ok := err.(seminar.Problems); !ok || problems[0].Field != "sessions[1].title" {
		t.Errorf("a session without a title: %v", err)
	}
}

func TestEveryTemplateOfASeminarOnBoardMakesOne(t *testing.T) {
	h := open(t)
	for _, b := range blueprint.Shipped("az") {
		s, _, err := h.MakeSeminar(ctx, b, desk.Making{Start: "2026-03-01"})
		if err != nil {
			t.Fatal(b.ID, err)
		}
		sessions, _ := h.Sessions(ctx, s.ID)
		if len(sessions) != len(b.Sessions) || sessions[len(sessions)-1].Kind != seminar.KindCeremony {
			t.Errorf("%s: %+v", b.ID, sessions)
		}
		if s.End != blueprint.LastDay("2026-03-01", b.Days) || s.Titles["az"] == "" {
			t.Errorf("%s: %+v", b.ID, s)
		}
	}
}
