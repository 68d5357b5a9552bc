package wedge_test

import (
	"math/rand/v2"
	"sort"
	"strings"
	"time"

	"lanyard/internal/seminar"
	"lanyard/ui/wedge"
)

// key is what somebody did with one key.
type key struct {
	at    time.Duration
	event wedge.Event
	name  string
}

// hand writes keys down in the order of their times.
type hand struct{ keys []key }

// press presses a key and lets it go after a while; write is the character it writes, 0 for none.
func (h *hand) press(at, long time.Duration, class wedge.Class, code int, write rune, name string) {
	h.keys = append(h.keys, key{at, wedge.Event{Kind: wedge.Press, Class: class, Key: code}, name + "↓"})
	if write != 0 {
		h.keys = append(h.keys, key{at, wedge.Event{Kind: wedge.Char, Rune: write}, string(write)})
	}
	h.keys = append(h.keys, key{at + long, wedge.Event{Kind: wedge.Release, Class: class, Key: code}, name + "↑"})
}

// write presses the key of a character.
func (h *hand) write(at, long time.Duration, r rune) {
	h.press(at, long, wedge.Text, int(r), r, string(r))
}

const enter = 1000

func (h *hand) enter(at, long time.Duration) { h.press(at, long, wedge.End, enter, 0, "Enter") }

// scanner types a code and Enter, a character every gap at most and at least half of that; it gives when it was done.
func (h *hand) scanner(r *rand.Rand, at, gap time.Duration, code string) time.Duration {
	for _, c := range code {
		h.write(at, gap/4, c)
		at += gap/2 + time.Duration(r.Int64N(int64(gap/2)))
	}
	h.enter(at, gap/4)
	return at
}

// names are the names of all keys, in the order of their times.
func (h *hand) names() []string {
	sort.SliceStable(h.keys, func(i, j int) bool { return h.keys[i].at < h.keys[j].at })
	var all []string
	for _, k := range h.keys {
		all = append(all, k.name)
	}
	return all
}

// toolkit is a window with one thread: it hears keys when it polls, and is now and then busy for a while. What it was
// asked to do meanwhile waits, in no order.
type toolkit struct {
	*wedge.Detector
	random *rand.Rand
	stalls bool
	now    time.Duration
	keys   []key
	passed []string
	scans  []string
	touch  int
}

var morning = time.Date(2025, 7, 18, 9, 0, 0, 0, time.UTC)

func newToolkit(r *rand.Rand, stalls bool) *toolkit {
	t := &toolkit{random: r, stalls: stalls}
	t.Detector = &wedge.Detector{
		Now:   func() time.Time { return morning.Add(t.now) },
		Scan:  func(code string) { t.scans = append(t.scans, code) },
		Touch: func() { t.touch++ },
		Certain: func(text string) bool {
			return seminar.CheckCode(nil, text) != seminar.CodeMalformed
		},
	}
	t.Polled(morning)
	return t
}

func (t *toolkit) poll() {
	for len(t.keys) > 0 && t.keys[0].at <= t.now {
		k := t.keys[0]
		t.keys = t.keys[1:]
		k.event.Pass = func() { t.passed = append(t.passed, k.name) }
		t.Hear(k.event)
	}
}

// run lets the window live until everything was typed and what is held was decided about.
func (t *toolkit) run(h *hand) {
	h.names()
	t.keys = h.keys
	var beat, ask, frame time.Duration
	asked := false
	for len(t.keys) > 0 || t.Holding() {
		t.now += time.Duration(t.random.Int64N(int64(2 * time.Millisecond)))
		if t.stalls && t.random.IntN(150) == 0 {
			t.now += time.Duration(t.random.Int64N(int64(700 * time.Millisecond)))
		}
		work := []func(){func() {
			if t.now >= frame {
				t.poll()
				frame = t.now + 16*time.Millisecond
			}
		}, func() {
			if t.now >= beat {
				was := t.now
				t.poll()
				t.Polled(morning.Add(was))
				beat = t.now + 50*time.Millisecond
			}
		}, func() {
			if asked && t.now >= ask {
				t.poll()
				wait := t.Expire()
				ask, asked = t.now+wait, wait > 0
			}
		}}
		t.random.Shuffle(len(work), func(i, j int) { work[i], work[j] = work[j], work[i] })
		for _, do := range work {
			do()
		}
		if t.Holding() && !asked {
			ask, asked = t.now+wedge.Gap, true
		}
	}
}

// digits is a badge code.
func digits(r *rand.Rand) string { return seminar.CodeFor([]byte("a key"), r.Uint64()) }

// ticket is a code of another system.
func ticket(r *rand.Rand) string {
	const signs = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789"
	var b strings.Builder
	b.WriteByte('7')
	for range 5 + r.IntN(20) {
		b.WriteByte(signs[r.IntN(len(signs))])
	}
	return b.String()
}
