package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"lanyard/internal/demo"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// do presses a key of the page with Ctrl.
func (h *house) do(key fyne.KeyName) {
	h.Helper()
	for _, b := range h.Bindings() {
		if b.Shortcut != nil && b.Shortcut.Key() == key {
			b.Do()
			return
		}
	}
	h.Fatalf("no key Ctrl+%s", key)
}

// TestWarningsBeforeAFileAreAnsweredByEnterOrEscape is about the panel that tells what a page cannot show.
func TestWarningsBeforeAFileAreAnsweredByEnterOrEscape(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	uitest.Unprintable(t, h.desk, demo.ID("cooperation-2025"))
	for _, name := range []page.Name{page.Badges, page.Certificates} {
		h.GoTo(name)
		if name == page.Certificates {
			h.do(fyne.KeyI)
		}
		before := h.Focused()
		h.do(fyne.KeyS)
		if b, ok := h.Focused().(*widgets.Button); h.Panel() == nil || !ok || b.Importance != widget.HighImportance {
			t.Fatalf("%s: panel %v, %s has the focus", name, h.Panel(), described(h.Focused()))
		}
		h.Press(fyne.KeyEscape)
		if h.Panel() != nil || h.Focused() != before || h.Fyne().Canvas().Overlays().Top() != nil {
			t.Errorf("%s: Escape leaves the panel %v, the focus on %s", name, h.Panel(), described(h.Focused()))
		}
		if h.do(fyne.KeyS); h.Panel() == nil {
			t.Fatalf("%s: after Escape the key that saves does not warn again", name)
		}
		h.Press(fyne.KeyReturn)
		if h.Panel() != nil || h.Fyne().Canvas().Overlays().Top() == nil {
			t.Errorf("%s: after Enter no file is asked for", name)
		}
		h.Press(fyne.KeyEscape) // in the chooser
		if h.Fyne().Canvas().Overlays().Top() != nil || h.Focused() != before {
			t.Errorf("%s: after the chooser %s has the focus", name, described(h.Focused()))
		}
	}
}

// TestAHalfWrittenFormIsNotLostByOneKey is about the keys that bring something else into the place of a form.
func TestAHalfWrittenFormIsNotLostByOneKey(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	typed := func(key fyne.KeyName) { h.Fyne().Canvas().OnTypedKey()(&fyne.KeyEvent{Name: key}) }
	title := func() string {
		if h.Panel() == nil {
			return ""
		}
		return uitest.Within[*widgets.SidePanel](h.Panel())[0].Title
	}
	text := func() string { // of the entry with the focus
		e, ok := h.Focused().(interface{ SelectedText() string })
		if !ok {
			return "no entry"
		}
		h.Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
		return e.SelectedText()
	}
	rail := func() { uitest.Within[*widgets.Rail](h.Fyne().Content())[0].Select(string(page.Reports)) }
	for _, name := range []page.Name{page.Attendees, page.Programme} {
		for what, leave := range map[string]func(){"F1": func() { typed(fyne.KeyF1) }, "the rail": rail} {
			h.GoTo(name)
			h.do(fyne.KeyN)
			form := title()
			h.Write("Half")
			if leave(); title() != form || text() != "Half" {
				t.Fatalf("%s: %s closed what was half-written", name, what)
			}
			if marked := uitest.Within[*widgets.Rail](h.Fyne().Content())[0].Selected; marked != string(name) {
				t.Errorf("%s: after %s the rail marks %s", name, what, marked)
			}
			if leave(); title() == form {
				t.Errorf("%s: %s, pressed again, does nothing", name, what)
			}
			typed(fyne.KeyEscape)
		}
		h.GoTo(name)
		h.do(fyne.KeyN)
		h.Write("Half")
		if h.do(fyne.KeyN); text() != "Half" {
			t.Fatalf("%s: Ctrl+N empties what was half-written", name)
		}
		if h.do(fyne.KeyN); text() != "" {
			t.Errorf("%s: Ctrl+N, pressed again, does nothing", name)
		}
		typed(fyne.KeyEscape)
	}
}

