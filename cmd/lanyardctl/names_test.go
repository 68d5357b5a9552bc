package main

import (
	"strings"
	"testing"

	"lanyard/internal/seminar"
)

func TestThingsAreMeantByIdOrByNameWhateverTheCase(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "seminars", "add", "--title", "Ədəbiyyat", "--start", "2025-07-28", "--tz", "Asia/Baku")
	d.wantError(2, "seminar_choice", "lists")
	if _, _, said := d.call(strings.NewReader(""), "lists"); !strings.Contains(said, "--seminar") {
		t.Errorf("how to say it is not told: %s", said)
	}
	var all []eventJSON
	d.want(0, &all, "seminars")
	if len(all) != 2 {
		t.Fatalf("%d seminars", len(all))
	}
	var session seminar.Session
	var category seminar.Category
	var delegation seminar.Delegation
	var list seminar.List
	other := "--seminar=ƏDƏBIYYAT"
	d.want(0, &session, "sessions", "add", other, "--title", "Panel Bir", "--start", "2025-07-28T10:00", "--end", "2025-07-28T11:00+04:00")
	d.want(0, &category, "categories", "add", other, "--name", "Nümayəndə")
	d.want(0, &delegation, "delegations", "add", other, "--country", "kz", "--quota", "3")
	if session.SeminarID != all[1].ID || delegation.Name != "Kazakhstan" || delegation.Country != "KZ" {
		t.Errorf("%+v %+v", session, delegation)
	}
	if text, _ := session.Start.MarshalText(); string(text) != "2025-07-28T10:00:00+04:00" || session.End.Sub(session.Start).Minutes() != 60 {
		t.Errorf("the session is at %s, until %v", text, session.End)
	}
	for _, name := range []string{string(session.ID), "panel bir", " PANEL BIR "} {
		d.want(0, &list, "lists", "add", "--seminar", string(all[1].ID), "--name", "List "+name, "--session", name, "--category", "nümayəndə")
		if list.SessionID != session.ID || len(list.Categories) != 1 || list.Categories[0] != category.ID {
			t.Errorf("%q: %+v", name, list)
		}
	}
	var who attendeeJSON
	for _, of := range [][2]string{{"NÜMAYƏNDƏ", "kz"}, {string(category.ID), "kazakhstan"}, {"nümayəndə", string(delegation.ID)}} {
		d.want(0, &who, "register", other, "--given", "A", "--category", of[0], "--delegation", of[1])
		if who.Category != "Nümayəndə" || who.Delegation != "Kazakhstan" {
			t.Errorf("%v: %+v", of, who)
		}
	}
	var people []attendeeJSON
	d.want(0, &people, "attendees", other, "--category", "nümayəndə", "--limit", "2")
	if len(people) != 2 {
		t.Errorf("%d people", len(people))
	}
	var answer answerJSON
	for _, name := range []string{"main ENTRANCE", ""} {
		d.want(0, &answer, "checkin", who.Code, other, "--list", name, "--force")
		if answer.List != "Main entrance" {
			t.Errorf("%q is %q", name, answer.List)
		}
	}
	for _, code := range []string{strings.ToLower(who.BadgeNumber), string(who.ID), who.Code} {
		d.want(0, &who, "attendees", "edit", code, other, "--set", "given_name=B")
	}
}

func TestTheOperatorIsInTheTrail(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "register", "--given", "Leyla", "--operator", "Aysel")
	var all []operationJSON
	d.want(0, &all, "log", "--limit", "1")
	if len(all) != 1 || all[0].Operator != "Aysel" {
		t.Errorf("%+v", all)
	}
}

func TestTheTrailOfOnePerson(t *testing.T) {
	d := newDesk(t)
	who, other := d.person("--given", "Leyla"), d.person("--given", "Nigar")
	d.want(0, nil, "checkin", who.Code, "--nonce", "n-1")
	d.want(0, nil, "checkin", other.Code)
	for _, name := range []string{string(who.ID), who.Code, who.BadgeNumber} {
		var all []operationJSON
		d.want(0, &all, "log", "--subject", name)
		kinds := map[string]int{}
		for _, o := range all {
			kinds[string(o.Kind)]++
		}
		if all[0].Nonce != "n-1" || kinds["checkin.add"] != 1 || kinds["attendee.set"] != 1 || kinds["registration.set"] != 1 {
			t.Errorf("%s: %v, newest %+v", name, kinds, all[0])
		}
	}
	var all []operationJSON
	d.want(0, &all, "log", "--limit", "0")
	for _, o := range all {
		if strings.Contains(string(o.Body), "code_key") || strings.Contains(string(o.Body), "sign_key") {
			t.Errorf("%s shows the seminar's keys", o.Kind)
		}
	}
}

func TestUndoTwiceChangesNothingAndCanItselfBeUndone(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla")
	var scan answerJSON
	d.want(0, &scan, "checkin", who.Code)
	arrived := func() bool {
		var all []attendeeJSON
		d.want(0, &all, "attendees")
		return all[0].CheckedIn
	}
	var first, again, back operationJSON
	d.want(0, &first, "undo", scan.Operation, "--why", "wrong person")
	d.want(0, &again, "undo", scan.Operation)
	if first.ID != again.ID || arrived() {
		t.Errorf("undone by %s, then by %s; arrived is %v", first.ID, again.ID, arrived())
	}
	d.want(0, &back, "undo", first.ID)
	if back.ID == first.ID || !arrived() {
		t.Errorf("the undo was undone by %s; arrived is %v", back.ID, arrived())
	}
}
