package desk_test

import (
	"slices"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
	"lanyard/internal/transfer"
)

// hear takes in all that another desk knows.
func (h *hall) hear(from *hall) desk.Received {
	h.t.Helper()
	ops, err := from.Operations(ctx, desk.OperationFilter{})
	if err != nil {
		h.t.Fatal(err)
	}
	slices.Reverse(ops)
	done, err := h.Receive(ctx, ops)
	if err != nil || len(done.Refused) > 0 {
		h.t.Fatal(done, err)
	}
	return done
}

func (h *hall) statusOf(id seminar.ID) seminar.Status {
	h.t.Helper()
	return h.person(id).Registration.Status
}

func TestAPlaceThatAnotherDeskFreedIsGivenWhenThatIsHeard(t *testing.T) {
	h := queueing(t, 1)
	first := h.register("Leyla").Row.AttendeeID
	other := h.second()
	waits := other.register("Nigar").Row.AttendeeID
	h.do(h.Cancel(ctx, h.of, first)) // of Nigar nobody knows here
	done := other.hear(h)
	if other.statusOf(waits) != seminar.Confirmed || len(done.Moved) != 1 || done.Moved[0].AttendeeID != waits || len(done.Over) != 0 {
		t.Errorf("%s: %+v", other.statusOf(waits), done)
	}
	if done := other.hear(h); done.Applied != 0 || len(done.Moved) != 0 {
		t.Errorf("heard again: %+v", done)
	}
	if done := h.hear(other); len(done.Moved) != 0 || h.statusOf(waits) != seminar.Confirmed {
		t.Errorf("%s: %+v", h.statusOf(waits), done)
	}
}

func TestDesksThatKnowTheSameMoveTheSamePersonUp(t *testing.T) {
	h := queueing(t, 1)
	first := h.register("Leyla").Row.AttendeeID
	one, two := h.second(), h.second()
	a := one.register("Anar").Row.AttendeeID
	h.now = h.now.Add(time.Minute)
	b := two.register("Nigar").Row.AttendeeID
	one.hear(two)
	two.hear(one)
	h.do(h.Cancel(ctx, h.of, first))
	one.hear(h)
	two.hear(h)
	if done := one.hear(two); len(done.Over) != 0 || len(done.Moved) != 0 {
		t.Errorf("%+v", done)
	}
	two.hear(one)
	if one.statusOf(a) != seminar.Confirmed || one.statusOf(b) != seminar.Waitlisted {
		t.Errorf("Anar is %s, Nigar %s", one.statusOf(a), one.statusOf(b))
	}
	if err := sqlite.Compare(ctx, one.store, two.store); err != nil {
		t.Error(err)
	}
}

func TestDesksThatGaveOnePlaceToTwoPeopleSaySo(t *testing.T) {
	h := queueing(t, 1)
	first := h.register("Leyla").Row.AttendeeID
	one, two := h.second(), h.second()
	a := one.register("Anar").Row.AttendeeID
	b := two.register("Nigar").Row.AttendeeID
	h.do(h.Cancel(ctx, h.of, first))
	one.hear(h)
	two.hear(h)
	for _, way := range [][2]*hall{{one, two}, {two, one}, {h, one}} {
		done := way[0].hear(way[1])
		if len(done.Over) != 1 || done.Over[0].Of != seminar.EntitySeminar || done.Over[0].Over() != 1 || len(done.Moved) != 0 {
			t.Errorf("%+v", done)
		}
		if way[0].statusOf(a) != seminar.Confirmed || way[0].statusOf(b) != seminar.Confirmed {
			t.Error("somebody lost the place again")
		}
		if again := way[0].hear(way[1]); len(again.Over) != 0 {
			t.Errorf("said again: %+v", again.Over)
		}
	}
	if err := sqlite.Compare(ctx, one.store, two.store); err != nil {
		t.Error(err)
	}
}

// TestWhoMovedUpKeepsThePlaceAfterAnUndo: what freed the place is undone, and that there are more people than places now is told once.
func TestWhoMovedUpKeepsThePlaceAfterAnUndo(t *testing.T) {
	h := queueing(t, 1)
	first, second := h.register("Leyla").Row.AttendeeID, h.register("Anar").Row.AttendeeID
	cancelled := h.do(h.Cancel(ctx, h.of, first))
	if _, over := h.Movers(cancelled); len(over) != 0 {
		t.Errorf("a cancellation left too many: %+v", over)
	}
	undo, err := h.Undo(ctx, string(cancelled), "")
	if err != nil {
		t.Fatal(err)
	}
	moved, over := h.Movers(desk.Action(undo.ID))
	if len(moved) != 0 || len(over) != 1 || over[0].SeminarID != h.of || over[0].Over() != 1 || over[0].Taken != 2 {
		t.Errorf("moved %+v, over %+v", moved, over)
	}
	if h.statusOf(first) != seminar.Confirmed || h.statusOf(second) != seminar.Confirmed {
		t.Errorf("Leyla is %s, Anar %s", h.statusOf(first), h.statusOf(second))
	}
	if _, over := h.Movers(desk.Action(undo.ID)); len(over) != 0 {
		t.Error("it is told twice")
	}
	// An undo that frees a place and leaves none crowded tells of nobody who is too many.
	again, err := h.Undo(ctx, undo.ID, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, over := h.Movers(desk.Action(again.ID)); len(over) != 0 {
		t.Errorf("%+v", over)
	}
}

func TestAnImportThatIsTakenBackLeavesThoseWhoMovedUp(t *testing.T) {
	h := queueing(t, 1)
	leyla := seminar.Attendee{GivenName: "Leyla", FamilyName: "Əliyev", Email: "leyla@example.org"}
	first := h.enter(leyla)
	waits := h.register("Anar").Row.AttendeeID
	list := transfer.Result{Rows: 1, People: []transfer.Person{{Row: 2, Key: "row", Attendee: leyla, Status: seminar.Cancelled}}}
	report, err := h.Import(ctx, h.of, list, desk.ImportOptions{Update: true})
	if err != nil || h.statusOf(first) != seminar.Cancelled || h.statusOf(waits) != seminar.Confirmed {
		t.Fatalf("%+v %v: Leyla is %s, Anar %s", report, err, h.statusOf(first), h.statusOf(waits))
	}
	done, err := h.UndoImport(ctx, report.Import)
	if err != nil {
		t.Fatal(err)
	}
	if _, over := h.Movers(done.Action); len(over) != 1 || over[0].Over() != 1 {
		t.Errorf("over %+v", over)
	}
	if h.statusOf(first) != seminar.Confirmed || h.statusOf(waits) != seminar.Confirmed {
		t.Errorf("Leyla is %s, Anar %s", h.statusOf(first), h.statusOf(waits))
	}
}
