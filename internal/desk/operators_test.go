package desk_test

import (
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// hire adds an operator and gives the desk in their hands.
func (h *hall) hire(by *desk.Desk, name string, role seminar.Role, pin string) (seminar.Operator, *desk.Desk) {
	h.t.Helper()
	o, _, err := by.SaveOperator(ctx, seminar.Operator{Name: name, Role: role}, pin)
	if err != nil {
		h.t.Fatal(err)
	}
	in, err := h.SignIn(ctx, o.ID, pin)
	if err != nil {
		h.t.Fatal(err)
	}
	return o, in
}

func wantCode(t *testing.T, err error, code string) {
	t.Helper()
	if got := seminar.CodeOf(err); got != code {
		t.Errorf("code %q (%v), want %q", got, err, code)
	}
}

func TestWithoutOperatorsEverybodyMay(t *testing.T) {
	h := open(t)
	who := h.register("Anar")
	if _, err := h.Cancel(ctx, h.of, who.Row.AttendeeID); err != nil {
		t.Error(err)
	}
}

func TestTheFirstOperatorIsAnAdministrator(t *testing.T) {
	h := open(t)
	_, _, err := h.SaveOperator(ctx, seminar.Operator{Name: "Rena", Role: seminar.Steward}, "1234")
	var p seminar.Problems
	if p, _ = err.(seminar.Problems); p.For("role") == nil {
		t.Errorf("a steward alone: %v", err)
	}
	admin, in := h.hire(h.Desk, "Leyla", seminar.Administrator, "123456")
	wantCode(t, h.Require(ctx, seminar.RightForce), desk.CodeSignIn)
	admin.Role = seminar.Steward
	if _, _, err := in.SaveOperator(ctx, admin, ""); err == nil {
		t.Error("the last administrator became a steward")
	}
	h.hire(in, "Rena", seminar.Steward, "1234")
	_, err = in.RemoveOperator(ctx, admin.ID)
	wantCode(t, err, "operator_last")
	if _, _, err := in.SaveOperator(ctx, seminar.Operator{Name: "rena", Role: seminar.Steward}, "9999"); err == nil {
		t.Error("two operators of one name")
	}
	for _, pin := range []string{"12", "abcd", "1234567890123"} {
		if _, _, err := in.SaveOperator(ctx, seminar.Operator{Name: "Samir", Role: seminar.Steward}, pin); err == nil {
			t.Errorf("%q is a PIN", pin)
		}
	}
}

func TestWhatEachRoleMayDo(t *testing.T) {
	h := open(t)
	who := h.register("Anar")
	_, admin := h.hire(h.Desk, "Leyla", seminar.Administrator, "123456")
	_, supervisor := h.hire(admin, "Samir", seminar.Supervisor, "4321")
	_, steward := h.hire(admin, "Rena", seminar.Steward, "1234")
	scan := desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: who.Row.Code}
	if a, err := steward.Checkin(ctx, scan); err != nil || a.Status != seminar.OK {
		t.Fatalf("%+v %v", a, err)
	}
	scan.Force, scan.ForceWhy = true, "the head of the delegation"
	_, err := steward.Checkin(ctx, scan)
	wantCode(t, err, desk.CodeRight)
	forced, err := supervisor.Checkin(ctx, scan)
	if err != nil || !forced.Forced {
		t.Fatalf("%+v %v", forced, err)
	}
	_, err = steward.Cancel(ctx, h.of, who.Row.AttendeeID)
	wantCode(t, err, desk.CodeRight)
	_, err = supervisor.SaveSeminar(ctx, seminar.Seminar{ID: h.of})
	wantCode(t, err, desk.CodeRight)
	form, err := steward.Person(ctx, h.of, who.Row.AttendeeID)
	if err != nil {
		t.Fatal(err)
	}
	form.Registration.Status = seminar.Waitlisted
	_, err = steward.Edit(ctx, form)
	wantCode(t, err, desk.CodeRight)
	form.Registration.Status, form.Attendee.Organisation = seminar.Confirmed, "ADA"
	if _, err := steward.Edit(ctx, form); err != nil {
		t.Errorf("a steward edits: %v", err)
	}
	// What another did, only a supervisor undoes; one's own, anybody.
	_, err = steward.Undo(ctx, forced.Operation, "")
	wantCode(t, err, desk.CodeRight)
	mine, err := steward.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: who.Row.Code, Type: seminar.Exit})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := steward.Undo(ctx, mine.Operation, ""); err != nil {
		t.Errorf("a steward's own: %v", err)
	}
	if _, err := supervisor.Undo(ctx, forced.Operation, ""); err != nil {
		t.Errorf("a supervisor undoes: %v", err)
	}
	ops, err := h.Operations(ctx, desk.OperationFilter{Subject: who.Row.AttendeeID, Limit: 1})
	if err != nil || len(ops) != 1 || ops[0].Operator != "Samir" {
		t.Errorf("the operation names %v %v", ops, err)
	}
}

