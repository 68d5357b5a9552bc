package form_test

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/names"
	"lanyard/internal/seminar"
	"lanyard/ui/page/form"
	"lanyard/ui/theme"
)

type sheet struct {
	*testing.T
	form   *form.Form
	window fyne.Window
	sent   int
}

func newSheet(t *testing.T, language string, whole bool) *sheet {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.AlwaysLight))
	s := &sheet{T: t}
	s.form = form.New(form.Options{Lang: i18n.Open(language), Whole: whole, OnSubmit: func() { s.sent++ },
		Categories:  []seminar.Category{{ID: "c1", Name: "Delegate"}, {ID: "c2", Name: "Speaker"}},
		Delegations: []seminar.Delegation{{ID: "d1", Name: "Kazakhstan"}},
		Questions:   []seminar.Question{{ID: "q1", Text: "Vegetarian?", Type: "yesno"}, {ID: "q2", Text: "Hotel", Type: "text"}}})
	s.window = test.NewTempWindow(t, s.form.Scrolling())
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(380, 480))
	s.form.Set(desk.Form{Registration: seminar.Registration{SeminarID: "s", CategoryID: "c1"}})
	s.form.Focus()
	return s
}

func (s *sheet) write(text string) {
	for _, r := range text {
		s.window.Canvas().Focused().TypedRune(r)
	}
}

