package desk_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

func (h *hall) put(v seminar.Initiative) seminar.Initiative {
	h.t.Helper()
	v.SeminarID = h.of
	done, _, err := h.SaveInitiative(ctx, v)
	must(h.t, err)
	return done
}

// found are the titles that a filter chooses.
func (h *hall) found(f desk.InitiativeFilter) []string {
	h.t.Helper()
	b, err := h.InitiativeBook(ctx, h.of)
	must(h.t, err)
	var titles []string
	for _, l := range b.Find(f) {
		titles = append(titles, l.Title)
	}
	return titles
}

func TestAnInitiativeIsFoundInAnyScriptByAnythingThatIsWrittenOfIt(t *testing.T) {
	h := open(t)
	v, people := h.delegation(2)
	done, err := h.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Əli", FamilyName: "Əliyev", Honorific: "Dr"},
		Registration: seminar.Registration{SeminarID: h.of}})
	must(t, err)
	one := h.put(seminar.Initiative{Title: " A library of manuscripts ", AttendeeID: people[0], Theme: "Heritage", Text: "For every reader"})
	if one.Title != "A library of manuscripts" || one.DelegationID != v.ID || one.By != "Guest 0 Karimov" || one.Status != seminar.Proposed || one.Position != 1 {
		t.Errorf("saved %+v", one)
	}
	two := h.put(seminar.Initiative{Title: "Молодёжный архив", AttendeeID: done.Row.AttendeeID, Theme: "Youth", Status: seminar.Adopted, Language: "ru"})
	if two.By != "Dr Əli Əliyev" || two.Position != 2 || two.DelegationID != "" {
		t.Errorf("saved %+v", two)
	}
	three := h.put(seminar.Initiative{Title: "شبكة المتاحف", By: "Société de l’Été", Theme: "Heritage", Text: "متحف", Language: "ar"})
	if three.By != "Société de l’Été" || three.AttendeeID != "" {
		t.Errorf("saved %+v", three)
	}
	for query, want := range map[string][]string{
		"manusc":         {one.Title},
		"heritage":       {one.Title, three.Title},
		"reader karimov": {one.Title},
		"uzbek":          {one.Title},
		"aliyev":         {two.Title},
		"Алиев":          {two.Title},
		"molod":          {two.Title},
		"ete":            {three.Title},
		"متحف":           {three.Title},
		"arxiv":          {two.Title}, // as it sounds
		"nothing":        nil,
		"qqqq":           nil,
	} {
		if got := h.found(desk.InitiativeFilter{Search: query}); !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
	if got := h.found(desk.InitiativeFilter{Theme: []string{"Heritage"}, Status: []seminar.InitiativeStatus{seminar.Proposed}}); len(got) != 2 {
		t.Errorf("found %q", got)
	}
	if got := h.found(desk.InitiativeFilter{Delegation: []seminar.ID{v.ID}}); !slices.Equal(got, []string{one.Title}) {
		t.Errorf("found %q", got)
	}
	b, err := h.InitiativeBook(ctx, h.of)
	must(t, err)
	if themes := b.Themes(); !slices.Equal(themes, []string{"Heritage", "Youth"}) {
		t.Errorf("themes %q", themes)
	}
	h.well()
}

// TestAStewardWritesInitiativesDown: changing one later does not take its delegation or its place, and undo gives all back.
func TestAStewardWritesInitiativesDown(t *testing.T) {
	h := open(t)
	_, people := h.delegation(1)
	one := h.put(seminar.Initiative{Title: "A library", AttendeeID: people[0]})
	action, err := h.SetInitiativeStatus(ctx, one.ID, seminar.Referred)
	must(t, err)
	one.Status, one.DelegationID = seminar.Referred, ""
	one, _, err = h.SaveInitiative(ctx, one)
	must(t, err)
	if one.DelegationID != "" || one.Position != 1 || one.By == "" {
		t.Errorf("changed to %+v", one)
	}
	h.undo(string(action))
	list, err := h.Initiatives(ctx, h.of)
	must(t, err)
	if len(list) != 1 || list[0].Status != seminar.Proposed {
		t.Errorf("after undo %+v", list)
	}
	var problems seminar.Problems
	if _, _, err := h.SaveInitiative(ctx, seminar.Initiative{SeminarID: h.of, Title: " ", Status: "lost"}); !errors.As(err, &problems) || len(problems) != 2 {
		t.Errorf("saved with %v", err)
	}
	if _, _, err := h.SaveInitiative(ctx, seminar.Initiative{SeminarID: h.of, Title: "By nobody", AttendeeID: "nobody"}); seminar.CodeOf(err) != seminar.CodeNotFound {
		t.Errorf("saved with %v", err)
	}
	h.well()
}

func TestTheSessionThatGoesOnIsProposed(t *testing.T) {
	s := seminar.Seminar{Zone: "Asia/Baku", Start: "2025-07-18", End: "2025-07-18"}
	at := func(clock string) time.Time {
		when, err := time.ParseInLocation("2006-01-02 15:04", "2025-07-18 "+clock, s.Location())
		must(t, err)
		return when
	}
	block := func(id seminar.ID, kind seminar.SessionKind, from, to string) seminar.Session {
		return seminar.Session{ID: id, Kind: kind, Start: at(from).UTC(), End: at(to).UTC()}
	}
	all := []seminar.Session{block("desk", seminar.KindRegistration, "08:00", "18:00"), block("one", seminar.KindPanel, "09:00", "10:30"),
		block("break", seminar.KindBreak, "10:30", "11:00"), block("two", seminar.KindPanel, "11:00", "12:00"), block("late", seminar.KindPanel, "19:00", "20:00")}
	for clock, want := range map[string]seminar.ID{"07:00": "", "08:30": "desk", "09:00": "one", "11:00": "two", "20:05": "late"} {
		if got, ok := desk.Running(all, s, at(clock)); got.ID != want || ok != (want != "") {
			t.Errorf("at %s %q goes on, want %q", clock, got.ID, want)
		}
	}
	if got, _ := desk.Running(all[1:], s, at("10:45")); got.ID != "one" {
		t.Errorf("in the break %q is proposed", got.ID)
	}
	if got, ok := desk.Running(all, s, at("09:00").AddDate(0, 0, 1)); ok {
		t.Errorf("on another day %q", got.ID)
	}
}
