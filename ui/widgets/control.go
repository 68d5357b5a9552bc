package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Button is the toolkit's button with the focus ring of every other control. Enter presses it as Space does, and keys
// that it has no use for, such as Escape and F1, reach the window.
type Button struct {
	widget.Button
	FocusHook
	focused bool
}

// NewButton makes a button.
func NewButton(label string, tapped func()) *Button { return NewButtonWithIcon(label, nil, tapped) }

// NewButtonWithIcon makes a button with an icon before its label.
func NewButtonWithIcon(label string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = label, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// NewPrimary makes the one button of a page or panel that stands out. Its icon may be "".
func NewPrimary(label string, icon theme.IconName, tapped func()) *Button {
	b := NewButton(label, tapped)
	if icon != "" {
		b.Icon = theme.IconIn(icon, theme.OnAccent)
	}
	b.Importance = widget.HighImportance
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	r := newRinged(b.Button.CreateRenderer(), &b.focused)
	r.words = func() string { return b.Text }
	r.filled = func() fyne.ThemeColorName {
		switch b.Importance {
		case widget.HighImportance:
			return theme.OnAccent
		case widget.DangerImportance:
			return theme.Surface
		}
		return ""
	}
	r.Refresh()
	return r
}

// FocusGained implements fyne.Focusable.
func (b *Button) FocusGained() { b.focused = true; b.Button.FocusGained(); b.Gained() }

// FocusLost implements fyne.Focusable.
func (b *Button) FocusLost() { b.focused = false; b.Button.FocusLost() }

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter:
		b.Tapped(nil)
	case !PassKey(b, ev) && !passStep(b, ev):
		b.Button.TypedKey(ev)
	}
}

// Select is the toolkit's drop-down list with the focus ring and keys of [Button].
type Select struct {
	widget.Select
	FocusHook
	focused bool
	placed  fyne.Widget // what stands in the window: the list itself, or what was made of it
}

// NewSelect makes a drop-down list.
func NewSelect(options []string, changed func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = options, changed
	s.ExtendBaseWidget(s)
	return s
}

// ExtendBaseWidget shadows the toolkit's, which keeps what it is told to itself.
func (s *Select) ExtendBaseWidget(placed fyne.Widget) {
	s.placed = placed
	s.Select.ExtendBaseWidget(placed)
}

// CreateRenderer implements fyne.Widget.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	r := newRinged(s.Select.CreateRenderer(), &s.focused)
	r.words = func() string { return s.Selected }
	r.edge.StrokeWidth, r.edged = 1, true
	r.Refresh()
	return r
}

// FocusGained implements fyne.Focusable.
func (s *Select) FocusGained() { s.focused = true; s.Select.FocusGained(); s.Refresh(); s.Gained() }

// FocusLost implements fyne.Focusable.
func (s *Select) FocusLost() { s.focused = false; s.Select.FocusLost(); s.Refresh() }

// widestOption is the room that an option has at least, beside a list that is narrower.
const widestOption float32 = 420

// Tapped implements fyne.Tappable.
func (s *Select) Tapped(*fyne.PointEvent) {
	if s.Disabled() {
		return
	}
	focus(s.placed)
	items := make([]*fyne.MenuItem, len(s.Options))
	width := max(s.Size().Width, widestOption)
	for i, option := range s.Options {
		fits := lettering{size: theme.BodySize}.truncate(option, width-2*theme.Space3)
		items[i] = fyne.NewMenuItem(fits, func() { s.SetSelectedIndex(i) })
	}
	if menu := popUp(s.placed, items); menu != nil {
		menu.Resize(fyne.NewSize(max(s.Size().Width, menu.MinSize().Width), menu.MinSize().Height))
	}
}

// TypedKey implements fyne.Focusable.
func (s *Select) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case PassKey(s, ev):
	case ev.Name == fyne.KeySpace || ev.Name == fyne.KeyUp || ev.Name == fyne.KeyDown:
		s.Tapped(nil)
	default:
		s.Select.TypedKey(ev)
	}
}

// Check is the toolkit's box to tick with the focus ring and keys of [Button]. A label that has no room ends in an
// ellipsis rather than widen what the box stands in.
type Check struct {
	widget.Check
	FocusHook
	Label   string // the whole of it; Text is what fits
	focused bool
}

// widestCheck is what a box with its label asks for at most.
const widestCheck float32 = 340

// NewCheck makes a box to tick.
func NewCheck(label string, changed func(bool)) *Check {
	c := &Check{}
	c.Label, c.Text, c.OnChanged = label, label, changed
	c.ExtendBaseWidget(c)
	return c
}

// MinSize implements fyne.CanvasObject.
func (c *Check) MinSize() fyne.Size {
	m := c.Check.MinSize()
	m.Width = min(m.Width+c.missing(), widestCheck)
	return m
}

// missing is the width of what was cut off the label.
func (c *Check) missing() float32 { return labelWidth(c.Label) - labelWidth(c.Text) }

func labelWidth(text string) float32 {
	return fyne.MeasureText(text, theme.BodySize, fyne.TextStyle{}).Width
}

// Resize implements fyne.CanvasObject.
func (c *Check) Resize(s fyne.Size) {
	room := labelWidth(c.Label) - (c.Check.MinSize().Width + c.missing() - s.Width)
	fits := c.Label
	for letters := []rune(c.Label); len(letters) > 0 && labelWidth(fits) > room+0.5; {
		letters = letters[:len(letters)-1]
		fits = string(letters) + "…"
	}
	if fits != c.Text {
		c.SetText(fits)
	}
	c.Check.Resize(s)
}

// CreateRenderer implements fyne.Widget.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	r := newRinged(c.Check.CreateRenderer(), &c.focused)
	r.words = func() string { return c.Text }
	r.write()
	return r
}

// FocusGained implements fyne.Focusable.
func (c *Check) FocusGained() { c.focused = true; c.Check.FocusGained(); c.Refresh(); c.Gained() }

// FocusLost implements fyne.Focusable.
func (c *Check) FocusLost() { c.focused = false; c.Check.FocusLost(); c.Refresh() }

// TypedKey implements fyne.Focusable.
func (c *Check) TypedKey(ev *fyne.KeyEvent) {
	if !PassKey(c, ev) && !passStep(c, ev) {
		c.Check.TypedKey(ev)
	}
}
