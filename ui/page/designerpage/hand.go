package designerpage

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lanyard/internal/document/template"
	"lanyard/internal/document/template/edit"
	"lanyard/ui/widgets"
)

// modifiers are the keys held down beside the pointer.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// grip is the handle at a point, if there is one.
func (s *stage) grip(at fyne.Position) (edit.Handle, bool) {
	const reach = 9
	for i, h := range s.lines.handles {
		if !h.Visible() {
			continue
		}
		middle := h.Position().AddXY(handleSide/2, handleSide/2)
		if math.Abs(float64(middle.X-at.X)) <= reach && math.Abs(float64(middle.Y-at.Y)) <= reach {
			return edit.Handles()[i], true
		}
	}
	if c := s.lines.turn; c.Visible() {
		if at = at.Subtract(c.Position().AddXY(turnSide/2, turnSide/2)); at.X*at.X+at.Y*at.Y <= reach*reach*2 {
			return edit.Turn, true
		}
	}
	return edit.Whole, false
}

// MouseDown implements desktop.Mouseable.
func (s *stage) MouseDown(ev *desktop.MouseEvent) {
	if s.deaf {
		return
	}
	if c := widgets.CanvasOf(s); c != nil {
		c.Focus(s)
	}
	if s.editor == nil {
		return
	}
	s.pressed, s.grasped = ev.AbsolutePosition, ev.Position
	s.rubber, s.picks = nil, ""
	if _, on := s.grip(ev.Position); on && ev.Button == desktop.MouseButtonPrimary {
		return // what is held is known once the pointer moves
	}
	x, y := s.view.point(ev.Position)
	id := s.editor.At(x, y, s.within(), ev.Modifier&fyne.KeyModifierControl != 0)
	more := ev.Modifier&fyne.KeyModifierShift != 0
	switch {
	case id == "" && !more:
		s.editor.Select()
	case id != "" && more:
		s.editor.Toggle(id)
	case id != "" && !s.editor.Selected(id):
		if ev.Button == desktop.MouseButtonPrimary && s.editor.Grasps(x, y, s.within()) {
			s.picks = id // a drag moves what is selected, though something lies over it; only a click takes that
			return
		}
		s.editor.Select(id)
	}
	if id == "" {
		s.rubber = &rubber{x: x, y: y, box: template.Place{X: x, Y: y}, more: more}
	}
	s.draw()
	s.onChanged()
	if ev.Button == desktop.MouseButtonSecondary {
		s.rubber = nil
		s.onMenu(ev.AbsolutePosition)
	}
}

// MouseUp implements desktop.Mouseable.
func (s *stage) MouseUp(*desktop.MouseEvent) {
	if s.rubber != nil && s.rubber.box.W == 0 {
		s.rubber = nil
	}
	if s.picks != "" && s.editor != nil {
		s.editor.Select(s.picks)
		s.picks = ""
		s.draw()
		s.onChanged()
	}
}

// Dragged implements fyne.Draggable.
func (s *stage) Dragged(ev *fyne.DragEvent) {
	if s.editor == nil || s.deaf {
		return
	}
	if s.rubber != nil {
		s.stretch(ev.Position)
		return
	}
	s.picks = ""
	dx, dy := ev.AbsolutePosition.X-s.pressed.X, ev.AbsolutePosition.Y-s.pressed.Y
	if s.hold == nil {
		handle, _ := s.grip(ev.Position.SubtractXY(dx, dy))
		if s.take(handle); s.hold == nil {
			return
		}
	}
	s.follow(dx, dy)
}

func (s *stage) stretch(at fyne.Position) {
	x, y := s.view.point(at)
	r := s.rubber
	r.box = template.Place{X: math.Min(x, r.x), Y: math.Min(y, r.y), W: math.Abs(x - r.x), H: math.Abs(y - r.y)}
	s.draw()
}

// DragEnd implements fyne.Draggable.
func (s *stage) DragEnd() {
	if r := s.rubber; r != nil {
		s.rubber = nil
		s.editor.Within(r.box, r.more)
		s.draw()
		s.onChanged()
		return
	}
	s.release(true)
}

