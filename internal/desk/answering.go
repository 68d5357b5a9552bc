package desk

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"lanyard/internal/seminar"
	"lanyard/internal/transfer"
)

// Codes of what can be wrong with an answer to one of the seminar's own questions.
const (
	CodeAnswerRequired = "answer_required"
	CodeAnswerConsent  = "answer_consent"
	CodeAnswerNumber   = "answer_number"
	CodeAnswerRange    = "answer_range" // Args min, max
	CodeAnswerMin      = "answer_min"   // Args min
	CodeAnswerMax      = "answer_max"   // Args max
	CodeAnswerYesNo    = "answer_yesno"
	CodeAnswerOption   = "answer_option"
	CodeAnswerCountry  = "answer_country"
)

// ReadAnswer makes a text the answer to a question as it is kept, "" for none. It is the one reader of answers: of the forms,
// the desk, the self check-in, lanyardctl and lists. country is that of the person, by which phone numbers are completed; at is
// when a consent that says no time was given. Errors carry the question's id as their field.
func ReadAnswer(q seminar.Question, text, country string, at time.Time) (string, *seminar.Error) {
	text = strings.TrimSpace(norm.NFC.String(text))
	if text == "" {
		return "", nil
	}
	bad := func(code, sentence string) *seminar.Error {
		return asking(q, code, sentence).WithArg("value", text)
	}
	if len([]rune(text)) > longestText {
		return "", bad("text_too_long", "This text is longer than 2,000 letters.")
	}
	switch q.Type {
	case seminar.TypeLong:
		return text, nil
	case seminar.TypeNumber:
		return readNumber(q, text, bad)
	case seminar.TypeYesNo:
		if yes, ok := transfer.YesNo(text); ok {
			return map[bool]string{true: "yes", false: "no"}[yes], nil
		}
		return "", bad(CodeAnswerYesNo, "“{value}” is neither yes nor no.")
	case seminar.TypeChoice, seminar.TypeSeveral:
		return readOptions(q, text, bad)
	case seminar.TypeDate:
		if day := transfer.Day(text); day != "" {
			return day, nil
		}
		return "", bad("date", "“{value}” is not a date. Write it as 2025-07-18.")
	case seminar.TypeCountry:
		if code := transfer.Country(text); code != "" {
			return code, nil
		}
		return "", bad(CodeAnswerCountry, "“{value}” is not a country. Write its name, or two letters such as AZ.")
	case seminar.TypePhone:
		if number, ok := transfer.Phone(text, country); ok {
			return number, nil
		}
		return "", bad("phone", "“{value}” is not a phone number. Write it as +994 50 555 01 01.")
	case seminar.TypeEmail:
		if transfer.Email(text) {
			return text, nil
		}
		return "", bad("email", "“{value}” is not an e-mail address.")
	case seminar.TypeConsent:
		return readConsent(q, text, at, bad)
	}
	return strings.Join(strings.Fields(text), " "), nil
}

// readNumber takes a number with any digits, spaces between thousands, and a comma or a point before its fraction.
func readNumber(q seminar.Question, text string, bad func(code, sentence string) *seminar.Error) (string, *seminar.Error) {
	plain := strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return '0' + r - '٠'
		case r >= '۰' && r <= '۹':
			return '0' + r - '۰'
		case r == '−':
			return '-'
		case r == ',' || r == '٫':
			return '.'
		case unicode.IsSpace(r) || r == '\'' || r == '’':
			return -1
		}
		return r
	}, text)
	n, err := strconv.ParseFloat(plain, 64)
	if err != nil || math.IsNaN(n) || math.IsInf(n, 0) || strings.ContainsAny(plain, "xXpP_") {
		return "", bad(CodeAnswerNumber, "“{value}” is not a number.")
	}
	if q.Min != nil && n < *q.Min || q.Max != nil && n > *q.Max {
		switch {
		case q.Max == nil:
			return "", bad(CodeAnswerMin, "Write a number from {min} on.").WithArg("min", decimal(*q.Min))
		case q.Min == nil:
			return "", bad(CodeAnswerMax, "Write a number up to {max}.").WithArg("max", decimal(*q.Max))
		}
		return "", bad(CodeAnswerRange, "Write a number from {min} to {max}.").WithArg("min", decimal(*q.Min)).WithArg("max", decimal(*q.Max))
	}
	return decimal(n), nil
}

