package pagetest

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

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

// Press presses keys: where the focus is, or as keys of the page if nothing has it.
func (s *Stand) Press(keys ...fyne.KeyName) {
	s.Helper()
	for _, k := range keys {
		if s.Window.Canvas().Focused() == nil {
			s.Bind(k)
			continue
		}
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

// Bind presses a key of the page: alone, or with Ctrl.
func (s *Stand) Bind(key fyne.KeyName) {
	s.Helper()
	for _, b := range s.page.(page.Bound).Bindings() {
		if b.Key == key || b.Shortcut != nil && b.Shortcut.Key() == key {
			b.Do()
			return
		}
	}
	s.Fatalf("no binding for %s", key)
}

// Find gives the widgets of a type that are shown, those of a dialog alone while one is open.
func Find[T fyne.CanvasObject](s *Stand) []T {
	var all []T
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		if t, ok := o.(T); ok {
			all = append(all, t)
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				walk(c)
			}
		}
	}
	if top := s.Window.Canvas().Overlays().Top(); top != nil {
		walk(top)
		return all
	}
	walk(s.root)
	return all
}

// Button is the button whose words begin so, or nil.
func (s *Stand) Button(words string) *widget.Button {
	for _, b := range Find[*widget.Button](s) {
		if strings.HasPrefix(b.Text, words) {
			return b
		}
	}
	return nil
}

// Tap taps a button that is shown and on.
func (s *Stand) Tap(words string) {
	s.Helper()
	b := s.Button(words)
	if b == nil || b.Disabled() {
		s.Fatalf("no button %q can be tapped; shown are %q", words, s.Buttons())
	}
	test.Tap(b)
}

// Buttons are the words on the buttons that are shown.
func (s *Stand) Buttons() []string {
	var all []string
	for _, b := range Find[*widget.Button](s) {
		all = append(all, b.Text)
	}
	return all
}

// Says tells whether a text is shown somewhere, alone or within another.
func (s *Stand) Says(text string) bool {
	for _, t := range Find[*widgets.Text](s) {
		if strings.Contains(t.Text, text) {
			return true
		}
	}
	return false
}

// Choose chooses one of the segments of the only choice that is shown.
func (s *Stand) Choose(id string) {
	s.Helper()
	all := Find[*widgets.Segmented](s)
	if len(all) != 1 {
		s.Fatalf("%d choices are shown", len(all))
	}
	all[0].Select(id)
}

// Segment is what a segment of the only choice that is shown says.
func (s *Stand) Segment(id string) string {
	for _, c := range Find[*widgets.Segmented](s) {
		for _, segment := range c.Segments {
			if segment.ID == id {
				return segment.Label
			}
		}
	}
	return ""
}

// List is the only list that is shown.
func (s *Stand) List() *widgets.PickList {
	s.Helper()
	all := Find[*widgets.PickList](s)
	if len(all) != 1 {
		s.Fatalf("%d lists are shown", len(all))
	}
	return all[0]
}

// Picked are the titles of the rows of the list.
func (s *Stand) Picked() []string {
	s.Helper()
	var all []string
	for _, item := range s.List().Items {
		all = append(all, item.Title)
	}
	return all
}
