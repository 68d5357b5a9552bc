package desk_test

import (
	"maps"
	"testing"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

func TestWhatOnlyTheDroppedHasSaidIsFilledIn(t *testing.T) {
	h := open(t)
	q, _, err := h.SaveQuestion(ctx, seminar.Question{SeminarID: h.of, Text: "Which hotel?"})
	if err != nil {
		t.Fatal(err)
	}
	press, _, err := h.SaveCategory(ctx, seminar.Category{SeminarID: h.of, Name: "Press"})
	if err != nil {
		t.Fatal(err)
	}
	team, _, err := h.SaveDelegation(ctx, seminar.Delegation{SeminarID: h.of, Name: "Kyrgyzstan"})
	if err != nil {
		t.Fatal(err)
	}
	enter := func(a seminar.Attendee, r seminar.Registration) seminar.ID {
		r.SeminarID = h.of
		done, err := h.Register(ctx, desk.Form{Attendee: a, Registration: r})
		if err != nil {
			t.Fatal(err)
		}
		return done.Row.AttendeeID
	}
	keep := enter(seminar.Attendee{FamilyName: "Ömürbekova", Phone: "+996 555 1", DeskNote: "has a parcel", Dietary: "vegetarian"},
		seminar.Registration{Status: seminar.Waitlisted})
	drop := enter(seminar.Attendee{GivenName: "Айгүл", FamilyName: "Өмүрбекова", NativeName: "Айгүл Өмүрбекова", Email: "aigul@example.kg",
		Phone: "+996 555 2", Organisation: "Manas", Country: "KG", Photo: []byte{1}, DeskNote: "brings an interpreter", Dietary: "no nuts", Attention: true},
		seminar.Registration{Status: seminar.Confirmed, CategoryID: press.ID, DelegationID: team.ID, Answers: map[seminar.ID]string{q.ID: "Dostuk"}, Blocked: true, BlockedWhy: "owes the fee"})
	team.HeadID = drop
	if team, _, err = h.SaveDelegation(ctx, team); err != nil {
		t.Fatal(err)
	}
	before := h.person(keep)
	want := map[string][3]string{
		"given_name": {"", "Айгүл", ""}, "family_name": {"Ömürbekova", "Өмүрбекова", "Ömürbekova"},
		"native_name": {"", "Айгүл Өмүрбекова", "Айгүл Өмүрбекова"}, "organisation": {"", "Manas", "Manas"}, "country": {"", "KG", "KG"},
		"email": {"", "aigul@example.kg", "aigul@example.kg"}, "phone": {"+996 555 1", "+996 555 2", "+996 555 1"},
		"dietary": {"vegetarian", "no nuts", "vegetarian; no nuts"}, "desk_note": {"has a parcel", "brings an interpreter", "has a parcel; brings an interpreter"},
		"category": {"", "Press", "Press"}, "delegation": {"", "Kyrgyzstan", "Kyrgyzstan"}, "status": {"waitlisted", "confirmed", "confirmed"},
		"photo": {"", desk.Yes, desk.Yes}, "attention": {"", desk.Yes, desk.Yes}, "blocked": {"", desk.Yes, desk.Yes},
		"blocked_why": {"", "owes the fee", "owes the fee"}, "answer": {"", "Dostuk", "Dostuk"},
	}
	m, err := h.Merging(ctx, h.of, keep, drop)
	if err != nil || m.Keep.AttendeeID != keep || m.Drop.AttendeeID != drop {
		t.Fatalf("%+v, %v", m, err)
	}
	got := map[string][3]string{}
	for _, f := range m.Fields {
		got[f.Name] = [3]string{f.Keep, f.Drop, f.After}
		if (f.Name == "answer") != (f.Question.ID == q.ID) {
			t.Errorf("%+v", f)
		}
	}
	if !maps.Equal(got, want) {
		t.Errorf("the look before:\n%v, want\n%v", got, want)
	}
	action := h.merge(keep, drop)
	f := h.person(keep)
	if a, r := f.Attendee, f.Registration; a.GivenName != "" || a.NativeName != "Айгүл Өмүрбекова" || a.Phone != "+996 555 1" || len(a.Photo) != 1 ||
		!a.Attention || a.Dietary != "vegetarian; no nuts" || r.Status != seminar.Confirmed || r.CategoryID != press.ID || r.DelegationID != team.ID ||
		r.Answers[q.ID] != "Dostuk" || !r.Blocked || r.Code != before.Registration.Code || r.BadgeNumber != before.Registration.BadgeNumber {
		t.Errorf("%+v", f)
	}
	delegations, err := h.Delegations(ctx, h.of)
	if err != nil || delegations[0].HeadID != keep {
		t.Errorf("the head is %+v, %v", delegations, err)
	}
	h.well()
	h.undo(string(action))
	if after := h.person(keep); after.Attendee.NativeName != "" || after.Registration.Status != seminar.Waitlisted || after.Registration.Blocked ||
		after.Attendee.DeskNote != "has a parcel" || len(after.Registration.Answers) != 0 {
		t.Errorf("undone: %+v", after)
	}
	if delegations, err = h.Delegations(ctx, h.of); err != nil || delegations[0].HeadID != drop {
		t.Errorf("the head after undo is %+v, %v", delegations, err)
	}
	h.well()
}
