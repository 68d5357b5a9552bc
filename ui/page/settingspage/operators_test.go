package settingspage_test

import (
	"context"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func operators(s *uitest.Stand) []seminar.Operator {
	s.Helper()
	all, err := s.Desk.Operators(context.Background())
	s.No(err)
	return all
}

// hire fills the form of an operator in by keyboard alone.
func hire(s *uitest.Stand, button, name, role, pin string) {
	s.Helper()
	s.Window.Canvas().Focus(s.Button(button))
	s.Press(fyne.KeyReturn)
	s.Write(name)
	if role != "" {
		s.Select(role)
	}
	s.Fill("PIN", pin)
	s.Fill("PIN again", pin)
	s.Press(fyne.KeyReturn)
}

func TestOperatorsAreAddedChangedRemovedAndBroughtBack(t *testing.T) {
	s := open(t, uitest.Options{})
	if s.Field("Operator") == nil || s.Segment("15") != "" {
		t.Fatal("the desk without operators")
	}
	s.Picture("operators-none")
	hire(s, "Add the first administrator", "Leyla", "", "12")
	if s.Field("PIN").Error == "" || len(operators(s)) != 0 {
		t.Fatal("two digits are a PIN")
	}
	s.Fill("PIN", "123456")
	s.Fill("PIN again", "123457")
	s.Press(fyne.KeyReturn)
	if s.Field("PIN again").Error == "" || len(operators(s)) != 0 {
		t.Fatal("two PINs that differ are taken")
	}
	s.Fill("PIN again", "123456")
	s.Press(fyne.KeyReturn)
	if all := operators(s); len(all) != 1 || all[0].Role != seminar.Administrator {
		t.Fatalf("the operators are %+v", all)
	}
	if s.Desk.Operator() != "Leyla" || s.Desk.Role() != seminar.Administrator {
		t.Fatalf("the desk is in the hands of %q, %q", s.Desk.Operator(), s.Desk.Role())
	}
	if b, ok := s.Focused().(*widgets.Button); !ok || (b.Text != "Edit" && b.Text != "Add an operator") {
		t.Errorf("%T has the focus", s.Focused())
	}
	for _, f := range uitest.Find[*widgets.FormField](s) {
		if f.Label == "Operator" {
			t.Error("the name that anybody can write is still there")
		}
	}
	hire(s, "Add an operator", "Rena", "steward", "2222")
	hire(s, "Add an operator", "rena", "supervisor", "3333")
	if s.Field("Name").Error == "" || len(operators(s)) != 2 {
		t.Error("two operators of one name")
	}
	s.Picture("operator-form")
	s.Press(fyne.KeyEscape)
	s.Picture("operators")

	edit(s, 1)
	s.Select("supervisor")
	s.Fill("Name", "Rena Quliyeva")
	s.Press(fyne.KeyReturn)
	rena := operators(s)[1]
	if rena.Role != seminar.Supervisor || rena.Name != "Rena Quliyeva" {
		t.Fatalf("changed, it is %+v", rena)
	}
	if _, err := s.Desk.SignIn(context.Background(), rena.ID, "2222"); err != nil {
		t.Errorf("an empty PIN did not keep the one there was: %v", err)
	}
	edit(s, 1)
	s.Tap("Remove")
	if len(operators(s)) != 1 {
		t.Fatal("not removed")
	}
	s.Undo()
	if len(operators(s)) != 2 || len(edits(s)) != 2 {
		t.Error("undo did not bring the operator back")
	}
}

func edits(s *uitest.Stand) []*widgets.Button {
	var all []*widgets.Button
	for _, b := range uitest.Find[*widgets.Button](s) {
		if b.Text == "Edit" {
			all = append(all, b)
		}
	}
	return all
}

// edit opens the form of an operator in the list, with the focus and Enter.
func edit(s *uitest.Stand, i int) {
	s.Helper()
	s.Window.Canvas().Focus(edits(s)[i])
	s.Press(fyne.KeyReturn)
}

func TestOnlyAnAdministratorChangesOperatorsAndTheLock(t *testing.T) {
	s := open(t, uitest.Options{})
	hire(s, "Add the first administrator", "Leyla", "", "123456")
	hire(s, "Add an operator", "Rena", "steward", "2222")
	admin := s.Desk
	var err error
	s.Desk, err = s.Desk.SignIn(context.Background(), operators(s)[1].ID, "2222")
	s.No(err)
	s.Select("0")
	if kept(s, "lock_after") != "" || len(s.Asked) != 1 {
		t.Errorf("a steward set the lock to %q; asked %v", kept(s, "lock_after"), s.Asked)
	}
	s.Granted = admin
	s.Select("5")
	if kept(s, "lock_after") != "5" {
		t.Errorf("the lock is set to %q", kept(s, "lock_after"))
	}
	hire(s, "Add an operator", "Samir", "supervisor", "3333")
	ops := s.Asked
	if len(operators(s)) != 3 || len(ops) != 3 || s.Desk.Operator() != "Rena" {
		t.Errorf("%d operators, asked %v, in the hands of %s", len(operators(s)), ops, s.Desk.Operator())
	}
}
