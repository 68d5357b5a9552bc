package printing

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"lanyard/internal/seminar"
)

// Stage is how far something is that this desk prints.
type Stage string

// The stages. Of the last five only Stopped can still change by itself.
const (
	StageWaiting   Stage = "waiting"   // for its turn, or for a printer that is busy
	StagePrinting  Stage = "printing"  // the printer has it, or is being given it
	StageDone      Stage = "done"      // it came out
	StageStopped   Stage = "stopped"   // the printer has it and waits for a hand
	StageFailed    Stage = "failed"    // it did not come out: it may be printed again
	StageCancelled Stage = "cancelled" // by somebody here
	StageUnknown   Stage = "unknown"   // it may have come out: somebody has to look
)

// Over says whether a stage does not change any more.
func (s Stage) Over() bool {
	return !slices.Contains([]Stage{StageWaiting, StagePrinting, StageStopped}, s)
}

// Trouble says whether a stage is one that somebody has to see to.
func (s Stage) Trouble() bool {
	return slices.Contains([]Stage{StageStopped, StageFailed, StageUnknown}, s)
}

const (
	remembered = 60 // entries of a queue that are over
	busyEvery  = time.Second
)

// Entry is something that was printed, or is to be.
type Entry struct {
	ID      int
	Name    string
	Printer string // its address
	Stage   Stage
	Err     error // why it did not come out, or does not yet
	Job     Job
	Since   time.Time // when it came to the queue
	About   any       // what whoever printed it wants to remember of it
	Seen    bool      // the trouble was seen to, or set aside
}

// Sender is what a queue sends with: a Line.
type Sender interface {
	Print(ctx context.Context, uri string, d Document, o Options) (Job, error)
	Follow(ctx context.Context, uri string, job Job, told func(Job, error)) (Job, error)
	Cancel(ctx context.Context, uri string, id int) error
}

// Queue is what this desk prints, one after the other, since many printers take only one document at a time. It sends
// nothing twice by itself. It is safe for concurrent use.
type Queue struct {
	turn    chan struct{}
	mu      sync.Mutex
	last    int
	entries []*entry // newest first
	told    map[string]func()
}

type entry struct {
	Entry
	cancel context.CancelFunc // of what is under way; nil when nothing is
	given  bool               // somebody gave it up
}

// NewQueue makes an empty one.
func NewQueue() *Queue { return &Queue{turn: make(chan struct{}, 1), told: map[string]func(){}} }

// Watch calls f after every change, on the goroutine that made it, instead of who watched by the same name before.
func (q *Queue) Watch(name string, f func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.told[name] = f
}

// Entries are all, the newest first.
func (q *Queue) Entries() []Entry {
	q.mu.Lock()
	defer q.mu.Unlock()
	all := make([]Entry, len(q.entries))
	for i, e := range q.entries {
		all[i] = e.Entry
	}
	return all
}

// Add puts something at the end, which Send will print.
func (q *Queue) Add(name, uri string, about any, now time.Time) (id int) {
	q.mu.Lock()
	q.last++
	id = q.last
	q.entries = slices.Insert(q.entries, 0, &entry{Entry: Entry{ID: id, Name: name, Printer: uri, Stage: StageWaiting, About: about, Since: now}})
	for i := len(q.entries) - 1; i >= remembered; i-- {
		if q.entries[i].Stage.Over() {
			q.entries = slices.Delete(q.entries, i, i+1)
		}
	}
	q.mu.Unlock()
	q.changed()
	return id
}

// Send prints an entry when its turn has come, and while the printer is busy with others tries again, which it may since
// nothing was taken. make makes the document then; settle hears how it ended before the next one has its turn. The errors
// are those of Line.Print and of make; context.Canceled once somebody has cancelled it.
func (q *Queue) Send(ctx context.Context, s Sender, id int, o Options, make func(context.Context) (Document, error), settle func(Job, error)) (Job, error) {
	e := q.find(id)
	if e == nil {
		return Job{}, seminar.NotFound("entry", "")
	}
	ctx, done := q.begin(ctx, e)
	defer done()
	job, err := q.send(ctx, s, e, o, make, settle)
	q.set(func() {
		e.Job, e.Err = job, err
		switch {
		case err == nil:
			e.Stage = StagePrinting
		case seminar.CodeOf(err) == CodeUnknown:
			e.Stage = StageUnknown
		case e.given:
			e.Stage, e.Err = StageCancelled, nil
		default:
			e.Stage = StageFailed
		}
	})
	return job, err
}

