package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is the toolkit's entry, which hands shortcuts that it does not know itself to the window: with the plain one
// the keys of the pages would be deaf while somebody types.
type Entry struct {
	widget.Entry
	FocusHook
	focused  bool
	OnEscape func()
	OnEnter  func()                    // on one line only
	OnLeave  func()                    // the entry lost the focus
	OnKey    func(*fyne.KeyEvent) bool // asked before anything else; true if the key is used up
}

// NewEntry makes an entry of one line, or of several.
func NewEntry(placeholder string, multiline bool) *Entry {
	e := &Entry{}
	e.MultiLine = multiline
	if multiline {
		e.Wrapping = fyne.TextWrapWord
	}
	e.PlaceHolder = placeholder
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer implements fyne.Widget.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	return newRinged(e.Entry.CreateRenderer(), &e.focused)
}

// TypedShortcut implements fyne.Shortcutable.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if !PassShortcut(e, s, e.Text == "") {
		e.Entry.TypedShortcut(s)
	}
}

// AcceptsTab implements fyne.Tabbable: Tab leads on, also out of a text of several lines.
func (e *Entry) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable.
func (e *Entry) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case e.OnKey != nil && e.OnKey(ev):
	case ev.Name == fyne.KeyEscape && e.OnEscape != nil:
		e.OnEscape()
	case (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter) && !e.MultiLine && e.OnEnter != nil:
		e.OnEnter()
	case PassKey(e, ev):
	default:
		e.Entry.TypedKey(ev)
	}
}

// FocusGained implements fyne.Focusable.
func (e *Entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	e.Gained()
}

// FocusLost implements fyne.Focusable.
func (e *Entry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	call(e.OnLeave)
}

// TypedShortcut implements fyne.Shortcutable.
func (e *scanInner) TypedShortcut(s fyne.Shortcut) {
	if !PassShortcut(e, s, e.Text == "") {
		e.Entry.TypedShortcut(s)
	}
}

// PassShortcut hands a shortcut to the window of an object, if it is one that an entry has no use for: every custom
// one, and undo and redo where there is nothing to undo in the text.
func PassShortcut(o fyne.CanvasObject, s fyne.Shortcut, empty bool) bool {
	own, custom := s.(*desktop.CustomShortcut)
	if custom && editing(own.KeyName) {
		return false
	}
	_, undo := s.(*fyne.ShortcutUndo)
	_, redo := s.(*fyne.ShortcutRedo)
	if !custom && !((undo || redo) && empty) {
		return false
	}
	canvas, ok := CanvasOf(o).(fyne.Shortcutable)
	if ok {
		canvas.TypedShortcut(s)
	}
	return ok
}

// editing says whether an entry has a use for a key with Ctrl: to go and to delete word by word.
func editing(key fyne.KeyName) bool {
	switch key {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}

// PassKey hands a function key or Escape to the window of an object.
func PassKey(o fyne.CanvasObject, ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyF1, fyne.KeyF5, fyne.KeyF9, fyne.KeyF11, fyne.KeyEscape:
	default:
		return false
	}
	return HandOn(o, ev)
}

// passStep hands an arrow or a page key to the window of an object that has no use for them: who has pressed a button of a
// page goes on through its pages with the same keys as before.
func passStep(o fyne.CanvasObject, ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight, fyne.KeyPageUp, fyne.KeyPageDown:
	default:
		return false
	}
	return HandOn(o, ev)
}

// HandOn hands any key that an object has no use for to its window, where the keys of the page are heard.
func HandOn(o fyne.CanvasObject, ev *fyne.KeyEvent) bool {
	canvas := CanvasOf(o)
	if canvas == nil || canvas.OnTypedKey() == nil {
		return false
	}
	canvas.OnTypedKey()(ev)
	return true
}
