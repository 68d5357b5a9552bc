package desk_test

import (
	"reflect"
	"testing"
	"time"

	"lanyard/internal/attendance"
	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

// TestOnePersonsAttendanceIsThatOfTheList holds the minutes of one person against those computed for everybody.
func TestOnePersonsAttendanceIsThatOfTheList(t *testing.T) {
	h := open(t)
	evening := desk.New(desk.Options{Store: h.Store, Now: func() time.Time { return time.Date(2025, 7, 18, 15, 0, 0, 0, time.UTC) }})
	if err := demo.Fill(ctx, evening, 20, nil); err != nil {
		t.Fatal(err)
	}
	of := demo.ID("cooperation-2025")
	all, err := evening.Attendance(ctx, of)
	if err != nil {
		t.Fatal(err)
	}
	first := all[0]
	correction := seminar.Correction{SeminarID: of, AttendeeID: first.Row.AttendeeID, SessionID: first.Sessions[1].Session.ID,
		Status: string(attendance.Excused), Why: "a letter"}
	if _, err := evening.Correct(ctx, correction); err != nil {
		t.Fatal(err)
	}
	if all, err = evening.Attendance(ctx, of); err != nil {
		t.Fatal(err)
	}
	minutes := 0
	for _, want := range all {
		got, err := evening.AttendanceOf(ctx, of, want.Row.AttendeeID)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got.Hours, want) {
			t.Errorf("%s: alone %+v, among all %+v", want.Row.Name(), got.Hours, want)
		}
		minutes += got.Minutes
		if why := got.Corrections[correction.SessionID].Why; (want.Row.AttendeeID == correction.AttendeeID) != (why == "a letter") {
			t.Errorf("%s: corrected because %q", want.Row.Name(), why)
		}
	}
	if minutes == 0 {
		t.Error("nobody attended anything")
	}
	_, err = evening.AttendanceOf(ctx, of, "nobody")
	wantCode(t, err, seminar.CodeNotFound)
}
