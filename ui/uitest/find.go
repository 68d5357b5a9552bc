package uitest

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"lanyard/ui/widgets"
)

// Find gives the objects of a type that are shown, those of a dialog alone while one is open.
func Find[T fyne.CanvasObject](s *Stand) []T {
	if top := s.Window.Canvas().Overlays().Top(); top != nil {
		return Within[T](top)
	}
	return Within[T](s.root)
}

// Within gives the objects of a type that are shown in a part of a window.
func Within[T any](root fyne.CanvasObject) []T {
	var all []T
	for _, o := range Visible(root) {
		if t, ok := o.(T); ok {
			all = append(all, t)
		}
	}
	return all
}

// Visible gives every object that is shown in a part of a window, containers and their parts.
func Visible(o fyne.CanvasObject) []fyne.CanvasObject {
	if o == nil || !o.Visible() {
		return nil
	}
	all := []fyne.CanvasObject{o}
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			all = append(all, Visible(c)...)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			all = append(all, Visible(c)...)
		}
	}
	return all
}

// Says tells whether a text is shown, alone.
func (s *Stand) Says(text string) bool {
	return s.says(func(shown string) bool { return shown == text })
}

// Mentions tells whether a text is shown, alone or within another.
func (s *Stand) Mentions(text string) bool {
	return s.says(func(shown string) bool { return strings.Contains(shown, text) })
}

func (s *Stand) says(is func(string) bool) bool {
	for _, t := range Find[*widgets.Text](s) {
		if is(t.Text) {
			return true
		}
	}
	return false
}

// Button is the button whose words begin so, or nil.
func (s *Stand) Button(words string) *widgets.Button {
	for _, b := range Find[*widgets.Button](s) {
		if strings.HasPrefix(b.Text, words) {
			return b
		}
	}
	return nil
}

// Buttons are the words on the buttons that are shown.
func (s *Stand) Buttons() []string {
	var all []string
	for _, b := range Find[*widgets.Button](s) {
		all = append(all, b.Text)
	}
	return all
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

// Entry is the entry of a labelled field.
func (s *Stand) Entry(label string) *widgets.Entry {
	s.Helper()
	for _, e := range Within[*widgets.Entry](s.Field(label).Control) {
		return e
	}
	s.Fatalf("the field %q has no entry", label)
	return nil
}

// Segment is what a segment of the choices that are shown says.
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

// List is the only list of people that is shown.
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
