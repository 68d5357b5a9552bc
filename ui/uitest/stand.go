// Package uitest stands a page of the window up for a test: over a real workspace, in a window of the toolkit's test
// driver, with all work done at once.
package uitest

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

// Options say what a page stands on. The zero value is the sample in English, light.
type Options struct {
	Language string
	Dark     bool
	Empty    bool // a workspace without a seminar
}

// Stand is a page in a window, with what it told the window.
type Stand struct {
	*testing.T
	Env      *page.Env
	Desk     *desk.Desk
	Store    *sqlite.Store
	Window   fyne.Window
	Of       seminar.ID // the seminar in front
	Now      time.Time
	Side     fyne.CanvasObject // the panel that is open
	Done     []string
	Action   desk.Action // of what was done last
	Failed   []error
	Opened   page.Name
	Saved    string // the file written last
	File     string // that somebody chooses when asked for one
	Restored string
	Settings map[string]string
	Restyled int

	page   page.Page
	root   *fyne.Container
	closed func()
}

// New makes a workspace and an Env over it. The page is put into its window by Show.
func New(t *testing.T, o Options) *Stand {
	t.Helper()
	if o.Language == "" {
		o.Language = "en"
	}
	mode := theme.AlwaysLight
	if o.Dark {
		mode = theme.AlwaysDark
	}
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(mode))
	s := &Stand{T: t, Now: time.Date(2025, 7, 18, 6, 12, 0, 0, time.UTC), Settings: map[string]string{}}
	var err error
	s.Store, err = sqlite.Open(t.Context(), sqlite.Options{Path: filepath.Join(t.TempDir(), "w.lanyard"), Create: true})
	s.No(err)
	t.Cleanup(func() { s.Store.Close() })
	s.Desk = desk.New(desk.Options{Store: s.Store, Keeper: s.Store, Operator: "test", Now: func() time.Time { return s.Now }})
	if !o.Empty {
		s.No(demo.Fill(t.Context(), s.Desk, demo.People, nil))
		s.Of = demo.ID("cooperation-2025")
	}
	s.root = container.NewStack()
	s.Window = test.NewTempWindow(t, s.root)
	s.Window.SetPadded(false)
	s.Window.Resize(fyne.NewSize(1092, 672))
	s.Env = s.env(i18n.Open(o.Language))
	return s
}

func (s *Stand) env(lang *i18n.Lang) *page.Env {
	return &page.Env{Context: context.Background(), Desk: func() *desk.Desk { return s.Desk }, Lang: lang, Run: task.Synchronous{},
		Window: s.Window, Log: slog.New(slog.DiscardHandler), Seminar: s.Seminar,
		SetSeminar: func(id seminar.ID) { s.Of = id; s.page.Show() },
		Done: func(m string, a desk.Action) {
			s.Done = append(s.Done, m)
			if a != "" {
				s.Action = a
			}
			s.changed()
		},
		Fail:    func(err error) { s.Failed = append(s.Failed, err) },
		Changed: s.changed, Undo: s.Undo,
		Open: func(n page.Name, _ seminar.ID) { s.Opened = n },
		SaveFile: func(name string, write func(context.Context, string, task.Progress) error) {
			if s.Saved == "" {
				s.Saved = filepath.Join(s.TempDir(), name)
			}
			s.No(write(context.Background(), s.Saved, func(float64, string) {}))
		},
		OpenFile: func(_ []string, then func(string)) { then(s.File) },
		Panel:    s.setSide,
		Setting:  func(key string) string { return s.Settings[key] },
		SetSetting: func(key, value string) {
			s.Settings[key] = value
			s.No(s.Store.SetSetting(context.Background(), key, value))
		},
		OpenWorkspace: func() { s.Opened = "workspace" }, ShowFolder: func(string) { s.Opened = "folder" },
		Restore: func(path string) { s.Restored = path }, Restyle: func() { s.Restyled++ }}
}

// Seminar is the one in front, as it stands in the workspace.
func (s *Stand) Seminar() seminar.Seminar {
	all, err := s.Desk.Seminars(context.Background())
	s.No(err)
	for _, e := range all {
		if e.ID == s.Of {
			return e
		}
	}
	return seminar.Seminar{}
}

// Show puts a page into the window.
func (s *Stand) Show(p page.Page) {
	s.page = p
	s.root.Objects = []fyne.CanvasObject{p.Content()}
	s.root.Refresh()
	p.Show()
}

func (s *Stand) changed() {
	if c, ok := s.page.(page.Changing); ok {
		c.Changed()
	}
}

func (s *Stand) setSide(o fyne.CanvasObject, closed func()) {
	last := s.closed
	s.Side, s.closed = o, closed
	s.root.Objects = []fyne.CanvasObject{s.page.Content()}
	if o != nil {
		s.root.Add(container.NewBorder(nil, nil, nil, o))
	}
	s.root.Refresh()
	if last != nil {
		last()
	}
}

// Undo takes back what was done last.
func (s *Stand) Undo() {
	s.Helper()
	_, err := s.Desk.Undo(context.Background(), string(s.Action), "")
	s.No(err)
	s.changed()
}

// No ends the test on an error.
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
