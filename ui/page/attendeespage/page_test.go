package attendeespage

import (
	"context"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/internal/sqlite"
	uipage "lanyard/ui/page"
	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// stage is the page on the sample, with what it told the desk.
type stage struct {
	*Page
	desk  *desk.Desk
	of    seminar.ID
	panel fyne.CanvasObject
	done  []desk.Action
}

func open(t *testing.T) *stage {
	t.Helper()
	ctx := context.Background()
	store, err := sqlite.Open(ctx, sqlite.Options{Path: filepath.Join(t.TempDir(), "w.lanyard"), Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	s := &stage{desk: desk.New(desk.Options{Store: store, Keeper: store}), of: demo.ID("cooperation-2025")}
	if err := demo.Fill(ctx, s.desk, demo.People, nil); err != nil {
		t.Fatal(err)
	}
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.AlwaysLight))
	window := app.NewWindow("")
	s.Page = New(&uipage.Env{Context: ctx, Desk: func() *desk.Desk { return s.desk }, Lang: i18n.Open("en"), Run: task.Synchronous{}, Window: window,
		Seminar: func() seminar.Seminar {
			all, err := s.desk.Seminars(ctx)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range all {
				if e.ID == s.of {
					return e
				}
			}
			return seminar.Seminar{}
		},
		Panel:   func(o fyne.CanvasObject, _ func()) { s.panel = o },
		Done:    func(_ string, a desk.Action) { s.done = append(s.done, a); s.Changed() },
		Fail:    func(err error) { t.Errorf("the page failed: %v", err) },
		Changed: func() { s.Changed() }})
	window.SetContent(container.NewStack(s.Content()))
	window.Resize(fyne.NewSize(1200, 700))
	s.Show()
	return s
}

func TestSearchAndFiltersChooseTheRows(t *testing.T) {
	s := open(t)
	all := s.table.Total()
	if all != demo.People {
		t.Fatalf("%d rows of %d people", all, demo.People)
	}
	s.entry.SetText("qafar")
	if n := s.table.Total(); n == 0 || n > 5 {
		t.Errorf("a search leaves %d rows", n)
	}
	s.entry.SetText("")
	s.chips.Objects[3].(*widgets.Chip).Tapped(nil) // cancelled
	if n := s.table.Total(); n == 0 || n > all/4 {
		t.Errorf("%d are cancelled", n)
	}
}

func TestAFileIsTakenInAndBack(t *testing.T) {
	s := open(t)
	s.preview(filepath.Join("..", "..", "..", "internal", "transfer", "testdata", "plain-1251.csv"), false)
	if s.panel == nil || s.table.Total() != demo.People {
		t.Fatalf("a preview changes nothing: %d rows", s.table.Total())
	}
	buttons := s.panel.(*widgets.SidePanel).Footer
	test.Tap(buttons[len(buttons)-1].(fyne.Tappable))
	if n := s.table.Total(); n != demo.People+3 {
		t.Fatalf("%d rows after the import", n)
	}
	if _, err := s.desk.Undo(context.Background(), string(s.done[len(s.done)-1]), ""); err != nil {
		t.Fatal(err)
	}
	s.Changed()
	if n := s.table.Total(); n != demo.People {
		t.Errorf("%d rows after the undo", n)
	}
}

func TestASelectionDoesNotSurviveItsSeminar(t *testing.T) {
	s := open(t)
	s.showBar([]string{string(demo.ID("person", "al-senan"))})
	if len(s.bar.Objects) == 0 {
		t.Fatal("no bar for a selection")
	}
	s.of = demo.ID("heritage-2025")
	s.Show()
	if len(s.bar.Objects) != 0 {
		t.Error("the bar still changes people of the seminar before")
	}
}
