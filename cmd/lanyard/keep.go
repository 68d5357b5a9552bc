package main

import (
	"context"
	"log/slog"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/filing"
)

// snapshotEvery is how often a workspace that changes is copied.
const snapshotEvery = 10 * time.Minute

// checkAfter is how long after a start the file is looked over: the first scan of the day comes before.
const checkAfter = 5 * time.Second

// abandoned is how old a temporary file is that no program is still at work on.
const abandoned = time.Hour

// keep looks the file over once the window is at rest, tells of damage, renews what another version or language has
// sorted, and takes a snapshot every ten minutes in which anything changed.
func keep(ctx context.Context, d *desk.Desk, log *slog.Logger, tell func(error)) {
	select {
	case <-ctx.Done():
		return
	case <-time.After(checkAfter):
	}
	filing.Sweep("", d.Now().Add(-abandoned))
	if checker, ok := d.Store.(interface{ QuickCheck(context.Context) error }); ok {
		if err := checker.QuickCheck(ctx); err != nil && ctx.Err() == nil {
			tell(err)
		}
	}
	if _, err := d.Renew(ctx, nil); err != nil && ctx.Err() == nil {
		log.Error("renew", "error", err)
		tell(err)
	}
	tidy(ctx, d, log)
	last, _ := newest(ctx, d)
	beat := time.NewTicker(snapshotEvery)
	defer beat.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-beat.C:
		}
		now, err := newest(ctx, d)
		if err != nil || now == last {
			continue
		}
		if _, err := d.Keeper().Snapshot(ctx, "ten minutes"); err != nil {
			log.Error("snapshot", "error", err)
			continue
		}
		last = now
		tidy(ctx, d, log)
	}
}

// tidy keeps searches quick after an import.
func tidy(ctx context.Context, d *desk.Desk, log *slog.Logger) {
	if err := d.Keeper().Tidy(ctx); err != nil && ctx.Err() == nil {
		log.Error("tidy", "error", err)
	}
}

// newest is the last operation of the journal.
func newest(ctx context.Context, d *desk.Desk) (string, error) {
	ops, err := d.Operations(ctx, desk.OperationFilter{Limit: 1})
	if err != nil || len(ops) == 0 {
		return "", err
	}
	return ops[0].ID, nil
}
