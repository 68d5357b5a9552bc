package deskpage_test

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
	"lanyard/ui/page/deskpage"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// stand is a page in a window over a real workspace with the sample in it, at a moment of the seminar's day.
type stand struct {
	*testing.T
	page   *deskpage.Page
	desk   *desk.Desk
	window fyne.Window
	of     seminar.ID
	now    time.Time
	side   fyne.CanvasObject // the panel that is open
	done   []string
	action desk.Action
	failed []error
	opened page.Name
	later  []func()
	root   *fyne.Container
	saved  string
	hold   bool // work waits in held, as it does while the disk is slow
	held   []func()
}

func newStand(t *testing.T, language string, mode theme.Mode, people int) *stand {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(mode))
	s := &stand{T: t, now: time.Date(2025, 7, 18, 6, 12, 0, 0, time.UTC)}
	ctx := context.Background()
	store, err := sqlite.Open(ctx, sqlite.Options{Path: filepath.Join(t.TempDir(), "w.lanyard"), Create: true})
	s.no(err)
	t.Cleanup(func() { store.Close() })
	s.desk = desk.New(desk.Options{Store: store, Keeper: store, Operator: "test", Now: func() time.Time { return s.now }})
	event := seminar.Seminar{}
	if people > 0 {
		s.no(demo.Fill(ctx, s.desk, people, nil))
		s.of = demo.ID("cooperation-2025")
		event, err = s.desk.Seminar(ctx, s.of)
		s.no(err)
	}
	settings := map[string]string{}
	s.window = test.NewTempWindow(t, container.NewStack())
	env := &page.Env{Context: ctx, Desk: func() *desk.Desk { return s.desk }, Lang: i18n.Open(language), Run: s,
		Window: s.window, Log: slog.New(slog.DiscardHandler), Seminar: func() seminar.Seminar { return event },
		Done:    func(m string, a desk.Action) { s.done, s.action = append(s.done, m), a },
		Fail:    func(err error) { s.failed = append(s.failed, err) },
		Changed: func() {}, Undo: func() {},
		Open: func(n page.Name, _ seminar.ID) { s.opened = n },
		SaveFile: func(name string, write func(context.Context, string, task.Progress) error) {
			s.saved = filepath.Join(t.TempDir(), name)
			s.no(write(ctx, s.saved, func(float64, string) {}))
		},
		Panel:      func(o fyne.CanvasObject, _ func()) { s.setSide(o) },
		Setting:    func(k string) string { return settings[k] },
		SetSetting: func(k, v string) { settings[k] = v },
	}
	s.page = deskpage.New(env)
	s.page.After = func(_ time.Duration, f func()) { s.later = append(s.later, f) }
	s.root = container.NewStack(s.page.Content())
	s.window.SetContent(s.root)
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(1092, 672))
	s.page.Show()
	return s
}

// Go implements task.Runner.
func (s *stand) Go(work, done func()) {
	if s.hold {
		s.held = append(s.held, func() { task.Synchronous{}.Go(work, done) })
		return
	}
	task.Synchronous{}.Go(work, done)
}

// UI implements task.Runner.
func (s *stand) UI(f func()) { f() }

// release does the work that waits, and what comes of it.
func (s *stand) release() {
	for len(s.held) > 0 {
		next := s.held[0]
		s.held = s.held[1:]
		next()
	}
}

func (s *stand) setSide(o fyne.CanvasObject) {
	s.side = o
	s.root.Objects = []fyne.CanvasObject{s.page.Content()}
	if o != nil {
		s.root.Add(container.NewBorder(nil, nil, nil, o))
	}
	s.root.Refresh()
}

func (s *stand) no(err error) {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
}

// write types letters where the focus is; press a key.
func (s *stand) write(text string) {
	s.Helper()
	f := s.window.Canvas().Focused()
	if f == nil {
		s.Fatal("nothing has the focus")
	}
	for _, r := range text {
		f.TypedRune(r)
	}
}

func (s *stand) press(keys ...fyne.KeyName) {
	s.Helper()
	for _, k := range keys {
		f := s.window.Canvas().Focused()
		if f == nil {
			s.Fatal("nothing has the focus")
		}
		f.TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// scan is what a scanner types.
func (s *stand) scan(code string) { s.Helper(); s.write(code); s.press(fyne.KeyReturn) }

func (s *stand) bind(key fyne.KeyName) {
	s.Helper()
	for _, b := range s.page.Bindings() {
		if b.Shortcut != nil && b.Shortcut.Key() == key {
			b.Do()
			return
		}
	}
	s.Fatalf("no binding for %s", key)
}

// find gives the widgets of a type that are shown.
func find[T fyne.CanvasObject](s *stand) []T {
	var all []T
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		if t, ok := o.(T); ok {
			all = append(all, t)
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				walk(c)
			}
		}
	}
	walk(s.root)
	return all
}

func (s *stand) answer() widgets.Answer {
	s.Helper()
	panels := find[*widgets.AnswerPanel](s)
	if len(panels) != 1 {
		s.Fatalf("%d answer panels are shown", len(panels))
	}
	return panels[0].Answer
}

func (s *stand) someone(arrived bool) seminar.RosterRow {
	s.Helper()
	list, err := s.desk.FindList(context.Background(), s.of, "")
	s.no(err)
	rows, err := s.desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.of, ListID: list.ID, Arrived: &arrived,
		Status: []seminar.Status{seminar.Confirmed}, Limit: 1})
	s.no(err)
	if len(rows) == 0 {
		s.Fatal("nobody")
	}
	return rows[0]
}

// picture keeps a picture of the window when LANYARD_GALLERY names a folder.
func (s *stand) picture(name string) {
	dir := os.Getenv("LANYARD_GALLERY")
	if dir == "" {
		return
	}
	f, err := os.Create(filepath.Join(dir, name+".png"))
	s.no(err)
	defer f.Close()
	s.no(png.Encode(f, s.window.Canvas().Capture()))
}
