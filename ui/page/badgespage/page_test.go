package badgespage_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/page"
	"lanyard/ui/page/badgespage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

func open(t *testing.T, o uitest.Options) *uitest.Stand {
	t.Helper()
	s, _ := uitest.Open(t, o, badgespage.New)
	return s
}

func newStand(t *testing.T) *uitest.Stand { t.Helper(); return open(t, uitest.Options{Evening: true}) }

// unprinted is how many people have no badge printed for the code in force.
func unprinted(s *uitest.Stand) int {
	s.Helper()
	n, err := s.Desk.Count(context.Background(), seminar.RosterFilter{SeminarID: s.Of, Unprinted: true,
		Status: []seminar.Status{seminar.Confirmed, seminar.Pending, seminar.Waitlisted}})
	s.No(err)
	return n
}

// fresh makes every badge of the sample unprinted, by undoing what printed them.
func fresh(s *uitest.Stand) {
	s.Helper()
	ctx := context.Background()
	rows, err := s.Desk.Roster(ctx, seminar.RosterFilter{SeminarID: s.Of})
	s.No(err)
	var ids []seminar.ID
	for _, r := range rows {
		if r.Prints > 0 {
			ids = append(ids, r.AttendeeID)
		}
	}
	if len(ids) > 0 {
		_, err = s.Desk.Replace(ctx, s.Of, ids)
		s.No(err)
	}
	s.Changed()
}

func TestTheWholeListIsSavedMarkedAndUndone(t *testing.T) {
	s := newStand(t)
	who := uitest.Unprintable(t, s.Desk, s.Of)
	fresh(s)
	n := unprinted(s)
	if n < 100 || s.Button(s.Lang.N("badges.save", n)) == nil || !strings.HasSuffix(s.Segment("unprinted"), s.Lang.Number(n)) {
		t.Fatalf("%d are unprinted; shown are %q and %q", n, s.Buttons(), s.Segment("unprinted"))
	}
	s.Picture("badges")
	s.Bind(fyne.KeyS)
	// Whose letters no font has is said first, with name and text.
	if s.Side == nil || s.Saved != "" || !s.Mentions(who) {
		t.Fatalf("no warning before saving: panel %v, saved %q", s.Side, s.Saved)
	}
	if !s.Mentions("U+10FFFD") || s.Mentions(uitest.Unknown) {
		t.Error("the letter that no font has is not written by its number")
	}
	s.Picture("badges-warning")
	if b, ok := s.Focused().(*widgets.Button); !ok || b.Text != s.Lang.N("badges.save_anyway", n) {
		t.Fatalf("%T has the focus, not the button that goes on", s.Focused())
	}
	s.Press(fyne.KeyReturn)
	pages := s.Pages(s.Saved)
	if len(pages) != n || filepath.Base(s.Saved) != "badges-2025-07-18.pdf" || s.Side != nil {
		t.Errorf("%d pages in %s for %d people", len(pages), s.Saved, n)
	}
	rows, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, Order: seminar.ByFamilyName,
		Status: []seminar.Status{seminar.Confirmed, seminar.Pending, seminar.Waitlisted}})
	s.No(err)
	for i, r := range rows {
		if !strings.Contains(pages[i], r.BadgeNumber) {
			t.Errorf("page %d says %q, not %q of %s", i+1, pages[i], r.BadgeNumber, r.Name())
		}
	}
	if left := unprinted(s); left != 0 || s.Done[len(s.Done)-1] != s.Lang.N("badges.marked", n) {
		t.Errorf("%d are still unprinted; told %q", left, s.Done)
	}
	if states := uitest.Find[*widgets.EmptyState](s); len(states) != 1 || !s.Button(s.Lang.N("badges.save", 0)).Disabled() {
		t.Error("nothing is left to print, and the page does not say so")
	}
	choose(s, s.Lang.T("badges.sheet.a4")) // the choices are there still
	choose(s, s.Lang.T("badges.sheet.none"))
	s.Picture("badges-empty")
	s.Show(badgespage.New(s.Env)) // as whoever comes back to the page
	if s.Press(fyne.KeyReturn); len(s.List().Items) < n {
		t.Errorf("Enter shows %d of %d", len(s.List().Items), n)
	}
	s.Select("unprinted")
	s.Undo()
	if left := unprinted(s); left != n || len(s.List().Items) != n {
		t.Errorf("after undo %d are unprinted, %d listed", left, len(s.List().Items))
	}
	if len(s.Failed) > 0 {
		t.Error(s.Failed)
	}
}

