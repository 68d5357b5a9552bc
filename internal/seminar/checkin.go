package seminar

import (
	"cmp"
	"encoding/json"
	"time"
)

// Frequency says how often a list admits the same person.
type Frequency string

// The frequencies of a list.
const (
	Once     Frequency = "once"
	Daily    Frequency = "daily"
	Multiple Frequency = "multiple"
)

// List is a check-in list: a place or session at which arrivals are recorded.
type List struct {
	ID           ID              `json:"id"`
	SeminarID    ID              `json:"seminar"`
	SessionID    ID              `json:"session"` // "" is the whole seminar
	Position     int             `json:"position"`
	Name         string          `json:"name"`
	Frequency    Frequency       `json:"frequency"`
	ReEntry      bool            `json:"re_entry"`   // allow_entry_after_exit
	From         string          `json:"from"`       // RFC 3339, local date and time, or HH:MM (every day)
	To           string          `json:"to"`         // as From; both inclusive
	Tolerance    int             `json:"tolerance"`  // minutes that widen both ends
	Categories   []ID            `json:"categories"` // admitted; none is all
	TakesPending bool            `json:"takes_pending"`
	ExitAllAt    string          `json:"exit_all_at"` // HH:MM local: everybody still inside leaves, as assumed
	Capacity     int             `json:"capacity"`    // people inside; 0 is no limit
	Rule         json.RawMessage `json:"rule"`        // all/any table over the variables of a rule, or null
	Removed      bool            `json:"removed"`
}

// CheckinType is which way somebody went.
type CheckinType string

// The types of a check-in.
const (
	Entry CheckinType = "entry"
	Exit  CheckinType = "exit"
)

// Outcome is the status of an answer to a scan.
type Outcome string

// The outcomes.
const (
	OK         Outcome = "ok"
	Incomplete Outcome = "incomplete" // a question must be answered first
	Refused    Outcome = "error"      // with a reason
)

// Reason is why a scan was refused.
type Reason string

// The reasons, in the order in which they are looked for.
const (
	ReasonInvalid         Reason = "invalid"
	ReasonAmbiguous       Reason = "ambiguous"
	ReasonRevoked         Reason = "revoked"
	ReasonCancelled       Reason = "canceled" // spelled as the systems around us spell it
	ReasonBlocked         Reason = "blocked"
	ReasonUnapproved      Reason = "unapproved"
	ReasonInvalidTime     Reason = "invalid_time"
	ReasonCategory        Reason = "category"
	ReasonRules           Reason = "rules"
	ReasonAlreadyRedeemed Reason = "already_redeemed"
	ReasonError           Reason = "error"
)

// ForceReason is why somebody was let in against the rules, where it is one of those that a desk chooses from; it is kept
// as a code, so that everybody reads it in their own language.
type ForceReason string

// The reasons, in the order in which a desk offers them.
const (
	ForcedBySupervisor ForceReason = "supervisor" // the supervisor said so
	ForcedByList       ForceReason = "list"       // the list is wrong
	ForcedTechnical    ForceReason = "technical"  // a technical problem
)

// ForceReasons are all of them.
func ForceReasons() []ForceReason {
	return []ForceReason{ForcedBySupervisor, ForcedByList, ForcedTechnical}
}

// Checkin is one recorded scan, entry or exit, accepted or refused.
type Checkin struct {
	ID          ID          `json:"id"`
	SeminarID   ID          `json:"seminar"`
	ListID      ID          `json:"list"`
	AttendeeID  ID          `json:"attendee"` // "" when the code was nobody's
	Type        CheckinType `json:"type"`
	Datetime    time.Time   `json:"datetime"` // when it happened
	Created     time.Time   `json:"created"`  // when this database learnt of it
	Successful  bool        `json:"successful"`
	Reason      Reason      `json:"reason"`
	Explanation string      `json:"explanation"` // in English; with the code and its arguments, which translate it
	Said        string      `json:"explanation_code"`
	SaidOf      Args        `json:"explanation_args"`
	Forced      bool        `json:"forced"`
	ForcedCode  ForceReason `json:"forced_code"` // "" where the reason was written
	ForcedWhy   string      `json:"forced_why"`  // as it was written
	Offline     bool        `json:"offline"`
	Assumed     bool        `json:"assumed"` // an exit that a rule supplied
	Desk        string      `json:"desk"`
	Operator    string      `json:"operator"`
	Nonce       string      `json:"nonce"`
	RawCode     string      `json:"raw_code"`

	// Undone and the order of the row come from the journal, not from the row's own body.
	Undone bool   `json:"-"`
	HLC    int64  `json:"-"`
	Op     string `json:"-"`
}

// Args are what fills the {placeholders} of a sentence.
type Args map[string]string

// Explain keeps the sentence that a scan was answered with, if there was one.
func (c *Checkin) Explain(e *Error) {
	if e != nil {
		c.Explanation, c.Said, c.SaidOf = e.Message, e.Code, e.Args
	}
}

// Explained is the sentence that a scan was answered with, to be translated; nil if there was none. A row of a version
// that kept the English sentence alone has no code.
func (c Checkin) Explained() *Error {
	if c.Explanation == "" {
		return nil
	}
	return &Error{Code: c.Said, Message: c.Explanation, Args: c.SaidOf}
}

// Compare orders check-ins: by datetime, ties by (hlc, desk, id).
func (c Checkin) Compare(d Checkin) int {
	return cmp.Or(c.Datetime.Compare(d.Datetime), cmp.Compare(c.HLC, d.HLC), cmp.Compare(c.Desk, d.Desk), cmp.Compare(c.ID, d.ID))
}
