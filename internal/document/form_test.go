package document_test

import (
	"strings"
	"testing"

	"lanyard/internal/document"
	"lanyard/internal/document/template"
	"lanyard/internal/document/wording"
	"lanyard/internal/page"
	"lanyard/internal/seminar"
	"lanyard/internal/typeset"
)

// formOf is a form with a question of every type, in some languages.
func formOf(t *testing.T, tags ...string) document.RegistrationForm {
	t.Helper()
	one, nine := 1.0, 9.0
	s := newStage(t, "en").seminar
	return document.RegistrationForm{Seminar: s, Languages: tags, Pictures: map[template.Source][]byte{template.Logo: pictures(t)["logo"].Data}, Categories: map[seminar.ID]string{"press": "Press"},
		Questions: []seminar.Question{
			{ID: "hotel", Type: seminar.TypeYesNo, Text: "Do you need a hotel?", Texts: map[string]string{"az": "Sizə otel lazımdır?", "ar": "هل تحتاجون إلى فندق؟", "ru": "Нужна ли вам гостиница?"}, Required: true},
			{ID: "nights", Type: seminar.TypeNumber, Text: "How many nights?", Texts: map[string]string{"ar": "كم ليلة؟"}, Min: &one, Max: &nine, Unit: "nights",
				When: []seminar.Condition{{Question: "hotel", Values: []string{"yes"}}, {Not: true, Values: []string{"press"}}}},
			{ID: "age", Type: seminar.TypeNumber, Text: "Your age", Min: &one},
			{ID: "arrives", Type: seminar.TypeDate, Text: "When do you arrive?"},
			{ID: "passport", Type: seminar.TypeCountry, Text: "Which country is your passport from?"},
			{ID: "panels", Type: seminar.TypeSeveral, Text: "Which panels will you take part in?", Options: []string{"Heritage", "Education", "Science"},
				OptionTexts: map[string]map[string]string{"Heritage": {"az": "İrs", "ar": "التراث"}}},
			{ID: "dish", Type: seminar.TypeChoice, Text: "Dinner", Options: []string{"Fish", "Vegetables that were grown on the mountains around the city and cooked as they have been for centuries by whoever lives there"}},
			{ID: "about", Type: seminar.TypeLong, Text: "About your work", Help: "A few sentences for the programme."},
			{ID: "secret", Type: seminar.TypeText, Text: "Not on paper", Hidden: []seminar.Place{seminar.OnPaper}},
			{ID: "photos", Type: seminar.TypeConsent, Text: "Photographs", Required: true,
				Help:  "Photographs are taken during the seminar and may be published on the organiser’s site and in the printed report. I agree that I may be recognised in them.",
				Helps: map[string]string{"az": "Seminar zamanı çəkilən fotoşəkillər təşkilatçının saytında və çap hesabatında dərc oluna bilər. Onlarda tanınacağıma razıyam.", "ar": "تُلتقط صور أثناء الندوة وقد تُنشر في موقع المنظم وفي التقرير المطبوع. أوافق على أن أظهر فيها."}},
		}}
}

// said is what a form says as a file, in one text.
func formText(t *testing.T, setter *typeset.Setter, doc page.Document, name string) string {
	text := ""
	t.Run(name, func(t *testing.T) { text = strings.Join(readBack(t, write(t, setter, doc)), " ") })
	return text
}

func TestAFormOnPaperAsksEverythingInTwoLanguages(t *testing.T) {
	setter := typeset.New()
	for _, tags := range [][]string{{"en"}, {"en", "az"}, {"ar"}, {"ar", "en"}, {"ru", "tg"}, {"kk", "uz"}, {"fr", "ky"}} {
		doc, warnings := document.Form(formOf(t, tags...), document.Options{Created: made, Setter: setter})
		if len(warnings) > 0 {
			t.Errorf("%v: %+v", tags, warnings)
		}
		if doc.Language != tags[0] || len(doc.Pages) < 2 || len(doc.Pages) > 4 {
			t.Errorf("%v: %s, %d pages", tags, doc.Language, len(doc.Pages))
		}
		inside(t, setter, doc)
		said := formText(t, setter, doc, strings.Join(tags, "-"))
		if tags[0] != "en" {
			continue
		}
		for _, want := range []string{"Registration form", "Given name *", "Do you need a hotel? *", "1–9 nights", "choose any that apply", "I agree", "Signature", "1–…", "only if: “Do you need a hotel?” – Yes, “Category” – other than Press"} {
			if !strings.Contains(said, want) {
				t.Errorf("%v: %q is missing in\n%s", tags, want, said)
			}
		}
		if strings.Contains(said, "Not on paper") {
			t.Errorf("%v: what is hidden on paper is there", tags)
		}
		if len(tags) == 2 && (!strings.Contains(said, "Sizə otel lazımdır? *") || !strings.Contains(said, "Heritage / İrs") || strings.Count(said, "How many nights?") != 1) {
			t.Errorf("the other language: %s", said)
		}
	}
}

func TestAFormOfSomebodyIsFilledIn(t *testing.T) {
	f := formOf(t, "en")
	f.Attendee = seminar.Attendee{GivenName: "Leyla", FamilyName: "Qafar-zadə", NativeName: "ليلى قفارزاده", Country: "AZ", Phone: "+994505550101", Organisation: "Mədəniyyət Nazirliyi"}
	f.Category, f.Number = "Speaker", "A-007"
	f.Answers = map[seminar.ID]string{"hotel": "yes", "nights": "3", "arrives": "2025-07-17", "passport": "KZ", "panels": "Heritage; Science", "photos": "yes 2025-07-01T05:00:00Z 01"}
	f.Fields = []string{"given_name", "family_name", "native_name", "organisation", "country", "phone", "category"}
	setter := typeset.New()
	doc, warnings := document.Form(f, document.Options{Created: made, Setter: setter})
	if len(warnings) > 0 {
		t.Errorf("%+v", warnings)
	}
	said := formText(t, setter, doc, "filled")
	for _, want := range []string{"Qafar-zadə", "Azerbaijan", "Kazakhstan", "Speaker", "A-007", "+994505550101"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is missing", want)
		}
	}
	if strings.Contains(said, "Dietary") {
		t.Error("a field that was not chosen is there")
	}
	ticks := 0 // each is two strokes
	for _, p := range doc.Pages {
		page.Each(p.Items, func(it page.Item) {
			if l, ok := it.(page.Line); ok && l.Width == 0.5 {
				ticks++
			}
		})
	}
	if ticks != 2*4 {
		t.Errorf("%d strokes, of a hotel, two panels and a consent", ticks)
	}
}

func TestEveryLanguageHasTheWordsOfAForm(t *testing.T) {
	for _, tag := range wording.Tags() {
		for _, key := range append(document.FormFields(), "title", "yes", "no", "agree", "required", "one", "several", "only_if", "signature", "date", "day", "month", "year", "other") {
			if wording.Form(tag, key) == "" {
				t.Errorf("%s has no %s", tag, key)
			}
		}
	}
	if wording.Form("tlh", "title") != "Registration form" || wording.Form("az-AZ", "date") != "Tarix" || wording.Form("en", "nothing") != "" {
		t.Error("an unknown language is English, an unknown word nothing")
	}
}
