package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"lanyard/ui/theme"
)

// ScanEntry is the one large entry that takes badges from a scanner and names from the keyboard.
// Both Enter keys submit and it keeps the focus; it is never disabled, so no scan is lost while an
// earlier one is being saved.
type ScanEntry struct {
	widget.BaseWidget
	Placeholder string
	RTL         bool

	OnChanged   func(text string)
	OnSubmitted func(text string)
	OnUp        func() // arrow keys move through the results below
	OnDown      func()
	OnEscape    func() // after the entry has cleared itself
	// OnFocusChanged tells when the entry gains or loses the focus to something else.
	OnFocusChanged func(focused bool)
	// OnKey sees every other key first; true means it was used up.
	OnKey func(*fyne.KeyEvent) bool

	inner *scanInner
}

// NewScanEntry makes an entry.
func NewScanEntry(placeholder string) *ScanEntry {
	s := &ScanEntry{Placeholder: placeholder}
	s.inner = &scanInner{scan: s}
	s.inner.ExtendBaseWidget(s.inner)
	s.inner.Wrapping = fyne.TextWrapOff
	s.inner.Scroll = fyne.ScrollHorizontalOnly
	s.inner.OnChanged = func(text string) {
		if s.OnChanged != nil {
			s.OnChanged(text)
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// Text is what stands in the entry.
func (s *ScanEntry) Text() string { return s.inner.Text }

// SetText puts text into the entry with the cursor behind it, as if it had been typed.
func (s *ScanEntry) SetText(text string) {
	s.inner.SetText(text)
	s.inner.CursorColumn = len([]rune(text))
	s.inner.Refresh()
}

// Clear empties the entry.
func (s *ScanEntry) Clear() { s.SetText("") }

// SelectAll marks the whole text, so that the next key or scan replaces it.
func (s *ScanEntry) SelectAll() { s.inner.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// Take gives the entry the focus of its window.
func (s *ScanEntry) Take() { focus(s.inner) }

// Focusable is the part of the entry that takes the focus, for canvas.Focus and for tests.
func (s *ScanEntry) Focusable() fyne.Focusable { return s.inner }

// Focused says whether typing goes here.
func (s *ScanEntry) Focused() bool { return s.inner.focused }

// CreateRenderer implements fyne.Widget.
func (s *ScanEntry) CreateRenderer() fyne.WidgetRenderer {
	const height = 56
	back := newBox(theme.Surface, theme.Line, theme.Radius)
	icon := widget.NewIcon(nil)
	entry := container.NewThemeOverride(s.inner, &scanTheme{fyne.CurrentApp().Settings().Theme})
	p := &parts{objects: []fyne.CanvasObject{back.Rectangle, icon, entry}}
	p.min = func() fyne.Size { return fyne.NewSize(240, height) }
	p.layout = func(size fyne.Size) {
		place(back, 0, 0, size.Width, size.Height)
		place(icon, startX(s.RTL, theme.Space4, 24, size.Width), (size.Height-24)/2, 24, 24)
		x := theme.Space4 + 24 + theme.Space1
		w := size.Width - x - theme.Space2
		h := entry.MinSize().Height
		place(entry, startX(s.RTL, x, w, size.Width), (size.Height-h)/2, w, h)
	}
	p.refresh = func() {
		back.stroke, back.StrokeWidth = theme.Line, 1
		colour := theme.QuietText
		if s.inner.focused {
			back.stroke, back.StrokeWidth, colour = theme.Accent, 2, theme.Accent
		}
		back.paint()
		icon.SetResource(theme.IconIn(theme.IconSearch, colour))
		if s.inner.PlaceHolder != s.Placeholder {
			s.inner.SetPlaceHolder(s.Placeholder)
		}
		p.layout(s.Size())
	}
	p.refresh()
	return p
}

// scanInner is the toolkit's entry with the keys of a registration desk.
type scanInner struct {
	widget.Entry
	scan    *ScanEntry
	focused bool
}

// TypedKey implements fyne.Focusable.
func (e *scanInner) TypedKey(ev *fyne.KeyEvent) {
	s := e.scan
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if s.OnSubmitted != nil {
			s.OnSubmitted(e.Text)
		}
	case fyne.KeyUp:
		call(s.OnUp)
	case fyne.KeyDown:
		call(s.OnDown)
	case fyne.KeyEscape:
		s.Clear()
		call(s.OnEscape)
	default:
		if (s.OnKey == nil || !s.OnKey(ev)) && !PassKey(e, ev) {
			e.Entry.TypedKey(ev)
		}
	}
}

// FocusGained implements fyne.Focusable.
func (e *scanInner) FocusGained() { e.Entry.FocusGained(); e.setFocused(true) }

// FocusLost implements fyne.Focusable.
func (e *scanInner) FocusLost() { e.Entry.FocusLost(); e.setFocused(false) }

func (e *scanInner) setFocused(focused bool) {
	e.focused = focused
	e.scan.Refresh()
	if e.scan.OnFocusChanged != nil {
		e.scan.OnFocusChanged(focused)
	}
}

func call(f func()) {
	if f != nil {
		f()
	}
}

// scanTheme makes the entry inside large and without a frame of its own.
type scanTheme struct{ current func() fyne.Theme }

func (t *scanTheme) Font(s fyne.TextStyle) fyne.Resource     { return t.current().Font(s) }
func (t *scanTheme) Icon(n fyne.ThemeIconName) fyne.Resource { return t.current().Icon(n) }

func (t *scanTheme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch n {
	case fynetheme.ColorNameInputBackground, fynetheme.ColorNameInputBorder:
		return color.Transparent
	}
	return t.current().Color(n, v)
}

func (t *scanTheme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case fynetheme.SizeNameText:
		return 20
	case fynetheme.SizeNameInputBorder:
		return 0
	}
	return t.current().Size(n)
}
