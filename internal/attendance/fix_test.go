package attendance_test

import (
	"encoding/json"
	"testing"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// A refusal names what would be nearest to fixing it. The scan is on Friday, 18 July, at 09:30.
func TestARuleSaysWhatWouldFixIt(t *testing.T) {
	in := []seminar.Checkin{row(seminar.Entry, "08:50", ""), row(seminar.Exit, "09:00", ""), row(seminar.Entry, "09:10", "")}
	cases := []struct {
		rule    string
		history []seminar.Checkin
		say     string
	}{
		{`{"var":"now","op":">=","value":"10:00"}`, nil, "Only from 10:00."},
		{`{"var":"now","op":"<","value":"09:00"}`, nil, "Only until 09:00."},
		{`{"var":"now","op":">=","value":"2025-07-19T10:00"}`, nil, "Only from 2025-07-19 10:00."},
		{`{"var":"weekday","op":">=","value":6}`, nil, "Only from 2025-07-19."},
		{`{"var":"weekday","op":"==","value":9}`, nil, "The rules of this list do not admit this now."},
		{`{"var":"category","op":"in","value":["Press","Speaker"]}`, nil, "Only for: Press, Speaker."},
		{`{"var":"category","op":"!=","value":"delegate"}`, nil, "Delegate may not enter here."},
		{`{"var":"entry_status","op":"==","value":"outside"}`, in, "Inside already. Check out first."},
		{`{"var":"entry_status","op":"==","value":"inside"}`, nil, "Only for somebody who is inside."},
		{`{"var":"minutes_since_last_entry","op":">=","value":30}`, in, "Only from 09:40."},
		{`{"var":"minutes_since_last_entry","op":">","value":30}`, in, "Only from 09:41."},
		{`{"var":"minutes_since_first_entry","op":">=","value":30}`, nil, "Only for somebody who was in before."},
		{`{"var":"minutes_since_first_entry","op":"<=","value":30}`, in, "Only until 09:20."},
		{`{"var":"entries_so_far","op":"<","value":2}`, in, "Times in so far: 2. No more are allowed."},
		{`{"var":"entries_so_far","op":">=","value":3}`, in, "Times in so far: 2. That is not often enough."},
		{`{"var":"entries_today","op":"<=","value":1}`, in, "Times in today: 2. Again tomorrow."},
		{`{"var":"days_entered","op":"<","value":1}`, in, "Days so far: 1. No more are allowed."},
		// Of several that suffice, what is there first; of several that are needed, what takes longest.
		{`{"any":[{"var":"category","op":"==","value":"Press"},{"var":"now","op":">=","value":"11:00"},{"var":"now","op":">=","value":"10:00"}]}`, nil, "Only from 10:00."},
		{`{"all":[{"var":"now","op":">=","value":"10:00"},{"var":"now","op":">=","value":"11:00"},{"var":"now","op":">=","value":"08:00"}]}`, nil, "Only from 11:00."},
		{`{"all":[{"var":"now","op":">=","value":"10:00"},{"var":"category","op":"==","value":"Press"}]}`, nil, "Only for: Press."},
		{`{"any":[{"var":"now","op":">=","value":"10:00"},{"var":"entry_status","op":"==","value":"outside"}]}`, in, "Inside already. Check out first."},
		{`{"any":[]}`, nil, "The rules of this list do not admit this now."},
	}
	for _, c := range cases {
		scan, who := scene()
		scan.List.Frequency = seminar.Multiple
		scan.List.Rule, who.History = json.RawMessage(c.rule), c.history
		a := attendance.Evaluate(scan, who)
		if a.Reason != seminar.ReasonRules || a.Explanation != c.say {
			t.Errorf("%s\n says %s %q, want %q", c.rule, a.Reason, a.Explanation, c.say)
		}
	}
}

// Waiting until the moment that a refusal names is enough.
func TestWhatARuleAsksForIsEnough(t *testing.T) {
	scan, who := scene()
	scan.List.Frequency = seminar.Multiple
	scan.List.Rule = json.RawMessage(`{"all":[{"var":"minutes_since_last_entry","op":">","value":30},{"var":"now","op":">=","value":"09:50","tolerance":10}]}`)
	who.History = []seminar.Checkin{row(seminar.Entry, "09:10", "")}
	if a := attendance.Evaluate(scan, who); a.Explanation != "Only from 09:41." {
		t.Fatalf("it says %q", a.Explanation)
	}
	scan.At = at("09:41")
	if a := attendance.Evaluate(scan, who); a.Status != seminar.OK {
		t.Errorf("at 09:41: %s %q", a.Status, a.Explanation)
	}
}
