package printing_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"lanyard/internal/printing"
	"lanyard/internal/printing/printingtest"
	"lanyard/internal/seminar"
)

// put sends something through a queue to its end, and follows it.
func put(t *testing.T, q *printing.Queue, l *printing.Line, uri, text string) (id int, end func() error) {
	t.Helper()
	id = q.Add(text, uri, nil, time.Now())
	over := make(chan error, 1)
	d := document(t, text)
	go func() {
		_, err := q.Send(context.Background(), l, id, printing.Options{}, func(context.Context) (printing.Document, error) { return d, nil }, func(printing.Job, error) {})
		if err == nil {
			err = q.Follow(context.Background(), l, id, nil)
		}
		over <- err
	}()
	return id, func() error { return <-over }
}

func stage(q *printing.Queue, id int) printing.Entry {
	for _, e := range q.Entries() {
		if e.ID == id {
			return e
		}
	}
	return printing.Entry{}
}

// until waits for a stage.
func until(t *testing.T, q *printing.Queue, id int, want printing.Stage) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); stage(q, id).Stage != want; time.Sleep(20 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("%+v, want %s", stage(q, id), want)
		}
	}
}

func TestAQueueWaitsForAPrinterThatTakesOneAtATime(t *testing.T) {
	n := printingtest.Open(t, printingtest.Script(t, "sleep 1"))
	q, l := printing.NewQueue(), printing.New("")
	var mu sync.Mutex
	heard := 0
	q.Watch("test", func() { mu.Lock(); heard++; mu.Unlock() })
	var ends []func() error
	var ids []int
	for _, text := range []string{"one", "two", "three"} {
		id, end := put(t, q, l, n.URI, text)
		ids, ends = append(ids, id), append(ends, end)
	}
	for i, end := range ends {
		if err := end(); err != nil || stage(q, ids[i]).Stage != printing.StageDone {
			t.Errorf("%+v %v", stage(q, ids[i]), err)
		}
	}
	if got := n.Documents(); len(got) != 3 {
		t.Errorf("came out %v", got)
	}
	mu.Lock()
	defer mu.Unlock()
	if heard < 9 {
		t.Errorf("heard of %d changes", heard)
	}
}

func TestWhatAQueueSaysWhileThereIsNoPaperAndWhenSomebodyCancels(t *testing.T) {
	paper := filepath.Join(t.TempDir(), "paper")
	n := printingtest.Open(t, printingtest.Script(t, paperless(paper, "media-empty,media-needed")))
	q, l := printing.NewQueue(), printing.New("")
	first, end := put(t, q, l, n.URI, "first")
	until(t, q, first, printing.StageStopped)
	if e := stage(q, first); seminar.CodeOf(e.Err) != printing.CodeHeld || !e.Stage.Trouble() || e.Seen {
		t.Errorf("%+v", e)
	}
	q.See(first)
	second, refusedEnd := put(t, q, l, n.URI, "second")
	if err := refusedEnd(); seminar.CodeOf(err) != printing.CodePaper || stage(q, second).Stage != printing.StageFailed {
		t.Errorf("%v %+v", err, stage(q, second))
	}
	if err := q.Cancel(t.Context(), l, first); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(paper, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := end(); err != context.Canceled || stage(q, first).Stage != printing.StageCancelled {
		t.Errorf("%v %+v", err, stage(q, first))
	}
	// One that waits for a busy printer is not sent at all once it is cancelled.
	busy := printingtest.Open(t, printingtest.Script(t, "sleep 3"))
	_, firstEnd := put(t, q, l, busy.URI, "before")
	time.Sleep(300 * time.Millisecond)
	waiting, waitingEnd := put(t, q, l, busy.URI, "waiting")
	until(t, q, waiting, printing.StageWaiting)
	time.Sleep(300 * time.Millisecond)
	if err := q.Cancel(t.Context(), l, waiting); err != nil {
		t.Fatal(err)
	}
	if err := waitingEnd(); err == nil || stage(q, waiting).Stage != printing.StageCancelled {
		t.Errorf("%v %+v", err, stage(q, waiting))
	}
	if err := firstEnd(); err != nil || len(busy.Documents()) != 1 {
		t.Errorf("%v, came out %v", err, busy.Documents())
	}
}

func TestAPrinterGoneInTheMiddleLeavesItUnknownInTheQueue(t *testing.T) {
	n := printingtest.Open(t, printingtest.Script(t, "sleep 60"))
	q, l := printing.NewQueue(), printing.New("")
	id, end := put(t, q, l, n.URI, "x")
	until(t, q, id, printing.StagePrinting)
	time.Sleep(time.Second)
	n.Stop()
	if err := end(); seminar.CodeOf(err) != printing.CodeUnknown || stage(q, id).Stage != printing.StageUnknown {
		t.Errorf("%v %+v", err, stage(q, id))
	}
}

func TestMediaNames(t *testing.T) {
	for keyword, want := range map[string]string{"iso_a6_105x148mm": "A6 105 × 148 mm", "na_letter_8.5x11in": "Letter 8.5 × 11 in",
		"custom_lanyard_62x100mm": "62 × 100 mm", "odd": "odd", "": ""} {
		if got := printing.MediaName(keyword); got != want {
			t.Errorf("%s is called %q, want %q", keyword, got, want)
		}
	}
	if strings.Contains(printing.MediaName("na__1x1in"), "_") {
		t.Error("a name of nothing")
	}
}
