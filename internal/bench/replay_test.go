package bench_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"syscall"
	"testing"
	"time"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

// replayDays and replayScans are two months of a desk that 2,000 people pass.
const (
	replayDays  = 60
	replayScans = 2000 // a day
)

// BenchmarkReplay is two months of scans in one run of the program, by a clock of its own: entries, exits, refusals and
// undos, each saved as a desk saves it. Every ten days it reads the memory that is held; the growth is from the tenth day
// to the last. The file grows by the last of the figures with each scan. Aim: flat.
func BenchmarkReplay(b *testing.B) {
	for b.Loop() {
		replay(b)
	}
}

func replay(b *testing.B) {
	now := time.Date(2025, 7, 1, 4, 0, 0, 0, time.UTC)
	clock := func() time.Time { return now }
	path := filepath.Join(b.TempDir(), "w.lanyard")
	s, err := sqlite.Open(ctx, sqlite.Options{Path: path, Create: true, Now: clock})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	d := desk.New(desk.Options{Store: s, Keeper: s, Operator: "bench", Now: clock})
	if err := demo.Fill(ctx, d, 2000, nil); err != nil {
		b.Fatal(err)
	}
	of := demo.ID("cooperation-2025")
	list, err := d.FindList(ctx, of, "")
	if err != nil {
		b.Fatal(err)
	}
	rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of})
	if err != nil {
		b.Fatal(err)
	}
	r := rand.New(rand.NewPCG(7, 60))
	var first, last held
	var took []time.Duration
	became := map[string]int{}
	for day := range replayDays {
		now = time.Date(2025, 7, 1+day, 4, 0, 0, 0, time.UTC)
		begun := busy(b)
		for range replayScans {
			now = now.Add(10 * time.Second)
			became[replayOne(b, d, desk.Scan{SeminarID: of, ListID: list.ID}, rows, r)]++
		}
		took = append(took, (busy(b)-begun)/replayScans)
		if (day+1)%10 != 0 {
			continue
		}
		last = holds(b, path)
		if day+1 == 10 {
			first = last
		}
		b.Logf("day %d: %.1f MB on the heap, %.1f MB resident, file %.1f MB, %.2f ms of a processor a scan", day+1, last.heap, last.resident, last.file, ms(took[day]))
	}
	b.Logf("%v", became)
	b.ReportMetric(100*(last.heap/first.heap-1), "heap-growth-%")
	b.ReportMetric(100*(last.resident/first.resident-1), "rss-growth-%")
	b.ReportMetric(last.resident, "MB")
	b.ReportMetric(float64(took[replayDays-1])/float64(took[9]), "last/tenth-day")
	b.ReportMetric((last.file-first.file)*(1<<20)/((replayDays-10)*replayScans), "B-file/scan")
}

// replayOne is one scan of a day: mostly somebody who comes or goes, now and then a code that is nobody's, and one scan
// in fifty is undone.
func replayOne(b *testing.B, d *desk.Desk, scan desk.Scan, rows []seminar.RosterRow, r *rand.Rand) string {
	scan.Type = []seminar.CheckinType{seminar.Entry, seminar.Entry, seminar.Exit}[r.IntN(3)]
	if scan.Code = rows[r.IntN(len(rows))].Code; r.IntN(100) == 0 {
		scan.Code = "000000000000000000000000000000000"
	}
	a, err := d.Checkin(ctx, scan)
	if err != nil {
		b.Fatal(err)
	}
	if a.Operation != "" && r.IntN(50) == 0 {
		if _, err := d.Undo(ctx, a.Operation, "a mistake"); err != nil {
			b.Fatal(err)
		}
		return "undone"
	}
	if a.Status == seminar.OK {
		return string(a.Type)
	}
	return string(a.Reason)
}

// busy is the time that this program has asked of a processor: other programs do not disturb it.
func busy(b *testing.B) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		b.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// held is what a process and its file hold, in MB.
type held struct{ heap, resident, file float64 }

func holds(b *testing.B, path string) held {
	runtime.GC()
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	h := held{heap: float64(m.HeapAlloc) / (1 << 20), resident: resident(b, os.Getpid())}
	for _, tail := range []string{"", "-wal"} {
		if info, err := os.Stat(path + tail); err == nil {
			h.file += float64(info.Size()) / (1 << 20)
		}
	}
	return h
}
