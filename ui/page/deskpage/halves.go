package deskpage

import (
	"fyne.io/fyne/v2"

	"lanyard/ui/theme"
)

// halves lays two objects beside each other in the direction of reading, the second a little wider.
type halves struct{ rtl bool }

// MinSize implements fyne.Layout.
func (h *halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(240, a.Width)+theme.Space4+max(320, b.Width), max(a.Height, b.Height))
}

// Layout implements fyne.Layout.
func (h *halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first := (size.Width - theme.Space4) * 0.47
	second := size.Width - theme.Space4 - first
	x1, x2 := float32(0), first+theme.Space4
	if h.rtl {
		x1, x2 = second+theme.Space4, 0
	}
	objects[0].Move(fyne.NewPos(x1, 0))
	objects[0].Resize(fyne.NewSize(first, size.Height))
	objects[1].Move(fyne.NewPos(x2, 0))
	objects[1].Resize(fyne.NewSize(second, size.Height))
}

// fitting lays as many objects beside each other as there is room for, and asks for no width.
type fitting struct{ rtl bool }

// MinSize implements fyne.Layout.
func (f *fitting) MinSize(objects []fyne.CanvasObject) fyne.Size {
	height := float32(0)
	for _, o := range objects {
		height = max(height, o.MinSize().Height)
	}
	return fyne.NewSize(0, height)
}

// Layout implements fyne.Layout.
func (f *fitting) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	x := float32(0)
	for _, o := range objects {
		width := o.MinSize().Width
		if x+width > size.Width {
			o.Hide()
			x = size.Width
			continue
		}
		o.Show()
		at := x
		if f.rtl {
			at = size.Width - x - width
		}
		o.Move(fyne.NewPos(at, 0))
		o.Resize(fyne.NewSize(width, size.Height))
		x += width + theme.Space3
	}
}
