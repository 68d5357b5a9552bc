package ui_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/wedge"
	"lanyard/ui/widgets"
)

// scan is what a scanner types, wherever the focus is.
func (h *house) scan(code string) {
	h.Helper()
	h.keys.Polled(time.Now())
	for _, r := range code {
		h.keys.Hear(wedge.Event{Class: wedge.Text, Key: int(r), Pass: func() {}})
		h.keys.Hear(wedge.Event{Kind: wedge.Char, Rune: r, Pass: func() { h.Focused().TypedRune(r) }})
		h.keys.Hear(wedge.Event{Kind: wedge.Release, Class: wedge.Text, Key: int(r), Pass: func() {}})
	}
	h.keys.Hear(wedge.Event{Class: wedge.End, Key: '\n', Pass: func() { h.Press(fyne.KeyReturn) }})
}

// byHand is what a person types, where the focus is then.
func (h *house) byHand(text string) {
	h.Helper()
	for _, r := range text {
		h.keys.Hear(wedge.Event{Kind: wedge.Char, Rune: r, Pass: func() { h.Focused().TypedRune(r) }})
		h.keys.Flush()
	}
}

// said is the answer that stands over the window, nil if there is none.
func (h *house) said() *widgets.Answer {
	top := h.Fyne().Canvas().Overlays().Top()
	if top == nil {
		return nil
	}
	if panels := uitest.Within[*widgets.AnswerPanel](top); len(panels) == 1 {
		return &panels[0].Answer
	}
	return nil
}

// expected are people who have not come yet.
func (h *house) expected(n int) []seminar.RosterRow {
	h.Helper()
	of := demo.ID("cooperation-2025")
	list, err := h.desk.FindList(h.Context(), of, "")
	h.no(err)
	no := false
	rows, err := h.desk.Roster(h.Context(), seminar.RosterFilter{SeminarID: of, ListID: list.ID, Arrived: &no,
		Status: []seminar.Status{seminar.Confirmed}, Limit: n})
	h.no(err)
	if len(rows) < n {
		h.Fatalf("%d of %d people", len(rows), n)
	}
	return rows
}

func (h *house) arrived(who seminar.RosterRow) bool {
	h.Helper()
	for _, r := range h.expected(1) {
		if r.AttendeeID == who.AttendeeID {
			return false
		}
	}
	return true
}

// written is what stands in an entry.
func written(f fyne.Focusable) string {
	f.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	text := f.(interface{ SelectedText() string }).SelectedText()
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	return text
}

func TestAScanIntoAFormGoesToTheDesk(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	h.GoTo(page.Attendees)
	h.do(fyne.KeyN)
	form := h.Focused()
	h.byHand("Nig")
	who := h.expected(1)[0]
	h.scan(who.Code)
	if a := h.said(); a == nil || a.Name != who.Name() || a.Kind != widgets.KindAccepted {
		t.Fatalf("over the window stands %+v", a)
	}
	h.scan(who.Code)
	if a := h.said(); a == nil || a.Kind != widgets.KindAlready || len(h.Fyne().Canvas().Overlays().List()) != 1 {
		t.Errorf("after a second scan stands %+v", a)
	}
	h.byHand("ar") // goes to the form, and takes the answer away
	if h.said() != nil || h.Focused() != form || written(form) != "Nigar" || h.Front() != page.Attendees {
		t.Errorf("over the window %+v, in the form %q", h.said(), written(form))
	}
	h.scan(strings.Repeat("7", 33))
	if a := h.said(); a == nil || a.Kind != widgets.KindRefused {
		t.Errorf("an unknown code: %+v", a)
	}
	h.Unsay()
	if h.Focused() != form || written(form) != "Nigar" {
		t.Errorf("after its time the form has %q", written(form))
	}
	if !h.arrived(who) {
		t.Error("nobody was let in")
	}
}

func TestAScanIntoTheFileChooser(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	h.GoTo(page.Badges)
	h.do(fyne.KeyS)
	if h.Panel() != nil {
		h.Press(fyne.KeyReturn) // a warning first
	}
	chooser, entry := h.Fyne().Canvas().Overlays().Top(), h.Focused()
	if chooser == nil {
		t.Fatal("no file is asked for")
	}
	before := written(entry)
	who := h.expected(1)[0]
	h.scan(who.Code)
	if a := h.said(); a == nil || a.Name != who.Name() {
		t.Fatalf("over the chooser stands %+v", a)
	}
	h.byHand("x")
	if h.Fyne().Canvas().Overlays().Top() != chooser || written(entry) != before+"x" {
		t.Errorf("the chooser has %q, had %q", written(entry), before)
	}
}

func TestAScanThatNeedsHandsComesToTheFrontAndKeepsTheForm(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	of := demo.ID("cooperation-2025")
	_, _, err := h.desk.SaveQuestion(t.Context(), seminar.Question{SeminarID: of, Text: "Which hotel?", Type: "text", Required: true, AtDesk: true})
	h.no(err)
	h.GoTo(page.Attendees)
	h.do(fyne.KeyN)
	form := h.Focused()
	h.byHand("Nigar")
	who := h.expected(1)[0]
	h.scan(who.Code)
	if h.Front() != page.Desk || h.Panel() != nil {
		t.Fatalf("in front is %s, panel %v", h.Front(), h.Panel())
	}
	h.byHand("Hilton")
	h.Press(fyne.KeyReturn)
	if !h.arrived(who) {
		t.Error("the answered question let nobody in")
	}
	h.GoTo(page.Attendees)
	if h.Panel() == nil || h.Focused() != form || written(form) != "Nigar" {
		t.Errorf("the form did not come back: panel %v", h.Panel())
	}
}

func TestAScanWhileTheWindowIsAKioskIsTheKiosks(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	who := h.absent()[0]
	h.startKiosk()
	h.Write("Nigar") // the name of somebody who went away
	h.scan(who.Code)
	if a := h.answer(); a.Kind != widgets.KindAccepted || a.Name != who.Name() || !h.arrived(who) {
		t.Errorf("answered %+v, arrived %v", a, h.arrived(who))
	}
}

func TestAScanWithoutASeminarSaysSo(t *testing.T) {
	h := newHouse(t, 0, "az")
	h.scan(strings.Repeat("7", 33))
	if a := h.said(); a == nil || a.Kind != widgets.KindAttention || a.Sentence == "" {
		t.Errorf("over the window stands %+v", a)
	}
}

func TestAScannedCertificateIsNoBadge(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	of := demo.ID("cooperation-2025")
	done, err := h.desk.IssueCertificates(h.Context(), of, nil)
	h.no(err)
	c := done.Certificates[0]
	h.GoTo(page.Attendees)
	h.scan(seminar.SignedText(c))
	if h.Front() != page.Certificates || h.said() != nil {
		t.Fatalf("in front is %s, and over the window stands %+v", h.Front(), h.said())
	}
	valid := false
	for _, n := range uitest.Within[*widgets.Notice](h.Fyne().Canvas().Content()) {
		valid = valid || n.Title == "Valid"
	}
	if !valid {
		t.Error("the check does not say that it is valid")
	}
}
