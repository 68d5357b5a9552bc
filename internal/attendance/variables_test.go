package attendance_test

import (
	"encoding/json"
	"testing"

	"lanyard/internal/attendance"
)

func TestWhatATableOffersIsWhatARuleTakes(t *testing.T) {
	values := map[string]string{"now": `"09:00"`, "category": `"Delegate"`, "entry_status": `"inside"`}
	for _, name := range attendance.Variables() {
		for _, op := range attendance.Comparisons(name) {
			value := values[name]
			switch {
			case value == "":
				value = "2"
			case op == "in" || op == "not_in":
				value = "[" + value + "]"
			}
			raw, err := attendance.FromTable([]attendance.Rule{{Var: name, Op: op, Value: json.RawMessage(value)}}, true)
			if err != nil {
				t.Fatal(err)
			}
			back, anyOf, ok := attendance.Table(raw)
			if !ok || !anyOf || len(back) != 1 || back[0].Var != name || back[0].Op != op || string(back[0].Value) != value {
				t.Errorf("%s %s %s came back as %+v, %v, %v", name, op, value, back, anyOf, ok)
			}
		}
	}
	if attendance.Comparisons("height") != nil {
		t.Error("a variable that there is not can be compared")
	}
}

func TestOnlyAFlatRuleIsATable(t *testing.T) {
	const one = `{"var":"weekday","op":"<","value":6}`
	for raw, want := range map[string]int{"null": 0, "": 0, one: 1, `{"all":[` + one + `,` + one + `]}`: 2,
		`{"any":[]}`: -1, `{"all":[{"any":[` + one + `]}]}`: -1, `{"newer":1}`: -1} {
		got, _, ok := attendance.Table(json.RawMessage(raw))
		if n := len(got); ok != (want >= 0) || ok && n != want {
			t.Errorf("%s: %d conditions, %v", raw, n, ok)
		}
	}
}
