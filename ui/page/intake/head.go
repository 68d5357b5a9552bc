package intake

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// head is what stands above each step: where one is on the way, the list, and the ways back and on.
func (k *Intake) head(title string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	l := k.Env.Lang
	rtl := l.RTL()
	way, on := []fyne.CanvasObject{}, "›"
	if rtl {
		on = "‹"
	}
	at := slices.Index(steps(), k.step)
	for i, s := range steps() {
		if i > 0 {
			way = append(way, widgets.NewText(on, theme.CaptionSize, theme.QuietText))
		}
		word := widgets.NewText(l.Number(i+1)+". "+l.T("intake.step."+string(s)), theme.CaptionSize, theme.QuietText)
		word.RTL = rtl
		if i == at {
			word.Colour, word.Style.Bold = theme.Text, true
		}
		way = append(way, word)
	}
	name := widgets.Title(title)
	name.RTL = rtl
	return widgets.Column(theme.Space1, widgets.Row(rtl, theme.Space2, way...), widgets.Edge(rtl, nil, nil, nil, widgets.Row(rtl, theme.Space2, buttons...), name))
}

// page lays a step out: what stands above and below is as high as it needs to be, the rest takes the room that is left. Tab goes
// through them from the top.
func page(above []fyne.CanvasObject, rest, below fyne.CanvasObject) fyne.CanvasObject {
	top := container.NewVBox(widgets.Column(theme.Space3, above...), widgets.Fixed(0, theme.Space1, container.NewStack()))
	all := []fyne.CanvasObject{top, rest}
	if below != nil {
		all = append(all, below)
	}
	return container.New(layout.NewBorderLayout(top, below, nil, nil), all...)
}
