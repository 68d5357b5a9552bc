package seminar

import (
	"crypto/sha256"
	"encoding/hex"
	"net/url"
	"strings"
	"time"
)

// What people agree to is one record, Agreed, whether it was asked for their data altogether or by one of the seminar's
// questions. Of a question it is kept as its answer, in words: "yes 2025-07-18T09:12:00Z 1f0c… where=desk desk=A by=G%C3%BCnel".

// consentWords begin the answer to a question that asks for agreement.
var consentWords = map[ConsentState]string{ConsentGiven: "yes", ConsentRefused: "refused", ConsentWithdrawn: "withdrawn"}

// ParseConsent reads an answer as it is kept, or a yes alone. Of any other text the state is "". The wording is named, not
// written out: see Question.Agreed.
func ParseConsent(answer string) Agreed {
	words := strings.Fields(answer)
	var a Agreed
	for state, word := range consentWords {
		if len(words) > 0 && words[0] == word {
			a.State = state
		}
	}
	if a.State == "" {
		return a
	}
	for _, w := range words[1:] {
		name, value, named := strings.Cut(w, "=")
		value, err := url.QueryUnescape(value)
		at, none := time.Parse(time.RFC3339, w)
		switch {
		case none == nil:
			a.At = at.UTC().Format(time.RFC3339)
		case !named:
			a.Version = w
		case err != nil:
		case name == "before":
			a.Before = value
		case name == "where":
			a.Where = ConsentPlace(value)
		case name == "desk":
			a.Desk = value
		case name == "by":
			a.By = value
		}
	}
	return a
}

// Answer is the record as the answer to a question, "" where nothing was said.
func (a Agreed) Answer() string {
	if consentWords[a.State] == "" {
		return ""
	}
	words := []string{consentWords[a.State]}
	for _, w := range []string{a.At, a.Version} {
		if w != "" {
			words = append(words, w)
		}
	}
	for _, part := range [][2]string{{"before", a.Before}, {"where", string(a.Where)}, {"desk", a.Desk}, {"by", a.By}} {
		if part[1] != "" {
			words = append(words, part[0]+"="+url.QueryEscape(part[1]))
		}
	}
	return strings.Join(words, " ")
}

// Agreed is what an answer to a consent records, with its wording written out where the question still knows it.
func (q Question) Agreed(answer string) Agreed {
	a := ParseConsent(answer)
	a.Wording = q.Wordings[a.Version]
	return a
}

// Answered says whether an answer is one: of a consent, that it is agreed to.
func (q Question) Answered(answer string) bool {
	if q.Type == TypeConsent {
		return ParseConsent(answer).Holds()
	}
	return answer != ""
}

// Brief is an answer without what a consent keeps beside the yes, for badges and comparisons.
func (q Question) Brief(answer string) string {
	switch {
	case q.Type != TypeConsent || answer == "":
		return answer
	case ParseConsent(answer).Holds():
		return "yes"
	case ParseConsent(answer).State != "":
		return "no"
	}
	return answer
}

// Record is an answer for a document that must stand for itself: of a consent when it was given and to what words.
func (q Question) Record(answer string) string {
	a := q.Agreed(answer)
	if q.Type != TypeConsent || a.State == "" {
		return answer
	}
	said := consentWords[a.State]
	if a.At != "" {
		said += ", " + a.At
	}
	if a.Wording != "" {
		said += ": “" + a.Wording + "”"
	}
	return said
}

// Consent is one of the things that somebody was asked to agree to, and what they said.
type Consent struct {
	Question *Question // nil is that their data are kept and used
	Agreed
}

// AgreedData stands, where consents are chosen, for that the data are kept and used, which no question asks.
const AgreedData ID = "data"

// Consents are all that somebody is asked to agree to in a seminar, that their data are kept and used first.
func Consents(a Attendee, r Registration, questions []Question) []Consent {
	all := []Consent{{Agreed: a.Consent}}
	for _, q := range questions {
		if q.Type == TypeConsent {
			all = append(all, Consent{Question: &q, Agreed: q.Agreed(r.Answers[q.ID])})
		}
	}
	return all
}

// Wording is what a consent asks to agree to in a language.
func (q Question) Wording(language string) string {
	if help := q.Helped(language); help != "" {
		return help
	}
	return q.Said(language)
}

// WordingID names a wording for ever: the beginning of the SHA-256 of its letters.
func WordingID(wording string) string {
	sum := sha256.Sum256([]byte(wording))
	return hex.EncodeToString(sum[:8])
}

// CurrentWordings are what a consent asks to agree to now, in all its languages, by WordingID.
func (q Question) CurrentWordings() map[string]string {
	all := map[string]string{}
	tags := []string{""}
	for tag := range q.Texts {
		tags = append(tags, tag)
	}
	for tag := range q.Helps {
		tags = append(tags, tag)
	}
	for _, tag := range tags {
		w := q.Wording(tag)
		all[WordingID(w)] = w
	}
	return all
}
