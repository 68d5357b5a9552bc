package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Tag is one of several things that belong together, such as a speaker of a session; pressing it takes it out.
type Tag struct {
	pressable
	Text     string
	RTL      bool
	OnRemove func()
}

// NewTag makes a tag.
func NewTag(text string, onRemove func()) *Tag {
	t := &Tag{Text: text, OnRemove: onRemove}
	t.ExtendBaseWidget(t)
	t.self, t.press = t, func() { call(t.OnRemove) }
	t.key = func(ev *fyne.KeyEvent) {
		if ev.Name == fyne.KeyDelete || ev.Name == fyne.KeyBackspace {
			t.activate()
		}
	}
	return t
}

// widestTag is where a tag ends its text in an ellipsis.
const widestTag float32 = 300

// CreateRenderer implements fyne.Widget.
func (t *Tag) CreateRenderer() fyne.WidgetRenderer {
	const height, icon = 28, 14
	back, ring := newBox(theme.Hover, theme.Line, height/2), newRing(height/2)
	text := NewText(t.Text, theme.BodySize, theme.Text)
	cross := widget.NewIcon(theme.IconIn(theme.IconCross, theme.QuietText))
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, text, cross, ring.Rectangle}}
	p.min = func() fyne.Size {
		return fyne.NewSize(min(text.MinSize().Width+2*theme.Space3+theme.Space1+icon, widestTag), height)
	}
	p.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		place(ring, 0, 0, s.Width, s.Height)
		placeBefore(text, cross, icon, s, t.RTL)
	}
	p.refresh = func() {
		back.fill = theme.Hover
		if t.hovered {
			back.fill = theme.AccentWash
		}
		text.Text, text.RTL = t.Text, t.RTL
		text.Refresh()
		back.paint()
		ring.paint()
		showIf(ring.Rectangle, t.focused)
		p.layout(t.Size())
	}
	p.refresh()
	return p
}
