package desk_test

import (
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// TestLiveChoosesADayOnWhichSomebodyWasLetIn is about the day of a view that names none. A refused scan of another day, such
// as one to try a scanner out, must not take the place of the seminar's own.
func TestLiveChoosesADayOnWhichSomebodyWasLetIn(t *testing.T) {
	c := convene(t, 1)
	f := c.Follow(c.of)
	chosen := func(what, want string) {
		t.Helper()
		_, err := f.Update(ctx)
		must(t, err)
		followed, err := f.Live(desk.LiveView{})
		must(t, err)
		anew, err := c.Live(ctx, c.of, desk.LiveView{})
		must(t, err)
		for how, l := range map[string]desk.Live{"followed": followed, "read anew": anew} {
			if got := l.Day.Format(time.DateOnly); got != want {
				t.Errorf("%s, %s: the day is %s, want %s", what, how, got, want)
			}
		}
	}
	on := func(day int) { c.now = time.Date(2025, 10, day, 10, 0, 0, 0, c.zone) }
	refused := func() {
		a, err := c.Checkin(ctx, desk.Scan{SeminarID: c.of, ListID: c.lists[0].ID, Code: "nobody's"})
		must(t, err)
		if a.Status == seminar.OK {
			t.Fatal("a code that is nobody's was accepted")
		}
	}
	letIn := func(who int) string {
		a, err := c.Checkin(ctx, desk.Scan{SeminarID: c.of, ListID: c.lists[0].ID, AttendeeID: c.people[who], Type: seminar.Entry, Force: true, ForceWhy: "a test"})
		must(t, err)
		if a.Status != seminar.OK {
			t.Fatalf("not let in: %+v", a)
		}
		return a.Operation
	}
	on(20)
	refused()
	chosen("a refused scan before the seminar", "2025-10-25")
	on(26)
	chosen("on a day of the seminar, without a scan", "2025-10-26")
	letIn(0)
	on(31)
	chosen("after the seminar", "2025-10-26")
	refused()
	chosen("a refused scan after the seminar", "2025-10-26")
	late := letIn(1)
	chosen("somebody was let in after the seminar", "2025-10-31")
	_, err := c.Undo(ctx, late, "")
	must(t, err)
	chosen("and that was undone", "2025-10-26")
	if l, err := f.Live(desk.LiveView{Day: "2025-10-31"}); err != nil || l.Pace.Refused != 1 {
		t.Errorf("the day of a refused scan can still be looked at: %+v, %v", l.Pace, err)
	}
}
