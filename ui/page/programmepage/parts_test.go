package programmepage_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// turnTo goes to a part with the keyboard.
func (s *stage) turnTo(label string) {
	s.Helper()
	for range 6 {
		for _, c := range uitest.Find[*widgets.Segmented](s.Stand) {
			for _, segment := range c.Segments {
				if segment.ID == c.Selected && segment.Label == label {
					return
				}
			}
		}
		s.Bind(fyne.KeyTab)
	}
	s.Fatalf("no part %q", label)
}

// tabTo moves the focus on to a control of a labelled field.
func tabTo[T fyne.Focusable](s *stage, label string) T {
	s.Helper()
	controls := uitest.Within[T](s.Field(label).Control)
	if len(controls) == 0 {
		s.Fatalf("the field %q has none", label)
	}
	for range 200 {
		if f, ok := s.Window.Canvas().Focused().(T); ok && any(f) == any(controls[0]) {
			return f
		}
		s.Window.Canvas().FocusNext()
	}
	s.Fatalf("Tab never comes to %q", label)
	return controls[0]
}

// check presses Space on a box to tick.
func (s *stage) check(label string) {
	s.Helper()
	for _, c := range uitest.Find[*widgets.Check](s.Stand) {
		if c.Label == label {
			s.Window.Canvas().Focus(c)
			s.Window.Canvas().Focused().TypedRune(' ')
			return
		}
	}
	s.Fatalf("no box %q", label)
}

func (s *stage) list(name string) seminar.List {
	s.Helper()
	l, err := s.Desk.FindList(context.Background(), s.Of, name)
	s.No(err)
	return l
}

// someone gives people of a category who are confirmed.
func (s *stage) someone(category string, n int) []seminar.RosterRow {
	s.Helper()
	c, err := s.Desk.FindCategory(context.Background(), s.Of, category)
	s.No(err)
	rows, err := s.Desk.Roster(context.Background(), seminar.RosterFilter{SeminarID: s.Of, CategoryID: []seminar.ID{c.ID}, Status: []seminar.Status{seminar.Confirmed}, Limit: n})
	s.No(err)
	if len(rows) < n {
		s.Fatalf("%d people are %s", len(rows), category)
	}
	return rows
}

// answers fails unless a scan on a list is answered with a reason and a sentence.
func (s *stage) answers(l seminar.List, r seminar.RosterRow, at string, reason seminar.Reason, sentence string) {
	s.Helper()
	when, err := time.ParseInLocation("2006-01-02T15:04", "2025-07-18T"+at, s.Seminar().Location())
	s.No(err)
	a, err := s.Desk.Checkin(context.Background(), desk.Scan{SeminarID: s.Of, ListID: l.ID, AttendeeID: r.AttendeeID, At: when})
	s.No(err)
	if a.Reason != reason || (reason == "") != (a.Status == seminar.OK) || !strings.HasPrefix(a.Explanation, sentence) {
		s.Errorf("%s at %s: %s %s (%s), want %q, %q", r.Name(), at, a.Status, a.Reason, a.Explanation, reason, sentence)
	}
}

