package desk_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"lanyard/internal/desk"
	"lanyard/internal/seminar"
)

func ptr(n float64) *float64 { return &n }

// questions are one of every type.
func questions() map[string]seminar.Question {
	all := map[string]seminar.Question{}
	for _, kind := range seminar.QuestionTypes() {
		all[kind] = seminar.Question{ID: seminar.ID(kind), Type: kind, Text: kind}
	}
	for _, kind := range []string{seminar.TypeChoice, seminar.TypeSeveral} {
		q := all[kind]
		q.Options = []string{"Arabic", "French, Swiss", "English"}
		q.OptionTexts = map[string]map[string]string{"Arabic": {"az": "Ərəb", "ru": "Арабский"}}
		all[kind] = q
	}
	return all
}

func TestAnAnswerIsReadByItsType(t *testing.T) {
	at := time.Date(2025, 7, 18, 5, 0, 0, 0, time.UTC)
	for _, c := range []struct{ kind, text, want, code string }{
		{"text", "  two \n words ", "two words", ""}, {"longtext", " a\n b ", "a\n b", ""}, {"text", strings.Repeat("a", 2001), "", "text_too_long"},
		{"number", "1 234,5", "1234.5", ""}, {"number", "٣", "3", ""}, {"number", "-0.50", "-0.5", ""}, {"number", "three", "", desk.CodeAnswerNumber},
		{"number", "0x10", "", desk.CodeAnswerNumber}, {"number", "NaN", "", desk.CodeAnswerNumber}, {"number", "Inf", "", desk.CodeAnswerNumber},
		{"yesno", "Да", "yes", ""}, {"yesno", "xeyr", "no", ""}, {"yesno", "perhaps", "", desk.CodeAnswerYesNo},
		{"choice", "ərəb", "Arabic", ""}, {"choice", "french, swiss", "French, Swiss", ""}, {"choice", "German", "", desk.CodeAnswerOption},
		{"several", "English; арабский", "Arabic; English", ""}, {"several", "English, Arabic", "Arabic; English", ""},
		{"several", "French, Swiss", "French, Swiss", ""}, {"several", "Arabic; German", "", desk.CodeAnswerOption}, {"several", "English\nEnglish", "English", ""},
		{"date", "18.7.2025", "2025-07-18", ""}, {"date", "31.2.2025", "", "date"}, {"country", "Azərbaycan", "AZ", ""}, {"country", "uz", "UZ", ""},
		{"country", "Atlantis", "", desk.CodeAnswerCountry}, {"phone", "050 555 01 01", "+994505550101", ""}, {"phone", "call me", "", "phone"},
		{"email", "a@b.az", "a@b.az", ""}, {"email", "a@b", "", "email"},
		{"consent", "yes", "yes 2025-07-18T05:00:00Z " + seminar.WordingID("consent"), ""}, {"consent", "no", "", ""}, {"consent", "why", "", desk.CodeAnswerYesNo},
		{"consent", "yes 2025-01-02T03:04:05Z ab", "yes 2025-01-02T03:04:05Z ab", ""}, {"date", "", "", ""},
	} {
		q := questions()[c.kind]
		got, problem := desk.ReadAnswer(q, c.text, "AZ", at)
		code := ""
		if problem != nil {
			code = problem.Code
			if problem.Field != c.kind {
				t.Errorf("%s: the problem is of %q", c.kind, problem.Field)
			}
		}
		if got != c.want || code != c.code {
			t.Errorf("%s: %q is %q, %q; want %q, %q", c.kind, c.text, got, code, c.want, c.code)
		}
		if again, problem := desk.ReadAnswer(q, got, "AZ", at.Add(time.Hour)); again != got || problem != nil {
			t.Errorf("%s: what is kept, %q, is read as %q, %v", c.kind, got, again, problem)
		}
	}
}

func TestANumberKeepsWithinItsBounds(t *testing.T) {
	for _, c := range []struct {
		min, max  *float64
		text      string
		code, say string
	}{
		{ptr(1), ptr(5), "5", "", ""}, {ptr(1), ptr(5), "5.01", desk.CodeAnswerRange, "Write a number from 1 to 5."},
		{ptr(0.5), nil, "0", desk.CodeAnswerMin, "Write a number from 0.5 on."}, {nil, ptr(-1), "0", desk.CodeAnswerMax, "Write a number up to -1."},
	} {
		_, problem := desk.ReadAnswer(seminar.Question{ID: "n", Type: seminar.TypeNumber, Min: c.min, Max: c.max}, c.text, "", time.Time{})
		if seminar.CodeOf(asError(problem)) != c.code || problem != nil && problem.Message != c.say {
			t.Errorf("%s: %v", c.text, problem)
		}
	}
}

