package programmepage_test

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// Delegations and initiatives have room in a small window, in words twice as long and from right to left, whatever they are called.
func TestDelegationsAndInitiativesHaveRoom(t *testing.T) {
	for _, tag := range []string{i18n.LongTag, i18n.RTLTag} {
		s := open(t, uitest.Options{Language: tag})
		for _, name := range []string{strings.Repeat("Hohenlohe-Schillingsfürst ", 5), strings.Repeat("الاتحاد العربي للمتاحف 2026 ", 5)} {
			v, _, err := s.Desk.SaveDelegation(context.Background(), seminar.Delegation{SeminarID: s.Of, Name: name, Quota: 1, Position: -1})
			s.No(err)
			_, _, err = s.Desk.SaveInitiative(context.Background(), seminar.Initiative{SeminarID: s.Of, Title: name, By: name, Theme: name, DelegationID: v.ID})
			s.No(err)
		}
		for _, part := range []string{"Delegations", "Initiatives"} {
			s.turnTo(s.Lang.T("programme.part." + strings.ToLower(part)))
			s.Picture("room-" + part + "-" + tag)
			if m := s.page.Content().MinSize(); m.Width > 1092 || m.Height > 672 {
				t.Errorf("%s: %s need %v", tag, part, m)
			}
			apart(s, tag+" "+part)
		}
	}
}

// apart fails where two buttons lie over each other, or one out of the window.
func apart(s *stage, where string) {
	s.Helper()
	all := uitest.Find[*widgets.Button](s.Stand)
	at := func(b *widgets.Button) (from, to fyne.Position) {
		from = fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
		return from, from.AddXY(b.Size().Width, b.Size().Height)
	}
	for i, one := range all {
		from, to := at(one)
		if from.X < 0 || to.X > s.Window.Canvas().Size().Width {
			s.Errorf("%s: %q stands from %v to %v", where, one.Text, from, to)
		}
		for _, other := range all[:i] {
			if begin, end := at(other); from.X < end.X && begin.X < to.X && from.Y < end.Y && begin.Y < to.Y {
				s.Errorf("%s: %q stands over %q", where, one.Text, other.Text)
			}
		}
	}
}
