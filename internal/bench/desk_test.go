package bench_test

import (
	"context"
	"database/sql"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

var ctx = context.Background()

// BenchmarkCheckin is a scan, from code to durable row, beside a bare commit of one row on the same disk with the same
// durability, the two in turn. Aim: within 2 times.
func BenchmarkCheckin(b *testing.B) {
	_, d, of := workspace(b, 2000)
	list, err := d.FindList(ctx, of, "")
	if err != nil {
		b.Fatal(err)
	}
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Status: []seminar.Status{seminar.Confirmed}})
	if err != nil {
		b.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+filepath.Join(b.TempDir(), "bare.db")+"?_pragma=synchronous(FULL)&_pragma=journal_mode(WAL)&_txlock=immediate")
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("CREATE TABLE t (a TEXT)"); err != nil {
		b.Fatal(err)
	}
	const rounds = 400
	var scans, bare []time.Duration
	for b.Loop() {
		for i := range rounds {
			row := rows[i%len(rows)]
			start := time.Now()
			if _, err := db.Exec("INSERT INTO t VALUES (?)", row.Code); err != nil {
				b.Fatal(err)
			}
			bare = append(bare, time.Since(start))
			start = time.Now()
			if _, err := d.Checkin(ctx, desk.Scan{SeminarID: of, ListID: list.ID, Code: row.Code}); err != nil {
				b.Fatal(err)
			}
			scans = append(scans, time.Since(start))
		}
	}
	b.ReportMetric(ms(median(scans)), "ms/scan")
	b.ReportMetric(ms(median(bare)), "ms/commit")
	b.ReportMetric(float64(median(scans))/float64(median(bare)), "times-a-commit")
}

func median(d []time.Duration) time.Duration { return quantile(d, 0.5) }

func quantile(d []time.Duration, q float64) time.Duration {
	if len(d) == 0 {
		return 0
	}
	s := slices.Sorted(slices.Values(d))
	return s[min(len(s)-1, int(q*float64(len(s))))]
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }
