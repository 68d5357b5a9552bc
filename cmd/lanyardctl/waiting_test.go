package main

import (
	"os"
	"path/filepath"
	"testing"

	"lanyard/internal/seminar"
)

func TestPlacesWaitingAndApproval(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "seminars", "edit", "--capacity", "1", "--series", "Schools")
	first, second := d.person("--given", "Leyla"), d.person("--given", "Anar")
	if first.Status != seminar.Confirmed || second.Status != seminar.Waitlisted {
		t.Fatalf("%s and %s", first.Status, second.Status)
	}
	if third := d.person("--given", "Nigar", "--over", "An interpreter"); third.Status != seminar.Confirmed {
		t.Errorf("beyond the quota: %s", third.Status)
	}
	var w waitingJSON
	d.want(0, &w, "waiting")
	if len(w.Quotas) != 1 || w.Quotas[0].Over != 1 || len(w.Waiting) != 1 || w.Waiting[0].Position != 1 || w.Waiting[0].Attendee.ID != second.ID {
		t.Errorf("%+v", w)
	}
	d.want(1, nil, "attendees", "edit", string(second.ID), "--set", "status=confirmed")
	d.want(0, nil, "attendees", "cancel", string(first.ID))
	d.want(0, nil, "seminars", "edit", "--capacity", "2")
	d.want(0, &w, "waiting")
	if len(w.Waiting) != 0 || len(w.MovedUp) != 1 || w.MovedUp[0].Told {
		t.Errorf("%+v", w)
	}
	d.want(0, nil, "waiting", "told", string(second.ID))
	d.want(0, nil, "categories", "add", "--name", "Press", "--approval")
	d.want(0, nil, "seminars", "edit", "--capacity", "0")
	press := d.person("--given", "Reporter", "--category", "Press", "--status", "pending")
	d.want(0, nil, "attendees", "approve", string(press.ID))
	var row []attendeeJSON
	d.want(0, &row, "attendees", "--search", "Reporter")
	if len(row) != 1 || row[0].Status != seminar.Confirmed {
		t.Errorf("%+v", row)
	}
}

func TestSeminarsAreClonedMadeAndCompared(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "seminars", "edit", "--title", "First", "--series", "Schools")
	who := d.person("--given", "Leyla")
	d.want(0, nil, "checkin", string(who.ID))
	var made eventJSON
	d.want(0, &made, "seminars", "clone", "First", "--start", "2026-03-01", "--title", "Second")
	if made.Start != "2026-03-01" || made.Title != "Second" {
		t.Errorf("%+v", made)
	}
	var carried struct{ Chosen, Registered int }
	d.want(0, &carried, "attendees", "carry", "--seminar", "Second", "--from", "First", "--came")
	if carried.Registered != 1 {
		t.Errorf("%+v", carried)
	}
	var all []seriesJSON
	d.want(0, &all, "series")
	if len(all) != 1 || all[0].Title != "Schools" || len(all[0].Seminars) != 2 || all[0].Seminars[0].Arrived != 1 || all[0].Seminars[1].Registered != 1 {
		t.Errorf("%+v", all)
	}
	file := filepath.Join(t.TempDir(), "s.lanyard-seminar")
	d.want(0, nil, "seminars", "template", "export", "--seminar", "First", "--out", file)
	d.want(0, &made, "seminars", "template", "use", file, "--start", "2026-05-01", "--title", "Third")
	d.want(0, nil, "seminars", "template", "use", "conference", "--start", "2026-06-01")
	if err := os.WriteFile(file, []byte(`{"days":1,"attendees":[]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	d.want(2, nil, "seminars", "template", "use", file, "--start", "2026-05-01")
}
