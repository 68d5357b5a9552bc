package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// rails are the rails that are shown.
func (h *house) rails() int { return len(uitest.Within[*widgets.Rail](h.Fyne().Content())) }

func TestTheLivePageHasAWallForItself(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	press := func(key fyne.KeyName) { h.Fyne().Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key}) }
	h.GoTo(page.Live)
	for _, c := range []struct {
		key  fyne.KeyName
		wall bool
	}{{fyne.KeyF11, true}, {fyne.KeyF11, false}, {fyne.KeyF11, true}, {fyne.KeyEscape, false}, {fyne.KeyF11, true}} {
		press(c.key)
		if h.Fyne().FullScreen() != c.wall || (h.rails() == 0) != c.wall {
			t.Errorf("after %s full screen is %v, with %d rails", c.key, h.Fyne().FullScreen(), h.rails())
		}
	}
	h.GoTo(page.Attendees)
	if h.rails() != 1 || !h.Fyne().FullScreen() {
		t.Error("another page in full screen has no rail")
	}
	h.GoTo(page.Live)
	if h.rails() != 0 {
		t.Error("back on the live page the rail is still there")
	}
}