func TestAListMadeByKeyboardAdmitsAndRefusesAsItSays(t *testing.T) {
	s := open(t, uitest.Options{})
	s.turnTo("Check-in lists")
	s.Picture("lists")
	s.Bind(fyne.KeyN)
	s.Write("Closed workshop")
	tabTo[*widgets.Entry](s, "Open from")
	s.Write("1400")
	tabTo[*widgets.Entry](s, "Open until, inclusive")
	s.Write("18 july 2025 15:30")
	tabTo[*widgets.Entry](s, "Tolerance in minutes")
	s.Write("10")
	chip := tabTo[*widgets.Chip](s, "Only these categories")
	for chip.Label != "Speaker" {
		s.Window.Canvas().FocusNext()
		chip = s.Focused().(*widgets.Chip)
	}
	s.Press(fyne.KeySpace)
	tabTo[*widgets.Entry](s, "People inside at most (empty: no limit)")
	s.Write("1")
	s.Picture("list-form")
	s.Press(fyne.KeyReturn)
	if s.Side != nil {
		t.Fatalf("the form is still open: %v", s.Failed)
	}
	l := s.list("Closed workshop")
	if l.From != "14:00" || l.To != "2025-07-18T15:30" || l.Tolerance != 10 || l.Capacity != 1 || len(l.Categories) != 1 || !l.ReEntry || l.Frequency != seminar.Once {
		t.Fatalf("saved %+v", l)
	}
	speakers := s.someone("Speaker", 2)
	s.answers(l, s.someone("Guest", 1)[0], "14:30", seminar.ReasonCategory, "Guest may not enter here.")
	s.answers(l, speakers[0], "13:49", seminar.ReasonInvalidTime, "Only from 14:00.")
	s.answers(l, speakers[0], "13:50", "", "")
	s.answers(l, speakers[1], "15:00", seminar.ReasonRules, "The room is full")
	s.answers(l, speakers[0], "15:41", seminar.ReasonInvalidTime, "Only until 15:30.")

	s.Press(fyne.KeyReturn) // the cursor is on it
	if got := s.Entry("Open until, inclusive").Text; got != "18 July 2025 15:30" {
		t.Errorf("the end shows as %q", got)
	}
	s.Press(fyne.KeyEscape)
	if s.Side != nil {
		t.Error("Escape asked to keep what nobody changed")
	}
	s.Bind(fyne.KeyUp)
	lists, err := s.Desk.Lists(context.Background(), s.Of)
	s.No(err)
	if n := len(lists); lists[n-2].ID != l.ID {
		t.Error("the list did not move up")
	}
	s.Bind(fyne.KeyDelete)
	if _, err := s.Desk.FindList(context.Background(), s.Of, "Closed workshop"); err == nil {
		t.Error("the list is still there")
	}
	s.Undo()
	s.list("Closed workshop")
}

func TestARuleIsMadeInTheTable(t *testing.T) {
	s := open(t, uitest.Options{})
	s.turnTo("Check-in lists")
	s.Bind(fyne.KeyN)
	s.Write("Coffee")
	frequency := tabTo[*widgets.Select](s, "How often the same person is admitted")
	s.Press(fyne.KeyRight, fyne.KeyRight)
	if frequency.Selected != "Any number of times" || !s.Says("Every scan admits, and each is counted.") {
		t.Errorf("the frequency is %q", frequency.Selected)
	}
	add := func() { // the button has the focus after Tab: it is the last of its field
		s.Window.Canvas().Focus(s.Button("Add condition"))
		s.Press(fyne.KeyReturn)
	}
	add()
	s.Window.Canvas().FocusNext() // over the cross
	s.Window.Canvas().FocusNext() // the comparison
	s.Window.Canvas().FocusNext()
	s.Focused().(*widgets.Entry).SetText("two")
	s.Tap("Save")
	if !strings.Contains(s.Field("Rule").Error, "two") || s.Side == nil {
		t.Fatalf("“two” was taken: %q", s.Field("Rule").Error)
	}
	s.Focused().(*widgets.Entry).SetText("2")
	add()
	variable := s.Focused().(*widgets.Select)
	for variable.Selected != "category" {
		s.Press(fyne.KeyLeft)
	}
	for _, chip := range uitest.Within[*widgets.Chip](s.Field("Rule").Control) {
		if chip.Label == "Guest" || chip.Label == "Press" {
			s.Window.Canvas().Focus(chip)
			s.Press(fyne.KeySpace)
		}
	}
	words := "Admitted if times in today: less than 2 and the category is one of: Guest, Press."
	if !s.Says(words) {
		t.Error("the rule does not stand below its table in words")
	}
	s.Picture("rule-table")
	s.Tap("Save")
	l := s.list("Coffee")
	guest := s.someone("Guest", 1)[0]
	s.answers(l, s.someone("Speaker", 1)[0], "10:30", seminar.ReasonRules, "Only for: Guest, Press.")
	s.answers(l, guest, "10:30", "", "")
	s.answers(l, guest, "11:30", "", "")
	s.answers(l, guest, "12:30", seminar.ReasonRules, "Times in today: 2.")
	if !s.Mentions(words) {
		t.Error("the row of the list does not tell its rule")
	}
}

