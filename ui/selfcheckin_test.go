package ui_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// answer is what the panel in the window says; nothing if there is none.
func (h *house) answer() widgets.Answer {
	for _, p := range uitest.Within[*widgets.AnswerPanel](h.Fyne().Content()) {
		if p.Visible() {
			return p.Answer
		}
	}
	return widgets.Answer{}
}

// absent are people who may come in and have not yet.
func (h *house) absent() []seminar.RosterRow {
	h.Helper()
	arrived := false
	rows, err := h.desk.Roster(h.Context(), seminar.RosterFilter{SeminarID: demo.ID("cooperation-2025"), Status: []seminar.Status{seminar.Confirmed},
		ListID: h.lists()[0].ID, Arrived: &arrived})
	h.no(err)
	return slices.DeleteFunc(rows, func(r seminar.RosterRow) bool { return r.Attention || r.Blocked })
}

func (h *house) startKiosk() {
	h.Helper()
	h.StartKiosk()
	h.Write("2468")
	h.Press(fyne.KeyReturn)
	if h.Panel() != nil || len(uitest.Within[*widgets.Rail](h.Fyne().Content())) > 0 {
		h.Fatalf("self check-in did not begin: panel %v, %d rails, focus %T", h.Panel() != nil, len(uitest.Within[*widgets.Rail](h.Fyne().Content())), h.Fyne().Canvas().Focused())
	}
}

func TestSelfCheckinByBadge(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	h.startKiosk()
	who := h.absent()[0]
	h.Write(who.Code)
	h.Press(fyne.KeyReturn)
	if a := h.answer(); a.Kind != widgets.KindAccepted || a.Name != who.Name() {
		t.Fatalf("a badge answers %+v", a)
	}
	h.Write(who.Code)
	h.Press(fyne.KeyReturn)
	if a := h.answer(); a.Kind != widgets.KindAlready {
		t.Errorf("the same badge answers %+v", a)
	}
	h.Write(strings.Repeat("1", 33))
	h.Press(fyne.KeyReturn)
	if a := h.answer(); a.Kind != widgets.KindAttention || a.Name != "Please go to the desk" {
		t.Errorf("an unknown badge answers %+v", a)
	}
}

func TestSelfCheckinByNameAndOneMoreFact(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	rows := slices.DeleteFunc(h.absent(), func(r seminar.RosterRow) bool { return r.Email == "" })
	who, other := rows[0], rows[1]
	h.startKiosk()
	h.Write(who.BadgeNumber) // which anybody may have read: it lets nobody in
	h.Press(fyne.KeyReturn)
	if a := h.answer(); a.Name != "" {
		t.Errorf("a badge number answers %+v", a)
	}
	h.Press(fyne.KeyEscape)
	h.Write(who.Name())
	h.Press(fyne.KeyReturn)
	h.Write(other.Email)
	h.Press(fyne.KeyReturn)
	if a := h.answer(); a.Name != "" {
		t.Fatalf("another's address answers %+v", a)
	}
	h.Fyne().Canvas().Focused().(*widgets.Entry).SetText(strings.ToUpper(who.Email))
	h.Press(fyne.KeyReturn)
	if a := h.answer(); a.Kind != widgets.KindAccepted || a.Name != who.Name() {
		t.Fatalf("name and address answer %+v", a)
	}
	h.Press(fyne.KeyEscape)
	h.Write(other.Name())
	h.Press(fyne.KeyReturn)
	for range 3 {
		h.Write("x")
		h.Press(fyne.KeyReturn)
	}
	if a := h.answer(); a.Kind != widgets.KindAttention {
		t.Errorf("three wrong facts answer %+v", a)
	}
	if rows, err := h.desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: other.SeminarID, ListID: h.lists()[0].ID, Only: []seminar.ID{other.AttendeeID}}); err != nil || rows[0].Presence.Arrived {
		t.Errorf("who guessed was let in: %v %v", rows, err)
	}
}

func TestSelfCheckinIsLeftWithThePINAlone(t *testing.T) {
	h := newHouse(t, demo.People, "en")
	h.startKiosk()
	if !h.Deaf() {
		t.Error("the keys of the window are heard")
	}
	h.Press(fyne.KeyF12)
	h.Write("1357")
	h.Press(fyne.KeyReturn)
	if len(uitest.Within[*widgets.Rail](h.Fyne().Content())) > 0 {
		t.Fatal("a wrong PIN ended it")
	}
	h.Write("2468")
	h.Press(fyne.KeyReturn)
	if len(uitest.Within[*widgets.Rail](h.Fyne().Content())) == 0 || h.Front() != page.Desk {
		t.Error("the PIN did not end it")
	}
	if h.Deaf() {
		t.Error("afterwards the keys of the window are deaf")
	}
}
