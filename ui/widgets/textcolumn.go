package widgets

import "fyne.io/fyne/v2"

// TextColumn puts objects under each other, each as wide as the column and as high as it then needs: texts that wrap ask for
// their lines once they know their width, which [Column] learns only a layout later. width is what the column is
// expected to have at first.
func TextColumn(gap, width float32, objects ...fyne.CanvasObject) *fyne.Container {
	c := &fyne.Container{Layout: &textColumnLayout{gap: gap, width: width}, Objects: objects}
	c.Refresh()
	return c
}

type textColumnLayout struct{ gap, width float32 }

// height makes an object as wide as the column and gives the height that it then needs.
func (l *textColumnLayout) height(o fyne.CanvasObject) float32 {
	if o.Size().Width != l.width {
		o.Resize(fyne.NewSize(l.width, max(o.Size().Height, o.MinSize().Height)))
	}
	return o.MinSize().Height
}

func (l *textColumnLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if size.Height > 0 {
			size.Height += l.gap
		}
		size.Height += l.height(o)
		size.Width = max(size.Width, o.MinSize().Width)
	}
	return size
}

func (l *textColumnLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if size.Width > 0 {
		l.width = size.Width
	}
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if y > 0 {
			y += l.gap
		}
		h := l.height(o)
		place(o, 0, y, l.width, h)
		y += h
	}
}
