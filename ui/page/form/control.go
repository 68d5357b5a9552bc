package form

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"lanyard/ui/widgets"
)

// keys are what every control of a form does with the keys that steer the form.
type keys struct {
	next   func()       // Enter
	submit func()       // Ctrl+Enter
	cancel func()       // Escape
	open   func()       // F2
	take   func()       // F3
	place  func()       // F4
	later  func()       // F6
	undo   func() bool  // Ctrl+Z, true if there was something of the form's to undo; may be nil
	gained func()       // the control has the focus now
	code   func(string) // a scanner typed a badge's code into the entry; may be nil
}

// typed says whether a key steers the form, and does it.
func (k *keys) typed(ev *fyne.KeyEvent) bool {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		call(k.next)
	case fyne.KeyEscape:
		call(k.cancel)
	case fyne.KeyF2:
		call(k.open)
	case fyne.KeyF3:
		call(k.take)
	case fyne.KeyF4:
		call(k.place)
	case fyne.KeyF6:
		call(k.later)
	default:
		return false
	}
	return true
}

// shortcut says whether a key with a modifier is the form's, and does what it says.
func (k *keys) shortcut(s fyne.Shortcut) bool {
	if _, ok := s.(*fyne.ShortcutUndo); ok && k.undo != nil {
		return k.undo()
	}
	key, ok := s.(fyne.KeyboardShortcut)
	if !ok || key.Mod() != fyne.KeyModifierShortcutDefault || (key.Key() != fyne.KeyReturn && key.Key() != fyne.KeyEnter) {
		return false
	}
	call(k.submit)
	return true
}

func call(f func()) {
	if f != nil {
		f()
	}
}

// entry is an entry of one line that knows the keys of a form.
type entry struct {
	widgets.Entry
	keys
	up, down func()            // arrow keys, may be nil
	shift    bool              // is held down
	focused  func(gained bool) // may be nil
}

func newEntry() *entry {
	e := &entry{}
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey implements fyne.Focusable.
func (e *entry) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyUp && e.up != nil:
		e.up()
	case ev.Name == fyne.KeyDown && e.down != nil:
		e.down()
	case e.scanned(ev):
	case e.MultiLine && e.shift && (ev.Name == fyne.KeyReturn || ev.Name == fyne.KeyEnter):
		e.Entry.TypedKey(ev)
	case !e.typed(ev) && !widgets.PassKey(e, ev):
		e.Entry.TypedKey(ev)
	}
}

// rows makes it an entry of several lines, of which Shift+Enter begins the next one.
func (e *entry) rows() {
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.SetMinRowsVisible(longRows)
}

// KeyDown implements desktop.Keyable.
func (e *entry) KeyDown(ev *fyne.KeyEvent) { e.held(ev, true); e.Entry.KeyDown(ev) }

// KeyUp implements desktop.Keyable.
func (e *entry) KeyUp(ev *fyne.KeyEvent) { e.held(ev, false); e.Entry.KeyUp(ev) }

func (e *entry) held(ev *fyne.KeyEvent, down bool) {
	if ev.Name == desktop.KeyShiftLeft || ev.Name == desktop.KeyShiftRight {
		e.shift = down
	}
}

// scanned takes a badge's code out of the entry, where a scanner typed it behind what stood there before.
func (e *entry) scanned(ev *fyne.KeyEvent) bool {
	if e.code == nil || (ev.Name != fyne.KeyReturn && ev.Name != fyne.KeyEnter) {
		return false
	}
	rest := strings.TrimRightFunc(e.Text, unicode.IsDigit)
	code := e.Text[len(rest):]
	if utf8.RuneCountInString(code) < shortestCode {
		return false
	}
	e.SetText(rest)
	e.code(code)
	return true
}

// shortestCode is the least number of digits that no phone number has, and every badge.
const shortestCode = 20

// TypedShortcut implements fyne.Shortcutable. What the entry does not know goes to the window, which would not hear of
// it otherwise.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	if !e.shortcut(s) && !widgets.PassShortcut(e, s, e.Text == "") {
		e.Entry.TypedShortcut(s)
	}
}

// FocusGained implements fyne.Focusable.
func (e *entry) FocusGained() {
	e.Entry.FocusGained()
	call(e.gained)
	if e.focused != nil {
		e.focused(true)
	}
}

// FocusLost implements fyne.Focusable.
func (e *entry) FocusLost() {
	e.Entry.FocusLost()
	if e.focused != nil {
		e.focused(false)
	}
}

// choice is a drop-down list that knows the keys of a form.
type choice struct {
	widgets.Select
	keys
	ids []string
}

// newChoice offers ids by their labels.
func newChoice(ids, labels []string) *choice {
	c := &choice{ids: ids}
	c.ExtendBaseWidget(c)
	c.PlaceHolder = " "
	c.SetOptions(labels)
	return c
}

func (c *choice) id() string {
	if i := c.SelectedIndex(); i >= 0 && i < len(c.ids) {
		return c.ids[i]
	}
	return ""
}

func (c *choice) setID(id string) {
	for i, known := range c.ids {
		if known == id {
			c.SetSelectedIndex(i)
			return
		}
	}
	c.ClearSelected()
}

// FocusGained implements fyne.Focusable.
func (c *choice) FocusGained() { c.Select.FocusGained(); call(c.gained) }

// TypedKey implements fyne.Focusable.
func (c *choice) TypedKey(ev *fyne.KeyEvent) {
	if !c.typed(ev) {
		c.Select.TypedKey(ev)
	}
}

// TypedRune implements fyne.Focusable: a letter goes to the next choice that begins with it.
func (c *choice) TypedRune(r rune) {
	want := fold(string(r))
	for i := range c.Options {
		next := (c.SelectedIndex() + 1 + i) % len(c.Options)
		if want != "" && strings.HasPrefix(fold(c.Options[next]), want) {
			c.SetSelectedIndex(next)
			return
		}
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (c *choice) TypedShortcut(s fyne.Shortcut) { pass(c, &c.keys, s) }

// tick is a box to tick that knows the keys of a form.
type tick struct {
	widgets.Check
	keys
	up, down func() // arrow keys, may be nil
}

func newTick(label string) *tick {
	t := &tick{}
	t.Label, t.Text = label, label
	t.ExtendBaseWidget(t)
	return t
}

// FocusGained implements fyne.Focusable.
func (t *tick) FocusGained() { t.Check.FocusGained(); call(t.gained) }

// TypedKey implements fyne.Focusable.
func (t *tick) TypedKey(ev *fyne.KeyEvent) {
	switch {
	case ev.Name == fyne.KeyUp && t.up != nil:
		t.up()
	case ev.Name == fyne.KeyDown && t.down != nil:
		t.down()
	case !t.typed(ev):
		t.Check.TypedKey(ev)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (t *tick) TypedShortcut(s fyne.Shortcut) { pass(t, &t.keys, s) }

// pass hands a shortcut to the form, else to the window.
func pass(o fyne.CanvasObject, k *keys, s fyne.Shortcut) {
	if k.shortcut(s) {
		return
	}
	if c, ok := widgets.CanvasOf(o).(fyne.Shortcutable); ok {
		c.TypedShortcut(s)
	}
}
