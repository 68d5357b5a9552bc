package desk_test

import (
	"fmt"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// delegation registers people who came together, the last of them its head.
func (h *hall) delegation(people int) (seminar.Delegation, []seminar.ID) {
	h.t.Helper()
	v, _, err := h.SaveDelegation(ctx, seminar.Delegation{SeminarID: h.of, Name: "Uzbekistan", Country: "UZ"})
	if err != nil {
		h.t.Fatal(err)
	}
	var all []seminar.ID
	for i := range people {
		done, err := h.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: fmt.Sprint("Guest ", i), FamilyName: "Karimov"},
			Registration: seminar.Registration{SeminarID: h.of, DelegationID: v.ID}})
		if err != nil {
			h.t.Fatal(err)
		}
		all = append(all, done.Row.AttendeeID)
	}
	v.HeadID = all[people-1]
	if _, _, err := h.SaveDelegation(ctx, v); err != nil {
		h.t.Fatal(err)
	}
	return v, all
}

func TestADelegationGoesInAsOneAction(t *testing.T) {
	h := open(t)
	v, people := h.delegation(4)
	if _, err := h.Block(ctx, h.of, people[1], "no visa"); err != nil {
		t.Fatal(err)
	}
	rows, err := h.DelegationPeople(ctx, h.list, v)
	if err != nil || len(rows) != 4 || rows[0].AttendeeID != v.HeadID {
		t.Fatalf("the head is not first of %d, %v", len(rows), err)
	}
	in := desk.Group{SeminarID: h.of, ListID: h.list.ID, People: people, Nonce: "door"}
	done, err := h.CheckinGroup(ctx, in)
	if err != nil || done.Admitted() != 3 || len(done.Refused()) != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	if a := done.Refused()[0]; a.Person.ID != people[1] || a.Reason != seminar.ReasonBlocked || a.Explanation != "Not to be let in: no visa" {
		t.Errorf("refused %+v", a)
	}
	if n := h.tally(); n.Arrived != 3 || n.Inside != 3 {
		t.Errorf("tally %+v", n)
	}
	if again, err := h.CheckinGroup(ctx, in); err != nil || again.Admitted() != 3 || h.tally().Inside != 3 {
		t.Errorf("the same nonce: %+v, %v", again, err)
	}
	if n, err := h.DelegationSize(ctx, h.list, v.ID); err != nil || n != (desk.DelegationSize{Registered: 4, Expected: 4, Arrived: 3, Inside: 3}) {
		t.Errorf("%+v, %v", n, err)
	}
	if _, err := h.UndoOne(ctx, done.Answers[0].Operation, ""); err != nil || h.tally().Inside != 2 {
		t.Errorf("undoing the first alone leaves %+v, %v", h.tally(), err)
	}
	h.undo(string(done.Action))
	if n := h.tally(); n != (seminar.Tally{Expected: 4}) {
		t.Errorf("tally %+v after undo", n)
	}
	h.well()
}

func TestARoomThatFillsRefusesTheRestOfAGroup(t *testing.T) {
	h := open(t)
	_, people := h.delegation(50)
	h.list.Capacity = 30
	if _, _, err := h.SaveList(ctx, h.list); err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	done, err := h.CheckinGroup(ctx, desk.Group{SeminarID: h.of, ListID: h.list.ID, People: people})
	if err != nil || done.Admitted() != 30 {
		t.Fatalf("%d went in, %v", done.Admitted(), err)
	}
	if a := done.Refused()[0]; a.Explanation != "The room is full: 30 people are inside." {
		t.Errorf("%q", a.Explanation)
	}
	t.Logf("50 people in %s", time.Since(begun))
	if _, err := h.CheckinGroup(ctx, desk.Group{SeminarID: h.of, ListID: h.list.ID, People: []seminar.ID{people[49], "nobody"}}); err == nil {
		t.Error("somebody unknown was taken")
	}
	if out, err := h.CheckinGroup(ctx, desk.Group{SeminarID: h.of, ListID: h.list.ID, People: people[:2], Type: seminar.Exit}); err != nil || out.Admitted() != 2 || h.tally().Inside != 28 {
		t.Errorf("%+v, %v, tally %+v", out, err, h.tally())
	}
	h.well()
}
