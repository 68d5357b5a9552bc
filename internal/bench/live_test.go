package bench_test

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// BenchmarkLive is the live view of a seminar with 20,000 people and 100,000 check-ins: reading everything once, then
// following one scan after another with the figures of its day, and looking at another day. An update costs the same with
// five times as many. Aim: some ms an update.
func BenchmarkLive(b *testing.B) {
	_, d, of := workspace(b, 20_000)
	fillScans(b, d, of, 100_000-2*20_000) // the sample brings two a person
	list, err := d.FindList(ctx, of, "")
	if err != nil {
		b.Fatal(err)
	}
	people, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Limit: 2000})
	if err != nil {
		b.Fatal(err)
	}
	var updates, others []time.Duration
	var first time.Duration
	for b.Loop() {
		start := time.Now()
		f := d.Follow(of)
		if _, err := f.Update(ctx); err != nil {
			b.Fatal(err)
		}
		l, err := f.Live(desk.LiveView{})
		if err != nil {
			b.Fatal(err)
		}
		first = time.Since(start)
		b.Logf("%s: %d of %d arrived, %d scans that day", l.Day.Format(time.DateOnly), l.Arrived, l.Expected, l.Pace.Scans)
		for i := range 200 {
			at := l.Day.Add(9*time.Hour + time.Duration(i)*time.Minute)
			_, err := d.Checkin(ctx, desk.Scan{SeminarID: of, ListID: list.ID, AttendeeID: people[i].AttendeeID, Type: seminar.Exit, At: at})
			if err != nil {
				b.Fatal(err)
			}
			start := time.Now()
			if _, err = f.Update(ctx); err == nil {
				_, err = f.Live(desk.LiveView{})
			}
			if err != nil {
				b.Fatal(err)
			}
			updates = append(updates, time.Since(start))
		}
		for i := range 6 {
			start := time.Now()
			if _, err := f.Live(desk.LiveView{Day: fmt.Sprintf("2025-07-%02d", 18+i%3)}); err != nil {
				b.Fatal(err)
			}
			others = append(others, time.Since(start))
		}
	}
	b.ReportMetric(first.Seconds(), "s-first")
	b.ReportMetric(ms(median(updates)), "ms/update")
	b.ReportMetric(ms(median(others)), "ms/day")
}

// fillScans records n more check-ins on five days, entries and exits of the seminar's people on all its lists.
func fillScans(b *testing.B, d *desk.Desk, of seminar.ID, n int) {
	b.Helper()
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of})
	if err != nil {
		b.Fatal(err)
	}
	lists, err := d.Lists(ctx, of)
	if err != nil {
		b.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 2))
	start := time.Now()
	for done := 0; done < n; done += 5000 {
		scans := make([]desk.Scan, 5000)
		for i := range scans {
			at := time.Date(2025, 7, 18+r.IntN(5), 4, 0, r.IntN(9*3600), 0, time.UTC)
			scans[i] = desk.Scan{SeminarID: of, ListID: lists[r.IntN(len(lists))].ID, AttendeeID: rows[r.IntN(len(rows))].AttendeeID, At: at}
			if r.IntN(3) == 0 {
				scans[i].Type = seminar.Exit
			}
		}
		if err := d.CheckinAll(ctx, scans); err != nil {
			b.Fatal(err)
		}
	}
	b.Logf("%d check-ins written in %v", n, time.Since(start).Round(time.Second))
}
