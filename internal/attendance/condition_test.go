package attendance_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/seminar"
)

// attended is somebody who sat through 48 of 120 minutes: the whole of Panel 1, nothing of Panel 2.
func attended() attendance.Attended {
	start := time.Date(2025, 7, 18, 9, 0, 0, 0, time.UTC)
	session := func(id, title string, minutes int, status attendance.Status) attendance.SessionAttendance {
		return attendance.SessionAttendance{Status: status, Session: seminar.Session{ID: seminar.ID(id), Title: title, Start: start, End: start.Add(time.Duration(minutes) * time.Minute)}}
	}
	speaker := seminar.Category{ID: "c2", Name: "Speaker"}
	return attendance.Attended{CheckedIn: true, Minutes: 48, Of: 120, Category: seminar.Category{ID: "c1", Name: "Delegate"},
		Categories: []seminar.Category{{ID: "c1", Name: "Delegate"}, speaker},
		Sessions:   []attendance.SessionAttendance{session("s1", "Panel 1", 50, attendance.Late), session("s2", "Panel 2", 40, attendance.Absent), session("s3", "Panel 3", 30, attendance.Excused)}}
}

func TestWhatIsMissingForACertificate(t *testing.T) {
	never := attended()
	never.CheckedIn, never.Minutes = false, 0
	for _, c := range []struct {
		condition string
		of        attendance.Attended
		want      string
	}{
		{`{"var":"checked_in","op":"==","value":true}`, attended(), ""},
		{`{"var":"minutes","op":">=","value":48}`, attended(), ""},
		{`{"var":"minutes","op":">=","value":60}`, attended(), "12 min more are needed: attended 48 min of the sessions that count, not 60."},
		{`{"var":"percent","op":">=","value":40}`, attended(), ""},
		{`{"var":"percent","op":">=","value":41}`, attended(), "2 min more are needed: attended 40 % of the sessions that count, not 41 %."},
		{`{"var":"sessions","op":"all","value":["panel 1"]}`, attended(), ""},
		{`{"var":"sessions","op":"all","value":["s1","s2"]}`, attended(), "Did not attend “Panel 2”."},
		{`{"var":"sessions","op":"any","value":["Panel 2","s1"]}`, attended(), ""},
		{`{"var":"sessions","op":"any","value":["s2","s3"]}`, attended(), "Attended none of: Panel 2, Panel 3."},
		{`{"var":"sessions","op":"all","value":["gone"]}`, attended(), "Did not attend “gone”."},
		{`{"var":"category","op":"in","value":["delegate"]}`, attended(), ""},
		{`{"var":"category","op":"in","value":["c2","Press"]}`, attended(), "Only for: Speaker, Press."},
		{`{"var":"category","op":"not_in","value":["c1"]}`, attended(), "Not for: Delegate."},
		// Of all it says everything, the nearest first; of any the nearest alone.
		{`{"all":[{"var":"sessions","op":"all","value":["s2"]},{"var":"minutes","op":">=","value":60}]}`, attended(),
			"12 min more are needed: attended 48 min of the sessions that count, not 60. Did not attend “Panel 2”."},
		{`{"any":[{"var":"category","op":"in","value":["Speaker"]},{"var":"minutes","op":">=","value":60}]}`, attended(),
			"12 min more are needed: attended 48 min of the sessions that count, not 60."},
		{`{"any":[{"var":"minutes","op":">=","value":200},{"var":"sessions","op":"all","value":["s2"]}]}`, attended(), "Did not attend “Panel 2”."},
		{`{"any":[{"all":[{"var":"category","op":"in","value":["Delegate"]},{"var":"percent","op":">=","value":40}]},{"var":"minutes","op":">=","value":999}]}`, attended(), ""},
		{`{"all":[{"var":"percent","op":">=","value":50},{"var":"checked_in","op":"==","value":true},{"var":"sessions","op":"all","value":["s2"]}]}`, never, "Never checked in."},
		{`{"all":[]}`, never, ""},
		{`{"any":[]}`, attended(), "This condition cannot be used: it holds for nobody."},
	} {
		read, problem := attendance.ParseCondition(json.RawMessage(c.condition))
		if problem != nil {
			t.Fatalf("%s: %v", c.condition, problem)
		}
		var said []string
		for _, e := range read.Missing(c.of) {
			said = append(said, e.Message)
		}
		if got := strings.Join(said, " "); got != c.want {
			t.Errorf("%s: %q, not %q", c.condition, got, c.want)
		}
	}
	if got := attendance.Usual(40).Missing(attended()); len(got) > 0 {
		t.Errorf("40 of 100 are not enough: %v", got)
	}
	if got := attendance.Usual(0).Missing(never); len(got) != 1 || got[0].Code != "certificate_absent" {
		t.Errorf("who never came lacks %v", got)
	}
}

