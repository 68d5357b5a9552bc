package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Chip is a filter that is on or off, with how many it would leave. Space or Enter toggles it.
type Chip struct {
	pressable
	Label     string
	Count     int // negative: not shown
	Selected  bool
	RTL       bool
	OnChanged func(selected bool)
}

// NewChip makes a chip that is off; a negative count is not shown.
func NewChip(label string, count int, onChanged func(bool)) *Chip {
	c := &Chip{Label: label, Count: count, OnChanged: onChanged}
	c.ExtendBaseWidget(c)
	c.self = c
	c.press = func() { c.SetSelected(!c.Selected) }
	return c
}

// SetSelected turns the chip on or off and tells OnChanged if that changed anything.
func (c *Chip) SetSelected(selected bool) {
	if c.Selected == selected {
		return
	}
	c.Selected = selected
	c.Refresh()
	if c.OnChanged != nil {
		c.OnChanged(selected)
	}
}

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	const height = 32
	back, ring := newBox(theme.Surface, theme.Line, height/2), newRing(height/2)
	label := NewText("", theme.BodySize, theme.Text)
	count := NewText("", theme.CaptionSize, theme.QuietText)
	tick := widget.NewIcon(nil)
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, tick, label, count, ring.Rectangle}}
	p.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		place(ring, 0, 0, s.Width, s.Height)
		x := theme.Space3
		if c.Selected {
			place(tick, startX(c.RTL, x, 16, s.Width), (s.Height-16)/2, 16, 16)
			x += 16 + theme.Space1
		}
		w := label.MinSize().Width
		if c.Count >= 0 {
			w = min(w, s.Width-x-count.MinSize().Width-theme.Space1-theme.Space3)
		}
		place(label, startX(c.RTL, x, w, s.Width), 0, w, s.Height)
		x += w + theme.Space1 + 2
		cw := count.MinSize().Width
		place(count, startX(c.RTL, x, cw, s.Width), 0, cw, s.Height)
	}
	p.min = func() fyne.Size {
		w := 2*theme.Space3 + label.MinSize().Width
		if c.Selected {
			w += 16 + theme.Space1
		}
		if c.Count >= 0 {
			w += theme.Space1 + 2 + count.MinSize().Width
		}
		return fyne.NewSize(w, height)
	}
	p.refresh = func() {
		back.fill, back.stroke = theme.Surface, theme.Line
		label.Colour, count.Colour = theme.Text, theme.QuietText
		if c.hovered {
			back.fill = theme.Hover
		}
		if c.Selected {
			back.fill, back.stroke = theme.AccentWash, theme.Accent
		}
		label.Text, count.Text = c.Label, strconv.Itoa(c.Count)
		tick.SetResource(theme.IconIn(theme.IconCheck, theme.Accent))
		showIf(tick, c.Selected)
		showIf(count, c.Count >= 0)
		showIf(ring.Rectangle, c.focused)
		label.Refresh()
		count.Refresh()
		back.paint()
		ring.paint()
		p.layout(c.Size())
	}
	p.refresh()
	return p
}