func decimal(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// readOptions finds the options that a text names, in any of the question's languages.
func readOptions(q seminar.Question, text string, bad func(code, sentence string) *seminar.Error) (string, *seminar.Error) {
	parts := []string{text}
	if q.Type == seminar.TypeSeveral && option(q, text) == "" {
		parts = strings.FieldsFunc(text, func(r rune) bool { return r == ';' || r == '\n' })
		if len(parts) == 1 {
			parts = strings.Split(text, ",")
		}
	}
	var chosen []string
	for _, part := range parts {
		if strings.TrimSpace(part) == "" {
			continue
		}
		o := option(q, part)
		if o == "" {
			text = strings.TrimSpace(part)
			return "", asking(q, CodeAnswerOption, "“{value}” is not among the answers to choose from: {options}.").
				WithArg("value", text).WithArg("options", strings.Join(q.Options, ", "))
		}
		chosen = append(chosen, o)
	}
	var ordered []string
	for _, o := range q.Options {
		if slices.Contains(chosen, o) {
			ordered = append(ordered, o)
		}
	}
	return strings.Join(ordered, seminar.OptionBreak), nil
}

// option is the option that a text names, "" for none: as it stands before any other spelling.
func option(q seminar.Question, text string) string {
	text = strings.TrimSpace(text)
	if slices.Contains(q.Options, text) {
		return text
	}
	for _, o := range q.Options {
		if slices.ContainsFunc(q.OptionNames(o), func(name string) bool { return same(name, text) }) {
			return o
		}
	}
	return ""
}

// readConsent takes a yes, with when and to what it was given where the text says so, what else is recorded of one, and a no,
// which is no answer.
func readConsent(q seminar.Question, text string, at time.Time, bad func(code, sentence string) *seminar.Error) (string, *seminar.Error) {
	a := seminar.ParseConsent(text)
	if a.State == "" {
		yes, ok := transfer.YesNo(text)
		switch {
		case !ok:
			return "", bad(CodeAnswerYesNo, "“{value}” is neither yes nor no.")
		case !yes:
			return "", nil
		}
		a.State = seminar.ConsentGiven
	}
	if a.At == "" && !at.IsZero() {
		a.At = at.UTC().Format(time.RFC3339)
	}
	if a.Version == "" {
		a.Version = seminar.WordingID(q.Wording(""))
	}
	return a.Answer(), nil
}

// ReadAnswers reads what somebody answered as ReadAnswer does, and gives it as it is kept. An answer that is as before is left
// as it is, and so is one to a question that is not there any more: what was kept once is not refused because the question
// was changed since.
func ReadAnswers(questions []seminar.Question, given, before map[seminar.ID]string, country string, at time.Time) (map[seminar.ID]string, seminar.Problems) {
	var problems seminar.Problems
	var read map[seminar.ID]string
	put := func(id seminar.ID, text string) {
		if text == "" {
			return
		}
		if read == nil {
			read = map[seminar.ID]string{}
		}
		read[id] = text
	}
	known := map[seminar.ID]bool{}
	for _, q := range questions {
		known[q.ID] = true
		text := given[q.ID]
		if text != before[q.ID] {
			var problem *seminar.Error
			if text, problem = ReadAnswer(q, text, country, at); problem != nil {
				problems = append(problems, problem)
				continue
			}
		}
		put(q.ID, text)
	}
	for id, text := range given {
		if !known[id] {
			put(id, text)
		}
	}
	return read, problems
}

// Missing is the problem of a question that must be answered and is not.
func Missing(q seminar.Question) *seminar.Error {
	if q.Type == seminar.TypeConsent {
		return asking(q, CodeAnswerConsent, "This must be agreed to.")
	}
	return asking(q, CodeAnswerRequired, "This question must be answered.")
}

// asking is a problem of the answer to a question: its field is the question's id, its argument question the question as it stands.
func asking(q seminar.Question, code, sentence string) *seminar.Error {
	return seminar.Errorf(code, sentence).WithField(string(q.ID)).WithArg("question", q.Said(""))
}

// ParseNumber reads a bound of a number as answers are read; nil is none. Errors: CodeAnswerNumber.
func ParseNumber(text string) (*float64, error) {
	read, problem := ReadAnswer(seminar.Question{Type: seminar.TypeNumber}, text, "", time.Time{})
	if problem != nil {
		return nil, problem
	}
	if read == "" {
		return nil, nil
	}
	n, err := strconv.ParseFloat(read, 64)
	return &n, err
}

// WriteNumber writes a bound as ParseNumber reads it.
func WriteNumber(n *float64) string {
	if n == nil {
		return ""
	}
	return decimal(*n)
}
