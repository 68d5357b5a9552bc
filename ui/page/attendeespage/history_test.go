package attendeespage_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// history are the rows of the history in the panel.
func (s *stage) history() *widgets.ResultList {
	s.Helper()
	lists := uitest.Within[*widgets.ResultList](s.Side)
	if len(lists) != 1 {
		s.Fatalf("the panel has %d lists", len(lists))
	}
	return lists[0]
}

// scan scans somebody in at the first list, some minutes later than it was.
func (s *stage) scan(id seminar.ID, way seminar.CheckinType, force string) desk.ScanAnswer {
	s.Helper()
	s.Now = s.Now.Add(7 * time.Minute)
	list, err := s.Desk.FindList(s.Context(), s.Of, "")
	s.No(err)
	a, err := s.Desk.Checkin(s.Context(), desk.Scan{SeminarID: s.Of, ListID: list.ID, AttendeeID: id, Type: way, Force: force != "", ForceWhy: force})
	s.No(err)
	return a
}

func TestAHistorySaysWhatAScanWasAnswered(t *testing.T) {
	s := open(t, uitest.Options{})
	f := desk.Form{Attendee: seminar.Attendee{GivenName: "Nigar", FamilyName: "Rəhimova"}, Registration: seminar.Registration{SeminarID: s.Of, Status: seminar.Confirmed}}
	r, err := s.Desk.Register(t.Context(), f)
	s.No(err)
	id := r.Row.AttendeeID
	first := s.scan(id, seminar.Entry, "")
	if _, err := s.Desk.Undo(t.Context(), first.Operation, "a mistake"); err != nil {
		t.Fatal(err)
	}
	s.scan(id, seminar.Entry, "")
	refused := s.scan(id, seminar.Entry, "")
	if refused.Reason != seminar.ReasonAlreadyRedeemed {
		t.Fatalf("the second entry was answered %+v", refused)
	}
	s.scan(id, seminar.Entry, "came back for an umbrella")
	s.scan(id, seminar.Exit, "")
	s.page.Open(id)
	rows := s.history().Results
	var scans []widgets.Result
	for _, row := range rows {
		if strings.Contains(row.Meta, "Main entrance") {
			scans = append(scans, row)
		}
	}
	want := []widgets.Result{{Title: "Exit", Kind: widgets.KindAccepted}, {Title: "Entry · let in all the same", Kind: widgets.KindAttention},
		{Title: "Already checked in", Kind: widgets.KindAlready}, {Title: "Entry", Kind: widgets.KindAccepted}, {Title: "Entry", Tag: "undone"}}
	if len(scans) != len(want) || len(rows) < len(want)+3 { // and the person, the registration and the undo
		t.Fatalf("the history is %+v", rows)
	}
	for i, w := range want {
		got := scans[i]
		if got.Title != w.Title || got.Kind != w.Kind || got.Tag != w.Tag {
			t.Errorf("row %d is %+v, want %+v", i, got, w)
		}
		if !strings.HasPrefix(got.Meta, "Fri 18 July 10:") || !strings.HasSuffix(got.Meta, "· Main entrance · Desk A · Günel") {
			t.Errorf("row %d happened %s", i, got.Meta)
		}
	}
	// The keyboard goes through the rows, and all there is to say about the one in front stands below.
	s.Bind(fyne.KeyJ)
	s.Picture("attendees-history")
	at := func(title string) {
		s.Helper()
		i := slices.IndexFunc(rows, func(r widgets.Result) bool { return r.Title == title })
		for s.history().Highlight != i {
			before := s.history().Highlight
			if s.Press(fyne.KeyDown); s.history().Highlight == before {
				t.Fatalf("the keys do not come to %q", title)
			}
		}
	}
	at("Entry · let in all the same")
	if !s.Mentions("came back for an umbrella") {
		t.Error("the history does not say why somebody was let in all the same")
	}
	at("Already checked in")
	if !s.Mentions(s.Lang.Err(refused.Message)) || s.Mentions("came back for an umbrella") {
		t.Error("the history does not say what the desk was answered")
	}
}

func TestALongHistoryScrollsInThePanel(t *testing.T) {
	s := open(t, uitest.Options{})
	id := s.person("qafarzade").AttendeeID
	for i := range 60 {
		s.scan(id, []seminar.CheckinType{seminar.Entry, seminar.Exit}[i%2], "a test")
	}
	s.page.Open(id)
	list := s.history()
	if n := len(list.Results); n < 60 {
		t.Fatalf("%d rows of at least 60", n)
	}
	if h := list.Size().Height; h > 6*widgets.ResultRowHeight {
		t.Errorf("the rows are %v high", h)
	}
	s.Bind(fyne.KeyJ)
	s.Press(slices.Repeat([]fyne.KeyName{fyne.KeyDown}, len(list.Results)+3)...)
	if list.Highlight != len(list.Results)-1 {
		t.Errorf("the last row is not reached: %d of %d", list.Highlight, len(list.Results))
	}
	where, panel := fyne.CurrentApp().Driver().AbsolutePositionForObject(list), s.Window.Canvas().Size().Height
	if where.Y < 0 || where.Y+list.Size().Height > panel {
		t.Errorf("the history has the focus and stands at %v, in a window %v high", where.Y, panel)
	}
	s.Picture("attendees-history-long")
}
