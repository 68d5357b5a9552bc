package bench_test

import (
	"fmt"
	"os"
	"os/exec"
	"testing"
	"time"

	"lanyard/internal/seminar"
)

// BenchmarkWindow is the start of the real window on a virtual screen, until the desk takes scans, on a workspace with
// 100,000 people and on an empty one in turn; the memory it holds then, and what it asks of a processor while nobody
// touches it. Aims: within 1.3 times; under 250 MB.
func BenchmarkWindow(b *testing.B) {
	full, _, _ := workspace(b, 100_000)
	empty, _, _ := workspace(b, 0)
	program := lanyard(b)
	var with, without []time.Duration
	var memory, idle float64
	for b.Loop() {
		for range 5 {
			without = append(without, start(b, program, empty.Path()).took)
			s := start(b, program, full.Path())
			with, memory, idle = append(with, s.took), max(memory, s.memory), max(idle, s.idle)
		}
	}
	b.ReportMetric(ms(median(without)), "ms-empty")
	b.ReportMetric(ms(median(with)), "ms-full")
	b.ReportMetric(float64(median(with))/float64(median(without)), "full/empty")
	b.ReportMetric(memory, "MB")
	b.ReportMetric(idle, "idle-%")
	if n, err := full.Count(ctx, seminar.RosterFilter{}); err != nil || n < 100_000 {
		b.Fatalf("%d people, %v", n, err)
	}
}

// started is one start of the window.
type started struct {
	took         time.Duration
	memory, idle float64 // MB; per cent of one processor
}

// script starts the window ($0) on a workspace ($1), waits until it says in its log that it is ready, and prints the
// nanoseconds of both moments; then, once the file was looked over, its memory in kB, and the ticks of a hundredth of a
// second that five seconds took of a processor.
const script = `rm -f "$1.log"; date +%s%N; "$0" --workspace "$1" 2>/dev/null & p=$!
until grep -q msg=ready "$1.log" 2>/dev/null; do sleep 0.01; kill -0 $p || exit 1; done; date +%s%N
ticks() { cut -d' ' -f14,15 /proc/$p/stat | tr ' ' '+'; }
sleep 12; sed -n 's/VmRSS:\s*\([0-9]*\) kB/\1/p' /proc/$p/status; before=$(ticks); sleep 5; echo $(($(ticks)-($before))); kill $p; wait`

func start(b *testing.B, program, path string) started {
	b.Helper()
	cmd := exec.Command("xvfb-run", "-a", "-s", "-screen 0 1440x900x24", "bash", "-c", script, program, path)
	cmd.Env = append(os.Environ(), "LIBGL_ALWAYS_SOFTWARE=1")
	out, _ := cmd.Output() // killed in the end
	var begun, ready, kb, ticks int64
	if n, err := fmt.Sscan(string(out), &begun, &ready, &kb, &ticks); n < 4 {
		b.Fatalf("%v: %q", err, out)
	}
	return started{time.Duration(ready - begun), float64(kb) / 1024, float64(ticks) / 5}
}
