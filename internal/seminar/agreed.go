package seminar

import (
	"encoding/json"
	"strings"
	"time"
)

// Agreed is what a person said to their data being kept and used: whether they consent, to which words, when and where.
type Agreed struct {
	State    ConsentState `json:"state,omitempty"`
	At       string       `json:"at,omitempty"`       // RFC 3339
	Wording  string       `json:"wording,omitempty"`  // the text as it was shown
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
	ConsentOnForm   ConsentPlace = "form" // a signed sheet or a registration form
	ConsentImported ConsentPlace = "import"
)

// ConsentPlaces are all of them, in the order in which they are offered.
func ConsentPlaces() []ConsentPlace {
	return []ConsentPlace{ConsentAtDesk, ConsentOnForm, ConsentImported}
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
