package desk_test

import (
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// named saves the seminar with the title of a series.
func (h *hall) named(title string) seminar.ID {
	h.t.Helper()
	s, err := h.Seminar(ctx, h.of)
	if err != nil {
		h.t.Fatal(err)
	}
	if _, err := h.SaveSeminarIn(ctx, s, nil, title); err != nil {
		h.t.Fatal(err)
	}
	if s, err = h.Seminar(ctx, h.of); err != nil {
		h.t.Fatal(err)
	}
	return s.SeriesID
}

func TestOneUndoTakesBackASaveWithTheSeriesThatItNamed(t *testing.T) {
	h := open(t)
	named := "Regional seminars"
	s, err := h.Seminar(ctx, h.of)
	if err != nil {
		t.Fatal(err)
	}
	save := map[string]func() (desk.Action, error){
		"a change": func() (desk.Action, error) { return h.SaveSeminarIn(ctx, s, nil, named) },
		"a new one": func() (desk.Action, error) {
			_, action, err := h.AddSeminarIn(ctx, seminar.Seminar{Titles: s.Titles, Start: "2026-01-01", End: "2026-01-01", Zone: s.Zone}, named)
			return action, err
		},
		"a clone": func() (desk.Action, error) {
			_, action, err := h.CloneSeminar(ctx, h.of, desk.Making{Start: "2026-02-01", Series: &named})
			return action, err
		},
	}
	for name, do := range save {
		action, err := do()
		if err != nil {
			t.Fatal(name, err)
		}
		if all, _ := h.AllSeries(ctx); len(all) != 1 || all[0].Title != named {
			t.Fatalf("%s: %v", name, all)
		}
		if _, err := h.Undo(ctx, string(action), ""); err != nil {
			t.Fatal(name, err)
		}
		all, _ := h.AllSeries(ctx)
		seminars, _ := h.Seminars(ctx)
		if len(all) != 0 || len(seminars) != 1 || seminars[0].SeriesID != "" {
			t.Errorf("%s: one undo left %v and %d seminars", name, all, len(seminars))
		}
	}
}

func TestASeriesKnowsWhoCameBeforeAndCarriesThemOver(t *testing.T) {
	h := open(t)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	series := h.named("Regional seminars")
	if again := h.named(" regional SEMINARS "); again != series {
		t.Error("a series of the same title was added twice")
	}
	press, _, err := h.SaveCategory(ctx, seminar.Category{SeminarID: h.of, Name: "Press"})
	must(err)
	staff, _, err := h.SaveCategory(ctx, seminar.Category{SeminarID: h.of, Name: "Staff"})
	must(err)
	kz, _, err := h.SaveDelegation(ctx, seminar.Delegation{SeminarID: h.of, Name: "Kazakhstan", Country: "KZ"})
	must(err)
	var ids []seminar.ID
	for i, name := range []string{"Leyla", "Anar", "Nigar"} {
		r := seminar.Registration{SeminarID: h.of, CategoryID: press.ID, DelegationID: kz.ID}
		if i == 2 {
			r.CategoryID, r.DelegationID = staff.ID, ""
		}
		done, err := h.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: name, Country: "KZ", Email: name + "@example.org"}, Registration: r})
		must(err)
		ids = append(ids, done.Row.AttendeeID)
		if i != 1 {
			h.scan(done.Row.Code)
		}
	}
	next, _, err := h.CloneSeminar(ctx, h.of, desk.Making{Start: "2025-09-01"})
	must(err)
	if next.SeriesID != series {
		t.Error("the clone is of no series")
	}
	categories, _ := h.Categories(ctx, next.ID)
	_, err = h.Remove(ctx, seminar.EntityCategory, categories[1].ID) // no staff any more
	must(err)
	delegations, _ := h.Delegations(ctx, next.ID)
	delegations[0].Name = "Qazaqstan" // known by its country
	_, _, err = h.SaveDelegation(ctx, delegations[0])
	must(err)

	came, err := h.Carryables(ctx, next.ID, desk.CarryFilter{From: h.of, Came: true})
	if err != nil || len(came) != 2 || came[0].Here {
		t.Fatalf("who came: %+v %v", came, err)
	}
	if all, _ := h.Carryables(ctx, next.ID, desk.CarryFilter{From: h.of, Categories: []seminar.ID{press.ID}}); len(all) != 2 {
		t.Errorf("the press: %+v", all)
	}
	done, err := h.CarryOver(ctx, h.of, next.ID, []seminar.ID{ids[0], ids[2]})
	must(err)
	if done.Registered != 2 || done.Here != 0 || len(done.Missing) != 1 || done.Missing[0] != "Staff" {
		t.Errorf("carried over: %+v", done)
	}
	f, err := h.Person(ctx, next.ID, ids[0])
	must(err)
	before, _ := h.Person(ctx, h.of, ids[0])
	if f.Attendee.ID != ids[0] || f.Attendee.Email != "Leyla@example.org" || f.Registration.CategoryID != categories[0].ID ||
		f.Registration.DelegationID != delegations[0].ID || f.Registration.Code == before.Registration.Code || f.Registration.Source != desk.SourceSeries {
		t.Errorf("carried over: %+v", f)
	}
	again, err := h.CarryOver(ctx, h.of, next.ID, []seminar.ID{ids[0]})
	if err != nil || again.Here != 1 || again.Registered != 0 || again.Action != "" {
		t.Errorf("carried over twice: %+v %v", again, err)
	}

	lists, _ := h.Lists(ctx, next.ID)
	h.now = h.now.AddDate(0, 1, 14)
	if a, err := h.Checkin(ctx, desk.Scan{SeminarID: next.ID, ListID: lists[0].ID, Code: f.Registration.Code}); err != nil || a.Status != seminar.OK {
		t.Fatalf("%+v %v", a, err)
	}
	earlier, err := h.CameBefore(ctx, next.ID, ids[0])
	if err != nil || len(earlier) != 1 || !earlier[0].Came || earlier[0].Days != 1 || earlier[0].Category != "Press" || earlier[0].Seminar.ID != h.of {
		t.Errorf("came before: %+v %v", earlier, err)
	}
	if first, _ := h.CameBefore(ctx, h.of, ids[0]); len(first) != 0 {
		t.Errorf("before the first: %+v", first)
	}
	figures, err := h.Series(ctx)
	if err != nil || len(figures) != 1 || len(figures[0].Seminars) != 2 || figures[0].People != 2 {
		t.Fatalf("figures: %+v %v", figures, err)
	}
	if one, two := figures[0].Seminars[0], figures[0].Seminars[1]; one.Registered != 3 || one.Arrived != 2 || one.Returned != 0 ||
		two.Registered != 2 || two.Arrived != 1 || two.Returned != 1 || two.Countries["KZ"] != 1 {
		t.Errorf("figures: %+v", figures[0].Seminars)
	}

	if _, err := h.Undo(ctx, string(done.Action), ""); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Person(ctx, h.of, ids[0]); err != nil {
		t.Errorf("the undo took the person out of the earlier seminar: %v", err)
	}
}
