package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lanyard/ui/widgets"
)

func TestAPlaceIsChosenByDigitArrowAndClick(t *testing.T) {
	var told []int
	s := widgets.NewSheetCells(2, 2, fyne.NewSize(60, 80), func(n int) { told = append(told, n) })
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Canvas().Focus(s)
	s.Resize(fyne.NewSize(60, 80))
	key := func(k fyne.KeyName) func() { return func() { s.TypedKey(&fyne.KeyEvent{Name: k}) } }
	click := func(x, y float32) func() {
		return func() { s.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, y)}) }
	}
	for i, c := range []struct {
		do   func()
		want int
	}{
		{func() { s.TypedRune('4') }, 4}, {func() { s.TypedRune('5') }, 4}, {func() { s.TypedRune('0') }, 4}, {func() { s.TypedRune('x') }, 4},
		{key(fyne.KeyUp), 2}, {key(fyne.KeyLeft), 1}, {key(fyne.KeyLeft), 1}, {key(fyne.KeyUp), 1}, {key(fyne.KeyDown), 3}, {key(fyne.KeyRight), 4},
		{key(fyne.KeyRight), 4}, {click(10, 10), 1}, {click(50, 10), 2}, {click(10, 70), 3}, {click(60, 80), 4},
	} {
		before := len(told)
		first := s.First
		if c.do(); s.First != c.want {
			t.Errorf("step %d leads to place %d, not %d", i, s.First, c.want)
		}
		if n := len(told) - before; (n == 1) != (s.First != first) || n > 1 {
			t.Errorf("step %d told %d times", i, n)
		}
	}
}
