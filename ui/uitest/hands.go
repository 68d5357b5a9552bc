package uitest

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"lanyard/ui/page"
	"lanyard/ui/widgets"
)

// Hands type and press keys in a window.
type Hands struct {
	*testing.T
	Window fyne.Window
}

// Write types letters where the focus is.
func (h Hands) Write(text string) {
	h.Helper()
	for _, r := range text {
		h.Focused().TypedRune(r)
	}
}

// Press presses keys where the focus is.
func (h Hands) Press(keys ...fyne.KeyName) {
	h.Helper()
	for _, k := range keys {
		h.Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

// Focused is what has the focus.
func (h Hands) Focused() fyne.Focusable {
	h.Helper()
	f := h.Window.Canvas().Focused()
	if f == nil {
		h.Fatal("nothing has the focus")
	}
	return f
}

// Bind presses a key of the page: alone, or with Ctrl.
func (s *Stand) Bind(key fyne.KeyName) {
	s.Helper()
	if b, ok := s.page.(page.Bound); ok {
		for _, one := range b.Bindings() {
			if one.Do != nil && (one.Shortcut != nil && one.Shortcut.Key() == key || one.Shortcut == nil && one.Key == key) {
				if own, ok := one.Shortcut.(*desktop.CustomShortcut); ok && own.Modifier == fyne.KeyModifierShortcutDefault && taken(key) {
					s.Fatalf("no window tells of Ctrl and %s by that name", key)
				}
				one.Do()
				return
			}
		}
	}
	s.Fatalf("no binding for %s", key)
}

// taken says whether the toolkit gives a key with Ctrl a name of its own, such as fyne.ShortcutRedo, by which alone it is heard.
func taken(key fyne.KeyName) bool {
	return slices.Contains([]fyne.KeyName{fyne.KeyA, fyne.KeyC, fyne.KeyV, fyne.KeyX, fyne.KeyY, fyne.KeyZ}, key)
}

// Keys presses keys of the page, which hears them while nothing has the focus.
func (s *Stand) Keys(keys ...fyne.KeyName) {
	s.Helper()
	for _, k := range keys {
		if f := s.Window.Canvas().Focused(); f != nil {
			s.Fatalf("%T has the focus, and the page does not hear %s", f, k)
		}
		s.Bind(k)
	}
}

// Fill writes a text into a labelled entry in place of what stands there, as a hand does.
func (s *Stand) Fill(label, text string) {
	s.Helper()
	e := s.Entry(label)
	s.Window.Canvas().Focus(e)
	e.SetText("")
	s.Write(text)
}

// Tap presses the button with a label.
func (s *Stand) Tap(label string) {
	s.Helper()
	for _, b := range Find[*widgets.Button](s) {
		if b.Text == label && !b.Disabled() {
			test.Tap(b)
			return
		}
	}
	s.Fatalf("no button %q can be pressed; shown are %q", label, s.Buttons())
}

// Select chooses a segment in the choice that has it.
func (s *Stand) Select(id string) {
	s.Helper()
	for _, c := range Find[*widgets.Segmented](s) {
		for _, segment := range c.Segments {
			if segment.ID == id {
				c.Select(id)
				return
			}
		}
	}
	s.Fatalf("no choice has %q", id)
}

// Choose takes an item of the menu that is open.
func (s *Stand) Choose(label string) {
	s.Helper()
	top := s.Window.Canvas().Overlays().Top()
	if top == nil {
		s.Fatal("no menu is open")
	}
	var found fyne.Tappable // the innermost: the menu itself can be tapped too
	for _, o := range Visible(top) {
		item, ok := o.(fyne.Tappable)
		for _, part := range Within[*canvas.Text](o) {
			if ok && part.Text == label {
				found = item
			}
		}
	}
	if found == nil {
		s.Fatalf("the menu has no %q", label)
	}
	found.Tapped(&fyne.PointEvent{})
}
