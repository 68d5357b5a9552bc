package desk

import (
	"context"
	"maps"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"lanyard/internal/seminar"
)

// Codes of what can be wrong with a question.
const (
	CodeQuestionType    = "question_type"
	CodeQuestionOptions = "question_options"
	CodeQuestionOption  = "question_option" // Args value
	CodeQuestionRange   = "question_range"
	CodeQuestionCircle  = "question_circle"
	CodeQuestionValues  = "question_values"
)

// Questions gives the seminar's own questions.
func (d *Desk) Questions(ctx context.Context, of seminar.ID) ([]seminar.Question, error) {
	return all[seminar.Question](ctx, d, seminar.EntityQuestion, of)
}

// FindQuestion finds a question by its id or its text in any of its languages.
func (d *Desk) FindQuestion(ctx context.Context, of seminar.ID, name string) (seminar.Question, error) {
	questions, err := d.Questions(ctx, of)
	if err != nil {
		return seminar.Question{}, err
	}
	for _, q := range questions {
		if string(q.ID) == name || slices.ContainsFunc(q.Names(), func(text string) bool { return same(text, name) }) {
			return q, nil
		}
	}
	return seminar.Question{}, seminar.NotFound("question", name)
}

// SaveQuestion adds a question (with no id) or changes one. A consent remembers what it asks to agree to. Errors:
// seminar.Problems with the fields text, type, options, min, max and when.
func (d *Desk) SaveQuestion(ctx context.Context, v seminar.Question) (seminar.Question, Action, error) {
	v.ID = orNew(v.ID)
	if v.Type == "" {
		v.Type = seminar.TypeText
	}
	others, err := d.Questions(ctx, v.SeminarID)
	if err != nil {
		return v, "", err
	}
	if v.Type == seminar.TypeConsent {
		wordings := v.CurrentWordings()
		maps.Copy(wordings, v.Wordings)
		v.Wordings = wordings
	}
	action, err := save(ctx, d, seminar.EntityQuestion, v.ID, v, validateQuestion(v, others))
	return v, action, err
}

func validateQuestion(v seminar.Question, others []seminar.Question) seminar.Problems {
	p := named(v.Said(""), "text")
	add := func(field, code, sentence, value string) {
		p = append(p, seminar.Errorf(code, sentence).WithArg("value", value).WithField(field))
	}
	if !slices.Contains(seminar.QuestionTypes(), v.Type) {
		add("type", CodeQuestionType, "“{value}” is no type of answer.", v.Type)
	}
	if v.Offers() && len(v.Options) == 0 {
		add("options", CodeQuestionOptions, "Write the answers to choose from.", "")
	}
	for _, o := range v.Options {
		if v.Type == seminar.TypeSeveral && strings.Contains(o, strings.TrimSpace(seminar.OptionBreak)) {
			add("options", CodeQuestionOption, "“{value}” has a semicolon, which stands between several answers. Write it without.", o)
		}
	}
	if v.Min != nil && v.Max != nil && *v.Min > *v.Max {
		add("max", CodeQuestionRange, "The largest number is smaller than the smallest.", "")
	}
	for _, c := range v.When {
		if c.Question == "" && len(c.Values) == 0 {
			add("when", CodeQuestionValues, "Choose the categories that the question is for.", "")
		}
	}
	if seminar.Circle(others, v) {
		add("when", CodeQuestionCircle, "This question would wait for its own answer.", "")
	}
	return p
}

// MatchQuestions says which columns of a list answer which of a seminar's questions: those whose header is the question's text
// in any of its languages, or its id. Case, spaces and punctuation at the end do not matter; a header that could be two
// questions is none.
func MatchQuestions(headers []string, questions []seminar.Question) map[string]seminar.ID {
	found := map[string]seminar.ID{}
	for _, h := range headers {
		key := headerKey(h)
		if key == "" {
			continue
		}
		var of []seminar.ID
		for _, q := range questions {
			if string(q.ID) == strings.TrimSpace(h) || slices.ContainsFunc(q.Names(), func(text string) bool { return headerKey(text) == key }) {
				of = append(of, q.ID)
			}
		}
		if len(of) == 1 {
			found[h] = of[0]
		}
	}
	return found
}

// headerKey is a text as headers and questions are compared.
func headerKey(text string) string {
	text = strings.Join(strings.Fields(norm.NFC.String(text)), " ")
	return strings.ToLower(strings.TrimRight(text, " ?؟:*."))
}
