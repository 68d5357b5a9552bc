// Package pagetest puts one page of the window over a real workspace, so that a test can do what a user does and look at
// what the database, the files and the screen say afterwards.
package pagetest

import (
	"context"
	"image/png"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
)

// Options are what a stand is made with.
type Options struct {
	Language string // "" is English
	Dark     bool
	People   int // of the sample; 0 is an empty workspace
	// Seminar is what stands in a workspace without the sample; the zero value is nothing.
	Seminar seminar.Seminar
}

// Stand is a page in a window of 1280×720 without the rail and the header.
type Stand struct {
	*testing.T
	Desk   *desk.Desk
	Window fyne.Window
	Of     seminar.ID // the seminar in front
	Now    time.Time  // the desk's clock
	Lang   *i18n.Lang

	Side   fyne.CanvasObject // the panel that is open
	Done   []string          // what the page said was done
	Action desk.Action       // the last that can be undone
	Failed []error
	Opened page.Name // the page that was asked for
	Saved  string    // the path of the last file that was asked for
	ToOpen string    // the path that a user picks when asked for a file
	Cancel bool      // a user cancels while a file is being written

	page   page.Page
	root   *fyne.Container
	closed func() // of the panel that is open
}

// New puts a page in a window.
func New(t *testing.T, o Options, open func(*page.Env) page.Page) *Stand {
	t.Helper()
	app := test.NewTempApp(t)
	mode := theme.AlwaysLight
	if o.Dark {
		mode = theme.AlwaysDark
	}
	app.Settings().SetTheme(theme.New(mode))
	if o.Language == "" {
		o.Language = "en"
	}
	// The evening of the sample's day: everybody has come and gone.
	s := &Stand{T: t, Now: time.Date(2025, 7, 18, 15, 0, 0, 0, time.UTC), Lang: i18n.Open(o.Language)}
	ctx := context.Background()
	store, err := sqlite.Open(ctx, sqlite.Options{Path: filepath.Join(t.TempDir(), "w.lanyard"), Create: true})
	s.No(err)
	t.Cleanup(func() { store.Close() })
	s.Desk = desk.New(desk.Options{Store: store, Keeper: store, Operator: "Günel", Now: func() time.Time { return s.Now }})
	var event seminar.Seminar
	switch {
	case o.People > 0:
		s.No(demo.Fill(ctx, s.Desk, o.People, nil))
		event, err = s.Desk.Seminar(ctx, demo.ID("cooperation-2025"))
	case len(o.Seminar.Titles) > 0:
		event, _, err = s.Desk.AddSeminar(ctx, o.Seminar)
	}
	s.No(err)
	s.Of = event.ID
	settings := map[string]string{}
	s.Window = test.NewTempWindow(t, container.NewStack())
	s.page = open(&page.Env{Context: ctx, Desk: func() *desk.Desk { return s.Desk }, Lang: s.Lang, Run: task.Synchronous{},
		Window: s.Window, Log: slog.New(slog.DiscardHandler), Seminar: func() seminar.Seminar { return event },
		Done: func(m string, a desk.Action) {
			s.Done, s.Action = append(s.Done, m), a
			s.Changed()
		},
		Fail:    func(err error) { s.Failed = append(s.Failed, err) },
		Changed: s.Changed, Undo: s.Undo,
		Open:     func(n page.Name, _ seminar.ID) { s.Opened = n },
		SaveFile: s.saveFile,
		OpenFile: func(_ []string, then func(string)) { then(s.ToOpen) },
		Panel:    s.panel,
		Setting:  func(k string) string { return settings[k] }, SetSetting: func(k, v string) { settings[k] = v },
	})
	s.root = container.NewStack(s.page.Content())
	s.Window.SetContent(s.root)
	s.Window.SetPadded(false)
	s.Window.Resize(fyne.NewSize(1092, 672))
	s.page.Show()
	return s
}

// Changed tells the page that the workspace changed.
func (s *Stand) Changed() {
	if c, ok := s.page.(page.Changing); ok {
		c.Changed()
	}
}

// Undo reverses the last action that the page announced.
func (s *Stand) Undo() {
	s.Helper()
	_, err := s.Desk.Undo(context.Background(), string(s.Action), "")
	s.No(err)
	s.Changed()
}

func (s *Stand) saveFile(name string, write func(context.Context, string, task.Progress) error) {
	s.Saved = filepath.Join(s.TempDir(), name)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	if err := write(ctx, s.Saved, func(float64, string) {
		if s.Cancel {
			cancel()
		}
	}); err != nil {
		s.Failed = append(s.Failed, err)
	}
}

func (s *Stand) panel(o fyne.CanvasObject, closed func()) {
	if before := s.closed; before != nil {
		s.closed = nil
		before()
	}
	s.Side, s.closed = o, closed
	s.root.Objects = []fyne.CanvasObject{s.page.Content()}
	if o != nil {
		s.root.Add(container.NewBorder(nil, nil, nil, o))
	}
	s.root.Refresh()
}

// No fails the test at once for an error.
func (s *Stand) No(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// Picture keeps a picture of the window when LANYARD_GALLERY names a folder.
func (s *Stand) Picture(name string) {
	dir := os.Getenv("LANYARD_GALLERY")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	s.No(err)
	defer f.Close()
	s.No(png.Encode(f, s.Window.Canvas().Capture()))
}
