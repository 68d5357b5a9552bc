package main

import (
	"strings"
	"testing"
)

func TestAnOperatorHasTheRightsOfTheRole(t *testing.T) {
	d := newDesk(t)
	who := d.person("--given", "Leyla")
	add := func(name, role, pin string) int {
		status, out, _ := d.call(strings.NewReader(pin+"\n"), "operators", "add", "--name", name, "--role", role)
		if strings.Contains(out, pin) || strings.Contains(out, "argon2") {
			t.Errorf("the PIN is shown: %s", out)
		}
		return status
	}
	if got := add("Rena", "steward", "1234"); got != 2 {
		t.Errorf("a steward as the first operator: exit %d", got)
	}
	if add("Leyla", "administrator", "123456") != 0 || add("Rena", "steward", "1234") != 0 {
		t.Fatal("operators were not added")
	}
	var all []operatorJSON
	d.want(0, &all, "operators")
	if len(all) != 2 || all[0].Name != "Leyla" || all[1].Role != "steward" {
		t.Errorf("%+v", all)
	}
	d.want(0, nil, "checkin", who.Code, "--operator", "rena")
	d.wantError(4, "operator_right", "checkin", who.Code, "--operator", "rena", "--force")
	d.wantError(4, "operator_right", "attendees", "cancel", who.Code, "--operator", "Rena")
	d.want(0, nil, "attendees", "cancel", who.Code) // whoever has the file in their hands
	d.want(0, nil, "operators", "remove", "Rena")
	d.wantError(3, "not_found", "operators", "remove", "Rena")
}

func TestAttendanceIsCorrected(t *testing.T) {
	d := newDesk(t)
	d.want(0, nil, "sessions", "add", "--title", "Panel 1", "--kind", "panel", "--start", "2025-07-18T10:00", "--end", "2025-07-18T11:00")
	who := d.person("--given", "Leyla")
	var hours []hoursJSON
	for _, c := range []struct {
		args    []string
		minutes int
		status  string
	}{
		{[]string{"--status", "present", "--why", "seen"}, 60, "present"},
		{[]string{"--status", "late", "--minutes", "20", "--why", "the back door"}, 20, "late"},
		{[]string{"--status", "excused", "--why", "ill"}, 0, "excused"},
	} {
		d.want(0, nil, append([]string{"attendance", "correct", who.BadgeNumber, "--session", "panel 1"}, c.args...)...)
		d.want(0, &hours, "attendance")
		if got := hours[0].Sessions[0]; got.Minutes != c.minutes || string(got.Status) != c.status || !got.Corrected {
			t.Errorf("%v: %+v", c.args, got)
		}
	}
	d.want(2, nil, "attendance", "correct", who.Code, "--session", "Panel 1", "--status", "present", "--minutes", "61", "--why", "seen")
	d.want(2, nil, "attendance", "correct", who.Code, "--session", "Panel 1", "--status", "present")
	d.want(0, nil, "attendance", "uncorrect", who.Code, "--session", "Panel 1")
	d.want(0, &hours, "attendance")
	if got := hours[0].Sessions[0]; got.Corrected || got.Status != "absent" {
		t.Errorf("taken back: %+v", got)
	}
}