func TestGuessingAPINTakesLonger(t *testing.T) {
	h := open(t)
	o, _ := h.hire(h.Desk, "Leyla", seminar.Administrator, "123456")
	var err error
	for range 5 {
		_, err = h.SignIn(ctx, o.ID, "000000")
		wantCode(t, err, "operator_wrong")
	}
	_, err = h.SignIn(ctx, o.ID, "123456")
	wantCode(t, err, "operator_wait")
	h.now = h.now.Add(2 * time.Second)
	if _, err := h.SignIn(ctx, o.ID, "123456"); err != nil {
		t.Errorf("after the wait: %v", err)
	}
	if _, err := h.SignIn(ctx, o.ID, "1"); seminar.CodeOf(err) != "operator_wrong" {
		t.Errorf("the misses are forgotten: %v", err)
	}
}

func TestAttendanceIsCorrectedByHand(t *testing.T) {
	h := open(t)
	who := h.register("Anar")
	h.answers(who.Row.Code, "")
	h.now = h.now.Add(3 * time.Hour)
	hours := func() desk.Hours {
		t.Helper()
		all, err := h.Attendance(ctx, h.of)
		if err != nil {
			t.Fatal(err)
		}
		return all[0]
	}
	if got := hours(); got.Minutes != 120 || got.Sessions[0].Status != "present" {
		t.Fatalf("%+v", got)
	}
	fix := seminar.Correction{SessionID: h.session.ID, AttendeeID: who.Row.AttendeeID, Status: "late", Minutes: 40, Why: "left with the minister"}
	action, err := h.Correct(ctx, fix)
	if err != nil {
		t.Fatal(err)
	}
	if got := hours(); got.Minutes != 40 || got.Sessions[0].Status != "late" || !got.Sessions[0].Corrected {
		t.Errorf("corrected: %+v", got)
	}
	if _, err := h.Undo(ctx, string(action), ""); err != nil {
		t.Fatal(err)
	}
	if got := hours(); got.Minutes != 120 || got.Sessions[0].Corrected {
		t.Errorf("undone: %+v", got)
	}
	for range 2 { // again after it was taken back
		if _, err := h.Correct(ctx, fix); err != nil {
			t.Fatal(err)
		}
		if got := hours(); got.Minutes != 40 {
			t.Errorf("corrected again: %+v", got)
		}
		if _, err := h.TakeBack(ctx, h.session.ID, who.Row.AttendeeID); err != nil {
			t.Fatal(err)
		}
		if got := hours(); got.Minutes != 120 {
			t.Errorf("taken back: %+v", got)
		}
	}
	fix.Minutes = 121
	if _, err := h.Correct(ctx, fix); err == nil {
		t.Error("more minutes than the session has")
	}
	fix.Status, fix.Minutes = "asleep", 10
	if _, err := h.Correct(ctx, fix); err == nil {
		t.Error("asleep is no status")
	}
}
