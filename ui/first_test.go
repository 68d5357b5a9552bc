package ui_test

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
	"lanyard/ui"
	"lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/uitest"
	"lanyard/ui/wedge"
	"lanyard/ui/widgets"
)

// house is a window over a workspace, and the program around it.
type house struct {
	uitest.Hands
	*ui.Window
	desk    *desk.Desk
	store   *sqlite.Store
	settled int
	ahead   time.Duration   // of the desk's clock
	keys    *wedge.Detector // hears the keys of the window
}

func newHouse(t *testing.T, people int, language string) *house {
	t.Helper()
	h := &house{Hands: uitest.Hands{T: t}}
	h.take(filepath.Join(t.TempDir(), "w.lanyard"))
	if people > 0 {
		h.no(demo.Fill(t.Context(), h.desk, people, nil))
	}
	h.no(h.store.SetSetting(t.Context(), "language", language))
	h.Window = ui.Open(ui.Options{App: test.NewTempApp(t), Desk: h.desk, Host: h, Log: slog.New(record{slog.DiscardHandler, t}), Run: task.Synchronous{},
		Keyboard: func(_ fyne.Window, d *wedge.Detector, _ <-chan struct{}) bool { h.keys = d; return true }})
	h.Hands.Window = h.Fyne()
	h.Fyne().Resize(fyne.NewSize(1280, 720))
	t.Cleanup(func() { h.Close(); h.store.Close() })
	return h
}

func (h *house) no(err error) {
	h.Helper()
	if err != nil {
		h.Fatal(err)
	}
}

func (h *house) take(path string) {
	var err error
	h.store, err = sqlite.Open(context.Background(), sqlite.Options{Path: path, Create: true})
	h.no(err)
	h.desk = desk.New(desk.Options{Store: h.store, Keeper: h.store, Now: func() time.Time { return time.Now().Add(h.ahead) }})
}

// Open implements ui.Host.
func (h *house) Open(_ context.Context, path string) (*desk.Desk, func(), error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, nil, seminar.Errorf(seminar.CodeForeign, "This is a folder.")
	}
	before := h.store
	h.take(path)
	return h.desk, func() { h.settled++; h.no(before.Close()) }, nil
}

// Restore implements ui.Host.
func (h *house) Restore(ctx context.Context, snapshot string) (*desk.Desk, string, error) {
	path := h.store.Path()
	h.no(h.store.Close())
	aside, err := sqlite.Restore(ctx, snapshot, path, h.desk.Now())
	h.take(path)
	return h.desk, aside, err
}

func (h *house) seminars() []seminar.Seminar {
	h.Helper()
	all, err := h.desk.Seminars(h.Context())
	h.no(err)
	return all
}

func (h *house) choices() int {
	return len(uitest.Within[*widgets.BigChoice](h.Fyne().Content()))
}

func TestAFirstStartBeginsANewSeminar(t *testing.T) {
	h := newHouse(t, 0, "en")
	if n := h.choices(); n != 3 {
		t.Fatalf("%d choices", n)
	}
	h.Write("1")
	if h.Panel() == nil {
		t.Fatal("no form for the seminar")
	}
	h.Write("A seminar")
	h.Press(fyne.KeyReturn)
	all := h.seminars()
	if len(all) != 1 || all[0].Title("en") != "A seminar" {
		t.Fatalf("the seminars are %+v", all)
	}
	if h.choices() != 0 || h.Front() != page.Desk || h.Panel() != nil {
		t.Errorf("afterwards %s is in front with %d choices, panel %v", h.Front(), h.choices(), h.Panel())
	}
	h.Press(fyne.KeyF1) // the desk's entry has the focus and hands the key on
	if h.Panel() == nil {
		t.Error("the desk is not ready")
	}
}

func TestAFirstStartTriesTheSample(t *testing.T) {
	h := newHouse(t, 0, "az")
	h.Press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	people, err := h.desk.Count(t.Context(), seminar.RosterFilter{SeminarID: demo.ID("cooperation-2025")})
	h.no(err)
	if people != demo.People || h.choices() != 0 || h.Front() != page.Desk {
		t.Errorf("%d people, %d choices, %s in front", people, h.choices(), h.Front())
	}
}

func TestAFirstStartOpensAnotherWorkspace(t *testing.T) {
	h := newHouse(t, 0, "az")
	path := filepath.Join(t.TempDir(), "other.lanyard")
	store, err := sqlite.Open(t.Context(), sqlite.Options{Path: path, Create: true})
	h.no(err)
	h.no(demo.Fill(t.Context(), desk.New(desk.Options{Store: store}), demo.People, nil))
	h.no(store.Close())
	h.OpenWorkspace(path)
	if h.choices() != 0 || h.Front() != page.Desk || h.settled != 1 || h.store.Path() != path {
		t.Fatalf("%d choices, %s in front, %d closed, %s open", h.choices(), h.Front(), h.settled, h.store.Path())
	}
	if language, err := h.store.Setting(t.Context(), "language"); err != nil || language != "az" {
		t.Errorf("the language became %q, %v", language, err)
	}
	for _, name := range ui.PageNames() {
		h.GoTo(name)
	}
}

func TestUndoOfTheFirstSeminarIsABeginningAgain(t *testing.T) {
	h := newHouse(t, 0, "en")
	h.Write("1")
	h.Write("A mistake")
	h.Press(fyne.KeyReturn)
	h.Undo()
	if len(h.seminars()) != 0 || h.choices() != 3 {
		t.Errorf("%d seminars, %d choices", len(h.seminars()), h.choices())
	}
}

func TestASnapshotTakesThePlaceOfTheWorkspace(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	snapshot, err := h.store.Snapshot(t.Context(), "by hand")
	h.no(err)
	of := demo.ID("cooperation-2025")
	_, err = h.desk.Register(t.Context(), desk.Form{Attendee: seminar.Attendee{GivenName: "Late"}, Registration: seminar.Registration{SeminarID: of}})
	h.no(err)
	h.GoTo(page.Attendees)
	h.Window.Restore(snapshot.Path)
	if n, err := h.desk.Count(t.Context(), seminar.RosterFilter{SeminarID: of}); err != nil || n != demo.People {
		t.Errorf("%d people, %v", n, err)
	}
	kept, err := filepath.Glob(h.store.Path() + ".*.aside")
	h.no(err)
	if len(kept) != 1 || h.Toasts() != 1 {
		t.Errorf("set aside: %q, %d toasts", kept, h.Toasts())
	}
	for _, name := range ui.PageNames() {
		h.GoTo(name)
	}
}

func TestASeminarOfAnotherProgramIsNoticed(t *testing.T) {
	h := newHouse(t, 0, "en")
	other, err := sqlite.Open(t.Context(), sqlite.Options{Path: h.store.Path()})
	h.no(err)
	_, _, err = desk.New(desk.Options{Store: other}).AddSeminar(t.Context(), seminar.Seminar{Titles: map[string]string{"en": "From elsewhere"},
		Start: "2025-07-18", End: "2025-07-18", Zone: "Asia/Baku"})
	h.no(err)
	h.no(other.Close())
	h.Look()
	if h.choices() != 0 {
		t.Error("the window still asks how to begin")
	}
}
