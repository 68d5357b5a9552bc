package form_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"lanyard/internal/desk"
	"lanyard/internal/i18n"
	"lanyard/internal/seminar"
	"lanyard/ui/page/form"
	"lanyard/ui/theme"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// everyType are questions of every type; the nights are asked of whoever takes a hotel, the dish not of the press.
func everyType() []seminar.Question {
	five := 5.0
	one := 1.0
	return []seminar.Question{
		{ID: "hotel", Type: seminar.TypeYesNo, Text: "Do you need a hotel?", Required: true},
		{ID: "nights", Type: seminar.TypeNumber, Text: "How many nights?", Min: &one, Max: &five, Unit: "nights", Required: true,
			When: []seminar.Condition{{Question: "hotel", Values: []string{"yes"}}}},
		{ID: "arrives", Type: seminar.TypeDate, Text: "When do you arrive?"},
		{ID: "visa", Type: seminar.TypeCountry, Text: "Which country is your passport from?"},
		{ID: "mobile", Type: seminar.TypePhone, Text: "A phone number while you are here"},
		{ID: "office", Type: seminar.TypeEmail, Text: "Your office’s e-mail address"},
		{ID: "panels", Type: seminar.TypeSeveral, Text: "Which panels will you take part in?", Options: []string{"Heritage", "Education", "Science and technology for everybody who lives in the mountains and far away"}},
		{ID: "dish", Type: seminar.TypeChoice, Text: "Dinner", Options: []string{"Fish", "Vegetables"}, OptionTexts: map[string]map[string]string{"Fish": {"az": "Balıq"}},
			When: []seminar.Condition{{Not: true, Values: []string{"press"}}}},
		{ID: "about", Type: seminar.TypeLong, Text: "About your work", Help: "A few sentences for the programme."},
		{ID: "photos", Type: seminar.TypeConsent, Text: "Photographs", Texts: map[string]string{"az": "Fotoşəkillər"}, Required: true,
			Help: "Photographs are taken during the seminar and may be published on the organiser’s site and in the printed report. I agree that I may be recognised in them."},
	}
}

// questioned is a whole form with questions of every type, in a window.
func questioned(t *testing.T, language string) *sheet {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.AlwaysLight))
	s := &sheet{T: t}
	s.form = form.New(form.Options{Lang: i18n.Open(language), Whole: true, OnSubmit: func() { s.sent++ }, Questions: everyType(),
		Categories: []seminar.Category{{ID: "guest", Name: "Guest"}, {ID: "press", Name: "Press"}}})
	s.window = test.NewTempWindow(t, s.form.Scrolling())
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(380, 1600))
	s.form.Set(desk.Form{Attendee: seminar.Attendee{GivenName: "Leyla", Country: "AZ"}, Registration: seminar.Registration{SeminarID: "s", CategoryID: "guest"}})
	return s
}

// field is the box with a label.
func (s *sheet) field(label string) *widgets.FormField {
	for _, f := range uitest.Within[*widgets.FormField](s.form.Content()) {
		if strings.HasPrefix(f.Label, label) {
			return f
		}
	}
	return nil
}

// to puts the focus on the first control of a field.
func (s *sheet) to(label string) {
	s.Helper()
	f := s.field(label)
	if f == nil {
		s.Fatalf("no field %q", label)
	}
	for _, o := range uitest.Visible(f.Control) {
		if c, ok := o.(fyne.Focusable); ok {
			s.window.Canvas().Focus(c)
			return
		}
	}
	s.Fatalf("nothing takes the focus in %q", label)
}

func (s *sheet) answers() map[seminar.ID]string { return s.form.Value().Registration.Answers }