func TestARuleThatIsNoTableIsKept(t *testing.T) {
	s := open(t, uitest.Options{})
	l := s.list("")
	l.Rule = []byte(`{"all": [{"any": [{"var":"weekday","op":"<","value":6}, {"var":"now","op":">=","value":"10:00","tolerance":5}]}, {"var":"entry_status","op":"in","value":["outside"]}]}`)
	_, _, err := s.Desk.SaveList(context.Background(), l)
	s.No(err)
	kept := string(s.list("").Rule)
	s.turnTo("Check-in lists")
	s.Press(fyne.KeyHome, fyne.KeyReturn)
	if !s.Mentions("(it is before Saturday in the week or it is 10:00 (± 5 min) or later) and the person is outside") {
		t.Error("the rule is not told in words")
	}
	s.Fill("Name", "Great door")
	s.Tap("Save")
	if now := s.list("Great door"); string(now.Rule) != kept {
		t.Errorf("the rule became %s", now.Rule)
	}
}

func TestACategoryADelegationAndAQuestionAreMade(t *testing.T) {
	s := open(t, uitest.Options{})
	ctx := context.Background()
	s.turnTo("Categories")
	s.Picture("categories")
	s.Bind(fyne.KeyN)
	s.Write("Observer")
	s.Window.Canvas().FocusNext()
	s.Press(fyne.KeyEnd)
	s.Picture("category-form")
	s.Tap("Save")
	c, err := s.Desk.FindCategory(ctx, s.Of, "Observer")
	s.No(err)
	if c.Colour != "#0f7f9e" {
		t.Errorf("the colour is %s", c.Colour)
	}

	s.turnTo("Delegations")
	s.Picture("delegations")
	s.Bind(fyne.KeyN)
	s.Write("turkm")
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	s.Fill("Quota (empty: no limit)", "-3")
	s.Tap("Save")
	if s.Field("Quota (empty: no limit)").Error == "" {
		t.Error("a quota below nothing was taken")
	}
	s.Fill("Quota (empty: no limit)", "3")
	s.Tap("Save")
	v, err := s.Desk.FindDelegation(ctx, s.Of, "TM")
	s.No(err)
	if v.Name != "Turkmenistan" || v.Quota != 3 || v.HeadID != "" {
		t.Errorf("saved %+v", v)
	}
	who := s.someone("Guest", 1)[0]
	f, err := s.Desk.Person(ctx, s.Of, who.AttendeeID)
	s.No(err)
	f.Registration.DelegationID = v.ID
	_, err = s.Desk.Edit(ctx, f)
	s.No(err)
	s.Changed()
	if !s.Says("1 / 3") {
		t.Error("the row does not count its people")
	}
	s.Press(fyne.KeyEnd, fyne.KeyReturn)
	s.Fill("Head", "nobody at all")
	s.Tap("Save")
	if s.Field("Head").Error == "" {
		t.Error("a head whom nobody knows was taken")
	}
	s.Fill("Head", who.FamilyName)
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	s.Picture("delegation-form")
	s.Tap("Save")
	if v, err = s.Desk.FindDelegation(ctx, s.Of, "TM"); err != nil || v.HeadID != who.AttendeeID {
		t.Errorf("the head is %q, %v", v.HeadID, err)
	}

	s.Unasked()
	s.turnTo("Questions")
	s.Picture("questions-none")
	s.Bind(fyne.KeyN)
	s.Write("Which language?")
	tabTo[*widgets.Select](s, "Answer")
	s.Press(fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	s.Tap("Save")
	if s.Field("Answers to choose from").Error == "" {
		t.Error("a choice of nothing was taken")
	}
	s.Fill("Answers to choose from", "Arabic; French;Arabic")
	s.check("Must be answered")
	s.turnOn("at check-in")
	s.Picture("question-form")
	s.Tap("Save")
	questions, err := s.Desk.Questions(ctx, s.Of)
	s.No(err)
	if len(questions) != 1 || len(questions[0].Options) != 2 || !questions[0].Required || !questions[0].AtDesk || questions[0].Type != "choice" {
		t.Errorf("saved %+v", questions)
	}
}

func TestTheFormSaysWhatEarnsACertificate(t *testing.T) {
	const label = "Attendance that earns a certificate, in percent"
	s := open(t, uitest.Options{Empty: true})
	s.Tap("New seminar")
	s.Write("First")
	s.Fill("Time zone", "Asia/Baku")
	s.Tap("Save")
	if got := s.Seminar().Percent; got != seminar.DefaultPercent {
		t.Fatalf("a new seminar asks for %d percent", got)
	}
	s.Bind(fyne.KeyE)
	for text, said := range map[string]string{"75": "75 % of the sessions that count", "0": "The check-in alone.", "much": ""} {
		s.Fill(label, text)
		if got := s.Field(label).Hint; !strings.Contains(got, said) || said == "" && got != "" {
			t.Errorf("%s: %q", text, got)
		}
	}
	s.Fill(label, "60")
	s.Picture("seminar-percent")
	s.Tap("Save")
	if got := s.Seminar().Percent; got != 60 {
		t.Errorf("saved %d", got)
	}
}

func TestACategoryChoosesItsBadgeByKeyboard(t *testing.T) {
	s := open(t, uitest.Options{})
	s.turnTo("Categories")
	s.Bind(fyne.KeyN)
	s.Write("Cleaner")
	tabTo[*widgets.Select](s, "Badge")
	s.Press(fyne.KeyLeft) // round to the last, which is none
	s.Picture("category-badge")
	s.Tap("Save")
	category := func() seminar.Category {
		s.Helper()
		c, err := s.Desk.FindCategory(context.Background(), s.Of, "Cleaner")
		s.No(err)
		return c
	}
	if c := category(); c.Template != seminar.NoBadge || !s.Mentions("No badge") {
		t.Errorf("the badge is %q", c.Template)
	}
	s.Press(fyne.KeyEnd, fyne.KeyReturn)
	choice := tabTo[*widgets.Select](s, "Badge")
	if choice.Selected != "No badge" {
		t.Errorf("the form shows %q", choice.Selected)
	}
	s.Press(fyne.KeyRight, fyne.KeyRight) // past the seminar's to the first that Lanyard has
	s.Tap("Save")
	if c := category(); c.Template != "a6-portrait" {
		t.Errorf("the badge is %q", c.Template)
	}

	s.turnTo("Sessions")
	s.Bind(fyne.KeyE)
	tabTo[*widgets.Select](s, "Badge")
	s.Press(fyne.KeyRight, fyne.KeyRight)
	s.Picture("seminar-badge")
	s.Tap("Save")
	if now := s.Seminar(); now.BadgeTemplate != "a6-folded" {
		t.Errorf("the seminar's badge is %q", now.BadgeTemplate)
	}
}

func TestTheSeminarSaysWhoIsLateAndWhenAStayEnds(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Bind(fyne.KeyE)
	s.Fill("Late after so many minutes", "soon")
	s.Tap("Save")
	if s.Field("Late after so many minutes").Error == "" {
		t.Error("“soon” was taken")
	}
	s.Fill("Late after so many minutes", "0")
	tabTo[*widgets.Select](s, "An exit that nobody recorded")
	s.Press(fyne.KeyRight)
	s.Picture("seminar-attendance")
	s.Tap("Save")
	if now := s.Seminar(); now.LateAfter == nil || *now.LateAfter != 0 || now.MissingExit != seminar.ExitWithSession {
		t.Errorf("saved %v, %q", now.LateAfter, now.MissingExit)
	}
	s.Bind(fyne.KeyE)
	s.Fill("Late after so many minutes", "")
	s.Tap("Save")
	if now := s.Seminar(); now.LateAfter != nil {
		t.Errorf("empty is %d minutes", *now.LateAfter)
	}
}

func TestANewThingComesLastAfterOthersWereRemoved(t *testing.T) {
	s := open(t, uitest.Options{})
	s.turnTo("Categories")
	s.Press(fyne.KeyHome)
	s.Bind(fyne.KeyDelete)
	s.Bind(fyne.KeyDelete)
	s.Bind(fyne.KeyN)
	s.Write("Aardvark")
	s.Press(fyne.KeyReturn)
	all, err := s.Desk.Categories(context.Background(), s.Of)
	s.No(err)
	if n := len(all); all[n-1].Name != "Aardvark" || all[n-1].Position <= all[n-2].Position {
		t.Errorf("the last are %+v", all[n-2:])
	}
	s.Bind(fyne.KeyUp)
	if all, err = s.Desk.Categories(context.Background(), s.Of); err != nil || all[len(all)-2].Name != "Aardvark" {
		t.Errorf("it did not move up: %v", err)
	}
}
