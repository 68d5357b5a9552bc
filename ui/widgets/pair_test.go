package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

func TestPairListMovesAndHandsOtherKeysOn(t *testing.T) {
	useTheme(t, theme.AlwaysLight)
	var moved []int
	l := widgets.NewPairList(func(i int) { moved = append(moved, i) })
	l.Set([]widgets.PairItem{{ID: "a"}, {ID: "b"}, {ID: "c"}}, 1)
	win := window(t, l, 300, 400)
	var heard []fyne.KeyName
	win.Canvas().SetOnTypedKey(func(ev *fyne.KeyEvent) { heard = append(heard, ev.Name) })
	l.Take()
	press(win.Canvas().Focused(), fyne.KeyDown, fyne.KeyDown, fyne.KeyHome, fyne.KeyUp, fyne.KeyEnd, fyne.KeyReturn, fyne.KeySpace, fyne.KeyDelete)
	if len(moved) != 3 || moved[0] != 2 || moved[1] != 0 || moved[2] != 2 {
		t.Errorf("moved to %v", moved)
	}
	if len(heard) != 3 {
		t.Errorf("the window heard %v", heard)
	}
	l.Set(nil, 0)
	press(win.Canvas().Focused(), fyne.KeyDown)
	if l.Cursor != -1 {
		t.Errorf("an empty list has row %d in front", l.Cursor)
	}
}

func TestACompareRowTurnsAroundAndLeavesOutWhatHasNoRoom(t *testing.T) {
	useTheme(t, theme.AlwaysLight)
	for _, rtl := range []bool{false, true} {
		cells := make([]fyne.CanvasObject, 4)
		for i := range cells {
			text := widgets.Body("a text that is long enough to need a second line in a narrow column")
			text.RTL = rtl
			cells[i] = text
		}
		row := widgets.CompareRow(rtl, cells[0], cells[1], cells[2], cells[3])
		column := widgets.TextColumn(theme.Space2, 700, row)
		win := window(t, column, 700, 300)
		if first, last := cells[0].Position().X, cells[3].Position().X; (first < last) == rtl || !cells[3].Visible() {
			t.Errorf("rtl %v: the label stands at %v, the last at %v", rtl, first, last)
		}
		for i, c := range cells {
			if c.Size().Height > row.Size().Height || c.Position().X+c.Size().Width > 701 {
				t.Errorf("rtl %v: cell %d is %v of %v", rtl, i, c.Size(), row.Size())
			}
		}
		wide := row.Size().Height
		win.Resize(fyne.NewSize(400, 300))
		column.Refresh()
		if cells[3].Visible() || !cells[2].Visible() || row.MinSize().Height < wide {
			t.Errorf("rtl %v: narrow, the last is shown: %v", rtl, cells[3].Visible())
		}
	}
}
