package widgets

import (
	"fyne.io/fyne/v2"

	"lanyard/ui/theme"
)

// parts is the renderer of every widget here: its objects and what lays them out.
type parts struct {
	objects []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	refresh func()
}

func (p *parts) Destroy()                     {}
func (p *parts) Layout(size fyne.Size)        { p.layout(size) }
func (p *parts) MinSize() fyne.Size           { return p.min() }
func (p *parts) Objects() []fyne.CanvasObject { return p.objects }

func (p *parts) Refresh() {
	if p.refresh != nil {
		p.refresh()
	}
}

// place moves and sizes an object in one call.
func place(o fyne.CanvasObject, x, y, w, h float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
}

// startX is the left edge of something w wide that begins x from the reading side of a width.
func startX(rtl bool, x, w, width float32) float32 {
	if rtl {
		return width - x - w
	}
	return x
}

// showIf shows or hides an object.
func showIf(o fyne.CanvasObject, visible bool) {
	if visible == o.Visible() {
		return
	}
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}

// placeBefore places a text before an icon in a chip of a size.
func placeBefore(text, icon fyne.CanvasObject, iconSize float32, s fyne.Size, rtl bool) {
	w := s.Width - 2*theme.Space3 - theme.Space1 - iconSize
	place(text, startX(rtl, theme.Space3, w, s.Width), 0, w, s.Height)
	place(icon, startX(rtl, s.Width-theme.Space3-iconSize, iconSize, s.Width), (s.Height-iconSize)/2, iconSize, iconSize)
}
