package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// RailWidth is the width of the navigation, in device-independent pixels.
const RailWidth float32 = 188

// RailItem is one place to go to.
type RailItem struct {
	ID    string
	Icon  theme.IconName
	Label string
}

// Rail is the navigation at the side of the window: icon and word, the place shown marked in accent.
// Up and down move between its items, Space or Enter goes there.
type Rail struct {
	widget.BaseWidget
	Items, Bottom []RailItem
	Selected      string
	RTL           bool
	OnSelected    func(id string)
}

// NewRail makes the navigation.
func NewRail(items, bottom []RailItem, onSelected func(id string)) *Rail {
	r := &Rail{Items: items, Bottom: bottom, OnSelected: onSelected}
	r.ExtendBaseWidget(r)
	return r
}

// Select marks an item and tells OnSelected, unless it is marked already.
func (r *Rail) Select(id string) {
	if r.Selected == id {
		return
	}
	r.Selected = id
	r.Refresh()
	if r.OnSelected != nil {
		r.OnSelected(id)
	}
}

// CreateRenderer implements fyne.Widget.
func (r *Rail) CreateRenderer() fyne.WidgetRenderer {
	edge := newBox(theme.Line, "", 0)
	var buttons []*railButton
	p := &parts{}
	sync := func() {
		buttons = r.sync(buttons)
		p.objects = []fyne.CanvasObject{edge.Rectangle}
		for _, b := range buttons {
			p.objects = append(p.objects, b)
		}
	}
	sync()
	p.layout = func(s fyne.Size) {
		place(edge, startX(r.RTL, s.Width-1, 1, s.Width), 0, 1, s.Height)
		y := theme.Space3
		for i, b := range buttons {
			if i == len(r.Items) {
				y = max(y, s.Height-theme.Space3-float32(len(r.Bottom))*(theme.RowHeight+theme.Space1))
			}
			place(b, theme.Space3, y, s.Width-2*theme.Space3, theme.RowHeight)
			y += theme.RowHeight + theme.Space1
		}
	}
	p.min = func() fyne.Size {
		return fyne.NewSize(RailWidth, 2*theme.Space3+float32(len(buttons))*(theme.RowHeight+theme.Space1))
	}
	p.refresh = func() {
		edge.paint()
		sync()
		p.layout(r.Size())
	}
	return p
}

func (r *Rail) sync(buttons []*railButton) []*railButton {
	all := append(append([]RailItem{}, r.Items...), r.Bottom...)
	for len(buttons) < len(all) {
		buttons = append(buttons, newRailButton())
	}
	buttons = buttons[:len(all)]
	for i, item := range all {
		b := buttons[i]
		b.item, b.selected, b.rtl = item, item.ID == r.Selected, r.RTL
		b.press = func() { r.Select(item.ID) }
		b.key = func(ev *fyne.KeyEvent) {
			next := i
			switch ev.Name {
			case fyne.KeyDown:
				next = min(i+1, len(buttons)-1)
			case fyne.KeyUp:
				next = max(i-1, 0)
			}
			if next != i {
				focus(buttons[next])
			}
		}
		b.Refresh()
	}
	return buttons
}

type railButton struct {
	pressable
	item          RailItem
	selected, rtl bool
}

func newRailButton() *railButton {
	b := &railButton{}
	b.self = b
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer implements fyne.Widget.
func (b *railButton) CreateRenderer() fyne.WidgetRenderer {
	back, mark, ring := newBox("", "", theme.Radius), newBox(theme.Accent, "", 2), newRing(theme.Radius)
	icon := widget.NewIcon(nil)
	label := NewText("", theme.BodySize, theme.Text)
	label.MinWidth = -1
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, mark.Rectangle, icon, label, ring.Rectangle}}
	p.layout = func(s fyne.Size) {
		place(ring, 0, 0, s.Width, s.Height)
		place(mark, startX(b.rtl, 0, 3, s.Width), 10, 3, s.Height-20)
		place(icon, startX(b.rtl, theme.Space3, theme.IconSize, s.Width), (s.Height-theme.IconSize)/2, theme.IconSize, theme.IconSize)
		x := theme.Space3 + theme.IconSize + theme.Space3
		w := s.Width - x - theme.Space2
		place(label, startX(b.rtl, x, w, s.Width), 0, w, s.Height)
	}
	p.min = func() fyne.Size { return fyne.NewSize(80, theme.RowHeight) }
	p.refresh = func() {
		back.fill = ""
		colour := theme.QuietText
		switch {
		case b.selected:
			back.fill, colour = theme.AccentWash, theme.Text
		case b.hovered:
			back.fill, colour = theme.Hover, theme.Text
		}
		iconColour := colour
		if b.selected {
			iconColour = theme.Accent
		}
		icon.SetResource(theme.IconIn(b.item.Icon, iconColour))
		label.Text, label.Colour, label.RTL, label.Style.Bold = b.item.Label, colour, b.rtl, b.selected
		label.Refresh()
		back.paint()
		mark.paint()
		ring.paint()
		showIf(mark.Rectangle, b.selected)
		showIf(ring.Rectangle, b.focused)
		p.layout(b.Size())
	}
	p.refresh()
	return p
}
