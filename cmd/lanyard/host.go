package main

import (
	"context"
	"errors"
	"log/slog"
	"sync/atomic"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
	"lanyard/internal/workspace"
	"lanyard/ui"
)

// host holds the workspace that the window is open on. Its methods are called one at a time.
type host struct {
	log   *slog.Logger
	front atomic.Pointer[ui.Window]
	open  *opened
}

// opened is one workspace: claimed, open, and looked after.
type opened struct {
	path  string
	claim *workspace.Claim
	store *sqlite.Store
	desk  *desk.Desk
	rest  func() // ends what looks after it, and waits for that
}

// take claims a workspace and opens it.
func (h *host) take(ctx context.Context, path string) (*opened, error) {
	claim, err := workspace.Take(path, func() {
		if w := h.front.Load(); w != nil {
			w.Raise()
		}
	})
	if err != nil {
		return nil, err
	}
	o := &opened{path: path, claim: claim}
	if err := h.start(ctx, o); err != nil {
		return nil, errors.Join(err, claim.Release())
	}
	return o, nil
}

// start opens the file of a workspace that is claimed.
func (h *host) start(ctx context.Context, o *opened) error {
	store, err := sqlite.Open(ctx, sqlite.Options{Path: o.path, Create: true, Language: i18n.Open("").Tag()})
	if err != nil {
		return err
	}
	o.store, o.desk = store, desk.New(desk.Options{Store: store, Keeper: store, Log: h.log})
	keeping, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { defer close(done); keep(keeping, o.desk, h.log, h.tell) }()
	o.rest = func() { stop(); <-done }
	return nil
}

// tell says in the window what was found behind it.
func (h *host) tell(err error) {
	if w := h.front.Load(); w != nil {
		w.Tell(err)
	}
}

// stop closes the file; the claim stays.
func (o *opened) stop() error { o.rest(); return o.store.Close() }

// close lets the workspace go.
func (o *opened) close() error { return errors.Join(o.stop(), o.claim.Release()) }

// Open implements ui.Host.
func (h *host) Open(ctx context.Context, path string) (*desk.Desk, func(), error) {
	next, err := h.take(ctx, path)
	if errors.Is(err, workspace.ErrRaised) {
		err = seminar.Errorf(seminar.CodeInUse, "This file is open in another window, which was brought forward.")
	}
	if err != nil {
		return nil, nil, err
	}
	if err := workspace.Remember(path); err != nil {
		h.log.Error("remember", "path", path, "error", err)
	}
	before := h.open
	h.open = next
	return next.desk, func() {
		if before == nil {
			return
		}
		if err := before.close(); err != nil {
			h.log.Error("close", "path", before.path, "error", err)
		}
	}, nil
}

// Restore implements ui.Host.
func (h *host) Restore(ctx context.Context, snapshot string) (*desk.Desk, string, error) {
	if err := h.open.stop(); err != nil {
		h.log.Error("close", "path", h.open.path, "error", err)
	}
	aside, err := sqlite.Restore(ctx, snapshot, h.open.path, time.Now())
	if again := h.start(ctx, h.open); again != nil {
		return nil, aside, errors.Join(err, again)
	}
	return h.open.desk, aside, err
}
