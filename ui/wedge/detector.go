package wedge

import "time"

// What a scanner is known by. Scanners send a character every 1 to 20 ms; the fastest typists need 60 ms on average, and
// under 30 ms only for two or three keys that they roll over.
const (
	// Gap is how long a character is held at most until the next one makes a burst of them. A person sees what was typed
	// so much later.
	Gap = 30 * time.Millisecond
	// Patience is how long a burst is held at most that no person can have typed: radio scanners stutter, and so does a
	// machine with much to do.
	Patience = 250 * time.Millisecond
	// Late is how long a code that is certain waits for its Enter. It is a scan without one: some scanners send none.
	Late = 300 * time.Millisecond
	// Fastest is the average between two keys that no person reaches over a burst.
	Fastest = 35 * time.Millisecond
	// Shortest and Longest bound codes, in characters, those of certificates among them; one that is not Longish has a digit or an @ in it.
	Shortest, Longish, Longest = 6, 16, 1536
	// tail is how soon a second Enter, or a line feed, belongs to the scan before.
	tail = 100 * time.Millisecond
)

// Detector holds keys for a moment until it knows whose they are. It is used from one goroutine. Nothing that a person
// types is lost or changes its order; see [Detector.Hear].
type Detector struct {
	Now  func() time.Time
	Scan func(code string) // told what a scanner typed
	// Touch is told before a key of a person is passed on; may be nil.
	Touch func()
	// Certain says that a text can be nothing but a code, however it was typed; may be nil.
	Certain func(text string) bool

	held   []Event
	text   []rune       // of what is held
	last   time.Time    // when the last of it was heard
	from   time.Time    // the first of it was typed after that
	polled time.Time    // everything typed before was heard
	direct bool         // the character that follows belongs to a key that was passed on
	passed map[int]bool // keys that went on and were not let go yet
	taken  map[int]bool // keys that belong to a scan and were not let go yet
	scan   time.Time    // the last one ended after that
	sent   []rune       // what Expire sent on last
	sentAt time.Time
}

// Holding says whether keys are being held; then Expire is to be called after a while.
func (d *Detector) Holding() bool { return len(d.held) > 0 }

// Hear takes one event. It is held if it may belong to a scan; whatever breaks the burst sends what is held on first,
// in the order it was heard. The moment at which an event is heard says little: a window that was busy hears at once what
// was typed in a second. So a burst is ended by Expire alone, and judged by the time it can have taken at most.
func (d *Detector) Hear(e Event) {
	switch e.Kind {
	case Release:
		switch {
		case d.taken[e.Key]:
			delete(d.taken, e.Key)
		case d.Holding():
			d.held = append(d.held, e)
		default:
			d.pass(e)
		}
	case Char:
		if d.direct && !d.Holding() {
			d.pass(e)
			return
		}
		d.hold(e)
		d.text = append(d.text, e.Rune)
	case Repeat: // no scanner leaves a key down
		d.command(e)
	default:
		d.press(e)
	}
}

func (d *Detector) press(e Event) {
	now := d.Now()
	switch {
	case e.Class == Text:
		d.direct = false
		d.hold(e)
	case e.Class == Modifier && d.Holding():
		d.hold(e)
	case e.Class == End && d.Holding() && d.scanned(now):
		d.mark(&d.taken, e.Key)
		d.take()
	case e.Class == End && !d.Holding() && now.Sub(d.scan) < tail:
		d.mark(&d.taken, e.Key)
	default:
		d.command(e)
	}
}

// command passes a key on behind everything that is held.
func (d *Detector) command(e Event) {
	d.Flush()
	d.direct = e.Class != Modifier
	d.pass(e)
}

func (d *Detector) hold(e Event) {
	d.last = d.Now()
	if !d.Holding() {
		d.from = d.polled
	}
	d.held = append(d.held, e)
}

// Polled says that everything typed before t has been heard: nothing that is heard from now on happened earlier. Before it
// is said for the first time a burst may have taken any time.
func (d *Detector) Polled(t time.Time) { d.polled = t }

// Expire sends on what is held if it did not become a scan in time, and gives how long to wait until it is asked again;
// 0 while nothing is held. All that was typed until now must have been heard.
func (d *Detector) Expire() time.Duration {
	if !d.Holding() {
		return 0
	}
	// As long as no person can have been so fast, it may still become one.
	wait := min(max(Gap, d.budget()-d.last.Sub(d.from)), Patience)
	whole := d.whole()
	if whole {
		wait = Late
	}
	if left := wait - d.Now().Sub(d.last); left > 0 {
		return left
	}
	if whole {
		d.take()
	} else {
		d.broken()
	}
	return 0
}

// Flush sends on what is held: the mouse is about to move the focus, or the window to lose it.
func (d *Detector) Flush() {
	held := d.clear()
	for _, e := range held {
		d.pass(e)
	}
}

func (d *Detector) clear() []Event {
	held := d.held
	d.held, d.text = nil, nil
	return held
}

// pass hands an event on.
func (d *Detector) pass(e Event) {
	switch e.Kind {
	case Press:
		d.mark(&d.passed, e.Key)
	case Release:
		delete(d.passed, e.Key)
	}
	// A key that is let go is nobody's wish to see something else; Shift is one of those that must be heard of everywhere.
	if d.Touch != nil && (e.Kind != Release || e.Class == Modifier) {
		d.Touch()
	}
	e.Pass()
}

func (d *Detector) mark(keys *map[int]bool, key int) {
	if *keys == nil {
		*keys = map[int]bool{}
	}
	(*keys)[key] = true
}