// MouseIn implements desktop.Hoverable.
func (s *stage) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved implements desktop.Hoverable.
func (s *stage) MouseMoved(ev *desktop.MouseEvent) {
	if s.editor == nil || s.hold != nil {
		return
	}
	x, y := s.view.point(ev.Position)
	if id := s.editor.At(x, y, s.within(), false); id != s.over {
		s.over = id
		s.draw()
	}
}

// MouseOut implements desktop.Hoverable.
func (s *stage) MouseOut() {
	if s.over != "" && s.editor != nil {
		s.over = ""
		s.draw()
	}
}

// DoubleTapped implements fyne.DoubleTappable.
func (s *stage) DoubleTapped(*fyne.PointEvent) {
	if !s.deaf {
		s.onOpen()
	}
}

// FocusGained implements fyne.Focusable.
func (s *stage) FocusGained() { s.focused = true; s.Refresh() }

// FocusLost implements fyne.Focusable.
func (s *stage) FocusLost() { s.focused = false; s.Refresh() }

// AcceptsTab implements fyne.Tabbable: Tab goes from element to element, and on to the next control after the last.
func (s *stage) AcceptsTab() bool { return s.editor != nil && !s.deaf && s.editor.HasNext(s.way()) }

func (s *stage) way() int {
	if s.modifiers()&fyne.KeyModifierShift != 0 {
		return -1
	}
	return 1
}

// TypedRune implements fyne.Focusable.
func (s *stage) TypedRune(rune) {}

// How far an arrow key moves what is selected, in millimetres.
const (
	step  = 0.5
	leap  = 5.0
	crawl = 0.1
)

// TypedKey implements fyne.Focusable.
func (s *stage) TypedKey(ev *fyne.KeyEvent) {
	if s.editor == nil || s.deaf {
		s.onKey(ev)
		return
	}
	by := step
	if s.modifiers()&fyne.KeyModifierShift != 0 {
		by = leap
	}
	switch ev.Name {
	case fyne.KeyTab:
		s.editor.Next(s.way())
		s.draw()
		s.onChanged()
	case fyne.KeyReturn, fyne.KeyEnter:
		s.onOpen()
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
		s.nudge(ev.Name, by)
	default:
		s.onKey(ev)
	}
}

// TypedShortcut implements fyne.Shortcutable: arrows with Ctrl move a little, with Alt they resize, all else is the window's.
func (s *stage) TypedShortcut(sc fyne.Shortcut) {
	if own, ok := sc.(*desktop.CustomShortcut); ok && s.editor != nil && s.arrow(own) {
		return
	}
	if c, ok := widgets.CanvasOf(s).(fyne.Shortcutable); ok {
		c.TypedShortcut(sc)
	}
}

// arrow is an arrow key with Ctrl or Alt; false for any other key.
func (s *stage) arrow(key *desktop.CustomShortcut) bool {
	to, is := arrows[key.KeyName]
	switch {
	case !is:
		return false
	case key.Modifier == fyne.KeyModifierControl:
		s.nudge(key.KeyName, crawl)
	case key.Modifier == fyne.KeyModifierAlt:
		s.grown(s.editor.Grow(to[0]*step, to[1]*step, s.view.mirrored))
	case key.Modifier == fyne.KeyModifierAlt|fyne.KeyModifierShift:
		s.grown(s.editor.Grow(to[0]*leap, to[1]*leap, s.view.mirrored))
	default:
		return false
	}
	return true
}

// arrows are where the arrow keys point. It never changes.
var arrows = map[fyne.KeyName][2]float64{fyne.KeyLeft: {-1, 0}, fyne.KeyRight: {1, 0}, fyne.KeyUp: {0, -1}, fyne.KeyDown: {0, 1}}

// grown follows a change by keys, if there was one.
func (s *stage) grown(changed bool) {
	if changed {
		s.draw()
		s.onChanged()
	}
}

// nudge moves what is selected as an arrow points.
func (s *stage) nudge(key fyne.KeyName, by float64) {
	x, to := by, arrows[key]
	if s.view.mirrored {
		x = -x
	}
	s.grown(s.editor.Nudge(to[0]*x, to[1]*by))
}

// Cursor implements desktop.Cursorable.
func (s *stage) Cursor() desktop.Cursor {
	if s.over != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
