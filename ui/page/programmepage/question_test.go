package programmepage_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
	"lanyard/ui/uitest"
	"lanyard/ui/widgets"
)

// chip turns a chip on or off by keyboard.
func (s *stage) turnOn(label string) {
	s.Helper()
	for _, c := range uitest.Find[*widgets.Chip](s.Stand) {
		if c.Label == label {
			s.Window.Canvas().Focus(c)
			s.Press(fyne.KeySpace)
			return
		}
	}
	s.Fatalf("no chip %q", label)
}

// kind chooses the type of a question.
func (s *stage) kind(label string) {
	s.Helper()
	choice := tabTo[*widgets.Select](s, "Answer")
	for range choice.Options {
		if choice.Selected == label {
			return
		}
		s.Press(fyne.KeyRight)
	}
	s.Fatalf("no type %q among %q", label, choice.Options)
}

func (s *stage) asked() []seminar.Question {
	s.Helper()
	all, err := s.Desk.Questions(context.Background(), s.Of)
	s.No(err)
	return all
}

// previewed says whether the form beside the questions asks something.
func (s *stage) previewed(label string) bool {
	for _, f := range uitest.Find[*widgets.FormField](s.Stand) {
		if f.Label == label {
			return true
		}
	}
	return false
}

func TestAFormIsDesignedByKeyboard(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Unasked()
	s.turnTo("Questions")
	s.Bind(fyne.KeyN)
	s.Write("Do you need a hotel?")
	s.kind("yes or no")
	s.turnOn("at check-in")
	if !s.previewed("Do you need a hotel?") {
		t.Error("the form does not follow what is typed")
	}
	s.Tap("Save")

	s.Bind(fyne.KeyN)
	s.Write("How many nights?")
	s.kind("a number")
	s.Fill("Smallest number", "1")
	s.Fill("Largest number", "2,5")
	s.Fill("Unit", "nights")
	s.Window.Canvas().Focus(s.Button("Add condition"))
	s.Press(fyne.KeyReturn)
	if got := s.Focused().(*widgets.Select).Selected; got != "Do you need a hotel?" {
		t.Fatalf("a new condition looks at %q", got)
	}
	s.turnOn("Yes")
	if !s.Says("Shown when “Do you need a hotel?” is Yes.") || s.previewed("How many nights?") {
		t.Error("the condition is not said, or not followed")
	}
	language := tabTo[*widgets.Select](s, "In another language")
	for !strings.HasPrefix(language.Selected, "azər") {
		s.Press(fyne.KeyRight)
	}
	questions := uitest.Within[*widgets.FormField](s.Side)
	i := slices.IndexFunc(questions, func(f *widgets.FormField) bool { return f.Label == "Question" && f != questions[0] })
	s.Window.Canvas().Focus(questions[i].Control.(*widgets.Entry))
	s.Write("Neçə gecə?")
	s.Picture("question-designer")
	s.Press(fyne.KeyReturn)
	all := s.asked()
	if len(all) != 2 {
		t.Fatalf("saved %+v; %v", all, s.Side)
	}
	q := all[1]
	if q.Type != seminar.TypeNumber || q.Texts["az"] != "Neçə gecə?" || q.Min == nil || *q.Min != 1 || q.Max == nil || *q.Max != 2.5 || q.Unit != "nights" ||
		len(q.When) != 1 || q.When[0].Question != all[0].ID || !slices.Equal(q.When[0].Values, []string{"yes"}) || len(q.Hidden) != 0 || q.AtDesk {
		t.Errorf("saved %+v", q)
	}

	s.Bind(fyne.KeyD)
	if all = s.asked(); len(all) != 3 || all[2].Text != "How many nights? (copy)" || len(all[2].When) != 1 {
		t.Fatalf("the copy is %+v", all)
	}
	s.Press(fyne.KeyEnd)
	s.Bind(fyne.KeyUp)
	if all = s.asked(); all[1].Text != "How many nights? (copy)" {
		t.Error("it did not move up")
	}
	s.Undo()
	s.Press(fyne.KeyEnd)
	s.Bind(fyne.KeyDelete)
	if len(s.asked()) != 2 {
		t.Error("it was not removed")
	}
	s.Undo()
	if len(s.asked()) != 3 {
		t.Error("it did not come back")
	}
	s.Picture("questions")
}