func TestQuestionsComeAndGoWithWhatWasAnswered(t *testing.T) {
	s := questioned(t, "en")
	if s.field("How many nights?") != nil || s.field("Dinner") == nil {
		t.Fatal("what is asked at first is wrong")
	}
	s.to("Do you need a hotel?")
	s.write("y")
	s.to("How many nights?")
	s.write("3")
	if s.answers()["nights"] != "3" {
		t.Fatalf("%v", s.answers())
	}
	s.to("Do you need a hotel?")
	s.write("n")
	if _, ok := s.answers()["nights"]; ok || s.field("How many nights?") != nil {
		t.Errorf("the nights of whoever needs no hotel: %v", s.answers())
	}
	s.write("y")
	if s.answers()["nights"] != "3" {
		t.Errorf("what was typed is lost: %v", s.answers())
	}
	s.press(fyne.KeyReturn, 1)
	s.write("9") // Enter leads into the question that came
	if s.answers()["nights"] != "39" {
		t.Errorf("Enter went elsewhere: %v", s.answers())
	}
	s.to("Category")
	s.write("p")
	if s.field("Dinner") != nil {
		t.Error("the press is asked for the dish")
	}
}

func TestAnswersAreWrittenByTheirType(t *testing.T) {
	s := questioned(t, "en")
	s.to("When do you arrive?")
	s.write("18.7.2025")
	if hint := s.field("When do you arrive?").Hint; !strings.Contains(hint, "18 July 2025") {
		t.Errorf("the date is read as %q", hint)
	}
	s.press(fyne.KeyUp, 1)
	s.to("Which country")
	s.write("kyrg")
	s.press(fyne.KeyReturn, 1)
	s.write("050 555 01 01")
	s.press(fyne.KeyReturn, 1) // the number is of the person's country
	s.write("nobody")
	s.press(fyne.KeyReturn, 1)
	if s.field("Your office").Error == "" {
		t.Error("what is no address is not told when the entry is left")
	}
	s.write(" ") // the first panel
	s.press(fyne.KeyDown, 2)
	s.write(" ")
	s.press(fyne.KeyReturn, 1)
	s.write("v")
	s.press(fyne.KeyReturn, 1)
	s.write("Maps")
	s.window.Canvas().Focused().(desktop.Keyable).KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	s.press(fyne.KeyReturn, 1)
	s.window.Canvas().Focused().(desktop.Keyable).KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	s.write("Books")
	s.press(fyne.KeyReturn, 1)
	s.write(" ")
	got := s.answers()
	for id, want := range map[seminar.ID]string{"arrives": "2025-07-19", "visa": "KG", "mobile": "+994505550101", "office": "nobody", "dish": "Vegetables", "about": "Maps\nBooks",
		"panels": "Heritage; Science and technology for everybody who lives in the mountains and far away"} {
		if got[id] != want {
			t.Errorf("%s: %q, want %q", id, got[id], want)
		}
	}
	if c := seminar.ParseConsent(got["photos"]); !c.Holds() || c.Version != seminar.WordingID(everyType()[9].Help) {
		t.Errorf("%q", got["photos"])
	}
	s.picture("form-questions")
}

func TestTheFormInsistsOnWhatNoDeskAsksLater(t *testing.T) {
	s := questioned(t, "en")
	if s.form.Check() || s.field("Do you need a hotel?").Error == "" || s.field("Photographs").Error != "This must be agreed to." {
		t.Fatal("required questions were let go")
	}
	s.picture("form-questions-problems")
	s.write("n") // the first of them has the focus
	if s.field("Do you need a hotel?").Error != "" || s.answers()["hotel"] != "no" {
		t.Error("the problem stands there still")
	}
	s.to("Photographs")
	s.write(" ")
	if !s.form.Check() {
		t.Error("a whole form is refused")
	}
	s.form.Set(desk.Form{Attendee: seminar.Attendee{GivenName: "Leyla"}, Registration: seminar.Registration{ID: "r", SeminarID: "s", CategoryID: "guest"}})
	if !s.form.Check() {
		t.Error("somebody who was registered without the answers cannot be edited")
	}
}

func TestAnAnswerThatIsNotOfferedAnyMoreStays(t *testing.T) {
	s := questioned(t, "en")
	given := map[seminar.ID]string{"dish": "Lamb", "panels": "Heritage; Sport", "photos": "yes 2025-07-01T05:00:00Z 0011", "nights": "4"}
	s.form.Set(desk.Form{Attendee: seminar.Attendee{GivenName: "Leyla"}, Registration: seminar.Registration{ID: "r", SeminarID: "s", CategoryID: "guest", Answers: given}})
	got := s.answers()
	for id, want := range given {
		if got[id] != want {
			t.Errorf("%s: %q, was %q", id, got[id], want)
		}
	}
	if s.form.Changed() || !s.form.Check() {
		t.Error("an untouched form")
	}
}

