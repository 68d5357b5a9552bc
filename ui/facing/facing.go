// Package facing is the second window: a screen that faces the attendee and greets who was just checked in.
package facing

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"lanyard/ui/theme"
	"lanyard/ui/widgets"
)

// Words is what stands on the screen, the largest in the middle. Empty ones take no room.
type Words struct {
	Kind   widgets.Kind // KindReady while nobody stands there
	Above  string       // "Welcome", or the seminar's venue and day
	Name   string       // the name, or the seminar's title
	Native string       // the name in the person's own script
	Below  []string     // where to go, what comes next
	RTL    bool
}

// Screen is the window. Its methods are called on the UI thread.
type Screen struct {
	window fyne.Window
	ground *canvas.Rectangle
	view   *view
	rest   Words
	turn   int // grows with everything that is shown; an old timer finds it changed
	after  func(time.Duration, func())
	typed  []rune
	onScan func(string)
}

// Options are what a screen is opened with.
type Options struct {
	App    fyne.App
	Title  string
	After  func(d time.Duration, f func()) // calls f on the UI thread after a time
	OnScan func(code string)               // what a scanner typed while this window had the focus
	Closed func()
}

// GreetingTime is how long a greeting stays when nobody comes after.
const GreetingTime = 6 * time.Second

// Open opens the screen.
func Open(o Options) *Screen {
	s := &Screen{window: o.App.NewWindow(o.Title), ground: canvas.NewRectangle(theme.Color(theme.Ground)), view: newView(), after: o.After, onScan: o.OnScan}
	s.window.SetPadded(false)
	s.window.SetContent(container.NewStack(s.ground, s.view))
	s.window.Resize(fyne.NewSize(960, 600))
	s.window.SetOnClosed(o.Closed)
	s.window.Canvas().SetOnTypedRune(func(r rune) { s.typed = append(s.typed, r) })
	s.window.Canvas().SetOnTypedKey(s.key)
	s.window.Show()
	return s
}

// key hears F11 and Escape, and the end of a scan.
func (s *Screen) key(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyF11:
		s.window.SetFullScreen(!s.window.FullScreen())
	case fyne.KeyEscape:
		s.window.SetFullScreen(false)
	case fyne.KeyReturn, fyne.KeyEnter:
		code := string(s.typed)
		s.typed = nil
		if code != "" && s.onScan != nil {
			s.onScan(code)
		}
	}
}

// Close closes the window.
func (s *Screen) Close() { s.window.Close() }

// Rest says what stands there while nobody is greeted.
func (s *Screen) Rest(w Words) {
	w.Kind = widgets.KindReady
	s.rest = w
	if s.view.words.Kind == widgets.KindReady {
		s.show(w)
	}
}

// Greet shows a greeting for a while.
func (s *Screen) Greet(w Words) {
	s.turn++
	turn := s.turn
	s.show(w)
	s.after(GreetingTime, func() {
		if s.turn == turn {
			s.show(s.rest)
		}
	})
}

func (s *Screen) show(w Words) {
	ground, _, _ := w.Kind.Colours()
	s.ground.FillColor = theme.Color(ground)
	s.ground.Refresh()
	s.view.set(w)
}
