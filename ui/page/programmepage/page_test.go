package programmepage_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/seminar"
	"lanyard/ui/page/programmepage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// stage is the page on the sample.
type stage struct {
	*uitest.Stand
	page *programmepage.Page
}

func open(t *testing.T, o uitest.Options) *stage {
	t.Helper()
	s, p := uitest.Open(t, o, programmepage.New)
	return &stage{s, p}
}

func (s *stage) sessions() []seminar.Session {
	s.Helper()
	all, err := s.Desk.Sessions(context.Background(), s.Of)
	s.No(err)
	return all
}

// session finds a session by its title.
func (s *stage) session(title string) seminar.Session {
	s.Helper()
	one, err := s.Desk.FindSession(context.Background(), s.Of, title)
	s.No(err)
	return one
}

func (s *stage) clock(t time.Time) string { return t.In(s.Seminar().Location()).Format("15:04") }

func TestASessionIsAddedWithSpeakersFoundAndTyped(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Bind(fyne.KeyN)
	s.Write("Round table")
	s.Fill("Start", "1745")
	s.Fill("End", "18.30")
	s.Fill("Room", "Confer")
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	if got := s.Entry("Room").Text; got != "Conference Hall" {
		t.Errorf("the room became %q", got)
	}
	s.Window.Canvas().Focus(s.Entry("Speakers"))
	s.Write("qafar")
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	s.Write("Somebody Else")
	s.Press(fyne.KeyReturn)
	s.Picture("programme-session")
	s.Write("A third")
	s.Tap("Save")
	got := s.session("Round table")
	want := []string{"Maryam Qafar-zadə", "Somebody Else", "A third"}
	if !slices.Equal(got.Speakers, want) || s.clock(got.Start) != "17:45" || s.clock(got.End) != "18:30" || got.Room != "Conference Hall" || s.Side != nil {
		t.Fatalf("saved %+v", got)
	}
	n := len(s.sessions())
	s.Undo()
	if len(s.sessions()) != n-1 {
		t.Error("the undo left the session")
	}
}

func TestWhatIsWrongStandsBesideItsField(t *testing.T) {
	s := open(t, uitest.Options{})
	before := s.sessions()
	s.page.Open(before[2].ID)
	s.Fill("End", s.clock(before[2].Start.Add(-time.Hour)))
	s.Tap("Save")
	if s.Field("End").Error == "" || s.Field("Start").Error != "" || s.Side == nil {
		t.Error("an end before the start was taken")
	}
	s.Fill("Start", "half past nine")
	s.Tap("Save")
	if s.Field("Start").Error == "" {
		t.Error("a start that is no time was taken")
	}
	s.Fill("Title", "")
	s.Tap("Save")
	if s.Field("Title").Error == "" {
		t.Error("a session without a title was taken")
	}
	s.Picture("programme-errors")
	if after := s.sessions(); after[2].Title != before[2].Title || !after[2].End.Equal(before[2].End) {
		t.Errorf("changed to %+v", after[2])
	}
}

func TestARoomTakenTwiceIsAWarningOnly(t *testing.T) {
	s := open(t, uitest.Options{})
	first := s.session("Panel 1: Culture and heritage in the region")
	s.page.Open(first.ID)
	if w := s.Field("Room").Warning; w != "" {
		t.Fatalf("warned of itself: %s", w)
	}
	s.Fill("End", "14:30")
	if s.Field("Room").Warning == "" {
		t.Error("no warning while the times overlap")
	}
	s.Picture("programme-clash")
	s.Tap("Save")
	if got := s.session(first.Title); s.clock(got.End) != "14:30" {
		t.Errorf("not saved: %s", s.clock(got.End))
	}
	s.Window.Resize(fyne.NewSize(1092, 1400)) // every row is drawn
	pills := 0
	for _, p := range uitest.Find[*widgets.StatusPill](s.Stand) {
		if p.Kind == widgets.KindAttention {
			pills++
		}
	}
	if pills != 2 {
		t.Errorf("%d sessions are marked, two share the room", pills)
	}
}

func TestMovingExchangesTimesAndTheOpenFormFollows(t *testing.T) {
	s := open(t, uitest.Options{})
	before := s.sessions()
	s.page.Open(before[1].ID)
	s.Bind(fyne.KeyDown)
	after := s.sessions()
	if after[1].ID != before[2].ID || after[2].ID != before[1].ID || !after[1].Start.Equal(before[1].Start) || !after[2].End.Equal(before[2].End) {
		t.Fatalf("the order is %q, %q", after[1].Title, after[2].Title)
	}
	if got := s.Entry("Start").Text; got != s.clock(after[2].Start) {
		t.Errorf("the form shows %s, the session begins at %s", got, s.clock(after[2].Start))
	}
	s.Undo()
	if now := s.sessions(); now[1].ID != before[1].ID || !now[1].Start.Equal(before[1].Start) {
		t.Error("the undo did not bring the order back")
	}
	if got := s.Entry("Start").Text; got != s.clock(before[1].Start) {
		t.Errorf("after the undo the form shows %s", got)
	}
}

