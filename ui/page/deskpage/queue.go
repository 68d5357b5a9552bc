package deskpage

import (
	"context"
	"slices"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/task"
	"lanyard/ui/widgets"
)

// outcome is what became of a job: an answer, or people to choose from.
type outcome struct {
	answer desk.ScanAnswer
	people []seminar.RosterRow
}

// hands says that somebody has to do something before the next scan is looked at.
func (o outcome) hands() bool {
	return len(o.people) > 0 || len(o.answer.Candidates) > 0 || o.answer.Status == seminar.Incomplete
}

// countEvery is how often the counters are read at most while scans are waiting.
const countEvery = time.Second

// next saves the scans that wait, one after the other; their answers come to the screen together, since drawing takes
// longer than saving: a worker has at least as long for them as the screen took to hear of those before. It stops before an undo, and behind a scan that needs hands.
func (p *Page) next() {
	p.settled()
	if p.busy || p.asking || p.waits != nil || len(p.queue) == 0 {
		return
	}
	switch j := p.queue[0]; {
	case j.undo:
		p.queue = p.queue[1:]
		p.undoLast()
		return
	case j.group != nil:
		p.queue = p.queue[1:]
		p.busy = true
		p.showFoot()
		p.saveGroup(j)
		return
	}
	n := slices.IndexFunc(p.queue, func(j job) bool { return j.undo || j.group != nil })
	if n < 0 {
		n = len(p.queue)
	}
	batch := slices.Clone(p.queue[:n])
	p.queue = p.queue[n:]
	p.busy, p.saving = true, len(batch)
	if len(batch)+len(p.queue) > 1 { // one alone is saved before the screen could say so, and would wait for that
		p.showFoot()
	}
	d, turn := p.env.Desk(), max(p.Turn, p.slow)
	run := task.Run[bool]
	if len(batch) == 1 && len(p.queue) == 0 {
		run = task.Soon[bool] // into the frame of the Enter
	}
	var done []outcome
	var saved time.Time
	run(p.env.Context, p.env.Run, func(ctx context.Context) (bool, error) {
		begun := time.Now()
		defer func() { saved = time.Now() }()
		for _, j := range batch {
			o, err := perform(ctx, d, j)
			if err != nil {
				return false, err
			}
			done = append(done, o)
			if o.hands() || time.Since(begun) > turn {
				break
			}
		}
		return true, nil
	}, func(_ bool, err error) {
		p.busy, p.saving = false, 0
		p.slow = min(time.Since(saved), time.Second)
		rest := batch[len(done):]
		if err != nil {
			rest = rest[1:] // the first of them failed
		}
		p.queue = append(slices.Clone(rest), p.queue...)
		p.became(batch[:len(done)], done, err)
		p.next()
		p.showFoot()
	})
}

// became shows what became of scans: all among the recent ones, the last, or what went wrong behind it, as the answer.
func (p *Page) became(jobs []job, done []outcome, err error) {
	heard := widgets.KindNeutral // of several answers at once the one that needs somebody most
	for _, o := range done {
		if len(o.people) > 0 {
			continue
		}
		heard = louder(heard, kindOf(o.answer))
		p.env.Greet(o.answer)
		p.remember(o.answer)
		p.printChecked(o.answer)
		if o.answer.Attendee != nil {
			p.lastPerson, p.lastGroup = o.answer.Attendee, nil
		}
	}
	if heard != widgets.KindNeutral {
		p.env.Sound(heard)
	}
	defer p.recount()
	last := len(done) - 1
	switch {
	case err != nil:
		p.failed(err)
	case len(done[last].people) > 0:
		if p.entry.Text() == "" {
			p.offer(done[last].people, jobs[last].search)
		}
	default:
		p.answered(jobs[last], done[last].answer)
	}
}

// recount lets the window read the counters again, if they are seen: once the frame with the answer has been drawn, since
// reading and drawing at once make the answer late.
func (p *Page) recount() {
	if len(p.queue) > 0 && time.Since(p.told) <= countEvery {
		return
	}
	p.told = time.Now()
	p.telling.Run(p.env.Context, p.env.Run, func(ctx context.Context) (bool, error) {
		select {
		case <-ctx.Done():
		case <-time.After(p.Breath):
		}
		return true, nil
	}, func(bool, error) { p.env.Changed() })
}

// louder is which of two kinds of answer is to be heard.
func louder(a, b widgets.Kind) widgets.Kind {
	order := []widgets.Kind{widgets.KindNeutral, widgets.KindAccepted, widgets.KindAlready, widgets.KindAttention, widgets.KindRefused}
	if slices.Index(order, b) > slices.Index(order, a) {
		return b
	}
	return a
}

// perform saves one scan. A name is a code if nobody bears it, and somebody if only one does.
func perform(ctx context.Context, d *desk.Desk, j job) (outcome, error) {
	if j.search != "" {
		rows, err := d.Roster(ctx, seminar.RosterFilter{SeminarID: j.scan.SeminarID, ListID: j.scan.ListID, Search: j.search, Limit: searchLimit})
		switch {
		case err != nil:
			return outcome{}, err
		case len(j.found) > 0: // a delegation may be meant
			return outcome{people: among(j.search, rows, j.found)}, nil
		case len(rows) > 1, len(rows) == 1 && (rows[0].Match == "loose" || rows[0].Match == "skeleton"):
			return outcome{people: rows}, nil // a likeness is for the steward to judge
		case len(rows) == 1:
			j.scan.Code, j.scan.AttendeeID = "", rows[0].AttendeeID
		}
	}
	if j.by != nil {
		d = j.by
	}
	a, err := d.Checkin(ctx, j.scan)
	return outcome{answer: a}, err
}
