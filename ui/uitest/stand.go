// Package uitest stands a page of the window up for a test: over a real workspace, in a window of the toolkit's test
// driver, so that a test can do what a user does and look at what the database, the files and the screen say afterwards.
package uitest

import (
	"context"
	"errors"
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
	"lanyard/internal/fontfile"
	"lanyard/internal/i18n"
	"lanyard/internal/printing"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
	"lanyard/ui/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Options say what a page stands on. The zero value is the sample in English, light, on the morning of its day.
type Options struct {
	Language string
	Dark     bool
	Evening  bool // everybody has come and gone
	Empty    bool // a workspace without a seminar
	// Seminar is what stands in a workspace without the sample; the zero value is nothing.
	Seminar seminar.Seminar
}

// Stand is a page in a window of 1280×720 without the rail and the header, with what it told the window.
type Stand struct {
	Hands
	Env   *page.Env
	Lang  *i18n.Lang
	Desk  *desk.Desk
	Store *sqlite.Store
	Of    seminar.ID // the seminar in front
	Now   time.Time  // the desk's clock

	Side     fyne.CanvasObject // the panel that is open
	Done     []string          // what the page said was done
	Action   desk.Action       // the last that can be undone
	Failed   []error
	Opened   page.Name // the page that was asked for
	Restored string
	Settings map[string]string
	Restyled int
	Heard    []widgets.Kind // sounds, in their order
	Greeted  []desk.ScanAnswer
	Asked    []seminar.Role // who was asked to sign in for one action
	Granted  *desk.Desk     // in the hands of who does; nil: nobody
	// Announced are the answers to scans that the window was told.
	Announced []widgets.Answer

	SaveTo string // the path that somebody chooses for a file to write; "" is the suggested name in a folder of its own
	Saved  string // the path of the last file that was written
	Cancel bool   // somebody cancels while a file is being written
	File   string // that somebody chooses when asked for one to read

	Hold bool     // work waits in Held, as it does while the disk is slow
	Held []func() // see Release

	page   page.Page
	root   *fyne.Container
	closed func()         // of the panel that is open
	before fyne.Focusable // had the focus when the panel opened
}

// Open makes a workspace and shows a page of the window over it. What goes wrong on the page fails the test, unless
// somebody cancels it.
func Open[P page.Page](t *testing.T, o Options, make func(*page.Env) P) (*Stand, P) {
	t.Helper()
	s := New(t, o)
	p := make(s.Env)
	s.Show(p)
	t.Cleanup(func() {
		if len(s.Failed) > 0 && !s.Cancel {
			t.Errorf("the page failed: %v", s.Failed)
		}
	})
	return s, p
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
	s := &Stand{Hands: Hands{T: t}, Lang: i18n.Open(o.Language), Now: time.Date(2025, 7, 18, 6, 12, 0, 0, time.UTC), Settings: map[string]string{}}
	if o.Evening {
		s.Now = time.Date(2025, 7, 18, 15, 0, 0, 0, time.UTC)
	}
	s.fill(o)
	s.root = container.NewStack()
	s.Window = test.NewTempWindow(t, s.root)
	s.Window.SetPadded(false)
	s.Window.Resize(fyne.NewSize(1092, 672))
	s.Env = s.env()
	return s
}

// fill opens a workspace with what it holds.
func (s *Stand) fill(o Options) {
	s.Helper()
	var err error
	s.Store, err = sqlite.Open(s.Context(), sqlite.Options{Path: filepath.Join(s.TempDir(), "w.lanyard"), Create: true})
	s.No(err)
	s.Cleanup(func() { s.Store.Close() })
	s.Desk = desk.New(desk.Options{Store: s.Store, Keeper: s.Store, Operator: "Günel", Now: func() time.Time { return s.Now }})
	switch {
	case o.Empty:
	case len(o.Seminar.Titles) > 0:
		added, _, err := s.Desk.AddSeminar(s.Context(), o.Seminar)
		s.No(err)
		s.Of = added.ID
	default:
		s.No(demo.Fill(s.Context(), s.Desk, demo.People, nil))
		s.Of = demo.ID("cooperation-2025")
	}
}

// env is the window as the page knows it.
func (s *Stand) env() *page.Env {
	return &page.Env{Context: context.Background(), Desk: func() *desk.Desk { return s.Desk }, Lang: s.Lang, Run: s,
		Window: s.Window, Log: slog.New(slog.DiscardHandler), Seminar: s.Seminar,
		SetSeminar: func(id seminar.ID) { s.Of = id; s.page.Show() },
		Done: func(m string, a desk.Action) {
			s.Done = append(s.Done, m)
			if a != "" {
				s.Action = a
			}
			s.Changed()
		},
		Fail: func(err error) {
			if !errors.Is(err, context.Canceled) {
				s.Failed = append(s.Failed, err)
			}
		},
		Grant: func(role seminar.Role, then func(*desk.Desk), stop func()) {
			s.Asked = append(s.Asked, role)
			if s.Granted == nil {
				stop()
				return
			}
			then(s.Granted)
		},
		OperatorsChanged: func(in *desk.Desk) {
			if in != nil {
				s.Desk = in
			}
		},
		Changed: s.Changed, Undo: s.Undo, Undone: func(desk.Action) {},
		Open:     func(n page.Name, _ seminar.ID) { s.Opened = n },
		SaveFile: s.saveFile, Fonts: fontfile.Folder(filepath.Join(s.TempDir(), "fonts")),
		Announce: func(a widgets.Answer) { s.Announced = append(s.Announced, a) },
		Attend:   func() { s.Opened = page.Desk; s.page.Show() },
		OpenFile: func(_ []string, then func(string)) { then(s.File) },
		Panel:    s.panel, Leaving: s.leaving,
		Printing: printing.New("127.0.0.1:1"), // where nobody listens; an address of its own reaches a printer all the same
		Prints:   printing.NewQueue(),
		Setting:  func(key string) string { return s.Settings[key] },
		SetSetting: func(key, value string) {
			s.Settings[key] = value
			s.No(s.Store.SetSetting(context.Background(), key, value))
		},
		OpenWorkspace: func() { s.Opened = "workspace" }, ShowFolder: func(string) { s.Opened = "folder" },
		Greet: func(a desk.ScanAnswer) { s.Greeted = append(s.Greeted, a) }, Sound: func(k widgets.Kind) { s.Heard = append(s.Heard, k) }, Restore: func(path string) { s.Restored = path }, Restyle: func() { s.Restyled++ }}
}

// Show puts a page into the window.
func (s *Stand) Show(p page.Page) {
	s.page = p
	s.root.Objects = []fyne.CanvasObject{p.Content()}
	s.root.Refresh()
	p.Show()
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

// Changed tells the page that the workspace changed.
func (s *Stand) Changed() {
	if c, ok := s.page.(page.Changing); ok {
		c.Changed()
	}
}

// Unasked takes the sample's own questions away, for a test of other ones.
func (s *Stand) Unasked() {
	s.Helper()
	all, err := s.Desk.Questions(s.Context(), s.Of)
	s.No(err)
	for _, q := range all {
		_, err := s.Desk.Remove(s.Context(), seminar.EntityQuestion, q.ID)
		s.No(err)
	}
	s.Changed()
}

// Unlimited has nobody wait for a place in the sample.
func (s *Stand) Unlimited() {
	s.Helper()
	event := s.Seminar()
	event.WaitingList = false
	_, err := s.Desk.SaveSeminar(s.Context(), event)
	s.No(err)
	s.Changed()
}

// Tick tells the page that two seconds went by.
func (s *Stand) Tick() {
	if c, ok := s.page.(page.Clocked); ok {
		c.Tick()
	}
}

// Undo takes back what was done last.
func (s *Stand) Undo() {
	s.Helper()
	_, err := s.Desk.Undo(context.Background(), string(s.Action), "")
	s.No(err)
	s.Changed()
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