func TestTickedPeopleAreMadeAndMarkedOnlyIfAsked(t *testing.T) {
	s := newStand(t)
	fresh(s)
	n := unprinted(s)
	s.Press(fyne.KeyDown, fyne.KeySpace, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace)
	want := []string{s.List().Items[1].Title, s.List().Items[3].Title}
	s.Picture("badges-ticked")
	if s.Button(s.Lang.N("badges.save", 2)) == nil {
		t.Fatalf("two are ticked; the buttons say %q", s.Buttons())
	}
	s.Select("selected")
	if got := s.Picked(); !slices.Equal(got, want) {
		t.Errorf("ticked are %q, not %q", got, want)
	}
	uitest.Find[*widgets.Check](s)[0].SetChecked(false)
	s.Bind(fyne.KeyP)
	if pages := s.Pages(s.Saved); len(pages) != 2 || unprinted(s) != n {
		t.Errorf("%d pages; %d of %d are unprinted though nothing was to be marked", len(pages), unprinted(s), n)
	}
	uitest.Find[*widgets.Check](s)[0].SetChecked(true)
	s.Bind(fyne.KeyP)
	if unprinted(s) != n-2 {
		t.Errorf("%d of %d are unprinted after two were marked", unprinted(s), n)
	}
	// Those who were made are no longer ticked, and the rest of the list is what comes next.
	s.Select("unprinted")
	s.Bind(fyne.KeyS)
	s.Bind(fyne.KeyS) // again: the warnings were seen
	if pages := s.Pages(s.Saved); len(pages) != n-2 || unprinted(s) != 0 {
		t.Errorf("%d pages for the %d who were left; %d unprinted", len(pages), n-2, unprinted(s))
	}
	s.Select("all")
	s.Bind(fyne.KeyA)
	if s.Button(s.Lang.N("badges.save", demo.People-2)) == nil { // two registrations of the sample are cancelled
		t.Errorf("after Ctrl+A the buttons say %q of %d", s.Buttons(), len(s.List().Items))
	}
	s.Bind(fyne.KeyA)
	if s.Button(s.Lang.T("badges.untick")) != nil {
		t.Error("Ctrl+A again did not untick everybody")
	}
}

func TestSearchInAnyScriptAndFilters(t *testing.T) {
	s := newStand(t)
	s.Select("all")
	s.Write("алиев") // typed over the list, it goes to the search
	if len(s.List().Items) == 0 || !slices.ContainsFunc(s.Picked(), func(n string) bool { return strings.Contains(n, "Əliyev") }) {
		t.Errorf("алиев finds %q", s.Picked())
	}
	s.Press(fyne.KeyEscape)
	all := len(s.List().Items)
	categories, err := s.Desk.Categories(context.Background(), s.Of)
	s.No(err)
	for _, c := range categories {
		choose(s, c.Name)
		rows, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, CategoryID: []seminar.ID{c.ID},
			Status: []seminar.Status{seminar.Confirmed, seminar.Pending, seminar.Waitlisted}})
		s.No(err)
		if len(rows) > 0 && len(s.List().Items) != len(rows) {
			t.Errorf("%s: %d listed of %d", c.Name, len(s.List().Items), len(rows))
		}
	}
	choose(s, s.Lang.T("badges.any_category"))
	if len(s.List().Items) != all {
		t.Errorf("any category lists %d of %d", len(s.List().Items), all)
	}
	s.Bind(fyne.KeyF)
	s.Write("xyzzyx")
	states := uitest.Find[*widgets.EmptyState](s)
	if len(states) != 1 {
		t.Fatal("nobody found is not said")
	}
	states[0].OnTapped()
	if len(s.List().Items) != all {
		t.Errorf("the button of the empty list leaves %d of %d", len(s.List().Items), all)
	}
}

// choose chooses in the choice that offers it.
func choose(s *uitest.Stand, name string) {
	s.Helper()
	for _, c := range uitest.Find[*widgets.Select](s) {
		if slices.Contains(c.Options, name) {
			c.SetSelected(name)
			return
		}
	}
	s.Fatalf("no choice offers %q", name)
}

func TestThePreviewFollowsTheArrows(t *testing.T) {
	s := newStand(t)
	s.Select("all")
	preview := uitest.Find[*widgets.PagePreview](s)[0]
	first := preview.Image
	s.Press(fyne.KeyDown)
	if preview.Image == nil || preview.Image == first || !s.Mentions(s.List().Items[1].Title) {
		t.Error("the preview stayed where it was")
	}
	s.Press(fyne.KeyEnd, fyne.KeyDown)
	if s.List().Cursor != len(s.List().Items)-1 {
		t.Errorf("End is row %d of %d", s.List().Cursor, len(s.List().Items))
	}
}

func TestALostBadgeIsReplacedOnlyWhenConfirmed(t *testing.T) {
	s := newStand(t)
	s.Select("all")
	ctx := context.Background()
	rows, err := s.Desk.Roster(ctx, seminar.RosterFilter{SeminarID: s.Of, Only: []seminar.ID{seminar.ID(s.List().Items[0].ID)}})
	s.No(err)
	before := rows[0]
	code := func() string {
		rows, err := s.Desk.Roster(ctx, seminar.RosterFilter{SeminarID: s.Of, Only: []seminar.ID{before.AttendeeID}})
		s.No(err)
		return rows[0].Code
	}
	s.Tap(s.Lang.T("badges.replace"))
	s.Picture("badges-replace")
	s.Tap(s.Lang.T("common.cancel"))
	if code() != before.Code {
		t.Fatal("the badge was replaced though the question was answered with no")
	}
	s.Tap(s.Lang.T("badges.replace"))
	s.Tap(s.Lang.T("badges.replace.yes"))
	if code() == before.Code {
		t.Fatal("the code is the same")
	}
	list, err := s.Desk.FindList(ctx, s.Of, "")
	s.No(err)
	answer, err := s.Desk.Checkin(ctx, desk.Scan{SeminarID: s.Of, ListID: list.ID, Code: before.Code, Nonce: "1"})
	s.No(err)
	if answer.Reason != seminar.ReasonRevoked {
		t.Errorf("the old badge is answered with %q", answer.Reason)
	}
	s.Undo()
	if code() != before.Code {
		t.Error("undo did not bring the old code back")
	}
}

