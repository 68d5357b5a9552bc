package livepage_test

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/livepage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func open(t *testing.T, o uitest.Options) (*uitest.Stand, *livepage.Page) {
	t.Helper()
	return uitest.Open(t, o, livepage.New)
}

// figure is what the number above a word says.
func figure(s *uitest.Stand, key string) string {
	s.Helper()
	for _, f := range uitest.Find[*widgets.Figure](s) {
		if f.Label == s.Lang.T(key) {
			return f.Value
		}
	}
	s.Fatalf("no figure %q", key)
	return ""
}

// arrived is the first number.
func arrived(s *uitest.Stand) string { return uitest.Find[*widgets.Figure](s)[0].Value }

func shares(s *uitest.Stand, key string) *widgets.Shares {
	s.Helper()
	for _, one := range uitest.Find[*widgets.Shares](s) {
		if one.Title == s.Lang.T(key) {
			return one
		}
	}
	s.Fatalf("no list %q", key)
	return nil
}

func live(s *uitest.Stand, v desk.LiveView) desk.Live {
	s.Helper()
	l, err := s.Desk.Live(s.Context(), s.Of, v)
	s.No(err)
	return l
}

func lists(s *uitest.Stand) []seminar.List {
	s.Helper()
	all, err := s.Desk.Lists(s.Context(), s.Of)
	s.No(err)
	return all
}

// newcomer is somebody confirmed who has not arrived.
func newcomer(s *uitest.Stand) seminar.RosterRow {
	s.Helper()
	no := false
	rows, err := s.Desk.Roster(s.Context(), seminar.RosterFilter{SeminarID: s.Of, ListID: lists(s)[0].ID, Arrived: &no, Status: []seminar.Status{seminar.Confirmed}})
	s.No(err)
	if len(rows) == 0 {
		s.Fatal("everybody has arrived")
	}
	return rows[0]
}

func scan(s *uitest.Stand, who seminar.ID, list seminar.List) string {
	s.Helper()
	a, err := s.Desk.Checkin(s.Context(), desk.Scan{SeminarID: s.Of, ListID: list.ID, AttendeeID: who})
	s.No(err)
	return a.Operation
}

func TestThePageShowsTheFigures(t *testing.T) {
	for _, language := range []string{"en", "az", "x-long", "x-rtl"} {
		s, _ := open(t, uitest.Options{Language: language})
		l := live(s, desk.LiveView{})
		if arrived(s) != s.Lang.Number(l.Arrived) || l.Arrived < 90 || figure(s, "live.inside") != s.Lang.Number(l.Inside) || figure(s, "live.last_minute") != "+"+s.Lang.Number(l.LastMinute) {
			t.Errorf("%s: the numbers do not say %+v", language, l)
		}
		sum := 0
		for _, d := range uitest.Find[*widgets.Spread](s)[0].Data {
			sum += int(d.Value)
		}
		if sum != l.Arrived {
			t.Errorf("%s: the columns add up to %d, and %d arrived", language, sum, l.Arrived)
		}
		for i, d := range shares(s, "live.countries").Data {
			if g := l.ByCountry[i]; d.Done != g.Arrived || d.Whole != g.Expected || d.Value != fmt.Sprintf("%d / %d", g.Arrived, g.Expected) || (d.Picture == nil) != (g.Key == "") {
				t.Errorf("%s: country %d is %+v, not %+v", language, i, d, g)
			}
		}
		for i, d := range shares(s, "live.categories").Data {
			if g := l.ByCategory[i]; d.Label != g.Key || d.Done != g.Arrived || d.Band == nil {
				t.Errorf("%s: category %d is %+v, not %+v", language, i, d, g)
			}
		}
		if n := len(shares(s, "live.delegations").Data); n != len(l.ByDelegation) {
			t.Errorf("%s: %d delegations of %d", language, n, len(l.ByDelegation))
		}
		s.Picture("live-" + language)
	}
}

