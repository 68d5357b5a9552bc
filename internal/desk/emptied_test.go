package desk_test

import (
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// TestAfterTheHourAtWhichAListEmptiesNobodyIsInside: in the counts, in the figure for an emergency, and for a room that was full.
func TestAfterTheHourAtWhichAListEmptiesNobodyIsInside(t *testing.T) {
	for _, frequency := range []seminar.Frequency{seminar.Once, seminar.Daily, seminar.Multiple} {
		h := open(t)
		h.list.ExitAllAt, h.list.Capacity, h.list.Frequency = "18:00", 2, frequency
		var err error
		if h.list, _, err = h.SaveList(ctx, h.list); err != nil {
			t.Fatal(err)
		}
		anar, leyla, late := h.register("Anar"), h.register("Leyla"), h.register("Samir")
		follower := h.Follow(h.of)
		inside := func(when string, want int) {
			t.Helper()
			if _, err := follower.Update(ctx); err != nil {
				t.Fatal(err)
			}
			live, err := follower.Live(desk.LiveView{})
			if err != nil {
				t.Fatal(err)
			}
			s, err := h.Summary(ctx, h.of)
			if err != nil {
				t.Fatal(err)
			}
			if got := h.tally(); got.Inside != want || live.Inside != want || live.Rooms[0].Inside != want || s.Inside != want {
				t.Errorf("%s, %s: inside are %d by the counters, %d live, %d in the room, %d in the report, want %d",
					frequency, when, got.Inside, live.Inside, live.Rooms[0].Inside, s.Inside, want)
			}
		}
		h.answers(anar.Row.Code, "")
		h.answers(leyla.Row.Code, "")
		h.answers(late.Row.Code, seminar.ReasonRules)
		inside("in the morning", 2)
		h.now = time.Date(2025, 7, 18, 17, 59, 59, 0, h.now.Location())
		inside("before the hour", 2)
		h.now = h.now.Add(time.Second)
		inside("at the hour", 0)
		h.now = h.now.Add(time.Hour)
		h.answers(late.Row.Code, "") // the room is not full
		inside("in the evening", 1)
		if frequency == seminar.Multiple {
			h.answers(anar.Row.Code, "") // who was inside before is not any more, and takes a place
			h.answers(leyla.Row.Code, seminar.ReasonRules)
		}
		h.well()
	}
}