func TestTheKeyboardGoesThroughTheProgramme(t *testing.T) {
	s := open(t, uitest.Options{})
	all := s.sessions()
	for _, o := range uitest.Visible(s.page.Content()) {
		if f, ok := o.(interface {
			fyne.Focusable
			ScrollToTop()
		}); ok {
			s.Window.Canvas().Focus(f)
		}
	}
	s.Press(fyne.KeyHome, fyne.KeyDown, fyne.KeyReturn)
	if got := s.Entry("Title").Text; got != all[1].Title {
		t.Errorf("Enter opened %q", got)
	}
	s.Press(fyne.KeyEscape)
	if s.Side != nil {
		t.Error("Escape left the panel open")
	}
	s.page.Open(all[1].ID)
	s.Write("x")
	s.Press(fyne.KeyEscape)
	if s.Side == nil || !s.Says(s.Env.Lang.T("common.unsaved")) {
		t.Error("Escape threw away what was typed, or did not say why it waits")
	}
	s.Picture("programme-unsaved")
	s.Press(fyne.KeyEscape)
	if s.Side != nil {
		t.Error("the second Escape left the panel open")
	}
	s.Bind(fyne.KeyDelete)
	if len(s.sessions()) != len(all)-1 {
		t.Error("Delete removed nothing")
	}
	s.Undo()
	if now := s.sessions(); len(now) != len(all) || now[1].ID != all[1].ID {
		t.Error("the undo did not bring the session back")
	}
}

func TestDaysAreHeadingsAndWrittenAsTheLanguageDoes(t *testing.T) {
	s := open(t, uitest.Options{Language: "az"})
	if !s.Says("18 iyul 2025, cümə · ICESCO Regional Office, Baku · ICESCO Regional Office in Baku") {
		t.Error("the day does not stand below the title in Azerbaijani")
	}
	v := s.Seminar()
	v.End = "2025-07-19"
	_, err := s.Desk.SaveSeminar(context.Background(), v)
	s.No(err)
	second := s.sessions()[0]
	second.ID, second.Title = "", "İkinci gün"
	second.Start, second.End = second.Start.AddDate(0, 0, 1), second.End.AddDate(0, 0, 1)
	_, _, err = s.Desk.SaveSession(context.Background(), second)
	s.No(err)
	s.Window.Resize(fyne.NewSize(1092, 1400))
	s.page.Changed()
	s.Picture("programme-days")
	for _, heading := range []string{"18 iyul 2025, cümə", "19 iyul 2025, şənbə"} {
		if !s.Says(heading) {
			t.Errorf("no heading %q", heading)
		}
	}
}

func TestASeminarIsAddedToTheSeries(t *testing.T) {
	s := open(t, uitest.Options{})
	old := s.Seminar()
	s.Tap("New seminar")
	s.Write("Third seminar")
	s.Fill("First day", "1.9.25")
	s.Fill("Last day", "31 August 2025")
	s.Tap("Save")
	if s.Field("Last day").Error == "" {
		t.Fatal("a seminar that ends before it starts was taken")
	}
	s.Fill("Last day", "2 Sep 2025")
	s.Tap("Save")
	now := s.Seminar()
	if now.ID == old.ID || now.Start != "2025-09-01" || now.End != "2025-09-02" || now.SeriesID != old.SeriesID || now.Zone != old.Zone {
		t.Fatalf("in front is %+v", now)
	}
	chips := uitest.Find[*widgets.Chip](s.Stand)
	if len(chips) != 3 {
		t.Fatalf("%d seminars of the series are offered", len(chips))
	}
	chips[0].Tapped(nil)
	if s.Of != old.ID {
		t.Errorf("the chip brought %s to the front", s.Of)
	}
	s.Bind(fyne.KeyE)
	s.Fill("Venue", "Heydar Aliyev Center")
	s.Tap("Save")
	if got := s.Seminar().Venue; got != "Heydar Aliyev Center" {
		t.Errorf("the venue is %q", got)
	}
}

func TestAnEmptyWorkspaceGetsItsFirstSeminar(t *testing.T) {
	s := open(t, uitest.Options{Empty: true})
	var shown []string
	for _, b := range uitest.Find[*widgets.Button](s.Stand) {
		shown = append(shown, b.Text)
	}
	if !slices.Equal(shown, []string{"New seminar"}) {
		t.Errorf("without a seminar the buttons are %q", shown)
	}
	s.Tap("New seminar")
	s.Write("First")
	s.Fill("Time zone", "baku")
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	s.Tap("Save")
	if got := s.Seminar(); got.Title("en") != "First" || got.Zone != "Asia/Baku" {
		t.Fatalf("the seminar is %+v", got)
	}
	lists, err := s.Desk.Lists(context.Background(), s.Of)
	s.No(err)
	if len(lists) != 1 {
		t.Errorf("%d lists to check in on", len(lists))
	}
}

func TestTheFirstSessionHasTheCursorOnceItIsThere(t *testing.T) {
	s := open(t, uitest.Options{Seminar: seminar.Seminar{Titles: map[string]string{"en": "Empty"}, Start: "2025-07-18", End: "2025-07-18", Zone: "Asia/Baku"}})
	for _, title := range []string{"First", "Second"} {
		s.Bind(fyne.KeyN)
		s.Write(title)
		s.Press(fyne.KeyReturn)
		if s.Side != nil {
			t.Fatalf("the form of %q is still open", title)
		}
		s.Press(fyne.KeyReturn)
		if s.Side == nil || s.Entry("Title").Text != title {
			t.Fatalf("Enter does not open %q, which was made last", title)
		}
		s.Press(fyne.KeyEscape)
	}
}
