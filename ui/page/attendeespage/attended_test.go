package attendeespage_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/attendance"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// absent opens somebody who missed a session, in the evening, and gives them and the session.
func (s *stage) absent() (seminar.ID, seminar.Session) {
	s.Helper()
	all, err := s.Desk.Attendance(context.Background(), s.Of)
	s.No(err)
	for _, h := range all {
		for _, a := range h.Sessions {
			if a.Status == attendance.Absent && a.Session.Counts {
				s.page.Open(h.Row.AttendeeID)
				return h.Row.AttendeeID, a.Session
			}
		}
	}
	s.Fatal("nobody was absent")
	return "", seminar.Session{}
}

// of is how somebody attended a session.
func (s *stage) attended(who seminar.ID, session seminar.Session) (attendance.SessionAttendance, desk.PersonHours) {
	s.Helper()
	h, err := s.Desk.AttendanceOf(context.Background(), s.Of, who)
	s.No(err)
	for _, a := range h.Sessions {
		if a.Session.ID == session.ID {
			return a, h
		}
	}
	s.Fatal("no such session")
	return attendance.SessionAttendance{}, h
}

// pills are the words of the marks that are shown.
func (s *stage) pills() string {
	var all []string
	for _, p := range uitest.Find[*widgets.StatusPill](s.Stand) {
		all = append(all, p.Word)
	}
	return strings.Join(all, ", ")
}

func TestAttendanceIsCorrectedTakenBackAndUndone(t *testing.T) {
	s := open(t, uitest.Options{Evening: true})
	who, session := s.absent()
	if !strings.Contains(s.pills(), "Absent") {
		t.Fatalf("the person's panel says %s", s.pills())
	}
	s.Picture("attended")
	s.Bind(fyne.KeyH)
	if proposed := s.Field("Session").Control.(*widgets.Select).Selected; !strings.Contains(proposed, session.Title) {
		t.Fatalf("%q is proposed, not %q", proposed, session.Title)
	}
	s.Picture("correcting")
	s.Fill("Minutes", "9999")
	s.Press(fyne.KeyReturn)
	if s.Field("Minutes").Error == "" {
		t.Fatal("more minutes than the session has are taken")
	}
	s.Select("late")
	s.Fill("Minutes", "20")
	s.Fill("Why", "seen by the moderator")
	s.Press(fyne.KeyReturn)
	a, h := s.attended(who, session)
	if !a.Corrected || a.Status != attendance.Late || a.Minutes != 20 || h.Corrections[session.ID].Why != "seen by the moderator" {
		t.Fatalf("attended %+v, %+v", a, h.Corrections)
	}
	if !strings.Contains(s.pills(), "corrected by hand") || !s.Says("seen by the moderator") {
		t.Errorf("the panel says %s", s.pills())
	}
	correct := s.Button("Correct…")
	s.Window.Canvas().Focus(correct) // Tab reaches it, and it comes into view
	s.Picture("corrected")
	s.Undo() // as the toast does
	if a, _ := s.attended(who, session); a.Corrected || a.Status != attendance.Absent {
		t.Errorf("after undo %+v", a)
	}
	if strings.Contains(s.pills(), "corrected by hand") {
		t.Error("the panel did not follow the undo")
	}
	s.No(func() error { _, err := s.Desk.Undo(context.Background(), string(s.Action), ""); return err }()) // harmless again
	s.Bind(fyne.KeyH)
	s.Select("excused")
	for _, f := range uitest.Find[*widgets.FormField](s.Stand) {
		if f.Label == "Minutes" {
			t.Error("whoever was excused is asked for minutes")
		}
	}
	s.Fill("Why", "a letter of the ministry")
	s.Press(fyne.KeyReturn)
	if a, _ := s.attended(who, session); a.Status != attendance.Excused || a.Minutes != 0 {
		t.Fatalf("attended %+v", a)
	}
	s.Bind(fyne.KeyH)
	s.Field("Session").Control.(*widgets.Select).SetSelectedIndex(s.index(session))
	s.Tap("Take back")
	if a, _ := s.attended(who, session); a.Corrected {
		t.Errorf("taken back, it is %+v", a)
	}
}

func (s *stage) index(session seminar.Session) int {
	for i, o := range s.Field("Session").Control.(*widgets.Select).Options {
		if strings.Contains(o, session.Title) {
			return i
		}
	}
	return -1
}

func TestACorrectionDoesNotDropWhatIsHalfWritten(t *testing.T) {
	s := open(t, uitest.Options{Evening: true})
	s.absent()
	form := s.Focused()
	s.Write("Half")
	s.Bind(fyne.KeyH)
	panel, ok := s.Side.(*widgets.SidePanel)
	if !ok || panel.Note != s.Lang.T("common.unsaved") || s.Focused() != form {
		t.Fatal("nothing warns, or the form is gone")
	}
	s.Bind(fyne.KeyH) // it was said
	if s.Side == fyne.CanvasObject(panel) {
		t.Error("whoever insists does not get on")
	}
}

func TestAStewardCorrectsInTheHandsOfASupervisor(t *testing.T) {
	s := open(t, uitest.Options{Evening: true})
	who, session := s.absent()
	ctx := context.Background()
	admin, _, err := s.Desk.SaveOperator(ctx, seminar.Operator{Name: "Aysel", Role: seminar.Administrator}, "1111")
	s.No(err)
	s.Granted, err = s.Desk.SignIn(ctx, admin.ID, "1111")
	s.No(err)
	steward, _, err := s.Granted.SaveOperator(ctx, seminar.Operator{Name: "Rena", Role: seminar.Steward}, "2222")
	s.No(err)
	s.Desk, err = s.Desk.SignIn(ctx, steward.ID, "2222")
	s.No(err)
	s.Bind(fyne.KeyH)
	s.Fill("Why", "seen")
	s.Press(fyne.KeyReturn)
	if a, _ := s.attended(who, session); !a.Corrected || len(s.Asked) != 1 || s.Asked[0] != seminar.Supervisor {
		t.Errorf("asked %v; attended %+v", s.Asked, a)
	}
	ops, err := s.Desk.Operations(ctx, desk.OperationFilter{Subject: seminar.CorrectionID(session.ID, who), Limit: 1})
	s.No(err)
	if len(ops) != 1 || ops[0].Operator != "Aysel" {
		t.Errorf("the journal has %+v", ops)
	}
}
