package seminar

import (
	"slices"
	"strconv"
	"strings"
)

// Question is one of the seminar's own questions to its attendees.
type Question struct {
	ID        ID       `json:"id"`
	SeminarID ID       `json:"seminar"`
	Position  int      `json:"position"`
	Text      string   `json:"text"` // in the language that it has when it has none other
	Type      string   `json:"type"` // one of QuestionTypes
	Options   []string `json:"options"`
	Required  bool     `json:"required"`
	AtDesk    bool     `json:"at_desk"` // asked at check-in when it has no answer yet
	Removed   bool     `json:"removed"`

	Help        string                       `json:"help"`         // a sentence below it; of a consent, what is agreed to
	Texts       map[string]string            `json:"texts"`        // Text in other languages, BCP 47
	Helps       map[string]string            `json:"helps"`        // Help in other languages
	OptionTexts map[string]map[string]string `json:"option_texts"` // an option in other languages: what is kept is the option
	Min         *float64                     `json:"min"`          // of a number; nil is no bound
	Max         *float64                     `json:"max"`
	Unit        string                       `json:"unit"`   // of a number
	When        []Condition                  `json:"when"`   // it is asked only while all of these hold
	Hidden      []Place                      `json:"hidden"` // where it is not shown; of the desk AtDesk says it
	// Wordings are all that a consent ever asked to agree to, by WordingID: an answer names the one that was read.
	Wordings map[string]string `json:"wordings"`
}

// What the answer to a question can be.
const (
	TypeText    = "text"
	TypeLong    = "longtext"
	TypeNumber  = "number"
	TypeYesNo   = "yesno"
	TypeChoice  = "choice"  // one of Options
	TypeSeveral = "several" // some of Options, kept with OptionBreak between them
	TypeDate    = "date"    // 2006-01-02
	TypeCountry = "country" // ISO 3166-1 alpha-2
	TypePhone   = "phone"   // E.164 where it can be read so
	TypeEmail   = "email"
	TypeConsent = "consent" // see Consent
)

// QuestionTypes are what an answer can be, in the order a list offers them.
func QuestionTypes() []string {
	return []string{TypeText, TypeLong, TypeNumber, TypeYesNo, TypeChoice, TypeSeveral, TypeDate, TypeCountry, TypePhone, TypeEmail, TypeConsent}
}

// OptionBreak stands between the options of one answer, and in none of them.
const OptionBreak = "; "

// Place is where a question is put to somebody.
type Place string

// The places. At the desk is when a check-in waits for the answer, at the self check-in the same without anybody who helps.
const (
	InForm  Place = "form"
	AtDesk  Place = "desk"
	AtSelf  Place = "self"
	OnPaper Place = "paper"
)

// Shown says whether a question is put to people at a place, if its conditions hold.
func (q Question) Shown(p Place) bool {
	switch p {
	case AtDesk:
		return q.AtDesk
	case AtSelf:
		return q.AtDesk && !slices.Contains(q.Hidden, p)
	}
	return !slices.Contains(q.Hidden, p)
}

// Offers says whether the answer is chosen among Options.
func (q Question) Offers() bool { return q.Type == TypeChoice || q.Type == TypeSeveral }

// Said is the question in a language, or as it stands.
func (q Question) Said(language string) string { return inLanguage(q.Texts, language, q.Text) }

// Helped is the sentence below it in a language, or as it stands.
func (q Question) Helped(language string) string { return inLanguage(q.Helps, language, q.Help) }

// Option is what an option is called in a language, or as it stands.
func (q Question) Option(option, language string) string {
	return inLanguage(q.OptionTexts[option], language, option)
}

// Names are the question in all its languages, as it stands first.
func (q Question) Names() []string { return spellings(q.Text, q.Texts) }

// OptionNames are an option in all its languages, as it stands first.
func (q Question) OptionNames(option string) []string {
	return spellings(option, q.OptionTexts[option])
}

func spellings(text string, texts map[string]string) []string {
	all := []string{text}
	for _, t := range texts {
		if t != "" && !slices.Contains(all, t) {
			all = append(all, t)
		}
	}
	slices.Sort(all[1:])
	return all
}

// inLanguage is a text by a tag, by the tag's language without its region or script, or as it stands; where nothing stands,
// in English or in any language.
func inLanguage(texts map[string]string, tag, text string) string {
	base, _, _ := strings.Cut(tag, "-")
	for _, t := range []string{texts[tag], texts[base], text, texts["en"]} {
		if t != "" {
			return t
		}
	}
	if all := spellings("", texts); len(all) > 1 {
		return all[1]
	}
	return ""
}

// Chosen are the options of an answer to a question of several, and of a choice the one.
func (q Question) Chosen(answer string) []string {
	if q.Type != TypeSeveral {
		if answer == "" {
			return nil
		}
		return []string{answer}
	}
	var all []string
	for _, part := range strings.Split(answer, strings.TrimSpace(OptionBreak)) {
		if part = strings.TrimSpace(part); part != "" {
			all = append(all, part)
		}
	}
	return all
}

// Plain is an answer as a list writes it in a language: options as that calls them. Words of the interface, such as those
// of yes and of a country's name, are left to whoever has them.
func (q Question) Plain(answer, language string) string {
	if !q.Offers() {
		return answer
	}
	said := q.Chosen(answer)
	for i, option := range said {
		said[i] = q.Option(option, language)
	}
	return strings.Join(said, OptionBreak)
}

// Span are the bounds of a number with its unit: "1–5 nights".
func (q Question) Span() string {
	if q.Type != TypeNumber {
		return ""
	}
	number := func(n *float64) string { return strconv.FormatFloat(*n, 'f', -1, 64) }
	bounds := ""
	switch {
	case q.Min != nil && q.Max != nil:
		bounds = number(q.Min) + "–" + number(q.Max)
	case q.Min != nil:
		bounds = number(q.Min) + "–…"
	case q.Max != nil:
		bounds = "…–" + number(q.Max)
	}
	return strings.TrimSpace(bounds + " " + q.Unit)
}
