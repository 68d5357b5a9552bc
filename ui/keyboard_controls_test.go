package ui_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"lanyard/internal/demo"
	"lanyard/ui"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// few people are enough for every page to have all its controls.
const few = 20

// everyControl brings each page to the front and does something while each of its controls has the focus.
func everyControl(h *house, do func(name page.Name, f fyne.Focusable)) {
	h.Helper()
	for _, name := range ui.PageNames() {
		h.GoTo(name)
		all := h.controls()
		if len(all) == 0 {
			h.Errorf("%s has no control", name)
		}
		for _, f := range all {
			h.Fyne().Canvas().Focus(f)
			do(name, f)
		}
	}
}

// TestNoControlIsThePlainToolkits: those have no ring of ours while they have the focus, and keep the window's keys.
func TestNoControlIsThePlainToolkits(t *testing.T) {
	for _, people := range []int{0, demo.People} {
		h := newHouse(t, people, "en")
		for _, name := range ui.PageNames() {
			h.GoTo(name)
			h.Unfold()
			for _, f := range h.controls() {
				if strings.HasPrefix(reflect.TypeOf(f).Elem().PkgPath(), "fyne.io/") {
					t.Errorf("%s: %s", name, described(f))
				}
			}
		}
	}
}

func TestF1IsHeardInEveryControl(t *testing.T) {
	h := newHouse(t, few, "en")
	everyControl(h, func(name page.Name, f fyne.Focusable) {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
		titles := []string{}
		for _, panel := range uitest.Within[*widgets.SidePanel](h.Fyne().Content()) {
			titles = append(titles, panel.Title)
		}
		if len(titles) != 1 || titles[0] != "Keys" {
			t.Errorf("%s: F1 in %s shows the panels %q", name, described(f), titles)
		}
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF1})
		if h.Panel() != nil {
			t.Errorf("%s: F1 again in %s leaves the keys open", name, described(f))
		}
	})
}

// TestArrowsChooseTheReportFromAButtonThatWasPressed: the page says that Left and Right do.
func TestArrowsChooseTheReportFromAButtonThatWasPressed(t *testing.T) {
	h := newHouse(t, few, "en")
	h.GoTo(page.Reports)
	kinds := uitest.Within[*widgets.PickList](h.Fyne().Content())[0]
	for i, b := range uitest.Within[*widgets.Button](uitest.Within[*widgets.PageReader](h.Fyne().Content())[0]) {
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		if kinds.Cursor != i+1 {
			t.Errorf("Right in button %d of the pages leaves the report at %d", i, kinds.Cursor)
		}
	}
}

// TestEscapeClosesAPanelFromEveryControlInIt opens the panel again for each.
func TestEscapeClosesAPanelFromEveryControlInIt(t *testing.T) {
	h := newHouse(t, few, "en")
	for _, name := range ui.PageNames() {
		for n := 0; ; n++ {
			h.GoTo(name)
			h.Unfold()
			if h.Panel() == nil {
				break
			}
			controls := focusable(h.Panel())
			if n >= len(controls) {
				break
			}
			h.Fyne().Canvas().Focus(controls[n])
			h.Press(fyne.KeyEscape)
			if h.Panel() != nil {
				t.Errorf("%s: Escape in %s leaves the panel open", name, described(controls[n]))
			}
		}
	}
}

// TestTheFocusIsSeen compares what a control shows with and without the focus.
func TestTheFocusIsSeen(t *testing.T) {
	h := newHouse(t, few, "en")
	everyControl(h, func(name page.Name, f fyne.Focusable) {
		c := h.Fyne().Canvas()
		c.Unfocus()
		without := drawn(f)
		c.Focus(f)
		if c.Focused() == f && drawn(f) == without {
			t.Errorf("%s: nothing shows that %s has the focus", name, described(f))
		}
	})
}

// drawn is every surface and line of a control that is shown.
func drawn(f fyne.Focusable) string {
	var all []string
	for _, r := range uitest.Within[*canvas.Rectangle](f.(fyne.CanvasObject)) {
		all = append(all, fmt.Sprint(r.FillColor, r.StrokeColor, r.StrokeWidth))
	}
	return strings.Join(all, ";")
}
