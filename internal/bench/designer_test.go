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
// screen shows meanwhile, beside those of a pointer that goes to and fro over two buttons of the rail: what this machine can
// draw of the window at all. Aim: 60 a second where a graphics card draws; here all is drawn in software, so the ratio counts.
// What the program itself does for a move is told by TestAPointerIsFollowedWithinAFrame of ui/page/designerpage.
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
	var dragged, hovered []float64
	for b.Loop() {
		const x, y = 780, 626 // the code, on a window of 1440×900
		hovered = append(hovered, screen.rate(func(i int) { screen.point(100, 140+i%2*48) }, 20, 115, 160, 100))
		screen.point(x, y)
		screen.button(1, true)
		dragged = append(dragged, screen.rate(func(i int) { screen.point(x-i%120, y-i%150) }, x-160, y-170, 220, 200))
		screen.button(1, false)
		time.Sleep(time.Second)
		screen.ctrl('z')
		time.Sleep(time.Second)
	}
	slices.Sort(dragged)
	slices.Sort(hovered)
	b.ReportMetric(dragged[len(dragged)/2], "dragged/s")
	b.ReportMetric(hovered[len(hovered)/2], "hovered/s")
	b.ReportMetric(dragged[len(dragged)/2]/hovered[len(hovered)/2], "dragged/hovered")
}

// rate is how many pictures a second a part of the screen shows while the pointer is moved 125 times a second, as a mouse is.
func (s *screen) rate(move func(i int), x, y, width, height int) float64 {
	s.Helper()
	const long = 3 * time.Second
	shown, begun := 0, time.Now()
	var before []byte
	for at := 0; time.Since(begun) < long; time.Sleep(2 * time.Millisecond) { // the server has the window to serve too
		if now := int(time.Since(begun) / (8 * time.Millisecond)); now != at {
			at = now
			move(at)
		}
		if now := s.see(x, y, width, height); !bytes.Equal(now, before) {
			before = now
			shown++
		}
	}
	return float64(shown) / long.Seconds()
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
