// Package task carries work off the UI thread and its results back onto it.
//
// Everything the window asks of the database or the disk goes through a [Runner], so that a test can
// run the same code in order on one goroutine.
package task

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// Runner runs work in the background.
type Runner interface {
	// Go runs work off the UI thread, then done on the UI thread. It returns at once in the
	// window; the synchronous runner returns after done.
	Go(work func(), done func())
	// UI runs f on the UI thread, from any goroutine.
	UI(f func())
}

// Background is the runner of the window: goroutines, and the toolkit's queue for results.
type Background struct{}

// Go implements Runner.
func (Background) Go(work, done func()) {
	go func() {
		work()
		if done != nil {
			fyne.Do(done)
		}
	}()
}

// UI implements Runner.
func (Background) UI(f func()) { fyne.Do(f) }

// Synchronous is the runner of tests: work and done run at once on the calling goroutine.
type Synchronous struct{}

// Go implements Runner.
func (Synchronous) Go(work, done func()) {
	work()
	if done != nil {
		done()
	}
}

// UI implements Runner.
func (Synchronous) UI(f func()) { f() }

// Live says that there is a UI thread for a goroutine to come back to: not with a runner that does all work at once.
func Live(r Runner) bool { _, ok := r.(Background); return ok }

// After calls f on the UI thread after a time; never if there is no such thread.
func After(r Runner, d time.Duration, f func()) {
	if Live(r) {
		time.AfterFunc(d, func() { r.UI(f) })
	}
}

// Run calls work off the UI thread with ctx and gives its result to done on the UI thread.
// A panic in work arrives as an error instead of ending the program in front of a queue.
func Run[T any](ctx context.Context, r Runner, work func(context.Context) (T, error), done func(T, error)) {
	var result T
	var err error
	r.Go(func() { result, err = guarded(ctx, work) }, func() {
		if done != nil {
			done(result, err)
		}
	})
}

// frameShare is how long Soon lets the UI thread wait: half of a frame of the screen.
const frameShare = 8 * time.Millisecond

// Soon is Run for work that is nearly always done within a few milliseconds. It is called on the UI thread and waits there
// that long, so that the frame that is drawn next shows the result already; what takes longer comes as from Run.
func Soon[T any](ctx context.Context, r Runner, work func(context.Context) (T, error), done func(T, error)) {
	if !Live(r) {
		Run(ctx, r, work, done)
		return
	}
	var result T
	var err error
	finished := make(chan struct{})
	go func() {
		defer close(finished)
		result, err = guarded(ctx, work)
	}()
	patience := time.NewTimer(frameShare)
	defer patience.Stop()
	select {
	case <-finished:
		done(result, err)
	case <-patience.C:
		r.Go(func() { <-finished }, func() { done(result, err) })
	}
}

func guarded[T any](ctx context.Context, work func(context.Context) (T, error)) (result T, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("internal error: %v", p)
		}
	}()
	if err := ctx.Err(); err != nil {
		return result, err
	}
	return work(ctx)
}

// Latest runs work of which only the newest request matters, such as a search while somebody types:
// a new request cancels the one before, and a result that comes late is dropped.
// The zero value is ready; use it from the UI thread.
type Latest[T any] struct {
	mu     sync.Mutex
	number uint64
	cancel context.CancelFunc
}

// Run starts work and drops every request before it. done is called only if this request is
// still the newest and was not cancelled.
func (l *Latest[T]) Run(ctx context.Context, r Runner, work func(context.Context) (T, error), done func(T, error)) {
	ctx, cancel := context.WithCancel(ctx)
	mine := l.next(cancel)
	Run(ctx, r, work, func(result T, err error) {
		defer cancel()
		if l.current(mine) && !errors.Is(err, context.Canceled) {
			done(result, err)
		}
	})
}

// Cancel drops the request under way, if any.
func (l *Latest[T]) Cancel() { l.next(nil) }

func (l *Latest[T]) next(cancel context.CancelFunc) uint64 {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.cancel != nil {
		l.cancel()
	}
	l.cancel = cancel
	l.number++
	return l.number
}

func (l *Latest[T]) current(number uint64) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.number == number
}
