// Command lanyard is the registration desk: one window on one workspace.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync/atomic"

	"fyne.io/fyne/v2/app"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
	"lanyard/internal/workspace"
	"lanyard/ui"
)

func main() {
	path := flag.String("workspace", "", "the database file (or "+workspace.Variable+"; else the user's own)")
	sample := flag.Bool("sample", false, "fill a workspace that is not there yet with the sample seminar")
	settings := map[string]*string{
		"theme":    flag.String("theme", "", "system, light or dark; kept for the next time"),
		"language": flag.String("language", "", "the interface's language (en, az); kept for the next time"),
	}
	flag.Parse()
	if err := run(*path, *sample, settings); err != nil && !errors.Is(err, workspace.ErrRaised) {
		fmt.Fprintln(os.Stderr, "lanyard:", err)
		os.Exit(1)
	}
}

func run(path string, sample bool, settings map[string]*string) error {
	if path == "" {
		var err error
		if path, err = workspace.Path(); err != nil {
			return err
		}
	}
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	var front atomic.Pointer[ui.Window]
	claim, err := workspace.Take(path, func() {
		if w := front.Load(); w != nil {
			w.Raise()
		}
	})
	if err != nil {
		return err
	}
	defer claim.Release()
	log, closeLog := logTo(path)
	defer closeLog()
	a := app.NewWithID("org.lanyard.desk")
	d, store, err := open(path, sample, log)
	if err != nil {
		log.Error("open", "path", path, "code", seminar.CodeOf(err), "error", err, "cause", errors.Unwrap(err))
		ui.Refuse(a, path, err)
		return err
	}
	defer store.Close()
	for key, value := range settings {
		if *value == "" {
			continue
		}
		if err := store.SetSetting(context.Background(), key, *value); err != nil {
			return err
		}
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	go keep(ctx, d, log)
	front.Store(ui.Open(ui.Options{App: a, Desk: d, Log: log}))
	a.Run()
	return nil
}

// open opens the workspace, made and filled where there is none.
func open(path string, sample bool, log *slog.Logger) (*desk.Desk, *sqlite.Store, error) {
	ctx := context.Background()
	_, statErr := os.Stat(path)
	store, err := sqlite.Open(ctx, sqlite.Options{Path: path, Create: true})
	if err != nil {
		return nil, nil, err
	}
	d := desk.New(desk.Options{Store: store, Keeper: store, Log: log})
	if sample && os.IsNotExist(statErr) {
		if err := demo.Fill(ctx, d, demo.People, nil); err != nil {
			return nil, nil, errors.Join(err, store.Close())
		}
	}
	return d, store, nil
}

// logTo writes the log beside the workspace; without a place for it, to standard error.
func logTo(path string) (*slog.Logger, func()) {
	f, err := os.OpenFile(path+".log", os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return slog.New(slog.NewTextHandler(os.Stderr, nil)), func() {}
	}
	return slog.New(slog.NewTextHandler(f, nil)), func() { f.Close() }
}