func asError(e *seminar.Error) error {
	if e == nil {
		return nil
	}
	return e
}

func FuzzReadAnswer(f *testing.F) {
	for _, text := range []string{"", "1,5", "yes", "Arabic; ;English", "+994 50", "18.07.2025", "yes 2025-07-18T05:00:00Z"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for kind, q := range questions() {
			kept, problem := desk.ReadAnswer(q, text, "AZ", time.Unix(0, 0))
			if problem != nil && kept != "" {
				t.Fatalf("%s: %q is both kept and refused", kind, text)
			}
			if again, problem := desk.ReadAnswer(q, kept, "AZ", time.Unix(9, 0)); problem != nil || again != kept {
				t.Fatalf("%s: %q is kept as %q, which is read as %q, %v", kind, text, kept, again, problem)
			}
		}
	})
}

// ask adds a question to the hall.
func (h *hall) ask(q seminar.Question) seminar.Question {
	h.t.Helper()
	q.SeminarID = h.of
	q, _, err := h.SaveQuestion(ctx, q)
	if err != nil {
		h.t.Fatal(err)
	}
	return q
}

func TestAnswersAreKeptAsTheyAreReadAndOldOnesStay(t *testing.T) {
	h := open(t)
	nights := h.ask(seminar.Question{Text: "Nights", Type: seminar.TypeNumber, Max: ptr(9)})
	home := h.ask(seminar.Question{Text: "Home", Type: seminar.TypeCountry, Position: 2})
	form := desk.Form{Attendee: seminar.Attendee{GivenName: "Anar", Email: "nobody"}, Registration: seminar.Registration{SeminarID: h.of,
		Answers: map[seminar.ID]string{nights.ID: "twelve", home.ID: "Kazakhstan", "gone": "kept"}}}
	_, err := h.Register(ctx, form)
	problems, ok := err.(seminar.Problems)
	if !ok || problems.For("email") == nil || problems.For(string(nights.ID)) == nil || len(problems) != 2 {
		t.Fatalf("%v", err)
	}
	form.Attendee.Email, form.Registration.Answers[nights.ID] = "", "٢"
	done, err := h.Register(ctx, form)
	if err != nil {
		t.Fatal(err)
	}
	who, err := h.Person(ctx, h.of, done.Row.AttendeeID)
	want := map[seminar.ID]string{nights.ID: "2", home.ID: "KZ", "gone": "kept"}
	if err != nil || !maps.Equal(who.Registration.Answers, want) {
		t.Fatalf("%v, %v", who.Registration.Answers, err)
	}
	nights.Max = ptr(1) // what was answered before is not refused for it
	h.ask(nights)
	who.Attendee.Position = "Director"
	who.Registration.Answers = maps.Clone(who.Registration.Answers)
	who.Registration.Answers[home.ID] = "Baku"
	if _, err := h.Edit(ctx, who); seminar.CodeOf(err) != desk.CodeAnswerCountry {
		t.Errorf("%v", err)
	}
	who.Registration.Answers[home.ID] = "Özbəkistan"
	edited, err := h.Edit(ctx, who)
	if err != nil {
		t.Fatal(err)
	}
	who, _ = h.Person(ctx, h.of, done.Row.AttendeeID)
	if got := who.Registration.Answers; got[home.ID] != "UZ" || got[nights.ID] != "2" {
		t.Errorf("%v", got)
	}
	h.undo(string(edited.Action))
	who, _ = h.Person(ctx, h.of, done.Row.AttendeeID)
	if !maps.Equal(who.Registration.Answers, want) {
		t.Errorf("undone: %v", who.Registration.Answers)
	}
	h.well()
}