func TestWhatWasAnsweredIsWarnedAbout(t *testing.T) {
	s := open(t, uitest.Options{})
	ctx := context.Background()
	dish, _, err := s.Desk.SaveQuestion(ctx, seminar.Question{SeminarID: s.Of, Text: "Dinner", Type: seminar.TypeChoice, Options: []string{"Fish", "Lamb"},
		OptionTexts: map[string]map[string]string{"Lamb": {"az": "Quzu"}}})
	s.No(err)
	lists, err := s.Desk.Lists(ctx, s.Of)
	s.No(err)
	who := s.someone("Speaker", 1)[0]
	a, err := s.Desk.Checkin(ctx, desk.Scan{SeminarID: s.Of, ListID: lists[0].ID, AttendeeID: who.AttendeeID, Answers: map[seminar.ID]string{dish.ID: "lamb"}, At: s.Now})
	if err != nil || a.Status != seminar.OK {
		t.Fatalf("%+v, %v", a, err)
	}
	s.turnTo("Questions")
	s.Press(fyne.KeyReturn)
	s.Fill("Answers to choose from", "Fish")
	if w := s.Field("Answers to choose from").Warning; !strings.Contains(w, "Lamb") {
		t.Errorf("nothing is said of Lamb: %q", w)
	}
	s.kind("any text")
	if w := s.Field("Answer").Warning; !strings.HasPrefix(w, "1 person has answered") {
		t.Errorf("nothing is said of the type: %q", w)
	}
	s.Picture("question-warned")
	s.Tap("Save")
	who2, err := s.Desk.Person(ctx, s.Of, who.AttendeeID)
	if err != nil || who2.Registration.Answers[dish.ID] != "Lamb" {
		t.Errorf("%v, %v", who2.Registration.Answers, err)
	}
	s.Undo()
	if q := s.asked()[0]; q.Type != seminar.TypeChoice || q.Option("Lamb", "az") != "Quzu" {
		t.Errorf("undone to %+v", q)
	}
}

func TestADesignerThatIsOpenedAndSavedChangesNothing(t *testing.T) {
	s := open(t, uitest.Options{})
	s.Unasked()
	ctx := context.Background()
	one := 1.0
	first, _, err := s.Desk.SaveQuestion(ctx, seminar.Question{SeminarID: s.Of, Text: "Country", Type: seminar.TypeCountry, Position: 1})
	s.No(err)
	c, err := s.Desk.FindCategory(ctx, s.Of, "Press")
	s.No(err)
	_, _, err = s.Desk.SaveQuestion(ctx, seminar.Question{SeminarID: s.Of, Text: "How many?", Type: seminar.TypeNumber, Min: &one, Position: 2, Required: true, AtDesk: true,
		Texts: map[string]string{"ar": "كم؟"}, Helps: map[string]string{"ka": "რამდენი"}, Help: "One\nline", Hidden: []seminar.Place{seminar.AtSelf, seminar.OnPaper},
		When: []seminar.Condition{{Question: first.ID, Values: []string{"AZ", "KZ"}}, {Values: []string{string(c.ID)}, Not: true}, {Question: first.ID}}})
	s.No(err)
	before := s.asked()
	s.turnTo("Questions")
	s.Press(fyne.KeyEnd, fyne.KeyReturn)
	s.Press(fyne.KeyEscape)
	if s.Side != nil {
		t.Error("an untouched form asks to be kept")
	}
	s.Press(fyne.KeyReturn)
	s.Tap("Save")
	if s.Side != nil || len(s.Done) != 0 && s.Action != "" {
		t.Errorf("saving what was not touched did something: %v", s.Done)
	}
	if after := s.asked(); len(after) != 2 || after[1].Help != before[1].Help || len(after[1].When) != 3 || after[1].Helps["ka"] == "" || len(after[1].Hidden) != 2 {
		t.Errorf("%+v", after)
	}
}
