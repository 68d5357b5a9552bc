package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Shrinking lays an object at its own width at the start of what there is, narrower where there is less.
func Shrinking(rtl bool, object fyne.CanvasObject) *fyne.Container {
	return container.New(&shrinking{rtl: rtl}, object)
}

type shrinking struct{ rtl bool }

// MinSize implements fyne.Layout.
func (l *shrinking) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

// Layout implements fyne.Layout.
func (l *shrinking) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w := min(objects[0].MinSize().Width, size.Width)
	x := float32(0)
	if l.rtl {
		x = size.Width - w
	}
	objects[0].Move(fyne.NewPos(x, 0))
	objects[0].Resize(fyne.NewSize(w, size.Height))
}
