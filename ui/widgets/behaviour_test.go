package widgets_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"lanyard/ui/task"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

func press(f fyne.Focusable, keys ...fyne.KeyName) {
	for _, key := range keys {
		f.TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func TestScanEntryKeepsTheFocusThroughScans(t *testing.T) {
	useTheme(t, theme.AlwaysLight)
	entry := widgets.NewScanEntry("Scan")
	var got []string
	entry.OnSubmitted = func(s string) { got = append(got, s); entry.Clear() }
	win := window(t, entry, 600, 80)
	entry.Take()
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		test.Type(entry.Focusable(), "123")
		press(entry.Focusable(), key)
	}
	if strings.Join(got, ",") != "123,123" {
		t.Errorf("submitted %v", got)
	}
	if win.Canvas().Focused() != entry.Focusable() || !entry.Focused() {
		t.Error("the focus went away")
	}
}

func TestScanEntryHandsArrowsAndEscapeOn(t *testing.T) {
	useTheme(t, theme.AlwaysLight)
	entry := widgets.NewScanEntry("")
	window(t, entry, 600, 80)
	told := ""
	entry.OnUp, entry.OnDown, entry.OnEscape = func() { told += "u" }, func() { told += "d" }, func() { told += "e" }
	entry.SetText("ali")
	press(entry.Focusable(), fyne.KeyDown, fyne.KeyUp, fyne.KeyEscape)
	if told != "due" || entry.Text() != "" {
		t.Errorf("told %q, text %q", told, entry.Text())
	}
}

func TestResultListStopsAtItsEnds(t *testing.T) {
	useTheme(t, theme.AlwaysLight)
	chosen := ""
	list := widgets.NewResultList(func(_ int, r widgets.Result) { chosen = r.ID })
	window(t, list, 400, 300)
	if list.Choose() {
		t.Error("an empty list chose something")
	}
	list.Set([]widgets.Result{{ID: "a", Title: "A"}, {ID: "b", Title: "B"}})
	list.Step(5)
	list.Choose()
	if chosen != "b" {
		t.Errorf("chose %q", chosen)
	}
	list.Step(-9)
	list.Choose()
	if chosen != "a" {
		t.Errorf("chose %q", chosen)
	}
}

func newTable(t *testing.T, n int) *widgets.DataTable {
	t.Helper()
	useTheme(t, theme.AlwaysLight)
	table := widgets.NewDataTable(task.Synchronous{}, columns(), people(n))
	window(t, table, 900, 500)
	table.Reload()
	table.Take()
	return table
}

func TestTableKeysReachTheLastOfAHundredThousandRows(t *testing.T) {
	table := newTable(t, 100000)
	opened := ""
	table.OnOpen = func(id string) { opened = id }
	press(table.Focusable(), fyne.KeyEnd, fyne.KeyUp, fyne.KeyReturn)
	if opened != "99998" {
		t.Errorf("opened %q", opened)
	}
}

func TestTableSelection(t *testing.T) {
	table := newTable(t, 500)
	press(table.Focusable(), fyne.KeySpace, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace)
	if got := strings.Join(table.Selected(), ","); got != "0,2" {
		t.Errorf("space selected %q", got)
	}
	keys := table.Focusable().(desktop.Keyable)
	keys.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	press(table.Focusable(), fyne.KeyDown, fyne.KeyDown)
	keys.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	if got := strings.Join(table.Selected(), ","); got != "2,3,4" {
		t.Errorf("shift selected %q", got)
	}
	table.Focusable().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	if got := len(table.Selected()); got != 500 {
		t.Errorf("Ctrl+A selected %d", got)
	}
	press(table.Focusable(), fyne.KeyEscape)
	if got := len(table.Selected()); got != 0 {
		t.Errorf("Escape left %d", got)
	}
}

func TestToastUndoesAndGoes(t *testing.T) {
	useTheme(t, theme.AlwaysLight)
	stack := widgets.NewToastStack()
	var later []func()
	stack.After = func(d time.Duration, f func()) { later = append(later, f) }
	window(t, stack, 600, 300)
	undone := 0
	stack.Push(widgets.Toast{Message: "Checked in", ActionLabel: "Undo", OnAction: func() { undone++ }})
	stack.Push(widgets.Toast{Message: "Saved"})
	if !stack.Act() || undone != 1 || stack.Count() != 1 {
		t.Errorf("undone %d, shown %d", undone, stack.Count())
	}
	for _, f := range later {
		f()
	}
	if stack.Count() != 0 || stack.Act() {
		t.Error("a toast stayed")
	}
}

func TestChoicesTellOnce(t *testing.T) {
	useTheme(t, theme.AlwaysLight)
	told := ""
	rail := rail(false)
	rail.OnSelected = func(id string) { told += id }
	rail.Select("reports")
	rail.Select("reports")
	segmented := widgets.NewSegmented([]widgets.Segment{{ID: "in"}, {ID: "out"}}, "in", func(id string) { told += id })
	segmented.Select("out")
	chip := widgets.NewChip("Arrived", 1, func(on bool) {
		if on {
			told += "on"
		}
	})
	window(t, chip, 200, 40)
	chip.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	if told != "reportsouton" {
		t.Errorf("told %q", told)
	}
}

func TestTextShortensAndWraps(t *testing.T) {
	useTheme(t, theme.AlwaysLight)
	text := widgets.NewText("Abdurahmonov Shahobiddinxo‘ja Nizomiddin o‘g‘li", theme.BodySize, theme.Text)
	text.Lines, text.MinWidth = 3, 48
	if one, many := text.HeightFor(1000), text.HeightFor(160); many <= one || many > 3*one+1 {
		t.Errorf("heights %v and %v", one, many)
	}
	if w := text.MinSize().Width; w != 48 {
		t.Errorf("asks for %v", w)
	}
}

func TestInitials(t *testing.T) {
	for name, want := range map[string]string{"Leyla Qafar-zadə": "LQ", "ليلى قفارزاده": "ل", "": "?", "Əli": "Ə", "əli əliyev": "əə"} {
		if got := widgets.Initials(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
