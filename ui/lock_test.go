package ui_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// staffed is a window over the sample with three operators, locked.
func staffed(t *testing.T) *house {
	t.Helper()
	h := newHouse(t, few, "en")
	admin, _, err := h.desk.SaveOperator(t.Context(), seminar.Operator{Name: "Aysel", Role: seminar.Administrator}, "1111")
	h.no(err)
	in, err := h.desk.SignIn(t.Context(), admin.ID, "1111")
	h.no(err)
	for name, role := range map[string]seminar.Role{"Samir": seminar.Supervisor, "Rena": seminar.Steward} {
		_, _, err := in.SaveOperator(t.Context(), seminar.Operator{Name: name, Role: role}, "2222")
		h.no(err)
	}
	h.Look()
	if !h.Locked() {
		t.Fatal("a desk with operators is open to everybody")
	}
	return h
}

// in signs somebody in by the number of their choice.
func (h *house) in(key, pin string) {
	h.Helper()
	h.Write(key)
	h.Write(pin)
	h.Press(fyne.KeyReturn)
}

// asked says whether a text stands where somebody is asked to sign in.
func (h *house) asked(text string) bool {
	h.Helper()
	for _, o := range uitest.Visible(h.Asks()) {
		switch o := o.(type) {
		case *widgets.Text:
			if strings.Contains(o.Text, text) {
				return true
			}
		case *widgets.FormField:
			if strings.Contains(o.Error, text) {
				return true
			}
		}
	}
	return false
}

// newest is the last operation of the journal.
func (h *house) newest() (operator, kind string) {
	h.Helper()
	all, err := h.store.Operations(h.Context(), desk.OperationFilter{Limit: 1})
	h.no(err)
	return all[0].Operator, string(all[0].Kind)
}

func TestSigningInByKeyboard(t *testing.T) {
	h := staffed(t)
	for _, way := range []struct {
		keys func()
		who  string
	}{
		{func() { h.Write("2") }, "Rena"},
		{func() { h.Write("s") }, "Samir"},
		{func() { h.Press(fyne.KeyUp, fyne.KeyUp, fyne.KeyReturn) }, "Aysel"}, // from the one who worked last
		{func() { h.Press(fyne.KeyDown, fyne.KeyReturn) }, "Rena"},
	} {
		way.keys()
		if !h.asked(way.who) {
			t.Fatalf("not asked for the PIN of %s", way.who)
		}
		pin := "2222"
		if way.who == "Aysel" {
			pin = "1111"
		}
		h.Write(pin)
		h.Press(fyne.KeyReturn)
		if h.Locked() {
			t.Fatalf("%s is not let in", way.who)
		}
		if got := h.Env().Desk(); got.Operator() != way.who || got.Role() == "" {
			t.Errorf("the desk is in the hands of %q, %q", got.Operator(), got.Role())
		}
		h.Shortcut(fyne.KeyL)
		if !h.Locked() {
			t.Fatal("Ctrl+L does not lock")
		}
	}
}

func TestAWrongPINIsSaidAndWaitedFor(t *testing.T) {
	h := staffed(t)
	h.Write("2")
	for range 5 {
		h.Write("9999")
		h.Press(fyne.KeyReturn)
		if !h.Locked() || !h.asked("This is not the PIN.") {
			t.Fatal("a wrong PIN is not said")
		}
	}
	h.Write("2222")
	h.Press(fyne.KeyReturn)
	if !h.Locked() || !h.asked("Try again in 1 second") {
		t.Fatal("who guesses does not wait")
	}
	h.ahead += 2 * time.Second
	h.Write("2222")
	h.Press(fyne.KeyReturn)
	if h.Locked() {
		t.Error("after the wait the PIN does not open")
	}
}

func TestABadgeScannedWhileLockedIsRefusedInWords(t *testing.T) {
	h := staffed(t)
	for _, before := range []string{"", "2"} { // at the choices, and where the PIN is asked for
		h.Write(before)
		h.Write("1" + strings.Repeat("74", 16))
		h.Press(fyne.KeyReturn)
		if !h.Locked() || !h.asked("Sign in first. The badge was not read") {
			t.Fatalf("after %q a scan is not refused in words", before)
		}
		h.ahead += 2 * time.Second
	}
	h.in("2", "2222")
	if h.Locked() {
		t.Error("the scan counted as a wrong PIN")
	}
}

func TestALockKeepsWhatIsHalfWritten(t *testing.T) {
	h := staffed(t)
	h.in("2", "2222")
	h.do(fyne.KeyN) // a walk-in
	h.Write("Half")
	form := h.Focused()
	h.Shortcut(fyne.KeyL)
	h.Write("typed at the lock")
	h.Shortcut(fyne.Key3) // another page
	if !h.Locked() || h.Front() != page.Desk {
		t.Fatalf("locked %v, %s in front", h.Locked(), h.Front())
	}
	h.Press(fyne.KeyEscape)
	h.ahead += 2 * time.Second
	h.in("3", "2222")
	if h.Locked() || h.Focused() != form {
		t.Fatalf("locked %v, %s has the focus", h.Locked(), described(h.Focused()))
	}
	h.Write("-written")
	if entryText(form) != "Half-written" {
		t.Errorf("the form has %q", entryText(form))
	}
}

