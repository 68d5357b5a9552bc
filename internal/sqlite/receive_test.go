package sqlite_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/journal"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

// writer is another desk, whose operations make a chain.
type writer struct {
	desk, incarnation string
	seq               int64
	hash              []byte
}

func (w *writer) op(kind journal.Kind, subject seminar.ID, body string) journal.Operation {
	w.seq++
	o := journal.Operation{ID: fmt.Sprintf("%s-%s-%04d", w.desk, w.incarnation, w.seq), Desk: w.desk, Incarnation: w.incarnation,
		Seq: w.seq, HLC: w.seq * 10, Wall: time.Unix(w.seq, 0), Kind: kind, Subject: subject, Body: json.RawMessage(body),
		BodyHash: journal.HashBody([]byte(body)), PrevHash: w.hash}
	o.Batch = o.ID
	w.hash = journal.Hash(o)
	return o
}

// execute changes a workspace behind the store's back.
func execute(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatal(err)
		}
	}
}

func given(t *testing.T, s *sqlite.Store, id seminar.ID) string {
	t.Helper()
	var a seminar.Attendee
	if _, err := s.Get(ctx, seminar.EntityAttendee, id, &a); err != nil {
		t.Fatal(err)
	}
	return a.GivenName
}

func TestOneBadOperationStandsInNobodysWay(t *testing.T) {
	deep := `{"seminar":"s","x":` + strings.Repeat("[", 2000) + strings.Repeat("]", 2000) + `}`
	cases := map[string]struct {
		kind           journal.Kind
		subject        seminar.ID
		body           string
		spoil          func(*journal.Operation)
		aside, refused int
	}{
		"no object":                   {"attendee.set", "bad", `[1,2]`, nil, 1, 0},
		"no JSON":                     {"attendee.set", "bad", `{"given_name":`, nil, 1, 0},
		"a field of the wrong kind":   {"attendee.set", "bad", `{"given_name":{"first":"Leyla"}}`, nil, 1, 0},
		"deeper than SQLite reads":    {"category.set", "bad", deep, nil, 1, 0},
		"an unknown kind":             {"voucher.set", "bad", `{"n":1}`, nil, 1, 0},
		"an undo of nothing readable": {"undo", "", `{"operations":"all"}`, nil, 1, 0},
		"no subject":                  {"attendee.set", "", `{"given_name":"Nobody"}`, nil, 1, 0},
		"a changed body":              {"attendee.set", "bad", `{"given_name":"Leyla"}`, func(o *journal.Operation) { o.Body = []byte(`{"given_name":"Leylo"}`) }, 0, 1},
		"no hash":                     {"attendee.set", "bad", `{"given_name":"Leyla"}`, func(o *journal.Operation) { o.BodyHash = nil }, 0, 1},
		"no desk":                     {"attendee.set", "bad", `{"given_name":"Leyla"}`, func(o *journal.Operation) { o.Desk = "" }, 0, 1},
		"no sequence":                 {"attendee.set", "bad", `{"given_name":"Leyla"}`, func(o *journal.Operation) { o.Seq = 0 }, 0, 1},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s := open(t)
			b := &writer{desk: "B", incarnation: "b"}
			ops := []journal.Operation{b.op("attendee.set", "one", `{"given_name":"One"}`), b.op(c.kind, c.subject, c.body),
				b.op("attendee.set", "two", `{"given_name":"Two"}`)}
			if c.spoil != nil {
				c.spoil(&ops[1])
			}
			receipt, err := s.Receive(ctx, ops)
			if err != nil {
				t.Fatal(err)
			}
			if receipt.Applied != 2 || receipt.Aside != c.aside || len(receipt.Refused) != c.refused {
				t.Errorf("%+v, want 2 applied, %d aside, %d refused", receipt, c.aside, c.refused)
			}
			if given(t, s, "one") != "One" || given(t, s, "two") != "Two" {
				t.Error("the others are not in the tables")
			}
			if here, err := s.Operations(ctx, desk.OperationFilter{ID: ops[1].ID}); err != nil || len(here) != c.aside {
				t.Errorf("%d of it in the journal, %v", len(here), err)
			}
			again, err := s.Receive(ctx, ops)
			if err != nil || again.Applied+again.Aside != 0 {
				t.Errorf("the same again: %+v, %v", again, err)
			}
			if err := s.Rebuild(ctx); err != nil || given(t, s, "two") != "Two" {
				t.Errorf("rebuilt: %v", err)
			}
		})
	}
}