func TestACheckinAsksWhatItsAnswersRaise(t *testing.T) {
	h := open(t)
	hotel := h.ask(seminar.Question{Text: "Hotel?", Type: seminar.TypeYesNo, Required: true, AtDesk: true, Position: 1})
	nights := h.ask(seminar.Question{Text: "Nights", Type: seminar.TypeNumber, Required: true, AtDesk: true, Position: 2,
		When: []seminar.Condition{{Question: hotel.ID, Values: []string{"yes"}}}})
	row := h.register("Anar").Row
	asked := func(a desk.ScanAnswer) []string {
		var texts []string
		for _, q := range a.Questions {
			texts = append(texts, q.Text)
		}
		return texts
	}
	a := h.scan(row.Code)
	if a.Status != seminar.Incomplete || !slices.Equal(asked(a), []string{"Hotel?"}) || len(a.Asking.Questions) != 2 {
		t.Fatalf("%s: asked %v of %d", a.Status, asked(a), len(a.Asking.Questions))
	}
	with := func(answers map[seminar.ID]string) desk.ScanAnswer {
		a, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: row.Code, Answers: answers})
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	if a = with(map[seminar.ID]string{hotel.ID: "bəli"}); a.Status != seminar.Incomplete || !slices.Equal(asked(a), []string{"Nights"}) {
		t.Errorf("%s: asked %v", a.Status, asked(a))
	}
	if a = with(map[seminar.ID]string{hotel.ID: "bəli", nights.ID: "many"}); a.Status != seminar.Incomplete || !slices.Equal(asked(a), []string{"Nights"}) ||
		a.Message == nil || a.Message.Code != desk.CodeAnswerNumber {
		t.Errorf("%s: asked %v, %+v", a.Status, asked(a), a.Message)
	}
	if rows, err := h.Recent(ctx, h.of, h.list.ID, 9); err != nil || len(rows) != 0 {
		t.Errorf("%d rows before anything was answered, %v", len(rows), err)
	}
	if a = with(map[seminar.ID]string{hotel.ID: "bəli", nights.ID: "3,0"}); a.Status != seminar.OK {
		t.Fatalf("%s %s", a.Status, a.Explanation)
	}
	who, err := h.Person(ctx, h.of, row.AttendeeID)
	if err != nil || who.Registration.Answers[hotel.ID] != "yes" || who.Registration.Answers[nights.ID] != "3" {
		t.Errorf("%v, %v", who.Registration.Answers, err)
	}
	if a = with(map[seminar.ID]string{nights.ID: "many"}); a.Reason != seminar.ReasonAlreadyRedeemed {
		t.Errorf("somebody who is in already: %s %s", a.Status, a.Reason)
	}
	h.well()
}

func TestAConsentKeepsWhenAndWhichWording(t *testing.T) {
	h := open(t)
	photo := h.ask(seminar.Question{Text: "Photos", Type: seminar.TypeConsent, Help: "Photos may be published.", Helps: map[string]string{"az": "Şəkillər dərc oluna bilər."},
		Required: true, AtDesk: true})
	row := h.register("Anar").Row
	a, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: row.Code, Answers: map[seminar.ID]string{photo.ID: "yes"}})
	if err != nil || a.Status != seminar.OK {
		t.Fatalf("%+v %v", a, err)
	}
	photo.Help = "Photos may be published for a year."
	photo = h.ask(photo)
	who, err := h.Person(ctx, h.of, row.AttendeeID)
	if err != nil {
		t.Fatal(err)
	}
	c := seminar.ParseConsent(who.Registration.Answers[photo.ID])
	if !c.Moment().Equal(h.now) || photo.Wordings[c.Version] != "Photos may be published." || len(photo.Wordings) != 3 {
		t.Errorf("%+v of %v", c, photo.Wordings)
	}
	if said := photo.Record(who.Registration.Answers[photo.ID]); said != "yes, 2025-07-18T05:00:00Z: “Photos may be published.”" {
		t.Errorf("on record: %s", said)
	}
}

func TestAQuestionThatCannotBeAskedIsRefused(t *testing.T) {
	h := open(t)
	first := h.ask(seminar.Question{Text: "First"})
	second := h.ask(seminar.Question{Text: "Second", When: []seminar.Condition{{Question: first.ID}}})
	circle := first
	circle.When = []seminar.Condition{{Question: second.ID}}
	for field, q := range map[string]seminar.Question{
		"text": {}, "type": {Text: "T", Type: "colour"}, "options": {Text: "T", Type: seminar.TypeSeveral, Options: []string{"a;b"}},
		"max": {Text: "T", Type: seminar.TypeNumber, Min: ptr(2), Max: ptr(1)}, "when": circle,
	} {
		q.SeminarID = h.of
		_, _, err := h.SaveQuestion(ctx, q)
		if problems, ok := err.(seminar.Problems); !ok || len(problems) != 1 || problems.For(field) == nil {
			t.Errorf("%s: %v", field, err)
		}
	}
	q := seminar.Question{SeminarID: h.of, Text: "T", When: []seminar.Condition{{}}}
	if _, _, err := h.SaveQuestion(ctx, q); seminar.CodeOf(err) != desk.CodeQuestionValues {
		t.Errorf("a condition on no category: %v", err)
	}
}