func TestTheFormSpeaksTheLanguageOfTheWindow(t *testing.T) {
	s := questioned(t, "az")
	if s.field("Fotoşəkillər") == nil || s.field("Do you need a hotel?") == nil {
		t.Error("the languages are not those of the questions")
	}
	s.to("Dinner")
	s.write("b")
	if s.answers()["dish"] != "Fish" {
		t.Errorf("%v", s.answers())
	}
	s.picture("form-questions-az")
	for _, tag := range []string{"x-long", "x-rtl"} {
		other := questioned(t, tag)
		other.form.Check()
		other.picture("form-questions-" + tag)
		for _, f := range uitest.Within[*widgets.FormField](other.form.Content()) {
			if f.Position().X < 0 || f.Position().X+f.Size().Width > 380 {
				t.Errorf("%s: %q is %v wide at %v", tag, f.Label, f.Size().Width, f.Position().X)
			}
		}
	}
}

func TestWhatADeskAsksMustBeWhole(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.AlwaysLight))
	a := form.NewAnswers(i18n.Open("en"), desk.Asking{Questions: everyType()[:2], Category: "guest"})
	w := test.NewTempWindow(t, container.NewStack(a.Content()))
	sent := 0
	a.Wire(func() { sent++ }, nil, nil)
	a.Focus()
	if a.Complete() {
		t.Error("nothing is whole")
	}
	w.Canvas().Focused().TypedRune('y')
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	w.Canvas().Focused().TypedRune('7')
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if sent != 1 || a.Complete() {
		t.Errorf("sent %d times; seven of five nights are taken", sent)
	}
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	w.Canvas().Focused().TypedRune('5')
	if !a.Complete() || a.Value()["nights"] != "5" {
		t.Errorf("%v", a.Value())
	}
}

func TestAFoldedFormUnfoldsForWhatMustBeAnswered(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.AlwaysLight))
	s := &sheet{T: t}
	later := seminar.Question{ID: "later", Type: seminar.TypeText, Text: "Asked at the desk anyway", Required: true, AtDesk: true}
	s.form = form.New(form.Options{Lang: i18n.Open("en"), OnSubmit: func() { s.sent++ }, Questions: append(everyType()[:1], later)})
	s.window = test.NewTempWindow(t, s.form.Scrolling())
	s.form.Set(desk.Form{Attendee: seminar.Attendee{GivenName: "Leyla"}, Registration: seminar.Registration{SeminarID: "s"}})
	if s.field("Do you need a hotel?") != nil {
		t.Fatal("a folded form shows the questions")
	}
	if s.form.Check() {
		t.Fatal("a required answer is missing")
	}
	if f := s.field("Do you need a hotel?"); f == nil || f.Error == "" {
		t.Fatal("the question is not shown with its problem")
	}
	s.write("y")
	if !s.form.Check() {
		t.Error("the form insists on what the desk asks later")
	}
}

func TestAConsentSaysWhenItWasGivenInTheSeminarsZone(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(theme.New(theme.AlwaysLight))
	baku := time.FixedZone("Asia/Baku", 4*60*60)
	for zone, want := range map[*time.Location]string{baku: "01:30", time.FixedZone("", -5*60*60): "16:30"} {
		f := form.New(form.Options{Lang: i18n.Open("en"), Whole: true, Zone: zone,
			Questions: []seminar.Question{{ID: "photos", Type: seminar.TypeConsent, Text: "Photographs"}}})
		f.Set(desk.Form{Registration: seminar.Registration{ID: "r", Answers: map[seminar.ID]string{"photos": "yes 2025-07-17T21:30:00Z"}}})
		said := ""
		for _, text := range uitest.Within[*widgets.Text](f.Content()) {
			if strings.HasPrefix(text.Text, "Agreed on") {
				said = text.Text
			}
		}
		if !strings.Contains(said, want) {
			t.Errorf("%q, want %s", said, want)
		}
	}
}