func TestConditionsThatCannotBeUsed(t *testing.T) {
	deep := strings.Repeat(`{"all":[`, 9) + `{"var":"minutes","op":">=","value":1}` + strings.Repeat(`]}`, 9)
	for _, raw := range []string{`[]`, `{`, `{"var":"age","op":">=","value":1}`, `{"var":"minutes","op":"<","value":1}`, `{"var":"minutes","op":">=","value":-1}`,
		`{"var":"minutes","op":">="}`, `{"var":"percent","op":">=","value":101}`, `{"var":"percent","op":">=","value":"50"}`, `{"var":"checked_in","op":"==","value":false}`,
		`{"var":"sessions","op":"all","value":[]}`, `{"var":"sessions","op":"all","value":[""]}`, `{"var":"category","op":"in","value":"Speaker"}`,
		`{"all":[],"any":[]}`, `{"var":"minutes","op":">=","value":1,"code":"x"}`, `{"all":[]} {}`, `{}`, deep} {
		if _, problem := attendance.ParseCondition(json.RawMessage(raw)); problem == nil || problem.Code != "certificate_condition" {
			t.Errorf("%s was read: %v", raw, problem)
		}
	}
	for _, raw := range []string{"", "null", " null "} {
		if c, problem := attendance.ParseCondition(json.RawMessage(raw)); c != nil || problem != nil {
			t.Errorf("%q: %v, %v", raw, c, problem)
		}
	}
}

func TestAFlatTableOfTestsIsWrittenAsItIsRead(t *testing.T) {
	for _, raw := range []string{`{"all":[{"var":"percent","op":">=","value":50},{"var":"category","op":"in","value":["Speaker"]}]}`,
		`{"any":[{"var":"minutes","op":">=","value":60},{"var":"sessions","op":"any","value":["s1"]}]}`, `null`} {
		tests, anyOf, ok := attendance.ConditionTable(json.RawMessage(raw))
		again, err := attendance.ConditionOf(tests, anyOf)
		if !ok || err != nil || strings.ReplaceAll(string(again), `\u003e`, ">") != raw {
			t.Errorf("%s becomes %s, %v", raw, again, err)
		}
	}
	if _, _, ok := attendance.ConditionTable(json.RawMessage(`{"all":[{"any":[{"var":"minutes","op":">=","value":60}]}]}`)); ok {
		t.Error("a nested condition is a table")
	}
}

// FuzzCondition reads any bytes as a condition; one that is read can be held against a person, and says why not.
func FuzzCondition(f *testing.F) {
	f.Add([]byte(`{"any":[{"var":"minutes","op":">=","value":200},{"var":"sessions","op":"all","value":["s2"]}]}`))
	f.Add([]byte(`{"all":[{"var":"category","op":"not_in","value":["c1"]},{"var":"percent","op":">=","value":9}]}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		c, problem := attendance.ParseCondition(raw)
		if problem != nil || c == nil {
			return
		}
		for _, e := range c.Missing(attended()) {
			if e.Code == "" || e.Message == "" {
				t.Errorf("%s lacks %+v", raw, e)
			}
		}
	})
}

func TestAConditionSaysWhatItAsks(t *testing.T) {
	for condition, want := range map[string]string{
		`{"all":[{"var":"checked_in","op":"==","value":true},{"var":"percent","op":">=","value":75}]}`:                                                                  "Checked in, or noted as present by hand. Attended 75 % of the sessions that count: 90 of 120 minutes.",
		`{"any":[{"var":"minutes","op":">=","value":60},{"all":[{"var":"category","op":"in","value":["c2"]},{"var":"sessions","op":"any","value":["s1","Panel 2"]}]}]}`: "One of these is enough: Attended 60 min of the sessions that count. Together: Only for: Speaker. Attended one of: Panel 1, Panel 2.",
		`{"var":"sessions","op":"all","value":["s3"]}`:         "Attended each of: Panel 3.",
		`{"var":"category","op":"not_in","value":["c1","c2"]}`: "Not for: Delegate, Speaker.",
	} {
		c, problem := attendance.ParseCondition(json.RawMessage(condition))
		if problem != nil {
			t.Fatal(problem)
		}
		var said []string
		for _, e := range c.Asks(attended()) {
			said = append(said, e.Message)
		}
		if got := strings.Join(said, " "); got != want {
			t.Errorf("%s: %q, not %q", condition, got, want)
		}
	}
}
