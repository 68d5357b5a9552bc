package ui_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/demo"
	"lanyard/ui"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// controls are those in the window that can have the focus now.
func (h *house) controls() []fyne.Focusable { return focusable(h.Fyne().Content()) }

// focusable are the controls in a part of the window that can have the focus now.
func focusable(part fyne.CanvasObject) []fyne.Focusable {
	var all []fyne.Focusable
	for _, o := range uitest.Visible(part) {
		f, ok := o.(fyne.Focusable)
		if d, can := o.(fyne.Disableable); ok && !(can && d.Disabled()) {
			all = append(all, f)
		}
	}
	return all
}

func TestEveryControlIsReachedByTab(t *testing.T) {
	for _, people := range []int{0, demo.People} {
		h := newHouse(t, people, "en")
		for _, name := range ui.PageNames() {
			h.GoTo(name)
			missing := map[fyne.Focusable]bool{}
			for _, f := range h.controls() {
				missing[f] = true
			}
			for n := 2 * len(missing); n > 0; n-- {
				h.Fyne().Canvas().FocusNext()
				f := h.Fyne().Canvas().Focused()
				delete(missing, f)
				if tab, ok := f.(fyne.Tabbable); ok && tab.AcceptsTab() {
					t.Errorf("%s: %T keeps Tab to itself", name, f)
				}
			}
			for f := range missing {
				t.Errorf("%s: %s is not reached by Tab", name, described(f))
			}
		}
	}
}

func described(f fyne.Focusable) string {
	switch f := f.(type) {
	case *widgets.Button:
		return fmt.Sprintf("the button %q", f.Text)
	case *widgets.Entry:
		return fmt.Sprintf("the entry %q", f.PlaceHolder)
	}
	return fmt.Sprintf("%T", f)
}

// TestPrimaryActionsHaveKeys holds the one button that stands out on a page against the keys under F1.
func TestPrimaryActionsHaveKeys(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	for _, name := range ui.PageNames() {
		h.GoTo(name)
		labels := map[string]bool{}
		for _, b := range h.Bindings() {
			labels[b.Label] = true
		}
		for _, o := range uitest.Visible(h.Fyne().Content()) {
			if b, ok := o.(*widgets.Button); ok && b.Importance == widget.HighImportance && !b.Disabled() && !labels[b.Text] {
				t.Errorf("%s: %q has no key", name, b.Text)
			}
		}
	}
}

func TestF1ListsEveryKeyAndEscapeGivesTheFocusBack(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	for _, name := range ui.PageNames() {
		h.GoTo(name)
		for i := 0; h.Fyne().Canvas().Focused() == nil && i < 3; i++ {
			h.Fyne().Canvas().FocusNext()
		}
		before := h.Focused()
		h.Fyne().Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyF1})
		said, keys := map[string]bool{}, map[string]bool{}
		for _, o := range uitest.Visible(h.Panel()) {
			if text, ok := o.(*widgets.Text); ok {
				said[text.Text] = true
			}
			if k, ok := o.(*widgets.KeyCap); ok {
				if keys[k.Key] {
					t.Errorf("%s: %s is listed twice", name, k.Key)
				}
				keys[k.Key] = true
			}
			if shut, ok := o.(*widgets.Button); ok {
				h.Fyne().Canvas().Focus(shut)
			}
		}
		for _, b := range h.Bindings() {
			if b.Label != "" && !said[b.Label] {
				t.Errorf("%s: %q is not listed", name, b.Label)
			}
		}
		h.Press(fyne.KeyEscape) // in the panel's own button
		if h.Panel() != nil {
			t.Errorf("%s: Escape left the panel open", name)
		}
		if h.Fyne().Canvas().Focused() != before {
			t.Errorf("%s: the focus went from %T to %T", name, before, h.Fyne().Canvas().Focused())
		}
	}
}
