package wedge_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"lanyard/ui/wedge"
)

// typed is a text with a key every gap, and Enter.
func typed(text string, gap time.Duration) *hand {
	h, at := &hand{}, time.Duration(0)
	for _, r := range text {
		h.write(at, gap/4, r)
		at += gap
	}
	h.enter(at, gap/4)
	return h
}

func TestWhatIsAScan(t *testing.T) {
	code := digits(rand.New(rand.NewPCG(1, 1)))
	for _, c := range []struct {
		what, text string
		gap        time.Duration
		scan       bool
	}{
		{"a badge", code, 2 * ms, true},
		{"a badge from a slow scanner", code, 20 * ms, true},
		{"a badge by hand", code, 90 * ms, false},
		{"a ticket", "AB-1234", 5 * ms, true},
		{"an address", "leyla@example.org", 5 * ms, true},
		{"a badge through a French keyboard", strings.Repeat(`&é"'(-è_çà`, 3) + "&é\"", 2 * ms, true},
		{"too short", "12345", 2 * ms, false},
		{"a word", "Walkin", 2 * ms, false},
		{"words with a number", "Nigar of 12.05.1985 and after", 2 * ms, false},
		{"a name at 40 ms", "Leyla 1985", 40 * ms, false},
		{"a name at 80 ms", "leyla@example.org", 80 * ms, false},
		{"a text that a program types", strings.Repeat("All work and no play 1 ", 30), ms, false},
	} {
		for seed := range uint64(20) {
			kit := newToolkit(rand.New(rand.NewPCG(seed, 5)), false)
			h := typed(c.text, c.gap)
			kit.run(h)
			if c.scan && (len(kit.scans) != 1 || kit.scans[0] != c.text || len(kit.passed) > 0) {
				t.Errorf("%s: scanned %q, passed on %d", c.what, kit.scans, len(kit.passed))
			}
			if !c.scan && (len(kit.scans) > 0 || strings.Join(kit.passed, " ") != strings.Join(h.names(), " ")) {
				t.Errorf("%s: scanned %q, passed on %q", c.what, kit.scans, kit.passed)
			}
		}
	}
}

func TestASecondEnterBelongsToTheScan(t *testing.T) {
	h := typed("AB-1234", 5*ms)
	h.enter(45*ms, ms) // carriage return and line feed
	h.enter(900*ms, ms)
	kit := newToolkit(rand.New(rand.NewPCG(1, 6)), false)
	kit.run(h)
	check(t, 1, "what was scanned", kit.scans, []string{"AB-1234"})
	check(t, 1, "what was passed on", kit.passed, []string{"Enter↓", "Enter↑"})
}

func TestABadgeNeedsNoEnterOrALateOne(t *testing.T) {
	code := digits(rand.New(rand.NewPCG(1, 11)))
	h := typed(code, 2*ms)
	h.keys = h.keys[:len(h.keys)-2]
	kit := newToolkit(rand.New(rand.NewPCG(1, 12)), false)
	kit.run(h)
	check(t, 1, "what was scanned", kit.scans, []string{code})
	h.enter(70*ms+200*ms, ms)
	kit = newToolkit(rand.New(rand.NewPCG(1, 12)), false)
	kit.run(h)
	check(t, 2, "what was scanned", kit.scans, []string{code})
	check(t, 2, "what was passed on", kit.passed, nil)
	h.keys = h.keys[:len(h.keys)-2]
	h.write(110*ms, ms, 'a') // by hand, before the code without an Enter was taken
	kit = newToolkit(rand.New(rand.NewPCG(1, 12)), false)
	kit.run(h)
	check(t, 3, "what was scanned", kit.scans, []string{code})
	check(t, 3, "what was passed on", kit.passed, []string{"a↓", "a", "a↑"})
}

// The beginning has gone to what has the focus, where it stays; the person at the door is let in.
func TestABadgeThatABusyMachineTearsApart(t *testing.T) {
	code := digits(rand.New(rand.NewPCG(1, 13)))
	for _, first := range []int{1, 3} {
		h := typed(code[:first], 2*ms)
		h.keys = h.keys[:len(h.keys)-2]
		for _, k := range typed(code[first:], 2*ms).keys {
			k.at += 200 * ms
			h.keys = append(h.keys, k)
		}
		kit := newToolkit(rand.New(rand.NewPCG(1, 14)), false)
		kit.run(h)
		check(t, uint64(first), "what was scanned", kit.scans, []string{code})
		check(t, uint64(first), "what was passed on", kit.passed, h.names()[:3*first])
	}
	h := typed(code, 2*ms)
	for i := range h.keys {
		if i >= 3*8 {
			h.keys[i].at += 200 * ms
		}
	}
	kit := newToolkit(rand.New(rand.NewPCG(1, 15)), false)
	kit.run(h)
	check(t, 8, "what was scanned", kit.scans, []string{code})
	check(t, 8, "what was passed on", kit.passed, nil)
}

func TestCapitalsOfAScannerLeaveNoShiftBehind(t *testing.T) {
	h := &hand{}
	h.write(0, ms, '1')
	for i, r := range "ABCDEFG" {
		at := time.Duration(5+4*i) * ms
		h.press(at, 3*ms, wedge.Modifier, enter+4, 0, "Shift")
		h.press(at+ms, ms, wedge.Text, int(r), r, string(r))
	}
	h.enter(40*ms, ms)
	kit := newToolkit(rand.New(rand.NewPCG(1, 7)), false)
	kit.run(h)
	check(t, 1, "what was scanned", kit.scans, []string{"1ABCDEFG"})
	check(t, 1, "what was passed on", kit.passed, nil)
}

// A key that is held down repeats as fast as a scanner types; its characters go where it goes.
func TestAKeyHeldDownIsNoScan(t *testing.T) {
	h := &hand{}
	h.keys = append(h.keys, key{0, wedge.Event{Kind: wedge.Press, Class: wedge.Text, Key: '7'}, "7↓"}, key{0, wedge.Event{Kind: wedge.Char, Rune: '7'}, "7"})
	for i := range 30 {
		at := time.Duration(5*i+5) * ms
		h.keys = append(h.keys, key{at, wedge.Event{Kind: wedge.Repeat, Class: wedge.Text, Key: '7'}, "7…"}, key{at, wedge.Event{Kind: wedge.Char, Rune: '7'}, "7"})
	}
	h.enter(160*ms, ms)
	kit := newToolkit(rand.New(rand.NewPCG(1, 8)), false)
	kit.run(h)
	check(t, 1, "what was scanned", kit.scans, nil)
	check(t, 1, "what was typed", kit.passed, h.names())
}

func TestAClickSendsOnWhatIsHeld(t *testing.T) {
	kit := newToolkit(rand.New(rand.NewPCG(1, 9)), false)
	kit.keys = typed("ab", ms).keys[:3]
	kit.now = 20 * ms
	kit.poll()
	if len(kit.passed) > 0 || !kit.Holding() {
		t.Fatalf("passed on at once: %q", kit.passed)
	}
	kit.Flush()
	check(t, 1, "what was passed on", kit.passed, []string{"a↓", "a", "a↑"})
	if kit.touch == 0 {
		t.Error("a hand was not noticed")
	}
}
