package form

import (
	"fyne.io/fyne/v2"

	"lanyard/internal/i18n"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// caption is the text beside a box to tick, over as many lines as it needs; a tap on it ticks the box.
type caption struct {
	widgets.Text
	tap func()
}

// Tapped implements fyne.Tappable.
func (c *caption) Tapped(*fyne.PointEvent) { c.tap() }

// ticked is a box to tick with its text beside it.
func ticked(l *i18n.Lang, t *tick, text string) fyne.CanvasObject {
	c := &caption{tap: func() { t.SetChecked(!t.Checked) }}
	c.Text.Text, c.TextSize, c.Colour, c.Lines, c.MinWidth, c.RTL = text, theme.BodySize, theme.Text, questionLines, 48, l.RTL()
	c.ExtendBaseWidget(c)
	return widgets.Edge(l.RTL(), nil, nil, t, nil, widgets.Inset(0, theme.Space2, c))
}
