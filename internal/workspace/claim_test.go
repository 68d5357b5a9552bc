package workspace_test

import (
	"errors"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"lanyard/internal/seminar"
	"lanyard/internal/workspace"
)

func TestSecondStartBringsTheFirstWindowForward(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.lanyard")
	var raised atomic.Int32
	first, err := workspace.Take(path, func() { raised.Add(1) })
	if err != nil {
		t.Fatal(err)
	}
	if _, err := workspace.Take(path, func() {}); !errors.Is(err, workspace.ErrRaised) {
		t.Fatalf("a second window: %v, want ErrRaised", err)
	}
	if raised.Load() != 1 {
		t.Fatalf("raised %d times, want 1", raised.Load())
	}
	if err := first.Release(); err != nil {
		t.Fatal(err)
	}
	second, err := workspace.Take(path, func() {})
	if err != nil {
		t.Fatalf("after the first was closed: %v", err)
	}
	second.Release()
}

func TestWithoutAWindowTheWorkspaceIsInUse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "w.lanyard")
	held, err := workspace.Take(path, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer held.Release()
	if _, err := workspace.Take(path, func() {}); seminar.CodeOf(err) != seminar.CodeInUse {
		t.Fatalf("error %v, want code %s", err, seminar.CodeInUse)
	}
}

func TestPathFollowsTheEnvironment(t *testing.T) {
	t.Setenv(workspace.Variable, "/somewhere/else.lanyard")
	if p, err := workspace.Path(); err != nil || p != "/somewhere/else.lanyard" {
		t.Fatalf("Path() = %q, %v", p, err)
	}
	t.Setenv(workspace.Variable, "")
	t.Setenv("XDG_DATA_HOME", "/data")
	if p, err := workspace.Path(); err != nil || p != "/data/lanyard/workspace.lanyard" {
		t.Fatalf("Path() = %q, %v", p, err)
	}
}

func TestTheWorkspaceLastOpenedIsMeantWhileItIsThere(t *testing.T) {
	dir := t.TempDir()
	t.Setenv(workspace.Variable, "")
	t.Setenv("XDG_DATA_HOME", dir)
	own := filepath.Join(dir, "lanyard", "workspace.lanyard")
	other := filepath.Join(dir, "other.lanyard")
	if err := os.WriteFile(other, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := workspace.Remember(other); err != nil {
		t.Fatal(err)
	}
	if p, err := workspace.Path(); err != nil || p != other {
		t.Fatalf("Path() = %q, %v, want %q", p, err, other)
	}
	if err := os.Remove(other); err != nil {
		t.Fatal(err)
	}
	if p, err := workspace.Path(); err != nil || p != own {
		t.Fatalf("without the file Path() = %q, %v, want %q", p, err, own)
	}
}