// TestAHalfWrittenFormIsNotLostUnsaid is about what lies around the page: the seminar in the header, and what leaves the page
// or the program.
func TestAHalfWrittenFormIsNotLostUnsaid(t *testing.T) {
	for what, leave := range map[string]func(h *house){
		"another seminar in the header": func(h *house) {
			for _, s := range uitest.Within[*widgets.Select](h.Fyne().Content()) {
				if s.PlaceHolder == h.Env().Lang.T("window.no_seminar") {
					s.SetSelectedIndex(1 - s.SelectedIndex())
				}
			}
		},
		"self check-in":     func(h *house) { h.StartKiosk() },
		"another page":      func(h *house) { h.Env().Open(page.Reports, "") },
		"another workspace": func(h *house) { h.Env().OpenWorkspace() },
		"the end":           func(h *house) { h.Quit() },
	} {
		h := newHouse(t, demo.People, "en")
		h.GoTo(page.Attendees)
		h.do(fyne.KeyN)
		h.Write("Half")
		form, of := uitest.Within[*widgets.SidePanel](h.Panel())[0], h.Env().Seminar().ID
		gone := func() bool {
			return h.Panel() == nil || uitest.Within[*widgets.SidePanel](h.Panel())[0] != form || h.Fyne().Canvas().Overlays().Top() != nil || h.Closed()
		}
		if leave(h); gone() || form.Note != h.Env().Lang.T("common.unsaved") || h.Env().Seminar().ID != of {
			t.Fatalf("%s loses what was written, or does not say so", what)
		}
		if leave(h); !gone() {
			t.Errorf("%s: whoever insists does not get on", what)
		}
		if marked := h.Env().Seminar(); what == "another seminar in the header" && marked.ID == of {
			t.Errorf("the seminar is still %s", marked.Title("en"))
		}
	}
}

// TestAnUndoTakesBackWhatWasSaid is about the toast that offers an undo: it goes with what it told.
func TestAnUndoTakesBackWhatWasSaid(t *testing.T) {
	for _, name := range []page.Name{page.Programme, page.Desk} {
		h := newHouse(t, demo.People, "en") // with no toasts: three is the most that are shown
		h.GoTo(name)
		h.do(fyne.KeyN)
		h.Write("Zebra")
		for _, b := range uitest.Within[*widgets.Button](h.Panel()) {
			if b.Importance == widget.HighImportance {
				test.Tap(b)
			}
		}
		if undo := uitest.Within[*widgets.ToastStack](h.Fyne().Content())[0]; h.Panel() != nil || undo.Count() == 0 {
			t.Fatalf("%s: nothing was saved", name)
		}
		before := h.Toasts()
		if name == page.Desk {
			h.do(fyne.KeyZ)
		} else {
			h.Undo()
		}
		if h.Toasts() != before {
			t.Errorf("%s: %d toasts before the undo, %d after it", name, before, h.Toasts())
		}
	}
}

// TestCtrlEnterSavesAFormOfTheProgramme: wherever in it the focus is, also in a list to choose from.
func TestCtrlEnterSavesAFormOfTheProgramme(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	h.GoTo(page.Programme)
	before, err := h.desk.Seminars(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if h.Submit() {
		t.Error("the key saves though there is no form")
	}
	h.do(fyne.KeyM)
	h.Write("Another one")
	h.Fyne().Canvas().Focus(uitest.Within[*widgets.Select](h.Panel())[0])
	h.Submit()
	if now, err := h.desk.Seminars(t.Context()); err != nil || len(now) != len(before)+1 || h.Panel() != nil {
		t.Errorf("%d seminars instead of %d, %v", len(now), len(before)+1, err)
	}
}

// TestCtrlEnterRecordsAConsent that was chosen, as the panel opens: by the keyboard alone.
func TestCtrlEnterRecordsAConsent(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	h.GoTo(page.Attendees)
	agreed := func() int {
		n, err := h.desk.Count(t.Context(), seminar.RosterFilter{SeminarID: h.Env().Seminar().ID, AgreedTo: []seminar.ID{seminar.AgreedData}})
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	before := agreed()
	h.Press(fyne.KeyReturn)
	h.do(fyne.KeyU)
	h.Press(fyne.KeySpace)
	h.Submit()
	if now := agreed(); now != before+1 {
		t.Errorf("%d people agreed instead of %d", now, before+1)
	}
}