func TestACancelledReceiveTakesNothingIn(t *testing.T) {
	s := open(t)
	b := &writer{desk: "B", incarnation: "b"}
	gone, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.Receive(gone, []journal.Operation{b.op("attendee.set", "one", `{"given_name":"One"}`)}); !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v", err)
	}
	if given(t, s, "one") != "" {
		t.Error("it was taken in")
	}
}

// The end of a write-ahead log may be lost without a trace. Another desk that has what was in it shows the loss.
func TestOwnOperationsThatWereLostBeginANewIncarnation(t *testing.T) {
	s, d := sample(t, 3)
	of := demo.ID("cooperation-2025")
	register := func(d *desk.Desk, name string) desk.Registered {
		t.Helper()
		done, err := d.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: name}, Registration: seminar.Registration{SeminarID: of}})
		if err != nil {
			t.Fatal(err)
		}
		return done
	}
	before, err := s.Operations(ctx, desk.OperationFilter{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	lost := register(d, "Lost")
	sent, err := s.Operations(ctx, desk.OperationFilter{}) // another desk has them all
	if err != nil {
		t.Fatal(err)
	}
	was, _ := s.Identity(ctx)
	path := s.Path()
	s.Close()
	execute(t, path, "DELETE FROM op WHERE n > (SELECT n FROM op WHERE id = '"+before[0].ID+"')",
		"UPDATE counter SET last = last - 1 WHERE counter = 'badge' AND seminar = '"+string(of)+"'")
	s, err = sqlite.Open(ctx, sqlite.Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	if now, _ := s.Identity(ctx); now != was {
		t.Fatalf("opened as %v, want %v: nobody can know yet", now, was)
	}
	twin := register(desk.New(desk.Options{Store: s}), "Twin") // gives the same sequence out again
	if twin.Row.BadgeNumber != lost.Row.BadgeNumber {
		t.Fatalf("badge %s, want the same as %s for this test to mean anything", twin.Row.BadgeNumber, lost.Row.BadgeNumber)
	}
	receipt, err := s.Receive(ctx, sent)
	if err != nil || len(receipt.Refused) > 0 || receipt.Applied == 0 {
		t.Fatalf("%+v, %v", receipt, err)
	}
	now, _ := s.Identity(ctx)
	if now.Incarnation == was.Incarnation || now.Desk != was.Desk {
		t.Errorf("identity %v after %v", now, was)
	}
	for _, who := range []desk.Registered{lost, twin} {
		if given(t, s, who.Row.AttendeeID) == "" {
			t.Errorf("%s is gone", who.Row.GivenName)
		}
	}
	next := register(desk.New(desk.Options{Store: s}), "Next")
	if next.Row.BadgeNumber == lost.Row.BadgeNumber || len(next.Row.BadgeNumber) < len("A-1000") {
		t.Errorf("badge number %s may have been given out in what was lost", next.Row.BadgeNumber)
	}
	ops, err := s.Operations(ctx, desk.OperationFilter{ID: string(next.Action)})
	if err != nil || ops[0].Incarnation != now.Incarnation || ops[0].Seq != 1 || ops[0].PrevHash != nil {
		t.Errorf("the first operation of the new incarnation: %+v, %v", ops, err)
	}
	if again, err := s.Receive(ctx, sent); err != nil || again.Applied != 0 {
		t.Errorf("the same again: %+v, %v", again, err)
	}
	if after, _ := s.Identity(ctx); after != now {
		t.Error("operations that are here began another incarnation")
	}
	well(t, s)
}

func TestWhatWasKeptAsideIsAppliedByAVersionThatUnderstandsIt(t *testing.T) {
	b := &writer{desk: "B", incarnation: "b"}
	first := b.op("attendee.set", "one", `{"given_name":"One","family_name":"First"}`)
	middle := b.op("attendee.set", "one", `{"family_name":"Second"}`)
	last := b.op("attendee.set", "one", `{"given_name":"Uno"}`)
	never := b.op("voucher.set", "v", `{}`)
	all := []journal.Operation{first, middle, last, never}
	want := open(t)
	if _, err := want.Receive(ctx, all); err != nil {
		t.Fatal(err)
	}
	// An older version, to which the first two meant nothing, would have left this.
	s := open(t)
	if _, err := s.Receive(ctx, all); err != nil {
		t.Fatal(err)
	}
	path := s.Path()
	s.Close()
	execute(t, path, "UPDATE op SET aside = 1 WHERE seq <= 2")
	s, err := sqlite.Open(ctx, sqlite.Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	s.Close()
	execute(t, path, "UPDATE op SET aside = 1 WHERE seq <= 2", `UPDATE attendee SET doc = '{"given_name":"Uno","id":"one"}'`)
	s, err = sqlite.Open(ctx, sqlite.Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := sqlite.Compare(ctx, s, want); err != nil {
		t.Error(unwrap(err))
	}
	if note := well(t, s)["projection"].Message; !strings.Contains(note, "1 operations of a newer version") {
		t.Errorf("the doctor says %q", note)
	}
}

func TestUndosOfUndosAndErasedBodies(t *testing.T) {
	s := open(t)
	b := &writer{desk: "B", incarnation: "b"}
	set := b.op("attendee.set", "one", `{"given_name":"One"}`)
	ops := []journal.Operation{set}
	for range 4 { // an undo, its undo, the undo of that, and once more
		ops = append(ops, b.op("undo", "", `{"v":1,"operations":["`+ops[len(ops)-1].ID+`"]}`))
	}
	for n := range ops {
		if _, err := s.Receive(ctx, ops[n:n+1]); err != nil {
			t.Fatal(err)
		}
		if here := given(t, s, "one") != ""; here != (n%2 == 0) {
			t.Errorf("after %d undos the person is here: %v", n, here)
		}
	}
	other := open(t)
	for n := len(ops) - 1; n >= 0; n-- {
		if _, err := other.Receive(ctx, ops[n:n+1]); err != nil {
			t.Fatal(err)
		}
	}
	if err := sqlite.Compare(ctx, s, other); err != nil {
		t.Errorf("in reverse: %v", unwrap(err))
	}

	erase := func(o journal.Operation) journal.Operation { o.Body = json.RawMessage("null"); return o } // as JSON brings it
	gone := open(t)
	person, reg := b.op("attendee.set", "two", `{"given_name":"Two"}`), b.op("registration.set", "reg", `{"seminar":"s","attendee":"two"}`)
	scan := b.op("checkin.add", "c", `{"seminar":"s","list":"l","attendee":"two","type":"entry","successful":true,"datetime":"2025-07-18T05:00:00Z"}`)
	undo := b.op("undo", "", `{"v":1,"operations":["`+person.ID+`","`+reg.ID+`","`+scan.ID+`"]}`)
	back := b.op("undo", "", `{"v":1,"operations":["`+undo.ID+`"]}`)
	receipt, err := gone.Receive(ctx, []journal.Operation{erase(person), erase(reg), erase(scan), undo, back, erase(set), erase(ops[1])})
	if err != nil || receipt.Applied != 7 {
		t.Fatalf("%+v, %v", receipt, err)
	}
	if err := gone.Rebuild(ctx); err != nil {
		t.Fatal(err)
	}
	well(t, gone)
}
