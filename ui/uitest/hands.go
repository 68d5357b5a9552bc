package uitest

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"lanyard/ui/page"
	"lanyard/ui/widgets"
)

// Write types letters where the focus is.
func (s *Stand) Write(text string) {
	s.Helper()
	for _, r := range text {
		s.focused().TypedRune(r)
	}
}

// Press presses keys where the focus is.
func (s *Stand) Press(keys ...fyne.KeyName) {
	s.Helper()
	for _, k := range keys {
		s.focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}

func (s *Stand) focused() fyne.Focusable {
	s.Helper()
	f := s.Window.Canvas().Focused()
	if f == nil {
		s.Fatal("nothing has the focus")
	}
	return f
}

// Fill writes a text into a labelled entry in place of what stands there, as a hand does.
func (s *Stand) Fill(label, text string) {
	s.Helper()
	e := s.Entry(label)
	s.Window.Canvas().Focus(e)
	e.SetText("")
	s.Write(text)
}

// Entry is the entry of a labelled field.
func (s *Stand) Entry(label string) *widgets.Entry {
	s.Helper()
	for _, o := range within(s.Field(label).Control) {
		if e, ok := o.(*widgets.Entry); ok {
			return e
		}
	}
	s.Fatalf("the field %q has no entry", label)
	return nil
}

// Field is the field with a label.
func (s *Stand) Field(label string) *widgets.FormField {
	s.Helper()
	for _, f := range Find[*widgets.FormField](s) {
		if f.Label == label {
			return f
		}
	}
	s.Fatalf("no field %q", label)
	return nil
}

// Tap presses the button with a label.
func (s *Stand) Tap(label string) {
	s.Helper()
	for _, b := range Find[*widgets.Button](s) {
		if b.Text == label {
			if b.Disabled() {
				s.Fatalf("the button %q cannot be pressed", label)
			}
			test.Tap(b)
			return
		}
	}
	s.Fatalf("no button %q", label)
}

// Choose takes an item of the menu that is open.
func (s *Stand) Choose(label string) {
	s.Helper()
	top := s.Window.Canvas().Overlays().Top()
	if top == nil {
		s.Fatal("no menu is open")
	}
	var found fyne.Tappable // the innermost: the menu itself can be tapped too
	for _, o := range within(top) {
		item, ok := o.(fyne.Tappable)
		for _, part := range within(o) {
			if t, is := part.(*canvas.Text); is && ok && t.Text == label {
				found = item
			}
		}
	}
	if found == nil {
		s.Fatalf("the menu has no %q", label)
	}
	found.Tapped(&fyne.PointEvent{})
}

// Bind presses a key with Ctrl that the page answers to.
func (s *Stand) Bind(key fyne.KeyName) {
	s.Helper()
	if b, ok := s.page.(page.Bound); ok {
		for _, one := range b.Bindings() {
			if one.Do != nil && (one.Shortcut != nil && one.Shortcut.Key() == key || one.Shortcut == nil && one.Key == key) {
				one.Do()
				return
			}
		}
	}
	s.Fatalf("no binding for %s", key)
}

// Find gives the objects of a type that are shown.
func Find[T fyne.CanvasObject](s *Stand) []T {
	var all []T
	for _, o := range within(s.root) {
		if t, ok := o.(T); ok {
			all = append(all, t)
		}
	}
	return all
}

// Says tells whether a text is shown.
func (s *Stand) Says(text string) bool {
	for _, t := range Find[*widgets.Text](s) {
		if t.Text == text {
			return true
		}
	}
	return false
}

// Visible gives every object that is shown in a window, containers and their parts.
func Visible(root fyne.CanvasObject) []fyne.CanvasObject { return within(root) }

func within(o fyne.CanvasObject) []fyne.CanvasObject {
	if o == nil || !o.Visible() {
		return nil
	}
	all := []fyne.CanvasObject{o}
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			all = append(all, within(c)...)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			all = append(all, within(c)...)
		}
	}
	return all
}
