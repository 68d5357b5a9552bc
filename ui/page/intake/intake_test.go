package intake_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/demo"
	"lanyard/internal/seminar"
	"lanyard/ui/page/attendeespage"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// stage is the page of the attendees, in whose place an import stands.
type stage struct {
	*uitest.Stand
	page *attendeespage.Page
}

func open(t *testing.T, o uitest.Options) *stage {
	t.Helper()
	s, p := uitest.Open(t, o, attendeespage.New)
	return &stage{s, p}
}

func (s *stage) file(name, text string) {
	s.Helper()
	s.File = filepath.Join(s.TempDir(), name)
	s.No(os.WriteFile(s.File, []byte(text), 0o600))
}

// columns chooses the file, and gives what its columns go to.
func (s *stage) columns() map[string]string {
	s.Helper()
	s.Bind(fyne.KeyO)
	if s.Button("Choose a file") != nil {
		s.Press(fyne.KeyReturn)
	}
	return s.goes()
}

// goes is where the columns go, by header.
func (s *stage) goes() map[string]string {
	s.Helper()
	all := map[string]string{}
	for _, row := range s.cells() {
		all[row[0]] = row[1]
	}
	return all
}

// cells are the texts of the only table.
func (s *stage) cells() [][]string {
	s.Helper()
	t := s.table()
	page, err := t.Fetch(s.Context(), 0, t.Total())
	s.No(err)
	var all [][]string
	for _, row := range page.Rows {
		var texts []string
		for _, c := range row.Cells {
			texts = append(texts, c.Text)
		}
		all = append(all, texts)
	}
	return all
}

// becomes is what becomes of everybody, by name.
func (s *stage) becomes() map[string]string {
	s.Helper()
	all := map[string]string{}
	for _, row := range s.cells() {
		all[row[1]] = row[len(row)-1]
	}
	return all
}

func (s *stage) table() *widgets.DataTable {
	s.Helper()
	tables := uitest.Find[*widgets.DataTable](s.Stand)
	if len(tables) != 1 {
		s.Fatalf("%d tables are shown", len(tables))
	}
	return tables[0]
}

func (s *stage) count() int {
	s.Helper()
	n, err := s.Desk.Count(s.Context(), seminar.RosterFilter{SeminarID: s.Of})
	s.No(err)
	return n
}

func (s *stage) chip(label string) *widgets.Chip {
	s.Helper()
	for _, c := range uitest.Find[*widgets.Chip](s.Stand) {
		if c.Label == label {
			return c
		}
	}
	s.Fatalf("no chip %q", label)
	return nil
}

// choice is the drop-down list that says a text.
func (s *stage) choice(says string) *widgets.Select {
	s.Helper()
	for _, c := range uitest.Find[*widgets.Select](s.Stand) {
		if c.Selected == says {
			return c
		}
	}
	s.Fatalf("no choice says %q", says)
	return nil
}

// row gives the table the keys, at a row.
func (s *stage) row(i int) {
	s.table().Take()
	s.Press(fyne.KeyHome)
	for range i {
		s.Press(fyne.KeyDown)
	}
}

// A list whose headers say nothing goes no further until somebody says which column has the names; that is kept for the next list
// with these headers, said, and forgotten when it is not wanted.
func TestAColumnIsSentWhereItBelongsAndKept(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file("odd.csv", "Who,Where from,Colour\nNigar Rəhimova,AZ,red\nTimur Ahmedov,UZ,blue\n")
	if got := s.columns(); got["Who"] != "left out" || !s.Says("No column holds names.") {
		t.Fatalf("the columns are %v", got)
	}
	if next := s.Button("Next"); !next.Disabled() || s.Window.Canvas().Focused() != s.table().Focusable() {
		t.Error("one can go on without names, or the keys do not go through the columns")
	}
	s.row(0)
	s.Press(fyne.KeyReturn)
	s.Write("whole")
	s.Picture("intake-field")
	s.Press(fyne.KeyReturn)
	if got := s.goes(); got["Who"] != "Whole name" {
		t.Fatalf("the columns are %v", got)
	}
	if s.Window.Canvas().Focused() != s.table().Focusable() || s.table().Current() != "0" {
		t.Error("the keys have left the columns")
	}
	s.Press(fyne.KeyDown, fyne.KeyReturn)
	s.Write("countr")
	s.Press(fyne.KeyReturn)
	if got, want := s.goes(), map[string]string{"Who": "Whole name", "Where from": "Country", "Colour": "left out"}; !maps.Equal(got, want) {
		t.Fatalf("the columns are %v", got)
	}
	s.Tap("Next")
	if got := s.becomes(); got["Nigar Rəhimova"] != "new" {
		t.Errorf("the people are %v", got)
	}
	s.Bind(fyne.KeyEscape)
	s.Bind(fyne.KeyEscape)
	if got := s.columns(); got["Where from"] != "Country" || s.pill() != "Columns as last time" {
		t.Errorf("another time the columns are %v", got)
	}
	s.Tap("Forget")
	if got := s.goes(); got["Who"] != "left out" || s.pill() != "" {
		t.Errorf("what was kept is not forgotten: %v", got)
	}
	s.Bind(fyne.KeyEscape)
	if got := s.columns(); got["Who"] != "left out" {
		t.Errorf("it came back: %v", got)
	}
}

