package ui_test

import (
	"context"
	"log/slog"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2/test"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/sqlite"
	"lanyard/ui"
	"lanyard/ui/task"
)

// record keeps what a log says at its worst.
type record struct {
	slog.Handler
	t *testing.T
}

func (r record) Enabled(_ context.Context, level slog.Level) bool { return level >= slog.LevelWarn }

func (r record) Handle(_ context.Context, rec slog.Record) error {
	rec.Attrs(func(a slog.Attr) bool {
		r.t.Errorf("logged: %s %s", rec.Message, a)
		return true
	})
	return nil
}

// TestEveryPageOpens opens each page on the sample and on an empty workspace, in every language, light and dark; an
// error that a page would tell the desk fails it.
func TestEveryPageOpens(t *testing.T) {
	ctx := context.Background()
	for _, people := range []int{0, demo.People} {
		for _, look := range [][2]string{{"en", "light"}, {"az", "dark"}, {"x-long", "light"}, {"x-rtl", "light"}} {
			store, err := sqlite.Open(ctx, sqlite.Options{Path: filepath.Join(t.TempDir(), "w.lanyard"), Create: true})
			if err != nil {
				t.Fatal(err)
			}
			d := desk.New(desk.Options{Store: store, Keeper: store})
			if people > 0 {
				if err := demo.Fill(ctx, d, people, nil); err != nil {
					t.Fatal(err)
				}
			}
			for key, value := range map[string]string{"language": look[0], "theme": look[1]} {
				if err := store.SetSetting(ctx, key, value); err != nil {
					t.Fatal(err)
				}
			}
			app := test.NewTempApp(t)
			w := ui.Open(ui.Options{App: app, Desk: d, Log: slog.New(record{slog.DiscardHandler, t}), Run: task.Synchronous{}})
			for _, name := range ui.PageNames() {
				w.GoTo(name)
				if size := w.MinSize(); size.Width > 1280 || size.Height > 720 {
					t.Errorf("%s in %s needs %v; a desk's screen may have 1280×720", name, look[0], size)
				}
				w.Unfold()
				if size := w.MinSize(); size.Width > 1280 || size.Height > 720 {
					t.Errorf("%s in %s, with its panel and selection, needs %v", name, look[0], size)
				}
			}
			w.Close()
			if err := store.Close(); err != nil {
				t.Error(err)
			}
		}
	}
}
