package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Figure is one number that is read from across a room: large, with its word under it, what it is a part of beside it,
// and how large a part as a bar.
type Figure struct {
	widget.BaseWidget
	Value string
	Of    string  // beside the value, quiet: "of 124"
	Label string  // under it
	Part  float64 // 0 to 1; below zero there is no bar
	Scale float32 // 1 at a desk, more on a wall
	RTL   bool
}

// NewFigure makes a figure without a bar.
func NewFigure(label string) *Figure {
	f := &Figure{Label: label, Part: -1, Scale: 1}
	f.ExtendBaseWidget(f)
	return f
}

// Set changes the number; nothing is drawn if it is what it was.
func (f *Figure) Set(value, of, label string, part float64) {
	if f.Value == value && f.Of == of && f.Label == label && f.Part == part {
		return
	}
	f.Value, f.Of, f.Label, f.Part = value, of, label, part
	f.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (f *Figure) CreateRenderer() fyne.WidgetRenderer {
	const large, small float32 = 48, 28
	value, of, label := NewText("", large, theme.Text), NewText("", theme.TitleSize, theme.QuietText), NewText("", theme.BodySize, theme.QuietText)
	value.Style.Bold = true
	of.MinWidth, label.MinWidth = -1, -1
	track, bar := newBox(theme.Hover, "", 3), newBox(theme.Accent, "", 3)
	p := &parts{objects: []fyne.CanvasObject{value, of, label, track.Rectangle, bar.Rectangle}}
	p.min = func() fyne.Size { return fyne.NewSize(96, 64) }
	p.layout = func(s fyne.Size) {
		k := f.Scale
		gap, vh := theme.Space2*k, 56*k
		after := float32(0) // what the number leaves to what stands beside it
		if f.Of != "" {
			after = gap + of.measure(f.Of) + 1
		}
		value.TextSize = max(small*k, min(large*k, large*k*(s.Width-after)/max(1, lettering{large * k, value.Style}.width(f.Value))))
		vw := min(value.MinSize().Width, s.Width)
		place(value, startX(f.RTL, 0, vw, s.Width), 0, vw, vh)
		value.Refresh()
		place(of, startX(f.RTL, vw+gap, max(0, s.Width-vw-gap), s.Width), 10*k, max(0, s.Width-vw-gap), vh-10*k)
		place(label, 0, vh, s.Width, 19*k)
		high := 6 * k
		place(track, 0, s.Height-high, s.Width, high)
		w := s.Width * float32(min(1, max(0, f.Part)))
		place(bar, startX(f.RTL, 0, w, s.Width), s.Height-high, w, high)
	}
	p.refresh = func() {
		value.Text, of.Text, label.Text = f.Value, f.Of, f.Label
		value.TextSize, of.TextSize, label.TextSize = large*f.Scale, theme.TitleSize*f.Scale, theme.BodySize*f.Scale
		for _, t := range []*Text{value, of, label} {
			t.RTL = f.RTL
			t.Refresh()
		}
		track.CornerRadius, bar.CornerRadius = 3*f.Scale, 3*f.Scale
		track.paint()
		bar.paint()
		showIf(track.Rectangle, f.Part >= 0)
		showIf(bar.Rectangle, f.Part > 0)
		p.layout(f.Size())
	}
	p.refresh()
	return p
}
