package reportspage_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// shop is a desk at which two people have just come in, with the log shown.
func shop(t *testing.T) (*uitest.Stand, []seminar.RosterRow) {
	s := open(t, uitest.Options{})
	ctx, no := context.Background(), false
	list, err := s.Desk.FindList(ctx, s.Of, "")
	s.No(err)
	rows, err := s.Desk.Roster(ctx, seminar.RosterFilter{SeminarID: s.Of, ListID: list.ID, Arrived: &no, Status: []seminar.Status{seminar.Confirmed}, Limit: 2})
	s.No(err)
	for _, r := range rows {
		_, err := s.Desk.Checkin(ctx, desk.Scan{SeminarID: s.Of, ListID: list.ID, Code: r.Code})
		s.No(err)
	}
	choose(s, document.KindLog)
	return s, rows
}

// acts is the list of what can be undone.
func acts(s *uitest.Stand) *widgets.PickList {
	s.Helper()
	all := uitest.Find[*widgets.PickList](s)
	if len(all) != 2 {
		s.Fatalf("%d lists are shown", len(all))
	}
	if all[0].Items[0].ID == document.KindSummary {
		return all[1]
	}
	return all[0]
}

// inside says whether the main entrance has somebody inside.
func inside(s *uitest.Stand, r seminar.RosterRow) bool {
	s.Helper()
	list, err := s.Desk.FindList(context.Background(), s.Of, "")
	s.No(err)
	now, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, ListID: list.ID, Only: []seminar.ID{r.AttendeeID}})
	s.No(err)
	return now[0].Presence.Inside
}

func TestAnActionOfTheLogIsUndoneAndTakenBackByKeys(t *testing.T) {
	s, rows := shop(t)
	s.Window.Canvas().Focus(acts(s).Focusable())
	s.Press(fyne.KeyDown) // the newest but one
	if got := acts(s).Items[acts(s).Cursor].Title; !strings.Contains(got, rows[0].Name()) {
		t.Fatalf("in front is %q", got)
	}
	s.Bind(fyne.KeyU)
	if inside(s, rows[0]) || !inside(s, rows[1]) {
		t.Fatalf("the chosen action was not undone, or another was; failures %v", s.Failed)
	}
	front := acts(s).Items[acts(s).Cursor]
	if !strings.Contains(front.Title, rows[0].Name()) || !strings.HasPrefix(front.Meta, "Undone: ") || !strings.Contains(front.Meta, "Günel") {
		t.Errorf("the undone row is %+v", front)
	}
	s.Picture("acts")
	s.Bind(fyne.KeyU)
	if !inside(s, rows[0]) {
		t.Error("the undo was not taken back")
	}
	if front := acts(s).Items[acts(s).Cursor]; strings.HasPrefix(front.Meta, "Undone: ") {
		t.Errorf("the row still counts as undone: %+v", front)
	}
	s.Bind(fyne.KeyU)
	if inside(s, rows[0]) {
		t.Error("it is not undone a second time")
	}
}

func TestWhatAnotherDidIsUndoneByASupervisor(t *testing.T) {
	s, rows := shop(t)
	ctx := context.Background()
	admin, _, err := s.Desk.SaveOperator(ctx, seminar.Operator{Name: "Aysel", Role: seminar.Administrator}, "1111")
	s.No(err)
	in, err := s.Desk.SignIn(ctx, admin.ID, "1111")
	s.No(err)
	steward, _, err := in.SaveOperator(ctx, seminar.Operator{Name: "Kamran", Role: seminar.Steward}, "2222")
	s.No(err)
	s.Desk, err = s.Desk.SignIn(ctx, steward.ID, "2222")
	s.No(err)
	s.Changed()
	for i, item := range acts(s).Items {
		if strings.Contains(item.Title, rows[1].Name()) {
			acts(s).MoveTo(i)
			break
		}
	}
	s.Bind(fyne.KeyU)
	if len(s.Asked) != 1 || s.Asked[0] != seminar.Supervisor || !inside(s, rows[1]) {
		t.Fatalf("asked %v; a steward alone undid what another did: %v", s.Asked, !inside(s, rows[1]))
	}
	s.Granted = in
	s.Bind(fyne.KeyU)
	if inside(s, rows[1]) {
		t.Error("not undone by who may")
	}
	if front := acts(s).Items[acts(s).Cursor]; !strings.Contains(front.Meta, "Aysel") {
		t.Errorf("the row does not say who undid it: %+v", front)
	}
}

func TestATemplateIsOneLineOfTheLogAndIsSeenUndone(t *testing.T) {
	s, _ := shop(t)
	layout, err := s.Desk.Layout(context.Background(), s.Of, template.Badge, "a6-portrait")
	s.No(err)
	own := *layout
	own.ID, own.Names = "own", map[string]string{"en": "Own"}
	before := len(acts(s).Items)
	_, err = s.Desk.SaveTemplate(context.Background(), s.Of, &own)
	s.No(err)
	s.Changed()
	for range 10 { // a log that takes its time to read follows a little later
		s.Tick()
	}
	front := acts(s).Items[0]
	if len(acts(s).Items) != before+1 || !strings.HasPrefix(front.Title, s.Lang.T("document.trail.template", "name", "")) || front.Tag != "" {
		t.Errorf("%d lines more; the first is %+v", len(acts(s).Items)-before, front)
	}
	acts(s).MoveTo(0)
	s.Bind(fyne.KeyU)
	if front := acts(s).Items[acts(s).Cursor]; !strings.HasPrefix(front.Meta, "Undone: ") {
		t.Errorf("undone, and the line says %+v", front)
	}
}