// pill is what the only pill says.
func (s *stage) pill() string {
	for _, p := range uitest.Find[*widgets.StatusPill](s.Stand) {
		return p.Word
	}
	return ""
}

// A field has one column: sending another one there takes it from the first.
func TestAFieldHasOneColumn(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file("two.csv", "Name,E-mail,Other mail\nNigar Rəhimova,a@example.org,b@example.org\n")
	s.columns()
	s.row(2)
	s.Press(fyne.KeyReturn)
	s.Write("e-mail")
	if !s.Says("now: E-mail") {
		t.Error("the list of fields does not say which column has one")
	}
	s.Press(fyne.KeyReturn)
	if got := s.goes(); got["E-mail"] != "left out" || got["Other mail"] != "E-mail" {
		t.Errorf("the columns are %v", got)
	}
}

// What a text was taken for is said, and the columns follow another choice at once.
func TestEncodingAndDelimiterAreSaidAndChanged(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file("russian.csv", "\xd4\xe0\xec\xe8\xeb\xe8\xff;\xc8\xec\xff\n\xd9\xe5\xf0\xe1\xe0\xea\xee\xe2;\xcf\xb8\xf2\xf0\n")
	if got := s.columns(); got["Фамилия"] != "Family name" {
		t.Fatalf("the columns are %v", got)
	}
	s.choice("found: Cyrillic (windows-1251)").SetSelected("Western (windows-1252)")
	if got := s.goes(); got["Фамилия"] != "" {
		t.Errorf("in another encoding the columns are %v", got)
	}
	s.choice("Western (windows-1252)").SetSelected("as found")
	s.choice("found: semicolon").SetSelected("comma")
	if got := s.goes(); len(got) != 1 {
		t.Errorf("with another delimiter the columns are %v", got)
	}
}

// How whole names are divided is shown by the first of them, and follows the choice.
func TestTheDivisionOfNamesIsSeenBeforeItIsDone(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file("names.csv", "Name\nNursultan Nazar\n")
	s.columns()
	family := func() string {
		for _, text := range uitest.Find[*widgets.Text](s.Stand) {
			if text.Style.Bold && (text.Text == "Nazar" || text.Text == "Nursultan") {
				return text.Text
			}
		}
		return ""
	}
	if got := family(); got != "Nazar" {
		t.Errorf("the family name is %q", got)
	}
	s.Select("family_first")
	if got := family(); got != "Nursultan" {
		t.Errorf("with the family name first it is %q", got)
	}
	s.Tap("Next")
	if got := s.becomes(); got["Nazar Nursultan"] != "new" {
		t.Errorf("the people are %v", got)
	}
}

const first = "Given name,Family name,E-mail,Organisation,Status\nAysel,Quliyeva,aysel@example.org,Muzey,confirmed\nTimur,Ahmedov,timur@example.org,Library,confirmed\n" +
	"Leyla,Nuri,leyla@example.org,School,confirmed\n"

const second = "Given name,Family name,E-mail,Organisation,Status\nAysel,Quliyeva,aysel@example.org,Milli Kitabxana,confirmed\nTimur,Ahmedov,timur@example.org,Library,confirmed\n" +
	"Rustam,Sharipov,no address,Academy,confirmed\nVera,Gone,vera@example.org,Club,cancelled\n"

