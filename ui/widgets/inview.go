package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"lanyard/ui/theme"
)

// FocusHook lets a control tell that it has the focus now. Controls embed it and call Gained.
type FocusHook struct{ gained func() }

// SetOnFocus says whom to tell.
func (h *FocusHook) SetOnFocus(f func()) { h.gained = f }

// Gained tells.
func (h *FocusHook) Gained() { call(h.gained) }

// nest is a widget with other controls in it.
type nest interface{ inside() []fyne.CanvasObject }

// KeepInView makes a scroll follow the focus through what it holds, so that Tab never leads out of sight. Call it again
// when controls were added.
func KeepInView(scroll *container.Scroll) { keepInView(scroll, scroll.Content) }

func keepInView(scroll *container.Scroll, o fyne.CanvasObject) {
	if hook, ok := o.(interface{ SetOnFocus(func()) }); ok {
		hook.SetOnFocus(func() { reveal(scroll, o) })
		return
	}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case nest:
		inside = o.inside()
	}
	for _, part := range inside {
		keepInView(scroll, part)
	}
}

// reveal scrolls an object into view, with what stands just above and below it.
func reveal(scroll *container.Scroll, o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	height := scroll.Size().Height
	if height <= 0 {
		return
	}
	const label, hint = 24, 28
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(scroll.Content).Y - label
	bottom := top + label + o.Size().Height + hint
	offset := scroll.Offset
	offset.Y = max(0, min(max(offset.Y, bottom-height), top))
	if offset.Y+theme.Space1 < scroll.Offset.Y || offset.Y > scroll.Offset.Y+theme.Space1 {
		scroll.ScrollToOffset(offset)
	}
}
