package attendeespage_test

import (
	"maps"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

const list = "Given name,Family name,E-mail,Country,Status,Category\n" +
	"Aysel,Quliyeva,aysel@example.org,AZ,confirmed,Guest\n" +
	"Timur,Ahmedov,not an address,UZ,confirmed,Guest\n" +
	",,nobody@example.org,AZ,confirmed,Guest\n" +
	"Gone,Guest,gone@example.org,FR,cancelled,Guest\n"

func (s *stage) file(text string) {
	s.Helper()
	s.File = filepath.Join(s.TempDir(), "people.csv")
	s.No(os.WriteFile(s.File, []byte(text), 0o600))
}

// preview chooses the file and goes on to what would become of everybody.
func (s *stage) preview() {
	s.Helper()
	s.Bind(fyne.KeyO)
	s.Press(fyne.KeyReturn, fyne.KeyReturn)
}

// chips are how many rows there are by what becomes of them.
func (s *stage) chips() map[string]int {
	all := map[string]int{}
	for _, c := range uitest.Find[*widgets.Chip](s.Stand) {
		all[c.Label] = c.Count
	}
	return all
}

func TestAnImportIsShownFirstThenTakenInAndBack(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file(list)
	s.preview()
	s.Picture("import-preview")
	if n := s.count(seminar.RosterFilter{}); n != demo.People {
		t.Fatalf("a preview changes nothing: %d people", n)
	}
	if n := s.table().Total(); n != 4 {
		t.Errorf("the preview has %d rows of 4", n)
	}
	if got, want := s.chips(), map[string]int{"All": 4, "New": 2, "Left out": 1, "Refused": 1, "To look at": 2}; !maps.Equal(got, want) {
		t.Errorf("the counts are %v", got)
	}
	s.Press(fyne.KeyReturn, fyne.KeyReturn) // the button that takes it in has the focus, then the one below what is left to do
	if n := s.count(seminar.RosterFilter{}); n != demo.People+2 || s.table().Total() != n {
		t.Fatalf("%d people after the import, %d rows", n, s.table().Total())
	}
	s.Undo()
	if n := s.count(seminar.RosterFilter{}); n != demo.People {
		t.Errorf("%d people after the undo", n)
	}
}

// TestTheFirstImportLeavesTheFocusWhereThereIsSomething is about a seminar without anybody: before and after its first import
// different things stand on the page, and what is not there cannot have the focus.
func TestTheFirstImportLeavesTheFocusWhereThereIsSomething(t *testing.T) {
	s := open(t, uitest.Options{Seminar: seminar.Seminar{Titles: map[string]string{"en": "New"}, Start: "2025-07-18", End: "2025-07-18", Zone: "Asia/Baku"}})
	s.file(list)
	canvas := s.Window.Canvas()
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEscape, fyne.KeyDown} {
		s.Bind(fyne.KeyF)
		s.Press(key)
		if canvas.Focused() != nil {
			t.Errorf("%s in the search gives the focus to %T, with nobody to be found", key, canvas.Focused())
		}
	}
	s.preview()
	for range 3 {
		s.Bind(fyne.KeyEscape)
	}
	if canvas.Focused() != nil {
		t.Errorf("after an import that was given up %T has the focus", canvas.Focused())
	}
	s.preview()
	s.Press(fyne.KeyReturn, fyne.KeyReturn)
	if n := s.count(seminar.RosterFilter{}); n == 0 || canvas.Focused() != s.table().Focusable() {
		t.Errorf("after the first import of %d people %T has the focus, not the table", n, canvas.Focused())
	}
}

func TestAnImportCanBeGivenUp(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file(list)
	s.preview()
	for range 3 {
		s.Bind(fyne.KeyEscape)
	}
	if n := s.table().Total(); n != demo.People {
		t.Errorf("after giving up the table has %d rows", n)
	}
}