// A later list of the same source: who is new, changed with old and new value, the same, gone from it and left out; those who are
// here are changed only when somebody says so.
func TestWhatBecomesOfEverybodyIsSeenBeforeItIsDone(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file("one.csv", first)
	s.columns()
	s.Press(fyne.KeyReturn, fyne.KeyReturn)
	s.file("two.csv", second)
	s.columns()
	s.Press(fyne.KeyReturn)
	s.Picture("intake-people")
	got := s.becomes()
	if got["Aysel Quliyeva"] != "stays as here · Organisation: Muzey → Milli Kitabxana" || got["Timur Ahmedov"] != "here already" ||
		got["Leyla Nuri"] != "here, but not on this list; stays" || got["Vera Gone"] != "left out: the registration was cancelled" ||
		!strings.Contains(got["Rustam Sharipov"], "“no address” is not an e-mail address") {
		t.Errorf("what becomes of them: %v", got)
	}
	s.chip("Changed").SetSelected(true)
	if n := s.table().Total(); n != 1 {
		t.Errorf("%d rows are changed", n)
	}
	s.row(0)
	s.Press(fyne.KeyReturn)
	if !s.Says("Muzey") || !s.Says("Milli Kitabxana") || !s.Says("Row 2") {
		t.Error("old and new value do not stand beside each other")
	}
	s.Env.Panel(nil, nil)
	s.chip("To look at").SetSelected(true)
	s.row(0)
	s.Press(fyne.KeyReturn)
	notices := uitest.Find[*widgets.Notice](s.Stand)
	if len(notices) != 1 || notices[0].Title != "E-mail: no address" || notices[0].Text == "" {
		t.Errorf("%d notices about a row with one problem", len(notices))
	}
	s.Env.Panel(nil, nil)
	uitest.Find[*widgets.Check](s.Stand)[0].SetChecked(true)
	if s.Button("Take in 2 people") == nil {
		t.Errorf("the buttons are %q", s.Buttons())
	}
	s.Press(fyne.KeyReturn, fyne.KeyReturn) // the second one is for what is left to do
	found, err := s.Desk.Roster(s.Context(), seminar.RosterFilter{SeminarID: s.Of, Search: "aysel quliyeva"})
	s.No(err)
	if s.count() != demo.People+4 || len(found) != 1 || found[0].Organisation != "Milli Kitabxana" {
		t.Errorf("%d people, found %+v", s.count(), found)
	}
	s.columns()
	s.Press(fyne.KeyReturn)
	if !s.Mentions(s.Lang.T("intake.nothing")) || !s.Mentions("This very list was taken in before") || s.Button("Nobody to take in") == nil {
		t.Error("the same list again has something to do")
	}
}

// Rows that were copied in a spreadsheet are a list like any other.
func TestRowsArePasted(t *testing.T) {
	s := open(t, uitest.Options{})
	fyne.CurrentApp().Clipboard().SetContent("First name\tLast name\tCountry\nNigar\tRəhimova\tAzerbaijan\n")
	s.Bind(fyne.KeyV)
	if got, want := s.goes(), map[string]string{"First name": "Given name", "Last name": "Family name", "Country": "Country"}; !maps.Equal(got, want) {
		t.Fatalf("the columns are %v", got)
	}
	s.Press(fyne.KeyReturn, fyne.KeyReturn)
	if n := s.count(); n != demo.People+1 || !slices.Equal(s.Done, []string{"1 person was taken in."}) {
		t.Errorf("%d people, said %q", n, s.Done)
	}
}

// The seminar's own questions are among the fields: a column is sent to one by hand, and its answers arrive.
func TestAColumnIsSentToAQuestionOfTheSeminar(t *testing.T) {
	s := open(t, uitest.Options{})
	q, _, err := s.Desk.SaveQuestion(s.Context(), seminar.Question{SeminarID: s.Of, Text: "Nights in the hotel", Type: seminar.TypeNumber})
	s.No(err)
	s.file("form.csv", "Name,Nights in the hotel?,Q7\nNigar Rəhimova,,2\nTimur Ahmedov,,many\n")
	if got := s.columns(); got["Nights in the hotel?"] != "Nights in the hotel" || got["Q7"] != "left out" {
		t.Fatalf("the columns are %v", got)
	}
	s.row(2)
	s.Press(fyne.KeyReturn)
	s.Write("hotel")
	if !s.Says("a question of this seminar · now: Nights in the hotel?") {
		t.Error("the question does not say what it is")
	}
	s.Press(fyne.KeyReturn)
	if got := s.goes(); got["Nights in the hotel?"] != "left out" || got["Q7"] != "Nights in the hotel" {
		t.Fatalf("the columns are %v", got)
	}
	s.Tap("Next")
	if got := s.becomes(); got["Nigar Rəhimova"] != "new" || !strings.Contains(got["Timur Ahmedov"], "Q7: ") {
		t.Errorf("the people are %v", got)
	}
	s.row(0)
	s.Press(fyne.KeyReturn)
	if !s.Says("Nights in the hotel") || !s.Says("2") {
		t.Error("the answer is not seen before it is taken in")
	}
	s.Env.Panel(nil, nil)
	s.Tap("Take in 2 people")
	counts, err := s.Desk.Answered(s.Context(), s.Of, q.ID)
	s.No(err)
	if !maps.Equal(counts, map[string]int{"2": 1}) {
		t.Errorf("the answers are %v", counts)
	}
	if got := s.columns(); got["Q7"] != "Nights in the hotel" {
		t.Errorf("another time the columns are %v", got)
	}
}

// What the panel shows of a step goes with it, and a field that nobody has is said not to be there.
func TestThePanelGoesWithItsStep(t *testing.T) {
	s := open(t, uitest.Options{})
	s.file("one.csv", first)
	s.columns()
	s.row(4)
	s.Press(fyne.KeyReturn)
	s.Write("zzz")
	if !s.Says("Nothing found") {
		t.Error("nothing says that there is no such field")
	}
	s.Press(fyne.KeyReturn)
	s.Bind(fyne.KeyReturn)
	if s.Side != nil || s.Button("Take in 3 people") == nil {
		t.Errorf("the panel is still there; the buttons are %q", s.Buttons())
	}
}
