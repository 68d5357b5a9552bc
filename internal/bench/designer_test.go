package bench_test

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// BenchmarkDrag drags the code of a badge over the page of the designer with a real pointer, and counts the pictures that the
// screen shows meanwhile. Aim: 60 a second. The whole window is drawn in software here, as no graphics card does it; what the
// program itself does for a move is told by TestAPointerIsFollowedWithinAFrame of ui/page/designerpage.
func BenchmarkDrag(b *testing.B) {
	s, _, _ := workspace(b, 200)
	path := s.Path()
	screen := openScreen(b)
	screen.run(lanyard(b), path)
	time.Sleep(2 * time.Second)
	screen.focus() // the window took its own size once more when it was first drawn
	time.Sleep(time.Second)
	screen.ctrl('4')
	time.Sleep(2 * time.Second)
	screen.ctrl('e')
	time.Sleep(2 * time.Second)
	var rates []float64
	var gaps []time.Duration
	for b.Loop() {
		const x, y = 780, 626 // the code, on a window of 1440×900
		screen.point(x, y)
		screen.button(1, true)
		begun := time.Now()
		shown, last := 0, begun
		var before []byte
		for at := 0; time.Since(begun) < 3*time.Second; {
			if want := int(time.Since(begun) / (8 * time.Millisecond)); want != at {
				at = want
				screen.point(x-(at%120), y-(at%150)) // a mouse says 125 times a second where it is
			}
			if now := screen.see(x-160, y-170, 220, 200); !bytes.Equal(now, before) {
				if before != nil {
					shown++
					gaps = append(gaps, time.Since(last))
				}
				before, last = now, time.Now()
			}
			time.Sleep(2 * time.Millisecond) // the server has the window to serve too
		}
		rates = append(rates, float64(shown)/3)
		screen.button(1, false)
		time.Sleep(time.Second)
		screen.ctrl('z')
		time.Sleep(time.Second)
	}
	slices.Sort(rates)
	slices.Sort(gaps)
	b.ReportMetric(rates[len(rates)/2], "pictures/s")
	if n := len(gaps); n > 0 {
		b.ReportMetric(ms(gaps[n/2]), "ms-p50")
		b.ReportMetric(ms(gaps[n*95/100]), "ms-p95")
	}
}

// point moves the pointer.
func (s *screen) point(x, y int) {
	xtest.FakeInput(s.x, xproto.MotionNotify, 0, 0, s.root, int16(x), int16(y), 0)
	s.x.Sync()
}

// button presses a button of the pointer, or lets it go.
func (s *screen) button(n byte, down bool) {
	kind := byte(xproto.ButtonRelease)
	if down {
		kind = xproto.ButtonPress
	}
	xtest.FakeInput(s.x, kind, n, 0, s.root, 0, 0, 0)
	s.x.Sync()
}
