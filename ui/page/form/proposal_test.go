package form_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
)

func (s *sheet) names(given, family, native string) {
	s.Helper()
	if a := s.form.Value().Attendee; a.GivenName != given || a.FamilyName != family || a.NativeName != native {
		s.Errorf("the names are %q, %q, %q; want %q, %q, %q", a.GivenName, a.FamilyName, a.NativeName, given, family, native)
	}
}

// said is what can be tapped and says a text, nil if nothing does.
func (s *sheet) said(text string) fyne.Tappable {
	for _, o := range uitest.Visible(s.window.Canvas().Content()) {
		line, ok := o.(fyne.Tappable)
		for _, c := range uitest.Within[*canvas.Text](o) {
			if ok && c.Text == text {
				return line
			}
		}
	}
	return nil
}

func TestASpellingIsProposedAndTakenOverWithOneKey(t *testing.T) {
	s := newSheet(t, "en", false)
	s.form.Set(desk.Form{Attendee: seminar.Attendee{Country: "KZ"}})
	s.form.Focus()
	s.press(fyne.KeyReturn, 2)
	s.write("Қайрат Нұрғалиұлы")
	s.names("", "", "Қайрат Нұрғалиұлы")
	s.picture("form-proposal")
	if s.said("Kairat Nurgaliuly – F3 takes this spelling over.") == nil {
		t.Error("nothing is proposed")
	}
	s.press(fyne.KeyF3, 1)
	s.names("Kairat", "Nurgaliuly", "Қайрат Нұрғалиұлы")
	s.picture("form-proposal-taken")
	s.press(fyne.KeyF3, 1)
	s.names("", "", "Қайрат Нұрғалиұлы")
	s.press(fyne.KeyF3, 1)
	s.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutUndo{})
	s.names("", "", "Қайрат Нұрғалиұлы")
	test.Tap(s.said("Kairat Nurgaliuly – F3 takes this spelling over."))
	s.names("Kairat", "Nurgaliuly", "Қайрат Нұрғалиұлы")
	s.form.Focus()
	s.press(fyne.KeyEnd, 1)
	s.write("bek") // it is a text like any other now, and no key takes that away
	s.press(fyne.KeyF3, 1)
	s.names("Kairatbek", "Nurgaliuly", "Қайрат Нұрғалиұлы")
}

func TestANameTypedInAnotherScriptGoesWhereItBelongs(t *testing.T) {
	s := newSheet(t, "az", true)
	s.write("Айгүл")
	s.press(fyne.KeyReturn, 1)
	s.write("Өмүрбекова")
	s.names("Айгүл", "Өмүрбекова", "")
	s.press(fyne.KeyF3, 1)
	s.names("Aigul", "Omurbekova", "Айгүл Өмүрбекова")
	s.window.Canvas().Focused().(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutUndo{})
	s.names("Айгүл", "Өмүрбекова", "")
}

func TestNothingIsProposedWhereNothingIsKnown(t *testing.T) {
	for _, v := range []seminar.Attendee{{}, {GivenName: "Leyla"}, {NativeName: "李明"}, {GivenName: "Leyla", NativeName: "Лейла"}, {GivenName: "Лейла", FamilyName: "Qafar-zadə"},
		{NativeName: "ظقطب"}, {GivenName: "Аlice"}} {
		s := newSheet(t, "en", false)
		s.form.Set(desk.Form{Attendee: v})
		s.form.Focus()
		s.press(fyne.KeyF3, 1)
		s.names(v.GivenName, v.FamilyName, v.NativeName)
	}
	s := newSheet(t, "en", false) // a family name that the lexicon does not have is left to be written
	s.form.Set(desk.Form{Attendee: seminar.Attendee{NativeName: "محمد ظقطب", Country: "SA"}})
	s.form.Focus()
	s.press(fyne.KeyF3, 1)
	s.names("Mohammed", "", "محمد ظقطب")
}