func TestAScanAndItsUndoAreFollowed(t *testing.T) {
	s, p := open(t, uitest.Options{Dark: true})
	before := live(s, desk.LiveView{})
	who := newcomer(s)
	op := scan(s, who.AttendeeID, lists(s)[0])
	if arrived(s) != s.Lang.Number(before.Arrived) {
		t.Error("it counted before it was told")
	}
	p.Changed()
	if arrived(s) != s.Lang.Number(before.Arrived+1) || figure(s, "live.last_minute") != "+1" || figure(s, "live.inside") != s.Lang.Number(before.Inside+1) {
		t.Errorf("%s arrived after a scan, %d before", arrived(s), before.Arrived)
	}
	s.Picture("live-dark")
	_, err := s.Desk.Undo(s.Context(), op, "")
	s.No(err)
	p.Changed()
	if arrived(s) != s.Lang.Number(before.Arrived) || figure(s, "live.last_minute") != "+0" {
		t.Errorf("%s arrived after the undo, %d before", arrived(s), before.Arrived)
	}
	// Somebody registered meanwhile is expected, and a refusal says why.
	_, err = s.Desk.Register(s.Context(), desk.Form{Attendee: seminar.Attendee{GivenName: "Leyla", FamilyName: "New", Country: "NZ"}, Registration: seminar.Registration{SeminarID: s.Of}})
	s.No(err)
	_, err = s.Desk.Checkin(s.Context(), desk.Scan{SeminarID: s.Of, ListID: lists(s)[0].ID, Code: "nobody"})
	s.No(err)
	p.Changed()
	if of := uitest.Find[*widgets.Figure](s)[0].Of; of != s.Lang.T("live.of", "n", before.Expected+1) || !s.Mentions(s.Lang.T("common.reason.invalid")+" 1") {
		t.Errorf("expected are %q", of)
	}
}

func TestScansThatComeTogetherAreCountedTogether(t *testing.T) {
	s := uitest.New(t, uitest.Options{})
	p := livepage.New(s.Env)
	var later []func()
	p.After = func(d time.Duration, f func()) {
		if d == livepage.CalmTime {
			later = append(later, f)
		}
	}
	s.Show(p)
	before := live(s, desk.LiveView{}).Arrived
	who := newcomer(s)
	scan(s, who.AttendeeID, lists(s)[0])
	for range 50 {
		p.Changed()
	}
	if arrived(s) != s.Lang.Number(before) || len(later) != 1 {
		t.Fatalf("%s arrived, %d waits", arrived(s), len(later))
	}
	later[0]()
	if arrived(s) != s.Lang.Number(before+1) || len(later) != 2 {
		t.Errorf("%s arrived after the wait, %d waits; want %d, 2", arrived(s), len(later), before+1)
	}
	if later[1](); len(later) != 2 {
		t.Error("it counts again though nothing changed")
	}
	// What was asked for before the page was left changes nothing after it.
	p.Changed()
	p.Hide()
	later[len(later)-1]()
	p.Changed()
	if len(later) != 3 {
		t.Errorf("%d waits of a page that nobody sees", len(later))
	}
}

func TestNothingIsDrawnWhenNothingChanged(t *testing.T) {
	s, p := open(t, uitest.Options{})
	drawn := func() [2]any { // what was drawn last: a part that is set anew has new data
		return [2]any{&shares(s, "live.countries").Data[0], &uitest.Find[*widgets.Spread](s)[0].Data[0]}
	}
	before := drawn()
	s.No(s.Store.SetSetting(s.Context(), "theme", "dark")) // the file changed, and nothing in it that is counted
	p.Changed()
	if drawn() != before {
		t.Error("it was drawn again though nothing changed")
	}
	scan(s, newcomer(s).AttendeeID, lists(s)[0])
	p.Changed()
	if now := drawn(); now[0] == before[0] || now[1] == before[1] {
		t.Error("a scan changed nothing")
	}
}

