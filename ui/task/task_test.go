package task_test

import (
	"context"
	"errors"
	"testing"

	"lanyard/ui/task"
)

// queue is a runner whose work ends when the test says so, in any order.
type queue struct{ waiting []func() }

func (q *queue) Go(work, done func()) { q.waiting = append(q.waiting, func() { work(); done() }) }
func (q *queue) UI(f func())          { f() }

func TestLatestDropsStaleResults(t *testing.T) {
	q := &queue{}
	var latest task.Latest[int]
	var got []int
	for i := range 3 {
		latest.Run(context.Background(), q, func(context.Context) (int, error) { return i, nil }, func(n int, err error) {
			got = append(got, n)
		})
	}
	for _, i := range []int{2, 0, 1} {
		q.waiting[i]()
	}
	if len(got) != 1 || got[0] != 2 {
		t.Errorf("got %v, want only the newest", got)
	}
}

func TestLatestCancelDropsEverything(t *testing.T) {
	q := &queue{}
	var latest task.Latest[int]
	latest.Run(context.Background(), q, func(context.Context) (int, error) { return 1, nil }, func(int, error) {
		t.Error("a cancelled request was answered")
	})
	latest.Cancel()
	q.waiting[0]()
}

func TestRunTurnsAPanicIntoAnError(t *testing.T) {
	var got error
	task.Run(context.Background(), task.Synchronous{}, func(context.Context) (int, error) { panic("broken") }, func(_ int, err error) { got = err })
	if got == nil {
		t.Error("the panic vanished")
	}
}

func TestJobReportsAndCancels(t *testing.T) {
	q := &queue{}
	var last float64
	var got error
	task.Start(context.Background(), q, func(ctx context.Context, p task.Progress) (int, error) {
		p(0.5, "half")
		p(1, "all")
		return 7, nil
	}, func(f float64, _ string) { last = f }, func(_ int, err error) { got = err })
	q.waiting[0]()
	if last != 1 || got != nil {
		t.Errorf("progress %v, error %v", last, got)
	}
	job := task.Start(context.Background(), q, func(ctx context.Context, p task.Progress) (int, error) { return 0, nil }, nil, func(_ int, err error) { got = err })
	job.Cancel()
	q.waiting[1]()
	if !errors.Is(got, context.Canceled) {
		t.Errorf("a cancelled job ended with %v", got)
	}
}
