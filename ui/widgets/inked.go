package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// inked is an icon in one of the theme's colours. The toolkit reads the drawing anew for every resource that it is given, which
// took a third of the time of a list of pills: it is given one only where the drawing or its ink is another, as it is in
// another theme.
type inked struct {
	*widget.Icon
	name   theme.IconName
	colour fyne.ThemeColorName
	ink    color.Color
}

func newInked() *inked { return &inked{Icon: widget.NewIcon(nil)} }

func (i *inked) show(name theme.IconName, colour fyne.ThemeColorName) {
	ink := theme.Color(colour)
	if name == i.name && colour == i.colour && ink == i.ink {
		return
	}
	i.name, i.colour, i.ink = name, colour, ink
	i.SetResource(theme.IconIn(name, colour))
}
