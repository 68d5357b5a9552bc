package seminar

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"
)

// Consent is the answer to a question that asks for agreement: when it was given, and to which wording.
type Consent struct {
	Given   bool
	At      time.Time // zero where it was never recorded
	Wording string    // a WordingID; "" where it was never recorded
}

// ParseConsent reads an answer: "yes 2025-07-18T09:12:00Z 1f0c…", as it is kept, or a yes alone.
func ParseConsent(answer string) Consent {
	words := strings.Fields(answer)
	if len(words) == 0 || words[0] != "yes" {
		return Consent{}
	}
	c := Consent{Given: true}
	for _, w := range words[1:] {
		if at, err := time.Parse(time.RFC3339, w); err == nil {
			c.At = at
		} else {
			c.Wording = w
		}
	}
	return c
}

// String is the answer as it is kept, "" for no agreement.
func (c Consent) String() string {
	if !c.Given {
		return ""
	}
	words := []string{"yes"}
	if !c.At.IsZero() {
		words = append(words, c.At.UTC().Format(time.RFC3339))
	}
	if c.Wording != "" {
		words = append(words, c.Wording)
	}
	return strings.Join(words, " ")
}

// Brief is an answer without what a consent keeps beside the yes, for badges and comparisons.
func (q Question) Brief(answer string) string {
	if q.Type == TypeConsent && ParseConsent(answer).Given {
		return "yes"
	}
	return answer
}

// Record is an answer for a document that must stand for itself: of a consent when it was given and to what words.
func (q Question) Record(answer string) string {
	c := ParseConsent(answer)
	if q.Type != TypeConsent || !c.Given {
		return answer
	}
	said := "yes"
	if !c.At.IsZero() {
		said += ", " + c.At.UTC().Format(time.RFC3339)
	}
	if words := q.Wordings[c.Wording]; words != "" {
		said += ": “" + words + "”"
	}
	return said
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
