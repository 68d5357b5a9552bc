package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Card is a piece of surface with a hairline around it.
type Card struct {
	widget.BaseWidget
	Content fyne.CanvasObject
	Padding float32 // inside, on all sides
}

// NewCard puts content on a card with the usual padding.
func NewCard(content fyne.CanvasObject) *Card {
	c := &Card{Content: content, Padding: theme.Space4}
	c.ExtendBaseWidget(c)
	return c
}

func (c *Card) inside() []fyne.CanvasObject { return []fyne.CanvasObject{c.Content} }

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	back := newBox(theme.Surface, theme.Line, theme.Radius)
	r := &parts{}
	list := func() {
		r.objects = []fyne.CanvasObject{back.Rectangle}
		if c.Content != nil {
			r.objects = append(r.objects, c.Content)
		}
	}
	list()
	r.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		if c.Content != nil {
			place(c.Content, c.Padding, c.Padding, s.Width-2*c.Padding, s.Height-2*c.Padding)
		}
	}
	r.min = func() fyne.Size {
		if c.Content == nil {
			return fyne.NewSquareSize(2 * c.Padding)
		}
		return c.Content.MinSize().AddWidthHeight(2*c.Padding, 2*c.Padding)
	}
	r.refresh = func() {
		list()
		back.paint()
		if c.Content != nil {
			c.Content.Refresh()
		}
		r.layout(c.Size())
	}
	return r
}

// Rule is a horizontal hairline.
func Rule() fyne.CanvasObject { return widget.NewSeparator() }
