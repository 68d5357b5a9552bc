package attendeespage

import "fyne.io/fyne/v2"

// countWidth is the room for how many people there are, beside the filters.
const countWidth = 138

// between lays the table between what stands above it and what stands below: each of those as high as it is at this width,
// for the filters and the buttons wrap.
type between struct{}

// MinSize implements fyne.Layout.
func (between) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 0)
	for _, o := range objects {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		size.Height += m.Height
	}
	return size
}

// Layout implements fyne.Layout.
func (between) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top, middle, bottom := objects[0], objects[1], objects[2]
	above, below := heightAt(top, size.Width), heightAt(bottom, size.Width)
	top.Move(fyne.NewPos(0, 0))
	middle.Move(fyne.NewPos(0, above))
	middle.Resize(fyne.NewSize(size.Width, max(0, size.Height-above-below)))
	bottom.Move(fyne.NewPos(0, size.Height-below))
}

// heightAt makes an object as wide as that, and as high as it then needs.
func heightAt(o fyne.CanvasObject, width float32) float32 {
	for range 2 { // what wraps knows its height only once it has its width
		o.Resize(fyne.NewSize(width, o.MinSize().Height))
	}
	return o.Size().Height
}