func TestACancelledSaveLeavesNoFileAndMarksNobody(t *testing.T) {
	s := newStand(t)
	fresh(s)
	n := unprinted(s)
	s.Press(fyne.KeySpace)
	s.Cancel = true
	s.Bind(fyne.KeyS)
	left, err := os.ReadDir(filepath.Dir(s.Saved))
	s.No(err)
	if len(left) > 0 || unprinted(s) != n || len(s.Failed) != 1 {
		t.Errorf("left %v; %d of %d unprinted; failures %v", left, unprinted(s), n, s.Failed)
	}
}

func TestAnEmptyWorkspaceLeadsToTheAttendees(t *testing.T) {
	s := open(t, uitest.Options{Language: "az", Empty: true})
	states := uitest.Find[*widgets.EmptyState](s)
	if len(states) != 1 || states[0].ButtonLabel == "" {
		t.Fatalf("%d empty states", len(states))
	}
	states[0].OnTapped()
	if s.Opened != page.Attendees {
		t.Errorf("opened %q", s.Opened)
	}
}

func TestWhoGetsNoBadgeIsLeftOutAndCounted(t *testing.T) {
	s := newStand(t)
	ctx := context.Background()
	c, err := s.Desk.FindCategory(ctx, s.Of, "Guest")
	s.No(err)
	paper := []seminar.Status{seminar.Confirmed, seminar.Pending, seminar.Waitlisted}
	guests, err := s.Desk.Count(ctx, seminar.RosterFilter{SeminarID: s.Of, CategoryID: []seminar.ID{c.ID}, Status: paper})
	s.No(err)
	all, err := s.Desk.Count(ctx, seminar.RosterFilter{SeminarID: s.Of, Status: paper})
	s.No(err)
	note := s.Lang.N("badges.without", guests)
	if guests < 2 || s.Mentions(note) {
		t.Fatalf("%d guests, and the page says %q before it is so", guests, note)
	}
	c.Template = seminar.NoBadge
	_, _, err = s.Desk.SaveCategory(ctx, c)
	s.No(err)
	s.Changed()
	if !s.Mentions(note) || !strings.HasSuffix(s.Segment("all"), s.Lang.Number(all-guests)) {
		t.Errorf("of %d people %d get no badge; the page says %q and %q", all, guests, s.Segment("all"), note)
	}
	s.Picture("badges-without")
	if len(s.Failed) > 0 {
		t.Error(s.Failed)
	}
}

func TestWhatWasDesignedIsWhatIsMade(t *testing.T) {
	s, p := uitest.Open(t, uitest.Options{Evening: true}, badgespage.New)
	p.Open("id1-card")
	for _, c := range uitest.Find[*widgets.Select](s) {
		if slices.Contains(c.Options, "Plastic card, ID-1") && c.Selected != "Plastic card, ID-1" {
			t.Errorf("%q is chosen", c.Selected)
		}
	}
	s.Bind(fyne.KeyE)
	if s.Opened != page.Designer {
		t.Errorf("Ctrl+E leads to %q", s.Opened)
	}
}

func TestATemplateIsChosenForAllAtPrintTime(t *testing.T) {
	s := newStand(t)
	fresh(s)
	for _, c := range uitest.Find[*widgets.Select](s) {
		if slices.Contains(c.Options, "Plastic card, ID-1") {
			c.SetSelected("Plastic card, ID-1")
		}
	}
	s.Picture("badges-layout")
	s.Bind(fyne.KeyS)
	if b, ok := s.Focused().(*widgets.Button); ok && s.Saved == "" { // there are letters to warn of
		s.Window.Canvas().Focus(b)
		s.Press(fyne.KeyReturn)
	}
	info, err := exec.Command("pdfinfo", s.Saved).Output()
	s.No(err)
	if !strings.Contains(string(info), "242.65 x 153.01 pts") && !strings.Contains(string(info), "153.01 x 242.65 pts") {
		t.Errorf("no plastic cards:\n%s", info)
	}
	var printed []seminar.Badge
	s.No(s.Desk.All(context.Background(), seminar.EntityBadge, s.Of, &printed))
	cards := 0
	for _, b := range printed {
		if b.Template == "id1-card" {
			cards++
		}
	}
	if cards < 100 {
		t.Errorf("%d badges are noted as cards", cards)
	}
}
