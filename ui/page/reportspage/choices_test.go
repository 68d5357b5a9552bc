package reportspage_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/xuri/excelize/v2"

	"lanyard/internal/desk"
	"lanyard/internal/document"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// selectOf is the drop-down list with a label.
func selectOf(s *uitest.Stand, key string) *widgets.Select {
	s.Helper()
	return s.Field(s.Lang.T(key)).Control.(*widgets.Select)
}

func read(s *uitest.Stand) string {
	s.Helper()
	data, err := os.ReadFile(s.Saved)
	s.No(err)
	return string(data)
}

func TestAReportSpeaksALanguageOfItsOwn(t *testing.T) {
	s := newStand(t, "en")
	selectOf(s, "reports.choose.language").SetSelected("العربية")
	ar := i18n.OpenDocument("ar")
	s.Picture("reports-arabic")
	s.Bind(fyne.KeyE)
	book, err := excelize.OpenFile(s.Saved)
	s.No(err)
	if got := book.GetSheetList()[0]; got != ar.T("document.section.figures") {
		t.Errorf("the first sheet is %q", got)
	}
	view, err := book.GetSheetView(book.GetSheetList()[0], 0)
	s.No(err)
	if view.RightToLeft == nil || !*view.RightToLeft {
		t.Error("the sheet does not run from the right")
	}
	s.No(book.Close())
	if s.Settings["reports.language"] != "ar" {
		t.Errorf("kept is %q", s.Settings["reports.language"])
	}
	selectOf(s, "reports.choose.language").SetSelected(s.Lang.T("reports.language.window"))
	s.Bind(fyne.KeyT)
	if text := read(s); !strings.Contains(text, s.Lang.T("document.section.countries")) {
		t.Error("the report does not speak the window's language again")
	}
}

func TestASheetToSignIsForASessionAndTicksWhoCame(t *testing.T) {
	s := newStand(t, "en")
	choose(s, document.KindSignIn)
	scope := selectOf(s, "reports.choose.scope")
	at := ""
	for _, o := range scope.Options {
		if strings.Contains(o, "Panel 1: ") {
			at = o
		}
	}
	scope.SetSelected(at)
	s.Bind(fyne.KeyT)
	if strings.Contains(read(s), "✓") {
		t.Error("ticked though nobody asked for it")
	}
	check := uitest.Find[*widgets.Check](s)[0]
	check.SetChecked(true)
	s.Picture("reports-ticked")
	s.Bind(fyne.KeyT)
	if !strings.Contains(read(s), "✓") {
		t.Error("nobody is ticked")
	}
	s.Bind(fyne.KeyS)
	if pages := s.Pages(s.Saved); !strings.Contains(pages[0], "Panel 1: ") {
		t.Errorf("the sheet does not say what it is for: %q", pages[0])
	}
	if scope.Selected != at {
		t.Errorf("the choice became %q", scope.Selected)
	}
	if name := filepath.Base(s.Saved); !strings.Contains(name, "panel-1") {
		t.Errorf("the file of one session is called %s", name)
	}
}

// TestAFileIsWhatItsNameSays: whoever gives a file another ending gets what that ending says.
func TestAFileIsWhatItsNameSays(t *testing.T) {
	s := newStand(t, "en")
	s.SaveTo = filepath.Join(t.TempDir(), "mine.CSV")
	s.Bind(fyne.KeyE)
	if text := read(s); !strings.HasPrefix(text, "\ufeff") || !strings.Contains(text, s.Lang.T("document.figure.registered")) {
		t.Errorf("a table became %.40q", text)
	}
}

func TestTheComparisonAsksWithWhich(t *testing.T) {
	s := newStand(t, "en")
	choose(s, document.KindComparison)
	others := selectOf(s, "reports.choose.compare")
	if len(others.Options) == 0 || others.Selected != others.Options[0] {
		t.Fatalf("offered %q, chosen %q", others.Options, others.Selected)
	}
	others.SetSelectedIndex(len(others.Options) - 1)
	date, title, _ := strings.Cut(others.Selected, " · ")
	s.Bind(fyne.KeyS)
	text := strings.Join(s.Pages(s.Saved), " ")
	if !strings.Contains(strings.ReplaceAll(text, "-", ""), strings.ReplaceAll(title, "-", "")[:20]) || !strings.Contains(text, date[8:10]+"."+date[5:7]+"."+date[:4]) {
		t.Errorf("compared with %q of %s: %q", title, date, text)
	}
}

