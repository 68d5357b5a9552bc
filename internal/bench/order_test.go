package bench_test

import (
	"context"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// BenchmarkRenew makes the sort keys of 100,000 people anew in another language, and then the search keys too, while a
// desk scans: the longest that a scan waits is what matters.
func BenchmarkRenew(b *testing.B) {
	s, d, of := workspace(b, 100_000)
	list, err := d.FindList(ctx, of, "")
	if err != nil {
		b.Fatal(err)
	}
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Status: []seminar.Status{seminar.Confirmed}, Limit: 1000})
	if err != nil {
		b.Fatal(err)
	}
	languages := []string{"az", "ru"}
	for b.Loop() {
		for _, kind := range []string{"language", "everything"} {
			if kind == "everything" { // as another version's
				for _, key := range []string{"index_search", "index_order"} {
					if err := s.SetSetting(ctx, key, "other"); err != nil {
						b.Fatal(err)
					}
				}
			}
			languages[0], languages[1] = languages[1], languages[0]
			scanning, stop := context.WithCancel(ctx)
			waits := make(chan time.Duration)
			go scan(scanning, b, d, desk.Scan{SeminarID: of, ListID: list.ID}, rows, waits)
			start := time.Now()
			if _, err := s.Renew(ctx, languages[0], nil); err != nil {
				b.Fatal(err)
			}
			took := time.Since(start)
			stop()
			b.ReportMetric(took.Seconds(), "s-"+kind)
			b.ReportMetric(ms(<-waits), "ms-longest-scan-"+kind)
		}
	}
}

// scan scans every 20 ms until it is told to stop, and says how long the slowest took.
func scan(until context.Context, b *testing.B, d *desk.Desk, one desk.Scan, rows []seminar.RosterRow, waits chan<- time.Duration) {
	longest := time.Duration(0)
	for i := 0; until.Err() == nil; i++ {
		one.Code = rows[i%len(rows)].Code
		start := time.Now()
		if _, err := d.Checkin(ctx, one); err != nil {
			b.Error(err)
		}
		longest = max(longest, time.Since(start))
		time.Sleep(20 * time.Millisecond)
	}
	waits <- longest
}

// BenchmarkOrders reads the first page of 100,000 people, and one in their midst, in every order.
func BenchmarkOrders(b *testing.B) {
	_, d, of := workspace(b, 100_000)
	list, err := d.FindList(ctx, of, "")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		for _, order := range seminar.RosterOrders() {
			for page, offset := range map[string]int{"first": 0, "midst": 50_000} {
				var all []time.Duration
				for range 9 {
					start := time.Now()
					rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, ListID: list.ID, Order: order, Offset: offset, Limit: 100})
					if err != nil || len(rows) != 100 {
						b.Fatal(len(rows), err)
					}
					all = append(all, time.Since(start))
				}
				b.ReportMetric(ms(median(all)), "ms-"+string(order)+"-"+page)
			}
		}
	}
}