func TestWhatIsRemovedKeepsItsAnswers(t *testing.T) {
	h := open(t)
	q := h.ask(seminar.Question{Text: "Hotel", Type: seminar.TypeText})
	row := h.register("Anar").Row
	if _, err := h.Checkin(ctx, desk.Scan{SeminarID: h.of, ListID: h.list.ID, Code: row.Code, Answers: map[seminar.ID]string{q.ID: "Hilton"}}); err != nil {
		t.Fatal(err)
	}
	removed, err := h.Remove(ctx, seminar.EntityQuestion, q.ID)
	if err != nil {
		t.Fatal(err)
	}
	if counts, err := h.Answered(ctx, h.of, q.ID); err != nil || len(counts) != 1 || counts["Hilton"] != 1 {
		t.Errorf("%v %v", counts, err)
	}
	h.undo(string(removed))
	if all, err := h.Questions(ctx, h.of); err != nil || len(all) != 1 || all[0].Text != "Hotel" {
		t.Errorf("%v %v", all, err)
	}
	h.well()
}

func TestHeadersFindTheirQuestions(t *testing.T) {
	all := []seminar.Question{{ID: "q1", Text: "Which hotel?", Texts: map[string]string{"az": "Hansı otel?", "ar": "أي فندق؟"}}, {ID: "q2", Text: "Nights"}, {ID: "q3", Text: "nights:"}}
	got := desk.MatchQuestions([]string{"which  HOTEL", "Hansı otel", "أي فندق؟", "q2", "Nights", "Name", ""}, all)
	want := map[string]seminar.ID{"which  HOTEL": "q1", "Hansı otel": "q1", "أي فندق؟": "q1", "q2": "q2"}
	if !maps.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

func TestARegistrationNeedsTheAnswersThatMustBeGiven(t *testing.T) {
	h := open(t)
	hotel := h.ask(seminar.Question{Text: "Hotel?", Type: seminar.TypeYesNo, Required: true, Position: 1})
	which := h.ask(seminar.Question{Text: "Which?", Required: true, Position: 2, When: []seminar.Condition{{Question: hotel.ID, Values: []string{"yes"}}}})
	photos := h.ask(seminar.Question{Text: "Photographs", Type: seminar.TypeConsent, Required: true, Position: 3})
	h.ask(seminar.Question{Text: "Asked at the desk", Required: true, AtDesk: true, Position: 4})
	h.ask(seminar.Question{Text: "On paper alone", Required: true, Hidden: []seminar.Place{seminar.InForm}, Position: 5})
	codes := func(f desk.Form) string {
		f.Attendee.GivenName, f.Registration.SeminarID = "Anar", h.of
		_, err := h.Register(ctx, f)
		_, _, walked := h.WalkIn(ctx, f, h.list.ID)
		if (err == nil) != (walked == nil) {
			t.Errorf("registered %v, walked in %v", err, walked)
		}
		var said []string
		problems, _ := err.(seminar.Problems)
		for _, p := range problems {
			said = append(said, p.Args["question"]+" "+p.Code)
			if p.Field == "" {
				t.Errorf("%s has no field", p.Code)
			}
		}
		return strings.Join(said, ", ")
	}
	given := func(answers map[seminar.ID]string) desk.Form {
		return desk.Form{Registration: seminar.Registration{Answers: answers}}
	}
	for want, f := range map[string]desk.Form{
		"Hotel? answer_required, Photographs answer_consent": given(nil),
		"Which? answer_required, Photographs answer_consent": given(map[seminar.ID]string{hotel.ID: "yes"}),
		"Hotel? answer_yesno, Photographs answer_consent":    given(map[seminar.ID]string{hotel.ID: "perhaps"}),
		"Photographs answer_consent":                         given(map[seminar.ID]string{hotel.ID: "yes", which.ID: "Hilton", photos.ID: "no"}),
	} {
		if said := codes(f); said != want {
			t.Errorf("%s; want %s", said, want)
		}
	}
	if h.count(seminar.RosterFilter{}) != 0 {
		t.Error("somebody was registered without answers")
	}
	later := given(nil)
	later.AnswersFollow = true
	if said := codes(later); said != "" || h.count(seminar.RosterFilter{}) != 2 {
		t.Errorf("with answers to follow: %s", said)
	}
	if said := codes(given(map[seminar.ID]string{hotel.ID: "no", photos.ID: "yes"})); said != "" {
		t.Errorf("with all answers: %s", said)
	}
}
