package journal_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"lanyard/internal/journal"
)

// link makes the operations of one desk, each after the one before.
func link(n int) []journal.Operation {
	var ops []journal.Operation
	var last []byte
	for i := range n {
		body := fmt.Appendf(nil, `{"given_name":"%d"}`, i)
		o := journal.Operation{ID: fmt.Sprint("op-", i), Desk: "A", Incarnation: "i", Seq: int64(i + 1), HLC: int64(i), Wall: time.Unix(int64(i), 5),
			Operator: "Leyla", Kind: "attendee.set", Subject: "s", Batch: "b", Base: "c", Body: body, BodyHash: journal.HashBody(body), PrevHash: last}
		last = journal.Hash(o)
		ops = append(ops, o)
	}
	return ops
}

// broken says whether a chain is, and counts its gaps.
func broken(ops []journal.Operation) (gaps int, err error) {
	c := journal.ChainFrom(0, nil)
	for _, o := range ops {
		gap, err := c.Check(o)
		if err != nil {
			return gaps, err
		}
		if gap != nil {
			gaps++
		}
	}
	return gaps, nil
}

func TestTheChainShowsEveryChangedField(t *testing.T) {
	if gaps, err := broken(link(5)); err != nil || gaps != 0 {
		t.Fatalf("%d gaps, %v", gaps, err)
	}
	for name, change := range map[string]func(*journal.Operation){
		"id": func(o *journal.Operation) { o.ID += "x" }, "desk": func(o *journal.Operation) { o.Desk = "B" },
		"incarnation": func(o *journal.Operation) { o.Incarnation = "j" }, "seq back": func(o *journal.Operation) { o.Seq-- },
		"hlc": func(o *journal.Operation) { o.HLC++ }, "wall": func(o *journal.Operation) { o.Wall = o.Wall.Add(1) },
		"operator": func(o *journal.Operation) { o.Operator = "" }, "kind": func(o *journal.Operation) { o.Kind = "attendee.add" },
		"subject": func(o *journal.Operation) { o.Subject = "t" }, "batch": func(o *journal.Operation) { o.Batch = "" },
		"base": func(o *journal.Operation) { o.Base = "" }, "body": func(o *journal.Operation) { o.Body = json.RawMessage(`{"given_name":"x"}`) },
		"body hash":                      func(o *journal.Operation) { o.BodyHash = journal.HashBody(nil); o.Body = nil },
		"prev hash":                      func(o *journal.Operation) { o.PrevHash = journal.HashBody(nil) },
		"a text moved to the next field": func(o *journal.Operation) { o.Batch, o.Base = o.Batch+o.Base, "" },
	} {
		ops := link(5)
		change(&ops[2])
		if _, err := broken(ops); err == nil {
			t.Errorf("%s changed, and the chain holds", name)
		}
	}
}

func TestAnErasedBodyKeepsTheChain(t *testing.T) {
	for _, nothing := range []json.RawMessage{nil, json.RawMessage("null"), json.RawMessage("")} {
		ops := link(5)
		ops[1].Body, ops[4].Body = nothing, nothing
		if gaps, err := broken(ops); err != nil || gaps != 0 {
			t.Errorf("%q: %d gaps, %v", nothing, gaps, err)
		}
		if why := journal.Malformed(ops[1]); why != "" {
			t.Errorf("%q: %s", nothing, why)
		}
	}
	o := link(1)[0]
	o.Body = nil
	text, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	var back journal.Operation
	if err := json.Unmarshal(text, &back); err != nil || !back.Erased() || journal.Malformed(back) != "" {
		t.Errorf("an erased body on its way: %s, %v", text, err)
	}
}

func TestAGapIsNoBreakButAMissingLinkIsSeen(t *testing.T) {
	ops := link(6)
	if gaps, err := broken(append(ops[:2:2], ops[4:]...)); err != nil || gaps != 1 {
		t.Errorf("%d gaps, %v", gaps, err)
	}
	if gaps, err := broken(ops[3:]); err != nil || gaps != 1 {
		t.Errorf("the beginning is missing: %d gaps, %v", gaps, err)
	}
	other := link(6)
	for i := range other {
		other[i].Operator = "somebody else"
	}
	if _, err := broken(append(ops[:3:3], other[3:]...)); err == nil {
		t.Error("the end of another chain was taken for this one's")
	}
}

func TestBranchesOfOneCopy(t *testing.T) {
	ops := link(3)
	twin := ops[2]
	twin.ID, twin.Operator = "twin", "another machine"
	after := ops[2]
	after.ID, after.Seq, after.PrevHash = "after", 4, journal.Hash(twin)
	if _, err := broken([]journal.Operation{ops[0], ops[1], ops[2], twin, after}); err != nil {
		t.Error(err)
	}
	twin.PrevHash = journal.HashBody(nil)
	if _, err := broken([]journal.Operation{ops[0], ops[1], ops[2], twin}); err == nil {
		t.Error("a branch that follows nothing was taken")
	}
}

func TestChainFromTheMiddle(t *testing.T) {
	ops := link(6)
	c := journal.ChainFrom(3, journal.Hash(ops[2]))
	for _, o := range ops[3:] {
		if gap, err := c.Check(o); gap != nil || err != nil {
			t.Fatal(gap, err)
		}
	}
}

func TestTheClockGoesOnWhenTheWallJumpsBack(t *testing.T) {
	wall := time.Date(2025, 7, 18, 9, 0, 0, 0, time.UTC)
	c := journal.NewClock(func() time.Time { return wall }, 0)
	var last int64
	next := func(what string) time.Time {
		t.Helper()
		hlc, said := c.Next()
		if hlc <= last {
			t.Errorf("%s: %d after %d", what, hlc, last)
		}
		if !said.Equal(wall) {
			t.Errorf("%s: the wall says %v", what, said)
		}
		last = hlc
		return journal.TimeOf(hlc)
	}
	if got := next("at first"); !got.Equal(wall) {
		t.Errorf("time %v, want %v", got, wall)
	}
	for range 70_000 { // more than the counter holds within a millisecond
		next("within one millisecond")
	}
	wall = wall.Add(-time.Hour)
	next("an hour back")
	wall = wall.Add(-24 * time.Hour)
	next("a day back")
	c.Seen(last + 1<<40)
	last += 1 << 40
	next("after another desk's later operation")
	c.Seen(5)
	next("after an earlier one")
	wall = wall.AddDate(1, 0, 0)
	if got := next("a year on"); !got.Equal(wall) {
		t.Errorf("time %v, want %v", got, wall)
	}
	if c.Last() != last {
		t.Errorf("last %d, want %d", c.Last(), last)
	}
}