func (q *Queue) send(ctx context.Context, s Sender, e *entry, o Options, make func(context.Context) (Document, error), settle func(Job, error)) (Job, error) {
	if err := ctx.Err(); err != nil {
		return Job{}, err
	}
	select {
	case q.turn <- struct{}{}:
		defer func() { <-q.turn }()
	case <-ctx.Done():
		return Job{}, ctx.Err()
	}
	job, err := q.give(ctx, s, e, o, make)
	settle(job, err)
	return job, err
}

// give makes a document and sends it, as often as the printer is busy with others.
func (q *Queue) give(ctx context.Context, s Sender, e *entry, o Options, make func(context.Context) (Document, error)) (Job, error) {
	d, err := make(ctx)
	if err != nil {
		return Job{}, err
	}
	for {
		q.set(func() { e.Stage, e.Err = StagePrinting, nil })
		job, err := s.Print(ctx, e.Printer, d, o)
		if seminar.CodeOf(err) != CodeBusy {
			return job, err
		}
		q.set(func() { e.Stage, e.Err = StageWaiting, err })
		select {
		case <-ctx.Done():
			return Job{}, ctx.Err()
		case <-time.After(busyEvery):
		}
	}
}

// Follow follows what Send has printed to its end; told (which may be nil) hears of what holds it up meanwhile.
func (q *Queue) Follow(ctx context.Context, s Sender, id int, told func(error)) error {
	e, now := q.open(id)
	if e == nil {
		return nil
	}
	ctx, done := q.begin(ctx, e)
	defer done()
	job, err := s.Follow(ctx, now.Printer, now.Job, func(job Job, trouble error) {
		q.set(func() {
			e.Job, e.Err, e.Stage = job, trouble, StagePrinting
			if trouble != nil {
				e.Stage, e.Seen = StageStopped, false
			}
		})
		if trouble != nil && told != nil {
			told(trouble)
		}
	})
	q.set(func() {
		e.Job, e.Err, e.Seen = job, err, false
		switch {
		case err == nil && job.State == JobHanded:
			e.Stage = StageUnknown
		case err == nil:
			e.Stage = StageDone
		case e.given && (job.State == JobCancelled || errors.Is(err, context.Canceled)):
			e.Stage, e.Err, err = StageCancelled, nil, context.Canceled
		case seminar.CodeOf(err) == CodeGaveUp:
			e.Stage = StageFailed
		default:
			e.Stage = StageUnknown
		}
	})
	return err
}

// Cancel gives an entry up: one that waits is not sent, one that the printer has is asked back. What was being sent at
// that moment may come out.
func (q *Queue) Cancel(ctx context.Context, s Sender, id int) error {
	e, _ := q.open(id)
	if e == nil {
		return nil
	}
	q.mu.Lock()
	job, stop := e.Job, e.cancel
	e.given = true
	q.mu.Unlock()
	if job.ID == 0 {
		if stop == nil { // nobody has begun with it
			q.set(func() { e.Stage = StageCancelled })
			return nil
		}
		stop()
		return nil
	}
	return s.Cancel(ctx, e.Printer, job.ID) // Follow hears the rest from the printer
}

// See sets a trouble aside.
func (q *Queue) See(id int) {
	if e := q.find(id); e != nil {
		q.set(func() { e.Seen = true })
	}
}

// Forget drops what is over, and with it what it was called: whose it was may have no name any more.
func (q *Queue) Forget() {
	q.mu.Lock()
	q.entries = slices.DeleteFunc(q.entries, func(e *entry) bool { return e.Stage.Over() })
	q.mu.Unlock()
	q.changed()
}

// begin makes something cancellable while it is under way. One that was given up before is cancelled at once.
func (q *Queue) begin(ctx context.Context, e *entry) (context.Context, func()) {
	ctx, cancel := context.WithCancel(ctx)
	q.mu.Lock()
	e.cancel = cancel
	if e.given && e.Job.ID == 0 {
		cancel()
	}
	q.mu.Unlock()
	return ctx, func() {
		cancel()
		q.mu.Lock()
		e.cancel = nil
		q.mu.Unlock()
	}
}

func (q *Queue) find(id int) *entry {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, e := range q.entries {
		if e.ID == id {
			return e
		}
	}
	return nil
}

// open is an entry that is not over, and how it stands; nil if there is none.
func (q *Queue) open(id int) (*entry, Entry) {
	e := q.find(id)
	q.mu.Lock()
	defer q.mu.Unlock()
	if e == nil || e.Stage.Over() {
		return nil, Entry{}
	}
	return e, e.Entry
}

// set changes an entry and tells those who watch.
func (q *Queue) set(change func()) {
	q.mu.Lock()
	change()
	q.mu.Unlock()
	q.changed()
}

func (q *Queue) changed() {
	q.mu.Lock()
	all := make([]func(), 0, len(q.told))
	for _, f := range q.told {
		all = append(all, f)
	}
	q.mu.Unlock()
	for _, f := range all {
		f()
	}
}
