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

	"fyne.io/fyne/v2/app"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/workspace"
	"lanyard/ui"
	"lanyard/ui/wedge/glfwkeys"
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
	_, statErr := os.Stat(path)
	log, closeLog := logTo(path)
	defer closeLog()
	ctx := context.Background()
	h := &host{log: log}
	h.open, err = h.take(ctx, path)
	if errors.Is(err, workspace.ErrRaised) {
		return err
	}
	a := app.NewWithID("org.lanyard.desk")
	show := func(d *desk.Desk) {
		h.front.Store(ui.Open(ui.Options{App: a, Desk: d, Log: log, Host: h, Keyboard: glfwkeys.Listen}))
	}
	if err != nil {
		log.Error("open", "path", path, "code", seminar.CodeOf(err), "error", err, "cause", errors.Unwrap(err))
		ui.Refuse(h.refusal(ctx, a, path, err, show))
		if h.open == nil {
			return err
		}
		return h.open.close()
	}
	if sample && os.IsNotExist(statErr) {
		if err := demo.Fill(ctx, h.open.desk, demo.People, nil); err != nil {
			return errors.Join(err, h.open.close())
		}
	}
	for key, value := range settings {
		if *value == "" {
			continue
		}
		if err := h.open.store.SetSetting(ctx, key, *value); err != nil {
			return errors.Join(err, h.open.close())
		}
	}
	show(h.open.desk)
	a.Run()
	return h.open.close()
}

// logTo writes the log beside the workspace; without a place for it, to standard error.
func logTo(path string) (*slog.Logger, func()) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil { // opening says so too, in a sentence
		return slog.New(slog.NewTextHandler(os.Stderr, nil)), func() {}
	}
	f, err := os.OpenFile(path+".log", os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o600)
	if err != nil {
		return slog.New(slog.NewTextHandler(os.Stderr, nil)), func() {}
	}
	return slog.New(slog.NewTextHandler(f, nil)), func() { f.Close() }
}
