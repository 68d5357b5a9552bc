package main

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
	"lanyard/internal/workspace"
	"lanyard/ui"
)

// refusal is what the window offers for a workspace that cannot be opened: another one; for a damaged one its newest
// snapshot.
func (h *host) refusal(ctx context.Context, a fyne.App, path string, err error, show func(*desk.Desk)) ui.Refusal {
	open := func(path string) error {
		d, _, err := h.Open(ctx, path)
		if err == nil {
			show(d)
		}
		return err
	}
	r := ui.Refusal{App: a, Path: path, Err: err, Open: open}
	if seminar.CodeOf(err) != seminar.CodeDamaged {
		return r
	}
	kept, err := sqlite.SnapshotsOf(path)
	if err != nil || len(kept) == 0 {
		return r
	}
	r.Snapshot = &kept[0]
	r.Restore = func() error {
		if err := h.replace(ctx, kept[0].Path, path); err != nil {
			return err
		}
		return open(path)
	}
	return r
}

// replace puts a snapshot in the place of a file that nobody has open.
func (h *host) replace(ctx context.Context, snapshot, path string) error {
	claim, err := workspace.Take(path, func() {})
	if err != nil {
		return err
	}
	aside, err := sqlite.Restore(ctx, snapshot, path, time.Now())
	if err == nil {
		h.log.Info("restored", "snapshot", snapshot, "aside", aside)
	}
	return errors.Join(err, claim.Release())
}
