package main

import (
	"testing"

	"lanyard/internal/seminar"
)

func TestAListIsChangedInWhatIsSaidOnly(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "categories", "add", "--name", "Press")
	d.want(0, nil, "sessions", "add", "--title", "Panel 1", "--start", "2025-07-18T10:00", "--end", "2025-07-18T11:00")
	var l seminar.List
	d.want(0, &l, "lists", "add", "--name", "Hall", "--from", "09:00", "--category", "Press", "--session", "panel 1")
	d.want(0, &l, "lists", "edit", "hall", "--to", "12:30", "--capacity", "2", "--re-entry=false", "--frequency", "daily",
		"--rule", `{"var":"entries_today","op":"<","value":1}`)
	if l.From != "09:00" || l.To != "12:30" || l.Capacity != 2 || l.ReEntry || l.Frequency != seminar.Daily || len(l.Categories) != 1 || l.SessionID == "" {
		t.Errorf("%+v", l)
	}
	d.want(0, &l, "lists", "edit", string(l.ID), "--category", "", "--session", "", "--name", "Great hall", "--rule", "null")
	if l.Name != "Great hall" || len(l.Categories) != 0 || l.SessionID != "" || l.To != "12:30" || string(l.Rule) != "null" {
		t.Errorf("%+v", l)
	}
	var all []seminar.List
	d.want(0, &all, "lists")
	if len(all) != 2 || all[1].Name != "Great hall" || all[1].Capacity != 2 {
		t.Errorf("%+v", all)
	}
	d.wantError(2, "list_time", "lists", "edit", "Great hall", "--from", "noon")
	d.wantError(3, "not_found", "lists", "edit", "Cellar", "--from", "09:00")
}

func TestADelegationIsCheckedInTogether(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "delegations", "add", "--country", "UZ")
	for _, name := range []string{"Anvar", "Bobur", "Dilnoza"} {
		d.person("--given", name, "--delegation", "uz")
	}
	blocked := d.person("--given", "Rustam", "--delegation", "UZ")
	d.want(0, nil, "attendees", "block", string(blocked.ID), "--why", "no visa")
	other := d.person("--given", "Leyla")
	var g groupJSON
	d.want(4, &g, "checkin", "--delegation", "uzbekistan")
	if g.Admitted != 3 || g.Refused != 1 || len(g.Answers) != 4 || g.Operation == "" {
		t.Fatalf("%+v", g)
	}
	for _, a := range g.Answers {
		if (a.Attendee.ID == blocked.ID) != (a.Reason == seminar.ReasonBlocked) {
			t.Errorf("%+v", a)
		}
	}
	d.want(4, &g, "checkin", "--delegation", "UZ")
	if g.Admitted != 0 || len(g.Answers) != 1 {
		t.Errorf("those inside were asked again: %+v", g)
	}
	d.want(0, &g, "checkin", "--delegation", "UZ", "--exit")
	if g.Admitted != 3 {
		t.Errorf("%+v", g)
	}
	d.want(0, nil, "undo", g.Operation)
	d.want(0, &g, "checkin", "--delegation", "UZ", "--exit")
	if g.Admitted != 3 {
		t.Errorf("after undo %+v", g)
	}
	d.want(2, nil, "checkin", other.Code, "--delegation", "UZ")
	d.want(2, nil, "checkin", "--delegation", "UZ", "--force")
}
