package journal_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
	"time"

	"lanyard/internal/journal"
	"lanyard/internal/seminar"
)

// random makes operations on one subject by three desks, whose clocks tie now and then; some have no body any more.
func random(r *rand.Rand, n int) []journal.Operation {
	var ops []journal.Operation
	for i := range n {
		o := journal.Operation{ID: fmt.Sprintf("op-%03d", i), Desk: string('A' + rune(r.IntN(3))), HLC: int64(r.IntN(n)), Subject: "s"}
		o.Kind = []journal.Kind{"attendee.set", "attendee.set", "attendee.add", "undo", "voucher.set"}[r.IntN(5)]
		if r.IntN(8) > 0 {
			o.Body = json.RawMessage(fmt.Sprintf(`{"v":1,"%c":%d,"%c":"%d"}`, 'a'+r.IntN(4), r.IntN(9), 'a'+r.IntN(4), r.IntN(9)))
		}
		ops = append(ops, o)
	}
	return ops
}

func TestFoldIsAFunctionOfTheSet(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		ops := random(r, 1+r.IntN(12))
		ops = append(ops, journal.Operation{ID: "ground", Desk: "A", HLC: 3, Subject: "s", Kind: "attendee.set", Body: []byte(`{"a":1}`)})
		gone := map[string]bool{}
		for _, o := range ops {
			gone[o.ID] = r.IntN(3) == 0
		}
		undone := func(id string) bool { return gone[id] }
		want, err := journal.Fold(ops, undone)
		if err != nil {
			t.Fatal(err)
		}
		for range 5 {
			r.Shuffle(len(ops), func(i, j int) { ops[i], ops[j] = ops[j], ops[i] })
			given := slices.Clone(ops)
			got, err := journal.Fold(ops, undone)
			if err != nil || !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d: %v\n%+v\n%+v", seed, err, got, want)
			}
			if !reflect.DeepEqual(ops, given) {
				t.Fatal("the operations given were changed")
			}
		}
		// The obvious way: the first fact that stands, and every set that stands laid over it in order.
		slices.SortFunc(ops, journal.Compare)
		ops = slices.DeleteFunc(ops, func(o journal.Operation) bool { return o.Kind == "undo" || o.Kind == "voucher.set" })
		standing := slices.DeleteFunc(slices.Clone(ops), func(o journal.Operation) bool { return gone[o.ID] })
		if want.Undone != (len(standing) == 0) || want.First.ID != ops[0].ID || want.Last.ID != ops[len(ops)-1].ID {
			t.Fatalf("seed %d: %+v of %+v", seed, want, ops)
		}
		if len(standing) == 0 {
			standing = ops
		}
		fields := map[string]string{}
		lay := func(o journal.Operation) {
			var body map[string]json.RawMessage
			if !o.Erased() {
				if err := json.Unmarshal(o.Body, &body); err != nil {
					t.Fatal(err)
				}
			}
			for name, v := range body {
				if name != "v" {
					fields[name] = string(v)
				}
			}
		}
		for _, o := range standing {
			if o.Kind == "attendee.add" && !o.Erased() {
				lay(o)
				break
			}
		}
		for _, o := range standing {
			if o.Kind == "attendee.set" {
				lay(o)
			}
		}
		if len(fields) != len(want.Fields) {
			t.Fatalf("seed %d: fields %v, want %v", seed, want.Fields, fields)
		}
		for name, v := range fields {
			if string(want.Fields[name]) != v {
				t.Fatalf("seed %d: field %s is %s, want %s", seed, name, want.Fields[name], v)
			}
		}
	}
}

func TestFoldOfNothingIsAnError(t *testing.T) {
	for name, ops := range map[string][]journal.Operation{"nothing": nil, "an undo alone": {{ID: "u", Kind: journal.KindUndo}},
		"a body that is no object": {{ID: "o", Kind: "attendee.set", Body: []byte(`[]`)}}} {
		if s, err := journal.Fold(ops, func(string) bool { return false }); err == nil {
			t.Errorf("%s: %+v", name, s)
		}
	}
}

func TestARemovalIsUndoneLikeAnyOther(t *testing.T) {
	ops := []journal.Operation{{ID: "1", HLC: 1, Kind: "session.set", Body: []byte(`{"title":"Panel"}`)},
		{ID: "2", HLC: 2, Kind: "session.set", Body: []byte(`{"removed":true}`)}}
	for undo, gone := range map[string]bool{"": true, "2": false, "1": true} {
		if s, err := journal.Fold(ops, func(id string) bool { return id == undo }); err != nil || s.Gone != gone || s.Undone {
			t.Errorf("with %q undone: %+v, %v", undo, s, err)
		}
	}
}

