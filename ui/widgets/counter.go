package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Counter is one figure with its word.
type Counter struct{ Label, Value string }

// CounterStrip shows a few figures large, their words small beneath.
type CounterStrip struct {
	widget.BaseWidget
	Counters []Counter
	RTL      bool
}

// NewCounterStrip makes a strip.
func NewCounterStrip(counters ...Counter) *CounterStrip {
	s := &CounterStrip{Counters: counters}
	s.ExtendBaseWidget(s)
	return s
}

// Set changes the figures.
func (s *CounterStrip) Set(counters ...Counter) {
	s.Counters = counters
	s.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (s *CounterStrip) CreateRenderer() fyne.WidgetRenderer {
	var values, labels []*Text
	p := &parts{}
	width := func(i int) float32 {
		return max(56, max(values[i].MinSize().Width, labels[i].MinSize().Width))
	}
	p.refresh = func() {
		values, labels, p.objects = nil, nil, nil
		for _, c := range s.Counters {
			v := NewText(c.Value, theme.TitleSize, theme.Text)
			v.Style.Bold = true
			l := NewText(c.Label, theme.CaptionSize, theme.QuietText)
			v.RTL, l.RTL = s.RTL, s.RTL
			values, labels = append(values, v), append(labels, l)
			p.objects = append(p.objects, v, l)
		}
		p.layout(s.Size())
	}
	p.min = func() fyne.Size {
		w := float32(0)
		for i := range values {
			w += width(i) + theme.Space5
		}
		return fyne.NewSize(max(0, w-theme.Space5), 52)
	}
	p.layout = func(size fyne.Size) {
		x := float32(0)
		for i := range values {
			w := width(i)
			place(values[i], startX(s.RTL, x, w, size.Width), 0, w, 33)
			place(labels[i], startX(s.RTL, x, w, size.Width), 33, w, 17)
			x += w + theme.Space5
		}
	}
	p.refresh()
	return p
}