func (s *sheet) press(key fyne.KeyName, times int) {
	for range times {
		s.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func (s *sheet) picture(name string) {
	if dir := os.Getenv("LANYARD_GALLERY"); dir != "" {
		f, err := os.Create(filepath.Join(dir, name+".png"))
		if err != nil {
			s.Fatal(err)
		}
		defer f.Close()
		if err := png.Encode(f, s.window.Canvas().Capture()); err != nil {
			s.Fatal(err)
		}
	}
}

func TestEnterGoesThroughTheFewFieldsAndSends(t *testing.T) {
	s := newSheet(t, "en", false)
	if s.form.Changed() {
		t.Error("an untouched form counts as changed")
	}
	s.write("Лейла")
	s.press(fyne.KeyReturn, 1)
	s.write("Qafar-zadə")
	s.press(fyne.KeyReturn, 3)
	s.write("uz")
	s.press(fyne.KeyReturn, 1)
	if s.sent != 0 {
		t.Fatal("sent before the last field")
	}
	s.write("s") // the other category
	s.press(fyne.KeyReturn, 1)
	v := s.form.Value()
	if s.sent != 1 || v.Attendee.Name() != "Лейла Qafar-zadə" || v.Attendee.Country != "UZ" || v.Registration.CategoryID != "c2" {
		t.Errorf("sent %d times: %+v %+v", s.sent, v.Attendee, v.Registration)
	}
	if !s.form.Changed() {
		t.Error("a filled form does not count as changed")
	}
	s.form.Focus()
	s.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	if s.sent != 2 {
		t.Error("Ctrl+Enter did not send the form")
	}
}

func TestACountryIsFoundByCodeNameOrSpelling(t *testing.T) {
	for _, c := range []struct{ language, typed, want string }{
		{"en", "az", "AZ"}, {"en", "kyr", "KG"}, {"en", "uzb", "UZ"}, {"en", "cote", "CI"}, {"en", "saudi", "SA"},
		{"en", "arab emi", "AE"}, {"az", "azerb", "AZ"}, {"az", "Qırğ", "KG"}, {"az", "tajik", "TJ"}, {"en", "turkiye", "TR"},
		{"en", "nowhere", "nowhere"}, {"en", "", ""},
	} {
		s := newSheet(t, c.language, false)
		s.press(fyne.KeyReturn, 4)
		s.write(c.typed)
		if got := s.form.Value().Attendee.Country; got != c.want {
			t.Errorf("%s: %q gives %q, want %q", c.language, c.typed, got, c.want)
		}
	}
	s := newSheet(t, "en", false)
	s.press(fyne.KeyReturn, 4)
	s.write("uni")
	s.picture("form-country")
	s.press(fyne.KeyDown, 1)
	if first, second := "AE", s.form.Value().Attendee.Country; second == first || second == "uni" {
		t.Errorf("the arrow key chose %q", second)
	}
}

func TestAProblemStandsBesideItsFieldUntilItIsPutRight(t *testing.T) {
	s := newSheet(t, "en", false)
	bad := desk.ValidateForm(desk.Form{Attendee: seminar.Attendee{Email: "nobody"}})
	if !s.form.ShowProblems(bad) {
		t.Fatal("problems of the form were not taken")
	}
	s.picture("form-problems")
	s.write("Aida") // the first problem's field has the focus
	if v := s.form.Value(); v.Attendee.GivenName != "Aida" {
		t.Errorf("the focus went elsewhere: %+v", v.Attendee)
	}
	if s.form.ShowProblems(seminar.Errorf("registered_already", "…")) {
		t.Error("an error of no field was taken for one of the form")
	}
}

func TestTheWholeFormKeepsWhatItDoesNotShow(t *testing.T) {
	s := newSheet(t, "az", true)
	in := desk.Form{
		Attendee: seminar.Attendee{ID: "a", GivenName: "Əli", FamilyName: "Əliyev", Country: "AZ", Photo: []byte{1}, Language: "az",
			BirthDate: "1980-01-02", Consent: seminar.Agreed{State: seminar.ConsentGiven}, Attention: true, DeskNote: "brings an interpreter", Phone: "+994 50 555 01 01"},
		Registration: seminar.Registration{ID: "r", SeminarID: "s", CategoryID: "c2", DelegationID: "d1", Status: seminar.Waitlisted,
			Code: "1", Answers: map[seminar.ID]string{"q1": "yes", "gone": "kept"}}}
	s.form.Set(in)
	out := s.form.Value()
	if s.form.Changed() || out.Attendee.BirthDate != "1980-01-02" || len(out.Attendee.Photo) != 1 || !out.Attendee.Attention ||
		out.Registration.Status != seminar.Waitlisted || out.Registration.Answers["gone"] != "kept" || out.Registration.Answers["q1"] != "yes" ||
		out.Registration.DelegationID != "d1" || out.Attendee.Country != "AZ" {
		t.Errorf("came back changed: %+v", out)
	}
	s.press(fyne.KeyReturn, 14) // down the form: what has the focus is in view
	s.picture("form-whole")
	o := s.window.Canvas().Focused().(fyne.CanvasObject)
	y := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
	if y < 0 || y+o.Size().Height > 480 {
		t.Errorf("the field with the focus is at %v, out of view", y)
	}
}

func TestAMixedNameIsPointedOutButGoesThrough(t *testing.T) {
	s := newSheet(t, "en", false)
	s.write("Аlice") // with a Cyrillic А
	s.picture("form-mixed")
	if got := s.form.Value().Attendee.GivenName; got != "Аlice" {
		t.Errorf("the name became %q", got)
	}
}

func TestWhoIsProbablyBeingWrittenIsToldAndOpened(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.AlwaysLight))
	var asked []desk.Form
	var show func([]desk.Duplicate)
	var opened seminar.ID
	f := form.New(form.Options{Lang: i18n.Open("en"), OnOpen: func(id seminar.ID) { opened = id },
		Likely: func(v desk.Form, s func([]desk.Duplicate)) { asked, show = append(asked, v), s }})
	w := test.NewTempWindow(t, f.Scrolling())
	w.Resize(fyne.NewSize(380, 480))
	s := &sheet{T: t, form: f, window: w}
	f.Set(desk.Form{})
	f.Focus()
	s.press(fyne.KeyF2, 1)
	s.write("Al")
	if n := len(asked); n != 3 || asked[2].Attendee.GivenName != "Al" { // once empty, and with each letter
		t.Fatalf("asked %d times, %+v", n, asked)
	}
	before := f.Content().MinSize().Height
	show([]desk.Duplicate{{A: seminar.RosterRow{AttendeeID: "a", GivenName: "Əli", FamilyName: "Əliyev", Organisation: "ADA Universiteti"},
		Reasons: []names.Reason{names.SameEmail, names.Respelled}}, {A: seminar.RosterRow{AttendeeID: "b", GivenName: "Ali"}}})
	s.write("i")
	if v := f.Value(); v.Attendee.GivenName != "Ali" || f.Content().MinSize().Height <= before {
		t.Errorf("typing goes on: %q; %v high after %v", v.Attendee.GivenName, f.Content().MinSize().Height, before)
	}
	s.press(fyne.KeyF2, 1)
	if opened != "a" {
		t.Errorf("F2 opened %q", opened)
	}
	show(nil)
	opened = ""
	s.press(fyne.KeyF2, 1)
	if opened != "" || f.Content().MinSize().Height != before {
		t.Errorf("nobody is likely any more: %q, %v high", opened, f.Content().MinSize().Height)
	}
	n := len(asked)
	f.Set(desk.Form{Attendee: seminar.Attendee{ID: "known", GivenName: "Əli"}})
	s.write("x")
	if len(asked) != n {
		t.Error("somebody who is registered was asked about")
	}
}