func TestChangedHoldsWhatDiffers(t *testing.T) {
	before := seminar.Attendee{ID: "a", GivenName: "Leyla", Email: "l@example.org", Photo: []byte{1}}
	now := before
	now.ID, now.Email, now.Attention, now.FamilyName = "b", "", true, "Qafar-zadə"
	f, err := journal.Changed(before, &now)
	if err != nil {
		t.Fatal(err)
	}
	got, _ := f.Document()
	if want := `{"attention":true,"email":"","family_name":"Qafar-zadə"}`; string(got) != want {
		t.Errorf("%s, want %s", got, want)
	}
	if f, err := journal.Changed(before, before); err != nil || len(f) != 0 {
		t.Errorf("nothing changed: %v, %v", f, err)
	}
}

// Filled must leave out what Changed would leave out beside an empty thing, or a fact would read otherwise at another desk.
func TestFilledIsWhatDiffersFromNothing(t *testing.T) {
	at := time.Date(2025, 7, 18, 9, 0, 0, 0, time.UTC)
	for _, c := range []struct{ thing, empty any }{
		{seminar.Checkin{ID: "c", ListID: "l", Type: seminar.Entry, Datetime: at, Successful: true, HLC: 7, Undone: true}, seminar.Checkin{}},
		{seminar.Badge{ID: "b", Code: "1", PrintNumber: 2}, seminar.Badge{}},
		{seminar.Certificate{Serial: "2025-A-0001", Signature: []byte("x")}, seminar.Certificate{}},
		{seminar.Import{Rows: 3}, seminar.Import{}},
		{seminar.Checkin{}, seminar.Checkin{}},
	} {
		filled, err := journal.Filled(c.thing)
		changed, err2 := journal.Changed(c.empty, c.thing)
		if err != nil || err2 != nil || !reflect.DeepEqual(filled, changed) {
			t.Errorf("%T: %s, want %s (%v, %v)", c.thing, filled, changed, err, err2)
		}
	}
}

func TestFieldsOfBodies(t *testing.T) {
	for body, want := range map[string]string{"": "{}", "null": "{}", `{"v":1}`: "{}", `{"b":2,"a":{"x":[1, 2]},"v":9}`: `{"a":{"x":[1,2]},"b":2}`} {
		f, err := journal.FieldsOf([]byte(body))
		if got, _ := f.Document(); err != nil || string(got) != want {
			t.Errorf("%q: %s, %v, want %s", body, got, err, want)
		}
	}
	for _, body := range []string{"5", `["a"]`, `{"a":`, `"text"`} {
		if f, err := journal.FieldsOf([]byte(body)); err == nil {
			t.Errorf("%q: %v", body, f)
		}
	}
}

// The text of a document is what its hash and every comparison stand on.
func TestADocumentIsWhatJSONMakesOfIt(t *testing.T) {
	for _, f := range []journal.Fields{{}, {"b": json.RawMessage(`"Leyla Qafar-zadə"`), "a": json.RawMessage(`{"x": [1, 2]}`), "é<": json.RawMessage(`"x"`)},
		{"a": nil, "b": json.RawMessage(`"<&>"`), "c": json.RawMessage("\"\u2028\""), "d": json.RawMessage(`"\u003c\\ \" "`), "e": json.RawMessage(` true `)},
		{"a": json.RawMessage(`"علي"`), "a\"b": json.RawMessage(`7`), "c": json.RawMessage("\"\x7f ”\"")}} {
		want, err := json.Marshal(f)
		got, err2 := f.Document()
		if err != nil || err2 != nil || string(got) != string(want) {
			t.Errorf("%s, want %s (%v, %v)", got, want, err2, err)
		}
	}
	for _, f := range []journal.Fields{{"a": json.RawMessage(`"a"b"`)}, {"a": json.RawMessage(`x`)}, {"a": json.RawMessage(`"`)}, {"a": json.RawMessage("\"\n\"")}} {
		if got, err := f.Document(); err == nil {
			t.Errorf("%s is no JSON", got)
		}
	}
}

func TestKinds(t *testing.T) {
	for _, e := range seminar.Entities() {
		if got, verb, ok := journal.KindOf(e, journal.Set).Split(); !ok || got != e || verb != journal.Set {
			t.Errorf("%s: %s %s %v", e, got, verb, ok)
		}
	}
	for _, k := range []journal.Kind{"", "attendee", "attendee.", "attendee.undo", "attendee.merge", "voucher.set", ".set", "undo.set", "Attendee.set"} {
		if e, verb, ok := k.Split(); ok {
			t.Errorf("%q is known as %s %s", k, e, verb)
		}
	}
}
