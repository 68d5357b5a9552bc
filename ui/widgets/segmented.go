package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Segment is one of the choices of a [Segmented].
type Segment struct {
	ID    string
	Label string
	Icon  theme.IconName // may be empty
}

// Segmented chooses one of two to four, all visible: Entry or Exit. Left and right move the choice.
type Segmented struct {
	widget.BaseWidget
	Segments  []Segment
	Selected  string
	RTL       bool
	OnChanged func(id string)
	buttons   []*segmentButton
}

func (s *Segmented) inside() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, b := range s.buttons {
		all = append(all, b)
	}
	return all
}

// NewSegmented makes a choice with one chosen.
func NewSegmented(segments []Segment, selected string, onChanged func(string)) *Segmented {
	s := &Segmented{Segments: segments, Selected: selected, OnChanged: onChanged}
	s.ExtendBaseWidget(s)
	return s
}

// Select chooses and tells OnChanged, unless it is chosen already.
func (s *Segmented) Select(id string) {
	if s.Selected == id {
		return
	}
	s.Selected = id
	s.Refresh()
	if s.OnChanged != nil {
		s.OnChanged(id)
	}
}

// Focus gives the focus to the one that is chosen, or to the first.
func (s *Segmented) Focus(on fyne.Canvas) {
	for i, b := range s.buttons {
		if b.selected || i == 0 {
			on.Focus(b)
		}
	}
}

// CreateRenderer implements fyne.Widget.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	const height = 36
	back := newBox(theme.Hover, theme.Line, theme.Radius)
	var buttons []*segmentButton
	p := &parts{}
	p.min = func() fyne.Size {
		w := float32(0)
		for _, b := range buttons {
			w += b.MinSize().Width
		}
		return fyne.NewSize(w+2*3, height)
	}
	p.layout = func(size fyne.Size) {
		top := (size.Height - height) / 2
		place(back, 0, top, size.Width, height)
		spare := (size.Width - p.min().Width) / float32(max(len(buttons), 1)) // less than nothing where there is no room
		x := float32(3)
		for _, b := range buttons {
			w := b.MinSize().Width + spare
			place(b, startX(s.RTL, x, w, size.Width), top+3, w, height-6)
			x += w
		}
	}
	p.refresh = func() {
		defer func() { s.buttons = buttons }()
		for len(buttons) < len(s.Segments) {
			b := &segmentButton{}
			b.self = b
			b.ExtendBaseWidget(b)
			buttons = append(buttons, b)
		}
		buttons = buttons[:len(s.Segments)]
		p.objects = []fyne.CanvasObject{back.Rectangle}
		for i, segment := range s.Segments {
			b := buttons[i]
			b.segment, b.selected, b.rtl = segment, segment.ID == s.Selected, s.RTL
			b.press = func() { s.Select(segment.ID) }
			b.key = func(ev *fyne.KeyEvent) { s.move(ev, i, buttons) }
			b.Refresh()
			p.objects = append(p.objects, b)
		}
		back.paint()
		p.layout(s.Size())
	}
	p.refresh()
	return p
}

func (s *Segmented) move(ev *fyne.KeyEvent, i int, buttons []*segmentButton) {
	step := 0
	switch ev.Name {
	case fyne.KeyRight:
		step = 1
	case fyne.KeyLeft:
		step = -1
	}
	if s.RTL {
		step = -step
	}
	if next := i + step; step != 0 && next >= 0 && next < len(buttons) {
		s.Select(s.Segments[next].ID)
		focus(buttons[next])
	}
}

type segmentButton struct {
	pressable
	segment       Segment
	selected, rtl bool
}

// CreateRenderer implements fyne.Widget.
func (b *segmentButton) CreateRenderer() fyne.WidgetRenderer {
	back, ring := newBox("", "", theme.Radius-2), newRing(theme.Radius-2)
	icon := widget.NewIcon(nil)
	label := NewText("", theme.BodySize, theme.Text)
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, icon, label, ring.Rectangle}}
	inner := func() float32 {
		w := label.MinSize().Width
		if b.segment.Icon != "" {
			w += 16 + theme.Space2
		}
		return w
	}
	p.min = func() fyne.Size { return fyne.NewSize(inner()+2*theme.Space4, 30) }
	p.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		place(ring, 0, 0, s.Width, s.Height)
		x := max(theme.Space1, (s.Width-inner())/2)
		if b.segment.Icon != "" {
			place(icon, startX(b.rtl, x, 16, s.Width), (s.Height-16)/2, 16, 16)
			x += 16 + theme.Space2
		}
		w := max(0, min(label.MinSize().Width, s.Width-x-theme.Space1))
		place(label, startX(b.rtl, x, w, s.Width), 0, w, s.Height)
	}
	p.refresh = func() {
		back.fill, back.stroke, back.StrokeWidth = "", "", 0
		colour := theme.QuietText
		if b.selected {
			back.fill, back.stroke, back.StrokeWidth, colour = theme.Surface, theme.Line, 1, theme.Text
		}
		iconColour := colour
		if b.selected {
			iconColour = theme.Accent
		}
		showIf(icon, b.segment.Icon != "")
		if b.segment.Icon != "" {
			icon.SetResource(theme.IconIn(b.segment.Icon, iconColour))
		}
		label.Text, label.Colour, label.Style.Bold = b.segment.Label, colour, b.selected
		label.Refresh()
		back.paint()
		ring.paint()
		showIf(ring.Rectangle, b.focused)
		p.layout(b.Size())
	}
	p.refresh()
	return p
}
