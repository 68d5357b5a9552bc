package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// pressable is what can be tapped, hovered, focused and pressed with Space or Enter.
// The widget that embeds it calls ExtendBaseWidget with itself and sets press.
type pressable struct {
	widget.BaseWidget
	FocusHook
	hovered, focused bool
	press            func()
	key              func(*fyne.KeyEvent) // further keys, may be nil
	self             fyne.CanvasObject    // the widget that embeds it, for keys that it hands on; may be nil
}

// Tapped implements fyne.Tappable.
func (p *pressable) Tapped(*fyne.PointEvent) { p.activate() }

func (p *pressable) activate() {
	if p.press != nil {
		p.press()
	}
}

// MouseIn implements desktop.Hoverable.
func (p *pressable) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.Refresh() }

// MouseMoved implements desktop.Hoverable.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (p *pressable) MouseOut() { p.hovered = false; p.Refresh() }

// FocusGained implements fyne.Focusable.
func (p *pressable) FocusGained() { p.focused = true; p.Refresh(); p.Gained() }

// FocusLost implements fyne.Focusable.
func (p *pressable) FocusLost() { p.focused = false; p.Refresh() }

// TypedRune implements fyne.Focusable.
func (p *pressable) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (p *pressable) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.activate()
	default:
		if p.key != nil {
			p.key(ev)
		}
		if p.self != nil {
			PassKey(p.self, ev)
		}
	}
}

// Cursor implements desktop.Cursorable.
func (p *pressable) Cursor() desktop.Cursor { return desktop.PointerCursor }

// focus gives an object the focus of its window, if it is in one.
func focus(o fyne.CanvasObject) {
	if target, ok := o.(fyne.Focusable); ok {
		if c := CanvasOf(o); c != nil {
			c.Focus(target)
		}
	}
}

// CanvasOf gives the canvas of an object. The toolkit knows it only once the object was drawn; before that it is the
// canvas of the only window, or nil.
func CanvasOf(o fyne.CanvasObject) fyne.Canvas {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		return c
	}
	if windows := driver.AllWindows(); len(windows) == 1 {
		return windows[0].Canvas()
	}
	return nil
}
