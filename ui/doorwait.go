package ui

import (
	"errors"
	"image/color"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/theme"
)

// count lets the seconds run down that whoever guesses PINs has to wait.
func (d *door) count(err error) {
	var wait *seminar.Error
	if seminar.CodeOf(err) != "operator_wait" || !errors.As(err, &wait) {
		return
	}
	said, pin := d.field.Error, d.pin
	left, _ := strconv.Atoi(wait.Args["seconds"])
	d.window.after(time.Second, func() {
		if d.pin != pin || d.field.Error != said {
			return // something else is said there by now
		}
		if left <= 1 {
			d.field.SetError("")
			d.field.SetHint(d.window.lang.T("window.lock.again"))
			return
		}
		next := wait.WithArg("seconds", strconv.Itoa(left-1))
		next.Message = d.window.lang.T("error.operator_wait", "seconds", left-1)
		d.field.SetError(next.Message)
		d.count(next)
	})
}

// shade dims what a card lies over, in either theme.
var shade = color.NRGBA{A: 0x8c}

// middle puts one object into the middle: of a width if there is room, as high as what it holds within a margin, or as
// there is room.
type middle struct {
	width, around float32
	holds         fyne.CanvasObject
}

// MinSize implements fyne.Layout.
func (m *middle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout implements fyne.Layout.
func (m *middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w, most := min(m.width, size.Width-2*theme.Space5), size.Height-2*theme.Space5
	objects[0].Resize(fyne.NewSize(w, most)) // texts know their height once they know their width
	h := min(m.holds.MinSize().Height+2*m.around, most)
	objects[0].Resize(fyne.NewSize(w, h))
	objects[0].Move(fyne.NewPos((size.Width-w)/2, (size.Height-h)/2))
}
