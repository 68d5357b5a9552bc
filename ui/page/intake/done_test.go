package intake_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

const flawed = "Given name,Family name,E-mail,Country\nAysel,Quliyeva,aysel at example,AZ\nTimur,Ahmedov,timur@example.org,UZ\n,,who@example.org,AZ\n"

// After an import it is said what is left: the rows with problems are saved with a key, corrected and taken in again, and nobody
// is there twice.
func TestRowsWithProblemsAreSavedCorrectedAndTakenInAgain(t *testing.T) {
	s := open(t, uitest.Options{})
	s.SaveTo = filepath.Join(s.TempDir(), "problems.csv")
	s.file("one.csv", flawed)
	s.columns()
	s.Press(fyne.KeyReturn)
	s.Bind(fyne.KeyS)
	before, err := os.ReadFile(s.SaveTo)
	s.No(err)
	if !strings.Contains(string(before), "aysel at example,AZ,E-mail: “aysel at example” is not an e-mail address.") || strings.Contains(string(before), "Timur") {
		t.Errorf("saved before the import: %s", before)
	}
	s.Tap("Take in 2 people")
	s.Picture("intake-done")
	if !s.Says("2 rows have problems.") || s.Window.Canvas().Focused() != s.Button("Done") {
		t.Fatalf("it does not say what is left; the buttons are %q", s.Buttons())
	}
	s.Bind(fyne.KeyS)
	after, err := os.ReadFile(s.SaveTo)
	s.No(err)
	if string(after) != string(before) {
		t.Errorf("saved after the import: %s", after)
	}
	s.Press(fyne.KeyReturn)
	if s.page.Work() != nil {
		t.Error("the import is not over")
	}
	s.file("corrected.csv", strings.NewReplacer("aysel at example,AZ", "aysel@example.org,AZ", "\n,,who", "\nNigar,Rəhimova,who").Replace(string(after)))
	if got := s.columns(); got["Lanyard: what is wrong"] != "left out" || got["Lanyard: id"] != "Who it is" {
		t.Errorf("the columns are %v", got)
	}
	s.Press(fyne.KeyReturn)
	if got := s.becomes(); got["Aysel Quliyeva"] != "stays as here · E-mail: — → aysel@example.org" || got["Nigar Rəhimova"] != "new" || len(got) != 2 {
		t.Errorf("the people are %v", got)
	}
	uitest.Find[*widgets.Check](s.Stand)[0].SetChecked(true)
	s.Tap("Take in 2 people")
	found, err := s.Desk.Roster(s.Context(), seminar.RosterFilter{SeminarID: s.Of, Search: "aysel quliyeva"})
	s.No(err)
	if s.count() != demo.People+3 || len(found) != 1 || found[0].Email != "aysel@example.org" {
		t.Errorf("%d people, found %+v", s.count(), found)
	}
	if s.page.Work() != nil {
		t.Error("nothing is left, and the import is not over")
	}
}

// An import that is taken back has nothing left to say.
func TestWhatIsLeftGoesWithTheUndo(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file("one.csv", flawed)
	s.columns()
	s.Press(fyne.KeyReturn, fyne.KeyReturn)
	if s.Button("Done") == nil {
		t.Fatalf("the buttons are %q", s.Buttons())
	}
	s.Undo()
	s.page.Changed()
	if s.count() != demo.People || s.page.Work() != nil {
		t.Errorf("%d people; the import is still there", s.count())
	}
}

// Where there are too many people to look for twins on the way, that is said before and afterwards, with the key that does it.
func TestTwinsThatNobodyLookedForAreLookedForAfterwards(t *testing.T) {
	s := open(t, uitest.Options{})
	var list strings.Builder
	list.WriteString("Given name,Family name,E-mail\n")
	for i := range 10_001 {
		fmt.Fprintf(&list, "Guest,Number %d,%d@example.org\n", i, i)
	}
	s.file("many.csv", list.String())
	s.columns()
	s.Press(fyne.KeyReturn)
	if !s.Mentions("Press Ctrl+D") {
		t.Error("before the import nothing says so")
	}
	s.Press(fyne.KeyReturn)
	if !s.Mentions("Press Ctrl+D") || s.Button("Done") == nil {
		t.Fatalf("after the import nothing says so; the buttons are %q", s.Buttons())
	}
	s.Hold = true
	s.Tap("Find people who are registered twice  Ctrl+D")
	if s.page.Work() != nil || len(uitest.Find[*widgets.ProgressCard](s.Stand)) != 1 {
		t.Error("nobody looks for them")
	}
	s.Bind(fyne.KeyEscape)
	s.Release()
}
