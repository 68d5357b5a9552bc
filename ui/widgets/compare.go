package widgets

import (
	"fyne.io/fyne/v2"

	"lanyard/ui/theme"
)

// compareTight is the width below which what comes of two things is not shown beside them, in device-independent pixels.
const compareTight float32 = 520

// CompareRow is one row of a comparison: a label, the two that are compared, and what comes of them. Rows of one width have
// their columns under each other. Where there is little room, the last column is left out.
func CompareRow(rtl bool, label, first, second, after fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &compareLayout{rtl: rtl}, Objects: []fyne.CanvasObject{label, first, second, after}}
}

// CompareSame is a row for what is the same in both: one value across the columns.
func CompareSame(rtl bool, label, value fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &compareLayout{rtl: rtl}, Objects: []fyne.CanvasObject{label, value}}
}

type compareLayout struct {
	rtl   bool
	width float32 // as it was last laid out: the height follows from it
}

// columns gives where the values begin, how wide each is, and how many of the objects are shown.
func (l *compareLayout) columns(n int, width float32) (start, each float32, shown int) {
	start = min(max(width*0.17, 84), 150) + theme.Space3
	if n == 2 {
		return start, max(0, width-start), n
	}
	if width < compareTight {
		n--
	}
	values := float32(n - 1)
	return start, max(0, (width-start-theme.Space4*(values-1))/values), n
}

func (l *compareLayout) lay(objects []fyne.CanvasObject, width float32, move bool) float32 {
	start, each, shown := l.columns(len(objects), width)
	height := float32(0)
	for i, o := range objects {
		showIf(o, i < shown)
		if i >= shown {
			continue
		}
		x, w := float32(0), start-theme.Space3
		if i > 0 {
			x, w = start+float32(i-1)*(each+theme.Space4), each
		}
		o.Resize(fyne.NewSize(w, max(o.Size().Height, o.MinSize().Height))) // texts know their height once they know their width
		h := o.MinSize().Height
		height = max(height, h)
		if move {
			place(o, startX(l.rtl, x, w, width), 0, w, h)
		}
	}
	return height
}

// MinSize implements fyne.Layout.
func (l *compareLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(240, l.lay(objects, max(l.width, 240), false))
}

// Layout implements fyne.Layout.
func (l *compareLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.lay(objects, size.Width, true)
}
