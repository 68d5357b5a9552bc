package task

import (
	"context"
	"sync"
	"time"
)

// progressEvery is how often progress reaches the screen at most: more often only costs frames.
const progressEvery = 50 * time.Millisecond

// Progress is told by long work how far it is: 0 to 1, and a short text for the user, which may be empty.
type Progress func(fraction float64, text string)

// Job is long work that shows its progress and can be cancelled.
type Job struct {
	cancel context.CancelFunc
}

// Cancel asks the work to stop; its done then gets an error that is context.Canceled.
func (j *Job) Cancel() { j.cancel() }

// Start runs work off the UI thread. onProgress and done run on the UI thread; either may be nil.
// Reports come at most twenty times a second, the last one (fraction 1) always.
func Start[T any](ctx context.Context, r Runner, work func(context.Context, Progress) (T, error), onProgress Progress, done func(T, error)) *Job {
	ctx, cancel := context.WithCancel(ctx)
	report := throttle(r, onProgress)
	Run(ctx, r, func(ctx context.Context) (T, error) {
		return work(ctx, report)
	}, func(result T, err error) {
		defer cancel()
		if err == nil && ctx.Err() != nil {
			err = ctx.Err()
		}
		if done != nil {
			done(result, err)
		}
	})
	return &Job{cancel: cancel}
}

func throttle(r Runner, onProgress Progress) Progress {
	if onProgress == nil {
		return func(float64, string) {}
	}
	var mu sync.Mutex
	var last time.Time
	return func(fraction float64, text string) {
		mu.Lock()
		now := time.Now()
		skip := fraction < 1 && now.Sub(last) < progressEvery
		if !skip {
			last = now
		}
		mu.Unlock()
		if !skip {
			r.UI(func() { onProgress(fraction, text) })
		}
	}
}
