package bench_test

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// screen is a virtual screen, and the hands and eyes of the benchmark on it: keys are pressed and points of the screen
// are read over one connection, which costs a tenth of a millisecond.
type screen struct {
	testing.TB
	name string // of the display, such as ":99"
	x    *xgb.Conn
	root xproto.Window
	keys map[xproto.Keysym]xproto.Keycode
}

// Keys that are no letters (X11/keysymdef.h).
const (
	keyReturn xproto.Keysym = 0xff0d
	keyEscape xproto.Keysym = 0xff1b
	keyTab    xproto.Keysym = 0xff09
	keyCtrl   xproto.Keysym = 0xffe3
)

func openScreen(b testing.TB) *screen {
	b.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		b.Fatal(err)
	}
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1440x900x24", "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{w}
	if err := server.Start(); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { server.Process.Kill(); server.Wait() })
	w.Close()
	var number int
	if _, err := fmt.Fscan(r, &number); err != nil {
		b.Fatal(err)
	}
	s := &screen{TB: b, name: fmt.Sprintf(":%d", number), keys: map[xproto.Keysym]xproto.Keycode{}}
	xgb.Logger = log.New(io.Discard, "", 0) // it speaks of an authority file that a screen of one's own has no need of
	if s.x, err = xgb.NewConnDisplay(s.name); err != nil {
		b.Fatal(err)
	}
	b.Cleanup(s.x.Close)
	if err := xtest.Init(s.x); err != nil {
		b.Fatal(err)
	}
	setup := xproto.Setup(s.x)
	s.root = setup.DefaultScreen(s.x).Root
	m, err := xproto.GetKeyboardMapping(s.x, setup.MinKeycode, byte(setup.MaxKeycode-setup.MinKeycode+1)).Reply()
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; i < len(m.Keysyms); i += int(m.KeysymsPerKeycode) {
		if _, known := s.keys[m.Keysyms[i]]; !known {
			s.keys[m.Keysyms[i]] = setup.MinKeycode + xproto.Keycode(i/int(m.KeysymsPerKeycode))
		}
	}
	return s
}

// run starts the program on the screen and waits until its log says that it is ready and its window has the focus.
func (s *screen) run(program, workspace string) *exec.Cmd {
	s.Helper()
	cmd := exec.Command(program, "--workspace", workspace)
	cmd.Env = append(os.Environ(), "DISPLAY="+s.name, "LIBGL_ALWAYS_SOFTWARE=1")
	if err := cmd.Start(); err != nil {
		s.Fatal(err)
	}
	s.Cleanup(func() { cmd.Process.Kill(); cmd.Wait() })
	s.until("the program is ready", time.Minute, func() bool {
		said, _ := os.ReadFile(workspace + ".log")
		return bytes.Contains(said, []byte("msg=ready"))
	})
	s.until("the window has the focus", time.Minute, s.focus)
	return cmd
}

// focus gives the keyboard to the window, since nothing else on this screen would.
func (s *screen) focus() bool {
	tree, err := xproto.QueryTree(s.x, s.root).Reply()
	if err != nil {
		return false
	}
	for _, w := range tree.Children {
		name, err := xproto.GetProperty(s.x, false, w, xproto.AtomWmName, xproto.GetPropertyTypeAny, 0, 64).Reply()
		if err == nil && strings.HasPrefix(string(name.Value), "Lanyard") {
			xproto.ConfigureWindow(s.x, w, xproto.ConfigWindowX|xproto.ConfigWindowY|xproto.ConfigWindowWidth|xproto.ConfigWindowHeight, []uint32{0, 0, 1440, 900})
			return xproto.SetInputFocusChecked(s.x, xproto.InputFocusPointerRoot, w, xproto.TimeCurrentTime).Check() == nil
		}
	}
	return false
}

// press presses a key and lets it go; when it returns, the server has passed it on.
func (s *screen) press(key xproto.Keysym) {
	for _, kind := range []byte{xproto.KeyPress, xproto.KeyRelease} {
		xtest.FakeInput(s.x, kind, byte(s.keys[key]), 0, s.root, 0, 0, 0)
	}
	s.x.Sync()
}

// ctrl presses a key with Ctrl.
func (s *screen) ctrl(key xproto.Keysym) {
	xtest.FakeInput(s.x, xproto.KeyPress, byte(s.keys[keyCtrl]), 0, s.root, 0, 0, 0)
	s.press(key)
	xtest.FakeInput(s.x, xproto.KeyRelease, byte(s.keys[keyCtrl]), 0, s.root, 0, 0, 0)
	s.x.Sync()
}

// scan types a code as a scanner does, a digit a millisecond, and gives the moment of its Enter.
func (s *screen) scan(code string) time.Time {
	for _, c := range code {
		s.press(xproto.Keysym(c))
		time.Sleep(time.Millisecond)
	}
	pressed := time.Now()
	s.press(keyReturn)
	return pressed
}

// see reads a part of the screen, four bytes a point.
func (s *screen) see(x, y, width, height int) []byte {
	s.Helper()
	image, err := xproto.GetImage(s.x, xproto.ImageFormatZPixmap, xproto.Drawable(s.root), int16(x), int16(y), uint16(width), uint16(height), ^uint32(0)).Reply()
	if err != nil {
		s.Fatal(err)
	}
	return image.Data
}

func (s *screen) until(what string, patience time.Duration, is func() bool) time.Time {
	s.Helper()
	for begun := time.Now(); ; time.Sleep(200 * time.Microsecond) {
		if is() {
			return time.Now()
		}
		if time.Since(begun) > patience {
			s.Fatalf("after %v not yet: %s", patience, what)
		}
	}
}
