package bench_test

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// BenchmarkAnswer is a scan at the real window, drawn in software, on a workspace with 100,000 people and 500,000
// check-ins: from the Enter of a scanner to the frame on the screen that shows the answer, as a camera before the screen
// would measure it. Apart from that it measures the file's part, the engine with it, and a key that changes as much of the
// screen and asks nothing of the file (Escape): what is left of the answer then. Aim: p99 under 50 ms.
func BenchmarkAnswer(b *testing.B) {
	s, d, of := workspace(b, 100_000)
	fillScans(b, d, of, 500_000-2*100_000) // the sample brings two a person
	list, err := d.FindList(ctx, of, "")
	if err != nil {
		b.Fatal(err)
	}
	people, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: of, Status: []seminar.Status{seminar.Confirmed}, Limit: 2000})
	if err != nil {
		b.Fatal(err)
	}
	if _, err := s.Renew(ctx, "en", nil); err != nil { // as the window has done at its first start
		b.Fatal(err)
	}
	var saved []time.Duration
	for _, p := range people[1000:1300] {
		start := time.Now()
		if _, err := d.Checkin(ctx, desk.Scan{SeminarID: of, ListID: list.ID, Code: p.Code}); err != nil {
			b.Fatal(err)
		}
		saved = append(saved, time.Since(start))
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	program := lanyard(b)
	on := openScreen(b)
	on.run(program, s.Path())
	time.Sleep(10 * time.Second) // the window looks the file over after a start
	x, y, _ := answerPoint(b, on, people[999].Code)
	on.press(keyEscape)
	time.Sleep(time.Second)
	var seen, drawn []time.Duration
	for b.Loop() {
		for _, p := range people[:250] {
			ready := on.see(x, y, 1, 1)
			pressed := on.scan(p.Code)
			seen = append(seen, on.until("an answer to "+p.Code, 5*time.Second, func() bool { return !bytes.Equal(on.see(x, y, 1, 1), ready) }).Sub(pressed))
			time.Sleep(200 * time.Millisecond) // the counters are read after the answer
			answer := on.see(x, y, 1, 1)
			pressed = time.Now()
			on.press(keyEscape)
			drawn = append(drawn, on.until("ready again", 5*time.Second, func() bool { return !bytes.Equal(on.see(x, y, 1, 1), answer) }).Sub(pressed))
			time.Sleep(200 * time.Millisecond)
		}
	}
	b.ReportMetric(ms(median(seen)), "ms-p50")
	b.ReportMetric(ms(quantile(seen, 0.9)), "ms-p90")
	b.ReportMetric(ms(quantile(seen, 0.99)), "ms-p99")
	b.ReportMetric(float64(median(seen))/float64(median(drawn)), "answer/key")
	b.ReportMetric(ms(median(drawn)), "ms-key-p50")
	b.ReportMetric(ms(quantile(drawn, 0.99)), "ms-key-p99")
	b.ReportMetric(ms(median(saved)), "ms-file-p50")
	b.ReportMetric(ms(quantile(saved, 0.99)), "ms-file-p99")
}

// answerPoint finds a point of the screen that an answer colours and the digits of a code do not, and its colour then.
func answerPoint(b *testing.B, on *screen, code string) (x, y int, colour []byte) {
	const left, top, width, height = 720, 150, 700, 700
	on.press(keyEscape)
	time.Sleep(time.Second)
	before := on.see(left, top, width, height)
	on.scan(code)
	time.Sleep(time.Second)
	after := on.see(left, top, width, height)
	often := map[[3]byte][]int{}
	most := [3]byte{}
	for i := 0; i+4 <= len(after); i += 4 {
		if colour := [3]byte(after[i:]); colour != [3]byte(before[i:]) {
			often[colour] = append(often[colour], i/4)
			if len(often[colour]) > len(often[most]) {
				most = colour
			}
		}
	}
	points := often[most]
	if len(points) < width*height/10 {
		b.Fatalf("the answer coloured %d points of the screen", len(points))
	}
	point := points[len(points)*9/10] // near the bottom: what is drawn last
	return left + point%width, top + point/width, after[4*point : 4*point+4]
}

// lanyard is the program as it is now.
func lanyard(b testing.TB) string {
	b.Helper()
	program := filepath.Join(b.TempDir(), "lanyard")
	if out, err := exec.Command("go", "build", "-tags", "migrated_fynedo,no_animations", "-o", program, "../../cmd/lanyard").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	return program
}
