package widgets

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// ProgressCard shows how far long work is and lets it be cancelled.
type ProgressCard struct {
	widget.BaseWidget
	Title       string
	Text        string  // what it is doing now
	Fraction    float64 // 0 to 1
	CancelLabel string  // empty: cannot be cancelled
	RTL         bool
	OnCancel    func()
}

// NewProgressCard makes a card at zero.
func NewProgressCard(title, cancelLabel string, onCancel func()) *ProgressCard {
	c := &ProgressCard{Title: title, CancelLabel: cancelLabel, OnCancel: onCancel}
	c.ExtendBaseWidget(c)
	return c
}

// Set changes how far it is.
func (c *ProgressCard) Set(fraction float64, text string) {
	c.Fraction, c.Text = min(max(fraction, 0), 1), text
	c.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (c *ProgressCard) CreateRenderer() fyne.WidgetRenderer {
	back := newBox(theme.Surface, theme.Line, theme.Radius)
	track, bar := newBox(theme.Line, "", 3), newBox(theme.Accent, "", 3)
	title := flexible(NewText("", theme.BodySize, theme.Text), true, 1)
	percent := NewText("", theme.BodySize, theme.QuietText)
	text := Caption("")
	cancel := NewButton(c.CancelLabel, func() { call(c.OnCancel) })
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, title, percent, track.Rectangle, bar.Rectangle, text, cancel}}
	const m = theme.Space4
	p.min = func() fyne.Size { return fyne.NewSize(300, 2*m+20+theme.Space3+6+theme.Space3+cancel.MinSize().Height) }
	p.layout = func(s fyne.Size) {
		inner := s.Width - 2*m
		place(back, 0, 0, s.Width, s.Height)
		pw := percent.MinSize().Width
		place(title, startX(c.RTL, m, inner-pw-theme.Space2, s.Width), m, inner-pw-theme.Space2, 20)
		place(percent, startX(c.RTL, s.Width-m-pw, pw, s.Width), m, pw, 20)
		y := m + 20 + theme.Space3
		place(track, m, y, inner, 6)
		w := inner * float32(c.Fraction)
		place(bar, startX(c.RTL, m, w, s.Width), y, w, 6)
		y += 6 + theme.Space3
		cw := float32(0)
		if cancel.Visible() {
			b := cancel.MinSize()
			cw = b.Width + theme.Space2
			place(cancel, startX(c.RTL, s.Width-m-b.Width, b.Width, s.Width), y, b.Width, b.Height)
		}
		place(text, startX(c.RTL, m, inner-cw, s.Width), y, inner-cw, cancel.MinSize().Height)
	}
	p.refresh = func() {
		back.paint()
		track.paint()
		bar.paint()
		title.Text, text.Text = c.Title, c.Text
		percent.Text = fmt.Sprintf("%.0f%%", c.Fraction*100)
		for _, t := range []*Text{title, text, percent} {
			t.RTL = c.RTL
			t.Refresh()
		}
		showIf(cancel, c.CancelLabel != "" && c.OnCancel != nil)
		if cancel.Text != c.CancelLabel {
			cancel.SetText(c.CancelLabel)
		}
		p.layout(c.Size())
	}
	p.refresh()
	return p
}