func TestAnotherSeminarBeginsWithoutTheChoicesOfTheOneBefore(t *testing.T) {
	s := newStand(t, "en")
	choose(s, document.KindSignIn)
	scope := selectOf(s, "reports.choose.scope")
	scope.SetSelectedIndex(len(scope.Options) - 2)
	choose(s, document.KindComparison)
	others := selectOf(s, "reports.choose.compare")
	others.SetSelectedIndex(0)
	all, err := s.Desk.Comparable(context.Background(), s.Of)
	s.No(err)
	before := s.Of
	s.Env.SetSeminar(all[0].ID)
	s.Bind(fyne.KeyS)
	text := strings.Join(s.Pages(s.Saved), " ")
	now, err := s.Desk.Comparable(context.Background(), all[0].ID)
	s.No(err)
	if want := now[0].Start; !strings.Contains(text, want[8:10]+"."+want[5:7]+"."+want[:4]) {
		t.Errorf("the comparison is not with the nearest: %q", text)
	}
	choose(s, document.KindSignIn)
	if got := selectOf(s, "reports.choose.scope").Selected; got != s.Lang.T("reports.scope.seminar") || len(s.Failed) > 0 || before == s.Of {
		t.Errorf("the sheet is for %q; failures %v", got, s.Failed)
	}
}

// leave sends somebody who is inside out of the main entrance.
func leave(s *uitest.Stand, skip int) seminar.RosterRow {
	s.Helper()
	ctx, yes := context.Background(), true
	list, err := s.Desk.FindList(ctx, s.Of, "")
	s.No(err)
	rows, err := s.Desk.Roster(ctx, seminar.RosterFilter{SeminarID: s.Of, ListID: list.ID, Arrived: &yes})
	s.No(err)
	for _, r := range rows {
		if !r.Presence.Inside {
			continue
		}
		if skip--; skip >= 0 {
			continue
		}
		_, err = s.Desk.Checkin(ctx, desk.Scan{SeminarID: s.Of, ListID: list.ID, Code: r.Code, Type: seminar.Exit})
		s.No(err)
		return r
	}
	s.Fatalf("nobody is inside")
	return seminar.RosterRow{}
}

func TestTheEmergencyListIsOneKeyAwayAndNeverOld(t *testing.T) {
	s := newStand(t, "en")
	s.Window.Canvas().Focus(uitest.Find[*widgets.PickList](s)[0].Focusable())
	s.Bind(fyne.KeyI)
	if chosen(s) != document.KindEmergency {
		t.Fatalf("Ctrl+I shows %s", chosen(s))
	}
	gone := leave(s, 0)
	s.Changed()
	s.Tick()
	s.Bind(fyne.KeyT)
	if text := read(s); strings.Contains(text, gone.Name()) || !strings.Contains(text, "Main entrance") {
		t.Errorf("%s is still inside", gone.Name())
	}
}

func TestABusyDeskDoesNotHaveItsReportMadeWithEveryScan(t *testing.T) {
	s := newStand(t, "en")
	inside := func() string { return figures(s)[s.Lang.T("reports.figure.inside")] }
	reader := uitest.Find[*widgets.PageReader](s)[0]
	s.Keys(fyne.KeyPageDown, fyne.KeyPageDown)
	before, picture := inside(), reader.Image
	for range 5 {
		leave(s, 0)
		s.Changed()
	}
	if inside() != before || reader.Image != picture || !s.Mentions(s.Lang.T("reports.stale")) {
		t.Fatalf("inside are %s, before the scans %s; said %v", inside(), before, s.Mentions(s.Lang.T("reports.stale")))
	}
	s.Picture("reports-stale")
	s.Keys(fyne.KeyR)
	now := inside()
	if now == before || s.Mentions(s.Lang.T("reports.stale")) || reader.Page != 3 {
		t.Errorf("R shows %s inside at page %d", now, reader.Page)
	}
	leave(s, 0)
	s.Changed()
	for range 60 {
		s.Tick()
	}
	if inside() == now || s.Mentions(s.Lang.T("reports.stale")) {
		t.Error("a desk at rest keeps its old report")
	}
	now = inside()
	leave(s, 0)
	s.Changed()
	if inside() == now || s.Mentions(s.Lang.T("reports.stale")) {
		t.Error("the first change after a rest is not shown at once")
	}
}

func TestTheReportOnDelegationsHasAnOrderOfItsOwn(t *testing.T) {
	s := newStand(t, "en")
	order := func(by seminar.RosterOrder) string { return s.Lang.T("common.order.by." + string(by)) }
	selectOf(s, "reports.choose.order").SetSelected(order(seminar.ByOrganisation))
	choose(s, document.KindDelegations)
	if got := selectOf(s, "reports.choose.order"); got.Selected != order(seminar.ByProtocol) {
		t.Errorf("at first it is %q", got.Selected)
	}
	selectOf(s, "reports.choose.order").SetSelected(order(seminar.ByGivenName))
	choose(s, document.KindAttendance)
	if got := selectOf(s, "reports.choose.order").Selected; got != order(seminar.ByOrganisation) {
		t.Errorf("the order of delegations became that of the others: %q", got)
	}
}
