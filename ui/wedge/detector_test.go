package wedge_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"lanyard/ui/wedge"
)

const ms = time.Millisecond

// person types as people do: some keys are rolled over, the average is never below what the fastest reach.
func person(r *rand.Rand, h *hand, at time.Duration, n int, signs string, others bool) time.Duration {
	pace := 50 + r.Int64N(200)
	rolled, last := true, rune(0)
	for range n {
		long := time.Duration(40+r.Int64N(80)) * ms
		switch k := r.IntN(20); {
		case others && k == 0:
			h.enter(at, long)
		case others && k == 1:
			h.press(at, long, wedge.End, enter+1, 0, "Tab")
		case others && k == 2:
			h.press(at, long, wedge.Command, enter+2, 0, "Backspace")
		case others && k == 3: // Ctrl+A
			h.press(at, long, wedge.Modifier, enter+3, 0, "Ctrl")
			h.press(at+10*ms, long/2, wedge.Command, 'a', 0, "Ctrl+A")
		case others && k == 4: // a capital
			h.press(at, long, wedge.Modifier, enter+4, 0, "Shift")
			h.press(at+20*ms, long/2, wedge.Text, 'q', 'Q', "q")
		default:
			all := []rune(signs)
			i := r.IntN(len(all))
			if all[i] == last { // a finger leaves a key before it presses it again
				i = (i + 1) % len(all)
			}
			last = all[i]
			h.write(at, long, last)
		}
		if !rolled && r.IntN(6) == 0 {
			at += time.Duration(3+r.Int64N(30)) * ms
			rolled = true
			continue
		}
		at += time.Duration(pace+30+r.Int64N(100)) * ms
		rolled = false
	}
	return at
}

func check(t *testing.T, seed uint64, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Fatalf("seed %d: %s is\n%s\nwant\n%s", seed, what, strings.Join(got, " "), strings.Join(want, " "))
	}
}

func TestNothingThatAPersonTypesIsLostOrReordered(t *testing.T) {
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 1))
		h := &hand{}
		person(r, h, 0, 60, "aeşл1234567890@.- ", true)
		kit := newToolkit(r, seed%2 == 0)
		kit.run(h)
		check(t, seed, "what was scanned", kit.scans, nil)
		check(t, seed, "what was typed", kit.passed, h.names())
	}
}

func TestEveryScanIsAScan(t *testing.T) {
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 2))
		h, stalls := &hand{}, seed%2 == 0
		var want []string
		at := time.Duration(0)
		for range 20 {
			code := ticket(r)
			if stalls || r.IntN(2) == 0 {
				code = digits(r)
			}
			gap := time.Duration(1+r.Int64N(20)) * ms
			at = h.scanner(r, at, gap, code) + gap + time.Duration(r.Int64N(int64(300*ms)))
			want = append(want, code)
		}
		kit := newToolkit(r, stalls)
		kit.run(h)
		check(t, seed, "what was scanned", kit.scans, want)
		check(t, seed, "what was passed on", kit.passed, nil)
		if kit.touch > 0 {
			t.Fatalf("seed %d: a scanner was taken for a hand", seed)
		}
	}
}

// A window that was busy cannot know whether a short code was typed by hand: it goes to what has the focus, whole.
func TestWhatIsDoubtfulAfterAStallIsPassedOnWhole(t *testing.T) {
	doubtful := 0
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 3))
		h := &hand{}
		code := ticket(r)
		h.scanner(r, time.Duration(r.Int64N(int64(time.Second))), 15*ms, code)
		kit := newToolkit(r, true)
		kit.run(h)
		if len(kit.scans) == 0 {
			doubtful++
			check(t, seed, "what was passed on", kit.passed, h.names())
			continue
		}
		check(t, seed, "what was scanned", kit.scans, []string{code})
		check(t, seed, "what was passed on", kit.passed, nil)
	}
	if doubtful == 0 || doubtful > 250 { // this window is busy two thirds of the time
		t.Errorf("%d of 400 were doubtful", doubtful)
	}
}

func TestSomebodyWritesWhileSomebodyScans(t *testing.T) {
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 4))
		writer, scanner := &hand{}, &hand{}
		end := person(r, writer, 0, 80, "abcdefghijklmnopqrstuvwxyzəл ", false)
		var want []string
		for at := time.Duration(0); at < end; {
			code := digits(r)
			gap := time.Duration(1+r.Int64N(8)) * ms
			at = scanner.scanner(r, at, gap, code) + 20*ms + time.Duration(r.Int64N(int64(900*ms)))
			want = append(want, code)
		}
		kit := newToolkit(r, seed%2 == 0)
		kit.run(&hand{keys: append(slices.Clone(writer.keys), scanner.keys...)})
		check(t, seed, "what was scanned", kit.scans, want)
		check(t, seed, "what was written", kit.passed, writer.names())
	}
}

// What is typed while the window is busy is heard at once. It took its time all the same.
func TestAFastTypistInABusyWindowIsNoScanner(t *testing.T) {
	texts := []string{"1985-07-18", "+994501234567", "leyla@example.org", "Leyla Qafar-zadə", "AZ1000"}
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 10))
		h := typed(texts[r.IntN(len(texts))], time.Duration(42+r.Int64N(60))*ms)
		kit := newToolkit(r, true)
		kit.run(h)
		check(t, seed, "what was scanned", kit.scans, nil)
		check(t, seed, "what was typed", kit.passed, h.names())
	}
}
