package bench_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/jezek/xgb/xproto"

	"lanyard/internal/seminar"
)

// pace is the time between two keys of somebody who types steadily: sixty words a minute.
const pace = 200 * time.Millisecond

// BenchmarkWalkIn is somebody who is not registered, at the real window: Ctrl+N, given and family name (its own script left out), organisation and
// country at a person's pace, Ctrl+Enter, until the green answer is on the screen. Aim: 15 seconds.
func BenchmarkWalkIn(b *testing.B) {
	s, d, of := workspace(b, 2000)
	list, err := d.FindList(ctx, of, "")
	if err != nil {
		b.Fatal(err)
	}
	no := false
	waiting, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, ListID: list.ID, Arrived: &no, Status: []seminar.Status{seminar.Confirmed}, Limit: 1})
	if err != nil || len(waiting) == 0 {
		b.Fatal(err, len(waiting))
	}
	people, err := d.Count(ctx, seminar.RosterFilter{SeminarID: of})
	if err != nil {
		b.Fatal(err)
	}
	on := openScreen(b)
	on.run(lanyard(b), s.Path())
	time.Sleep(5 * time.Second)
	x, y, green := answerPoint(b, on, waiting[0].Code)
	on.press(keyEscape)
	time.Sleep(time.Second)
	for b.Loop() {
		begun := time.Now()
		on.ctrl('n')
		for i, text := range []string{"tomris", "qaraxanova", "", "institute of tides", "azerb"} {
			if i > 0 {
				time.Sleep(pace)
				on.press(keyTab)
			}
			for _, c := range text {
				time.Sleep(pace)
				on.press(xproto.Keysym(c))
			}
		}
		time.Sleep(pace)
		on.ctrl(keyReturn)
		done := on.until("the green answer", 10*time.Second, func() bool { return bytes.Equal(on.see(x, y, 1, 1), green) })
		b.ReportMetric(done.Sub(begun).Seconds(), "s")
	}
	found, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, ListID: list.ID, Search: "qaraxanova tomris", Limit: 1})
	if err != nil || len(found) == 0 || !found[0].Presence.Inside || found[0].Organisation != "institute of tides" || found[0].Country != "AZ" {
		b.Fatalf("registered and let in: %+v, %v", found, err)
	}
	if n, err := d.Count(ctx, seminar.RosterFilter{SeminarID: of}); err != nil || n != people+1 {
		b.Fatalf("%d people instead of %d, %v", n, people+1, err)
	}
}
