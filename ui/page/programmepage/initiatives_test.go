package programmepage_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
)

func containsAll(text string, parts ...string) bool {
	for _, p := range parts {
		if !strings.Contains(text, p) {
			return false
		}
	}
	return true
}

func (s *stage) initiatives() []seminar.Initiative {
	s.Helper()
	all, err := s.Desk.Initiatives(context.Background(), s.Of)
	s.No(err)
	return all
}

func TestAnInitiativeIsWrittenDownFoundAndDecided(t *testing.T) {
	s := open(t, uitest.Options{})
	before := len(s.initiatives())
	s.Bind(fyne.KeyT) // over the sessions
	speaker := s.someone("Head of delegation", 1)[0]
	s.Write(speaker.FamilyName)
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	s.Fill("Title", "شبكة المتاحف")
	s.Fill("Text", "نقترح شبكة")
	s.Fill("Theme", "Museums")
	s.Picture("initiative-form")
	if !s.Mentions("نقترح شبكة") {
		t.Error("the text is not shown from right to left")
	}
	s.ctrl(fyne.KeyReturn)
	all := s.initiatives()
	if len(all) != before+1 || s.Side != nil {
		t.Fatalf("%d initiatives, %d before", len(all), before)
	}
	v := all[len(all)-1]
	if v.AttendeeID != speaker.AttendeeID || v.DelegationID != speaker.DelegationID || v.Theme != "Museums" || v.Text != "نقترح شبكة" || v.Status != seminar.Proposed {
		t.Errorf("saved %+v", v)
	}
	s.turnTo("Initiatives")
	s.Picture("initiatives")
	s.Bind(fyne.KeyF)
	s.Write("museums")
	if !s.Says(v.Title) || !s.Says("1 initiative") {
		t.Error("it is not found")
	}
	s.Bind(fyne.KeyF)
	s.Write(" nowhere")
	if s.Says(v.Title) || !s.Says("No initiative matches.") {
		t.Error("it is not said that nothing is found")
	}
	s.Tap("Show all")
	if !s.Says(v.Title) {
		t.Error("the search is not taken away")
	}
	s.Press(fyne.KeyEnd)
	s.Bind(fyne.KeyU)
	s.Tap("Next status  Ctrl+U")
	if now := s.initiatives()[before]; now.Status != seminar.Adopted {
		t.Errorf("the status is %s", now.Status)
	}
	s.Press(fyne.KeyReturn)
	s.Fill("Put forward by", "Somebody of the audience")
	s.ctrl(fyne.KeyReturn)
	if now := s.initiatives()[before]; now.AttendeeID != "" || now.By != "Somebody of the audience" || now.DelegationID != v.DelegationID || now.Status != seminar.Adopted {
		t.Errorf("changed to %+v", now)
	}
	s.Bind(fyne.KeyDelete)
	if len(s.initiatives()) != before {
		t.Error("it is still there")
	}
	s.Undo()
	if len(s.initiatives()) != before+1 {
		t.Error("undo does not bring it back")
	}
}

func TestWhatIsHalfWrittenOfAnInitiativeIsThereAgain(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Bind(fyne.KeyT)
	s.Fill("Title", "Half a thought")
	s.Press(fyne.KeyEscape)
	if s.Side != nil || len(s.Done) == 0 || !strings.Contains(s.Done[len(s.Done)-1], "kept") {
		t.Fatalf("it is not said that it is kept: %q", s.Done)
	}
	s.Bind(fyne.KeyTab)
	s.Bind(fyne.KeyT)
	if got := s.Entry("Title").Text; got != "Half a thought" || s.Focused() != s.Entry("Put forward by") {
		t.Errorf("the title is %q, and %T has the focus", got, s.Focused())
	}
	s.Write("Somebody")
	s.Press(fyne.KeyEscape)
	s.Bind(fyne.KeyT)
	if s.Focused() != s.Entry("Text") {
		t.Errorf("%T has the focus", s.Focused())
	}
	s.Tap("Start anew")
	if got := s.Entry("Title").Text; got != "" {
		t.Errorf("the title is %q", got)
	}
	s.Press(fyne.KeyEscape)
	for key, text := range s.Settings {
		if strings.HasPrefix(key, desk.SettingDraft) && text != "" {
			t.Errorf("%s keeps %s", key, text)
		}
	}
}
