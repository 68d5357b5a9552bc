package livepage_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page/livepage"
	"lanyard/ui/uitest"
)

func open(t *testing.T, o uitest.Options) (*uitest.Stand, *livepage.Page) {
	t.Helper()
	return uitest.Open(t, o, livepage.New)
}

func TestPictures(t *testing.T) {
	for name, o := range map[string]uitest.Options{"morning": {}, "evening-dark": {Evening: true, Dark: true}, "long": {Language: "x-long"}, "rtl": {Language: "x-rtl", Evening: true}, "az": {Language: "az"}, "none": {Empty: true},
		"empty": {Seminar: seminar.Seminar{Titles: map[string]string{"en": "Seminar"}, Start: "2025-07-18", End: "2025-07-18", Zone: "Asia/Baku"}}} {
		s, p := open(t, o)
		if name == "az" || name == "evening-dark" {
			lists, err := s.Desk.Lists(t.Context(), s.Of)
			s.No(err)
			lists[1].Capacity, lists[2].Capacity = 94, 73
			for _, l := range lists {
				_, _, err := s.Desk.SaveList(t.Context(), l)
				s.No(err)
			}
			for _, code := range []string{"nobody", "x@y", "123"} {
				_, err := s.Desk.Checkin(t.Context(), desk.Scan{SeminarID: s.Of, ListID: lists[0].ID, Code: code})
				s.No(err)
			}
			rows, err := s.Desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: s.Of, Limit: 9})
			s.No(err)
			for _, r := range rows {
				_, err := s.Desk.Checkin(t.Context(), desk.Scan{SeminarID: s.Of, ListID: lists[0].ID, AttendeeID: r.AttendeeID})
				s.No(err)
			}
			s.Changed()
		}
		s.Picture("live-" + name)
		if name == "evening-dark" || name == "morning" {
			p.Wall(true)
			s.Window.Resize(fyne.NewSize(1920, 1080))
			s.Picture("live-wall-" + name)
		}
	}
}
