package desk_test

import (
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

func TestUndoOfAnUndoOfAnUndo(t *testing.T) {
	h := open(t)
	r := h.register("Anar")
	last := string(r.Action)
	for n := 1; n <= 5; n++ {
		op, err := h.Undo(ctx, last, "")
		if err != nil {
			t.Fatal(err)
		}
		again, err := h.Undo(ctx, last, "")
		if err != nil || again.ID != op.ID {
			t.Errorf("undone twice: %s and %s, %v", op.ID, again.ID, err)
		}
		if here := h.count(seminar.RosterFilter{}) == 1; here != (n%2 == 0) {
			t.Errorf("after %d undos the person is here: %v", n, here)
		}
		last = op.ID
	}
	if _, err := h.Undo(ctx, "no operation", ""); seminar.CodeOf(err) != seminar.CodeNotFound {
		t.Errorf("undoing nothing: %v", err)
	}
	h.well()
}

func TestACheckinIsRepeatedUndoneAndDoneAnew(t *testing.T) {
	h := open(t)
	r := h.register("Anar").Row
	scan := desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: r.Code, Nonce: "n1"}
	first, err := h.Checkin(ctx, scan)
	if err != nil || first.Status != seminar.OK || !first.Attendee.Presence.Inside {
		t.Fatalf("%+v, %v", first, err)
	}
	h.now = h.now.Add(time.Minute)
	repeat, err := h.Checkin(ctx, scan)
	if err != nil || !repeat.Repeat || repeat.Operation != "" || !repeat.Datetime.Equal(first.Datetime) {
		t.Errorf("the same nonce: %+v, %v", repeat, err)
	}
	if a := h.answers(r.Code, seminar.ReasonAlreadyRedeemed); a.Explanation != "Already checked in at 09:00, desk A." {
		t.Errorf("%q", a.Explanation)
	}
	h.undo(first.Operation)
	if n := h.tally(); n.Arrived != 0 {
		t.Errorf("tally %+v after undo", n)
	}
	if again, err := h.Checkin(ctx, scan); err != nil || !again.Repeat || h.tally().Arrived != 0 {
		t.Errorf("the nonce after an undo: %+v, %v, tally %+v", again, err, h.tally())
	}
	h.answers(r.Code, "")
	if n := h.tally(); n.Arrived != 1 || n.Inside != 1 {
		t.Errorf("tally %+v", n)
	}
	exit, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: r.Code, Type: seminar.Exit})
	if err != nil || exit.Status != seminar.OK {
		t.Fatalf("%+v, %v", exit, err)
	}
	if n := h.tally(); n.Arrived != 1 || n.Inside != 0 {
		t.Errorf("tally %+v after the exit", n)
	}
	h.answers("no such code", seminar.ReasonInvalid)
	h.well()
}

func TestAWalkInIsOneAction(t *testing.T) {
	h := open(t)
	done, answer, err := h.WalkIn(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Rustam"}, Registration: seminar.Registration{SeminarID: h.of}}, h.list.ID)
	if err != nil || answer.Status != seminar.OK || h.tally().Inside != 1 {
		t.Fatalf("%+v, %v", answer, err)
	}
	h.undo(string(done.Action))
	if h.count(seminar.RosterFilter{}) != 0 || h.tally() != (seminar.Tally{}) {
		t.Errorf("after undo: %d people, tally %+v", h.count(seminar.RosterFilter{}), h.tally())
	}
	h.well()
}
