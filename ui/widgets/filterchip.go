package widgets

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// Choice is one of the things that a [FilterChip] or a menu button offers.
type Choice struct {
	ID    string
	Label string
	Icon  theme.IconName // may be empty
}

// FilterChip is a filter with several choices behind one chip. A tap, Space, Enter or Down opens them; a choice is taken
// or left out each time it is chosen.
type FilterChip struct {
	pressable
	Label     string
	AllLabel  string // the choice that leaves nothing out
	Choices   []Choice
	Chosen    []string // IDs; none: nothing is left out
	RTL       bool
	OnChanged func(ids []string)
}

// NewFilterChip makes a filter that leaves nothing out.
func NewFilterChip(label, all string, choices []Choice, onChanged func([]string)) *FilterChip {
	c := &FilterChip{Label: label, AllLabel: all, Choices: choices, OnChanged: onChanged}
	c.ExtendBaseWidget(c)
	c.self, c.press = c, c.open
	c.key = func(ev *fyne.KeyEvent) {
		if ev.Name == fyne.KeyDown {
			c.open()
		}
	}
	return c
}

// Toggle takes a choice or leaves it out; "" takes everything again.
func (c *FilterChip) Toggle(id string) {
	switch at := slices.Index(c.Chosen, id); {
	case id == "":
		c.Chosen = nil
	case at >= 0:
		c.Chosen = slices.Delete(slices.Clone(c.Chosen), at, at+1)
	default:
		c.Chosen = append(slices.Clone(c.Chosen), id)
	}
	c.Refresh()
	if c.OnChanged != nil {
		c.OnChanged(c.Chosen)
	}
}

func (c *FilterChip) open() {
	all := fyne.NewMenuItem(c.AllLabel, func() { c.Toggle("") })
	all.Checked = len(c.Chosen) == 0
	items := []*fyne.MenuItem{all, fyne.NewMenuItemSeparator()}
	for _, choice := range c.Choices {
		item := fyne.NewMenuItem(choice.Label, func() { c.Toggle(choice.ID) })
		item.Checked = slices.Contains(c.Chosen, choice.ID)
		items = append(items, item)
	}
	popUp(c, items)
}

// popUp shows a menu under an object; nil where there is no window, or nothing to offer.
func popUp(under fyne.CanvasObject, items []*fyne.MenuItem) *widget.PopUpMenu {
	on := CanvasOf(under)
	if on == nil || len(items) == 0 {
		return nil
	}
	for _, item := range items {
		item.Label = reading(item.Label, item.Label, false)
	}
	menu := widget.NewPopUpMenu(fyne.NewMenu("", items...), on)
	menu.ShowAtRelativePosition(fyne.NewPos(0, under.Size().Height+theme.Space1), under)
	return menu
}

// words are what the chip says: its name, and the first of what was chosen.
func (c *FilterChip) words() string {
	var chosen []string
	for _, choice := range c.Choices {
		if slices.Contains(c.Chosen, choice.ID) {
			chosen = append(chosen, choice.Label)
		}
	}
	const shown = 2
	switch {
	case len(chosen) == 0:
		return c.Label
	case len(chosen) > shown:
		return c.Label + ": " + strings.Join(chosen[:shown], ", ") + " +" + strconv.Itoa(len(chosen)-shown)
	}
	return c.Label + ": " + strings.Join(chosen, ", ")
}

// CreateRenderer implements fyne.Widget.
func (c *FilterChip) CreateRenderer() fyne.WidgetRenderer {
	const height, arrow = 32, 16
	back, ring := newBox(theme.Surface, theme.Line, height/2), newRing(height/2)
	label := NewText("", theme.BodySize, theme.Text)
	down := widget.NewIcon(nil)
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, label, down, ring.Rectangle}}
	p.min = func() fyne.Size {
		return fyne.NewSize(min(label.MinSize().Width, 320)+2*theme.Space3+theme.Space1+arrow, height)
	}
	p.layout = func(s fyne.Size) {
		place(back, 0, 0, s.Width, s.Height)
		place(ring, 0, 0, s.Width, s.Height)
		placeBefore(label, down, arrow, s, c.RTL)
	}
	p.refresh = func() {
		back.fill, back.stroke = theme.Surface, theme.Line
		colour := theme.QuietText
		switch {
		case len(c.Chosen) > 0:
			back.fill, back.stroke, colour = theme.AccentWash, theme.Accent, theme.Accent
		case c.hovered:
			back.fill = theme.Hover
		}
		label.Text, label.RTL = c.words(), c.RTL
		label.Refresh()
		down.SetResource(theme.IconIn(theme.IconChevronDown, colour))
		showIf(ring.Rectangle, c.focused)
		back.paint()
		ring.paint()
		p.layout(c.Size())
	}
	p.refresh()
	return p
}

// NewMenuButton makes a button that opens a list of things to do.
func NewMenuButton(label string, icon theme.IconName, choices []Choice, chosen func(id string)) *Button {
	var b *Button
	b = NewButtonWithIcon(label, theme.Icon(icon), func() {
		var items []*fyne.MenuItem
		for _, c := range choices {
			item := fyne.NewMenuItem(c.Label, func() { chosen(c.ID) })
			if c.Icon != "" {
				item.Icon = theme.Icon(c.Icon)
			}
			items = append(items, item)
		}
		popUp(b, items)
	})
	return b
}
