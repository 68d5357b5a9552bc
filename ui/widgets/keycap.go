package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// KeyCap is a key, or several pressed together, as it stands on the keyboard.
type KeyCap struct {
	widget.BaseWidget
	Key string
	RTL bool
}

// NewKeyCap makes one.
func NewKeyCap(key string, rtl bool) *KeyCap {
	k := &KeyCap{Key: key, RTL: rtl}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer implements fyne.Widget.
func (k *KeyCap) CreateRenderer() fyne.WidgetRenderer {
	const height = 24
	back := newBox(theme.Hover, theme.Line, 6)
	text := NewText(k.Key, theme.CaptionSize, theme.Text)
	text.Style.Bold, text.Align = true, AlignCentre
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, text}}
	p.min = func() fyne.Size { return fyne.NewSize(text.MinSize().Width+2*theme.Space2, height) }
	p.layout = func(s fyne.Size) {
		w := text.MinSize().Width + 2*theme.Space2
		x := startX(k.RTL, 0, w, s.Width)
		place(back, x, 0, w, height)
		place(text, x, 0, w, height)
	}
	p.refresh = func() { back.paint(); text.Refresh() }
	return p
}
