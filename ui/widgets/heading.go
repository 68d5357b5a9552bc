package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/ui/theme"
)

// leastTitle is the width that a title keeps beside the buttons of a page.
const leastTitle = 160

// Heading puts the title of a page and its buttons on one line, the buttons at its end; where they do not fit, the buttons
// stand under the title, as many lines as they need.
func Heading(rtl bool, title fyne.CanvasObject, buttons ...fyne.CanvasObject) *fyne.Container {
	flow := &flowLayout{rtl: rtl, gap: theme.Space1}
	return container.New(&headingLayout{flow: flow, row: Row(rtl, theme.Space1, buttons...)}, append([]fyne.CanvasObject{title}, buttons...)...)
}

type headingLayout struct {
	flow *flowLayout
	row  *fyne.Container // measures the buttons in one line
}

func (h *headingLayout) fits(width float32) bool {
	return leastTitle+theme.Space3+h.row.MinSize().Width <= width
}

// MinSize implements fyne.Layout.
func (h *headingLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	title, below := objects[0].MinSize(), h.flow.MinSize(objects[1:])
	size := fyne.NewSize(max(title.Width, below.Width), 0)
	if h.fits(h.flow.width) {
		size.Height = max(title.Height, h.row.MinSize().Height)
	} else {
		size.Height = title.Height + theme.Space2 + below.Height
	}
	return size
}

// Layout implements fyne.Layout.
func (h *headingLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	title, buttons := objects[0], objects[1:]
	w, y, left := size.Width, float32(0), float32(0)
	if h.fits(size.Width) {
		width := h.row.MinSize().Width
		left = size.Width - width
		w = left - theme.Space3
		place(title, startX(h.flow.rtl, 0, w, size.Width), 0, w, size.Height)
	} else {
		height := title.MinSize().Height
		place(title, 0, 0, w, height)
		y = height + theme.Space2
	}
	h.flow.width = size.Width
	room := size.Width - left + 1 // a line that fits exactly stays one
	if height := h.flow.lay(buttons, room, func(fyne.CanvasObject, float32, float32, fyne.Size) {}); left > 0 {
		y = (size.Height - height) / 2
	}
	h.flow.lay(buttons, room, func(o fyne.CanvasObject, x, down float32, m fyne.Size) {
		place(o, startX(h.flow.rtl, left+x, m.Width, size.Width), y+down, m.Width, m.Height)
	})
}
