package main

import (
	"os"
	"path/filepath"
	"testing"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// TestADamagedWorkspaceGoesOnWithItsNewestSnapshot scrambles a workspace that has a snapshot and takes what the window
// offers.
func TestADamagedWorkspaceGoesOnWithItsNewestSnapshot(t *testing.T) {
	h := newHost(t)
	if err := demo.Fill(t.Context(), h.open.desk, 3, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := h.open.store.Snapshot(t.Context(), "by hand"); err != nil {
		t.Fatal(err)
	}
	path := h.open.path
	if err := h.open.close(); err != nil {
		t.Fatal(err)
	}
	scrambled := make([]byte, 100_000)
	if err := os.WriteFile(path, scrambled, 0o600); err != nil {
		t.Fatal(err)
	}
	h.open = nil
	_, err := h.take(t.Context(), path)
	if seminar.CodeOf(err) != seminar.CodeDamaged {
		t.Fatalf("%v", err)
	}
	var shown *desk.Desk
	r := h.refusal(t.Context(), nil, path, err, func(d *desk.Desk) { shown = d })
	if r.Snapshot == nil {
		t.Fatal("the snapshot is not offered")
	}
	if err := r.Restore(); err != nil {
		t.Fatal(err)
	}
	if n, err := shown.Count(t.Context(), seminar.RosterFilter{SeminarID: demo.ID("cooperation-2025")}); err != nil || n < 3 {
		t.Errorf("%d people, %v", n, err)
	}
	asides, err := filepath.Glob(path + ".*.aside")
	if err != nil || len(asides) != 1 {
		t.Fatalf("set aside: %v, %v", asides, err)
	}
	if kept, err := os.ReadFile(asides[0]); err != nil || len(kept) != len(scrambled) {
		t.Errorf("the damaged file was not kept: %d bytes, %v", len(kept), err)
	}
}

func TestAForeignFileIsOfferedNoSnapshot(t *testing.T) {
	h := newHost(t)
	path := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(path, []byte("Name\nLeyla\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := h.take(t.Context(), path)
	if r := h.refusal(t.Context(), nil, path, err, nil); r.Snapshot != nil || seminar.CodeOf(err) != seminar.CodeForeign {
		t.Errorf("%v, snapshot %v", err, r.Snapshot)
	}
}
