package seminar

import (
	"encoding/json"
	"strings"
	"time"
)

// Agreed is what a person said to something that they were asked to agree to, such as their data being kept and used: whether
// they consent, to which words, when, where and how.
type Agreed struct {
	State    ConsentState `json:"state,omitempty"`
	At       string       `json:"at,omitempty"`       // RFC 3339
	Before   string       `json:"before,omitempty"`   // RFC 3339: of one that was withdrawn, when it had been given
	Wording  string       `json:"wording,omitempty"`  // the text as it was shown
	Version  string       `json:"version,omitempty"`  // its WordingID; "" of records of versions before
	Language string       `json:"language,omitempty"` // of the wording, BCP 47
	By       string       `json:"by,omitempty"`       // the operator who recorded it
	Desk     string       `json:"desk,omitempty"`     // and the letter of the desk
	Where    ConsentPlace `json:"where,omitempty"`
}

// ConsentState is what somebody said; "" is that nobody has asked.
type ConsentState string

// The states of a consent. One that was withdrawn was given before.
const (
	ConsentGiven     ConsentState = "given"
	ConsentRefused   ConsentState = "refused"
	ConsentWithdrawn ConsentState = "withdrawn"
)

// ConsentStates are all of them, in the order in which they are offered.
func ConsentStates() []ConsentState {
	return []ConsentState{ConsentGiven, ConsentRefused, ConsentWithdrawn}
}

// ConsentPlace is how a consent came to be recorded.
type ConsentPlace string

// The places of a consent.
const (
	ConsentAtDesk   ConsentPlace = "desk"
	ConsentOnPaper  ConsentPlace = "paper" // a signed sheet
	ConsentOnForm   ConsentPlace = "form"  // a registration form that the person filled in
	ConsentImported ConsentPlace = "import"
)

// Holds says whether it was given and stands.
func (a Agreed) Holds() bool { return a.State == ConsentGiven }

// Moment is when it was said, zero where that was never recorded.
func (a Agreed) Moment() time.Time {
	at, _ := time.Parse(time.RFC3339, a.At)
	return at
}

// After is what is recorded of it once somebody says something else, or says it anew: one that was given and is no more was
// withdrawn, and the words of before stand where none are written down.
func (a Agreed) After(before Agreed) Agreed {
	if !a.Holds() && (before.Holds() || before.State == ConsentWithdrawn) {
		a.State = ConsentWithdrawn
		if a.Before = before.Before; before.Holds() {
			a.Before = before.At
		}
	}
	if a.Wording == "" && a.Version == "" {
		a.Wording, a.Version, a.Language = before.Wording, before.Version, before.Language
	}
	if a.Wording != "" {
		a.Version = WordingID(a.Wording)
	}
	return a
}

// ConsentPlaces are all of them, in the order in which they are offered.
func ConsentPlaces() []ConsentPlace {
	return []ConsentPlace{ConsentAtDesk, ConsentOnPaper, ConsentOnForm, ConsentImported}
}

// UnmarshalJSON reads also what versions before kept, which was a text alone. A text that says neither yes nor no is no
// consent: it stays as the wording.
func (a *Agreed) UnmarshalJSON(data []byte) error {
	var text string
	if json.Unmarshal(data, &text) == nil {
		*a = AgreedBy(text)
		return nil
	}
	type plain Agreed
	return json.Unmarshal(data, (*plain)(a))
}

// AgreedBy reads a consent that somebody wrote as a text: the state's word, or yes or no.
func AgreedBy(text string) Agreed {
	switch word := strings.ToLower(strings.TrimSpace(text)); word {
	case string(ConsentGiven), "yes", "true", "1":
		return Agreed{State: ConsentGiven}
	case string(ConsentRefused), "no", "false", "0":
		return Agreed{State: ConsentRefused}
	case string(ConsentWithdrawn):
		return Agreed{State: ConsentWithdrawn}
	}
	return Agreed{Wording: strings.TrimSpace(text)}
}

// EraseDue says whether the day after which the seminar's people are to be anonymised is over.
func (s Seminar) EraseDue(now time.Time) bool {
	return s.EraseAfter != "" && now.In(s.Location()).Format(time.DateOnly) > s.EraseAfter
}
