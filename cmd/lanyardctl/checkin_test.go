package main

import (
	"encoding/json"
	"strings"
	"testing"

	"lanyard/internal/seminar"
)

func TestTimesWithAndWithoutOffset(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "lists", "add", "--name", "Door", "--frequency", "multiple")
	who := d.person("--given", "Leyla")
	for _, at := range []string{"2025-07-18T09:12", "2025-07-18T09:12:00", "2025-07-18 09:12", "2025-07-18T05:12:00Z", "2025-07-18T05:12Z",
		"2025-07-18T10:12:00+05:00", "2025-07-18T10:12+05:00", "2025-07-18 10:12+05:00"} {
		var a answerJSON
		d.want(0, &a, "checkin", who.Code, "--list", "door", "--at", at)
		if a.Datetime != "2025-07-18T09:12:00+04:00" {
			t.Errorf("%s is %s", at, a.Datetime)
		}
	}
}

func TestAQuestionIsAskedUntilItIsAnswered(t *testing.T) {
	d := newDesk(t)
	var q seminar.Question
	d.want(0, &q, "questions", "add", "--text", "Which language?", "--type", "choice", "--option", "az", "--option", "en", "--required", "--at-desk")
	who := d.person("--given", "Leyla")
	var a answerJSON
	d.want(4, &a, "checkin", who.Code, "--nonce", "n")
	if a.Status != "incomplete" || a.Reason != "" || a.Explanation == "" || len(a.Questions) != 1 || a.Questions[0].ID != q.ID || a.Operation != "" {
		t.Errorf("%+v", a)
	}
	d.want(0, &a, "checkin", who.Code, "--nonce", "n", "--answer", string(q.ID)+"=az")
	if a.Status != "ok" || len(a.Questions) != 0 {
		t.Errorf("%+v", a)
	}
	d.want(0, &a, "checkin", who.Code, "--exit")
	d.want(0, &a, "checkin", who.Code) // it is known now
}

func TestForceExitAndRefusals(t *testing.T) {
	d := newDesk(t)
	at := "--at=2025-07-18T12:00"
	d.want(0, nil, "lists", "add", "--name", "Morning", "--from", "09:00", "--to", "11:00", "--tolerance", "10", "--frequency", "multiple")
	d.want(0, nil, "lists", "add", "--name", "Twice", "--frequency", "multiple", "--rule", `{"all":[{"var":"entries_today","op":"<","value":2}]}`)
	d.want(0, nil, "categories", "add", "--name", "Press")
	d.want(0, nil, "lists", "add", "--name", "Press room", "--category", "press")
	who, waits := d.person("--given", "Leyla"), d.person("--given", "Nigar", "--status", "pending")
	d.want(0, nil, "lists", "add", "--name", "Soft", "--takes-pending")
	for _, c := range []struct {
		status int
		reason seminar.Reason
		line   []string
	}{
		{4, "invalid_time", []string{who.Code, "--list", "morning", at}},
		{0, "", []string{who.Code, "--list", "morning", "--at=2025-07-18T08:50"}},
		{0, "", []string{who.Code, "--list", "morning", at, "--exit"}},
		{0, "", []string{who.Code, "--list", "morning", at, "--force", "--why", "the minister asked"}},
		{0, "", []string{who.Code, "--list", "twice", at}},
		{0, "", []string{who.Code, "--list", "twice", at}},
		{4, "rules", []string{who.Code, "--list", "twice", at}},
		{4, "category", []string{who.Code, "--list", "press room", at}},
		{4, "unapproved", []string{waits.Code, at}},
		{0, "", []string{waits.Code, at, "--list", "soft"}},
		{0, "", []string{who.Code, at}},
		{4, "already_redeemed", []string{who.Code, at}},
		{0, "", []string{who.Code, "--exit", at}},
		{0, "", []string{who.Code, at}},
		{4, "invalid", []string{"112345678901234567890123456789012", at}},
		{4, "invalid", []string{"nobody", "--force"}},
	} {
		var a answerJSON
		d.want(c.status, &a, append([]string{"checkin"}, c.line...)...)
		if a.Reason != c.reason || (a.Reason != "") != (a.Explanation != "") || a.Operation == "" || a.Nonce == "" {
			t.Errorf("%v: %+v, want reason %q", c.line, a, c.reason)
		}
	}
	var log []operationJSON
	d.want(0, &log, "log", "--limit", "0")
	forced := 0
	for _, o := range log {
		var row seminar.Checkin
		if o.Kind != "checkin.add" {
			continue
		}
		if err := json.Unmarshal(o.Body, &row); err != nil {
			t.Fatal(err)
		}
		if row.Forced && row.ForcedWhy == "the minister asked" {
			forced++
		}
	}
	if forced != 1 {
		t.Errorf("%d forced check-ins have their reason in the trail", forced)
	}
}

func TestAReasonOfTheDesksOwnIsKeptAsACode(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla")
	d.want(0, nil, "checkin", who.Code)
	for why, want := range map[string]seminar.Checkin{"technical": {ForcedCode: seminar.ForcedTechnical}, "the minister asked": {ForcedWhy: "the minister asked"}} {
		var a answerJSON
		d.want(0, &a, "checkin", who.Code, "--force", "--why", why)
		var log []operationJSON
		d.want(0, &log, "log", "--limit", "1")
		var row seminar.Checkin
		if err := json.Unmarshal(log[0].Body, &row); err != nil || row.ForcedCode != want.ForcedCode || row.ForcedWhy != want.ForcedWhy {
			t.Errorf("%s: %+v, %v", why, row, err)
		}
	}
}

func TestAnAnswerSpeaksTheLanguageAskedFor(t *testing.T) {
	d := newDesk(t)
	_, out, _ := d.call(strings.NewReader(""), "checkin", "nobody", "--language", "az")
	var a answerJSON
	if err := json.Unmarshal([]byte(out), &a); err != nil || a.Reason != "invalid" || !strings.ContainsAny(a.Explanation, "əıüöğşç") {
		t.Errorf("%q, %v", a.Explanation, err)
	}
}

// Every field of the contract is there, whatever the answer.
func TestTheFieldsOfAnAnswer(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla")
	for _, c := range []struct {
		status int
		code   string
	}{{0, who.Code}, {4, who.Code}, {4, "nobody"}} {
		var fields map[string]json.RawMessage
		d.want(c.status, &fields, "checkin", c.code)
		for _, name := range strings.Fields("status reason explanation attendee list type datetime first forced nonce operation questions") {
			if _, ok := fields[name]; !ok {
				t.Errorf("%s: no field %q", c.code, name)
			}
		}
	}
	var fields map[string]json.RawMessage
	d.want(0, &fields, "attendees", "edit", who.BadgeNumber, "--set", "organisation=ADA")
	for _, name := range strings.Fields("id code badge_number given_name family_name native_name organisation country category status checked_in match") {
		if _, ok := fields[name]; !ok {
			t.Errorf("an attendee has no field %q", name)
		}
	}
}