func TestDayAndListAreChosenByKey(t *testing.T) {
	s, _ := open(t, uitest.Options{})
	panel := lists(s)[1]
	s.Keys(fyne.KeyDown, fyne.KeyDown)
	if want := live(s, desk.LiveView{List: panel.ID}); arrived(s) != s.Lang.Number(want.Arrived) || uitest.Find[*widgets.Select](s)[1].Selected != panel.Name {
		t.Errorf("%s arrived at %s, want %d", arrived(s), panel.Name, want.Arrived)
	}
	s.Keys(fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	whole := s.Lang.Number(live(s, desk.LiveView{}).Arrived)
	if arrived(s) != whole {
		t.Errorf("%s arrived on all lists, want %s", arrived(s), whole)
	}
	// A day without scans says so, with a way out.
	event := s.Seminar()
	event.End = "2025-07-19"
	_, err := s.Desk.SaveSeminar(s.Context(), event)
	s.No(err)
	s.Changed()
	s.Keys(fyne.KeyRight)
	if !s.Says(s.Lang.T("live.empty.scans.title")) {
		t.Error("the second day looks like the first")
	}
	s.Keys(fyne.KeyRight, fyne.KeyLeft)
	if arrived(s) != whole {
		t.Errorf("%s arrived on the first day, want %s", arrived(s), whole)
	}
	s.Keys(fyne.KeyRight, fyne.KeyDown, fyne.KeyHome)
	if arrived(s) != whole {
		t.Errorf("Home shows %s, want %s", arrived(s), whole)
	}
	// And from the lists on the page.
	for _, choice := range uitest.Find[*widgets.Select](s) {
		if choice.Selected == s.Lang.T("live.whole") {
			choice.SetSelectedIndex(2)
		}
	}
	if want := live(s, desk.LiveView{List: panel.ID}); arrived(s) != s.Lang.Number(want.Arrived) {
		t.Errorf("%s arrived at the list that was chosen, want %d", arrived(s), want.Arrived)
	}
}

func TestAFullRoomWarnsInWords(t *testing.T) {
	s, p := open(t, uitest.Options{})
	rooms := lists(s)
	inside := live(s, desk.LiveView{}).Rooms
	for i, capacity := range map[int]int{0: inside[0].Inside * 2, 1: inside[1].Inside * 10 / 9, 2: inside[2].Inside} {
		rooms[i].Capacity = capacity
		_, _, err := s.Desk.SaveList(s.Context(), rooms[i])
		s.No(err)
	}
	p.Changed()
	for i, want := range []string{"", s.Lang.T("live.nearly_full"), s.Lang.T("live.full")} {
		d := shares(s, "live.rooms").Data[i]
		if d.Word != want || (d.Kind == widgets.KindNeutral) != (want == "") || d.Value != fmt.Sprintf("%d / %d", d.Done, d.Whole) {
			t.Errorf("room %d says %+v, want %q", i, d, want)
		}
	}
	s.Picture("live-full")
}

func TestAListThatIsRemovedIsLeft(t *testing.T) {
	s, p := open(t, uitest.Options{})
	s.Keys(fyne.KeyDown, fyne.KeyDown)
	gone := lists(s)[1]
	if v := uitest.Find[*widgets.Select](s)[1].Selected; v != gone.Name {
		t.Fatalf("%s is looked at", v)
	}
	_, err := s.Desk.Remove(s.Context(), seminar.EntityList, gone.ID)
	s.No(err)
	p.Changed()
	if v := uitest.Find[*widgets.Select](s)[1]; v.Selected != s.Lang.T("live.whole") || len(v.Options) != len(lists(s))+1 {
		t.Errorf("%s is looked at, of %q", v.Selected, v.Options)
	}
}

func TestALongFirstCountSaysThatItCounts(t *testing.T) {
	s := uitest.New(t, uitest.Options{})
	s.Hold = true
	p := livepage.New(s.Env)
	var patience func()
	p.After = func(d time.Duration, f func()) {
		if d == livepage.PatienceTime {
			patience = f
		}
	}
	s.Show(p)
	patience()
	if !s.Says(s.Lang.T("live.counting.title")) {
		t.Error("it does not say that it counts")
	}
	s.Release()
	if s.Says(s.Lang.T("live.counting.title")) || arrived(s) != s.Lang.Number(live(s, desk.LiveView{}).Arrived) {
		t.Error("it does not say what it counted")
	}
	if patience(); s.Says(s.Lang.T("live.counting.title")) {
		t.Error("it says that it counts after it has")
	}
}

func TestMoreLinesThanFitAreReached(t *testing.T) {
	s, _ := open(t, uitest.Options{})
	countries := shares(s, "live.countries")
	seen := map[string]bool{}
	for range len(countries.Data) {
		for _, d := range countries.Shown() {
			seen[d.Label] = true
		}
		s.Keys(fyne.KeyPageDown)
	}
	if len(countries.Shown()) == 0 || len(seen) != len(countries.Data) {
		t.Errorf("%d of %d countries can be seen", len(seen), len(countries.Data))
	}
	for range len(countries.Data) {
		s.Keys(fyne.KeyPageUp)
	}
	if countries.Shown()[0].Label != countries.Data[0].Label {
		t.Error("Page Up does not come back to the first")
	}
}

func TestAnEmptyPageSaysWhatToDo(t *testing.T) {
	event := seminar.Seminar{Titles: map[string]string{"en": "Seminar"}, Start: "2025-07-18", End: "2025-07-18", Zone: "Asia/Baku"}
	for key, c := range map[string]struct {
		options uitest.Options
		people  bool
		to      page.Name
	}{"seminar": {uitest.Options{Empty: true}, false, page.Programme}, "people": {uitest.Options{Seminar: event}, false, page.Attendees},
		"scans": {uitest.Options{Seminar: event, Dark: true}, true, page.Desk}} {
		s, p := open(t, c.options)
		if c.people {
			r, err := s.Desk.Register(s.Context(), desk.Form{Attendee: seminar.Attendee{GivenName: "Leyla"}, Registration: seminar.Registration{SeminarID: s.Of}})
			s.No(err)
			p.Changed()
			if !s.Mentions(s.Lang.N("live.empty.expected", 1)) {
				t.Error("it does not say how many are expected")
			}
			defer func() {
				scan(s, r.Row.AttendeeID, lists(s)[0])
				p.Changed()
				if arrived(s) != "1" || !s.Says("100 %") && !s.Mentions("100 %") {
					t.Error("the first scan does not bring the page to life")
				}
			}()
		}
		if !s.Says(s.Lang.T("live.empty." + key + ".title")) {
			t.Errorf("%s: it does not say so", key)
		}
		s.Picture("live-empty-" + key)
		if s.Tap(s.Lang.T("live.empty." + key + ".button")); s.Opened != c.to {
			t.Errorf("%s leads to %q, want %q", key, s.Opened, c.to)
		}
	}
}

func TestADayThatIsOverSaysHowItEnded(t *testing.T) {
	s, _ := open(t, uitest.Options{Evening: true})
	s.Now = s.Now.AddDate(0, 0, 40)
	s.Changed()
	l := live(s, desk.LiveView{})
	if figure(s, "live.inside_end") != s.Lang.Number(l.Inside) || s.Says(s.Lang.T("live.last_minute")) || !s.Says(s.Lang.N("live.scans_that_day", l.Pace.Scans)) {
		t.Errorf("of a day that is over it says what happened in the last minute")
	}
}

func TestOnAWallEverythingIsLarger(t *testing.T) {
	s, p := open(t, uitest.Options{Evening: true})
	p.Wall(true)
	s.Window.Resize(fyne.NewSize(1920, 1080))
	if !s.Says(s.Seminar().Title("en")) || s.Says(s.Lang.T("live.title")) || len(uitest.Find[*widgets.Select](s)) > 0 {
		t.Error("a wall shows what belongs to a desk")
	}
	if k := shares(s, "live.countries").Scale; k < 1.6 {
		t.Errorf("on a wall everything is %v times as large", k)
	}
	s.Picture("live-wall")
	p.Wall(false)
	s.Window.Resize(fyne.NewSize(1092, 672))
	if !s.Says(s.Lang.T("live.title")) || shares(s, "live.countries").Scale > 1.1 {
		t.Error("the desk is not as it was")
	}
}
