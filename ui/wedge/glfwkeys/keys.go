// Package glfwkeys lets a detector of scans hear every key of a window before the toolkit does.
//
// Fyne gives keys to what has the focus and has no hook before that (fyne-io/fyne#953). Its windows on Linux, Windows and
// macOS are GLFW's, whose callbacks can be wrapped: each wrapper hands on to the one it found.
package glfwkeys

import (
	"time"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"

	"lanyard/ui/wedge"
)

// heartbeat is how often the detector is told that all keys were heard, which bounds how late one can be.
const heartbeat = 50 * time.Millisecond

// quick is how often keys are heard while a scan may be under way, oftener than the toolkit draws: then the scan is saved while
// the next frame is still to come, and is in it.
const quick = 4 * time.Millisecond

// Listen puts a detector before a window that is shown. It says false, and does nothing, if the window is none of GLFW's:
// then scans go to what has the focus. It is called once a window, on the UI thread; stop ends the beat.
func Listen(window fyne.Window, d *wedge.Detector, stop <-chan struct{}) bool {
	w := under(window)
	if w == nil {
		return false
	}
	k := &keys{Detector: d, stop: stop}
	k.key = w.SetKeyCallback(k.pressed)
	k.char = w.SetCharCallback(k.typed)
	mouse := w.SetMouseButtonCallback(nil)
	w.SetMouseButtonCallback(func(w *glfw.Window, b glfw.MouseButton, a glfw.Action, m glfw.ModifierKey) {
		k.Flush() // what was typed before a click belongs to what had the focus before it
		if k.Touch != nil && a == glfw.Press {
			k.Touch()
		}
		mouse(w, b, a, m)
	})
	focus := w.SetFocusCallback(nil)
	w.SetFocusCallback(func(w *glfw.Window, focused bool) {
		k.Flush()
		focus(w, focused)
	})
	go k.beat()
	return true
}

// under is the GLFW window under one of Fyne's. The method is the toolkit's own, for its painters.
func under(window fyne.Window) (w *glfw.Window) {
	if c, ok := window.(interface{ RunWithContext(func()) }); ok {
		c.RunWithContext(func() { w = glfw.GetCurrentContext() })
	}
	return w
}

type keys struct {
	*wedge.Detector
	key   glfw.KeyCallback
	char  glfw.CharCallback
	timed bool // somebody will ask what became of the keys that are held
	stop  <-chan struct{}
}

func (k *keys) pressed(w *glfw.Window, key glfw.Key, code int, action glfw.Action, mods glfw.ModifierKey) {
	e := wedge.Event{Class: class(key, mods), Key: code, Pass: func() { k.key(w, key, code, action, mods) }}
	switch action {
	case glfw.Release:
		e.Kind = wedge.Release
	case glfw.Repeat:
		e.Kind = wedge.Repeat
	}
	k.hear(e)
}

func (k *keys) typed(w *glfw.Window, r rune) {
	k.hear(wedge.Event{Kind: wedge.Char, Rune: r, Pass: func() { k.char(w, r) }})
}

func (k *keys) hear(e wedge.Event) {
	k.Hear(e)
	if k.Holding() && !k.timed {
		k.timed = true
		k.askIn(quick)
	}
}

// askIn lets the detector decide after a while.
func (k *keys) askIn(wait time.Duration) {
	time.AfterFunc(wait, func() {
		fyne.Do(func() {
			k.poll()
			if k.Expire() > 0 {
				k.askIn(quick)
				return
			}
			k.timed = false
		})
	})
}

// poll hears what was typed while the window was busy.
func (k *keys) poll() {
	if k.over() {
		return
	}
	now := k.Now()
	glfw.PollEvents()
	k.Polled(now)
}

// beat polls while the window lives.
func (k *keys) beat() {
	tick := time.NewTicker(heartbeat)
	defer tick.Stop()
	for {
		select {
		case <-k.stop:
			return
		case <-tick.C:
			fyne.DoAndWait(k.poll) // a window that is busy is not asked twice
		}
	}
}

// over says that the window is closed, or that a signal ended the program with the window open: then the library is gone.
func (k *keys) over() (over bool) {
	select {
	case <-k.stop:
		return true
	default:
	}
	defer func() { over = recover() != nil }()
	glfw.GetTime() // panics without the library
	return false
}

// class says what a key is for. Ctrl and Alt together are AltGr where it has no key of its own, and write.
func class(key glfw.Key, mods glfw.ModifierKey) wedge.Class {
	const both = glfw.ModControl | glfw.ModAlt
	switch {
	case key >= glfw.KeyLeftShift && key <= glfw.KeyRightSuper, key == glfw.KeyCapsLock, key == glfw.KeyNumLock:
		return wedge.Modifier
	case mods&glfw.ModSuper != 0, mods&both != 0 && mods&both != both:
		return wedge.Command
	case (key == glfw.KeyEnter || key == glfw.KeyKPEnter || key == glfw.KeyTab) && mods == 0:
		return wedge.End
	case key < glfw.KeyEscape, key >= glfw.KeyKP0 && key <= glfw.KeyKPAdd, key == glfw.KeyKPEqual:
		return wedge.Text // of a key that GLFW does not know (-1) its character tells
	}
	return wedge.Command
}
