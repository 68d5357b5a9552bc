package designerpage

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	docpage "lanyard/internal/page"
	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// colour is a colour by its name or its number, with a spot of it; some are a tap away.
func (p *props) colour(label string, words []option, get func() string, set func(string)) *widgets.FormField {
	spot := canvas.NewRectangle(color.Transparent)
	spot.CornerRadius, spot.StrokeWidth = 6, 1
	e := widgets.NewEntry(p.page.env.Lang.T("designer.colour.none"), false)
	f := p.field(label, widgets.Edge(p.page.env.Lang.RTL(), nil, nil, container.NewCenter(widgets.Fixed(24, 24, spot)),
		p.page.tool(theme.IconChevronDown, label, func() {}), e))
	show := func() {
		spot.FillColor, spot.StrokeColor = color.Transparent, theme.Color(theme.Line)
		if c, err := docpage.ParseColour(get()); err == nil {
			spot.FillColor = color.NRGBA{R: c.R, G: c.G, B: c.B, A: 255}
		}
		spot.Refresh()
	}
	known := func(text string) (string, bool) {
		text = strings.TrimSpace(text)
		for _, o := range words {
			if strings.EqualFold(text, o.label) || text == o.value {
				return o.value, true
			}
		}
		if !strings.HasPrefix(text, "#") {
			text = "#" + text
		}
		_, err := docpage.ParseColour(text)
		return strings.ToLower(text), err == nil && len(text) == 7
	}
	say := func(value string) string {
		for _, o := range words {
			if o.value == value {
				return o.label
			}
		}
		return value
	}
	take := func() {
		v, ok := known(e.Text)
		if !ok {
			f.SetError(p.page.env.Lang.T("designer.colour.bad"))
			return
		}
		f.SetError("")
		if v != get() {
			set(v)
		}
	}
	e.Text = say(get())
	e.OnEnter, e.OnLeave, e.OnEscape = take, take, p.leave
	p.onFollow(func() {
		show()
		if now := say(get()); e.Text != now && p.page.env.Window.Canvas().Focused() != fyne.Focusable(e) {
			e.SetText(now)
			f.SetError("")
		}
	})
	show()
	more := f.Control.(*fyne.Container).Objects
	for _, o := range more {
		if t, ok := o.(*tool); ok {
			t.OnTapped = func() {
				var items []*fyne.MenuItem
				for _, o := range append(slices.Clone(words), inks()...) {
					items = append(items, fyne.NewMenuItem(o.label, func() { set(o.value) }))
				}
				p.page.popUp(items, t)
			}
		}
	}
	return f
}

// inks are colours that print well, as the shipped templates have them.
func inks() []option {
	var all []option
	for _, hex := range []string{"#1b1f1d", "#5c645f", "#ffffff", "#147a80", "#2f6fb2", "#3d7a57", "#a65a1f", "#b05079", "#8a6d12", "#7463c0", "#c04a3c"} {
		all = append(all, option{hex, hex})
	}
	return all
}
