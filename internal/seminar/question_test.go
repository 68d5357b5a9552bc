package seminar_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"lanyard/internal/seminar"
)

func ids(all []seminar.Question) []seminar.ID {
	out := []seminar.ID{}
	for _, q := range all {
		out = append(out, q.ID)
	}
	return out
}

func TestWhatIsAskedFollowsFromAnswersAndCategory(t *testing.T) {
	all := []seminar.Question{
		{ID: "hotel", Type: seminar.TypeYesNo},
		{ID: "nights", Type: seminar.TypeNumber, When: []seminar.Condition{{Question: "hotel", Values: []string{"yes"}}}},
		{ID: "why", Type: seminar.TypeText, When: []seminar.Condition{{Question: "nights"}}},
		{ID: "meals", Type: seminar.TypeSeveral, Options: []string{"Lunch", "Dinner"}},
		{ID: "dish", When: []seminar.Condition{{Question: "meals", Values: []string{"Dinner"}}, {Not: true, Values: []string{"press"}}}},
		{ID: "photo", Type: seminar.TypeConsent},
		{ID: "how", When: []seminar.Condition{{Question: "photo", Values: []string{"no"}}}},
	}
	for name, c := range map[string]struct {
		category seminar.ID
		answers  map[seminar.ID]string
		want     []seminar.ID
	}{
		"nothing yet":                      {"guest", nil, []seminar.ID{"hotel", "meals", "photo", "how"}},
		"a hotel":                          {"guest", map[seminar.ID]string{"hotel": "yes"}, []seminar.ID{"hotel", "nights", "meals", "photo", "how"}},
		"of an unasked one counts nothing": {"guest", map[seminar.ID]string{"hotel": "no", "nights": "9"}, []seminar.ID{"hotel", "meals", "photo", "how"}},
		"a chain":                          {"guest", map[seminar.ID]string{"hotel": "yes", "nights": "9"}, []seminar.ID{"hotel", "nights", "why", "meals", "photo", "how"}},
		"one of several":                   {"guest", map[seminar.ID]string{"meals": "Lunch; Dinner"}, []seminar.ID{"hotel", "meals", "dish", "photo", "how"}},
		"not of this category":             {"press", map[seminar.ID]string{"meals": "Lunch; Dinner"}, []seminar.ID{"hotel", "meals", "photo", "how"}},
		"agreed":                           {"guest", map[seminar.ID]string{"photo": "yes 2025-07-18T05:00:00Z 01"}, []seminar.ID{"hotel", "meals", "photo"}},
	} {
		if got := ids(seminar.Asked(all, c.category, c.answers)); !slices.Equal(got, c.want) {
			t.Errorf("%s: asked %v, want %v", name, got, c.want)
		}
	}
}

func TestQuestionsInACircleAreToldAndAsked(t *testing.T) {
	a := seminar.Question{ID: "a", When: []seminar.Condition{{Question: "b"}}}
	b := seminar.Question{ID: "b"}
	if seminar.Circle([]seminar.Question{b}, a) {
		t.Error("one that waits for another is no circle")
	}
	b.When = []seminar.Condition{{Question: "a"}}
	if !seminar.Circle([]seminar.Question{a, b}, a) || !seminar.Circle([]seminar.Question{a}, b) {
		t.Error("the circle was not seen")
	}
	if got := ids(seminar.Asked([]seminar.Question{a, b}, "", map[seminar.ID]string{"a": "x", "b": "y"})); len(got) != 2 {
		t.Errorf("asked %v", got)
	}
}

func TestAQuestionSpeaksTheLanguageOrWhatItHas(t *testing.T) {
	q := seminar.Question{Text: "Meals", Texts: map[string]string{"az": "Yemək", "ar": "وجبات"}, Options: []string{"Lunch"}, Type: seminar.TypeSeveral,
		OptionTexts: map[string]map[string]string{"Lunch": {"az": "Nahar"}}}
	if q.Said("az-AZ") != "Yemək" || q.Said("fr") != "Meals" || q.Plain("Lunch; Gone", "az") != "Nahar; Gone" {
		t.Errorf("%q %q %q", q.Said("az-AZ"), q.Said("fr"), q.Plain("Lunch; Gone", "az"))
	}
	q.Text = ""
	if got := q.Said("fr"); got != "Yemək" && got != "وجبات" {
		t.Errorf("without its own text: %q", got)
	}
}

func TestAConsentSaysWhenAndToWhat(t *testing.T) {
	at := time.Date(2025, 7, 18, 9, 12, 0, 0, time.FixedZone("+04", 4*3600))
	c := seminar.Agreed{State: seminar.ConsentGiven, At: at.UTC().Format(time.RFC3339), Version: seminar.WordingID("Photos may be published."),
		By: "Günel & Əli = two", Desk: "A", Where: seminar.ConsentOnForm}
	if back := seminar.ParseConsent(c.Answer()); back != c {
		t.Errorf("%q came back as %+v", c.Answer(), back)
	}
	gone := seminar.Agreed{State: seminar.ConsentRefused, At: "2025-08-01T10:00:00Z"}.After(c)
	if back := seminar.ParseConsent(gone.Answer()); back != gone || gone.State != seminar.ConsentWithdrawn || gone.Before != c.At || gone.Version != c.Version {
		t.Errorf("%q came back as %+v", gone.Answer(), back)
	}
	for text, given := range map[string]bool{"": false, "no": false, "yes": true, "yesterday": false, "withdrawn": false} {
		if seminar.ParseConsent(text).Holds() != given {
			t.Errorf("%q", text)
		}
	}
	q := seminar.Question{Type: seminar.TypeConsent}
	if q.Answered(gone.Answer()) || !q.Answered(c.Answer()) || q.Brief(gone.Answer()) != "no" {
		t.Error("a consent that was withdrawn counts")
	}
}

// A question as it was stored before it had languages, conditions and places.
func TestAnOldQuestionIsAskedAsItWas(t *testing.T) {
	var q seminar.Question
	err := json.Unmarshal([]byte(`{"id":"q","seminar":"s","position":1,"text":"Language?","type":"choice","options":["Arabic","French"],"required":true,"at_desk":true,"removed":false}`), &q)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []seminar.Place{seminar.InForm, seminar.AtDesk, seminar.AtSelf, seminar.OnPaper} {
		if !q.Shown(p) {
			t.Errorf("not shown: %s", p)
		}
	}
	if len(seminar.Asked([]seminar.Question{q}, "", nil)) != 1 || q.Said("az") != "Language?" || q.Option("Arabic", "az") != "Arabic" {
		t.Errorf("%+v", q)
	}
}
