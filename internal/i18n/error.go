package i18n

import (
	"errors"
	"strings"
	"time"

	"lanyard/internal/seminar"
)

// Err is an error as a sentence for the screen. A *seminar.Error gives the translation of its code, most exact first
// ("error.<code>.<field>", then "error.<code>"), or its own English sentence where there is none; seminar.Problems
// give theirs, one after the other; any other error gives a calm general sentence, as its text is for the log. English
// keeps the sentence that the error came with, which is never less exact. nil gives "".
func (l *Lang) Err(err error) string {
	if err == nil {
		return ""
	}
	var problems seminar.Problems
	if errors.As(err, &problems) && len(problems) > 0 {
		sentences := make([]string, len(problems))
		for i, p := range problems {
			sentences[i] = l.sentence(p)
		}
		return strings.Join(sentences, " ")
	}
	var e *seminar.Error
	if errors.As(err, &e) {
		return l.sentence(e)
	}
	return l.T("error.internal")
}

func (l *Lang) sentence(e *seminar.Error) string {
	if l.locale.String() != fallback {
		for _, key := range []string{"error." + e.Code + "." + e.Field, "error." + e.Code} {
			if m, ok := l.messages[key]; ok && covered(m.text, e.Args) {
				return l.fill(m.text, l.errorArgs(e))
			}
		}
	}
	if e.Message == "" {
		return l.T("error."+e.Code, l.errorArgs(e)...)
	}
	message := e.Message
	if date := e.Args["date"]; date != "" {
		message = strings.ReplaceAll(message, date, l.day(date))
	}
	if l.disguise != nil {
		return l.disguise(message)
	}
	return message
}

// day is a date of an error (2025-07-18) as the language writes it; what is no date stays as it is.
func (l *Lang) day(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return l.LongDate(t)
}

// covered says whether an error brings a value for every placeholder of a text.
func covered(text string, args map[string]string) bool {
	for _, name := range placeholders(text) {
		if _, ok := args[name]; !ok {
			return false
		}
	}
	return text != ""
}

// errorArgs are an error's values; the kind of thing it speaks of ("attendee") is a word to translate.
func (l *Lang) errorArgs(e *seminar.Error) []any {
	args := make([]any, 0, 2*len(e.Args))
	for name, value := range e.Args {
		switch key := "error.what." + value; {
		case name == "what" && l.Has(key):
			value = l.T(key)
		case name == "role":
			value = l.T("common.role." + value)
		case name == "date":
			value = l.day(value)
		}
		args = append(args, name, value)
	}
	return args
}
