package sqlite_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
)

var ctx = context.Background()

// open makes a new workspace in a folder of the test's own.
func open(t testing.TB) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(ctx, sqlite.Options{Path: filepath.Join(t.TempDir(), "w.lanyard"), Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// sample makes a workspace with the sample seminar and n people.
func sample(t testing.TB, n int) (*sqlite.Store, *desk.Desk) {
	t.Helper()
	s := open(t)
	d := desk.New(desk.Options{Store: s, Keeper: s, Operator: "test"})
	if err := demo.Fill(ctx, d, n, nil); err != nil {
		t.Fatal(err)
	}
	return s, d
}

func TestTheReadersCannotWrite(t *testing.T) {
	s := open(t)
	if err := sqlite.WriteThroughReaders(ctx, s); err == nil {
		t.Fatal("a write went through the read pool")
	}
}

func TestSnapshotAndRestoreBeginANewIncarnation(t *testing.T) {
	s, d := sample(t, 20)
	shot, err := s.Snapshot(ctx, "before lunch")
	if err != nil {
		t.Fatal(err)
	}
	of := demo.ID("cooperation-2025")
	if _, err := d.Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Late"}, Registration: seminar.Registration{SeminarID: of}}); err != nil {
		t.Fatal(err)
	}
	before, _ := s.Identity(ctx)
	path := s.Path()
	s.Close()
	aside, err := sqlite.Restore(ctx, shot.Path, path, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(aside); err != nil {
		t.Errorf("what stood there is gone: %v", err)
	}
	again, err := sqlite.Open(ctx, sqlite.Options{Path: path})
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	now, _ := again.Identity(ctx)
	if now.Incarnation == before.Incarnation || now.Incarnation == "" {
		t.Errorf("incarnation %q after %q", now.Incarnation, before.Incarnation)
	}
	n, err := again.Count(ctx, seminar.RosterFilter{SeminarID: of})
	if err != nil || n != 20 {
		t.Errorf("%d people, %v", n, err)
	}
	next, err := desk.New(desk.Options{Store: again}).Register(ctx, desk.Form{Attendee: seminar.Attendee{GivenName: "Later"}, Registration: seminar.Registration{SeminarID: of}})
	if err != nil || next.Row.BadgeNumber != "A-022" {
		t.Errorf("badge number %s, %v: A-021 was given out before the restore", next.Row.BadgeNumber, err)
	}
}

func TestAtMost24SnapshotsAreKept(t *testing.T) {
	s := open(t)
	for range 26 {
		if _, err := s.Snapshot(ctx, "test"); err != nil {
			t.Fatal(err)
		}
	}
	all, err := s.Snapshots(ctx)
	if err != nil || len(all) != 24 {
		t.Errorf("%d snapshots, %v", len(all), err)
	}
}
