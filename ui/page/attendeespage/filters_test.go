package attendeespage_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// TestNoFilterIsCutOff is about the chips, which wrap: also when what was chosen makes them longer, and in a longer language.
func TestNoFilterIsCutOff(t *testing.T) {
	for _, language := range []string{"en", "az"} {
		s := open(t, uitest.Options{Language: language})
		whole := func(when string) {
			t.Helper()
			place := func(o fyne.CanvasObject) (fyne.Position, fyne.Size) {
				return fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()
			}
			table, _ := place(s.table())
			var chips []fyne.CanvasObject
			for _, c := range uitest.Find[*widgets.Chip](s.Stand) {
				chips = append(chips, c)
			}
			for _, c := range uitest.Find[*widgets.FilterChip](s.Stand) {
				chips = append(chips, c)
			}
			if len(chips) != 9 {
				t.Fatalf("%s, %s: %d chips", language, when, len(chips))
			}
			width := s.Window.Canvas().Size().Width
			for i, c := range chips {
				at, size := place(c)
				if at.X < 0 || at.X+size.Width > width || size.Width < c.MinSize().Width || at.Y+size.Height > table.Y {
					t.Errorf("%s, %s: chip %d stands at %v, %v, beside a table at %v in a window %v wide", language, when, i, at, size, table, width)
				}
				for _, o := range chips[:i] {
					p, q := place(o)
					if at.X < p.X+q.Width && p.X < at.X+size.Width && at.Y < p.Y+q.Height && p.Y < at.Y+size.Height {
						t.Errorf("%s, %s: two chips overlap at %v", language, when, at)
					}
				}
			}
		}
		whole("at first")
		for _, f := range uitest.Find[*widgets.FilterChip](s.Stand) {
			for _, c := range f.Choices[:min(3, len(f.Choices))] {
				f.Toggle(c.ID)
			}
		}
		whole("with filters")
		s.Picture("attendees-chips-" + language)
		s.Window.Resize(fyne.NewSize(900, 672))
		whole("in a smaller window")
		for _, b := range uitest.Find[*widgets.Button](s.Stand) {
			if b.Text == s.Lang.T("attendees.clear") {
				b.OnTapped()
			}
		}
		whole("without filters again")
		if n := s.table().Total(); n != demo.People {
			t.Errorf("%s: %d people without filters", language, n)
		}
	}
}
