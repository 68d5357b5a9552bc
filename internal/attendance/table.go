package attendance

import (
	"bytes"
	"encoding/json"
	"slices"
)

// A rule of a list and a condition of a certificate are tables of one shape: all or any of some tests. What follows reads and
// writes both.

// none says that a table was never written.
func none(raw json.RawMessage) bool {
	raw = bytes.TrimSpace(raw)
	return len(raw) == 0 || bytes.Equal(raw, []byte("null"))
}

// readTable reads a table into a rule or a condition and says what is wrong, "" for nothing.
func readTable(raw json.RawMessage, into any) string {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return "it is not a table: " + err.Error()
	}
	if d.More() {
		return "something follows its end"
	}
	return ""
}

// flat gives a table's tests if none of them is nested: of one alone itself, else those that must all hold, or one of which must.
func flat[T any](one T, every, some []T, test func(T) bool) (tests []T, anyOf, ok bool) {
	if test(one) {
		return []T{one}, false, true
	}
	tests = slices.Concat(every, some)
	if len(tests) == 0 || slices.ContainsFunc(tests, func(t T) bool { return !test(t) }) {
		return nil, false, false
	}
	return tests, some != nil, true
}

// fromFlat writes tests as the one table or the other; null for none.
func fromFlat[T any](tests []T, anyOf bool, every, some T) (json.RawMessage, error) {
	switch {
	case len(tests) == 0:
		return json.RawMessage("null"), nil
	case anyOf:
		return json.Marshal(some)
	}
	return json.Marshal(every)
}