// entryText is what stands in an entry, whatever it is built upon.
func entryText(f fyne.Focusable) string {
	f.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	return f.(interface{ SelectedText() string }).SelectedText()
}

func TestADeskThatNobodyTouchesLocksItself(t *testing.T) {
	h := staffed(t)
	h.in("2", "2222")
	h.Look()
	h.ahead += 14 * time.Minute
	h.Write("a")
	h.Look()
	h.ahead += 14 * time.Minute
	if h.Look(); h.Locked() {
		t.Fatal("locked within 15 minutes of a key")
	}
	h.ahead += 2 * time.Minute
	if h.Look(); !h.Locked() {
		t.Fatal("not locked after 16 minutes")
	}
	h.ahead += 2 * time.Second
	h.in("2", "2222")
	h.Env().SetSetting("lock_after", "0")
	h.ahead += 24 * time.Hour
	if h.Look(); h.Locked() {
		t.Error("locked though the setting says never")
	}
}

func TestTheFirstOperatorNeedNotSignIn(t *testing.T) {
	h := newHouse(t, few, "en")
	first, _, err := h.desk.SaveOperator(t.Context(), seminar.Operator{Name: "Aysel", Role: seminar.Administrator}, "1111")
	h.no(err)
	in, err := h.desk.SignIn(t.Context(), first.ID, "1111")
	h.no(err)
	h.Look() // between the two
	h.Env().OperatorsChanged(in)
	if h.Look(); h.Locked() || h.Env().Desk().Operator() != "Aysel" {
		t.Errorf("locked %v, in the hands of %q", h.Locked(), h.Env().Desk().Operator())
	}
}

func TestARoleThatLacksARightIsGrantedOneAction(t *testing.T) {
	h := staffed(t)
	h.in("2", "2222")
	people, err := h.desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: demo.ID("cooperation-2025"), Limit: 2})
	h.no(err)
	h.GoTo(page.Attendees)
	cancel := func(i int) {
		page.Do(h.Env(), func(ctx context.Context, d *desk.Desk) (desk.Action, error) {
			return d.Cancel(ctx, demo.ID("cooperation-2025"), people[i].AttendeeID)
		}, func(a desk.Action, err error) {
			if err == nil {
				h.Env().Done("cancelled", a)
			}
		})
	}
	before := h.Fyne().Canvas().Focused()
	cancel(0)
	if h.Asks() == nil || !h.asked("Supervisor") || h.asked("Rena's") {
		t.Fatal("nobody is asked")
	}
	h.Press(fyne.KeyEscape)
	if h.Asks() != nil || h.Fyne().Canvas().Focused() != before {
		t.Fatal("Escape does not let it be")
	}
	if who, kind := h.newest(); strings.HasPrefix(kind, "registration") {
		t.Fatalf("%s by %s though nobody granted it", kind, who)
	}
	cancel(0)
	h.in("2", "2222") // the administrator is the first, the supervisor the second
	if who, kind := h.newest(); who != "Samir" || !strings.HasPrefix(kind, "registration") {
		t.Errorf("%s is journalled with %q", kind, who)
	}
	if d := h.Env().Desk(); h.Asks() != nil || d.Operator() != "Rena" || d.Role() != seminar.Steward {
		t.Errorf("afterwards the desk is in the hands of %s, %s", d.Operator(), d.Role())
	}
	h.Undo() // of what Samir did: granted again
	h.in("1", "1111")
	if who, kind := h.newest(); who != "Aysel" || kind != "undo" {
		t.Errorf("%s is journalled with %q", kind, who)
	}
}

func TestTheLockStaysOverDialogsThatComeAndGo(t *testing.T) {
	h := staffed(t)
	h.in("1", "1111")
	h.Env().SaveFile("a.csv", nil)
	h.Shortcut(fyne.KeyL)
	h.Env().SaveFile("b.csv", nil) // what was asked for before and comes late
	top := h.Fyne().Canvas().Overlays().Top()
	if top != h.Asks() {
		t.Fatalf("%T lies over the lock", top)
	}
	dialog := h.Fyne().Canvas().Overlays().List()[0]
	h.Fyne().Canvas().Overlays().Remove(dialog) // and, with it, the lock
	h.Look()
	if top := h.Fyne().Canvas().Overlays().Top(); top != h.Asks() || !h.Locked() {
		t.Fatalf("%T lies on top", top)
	}
	h.in("1", "1111")
	if h.Locked() || h.Fyne().Canvas().Overlays().Top() == nil {
		t.Error("what waited for the lock to open is not asked for")
	}
}

func TestOperatorsThatAreGoneOrChangedSignInAgain(t *testing.T) {
	h := staffed(t)
	h.in("2", "2222")
	all, err := h.desk.Operators(t.Context())
	h.no(err)
	boss, err := h.desk.SignIn(t.Context(), all[0].ID, "1111")
	h.no(err)
	rena := all[1]
	rena.Role = seminar.Supervisor
	_, _, err = boss.SaveOperator(t.Context(), rena, "")
	h.no(err)
	if h.Look(); !h.Locked() {
		t.Error("a role that was changed holds at once or never")
	}
	for _, o := range []seminar.Operator{all[1], all[2], all[0]} {
		_, err := boss.RemoveOperator(t.Context(), o.ID)
		h.no(err)
	}
	if h.Look(); h.Locked() {
		t.Error("locked, and nobody is left who could sign in")
	}
}