func TestAnImportChangesThoseWhoAreHereOnlyWhenAsked(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file(list)
	s.preview()
	s.Press(fyne.KeyReturn)
	s.file("Given name,Family name,E-mail,Organisation\nAysel,Quliyeva,aysel@example.org,Azərbaycan Milli Kitabxanası\n")
	s.preview()
	if len(s.Failed) > 0 || s.table().Total() != 1 {
		t.Fatalf("failures %v, %d rows", s.Failed, s.table().Total())
	}
	uitest.Find[*widgets.Check](s.Stand)[0].SetChecked(true)
	s.Press(fyne.KeyReturn)
	found, err := s.Desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: s.Of, Search: "aysel quliyeva"})
	s.No(err)
	if len(found) != 1 || found[0].Organisation != "Azərbaycan Milli Kitabxanası" {
		t.Errorf("found %+v", found)
	}
}

func TestARegistrationWithErrorsBesideTheFields(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Bind(fyne.KeyN)
	s.Tap("Save")
	if f := s.Field("Given name"); f.Error == "" || s.Side == nil {
		t.Fatal("an empty form was taken")
	}
	s.Picture("attendees-errors")
	s.Write("Nigar") // the first field with an error has the focus
	s.Press(fyne.KeyReturn)
	s.Write("Rəhimova")
	s.Tap("Save")
	found, err := s.Desk.Roster(t.Context(), seminar.RosterFilter{SeminarID: s.Of, Search: "nigar rehimova"})
	s.No(err)
	if len(found) != 1 || found[0].Status != seminar.Confirmed || s.Side != nil {
		t.Fatalf("registered %+v, panel %v", found, s.Side)
	}
	s.page.Open(found[0].AttendeeID)
	if !s.Says("History") {
		t.Error("no history below the form")
	}
	s.Picture("attendees-person")
	s.Press(fyne.KeyEnd)
	s.Write("a") // by mistake
	s.Press(fyne.KeyEscape)
	if s.Side == nil || !s.Says(s.Env.Lang.T("common.unsaved")) {
		t.Error("Escape threw away what was typed, or did not say why it waits")
	}
	s.Press(fyne.KeyEscape)
	if s.Side != nil {
		t.Error("the second Escape left the panel open")
	}
	s.Undo()
	if n := s.count(seminar.RosterFilter{}); n != demo.People {
		t.Errorf("%d people after the undo", n)
	}
}

func TestAnImportSaysWhoIsProbablyHereAlready(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file("Given name,Family name,Organisation,Country\nMəryəm,Qafarzadə,ICESCO Regional Office in Baku,AZ\nTimur,Ahmedov,Nobody,UZ\n")
	s.preview()
	if got, want := s.chips(), map[string]int{"All": 2, "New": 2, "To look at": 1}; !maps.Equal(got, want) {
		t.Errorf("the counts are %v", got)
	}
	s.Press(fyne.KeyReturn)
	if n := s.count(seminar.RosterFilter{}); n != demo.People+2 {
		t.Errorf("a likeness keeps nobody out: %d people", n)
	}
}

func TestAnImportSaysWhichLetterIsOfAnotherScript(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file("Given name,Family name\nАlice,Smith\nNigar,Rəhi\u200bmova\n") // with a Cyrillic А
	s.preview()
	if s.chips()["To look at"] != 2 || !s.Mentions("Given name: “Аlice” has А in Cyrillic.") || !s.Mentions("Family name: Invisible characters were taken out: U+200B") {
		t.Error("the names are not pointed out")
	}
	s.Picture("import-mixed")
	s.Press(fyne.KeyReturn)
	if n := s.count(seminar.RosterFilter{}); n != demo.People+2 {
		t.Errorf("an odd name keeps nobody out: %d people", n)
	}
}

func TestSomebodyHereIsOpenedInsteadOfWrittenAgain(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Bind(fyne.KeyN)
	s.Write("Maryam")
	s.Press(fyne.KeyReturn)
	s.Write("Gafarzade")
	if !s.Says("Maryam Qafar-zadə (ICESCO Regional Office in Baku) is registered already") {
		t.Error("nobody is told")
	}
	s.Picture("likely")
	s.asks("opening who is here already", func() { s.Press(fyne.KeyF2) })
	panels := uitest.Find[*widgets.SidePanel](s.Stand)
	if len(panels) != 1 || panels[0].Title != "Maryam Qafar-zadə" {
		t.Errorf("%d panels", len(panels))
	}
}
