package main

import (
	"log/slog"
	"path/filepath"
	"testing"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/workspace"
)

func newHost(t *testing.T) *host {
	t.Helper()
	t.Setenv(workspace.Variable, "")
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	h := &host{log: slog.New(slog.DiscardHandler)}
	var err error
	if h.open, err = h.take(t.Context(), filepath.Join(t.TempDir(), "first.lanyard")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := h.open.close(); err != nil {
			t.Error(err)
		}
	})
	return h
}

func TestAnotherWorkspaceIsClaimedBeforeTheFirstIsLeft(t *testing.T) {
	h := newHost(t)
	first, other := h.open.path, filepath.Join(t.TempDir(), "other.lanyard")
	d, settle, err := h.Open(t.Context(), other)
	if err != nil {
		t.Fatal(err)
	}
	if d.Path() != other {
		t.Errorf("the desk is over %s", d.Path())
	}
	if _, err := workspace.Take(first, nil); err == nil {
		t.Error("the first was left before the window turned")
	}
	settle()
	claim, err := workspace.Take(first, nil)
	if err != nil {
		t.Fatalf("the first is still held: %v", err)
	}
	claim.Release()
	if path, err := workspace.Path(); err != nil || path != other {
		t.Errorf("the next start opens %q, %v", path, err)
	}
}

func TestAWorkspaceOpenElsewhereIsRefused(t *testing.T) {
	h := newHost(t)
	other := filepath.Join(t.TempDir(), "other.lanyard")
	held, err := workspace.Take(other, func() {})
	if err != nil {
		t.Fatal(err)
	}
	defer held.Release()
	if _, _, err := h.Open(t.Context(), other); seminar.CodeOf(err) != seminar.CodeInUse {
		t.Errorf("answered %v", err)
	}
	if _, err := h.open.desk.Seminars(t.Context()); err != nil {
		t.Errorf("the first is no longer open: %v", err)
	}
}

func TestARestoredSnapshotIsWorkedOn(t *testing.T) {
	h := newHost(t)
	if err := demo.Fill(t.Context(), h.open.desk, demo.People, nil); err != nil {
		t.Fatal(err)
	}
	snapshot, err := h.open.store.Snapshot(t.Context(), "by hand")
	if err != nil {
		t.Fatal(err)
	}
	of := demo.ID("cooperation-2025")
	late := desk.Form{Attendee: seminar.Attendee{GivenName: "Late"}, Registration: seminar.Registration{SeminarID: of}}
	before, err := h.open.desk.Register(t.Context(), late)
	if err != nil {
		t.Fatal(err)
	}
	d, aside, err := h.Restore(t.Context(), snapshot.Path)
	if err != nil || aside == "" {
		t.Fatalf("set aside as %q, %v", aside, err)
	}
	if n, err := d.Count(t.Context(), seminar.RosterFilter{SeminarID: of}); err != nil || n != demo.People {
		t.Errorf("%d people, %v", n, err)
	}
	after, err := d.Register(t.Context(), late)
	if err != nil {
		t.Fatal(err)
	}
	if after.Row.BadgeNumber == before.Row.BadgeNumber {
		t.Errorf("the badge number %s was given out twice", after.Row.BadgeNumber)
	}
	broken := filepath.Join(t.TempDir(), "none.lanyard")
	if d, _, err = h.Restore(t.Context(), broken); err == nil || d == nil {
		t.Fatalf("a snapshot that is not there: %v, desk %v", err, d)
	}
	if n, err := d.Count(t.Context(), seminar.RosterFilter{SeminarID: of}); err != nil || n != demo.People+1 {
		t.Errorf("after a restore that failed %d people, %v", n, err)
	}
}
